"""Sessions as a list: what is to come, and what waits for its debrief."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.for_now import titled_now
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.plan import Step

WEEK = timedelta(days=7)
MOST_AT_ONCE = 26
WAITS = say("waits for its debrief")


@record
class SessionListed:
    """One session in words; `state` says whether it waits, or is prepared."""

    code: str
    name: str
    at: datetime
    when: str
    step: int
    title: str
    where: str
    state: str
    id: str
    record: str

    @property
    def waits(self) -> bool:
        """Say whether it waits for its debrief."""
        return self.state == WAITS


@record
class Sessions:
    """Sessions of one person or of all, in order of time."""

    whose: str
    code: str
    lines: tuple[SessionListed, ...]
    closed: date | None = None


def sessions(
    cases: Iterable[Casefile], *, now: datetime, whose: str = "", code: str = ""
) -> Sessions:
    """Return the sessions that wait for a debrief and those to come."""
    cases = tuple(cases)
    closed = cases[0].closed_on if code else None
    lines = [line for case in cases for line in _lines(case, now)]
    lines.sort(key=lambda line: (line.at, line.code))
    return Sessions(whose, code, tuple(lines), closed)


def _lines(case: Casefile, now: datetime) -> Iterator[SessionListed]:
    for kept in case.open_sessions():
        step = case.step(kept.record.step)
        if step is not None:
            yield _line(case, kept, step, now)


def _line(
    case: Casefile, kept: Kept[Session], step: Kept[Step], now: datetime
) -> SessionListed:
    at = kept.record.at
    return SessionListed(
        code=case.person.record.code,
        name=case.person.record.name,
        at=at,
        when=f"{say_near(at.date(), today=now.date())} {say_time(at)}",
        step=step.record.number,
        title=titled_now(case, step),
        where=_where(kept.record),
        state=_state(case, kept, now),
        id=kept.id,
        record=short_id(kept.id),
    )


def _where(session: Session) -> str:
    """Return what is not as on the step."""
    return ", ".join(t for t in (session.place, session.company, session.travel) if t)


def _state(case: Casefile, kept: Kept[Session], now: datetime) -> str:
    if kept.record.at <= now:
        return WAITS
    return "prepared" if is_prepared(case, kept) else "planned"


def is_prepared(case: Casefile, session: Kept[Session]) -> bool:
    """Say whether a session was got ready for."""
    return any(ready.record.session == session.id for ready in case.preparations)


def weekly(first: datetime, until: datetime) -> tuple[datetime, ...]:
    """Return the same local time each week, first and last day included.

    The hour on the clock stays when the clocks change.
    """
    found, at = [first], first.replace(tzinfo=None)
    while (at := at + WEEK).date() <= until.date():
        found.append(at.astimezone())
    return tuple(found)
