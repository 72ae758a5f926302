"""A crisis call that is told of twice is asked about, and never merged in silence."""

from __future__ import annotations

from datetime import timedelta

from inclusion_cli.domain.calls import days_called, told_already
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.observation import Seen
from tests.builders import a_debrief, at
from tests.domain.making import a_case, observed


def test_a_call_known_from_either_place_is_asked_about() -> None:
    """A debrief and a record between sessions may tell of the same call."""
    call = observed(2, Seen.CRISIS_CONTACT)
    told = a_debrief(3, concerns=(Concern.CRISIS,), contacts=(at(1).date(),))
    case = a_case(told, observations=(call,))

    known = days_called(case)

    assert known == {at(1).date(), at(2).date()}
    same = "For the same call, type a dash."
    assert told_already([at(2).date(), at(5).date()], known, same) == (
        f"A crisis call on {said(2)} is recorded already. {same}"
    )
    assert told_already([at(2).date() + timedelta(days=9)], known, same) is None


def test_what_is_mended_is_not_its_own_double() -> None:
    """Amending the record that tells of a call asks nothing."""
    call = observed(2, Seen.CRISIS_CONTACT)

    assert days_called(a_case(observations=(call,)), but=call.id) == frozenset()


def said(day: int) -> str:
    """Return a day as it is said."""
    return f"{at(day):%A} {at(day).day} {at(day):%B} {at(day).year}"
