"""The earliest day each rung can be done, if every session goes as planned.

It is arithmetic on what was agreed, never a prediction of the person: the sessions are
imagined to go as well as they can.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.forecast_imagined import imagined_end
from inclusion_cli.domain.gathered import facts_of
from inclusion_cli.domain.often import per_week
from inclusion_cli.domain.record import record, replace
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from inclusion_cli.domain.facts import Facts
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.domain.standing import Standing

MOST_SESSIONS = 120
FURTHEST_DAYS = 800
HOW_OFTEN = say("Say how often each step is planned, and there are dates.")
WORRY_GAP = 2
"""Steps further apart than this on 0 to 10 are a leap; practice reference 2.1."""


@record
class Forecast:
    """When a rung can be done at the earliest: in words, and as a day if there is one.

    `notes` say where a pace is unusually fast or slow.
    """

    number: int
    says: str
    on: date | None = None
    notes: tuple[str, ...] = ()


def forecasts(case: Casefile, stands: Standing | None) -> dict[str, Forecast]:
    """Return the forecast of the step that is on and of those after it, by step id."""
    found: dict[str, Forecast] = {}
    start = stands.on if stands else None
    base = _now(case, stands) if stands else None
    below: Step | None = None
    for rung in case.rungs():
        step = rung.step.record
        if stands and rung.step.id == stands.rung.step.id:
            found[rung.step.id] = one = _current(case, stands)
            start = one.on
        elif rung.state in (State.PLANNED, State.STOPPED) and _is_ahead(rung, stands):
            found[rung.step.id] = one = _later(step, base, start, below, stands)
            start = one.on
        below = step
    return found


def _is_ahead(rung: Rung, stands: Standing | None) -> bool:
    if rung.state not in (State.PLANNED, State.STOPPED):
        return False
    number = rung.step.record.number
    return stands is None or number > stands.rung.step.record.number


# --- the step that is on ------------------------------------------------------------


def _current(case: Casefile, stands: Standing) -> Forecast:
    """Return when the step that is on can be done, by the sessions that are planned."""
    number, hold = stands.rung.step.record.number, stands.hold
    if stands.rung.state is State.PAUSED:
        return Forecast(
            number, say("it is paused: there is no date until it is resumed")
        )
    if hold.completed:
        said = say(
            "all of it was met on {completed}",
            completed=say_day(hold.completed, today=stands.on),
        )
        return Forecast(number, said, stands.on)
    if hold.earliest:
        return Forecast(number, _earliest(hold.earliest, stands), hold.earliest)
    planned = _by_plan(case, stands)
    if planned:
        return Forecast(number, _earliest(planned, stands), planned)
    return Forecast(number, *_by_pace(case, stands))


def _earliest(day: date, stands: Standing) -> str:
    return say(
        "the earliest day is {day}, if sessions go as planned",
        day=say_day(day, today=stands.on),
    )


def _by_plan(case: Casefile, stands: Standing) -> date | None:
    """Return the day by the sessions that stand in the diary, all going well."""
    if not stands.planned:
        return None
    return imagined_end(_now(case, stands), stands.rung.step.record, stands.planned)


def _by_pace(case: Casefile, stands: Standing) -> tuple[str, date | None]:
    """Return what is missing, and the day if it goes on as often as was agreed."""
    step, lacking = stands.rung.step.record, stands.hold.missing
    more = say("it needs {lacking}", lacking=lacking)
    if stands.hold.started is None:
        more = f"{more}. {_in_the_diary(len(stands.planned))}"
    pace = per_week(step.often)
    if pace is None:
        return more, None
    on = imagined_end(
        _now(case, stands), step, [*stands.planned, *_paced(stands.on, pace)]
    )
    if on is None:
        return more, None
    return say(
        "{more}. As it is planned {often}, the earliest day is {on}",
        more=more,
        often=step.often,
        on=say_day(on, today=stands.on),
    ), on


def _in_the_diary(number: int) -> str:
    if not number:
        return say("No session is planned")
    return say_many(
        "{number} session is planned", "{number} sessions are planned", number
    )


def _now(case: Casefile, stands: Standing) -> Facts:
    noon = datetime.combine(stands.on, time(23, 59)).astimezone()
    return facts_of(case, stands.rung, now=noon)


def _paced(after: date, pace: Fraction) -> Iterator[date]:
    """Return days after one, at so many sessions a week."""
    for number in range(1, MOST_SESSIONS + 1):
        day = after + timedelta(days=-(-number * 7 // pace))
        if day <= after + timedelta(days=FURTHEST_DAYS):
            yield day


# --- the steps after it -------------------------------------------------------------


def _later(
    step: Step,
    base: Facts | None,
    start: date | None,
    below: Step | None,
    stands: Standing | None,
) -> Forecast:
    """Return when a later rung can be done, by its hold and how often it is planned."""
    hold, pace = step.agreed.hold, per_week(step.often)
    needs = say(
        "{days} and {min_sessions}",
        days=say_many("{number} day", "{number} days", hold.days),
        min_sessions=say_many(
            "{number} session", "{number} sessions", hold.min_sessions
        ),
    )
    notes = tuple(_notes(step, below, stands))
    if pace is None:
        return Forecast(
            step.number, say("it needs {needs}", needs=needs), None, (*notes, HOW_OFTEN)
        )
    if start is None or stands is None or base is None:
        said = say(
            "it needs {needs} from its start, and is planned {often}",
            needs=needs,
            often=step.often,
        )
        return Forecast(step.number, said, None, notes)
    on = imagined_end(_afresh(base, step, start), step, _paced(start, pace))
    if on is None:
        said = say("it needs {needs}. Sessions alone do not settle it", needs=needs)
        return Forecast(step.number, said, None, notes)
    slow = tuple(_slow(step, (on - start).days, stands))
    said = say(
        "{begins}. What is agreed for it can be met by {on} at the earliest, planned "
        "{often}",
        begins=_begins(start, stands),
        on=say_day(on, today=stands.on),
        often=step.often,
    )
    return Forecast(step.number, said, on, (*notes, *slow))


def _begins(start: date, stands: Standing) -> str:
    """Return when a step can begin: at once, where all that was agreed is met."""
    if start <= stands.on:
        return say("it can begin now")
    return say(
        "it can begin on {start}, if all goes well before it",
        start=say_day(start, today=stands.on),
    )


def _afresh(facts: Facts, step: Step, start: date) -> Facts:
    """Return the facts of a step that begins on a day."""
    return replace(
        facts,
        on=start,
        began=start,
        sessions=(),
        observations=(),
        waiting=(),
        pause_events=(),
        minutes=step.minutes,
    )


def _notes(step: Step, below: Step | None, stands: Standing | None) -> Iterator[str]:
    hold = step.agreed.hold
    fast = stands.defaults.fast_step_days if stands else 0
    if hold.days < fast or hold.min_sessions < 2:
        days, sessions = (
            say_many("{number} day", "{number} days", hold.days),
            say_many("{number} session", "{number} sessions", hold.min_sessions),
        )
        yield say(
            "Step {number} can be done in {days} and {sessions}. "
            "That is fast: one good week can be luck.",
            number=step.number,
            days=days,
            sessions=sessions,
        )
    if below and None not in (step.expected_worry, below.expected_worry):
        gap = (step.expected_worry or 0) - (below.expected_worry or 0)
        if gap > WORRY_GAP:
            yield say(
                "Step {number} is expected to be {gap} worse than step "
                "{below}. Is there a step between them?",
                number=step.number,
                gap=gap,
                below=below.number,
            )


def _slow(step: Step, days: int, stands: Standing) -> Iterator[str]:
    if days > stands.defaults.slow_step_days:
        weeks = say_many("{number} week", "{number} weeks", round(days / 7))
        yield say(
            "Step {number} takes {weeks} even if all goes well. That "
            "is slow: what would make it shorter?",
            number=step.number,
            weeks=weeks,
        )
