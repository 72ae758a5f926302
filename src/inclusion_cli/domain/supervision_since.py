"""What a supervision opens from: what happened in a worker's own work since last time.

Overrides, pauses, limits, what was late, predictions against what came, harm and doubt,
people nobody has talked about, and what was agreed last time. No names of feelings and
no grade: decisions are looked at by how they were made, not by how they turned out.
Source: practice reference 6.4 (supervision record), 7 (5) and (16).
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.action import Worked
from inclusion_cli.domain.action_standing import actions_of
from inclusion_cli.domain.calibration import Calibration, calibration, in_words
from inclusion_cli.domain.dates import dated, say_day
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.naming import everything
from inclusion_cli.domain.record import record
from inclusion_cli.domain.supervision_work import WORK
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.supervision import Supervision

LOOKS_BACK = timedelta(days=42)
"""Six weeks, where there was no supervision before; a service default."""
QUESTIONS = (
    say("Which risk did I support, and what did I feel?"),
    say("What did I hold back, and why?"),
    say("Whose worry was it: theirs, mine, ours, or the organisation's?"),
    say("What did the person want?"),
    say("What did I expect, and what happened?"),
    say("Would I have decided the same for somebody of another background?"),
    say("Which limit could I propose to lift?"),
    say("What did I learn?"),
    say("Is there anything about safety, or about how we work, that must be told?"),
)
"""Reflective questions on positive risk; practice reference 6.4, supervision record."""


@record
class SinceLine:
    """One thing that happened: whose file, which record, in which words."""

    code: str
    says: str
    record: str = ""
    short: str = ""
    on: date | None = None
    name: str = ""


@record
class SinceGroup:
    """Things of one sort; `none` is what is said where there are none."""

    key: str
    title: str
    lines: tuple[SinceLine, ...]
    none: str


@record
class Prepared:
    """What a worker brings to their supervision, and the questions to think about.

    `since` is the day of the last one, or six weeks back where `first` is true.
    """

    worker: str
    since: date
    until: date
    first: bool
    groups: tuple[SinceGroup, ...]
    counts: Calibration
    questions: tuple[str, ...] = QUESTIONS


@dated()
def prepared(
    cases: Iterable[Casefile],
    *,
    left: Iterable[Casefile] = (),
    worker: Kept[Any],
    earlier: tuple[Kept[Supervision], ...],
    agreed: tuple[Kept[Action], ...],
    now: datetime,
    defaults: Defaults = SHIPPED,
) -> Prepared:
    """Return what happened in a worker's work since their last supervision.

    `earlier` are their supervisions, `agreed` the actions taken away from them.
    `left` are the files of people who left: their alarms stand until they are answered.
    """
    cases = tuple(cases)
    last = earlier[-1] if earlier else None
    since = last.record.on if last else now.date() - LOOKS_BACK
    counts = calibration(cases, worker=worker.id, first=since, last=now.date())
    groups = [
        _agreements(last, agreed, now.date()),
        _alarms((*cases, *left), worker.id, now, defaults),
        *_work(cases, worker.id, since, now),
        SinceGroup(
            "guesses",
            say("What was expected, and what came"),
            tuple(SinceLine("", says) for says in in_words(counts)),
            say("No guess can be put beside what came."),
        ),
        _not_talked_about(cases, earlier, worker.id),
    ]
    return Prepared(
        worker.record.name, since, now.date(), not earlier, tuple(groups), counts
    )


def _work(
    cases: tuple[Casefile, ...], worker: str, since: date, now: datetime
) -> Iterator[SinceGroup]:
    """Return what the worker did and left undone, each sort in its group."""
    for key, title, find, none in WORK:
        lines = (
            SinceLine(
                case.person.record.code,
                one.says,
                one.id,
                short_id(one.id),
                one.on,
                case.person.record.name,
            )
            for case in cases
            for one in find(case, worker, since, now)
        )
        yield SinceGroup(key, title, tuple(lines), none)


def _alarms(
    cases: tuple[Casefile, ...], worker: str, now: datetime, defaults: Defaults
) -> SinceGroup:
    """Return the alarms that stand on home for people in whose file a worker writes.

    Both sides: a risk with no answer, and a next step that nobody has offered.
    """
    lines = tuple(
        SinceLine(
            case.person.record.code,
            item.says,
            record := next(iter(item.records), case.person.id),
            short_id(record),
            item.on,
        )
        for case in cases
        if any(kept.author == worker for kept in everything(case))
        for item in due_for(case, now=now, defaults=defaults)
        if item.alarm and not kept_back(case).keys() & set(item.records)
    )
    return SinceGroup(
        "alarms",
        say("What has no answer now"),
        lines,
        say("No alarm stands on home."),
    )


def _agreements(
    last: Kept[Supervision] | None, agreed: tuple[Kept[Action], ...], today: date
) -> SinceGroup:
    own = actions_of(agreed, last.id) if last else ()
    older = [a for a in agreed if a not in own and a.record.done_on is None]
    return SinceGroup(
        "agreed",
        say("What you took away last time"),
        tuple(
            SinceLine(
                "", _how(one.record, today), one.id, short_id(one.id), one.record.due
            )
            for one in (*older, *own)
        ),
        say("Nothing was taken away.")
        if last
        else say("There was no supervision yet."),
    )


def _how(action: Action, today: date) -> str:
    """Return an agreement and what became of it."""
    what = action.what.rstrip(".")
    if action.done_on and action.worked is Worked.NO:
        return say(
            "{what}. Done on {day}; it did not work.",
            what=what,
            day=say_day(action.done_on),
        )
    if action.done_on:
        return say("{what}. Done on {day}.", what=what, day=say_day(action.done_on))
    if action.due < today:
        days = say_many("{number} day", "{number} days", (today - action.due).days)
        return say("{what}. Not done, {days} past its day.", what=what, days=days)
    return say("{what}. Still to do, by {day}.", what=what, day=say_day(action.due))


def _not_talked_about(
    cases: tuple[Casefile, ...], earlier: tuple[Kept[Supervision], ...], worker: str
) -> SinceGroup:
    """Return the people in whose file this worker writes and nobody talked about."""
    talked = {record for kept in earlier for record in kept.record.cases}
    lines = tuple(
        SinceLine(
            case.person.record.code,
            say("Not in any supervision so far."),
            case.person.id,
            short_id(case.person.id),
            name=case.person.record.name,
        )
        for case in cases
        if case.person.record.closed_on is None
        and not talked & {case.person.id, *(kept.id for kept in everything(case))}
        and any(kept.author == worker for kept in everything(case))
    )
    return SinceGroup(
        "silent",
        say("People nobody has talked about"),
        lines,
        say("Each of them has been talked about."),
    )


def offered(found: Prepared) -> Iterator[SinceLine]:
    """Return the lines that can be talked about: each record once."""
    seen: set[str] = set()
    for group in found.groups:
        for line in group.lines:
            if line.code and line.record not in seen:
                seen.add(line.record)
                yield line
