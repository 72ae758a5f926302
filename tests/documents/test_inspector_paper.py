"""An inspector's pack as it is read: a golden page, and what never stands in it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli import own_data
from inclusion_cli.documents import parts
from inclusion_cli.domain.action import Action, Worked
from inclusion_cli.domain.audit_run import audited
from inclusion_cli.domain.concern import (
    Achieved,
    Refer,
    SafeguardingConcern,
    WishesAsked,
)
from inclusion_cli.domain.disclosure import Disclosure, Rests
from inclusion_cli.domain.incident import AfterAction, Incident, Level
from inclusion_cli.domain.inspector import Inspected, inspector_pack
from inclusion_cli.domain.inspector_gather import Gathered
from inclusion_cli.domain.inspector_voice import outcomes
from inclusion_cli.domain.lens import chosen
from inclusion_cli.domain.measure import Better, Measure, Mode, Scoring, Terms
from inclusion_cli.domain.registration import Registration
from inclusion_cli.domain.restriction import Restriction
from inclusion_cli.domain.safety import NO_SERVICE_RECORDS, Safety
from inclusion_cli.domain.service import Nation
from inclusion_cli.domain.trace import nameless, trace
from tests.builders import at, day
from tests.documents.a_case import NOW, TODAY, a_case, a_sheet, decided, kept

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.paper_parts import PartsPaper
    from tests.documents.conftest import Golden

UCLA = Terms("UCLA-3", Scoring.SUM, 3, 1, 3, 3, 9, Better.LOWER)
LIMIT = Restriction(
    "No evening events",
    day(3),
    lawful_basis="agreed_plan",
    ends_when="Two calm evenings",
    review_days=14,
    signed_on=day(3),
)
CONCERN = SafeguardingConcern(
    "A loan was asked for",
    at(9, 14),
    wishes_asked=WishesAsked.EXPRESSED,
    decided=Refer.DO_NOT_REFER,
    why="She wants to speak to him herself",
    told_manager_at=at(9, 16),
    achieved=Achieved.FULLY,
    closed_on=day(20),
)


def _measured(number: int, on: int, *items: int) -> Any:
    record = Measure("ucla_3", day(on), Mode.SELF, items=items, terms=UCLA)
    return kept(record, number, on=on)


def _safety() -> Safety:
    done = Action(
        "Agree the sentence", "Jo", day(15), of="x", done_on=day(14), evidence="Seen",
        worked=Worked.YES,
    )  # fmt: skip
    late = Action("Ask the club", "Jo", day(20))
    return Safety(
        actions=(kept(done, 61, on=9), kept(late, 62, on=10)),
        after_actions=(kept(AfterAction("i", day(11), "a", "b", "c", "d"), 63, on=11),),
        concerns=(kept(CONCERN, 64, on=9),),
        incidents=(kept(Incident("He shouted", at(8), level=Level.NO_HARM), 65, on=8),),
        measures=(_measured(66, 1, 3, 3, 2), _measured(67, 30, 2, 2, 2)),
        restrictions=(kept(LIMIT, 68, on=3),),
    )


def inspected(*cases: Casefile, **said: Any) -> PartsPaper:
    """Return the pack of a service of these people."""
    found = Gathered(NOW)
    for case in cases:
        found.meet(case)
    audit = audited(cases, NO_SERVICE_RECORDS, month=TODAY.strftime("%Y-%m"), now=NOW)
    hidden = dict.fromkeys(("Amina Khan", "Amina", "AK-014"), "Person A")
    threads = (
        nameless(trace(case, now=NOW, authors={"sam": "Worker 1"}), "A", hidden)
        for case in cases[:1]
    )
    told = Registration(TODAY, **{"registered": False, "said_by": "Jo", **said})
    lenses = chosen(own_data.lenses().value, Nation.ENGLAND, registered=told.registered)
    it = Inspected(
        found,
        NO_SERVICE_RECORDS,
        kept(told, 70),
        audit,
        tuple(threads),
        lenses,
    )
    marks = replace(
        a_sheet(), code="SERVICE", recipient="A reviewer", purpose="A visit"
    )
    return inspector_pack(it, marks, service="Elm House")


def whole() -> Casefile:
    """Return a person about whom there is something of each kind."""
    return replace(decided(a_case()), safety=_safety())


def test_the_pack_reads_as_its_golden_page(golden: Golden) -> None:
    """A pack says what it said when people last read it whole."""
    golden("inspector_pack.md", parts.as_markdown(inspected(whole())))


def test_the_cover_counts_every_gap_that_stands_in_the_parts() -> None:
    """Those of the threads and of the register too, each in the part it stands in."""
    pack = inspected(whole())
    cover, *rest = pack.parts
    says = next(line.says for line in cover.lines if line.says.startswith("No ev"))

    gaps = [
        re.match(r"\d+", part.title)[0]  # type: ignore[index]
        for part in rest
        for line in part.lines
        if re.match(r"\d+[a-c]?\. ", part.title) and "No evidence found" in line.says
    ]

    assert says.startswith(f"No evidence found {len(gaps)} times, in parts 1, 2, 3, 4")
    assert set(re.findall(r"\d+", says.partition("parts")[2])) == set(gaps)


def test_with_nobody_there_it_says_what_is_missing() -> None:
    """An empty service has a pack of gaps, and no made-up number."""
    page = parts.as_markdown(inspected())

    assert "0 people are supported, as of the day this was made" in page
    assert page.count("No evidence found") > 15


@pytest.mark.parametrize("registered", [True, False, None])
def test_no_word_of_ours_says_that_a_service_complies(
    *, registered: bool | None
) -> None:
    """Whatever it says of its registration."""
    page = parts.as_markdown(inspected(whole(), registered=registered))

    assert "compliant" not in page.lower()
    assert "compliance" not in page.lower()


def test_what_is_said_in_a_concern_stays_there() -> None:
    """Numbers and ids of it, and none of its words."""
    page = parts.as_markdown(inspected(whole()))

    assert "A loan was asked for" not in page
    assert "their wishes were asked and told, not referred, with the reason" in page


@given(st.integers(0, 40))
def test_people_with_two_scores_are_counted_as_lower_same_or_higher(more: int) -> None:
    """The three ways add up to all who have two; the rest are said to be missing."""
    found = Gathered(NOW)
    found.met = 40
    found.changes = [(-1) ** n * (n % 3) for n in range(more)]
    found.ids["paired"] = ["00000000"] * more

    says = " ".join(line.says for line in outcomes(found, found.numbers.done()))

    if more:
        told = dict(
            part.rsplit(": ", 1)
            for part in says.split(". ")
            if part.startswith(("Lower", "Higher", "The same", "People with two"))
        )
        ways = [told["Lower (less lonely)"], told["Higher"], told["The same"]]
        assert sum(map(int, ways)) == more
        assert f"People without two scores: {40 - more}" in says
    else:
        assert "No evidence found: anybody with two scores" in says


def test_where_to_read_of_telling_without_consent_is_said_in_a_sentence() -> None:
    """Not a bare number: what stands in the record it names, too."""
    told = Disclosure(day(20), "Dot", "Safety", Rests.WITHOUT_CONSENT, harm="A fall")
    case = replace(a_case(), safety=Safety(disclosures=(kept(told, 71, on=20),)))

    page = parts.as_markdown(inspected(case))

    assert (
        "Who decided to tell without consent, and why, is written in the records with "
        "these numbers: (00000071)"
    ) in page


def test_what_is_older_than_a_year_is_not_counted() -> None:
    """The year before the day it is made, and no more."""
    old = Gathered(NOW + timedelta(days=500))
    old.meet(whole())

    assert old.concerns == []
    assert old.of("after_actions") == ()
