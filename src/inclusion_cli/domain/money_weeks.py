"""Weeks of money looked at together, and requests that nobody reviewed the same day.

Source: practice reference 4.6 and 6.4 (rule 6). "No unexplained withdrawals" is never
said without how many weeks were looked at, of how many.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.breaches import broke
from inclusion_cli.domain.facts_index import tells_of_request
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.money_agreed import MoneyCheck
    from inclusion_cli.domain.observation import Observation

    Told = Kept[Debrief] | Kept[Observation]

WEEK = timedelta(days=7)


@record
class Weeks:
    """How many weeks were looked at, of how many, and what was not explained.

    `records` are the ids of the looks that were done, `unexplained` the sum of what
    those found, `not_looked` how many weeks somebody said were not looked at.
    """

    checked: int
    of: int
    unexplained: int
    not_looked: int = 0
    records: tuple[str, ...] = ()


@record
class Unreviewed:
    """A request no decision looked at on the day it was known.

    `on` is the day it happened, `known_on` the day it was written down. `reviewed_on`
    is the day of the first decision that cites it, None where there is none; then
    `days_late` counts up to the day that was asked about.
    """

    id: str
    on: date
    known_on: date
    reviewed_on: date | None
    days_late: int


def monday_of(day: date) -> date:
    """Return the Monday of the week a day is in."""
    return day - timedelta(days=day.weekday())


def weeks(case: Casefile, *, first: date, last: date) -> Weeks:
    """Return how many of the weeks that ended between two days were looked at.

    A week ends on its Sunday: any 91 days hold 13. One that was looked at twice counts
    once, by the later look. A look before a week had ended has not checked it, but what
    it found stands.
    """
    mondays = frozenset(_mondays(first, last))
    looks = {c.record.week: c for c in case.safety.money_checks}
    inside = [c for week, c in sorted(looks.items()) if week in mondays]
    done = [c for c in inside if c.record.done]
    whole = [c for c in done if is_over(c.record.week, on=c.record.on)]
    return Weeks(
        checked=len(whole),
        of=len(mondays),
        unexplained=sum(c.record.unexplained for c in done),
        not_looked=len(inside) - len(done),
        records=tuple(c.id for c in whole),
    )


def is_over(week: date, *, on: date) -> bool:
    """Say whether a week that begins on a Monday has ended before a day."""
    return on >= week + WEEK


def _mondays(first: date, last: date) -> Iterator[date]:
    """Return the Mondays of the weeks whose Sunday lies between two days."""
    sunday = monday_of(first) + timedelta(days=6)
    while sunday <= last:
        yield sunday - timedelta(days=6)
        sunday += WEEK


def says(found: Weeks) -> str:
    """Return "11 of 13 weeks checked"; it goes with every word on withdrawals."""
    return say(
        "{checked} of {weeks} checked",
        checked=found.checked,
        weeks=say_many("{number} week", "{number} weeks", found.of),
    )


def says_unexplained(found: Weeks) -> str:
    """Return what the looks found, always with how many weeks it is known of."""
    if not found.checked and not found.unexplained:
        return say("Not known: {weeks}.", weeks=says(found))
    if found.unexplained:
        things = say_many(
            "{number} thing not explained",
            "{number} things not explained",
            found.unexplained,
        )
        return say("{things}: {weeks}.", things=things, weeks=says(found))
    return say("Nothing unexplained in the weeks checked: {weeks}.", weeks=says(found))


def looked_since(case: Casefile) -> date | None:
    """Return the first day money was, or was agreed to be, looked at together."""
    agreed = [
        c.record.on
        for c in case.safety.consents
        if c.record.activity == MONEY_CHECK and c.record.answered.value == "given"
    ]
    done = [c.record.week for c in case.safety.money_checks]
    return min([*agreed, *done], default=None)


MONEY_CHECK = "money_check"
"""The activity a consent names for the weekly look."""


def check_of(case: Casefile, week: date, *, on: date) -> Kept[MoneyCheck] | None:
    """Return the look at a week, the latest where there are two.

    One from before the week ended is none any more once it has.
    """
    found = [c for c in case.safety.money_checks if c.record.week == week]
    if not found or (
        is_over(week, on=on) and not is_over(week, on=found[-1].record.on)
    ):
        return None
    return found[-1]


def requests(case: Casefile, *, on: date) -> tuple[Told, ...]:
    """Return the records that tell of a request for money or things, in order."""
    told = (d for d in case.debriefs if tells_of_request(d.record))
    seen = (o for o in case.observations if o.record.seen is Seen.MONEY_REQUEST)
    return _until(on, (*told, *seen))


def _until(on: date, told: Iterable[Told]) -> tuple[Told, ...]:
    """Return records up to a day, in order."""
    known = (kept for kept in told if kept.on <= on)
    return tuple(sorted(known, key=lambda kept: kept.order))


def unreviewed_requests(case: Casefile, *, on: date) -> tuple[Unreviewed, ...]:
    """Return the requests with no review on the day they were known.

    A request is known the day it is written down. A decision of another day that cites
    it is a review, and a late one. Source: practice reference 6.4, rule 6.
    """
    return tuple(_unreviewed(case, requests(case, on=on), on))


def _unreviewed(
    case: Casefile, told: Iterable[Told], on: date, *, reduced: bool = False
) -> Iterator[Unreviewed]:
    for kept in told:
        known = kept.recorded_at.astimezone(kept.happened_at.tzinfo).date()
        days = [d.on for d in case.decisions if kept.id in d.record.cites]
        if reduced:
            less = case.safety.reductions
            days += [r.record.on for r in less if kept.id in r.record.because]
        reviewed = min((day for day in days if day <= on), default=None)
        late = ((reviewed or on) - known).days
        if reviewed is None or late > 0:
            yield Unreviewed(kept.id, kept.on, known, reviewed, max(late, 0))


def unreviewed_breaches(case: Casefile, *, on: date) -> tuple[Unreviewed, ...]:
    """Return the limits that were not kept, with no review on the day it was known.

    A debrief tells of a limit of the step, an observation of one on drink or drugs. A
    reduction that rests on it is a review, too. Source: practice reference 6.4, rule 6.
    """
    told = (d for d in case.debriefs if broke(d.record))
    seen = (o for o in case.observations if o.record.within_limit is False)
    return tuple(_unreviewed(case, _until(on, (*told, *seen)), on, reduced=True))
