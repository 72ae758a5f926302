"""The earliest day each rung can be done, if every session goes as planned.

It is arithmetic on what was agreed, never a prediction of the person: the sessions are
imagined to go as well as they can.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Debrief, Happened, LimitKept, Outcome
from inclusion_cli.domain.facts import Looked
from inclusion_cli.domain.gathered import facts_of
from inclusion_cli.domain.hold import hold_clock
from inclusion_cli.domain.judging import seen_by
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.moments import MONEY_LOOKS
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.often import per_week
from inclusion_cli.domain.record import record, replace
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from inclusion_cli.domain.criteria import Criteria
    from inclusion_cli.domain.facts import Facts, Observed
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
    return _imagined(_now(case, stands), stands.rung.step.record, stands.planned)


def _by_pace(case: Casefile, stands: Standing) -> tuple[str, date | None]:
    """Return what is missing, and the day if it goes on as often as was agreed."""
    step, lacking = stands.rung.step.record, stands.hold.missing
    more = say("it needs {lacking}", lacking=lacking)
    if stands.hold.started is None:
        more = f"{more}. {_in_the_diary(len(stands.planned))}"
    pace = per_week(step.often)
    if pace is None:
        return more, None
    on = _imagined(
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


# --- sessions that go as well as they can -------------------------------------------


def _imagined(facts: Facts, step: Step, days: Iterable[date]) -> date | None:
    """Return the day the hold is complete, if sessions on these days go well."""
    own = step.agreed
    ahead = sorted(day for day in days if day > facts.on)
    sessions = [
        _good(step, day, len(facts.sessions) + n) for n, day in enumerate(ahead)
    ]
    last = (ahead[-1] if ahead else facts.on) + timedelta(days=own.hold.days + 1)
    imagined = replace(
        facts,
        on=last,
        now=datetime.combine(last, time(23, 59)).astimezone(),
        sessions=(*facts.sessions, *sessions),
        observations=(*facts.observations, *_nights(own, facts.on, last)),
        card_days=(*facts.card_days, *ahead),
        looks=(*facts.looks, *_looks(own, facts.on, last)),
    )
    return hold_clock(own, imagined).completed


def _nights(criteria: Criteria, after: date, last: date) -> Iterator[Observed]:
    """Return a good night before each day, where nights are counted."""
    if Seen.SLEEP not in seen_by(criteria.stability):
        return
    for number in range(1, (last - after).days + 1):
        day = after + timedelta(days=number)
        at = datetime.combine(day, time(7)).astimezone()
        night = Observation(Seen.SLEEP, at, minutes_slept=9 * 60)
        yield Kept(f"night-{day}", "", "", night, "", at, at)


def _looks(criteria: Criteria, after: date, last: date) -> Iterator[Looked]:
    """Return a look at each week as it ends, where weeks of money are counted."""
    names = {rule.name for rule in criteria.stability.walk()}
    if not MONEY_LOOKS & names:
        return
    monday = after + timedelta(days=-after.weekday() % 7)
    while monday <= last:
        at = datetime.combine(monday, time(7)).astimezone()
        week = monday - timedelta(days=7)
        yield Looked(week, at, f"look-{week}", done=True, unexplained=0)
        monday += timedelta(days=7)


def _good(step: Step, day: date, place: int) -> Kept[Debrief]:
    """Return a session that goes as well as it can; the first two set the baseline."""
    at = datetime.combine(day, time(12)).astimezone()
    worry = 10 if place < 2 and _falls(step.agreed) else 0
    told = Debrief(
        step="",
        at=at,
        outcome=Outcome.ATTENDED_FULL,
        worry_before=worry,
        worry_peak=worry,
        worry_after=0,
        feared=Happened.NO,
        signs=(),
        concerns=(),
        minutes=step.minutes,
        belief_before=100,
        belief_after=0,
        coped=10,
        confidence=10,
        craving=0,
        behaviours=(),
        limits=tuple(LimitKept(limit.id, kept=True) for limit in step.limits),
        minutes_slept=9 * 60,
        stage=1,
    )
    return Kept(f"imagined-{day}", "", "", told, "", at, at)


def _falls(criteria: Criteria) -> bool:
    return any(rule.name == "suds_drop_from_baseline" for rule in criteria.rules())


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
    on = _imagined(_afresh(base, step, start), step, _paced(start, pace))
    if on is None:
        said = say("it needs {needs}. Sessions alone do not settle it", needs=needs)
        return Forecast(step.number, said, None, notes)
    slow = tuple(_slow(step, (on - start).days, stands))
    said = say(
        "it can be done on {on} at the earliest, planned {often}",
        on=say_day(on, today=stands.on),
        often=step.often,
    )
    return Forecast(step.number, said, on, (*notes, *slow))


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
