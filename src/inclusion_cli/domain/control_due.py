"""What is done and was to be looked at by itself on a day that is past."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation_events import looks
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Control, Formulation


def past_their_day(case: Casefile, *, on: date) -> tuple[tuple[Control, date], ...]:
    """Return what was to be looked at before a day and was not, the oldest first.

    Finding the whole still true on that day, or after it, is a look at each part. A
    limit has an alarm of its own: see `restriction_due`.
    """
    if case.formulation is None:
        return ()
    looked = [look.record.on for look in looks(case)]
    late = [
        (control, control.review_on)
        for control in case.formulation.record.controls
        if control.review_on and control.review_on < on and not control.is_limit
    ]
    open_ = (one for one in late if not any(day >= one[1] for day in looked))
    return tuple(sorted(open_, key=lambda one: one[1]))


def says_past(case: Casefile, *, on: date) -> str:
    """Return in a line what is past its day, "" where nothing is."""
    late = past_their_day(case, on=on)
    if case.formulation is None or not late:
        return ""
    control, day = late[0]
    said = _was_to_be(case.formulation.record, control, say_day(day, today=on))
    if more := len(late) - 1:
        said += " " + say_many(
            "{number} more thing is past its day.",
            "{number} more things are past their day.",
            more,
        )
    return said


def _was_to_be(it: Formulation, control: Control, day: str) -> str:
    trigger = it.trigger(control.trigger)
    if trigger is None:
        return say('"{text}" was to be looked at on {day}.', text=control.text, day=day)
    return say(
        'What you do about "{situation}" was to be looked at on {day}.',
        situation=trigger.situation,
        day=day,
    )
