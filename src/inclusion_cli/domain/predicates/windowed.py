"""A window of days: what fails it, what holds it open, and what asks its question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Found, Told
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.predicates.earlier import (
    CALLS,
    CONCERNS,
    SIGNS,
    Before,
    before_that,
    in_the_days,
    since_began,
)
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inclusion_cli.domain.facts import Debriefed, Facts, Observed

Bad = tuple[date, str]
"""Something that fails a window: its day, and the id of the record that tells it."""


def in_days(days: int) -> str:
    """Return "in 7 days"."""
    return say("in {days}", days=say_many("{number} day", "{number} days", days))


@record
class Asking:
    """What asks the question of a window: debriefs, and a kind of observation.

    `before` is how an answer from before those days is told.
    """

    asks: Callable[[Debrief], object]
    kind: Seen | None = None
    before: Before | None = None

    def done(self, facts: Facts, days: int) -> bool:
        """Say whether it was asked inside the window."""
        seen = self.kind is not None and bool(facts.observed(days, self.kind))
        return seen or facts.asked(self.asks, days)

    def by(self, entry: Debriefed | Observed) -> bool:
        """Say whether an entry asked."""
        told = entry.record
        if isinstance(told, Debrief):
            return bool(self.asks(told))
        return told.seen is self.kind

    def ids(self, facts: Facts, days: int) -> tuple[str, ...]:
        """Return the ids of the records that asked, earliest first."""
        asked = [*facts.telling(self.asks, days)]
        seen = facts.observed(days, self.kind) if self.kind else ()
        both = sorted([*asked, *seen], key=lambda entry: entry.order)
        return tuple(entry.id for entry in both)


def window(
    facts: Facts,
    days: int,
    *,
    bad: Sequence[Bad],
    shows: Callable[[], str],
    asking: Asking,
    unsure: Sequence[Bad] = (),
) -> Found:
    """Judge a window: failed by the records in `bad`, open while silent or young.

    `unsure` are records that say nobody knows yet.
    """
    if bad:
        return Found(NOT_MET, lambda: _failed(days, bad, shows()))
    if unsure or facts.younger_than(days) or not asking.done(facts, days):
        return Found(CANNOT_TELL, lambda: _open(facts, days, shows(), asking, unsure))
    return Found(
        MET, lambda: Told(f"{shows()} {in_days(days)}", asking.ids(facts, days))
    )


def _failed(days: int, bad: Sequence[Bad], shows: str) -> Told:
    free = max(day for day, _id in bad) + timedelta(days=days)
    records = tuple(dict.fromkeys(record for _day, record in bad))
    change = say(
        "met from {free}, if no more is told of until then", free=say_day(free)
    )
    return Told(shows, records, change=change)


def _open(
    facts: Facts,
    days: int,
    shows: str,
    asking: Asking,
    unsure: Sequence[Bad],
) -> Told:
    if unsure:
        days_said = ", ".join(say_day(day) for day, _id in unsure)
        records = tuple(record for _day, record in unsure)
        return Told(
            say("Not sure on {days_said}", days_said=days_said),
            records,
            say("what happened on {days_said}", days_said=days_said),
        )
    asked = asking.ids(facts, days)
    if not asked:
        when = since_began(facts) if facts.younger_than(days) else in_days(days)
        said = say("Not asked {when}", when=when)
        said += before_that(facts, days, asking.before, asking.by)
        return Told(said, (), say("a debrief"))
    so_far = (facts.on - facts.began).days + 1
    until = facts.began + timedelta(days=days - 1)
    said = say("{shows} so far, {in_days}", shows=shows, in_days=in_days(so_far))
    return Told(
        said + in_the_days(facts, days, asking.before),
        asked,
        say("time, until {until}", until=say_day(until)),
    )


def _any(_debrief: Debrief) -> bool:
    return True


def _asks_crisis(debrief: Debrief) -> bool:
    return debrief.asked_about_crisis


def _asks_signs(debrief: Debrief) -> bool:
    return debrief.signs is not None or debrief.stage is not None


def _asks_concern(debrief: Debrief) -> bool:
    return debrief.concerns is not None


ASKING = {
    "no_pause_event": Asking(_any),
    "crisis_contacts_max": Asking(_asks_crisis, Seen.CRISIS_CONTACT, CALLS),
    "signs_stage_max": Asking(_asks_signs, Seen.SIGN, SIGNS),
    "no_concern": Asking(_asks_concern, None, CONCERNS),
}
"""What asks each question; for a pause sign that is a debrief, whole."""
