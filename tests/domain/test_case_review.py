"""A safeguarding review shows what stood, who was told, and whose words they are."""

from __future__ import annotations

from dataclasses import replace

from inclusion_cli.domain.case_review_since import answer, told_partners
from inclusion_cli.domain.case_review_then import heard
from inclusion_cli.domain.concern import SafeguardingConcern
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.disclosure import Disclosure, Rests
from inclusion_cli.domain.partner import Partner, PartnerKind
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.safety import Safety
from tests.builders import a_debrief, at, day
from tests.domain.limits import looked, placed
from tests.domain.making import a_case, decided, keep

WHEN = at(20, 12)


def concern(**told: str) -> object:
    """Return a concern of day 20."""
    return keep(SafeguardingConcern("A loan", WHEN, **told), 20, id="concern-1")  # type: ignore[arg-type]


def test_a_limit_that_stood_on_the_day_is_named() -> None:
    """One placed minutes before, and one from long ago; not one that was lifted."""
    limits = (
        placed(3, id="restriction-1", what="No visits"),
        placed(5, id="restriction-2", what="No bus"),
        placed(20, id="restriction-3", what="No guests tonight"),
    )
    lifted = (looked(10, Verdict.LIFT, of="restriction-2"),)
    safety = Safety(restrictions=limits, restriction_reviews=lifted)

    said = [line.says for line in answer(a_case(safety=safety), WHEN)]

    assert [says.partition(". Ends")[0] for says in said] == [
        "A limit stood: No visits",
        "A limit was set: No guests tonight",
    ]


def test_a_pause_that_stood_on_the_day_is_named() -> None:
    """With neither limit nor pause, it says that none stood and none came."""
    paused = decided(15, Choice.PAUSE)
    start = decided(1, Choice.START, hour=8)
    lines = tuple(answer(a_case(decisions=(start, paused)), WHEN))
    assert [line.ids for line in lines] == [("15-pause",)]
    resumed = decided(17, Choice.RESUME)
    (line,) = answer(a_case(decisions=(start, paused, resumed)), WHEN)
    assert line.says.startswith("No limit stood on that day")


def test_only_partners_are_partners() -> None:
    """What the person, a colleague or a commissioner was told is not listed."""
    cafe = keep(Partner("The cafe", PartnerKind.VENUE), id="partner-1")
    told = [
        keep(Disclosure(day(21), who, "To know", rests, partner=partner), 21, id=who)
        for who, rests, partner in (
            ("Amina", Rests.TO_THE_PERSON, ""),
            ("A colleague", Rests.OWN_TEAM, ""),
            ("The cafe", Rests.CONSENT, "partner-1"),
        )
    ]
    case = a_case(safety=Safety(disclosures=tuple(told)))

    said = [line.says for line in told_partners(case, case, WHEN, (cafe,))]

    assert said == ["Told: The cafe. To know"]
    nobody = replace(case, safety=Safety(disclosures=tuple(told[:2])))
    (line,) = told_partners(nobody, nobody, WHEN, (cafe,))
    assert line.says == "No partner was tied to the step, and none was told."


def test_heard_means_about_this_concern() -> None:
    """Their wishes about it, else that none was found; no words on something else."""
    case = a_case(a_debrief(19, words="I made the soup"))

    (wish,) = heard(case, concern(wishes="Keep my key"))  # type: ignore[arg-type]
    (none,) = heard(case, concern())  # type: ignore[arg-type]

    assert (wish.quote, wish.label) == (
        "Keep my key",
        "What they wish about this concern",
    )
    assert none.strong
    assert none.says.startswith("No evidence found")
