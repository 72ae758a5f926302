"""`inclusion session [list] | plan | move | cancel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import session as acts
from inclusion_cli.casework.plan import current_step
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.cli.whose import open_cases
from inclusion_cli.desk import Desk
from inclusion_cli.domain.sessions import Sessions, sessions
from inclusion_cli.interviews import session as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.interviews.question import Answers

app = group("session", say("Sessions: what is planned and what waits."), default="list")


@command(app, "list")
def show(desk: Desk, person: Person = None) -> Sessions:
    """List the sessions to come and those that wait for a debrief."""
    now = desk.clock.now()
    if person:
        case = asking.anybody(desk, person)
        own = case.person.record
        return sessions([case], now=now, whose=own.name, code=own.code)
    return sessions(open_cases(desk), now=now)


@guided(app, "plan", "session_plan", lambda: asks.plan_questions(asks.some_day()))
def plan(desk: Desk, person: Person = None) -> Any:
    """Plan a session of the step that is on, or the same each week.

    Example: inclusion session plan AK-014 --when "Tuesday 2pm" --until "15 December"
    """
    case, draft = asking.begin(desk, person, "session_plan", say("a session for"))
    step = current_step(case).step
    it = asks.planning(case, now=desk.clock.now(), step=step)
    form = asks.plan_form(case, step, it)
    given = asking.answers_about(desk, case, draft, form, "session plan")
    travel = it.usual.travel
    with desk.writing() as work:
        saved = acts.plan_sessions(work, case, step, given, travel=travel)
    if desk.call.dry_run:
        first = acts.session_from(given, step, travel=travel)
        return nothing_saved(case.label, first, form, given)
    return saved


@guided(app, "cancel", "session_cancel", lambda: asks.cancel_questions(asks.some_day()))
def cancel(desk: Desk, person: Person = None) -> Any:
    """Cancel a session: by us, the place, something outside, or as the person chose.

    What we, the place or something outside cancelled never counts against the person.
    """
    case, draft = asking.begin(
        desk, person, "session_cancel", say("a cancelled session of")
    )
    form = asks.cancel_form(case, asks.planning(case, now=desk.clock.now()))
    given = asking.answers_about(desk, case, draft, form, "session cancel")
    with desk.writing() as work:
        saved = acts.cancel_session(work, case, _chosen(case, given), given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


@guided(app, "move", "session_move", lambda: asks.move_questions(asks.some_day()))
def move(desk: Desk, person: Person = None) -> Any:
    """Move a session to another time. Where it was stays in the history."""
    case, draft = asking.begin(desk, person, "session_move", say("a moved session of"))
    form = asks.move_form(case, asks.planning(case, now=desk.clock.now()))
    given = asking.answers_about(desk, case, draft, form, "session move")
    with desk.writing() as work:
        saved = acts.move_session(work, case, _chosen(case, given), given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


def _chosen(case: Casefile, given: Answers) -> Kept[Session]:
    return next(kept for kept in case.sessions if kept.id == given["session"])
