"""What of a step or an evening holds now: while less is agreed, the less comes first.

A look does not bring the whole back by itself, so its day is told as that of a look.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.event_plan import EventPlan
from inclusion_cli.domain.plan import ACCOMPANIMENT, Step
from inclusion_cli.domain.reductions import minutes_now, standing_reduction
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.event_plan import Reduction
    from inclusion_cli.domain.kept import Kept


def long_now(case: Casefile, step: Kept[Step]) -> str:
    """Return how long a session of a step is now, and instead of what."""
    return _instead(case, step.id, minutes_now(case, step), step.record.minutes)


def evening_now(case: Casefile, event: EventPlan) -> str:
    """Return how long an evening is at most, and instead of what."""
    return _instead(case, event.step, evening_minutes(case, event), event.minutes)


def evening_minutes(case: Casefile, event: EventPlan) -> int:
    """Return how long an evening is at most; one from before the less is as it was."""
    less = standing_reduction(case, event.step)
    if less is None or less.record.on > event.at.date():
        return event.minutes
    return min(event.minutes, less.record.minutes or event.minutes)


def said_to_you(case: Casefile, kept: Kept[Any]) -> Iterator[str]:
    """Return to the person that a step or an evening is less for now, if it is."""
    told = kept.record
    if isinstance(told, Step):
        now = minutes_now(case, kept)
    elif isinstance(told, EventPlan):
        now = evening_minutes(case, told)
    else:
        return
    found = standing_reduction(case, kept.id if isinstance(told, Step) else told.step)
    if found and now != told.minutes:
        yield say("For now it is {minutes} at most.", minutes=_minutes(now))
        day = say_day(found.record.look_again)
        yield say("We look at it again on {day}.", day=day)


def company_now(case: Casefile, step: Kept[Step]) -> str:
    """Return who is with the person now, and instead of what."""
    found = standing_reduction(case, step.id)
    nearer = found.record.accompaniment if found else None
    if found is None or nearer is None or nearer == step.record.accompaniment:
        return step.record.company
    return say(
        "{company} for now, not {agreed} ({look})",
        company=ACCOMPANIMENT[nearer],
        agreed=step.record.company,
        look=_look(found.record),
    )


def titled_now(case: Casefile, step: Kept[Step]) -> str:
    """Return the title of a step; a time in it that is less now is told as that."""
    title = step.record.title
    if not _names_the_time(case, step, title):
        return title
    now = _minutes(minutes_now(case, step))
    return say("{title} ({minutes} for now)", title=title.rstrip("."), minutes=now)


def limit_now(case: Casefile, step: Kept[Step], text: str) -> str:
    """Return a limit that was agreed; a time in it that is less now comes after it."""
    if not _names_the_time(case, step, text):
        return text
    now = _minutes(minutes_now(case, step))
    return say("{minutes} for now. Agreed before: {limit}", minutes=now, limit=text)


def limits_now(case: Casefile, step: Kept[Step]) -> tuple[str, ...]:
    """Return the limits agreed for a step, as they hold now."""
    return tuple(limit_now(case, step, limit.text) for limit in step.record.limits)


def _names_the_time(case: Casefile, step: Kept[Step], text: str) -> bool:
    whole = step.record.minutes
    if minutes_now(case, step) == whole:
        return False
    return re.search(rf"\b{whole}\b", text) is not None


def _instead(case: Casefile, step: str, now: int, whole: int) -> str:
    found = standing_reduction(case, step)
    if found is None or now == whole:
        return _minutes(whole)
    return say(
        "{minutes} for now, not {whole} ({look})",
        minutes=_minutes(now),
        whole=whole,
        look=_look(found.record),
    )


def _look(less: Reduction) -> str:
    return say("to be looked at again on {day}", day=say_day(less.look_again))


def _minutes(number: int) -> str:
    return say_many("{number} minute", "{number} minutes", number)
