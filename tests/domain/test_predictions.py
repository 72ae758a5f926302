"""Sealed predictions: closed until the debrief, then beside what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.debrief import Happened, Outcome
from inclusion_cli.domain.predictions import (
    as_seen,
    opened,
    veiled,
)
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from tests.builders import a_debrief, at
from tests.domain.making import a_case, keep

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept


def prepared(number: int, **told: Any) -> Kept[Preparation]:
    """Return a check before a session of the n-th day, with guesses of both."""
    own = {
        "mine": Guess(peak=8, will_happen=70),
        "workers": Guess(peak=7, going=True),
        **told,
    }
    return keep(Preparation("step-1", at(number, 9), Wanted.YES, **own), number)


def test_a_guess_is_sealed_until_its_own_debrief() -> None:
    """The debrief of another day opens nothing; its own does."""
    ready = prepared(3)

    before = a_case(a_debrief(2), preparations=(ready,))
    after = a_case(a_debrief(2), a_debrief(3), preparations=(ready,))

    assert as_seen(ready.record, before.debriefs) == veiled(ready.record)
    assert as_seen(ready.record, after.debriefs) == ready.record
    assert veiled(ready.record).mine is None
    assert veiled(ready.record).workers is None


def test_of_two_sessions_on_one_day_the_planned_one_is_meant() -> None:
    """A session that was planned is known by its id, not by its day."""
    ready = prepared(3, session="session-3")

    other = a_case(a_debrief(3), preparations=(ready,))
    own = a_case(a_debrief(3, session="session-3"), preparations=(ready,))

    assert as_seen(ready.record, other.debriefs) == veiled(ready.record)
    assert as_seen(ready.record, own.debriefs) == ready.record


def test_both_guesses_open_beside_what_happened() -> None:
    """In one sentence each, without a word of praise or blame."""
    debrief = a_debrief(3, worry_peak=5, worry_before=4, feared=Happened.NO)
    case = a_case(debrief, preparations=(prepared(3),))

    assert list(opened(case, debrief.record)) == [
        "Now open: you thought Amina would go. Amina went.",
        "Worry at its worst: Amina thought 8, you thought 7, it was 5.",
        "Amina was 70 in 100 sure it would happen. It did not.",
    ]


def test_what_was_not_asked_is_not_made_up() -> None:
    """A session that did not go ahead has no worry to be held against a guess."""
    debrief = a_debrief(3, outcome=Outcome.CHOSE_NOT_TO, worry_peak=None)
    case = a_case(debrief, preparations=(prepared(3),))

    assert list(opened(case, debrief.record)) == [
        "Now open: you thought Amina would go. Amina did not go."
    ]
    assert list(opened(a_case(debrief), debrief.record)) == []
