"""Planning sessions, moving one, and cancelling one: whose doing it was is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.debrief import refuse_changed
from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.debrief import Debrief, Outcome, Session
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.sessions import weekly
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.store.work import Work

MOVED = say("moved to another time")


def session_from(
    answers: Mapping[str, Any], step: Kept[Step], *, travel: str = ""
) -> Session:
    """Return the session the answers stand for; "" for what is as on the step.

    `travel` is how they usually get there.
    """

    def own(key: str, usual: str) -> str:
        told = answers.get(key) or ""
        return "" if told == usual else told

    return Session(
        step.id,
        answers["when"],
        place=own("place", step.record.place),
        company=own("company", step.record.company),
        travel=own("travel", step.record.travel or travel),
    )


def plan_sessions(
    work: Work,
    case: Casefile,
    step: Kept[Step],
    answers: Mapping[str, Any],
    *,
    travel: str = "",
) -> Saved:
    """Plan one session, or the same each week; what is planned already stays."""
    first = session_from(answers, step, travel=travel)
    times: tuple[datetime, ...] = (first.at,)
    if answers.get("until"):
        end = datetime.combine(answers["until"], time()).astimezone()
        times = weekly(first.at, end)
    taken = {kept.record.at for kept in case.open_sessions()}
    file, code = case.person.file, case.person.record.code
    made = [
        work.add(replace(first, at=at), file=file, happened_at=at)
        for at in times
        if at not in taken
    ]
    work.clear_draft(file, "session_plan")
    many = say_many("{number} session", "{number} sessions", len(made))
    last = say_when(made[-1].record.at)
    told = say_when(first.at)
    says = (
        told
        if len(made) == 1
        else say("{many}, from {told} to {last}", many=many, told=told, last=last)
    )
    left = len(times) - len(made)
    kept = say(
        "{left} in between was planned already, and stays.",
        left=say_many("{number} time", "{number} times", left),
    )
    return Saved(
        say("Planned for {label}: {says}.", label=case.label, says=says),
        code=code,
        kind="session",
        id=made[0].id,
        record=first,
        follows=(kept,) if left else (),
        next=("session", "list", code),
    )


def cancel_session(
    work: Work, case: Casefile, session: Kept[Session], answers: Mapping[str, Any]
) -> Saved:
    """Record that a session does not go ahead, as its debrief says it.

    Raises SessionChanged where it is not as it was read.
    """
    refuse_changed(work, case, session)
    outcome = Outcome(answers["by"])
    file, code = case.person.file, case.person.record.code
    debrief = Debrief(
        step=session.record.step,
        at=session.record.at,
        outcome=outcome,
        session=session.id,
        words=answers.get("words") or "",
        note=answers.get("note") or "",
    )
    kept = work.add(debrief, file=file, happened_at=session.record.at)
    if answers.get("next"):
        again = replace(session.record, at=answers["next"])
        work.add(again, file=file, happened_at=again.at)
    work.clear_draft(file, "session_cancel")
    return Saved(
        say(
            "Cancelled for {label}: {at}.",
            label=case.label,
            at=say_when(session.record.at),
        ),
        code=code,
        kind="debrief",
        id=kept.id,
        record=debrief,
        follows=tuple(_follows(case, outcome, answers.get("next"))),
        next=("session", "list", code)
        if answers.get("next")
        else ("session", "plan", code),
    )


def _follows(case: Casefile, outcome: Outcome, again: datetime | None) -> Iterator[str]:
    name = case.known_as
    if outcome.countable:
        yield say(
            "{name} chose not to. That is always fine, and no reason is needed.",
            name=name,
        )
    elif outcome is Outcome.CANCELLED_BY_SERVICE:
        yield say("We cancelled this one. It does not count against {name}.", name=name)
    else:
        yield say("It does not count against {name}.", name=name)
    if again:
        yield say("New time: {again}.", again=say_when(again))


def move_session(
    work: Work, case: Casefile, session: Kept[Session], answers: Mapping[str, Any]
) -> Saved:
    """Move a session to another time; where it was stays in the history.

    Raises SessionChanged where it is not as it was read.
    """
    refuse_changed(work, case, session)
    code = case.person.record.code
    moved = replace(session.record, at=answers["when"])
    kept = work.amend(
        session, moved, reason=answers.get("reason") or MOVED, happened_at=moved.at
    )
    work.clear_draft(case.person.file, "session_move")
    return Saved(
        say("Moved for {label}: {at}.", label=case.label, at=say_when(moved.at)),
        code=code,
        kind="session",
        id=kept.id,
        record=moved,
        follows=(say("It was {at}.", at=say_when(session.record.at)),),
        next=("session", "list", code),
    )
