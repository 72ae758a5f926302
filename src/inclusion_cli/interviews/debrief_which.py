"""Which session a debrief is of: the one that waits, or that of a step that has ended.

Nothing is guessed: where more than one is possible, it is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.casefile import Casefile, State
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.ids import fits
from inclusion_cli.domain.typed_dates import Leaning, Unclear, parse_when
from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import AnswersWrong, NotUnderstood
from inclusion_cli.interviews.debrief import session_question, step_question
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.interviews.asker import Asker

    Which = tuple[Kept[Step], Kept[Session] | None]

ANOTHER = Choice("another", say("Another one, that was not planned here"))
NONE_IS_ON = say("No step is on now.")
OWN_KEYS = ("step", "session")
"""Answers that say what a debrief is about, before its form is made."""


class NoSuchSession(NotUnderstood):
    """What was typed names no session that waits for a debrief."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            say('No session waits for a debrief as "{typed}".', typed=one_line(typed))
        )
        self.hint = say("To see those that wait, type: inclusion session list")


def which(
    case: Casefile,
    given: Mapping[str, str | None],
    asker: Asker | None,
    *,
    now: datetime,
) -> Which | None:
    """Return the step and session of a debrief, None where no step ever was on.

    Raises AnswersWrong where more than one is possible and nobody can be asked.
    """
    waiting = [s for s in case.open_sessions() if s.record.at <= now]
    waiting = [s for s in waiting if case.step(s.record.step)]
    if typed := given.get("session"):
        waiting = [s for s in waiting if fits(s.id, typed)]
        if not waiting and typed != ANOTHER.key:
            raise NoSuchSession(typed)
    if typed := given.get("step"):
        return _of_step(case, typed, waiting, given, asker, now=now)
    if waiting:
        session = _one_of(waiting, case, given, asker, now=now)
        if session:
            return _step_of(case, session), session
    current = case.current()
    if current:
        return current.step, None
    return _ended(case, asker)


def _of_step(
    case: Casefile,
    typed: str,
    waiting: list[Kept[Session]],
    given: Mapping[str, str | None],
    asker: Asker | None,
    *,
    now: datetime,
) -> Which:
    """Return the step that was named, and its session that waits, if one does."""
    been = {str(step.record.number): step for step in _been_on(case)}
    if typed.strip() not in been:
        numbers = ", ".join(been) or "none"
        raise AnswersWrong(
            {
                "step": say(
                    "Step must be one that was on: {numbers}. You typed {typed}.",
                    numbers=numbers,
                    typed=typed,
                )
            }
        )
    step = been[typed.strip()]
    own = [session for session in waiting if session.record.step == step.id]
    return step, _one_of(own, case, given, asker, now=now) if own else None


def _one_of(
    waiting: list[Kept[Session]],
    case: Casefile,
    given: Mapping[str, str | None],
    asker: Asker | None,
    *,
    now: datetime,
) -> Kept[Session] | None:
    """Return the session meant; None for one that was not planned here."""
    if len(waiting) == 1:
        return waiting[0]
    if (at := _told_time(given, now)) and (
        found := [session for session in waiting if session.record.at == at]
    ):
        return found[0]
    choices = tuple(
        Choice(s.id, f"{say_when(s.record.at)}, {_step_of(case, s).record.title}")
        for s in waiting
    )
    if asker is None:
        lines = "".join(f"\n    {c.key[-8:]}  {c.label}" for c in choices)
        raise AnswersWrong(
            {"session": say("Session: add --session, one of:{lines}", lines=lines)}
        )
    chosen = ask_one(session_question((*choices, ANOTHER)), asker)
    return next((s for s in waiting if s.id == chosen), None)


def _told_time(given: Mapping[str, str | None], now: datetime) -> datetime | None:
    try:
        return parse_when(given.get("when") or "", now=now, leaning=Leaning.BACK)
    except Unclear:
        return None


def _ended(case: Casefile, asker: Asker | None) -> Which | None:
    """Return the step a session belonged to, where none is on now."""
    been = _been_on(case)
    if len(been) < 2:
        return (been[0], None) if been else None
    choices = tuple(Choice(str(s.record.number), s.record.title) for s in been)
    if asker is None:
        raise AnswersWrong(
            {
                "step": say(
                    "{none_is_on} Say which it was: add --step", none_is_on=NONE_IS_ON
                )
            }
        )
    chosen = ask_one(step_question(choices), asker, NONE_IS_ON)
    return next(s for s in been if str(s.record.number) == chosen), None


def _been_on(case: Casefile) -> list[Kept[Step]]:
    """Return the steps that are or were on."""
    begun = {d.record.to_step for d in case.decisions}
    return [
        rung.step
        for rung in case.rungs()
        if rung.state is not State.PLANNED or rung.step.id in begun
    ]


def _step_of(case: Casefile, session: Kept[Session]) -> Kept[Step]:
    step = case.step(session.record.step)
    assert step is not None, "a session that waits has its step"
    return step
