"""Less for a while: what calls for it, what stands, and never a ban.

Source: practice reference 2.3 (pause triggers) and 4.5.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.breaches import broke
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.late_pattern import late
from inclusion_cli.domain.plan import ACCOMPANIMENT
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.criteria import Rule
    from inclusion_cli.domain.event_plan import Reduction
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.domain.standing import Standing

RECENT_DAYS = 7
SIGNS_DAYS = 30  # for which a pause sign that is open calls for less
CRAVING_HIGH = 6  # of 10, twice
CRAVINGS = 2
SHORT_NIGHT_MINUTES = 5 * 60
SHORT_NIGHTS = 3  # of 7
READS_LIMITS = frozenset(("limit_kept", "cravings_max", "sleep_nights_below"))
"""The pause signs about substances; the thresholds above are those of reference 2.3."""

_BAN = late(
    r"\b(?:bann?(?:ed|s|ing)?|barred|forbid(?:den|s)?|prohibit(?:ed|s)?|"
    r"not (?:be )?allowed|isn'?t allowed|may not go|must not go|can(?:no|')?t go|"
    r"never again|no (?:more )?(?:events?|evenings?|pubs?|gigs?|nights? out|outings?)|"
    r"not (?:to )?go (?:out )?(?:any ?more|again)|until further notice)\b",
    re.IGNORECASE,
)
NO_BAN = say(
    "must say what is less for now, and until when. A reduction is no ban: "
    "the person goes on with it, and it is looked at again in a week"
)


@record
class Calls:
    """One thing that calls for less for a while: its record, its day, in words."""

    record: str
    on: date
    says: str


def no_ban(text: str) -> None:
    """Refuse words that make a ban of a reduction. Raises ValueError."""
    if _BAN.search(text):
        raise ValueError(NO_BAN)


def standing_reduction(case: Casefile, step: str = "") -> Kept[Reduction] | None:
    """Return the reduction that has not ended, of a step where one is named."""
    found = [
        kept
        for kept in case.safety.reductions
        if not kept.record.ended_on and (not step or kept.record.step == step)
    ]
    return found[-1] if found else None


def calls_for_less(
    case: Casefile, stands: Standing | None, *, on: date
) -> tuple[Calls, ...]:
    """Return what calls for less, and no decision or reduction has answered.

    A limit that was not kept; a craving of 6 or more twice, or three nights under 5
    hours, in 7 days; and pause signs about these that are open.
    """
    since = on - timedelta(days=RECENT_DAYS - 1)
    answered = {entry for d in case.decisions for entry in d.record.cites}
    answered |= {entry for r in case.safety.reductions for entry in r.record.because}
    found = (
        *_limits(case, since, on),
        *_cravings(case, since, on),
        *_nights(case, since, on),
        *_signs(stands, on),
    )
    once = {one.record: one for one in reversed(found) if one.record not in answered}
    return tuple(sorted(once.values(), key=lambda one: (one.on, one.record)))


def _limits(case: Casefile, since: date, on: date) -> Iterator[Calls]:
    for kept in case.debriefs:
        if since <= kept.on <= on and broke(kept.record):
            yield Calls(kept.id, kept.on, _broken(kept.on))
    for seen in case.observations:
        if since <= seen.on <= on and seen.record.within_limit is False:
            yield Calls(seen.id, seen.on, _broken(seen.on))


def _broken(day: date) -> str:
    return say("A limit was not kept on {day}", day=say_day(day))


def _cravings(case: Casefile, since: date, on: date) -> Iterator[Calls]:
    told = [(d.on, d.id, d.record.craving) for d in case.debriefs]
    told += [(o.on, o.id, o.record.craving) for o in case.observations]
    high = [
        (day, by, score)
        for day, by, score in sorted(told, key=lambda one: one[:2])
        if score is not None and score >= CRAVING_HIGH and since <= day <= on
    ]
    if len(high) >= CRAVINGS:
        for day, by, score in high:
            says = say("A craving of {score} on {day}", score=score, day=say_day(day))
            yield Calls(by, day, says)


def _nights(case: Casefile, since: date, on: date) -> Iterator[Calls]:
    told = [(d.on, d.id, d.record.minutes_slept) for d in case.debriefs]
    told += [(o.on, o.id, o.record.minutes_slept) for o in case.observations]
    told += [(p.on, p.id, p.record.minutes_slept) for p in case.preparations]
    short: dict[date, str] = {}
    for day, by, minutes in sorted(told, key=lambda one: one[:2]):
        if minutes is not None and minutes < SHORT_NIGHT_MINUTES and since <= day <= on:
            short.setdefault(day, by)
    if len(short) >= SHORT_NIGHTS:
        for day, by in short.items():
            yield Calls(by, day, say("A short night to {day}", day=say_day(day)))


def _signs(stands: Standing | None, on: date) -> Iterator[Calls]:
    for firing in stands.open_signs if stands else ():
        recent = (on - firing.on).days < SIGNS_DAYS
        if recent and READS_LIMITS & set(_names(firing.sign.when)):
            yield Calls(firing.entry, firing.on, firing.sign.when.words())


def _names(rule: Rule) -> Iterator[str]:
    return (part.name for part in rule.walk())


def says_reduction(reduction: Reduction, step: Step | None) -> str:
    """Return what is less for now, beside what the step has."""
    parts = []
    if reduction.minutes is not None:
        minutes = say_many("{number} minute", "{number} minutes", reduction.minutes)
        of = (
            say(" of {minutes}", minutes=step.minutes)
            if step and step.minutes != reduction.minutes
            else ""
        )
        parts.append(say("{minutes}{of} at most", minutes=minutes, of=of))
    if reduction.accompaniment is not None:
        parts.append(ACCOMPANIMENT[reduction.accompaniment])
    return "; ".join(parts)


def minutes_now(case: Casefile, step: Kept[Step]) -> int:
    """Return how long a session of a step is for now: less while a reduction stands."""
    found = standing_reduction(case, step.id)
    less = found.record.minutes if found else None
    return min(step.record.minutes, less) if less else step.record.minutes


def minutes_on(case: Casefile, step: Kept[Step], day: date) -> int:
    """Return how long a session of a step was planned to be on a day."""
    lesses = [
        kept.record.minutes
        for kept in case.safety.reductions
        if kept.record.step == step.id
        and kept.record.minutes
        and kept.record.on <= day
        and (kept.record.ended_on is None or day < kept.record.ended_on)
    ]
    return min([step.record.minutes, *lesses])
