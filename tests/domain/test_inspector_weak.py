"""An inspector's pack hides nothing in one part that another part of it shows."""

from __future__ import annotations

from dataclasses import replace

from inclusion_cli.domain import inspector_harm, inspector_risk, inspector_voice
from inclusion_cli.domain.audit import Audit
from inclusion_cli.domain.concern import SafeguardingConcern
from inclusion_cli.domain.dashboard import person_dashboard
from inclusion_cli.domain.incident import Incident, Level
from inclusion_cli.domain.inspector_gather import Gathered
from inclusion_cli.domain.inspector_weak import weaknesses
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.numbers import person_numbers
from inclusion_cli.domain.safety import Safety, ServiceRecords
from tests.builders import a_debrief, at, day
from tests.domain.audit.test_told import IN_DANGER, WRITTEN
from tests.domain.limits import placed
from tests.domain.making import OURS, a_case, good, keep, planned

NOW = at(40, 12)
AUDIT = Audit("2026-09", day(40), 1, (), (), 7)


def gathered(**told: object) -> Gathered:
    """Return what a pack gathers of one file."""
    found = Gathered(NOW)
    found.meet(a_case(*good(3), safety=Safety(**told)))  # type: ignore[arg-type]
    return found


def test_whatever_the_other_parts_show_as_missing_is_a_known_weakness() -> None:
    """A limit without a basis, a concern no manager was told of, an open incident."""
    limit = placed(40, id="0limit-bare", lawful_basis="", ends_when="")
    concern = keep(SafeguardingConcern("A loan", at(40, 9)), 40, id="concern-x")
    fall = keep(Incident("A fall", at(39), Level.HARM), 39, id="incident-y")
    found = gathered(restrictions=(limit,), concerns=(concern,), incidents=(fall,))
    numbers = found.numbers.done()

    weak = tuple(weaknesses(found, AUDIT))

    named = {one for line in weak for one in line.ids}
    for part in (
        inspector_risk.restrictions(found, numbers),
        inspector_harm.safeguarding(found, numbers),
    ):
        lacking = [line for line in part if "No evidence found: " in line.says]
        shown = {one for line in lacking if line.ids for one in line.ids}
        assert shown
        assert shown <= named
    assert short_id("incident-y") in named
    said = [line.says for line in weak]
    assert "1 limit with no evidence of how it ends and a lawful basis." in said
    assert "1 safeguarding concern is open." in said


def test_sessions_are_told_in_the_same_words_as_on_the_dashboard() -> None:
    """What went ahead and what we cancelled is one number with one meaning."""
    case = a_case(*good(3, 5), a_debrief(7, outcome=OURS), sessions=(planned(9),))
    found = Gathered(NOW)
    found.meet(case)
    own = person_numbers(case, now=NOW, first=found.first, last=found.on)

    line = next(iter(inspector_voice.outcomes(found, found.numbers.done())))

    parts = person_dashboard(case, own).parts
    said = next(part.facts for part in parts if part.key == "sessions")
    told = ["2 of 2 sessions went ahead.", "We cancelled 1 of 4 planned sessions."]
    for says in told:
        assert says in line.says
        assert says in [fact.says for fact in said]


def test_two_audits_of_one_month_are_told_apart_by_the_day_each_was_kept() -> None:
    """The day stands in the line of each."""
    kept = [keep(replace(AUDIT, on=day(n)), n, id=f"audit-{n}") for n in (36, 38)]

    lines = inspector_harm.audits(gathered(), ServiceRecords(audits=tuple(kept)))

    said = [line.says for line in lines]
    assert "kept on Tuesday 6 October 2026" in said[0]
    assert "kept on Thursday 8 October 2026" in said[1]


def test_what_was_told_without_consent_says_how_much_has_no_grounds() -> None:
    """Counted apart from those whose grounds are written."""
    told = tuple(
        keep(said, 10, id=f"told-{number}")
        for number, said in enumerate((IN_DANGER, WRITTEN, WRITTEN))
    )

    says = " ".join(
        line.says for line in inspector_voice.consent(gathered(disclosures=told))
    )

    assert "Without consent: 3; of these, with their grounds not all written: 1" in says
