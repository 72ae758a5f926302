"""A claim says of how many it is and what it rests on, or it cannot be made at all."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.claim_names import NAMES
from inclusion_cli.domain.claims import Before, Claim, Strength, Unit, strength_of
from inclusion_cli.domain.commissioner import (
    NOT_SHOWN_TITLE,
    commissioner,
    on_paper,
)
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.equity import Equity, Faring
from inclusion_cli.domain.numbers import person_numbers
from inclusion_cli.domain.numbers_total import Adding
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.small_counts import LEAST
from tests.builders import DAY_ONE, at, day
from tests.domain.making import a_case, decided
from tests.domain.strategies import lives

SHEET = Sheet("service", "Jo", "A report", DAY_ONE, "today", "HEAD", 9, practice=False)
LAST = 40


def a_claim(**told: Any) -> Claim:
    """Return a claim with all it needs."""
    return Claim(
        **{
            "key": "pauses",
            "first": day(1),
            "last": day(30),
            "n": 6,
            "of": 20,
            "unit": Unit.PEOPLE,
            "observed": "had a pause",
            "missing": 0,
            "strength": Strength.GROUP,
            "records": ("r1",),
            "cells": ("pauses.people", "people"),
            **told,
        }
    )


def test_a_claim_is_said_in_the_one_form_there_is() -> None:
    """Over, n of N, observed, before, missing: in this order, each there."""
    claim = a_claim(before=Before("2 of 20", 20, "the month before"), missing=3)

    assert claim.sentence == (
        "Over Tuesday 1 September 2026 to Wednesday 30 September 2026, 6 of 20 people "
        "had a pause. Before that, 2 of 20 (n 20, the month before). Missing: 3."
    )


@pytest.mark.parametrize(
    "told",
    [
        {"records": ()},
        {"n": 21},
        {"n": -1},
        {"missing": -1},
        {"observed": ""},
        {"cells": ()},
        {"strength": Strength.PAIRED},
        {"observed": "felt better, which the steps caused"},
        {"observed": "had fewer calls because of the plan"},
        {"observed": "were prevented from harm"},
        {"before": Before("which proves it", 3, "then")},
    ],
)
def test_what_it_cannot_bear_cannot_be_made(told: dict[str, Any]) -> None:
    """Without records, of more than there are, or with a cause, there is no claim."""
    with pytest.raises(ValueError, match=r"claim|data"):
        a_claim(**told)


def test_a_count_kept_back_leaves_no_digit_of_it() -> None:
    """The line says what is counted, and no number at all."""
    says = a_claim().says({"pauses.people"})

    assert says == "People had a pause: not shown."


def test_what_is_missing_is_kept_back_by_itself() -> None:
    """A small number missing hides itself, not the claim, and it is said why.

    It may be hidden for the sake of another one: the words do not tell which it is.
    """
    claim = a_claim(missing=2, missing_cell="others")

    assert claim.says({"others"}).endswith(
        "had a pause. Before that: not counted. Missing: not shown, as it or a count "
        "beside it is under 5."
    )
    assert a_claim(missing_cell="others").sentence.endswith(
        "had a pause. Before that: not counted. Missing: none."
    )


def test_how_strong_a_claim_is_hangs_on_its_records() -> None:
    """One record, several of one person, or a group."""
    assert strength_of(1, 1, 1) is Strength.SINGLE
    assert strength_of(1, 4, 1) is Strength.REPEATED
    assert strength_of(7, 9, 7) is Strength.GROUP


@given(st.lists(lives(LAST), min_size=1, max_size=3), st.integers(1, 9))
def test_no_count_under_five_is_on_the_paper(many: list[Any], times: int) -> None:
    """However many people there are, every number that is shown is 5 or more.

    Where there are fewer than 5 people, no claim has a number of its own.
    """
    pack = _pack(many, times)

    paper = on_paper(pack, SHEET)

    told = {line.label: line.says for part in paper.parts for line in part.lines}
    hidden = [line for part in paper.parts for line in part.lines
              if part.title == NOT_SHOWN_TITLE]  # fmt: skip
    named = [one for line in hidden for one in line.says.rstrip(".").split("; ")]
    kept_back = pack.cells.kept_back
    assert not [line for line in hidden[1:] if re.search(r"\d of \d", line.says)]
    away = [NAMES[claim.key] for claim in pack.claims if not claim.shown(kept_back)]
    assert [one for one in named if one in away] == away
    for number, claim in enumerate(pack.claims, start=1):
        line = told.get(f"Claim {number}", "")
        assert bool(line) == claim.shown(kept_back)
        if not line:
            continue
        assert claim.n >= LEAST
        assert claim.of - claim.n >= LEAST or claim.unit is not Unit.PEOPLE
        assert re.search(rf"\b{claim.n} of {claim.of} ", line)
    if len(many) * times < LEAST:
        assert pack.too_few
        assert not [label for label in told if label.startswith("Claim")]
        assert not [line for line in told.values() if re.search(r"\d of \d", line)]
        assert len(paper.parts) == 1


def _pack(many: list[Any], times: int) -> Any:
    adding = Adding(20)
    for _time in range(times):
        for debriefs, seen in many:
            case = a_case(*debriefs, observations=seen)
            adding.add(
                person_numbers(case, now=at(LAST, 20), first=day(1), last=day(LAST))
            )
    return commissioner(
        adding.done(),
        Equity((), ()),
        service="Practice House",
        first=day(1),
        last=day(LAST),
        defaults=SHIPPED,
    )


def test_many_pauses_of_two_people_are_their_business() -> None:
    """Ten times a pause ended is no small count; that it was twice two people's is."""
    moves = [decided(1, Choice.START, hour=8)]
    for n in range(5):
        moves += [decided(3 + 4 * n, Choice.PAUSE), decided(5 + 4 * n, Choice.RESUME)]
    adding = Adding(20)
    for number in range(20):
        own = tuple(moves) if number < 2 else (moves[0],)
        case = a_case(decisions=own)
        adding.add(person_numbers(case, now=at(LAST), first=day(1), last=day(LAST)))
    pack = commissioner(
        adding.done(),
        Equity((), ()),
        service="S",
        first=day(1),
        last=day(LAST),
        defaults=SHIPPED,
    )
    (claim,) = [one for one in pack.claims if one.key == "days_to_resume"]

    assert claim.n == 10
    assert not claim.shown(pack.cells.kept_back)


def test_faring_is_told_only_of_ten_people_in_every_group() -> None:
    """Nine in one group, and nothing is said of any; ten and all is large: it is."""
    debriefs = ()
    number = person_numbers(
        a_case(*debriefs), now=at(LAST), first=day(1), last=day(LAST)
    )
    few, many = Faring(), Faring()
    for n in range(19):
        few.add(number, (("age", "young" if n < 9 else "old"),))
    for n in range(24):
        many.add(number, (("age", "young" if n < 12 else "old"),))

    assert few.done().unsaid == ("age",)
    assert few.done().rows == ()
    assert many.done().rows == ()  # nobody had a pause: 0 of 12 is a count under 5
