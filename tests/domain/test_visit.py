"""The page for a stand-in: the most needed first, and never more than a minute."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.consent_items import STAND_IN
from inclusion_cli.domain.safety import Safety
from inclusion_cli.domain.visit import (
    WORDS_A_MINUTE,
    fewer,
    fitting,
    left_out,
    refused,
    too_long,
)
from inclusion_cli.domain.visit_rows import (
    DO,
    RING,
    SIGNS,
    TELL,
    TODAY,
    Row,
    rows,
)
from tests.builders import a_card, a_step, day
from tests.domain.making import a_case, keep

TODAY_IS = day(5)


def told(case: Any, part: str) -> list[str]:
    """Return the lines of one part of the page."""
    return [row.text for row in rows(case, on=TODAY_IS) if row.part == part]


def test_whom_to_ring_stands_there_always() -> None:
    """Where the card has no number, that is said."""
    with_card = a_case(card=keep(a_card(crisis_team="01632 960003"), 2))

    assert "On call here: 01632 960001" in told(with_card, RING)
    assert "Crisis team: 01632 960003" in told(with_card, RING)
    assert any("No number here" in text for text in told(a_case(), RING))


def test_todays_step_and_what_staff_do() -> None:
    """With whom, where, how long, and what we do."""
    step = keep(a_step(staff_do="Walk beside her"), id="step-1")
    case = a_case(steps=(step,))

    assert "Walk beside her" in told(case, DO)
    assert any("A morning walk" in text for text in told(case, TODAY))


def test_nobody_may_be_told_unless_it_was_agreed() -> None:
    """Default is none; what ended, and what an earlier sheet was for, is not there."""

    def agreed(**more: Any) -> Any:
        own: dict[str, Any] = {
            "kind": ConsentKind.TELL,
            "on": day(1),
            "answered": Answered.GIVEN,
            "purpose": "Kitchen",
            "recipient": "Dot",
            "items": ("first_name",),
            "until": day(90),
            **more,
        }
        return a_case(safety=Safety(consents=(keep(Consent(**own), 1),)))

    assert told(a_case(), TELL) == ["Nobody else is told anything about Amina."]
    assert "Dot: what they like to be called. Nothing else." in told(agreed(), TELL)
    assert len(told(agreed(until=day(4)), TELL)) == 1
    assert len(told(agreed(purpose=STAND_IN), TELL)) == 1


def row(rank: int, words: int, *, must: bool = False) -> Row:
    """Return a line of so many words."""
    return Row(SIGNS, " ".join(["word"] * words), rank, must=must)


MANY = st.lists(
    st.builds(row, st.integers(0, 6), st.integers(1, 60)),
    max_size=40,
)


@given(MANY)
def test_a_minute_is_never_passed_and_no_line_is_cut(found: list[Row]) -> None:
    """What stays is whole; what goes is counted."""
    every = tuple(sorted(found, key=lambda one: one.rank))

    kept = fitting(every)

    assert sum(len(one.text.split()) for one in kept) <= WORDS_A_MINUTE
    assert not any(too_long(one) for one in kept)
    assert set(kept) <= set(every)
    assert bool(left_out(kept, every)) == any(one not in kept for one in every)


def test_what_must_be_there_and_is_too_long_is_refused() -> None:
    """With what to shorten; anything else that long is left out."""
    long = Row(TODAY, "word " * 60, 1, must=True, mend="the step")

    assert refused((long, row(2, 60))) == ("Today: shorten the step",)
    assert fitting((row(2, 60), row(3, 5))) == (row(3, 5),)


def test_the_least_needed_goes_first_and_what_must_stay_stays() -> None:
    """Until only that is left."""
    must, more, less = row(0, 3, must=True), row(2, 3), row(5, 3)

    assert fewer((must, more, less)) == (must, more)
    assert fewer((must, more)) == (must,)
    assert fewer((must,)) == (must,)
