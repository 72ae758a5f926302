"""What waits for somebody the same day: a talk about suicide, drink stopped at once.

A talk rings until somebody was told, and then until a review has looked at it. What was
stopped all at once rings until it is said who gave medical advice, or a decision has
looked at it. Source: practice reference 4.5 and 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Alarm, Side
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.due import Urgency
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.own_card import first_to_ring
from inclusion_cli.domain.unanswered import TALK_WORDS, talks, unadvised, unanswered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.observation import Observation


def grave_alarms(case: Casefile, *, on: date) -> Iterator[Alarm]:
    """Return an alarm for each talk and each sudden stop that waits for somebody."""
    waiting = {entry for entry, _day, _what in unanswered(case)}
    for kept in talks(case):
        if not kept.record.is_told:
            yield _untold(case, kept, on)
        elif kept.id in waiting:
            yield _unlooked(case, kept, on)
    for kept in unadvised(case):
        yield _unadvised(case, kept, on)


def _untold(case: Casefile, kept: Kept[Observation], on: date) -> Alarm:
    says = say(
        "On {day} {what}. Nobody was told. Ring now. {whom} Then write down who was "
        "told. After that, a review looks at it.",
        day=say_day(kept.on, today=on),
        what=TALK_WORDS,
        whom=first_to_ring(case.card.record if case.card else None),
    )
    return _to_write(kept, says, Urgency.NOW)


def _unlooked(case: Casefile, kept: Kept[Observation], on: date) -> Alarm:
    says = say(
        "On {day} {what}. No review has looked at it. {whom}",
        day=say_day(kept.on, today=on),
        what=TALK_WORDS,
        whom=first_to_ring(case.card.record if case.card else None),
    )
    mend = ("review", case.person.record.code)
    return Alarm(Side.RISK, says, (kept.id,), mend, kept.on)


def _unadvised(case: Casefile, kept: Kept[Observation], on: date) -> Alarm:
    says = say(
        "Stopped all at once, told on {day}. That can kill. {name} needs medical "
        "advice today: 111 or a doctor. A fit, or seeing things: 999. Then write down "
        "who gave the advice.",
        day=say_day(kept.on, today=on),
        name=case.known_as,
    )
    return _to_write(kept, says, Urgency.USUAL)


def _to_write(kept: Kept[Observation], says: str, urgency: Urgency) -> Alarm:
    """Return the alarm that writing down who was told answers."""
    mend = ("amend", short_id(kept.id))
    return Alarm(Side.RISK, says, (kept.id,), mend, since=kept.on, urgency=urgency)
