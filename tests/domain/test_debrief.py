"""The debrief: what was rated, what was asked, and how far it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.debrief import OUTCOME_WORDS, Debrief, Outcome
from tests.builders import at, day

if TYPE_CHECKING:
    from datetime import date


def a_told(**told: Any) -> Debrief:
    """Return a debrief of day 3 with only what is told."""
    return Debrief("step-1", at(3), Outcome.ATTENDED_FULL, **told)


@pytest.mark.parametrize("which", ["worry_before", "worry_peak", "worry_after"])
@pytest.mark.parametrize("rating", [-1, 11])
def test_worry_is_rated_from_0_to_10(which: str, rating: int) -> None:
    """Whichever of the three it is; and not given is not nought."""
    with pytest.raises(ValueError, match=r"^worry is rated from 0 to 10$"):
        a_told(**{which: rating})
    assert getattr(a_told(**{which: 10}), which) == 10
    assert getattr(a_told(), which) is None


@pytest.mark.parametrize(
    ("contacts", "until"),
    [((), day(3)), ((day(1),), day(3)), ((day(5), day(4)), day(5))],
)
def test_it_tells_of_its_session_or_of_a_later_call(
    contacts: tuple[date, ...], until: date
) -> None:
    """Written late, it knows more than its session did."""
    assert a_told(contacts=contacts).tells_until == until


def test_not_asked_is_not_none() -> None:
    """Empty is an answer; None is a question that was not put."""
    assert a_told(concerns=()).asked_about_crisis is True
    assert a_told().asked_about_crisis is False


def test_every_outcome_has_its_words() -> None:
    """And none of them blames anyone."""
    assert set(OUTCOME_WORDS) == set(Outcome)
    assert OUTCOME_WORDS[Outcome.LEFT_BY_CHOICE] == "left early, by choice"
