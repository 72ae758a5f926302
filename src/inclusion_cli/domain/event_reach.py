"""Whether a phone is answered for all of an evening: by whom, on which number, when.

Source: practice reference 4.5, the support contact's reachable window.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_time
from inclusion_cli.domain.typed_times import is_time, parse_time
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.event_plan import EventPlan

HOME_MINUTES = 30
"""Minutes for the way home, where nobody wrote how long it takes. Service default."""
NO_NUMBER = say("No number is written for who answers the phone.")


def too_late(at: datetime, first: str) -> str:
    """Return that the phone is answered only after the evening began, "" where not."""
    if not is_time(first) or _window(at, first, first)[0] <= at:
        return ""
    return say("it begins at {time}, and nobody answers yet", time=say_time(at))


def too_soon(at: datetime, minutes: int, first: str, last: str) -> str:
    """Return that nobody answers until the end any more, "" where somebody does."""
    if not (is_time(first) and is_time(last)):
        return ""
    end = at + timedelta(minutes=minutes)
    if _window(at, first, last)[1] >= end:
        return ""
    return say("it may last until {time}, and nobody answers then", time=say_time(end))


def way_home(at: datetime, minutes: int, first: str, last: str) -> str:
    """Return that nobody answers on the way home, "" where somebody does."""
    return too_soon(at, minutes + HOME_MINUTES, first, last) and say(
        "the way home is after {time}, and nobody answers long after that",
        time=say_time(at + timedelta(minutes=minutes)),
    )


def reach_gaps(event: EventPlan) -> Iterator[str]:
    """Return what is missing of a phone that is answered, each as a sentence."""
    if not event.contact:
        return
    if not event.phone:
        yield NO_NUMBER
    said = (event.reachable_from, event.reachable_to)
    gaps = (too_late(event.at, said[0]), too_soon(event.at, event.minutes, *said))
    found = [gap for gap in gaps if gap]
    if found:
        yield say("The phone: {what}.", what="; ".join(found))


def _window(at: datetime, first: str, last: str) -> tuple[datetime, datetime]:
    """Return from when to when it is answered; it may go on after midnight."""
    begins = datetime.combine(at.date(), parse_time(first), at.tzinfo)
    ends = datetime.combine(at.date(), parse_time(last), at.tzinfo)
    return begins, ends if ends > begins else ends + timedelta(days=1)
