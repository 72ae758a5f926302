"""Sustained engagement, apart from going once; practice reference 6.2.

Sustained: 6 or more sessions gone to in the same activity over 8 weeks or more, with no
gap of more than 21 days that a service cancellation or the plan does not explain. The
same activity is the same partner, or where none is named the same place.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.hold import days_lost
from inclusion_cli.domain.number_kinds import Count, counted
from inclusion_cli.domain.record import record
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept

LEAST_SESSIONS, LEAST_DAYS, LONGEST_GAP = 6, 8 * 7, 21
ONE_DAY = timedelta(days=1)

Gone = tuple["Kept[Debrief]", ...]


@record
class Run:
    """Sessions gone to in one activity with no gap that nothing explains."""

    activity: str
    sessions: Gone

    @property
    def days(self) -> int:
        """Return the days from its first session to its last."""
        return (self.sessions[-1].on - self.sessions[0].on).days

    @property
    def sustained(self) -> bool:
        """Say whether it is long enough, and of enough sessions."""
        return len(self.sessions) >= LEAST_SESSIONS and self.days >= LEAST_DAYS


@record
class Engaged:
    """Engagement that lasted, by activity; and what has not lasted, or not yet.

    `sustained` has a run for each activity, by the id of its last session.
    `sessions_in_sustained` and `sessions_one_off` are the sessions of the period.
    `begun_12_weeks_ago` are activities begun so long ago, `lasting_12_weeks` those of
    them that lasted as long; the same for 26.
    """

    activities: Count
    sustained: Count
    sessions_in_sustained: Count
    sessions_one_off: Count
    once_only: Count
    begun_12_weeks_ago: Count
    lasting_12_weeks: Count
    begun_26_weeks_ago: Count
    lasting_26_weeks: Count


def engaged(case: Casefile, *, now: datetime, first: date, last: date) -> Engaged:
    """Return what lasted, of the activities a person went to in a period."""
    runs = tuple(_runs(case, now, last))
    own = {d.id for run in runs for d in run.sessions if first <= d.on <= last}
    present = tuple(r for r in runs if any(d.id in own for d in r.sessions))
    lasted = [d.id for r in present if r.sustained for d in r.sessions if d.id in own]
    names = {run.activity for run in present}
    begun = _first_days(runs)
    twelve, twenty_six = (_since(begun, last, weeks) for weeks in (12, 26))
    return Engaged(
        activities=counted(_latest(present, name) for name in sorted(names)),
        sustained=counted(
            _latest(tuple(r for r in present if r.sustained), name)
            for name in sorted({r.activity for r in present if r.sustained})
        ),
        sessions_in_sustained=counted(lasted),
        sessions_one_off=counted(sorted(own - {*lasted})),
        once_only=counted(
            _latest(present, name)
            for name in sorted(names)
            if sum(len(r.sessions) for r in runs if r.activity == name) == 1
        ),
        begun_12_weeks_ago=counted(begun[name][1] for name in twelve),
        lasting_12_weeks=_lasting(runs, twelve, 12),
        begun_26_weeks_ago=counted(begun[name][1] for name in twenty_six),
        lasting_26_weeks=_lasting(runs, twenty_six, 26),
    )


def _since(begun: dict[str, tuple[date, str]], last: date, weeks: int) -> list[str]:
    """Return the activities that were begun so many weeks ago, or longer."""
    until = last - timedelta(weeks=weeks)
    return sorted(name for name, (day, _id) in begun.items() if day <= until)


def _lasting(runs: tuple[Run, ...], names: list[str], weeks: int) -> Count:
    """Return the activities of which a run lasted so many weeks."""
    long = [run for run in runs if run.sustained and run.days >= weeks * 7]
    own = [tuple(r for r in long if r.activity == name) for name in names]
    return counted(found[-1].sessions[-1].id for found in own if found)


def _latest(runs: tuple[Run, ...], name: str) -> str:
    return [run for run in runs if run.activity == name][-1].sessions[-1].id


def _first_days(runs: tuple[Run, ...]) -> dict[str, tuple[date, str]]:
    begun: dict[str, tuple[date, str]] = {}
    for run in runs:
        begun.setdefault(run.activity, (run.sessions[0].on, run.sessions[0].id))
    return begun


def _runs(case: Casefile, now: datetime, last: date) -> Iterator[Run]:
    """Return the runs of each activity, in order of time."""
    known = sorted(
        (d for d in case.debriefs if d.happened_at <= now and d.on <= last),
        key=lambda kept: kept.order,
    )
    explained = _explained(case, tuple(known), now, last)
    of: dict[str, list[Kept[Debrief]]] = {}
    for debrief in known:
        if debrief.record.outcome.attended:
            of.setdefault(activity(case, debrief), []).append(debrief)
    for name, gone in of.items():
        run: list[Kept[Debrief]] = []
        for debrief in gone:
            if run and _gap(run[-1].on, debrief.on, explained) > LONGEST_GAP:
                yield Run(name, tuple(run))
                run = []
            run.append(debrief)
        yield Run(name, tuple(run))


def activity(case: Casefile, debrief: Kept[Debrief]) -> str:
    """Return which activity a session was of: its partner's id, else where it was."""
    step = case.step(debrief.record.step)
    if step is None:
        return folded(debrief.record.place)
    return step.record.partner or folded(debrief.record.place or step.record.place)


def _gap(before: date, after: date, explained: frozenset[date]) -> int:
    """Return the days between two sessions that nothing explains."""
    days = (after - before).days
    between = (before + ONE_DAY * n for n in range(1, days))
    return days - sum(day in explained for day in between)


def _explained(
    case: Casefile, known: Gone, now: datetime, last: date
) -> frozenset[date]:
    """Return the days lost to the service, away, or on a pause that was decided."""
    lost = days_lost(known, Outcome.CANCELLED_BY_SERVICE, until=last)
    paused = days_lost(known, Outcome.PAUSED_BY_PLAN, until=last)
    return lost | paused | case.away_days() | frozenset(_paused(case, now, last))


def _paused(case: Casefile, now: datetime, last: date) -> Iterator[date]:
    """Return the days from each pause to what was decided next about that step."""
    decided = [d for d in case.decisions if d.happened_at <= now]
    for number, kept in enumerate(decided):
        if kept.record.choice is not Choice.PAUSE:
            continue
        step, later = kept.record.step, decided[number + 1 :]
        own = (d for d in later if d.record.step == step)
        ended = (d.on for d in own if _ends(d.record.choice))
        until = next(ended, last)
        yield from (kept.on + ONE_DAY * n for n in range((until - kept.on).days + 1))


def _ends(choice: Choice) -> bool:
    return choice not in (Choice.PAUSE, Choice.HOLD)


def level_now(case: Casefile) -> int | None:
    """Return the accompaniment of the step that is on, else of the one last left."""
    rungs = case.rungs()
    on = next((r for r in rungs if r.current), None)
    left = [r for r in rungs if r.state is not State.PLANNED and r.stands_since]
    latest = max(left, key=lambda r: r.stands_since or date.min, default=None)
    rung = on or latest
    return rung.step.record.accompaniment if rung else None


def level_at_start(case: Casefile) -> int | None:
    """Return the accompaniment of the step that was begun first."""
    for move in case.all_moves():
        step = case.step(move.to_step)
        if step is not None and move.choice is Choice.START:
            return step.record.accompaniment
    return None
