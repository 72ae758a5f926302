"""`inclusion observe [add] | list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework.observe import (
    observation_from,
    observation_receipt,
    record_observation,
)
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.observed import Observed, observed
from inclusion_cli.interviews import observe as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.observe import Between
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

app = group("observe", say("What happens between sessions."), default="add")


@guided(app, "add", "observation", asks.every_question)
def add(desk: Desk, person: Person = None) -> Any:
    """Record something between sessions: a call, sleep, craving, a request, a sign.

    Example: inclusion observe AK-014
    """
    case, draft = asking.begin_with_anybody(
        desk, person, "observation", say("something about")
    )
    it = asks.between(case, now=desk.clock.now())
    return observe(desk, case, draft, asks.form(case, it), it, "observe")


def observe(
    desk: Desk, case: Casefile, draft: Draft | None, form: Form, it: Between, again: str
) -> Any:
    """Ask what happened between sessions, and keep it; `again` carries it on."""
    given = asking.answers_about(desk, case, draft, form, again)
    record = observation_from(given, it.signs)
    with desk.writing() as work:
        kept = record_observation(work, case, record, form.name)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return observation_receipt(desk.reading, kept, now=desk.clock.now())


@command(app, "list")
def show(desk: Desk, person: Person = None) -> Observed:
    """List what was recorded between sessions, newest first."""
    return observed(asking.anybody(desk, person))
