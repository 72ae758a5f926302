"""`inclusion prepare`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework.plan import current_step
from inclusion_cli.casework.prepare import preparation_from, record_preparation
from inclusion_cli.cli.options import Person, guided, nothing_saved
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.predictions import veiled
from inclusion_cli.interviews import prepare as asks
from inclusion_cli.interviews.prepare_questions import Ahead, every_question
from inclusion_cli.interviews.question import Form
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.store.drafts import Draft

app = single("prepare")


@guided(app, None, "preparation", every_question)
def prepare(desk: Desk, person: Person = None) -> Any:
    """Get ready for a session together: about 3 minutes before you go.

    What each of you expects is sealed. It opens when the debrief is saved.
    """
    case, draft = asking.begin(desk, person, "preparation", say("getting ready with"))
    form, it = form_of(desk, case, draft)
    assert it.step is not None, "a preparation is about a step"
    given = asking.gather(
        desk,
        form,
        case.person.file,
        draft=draft,
        about={"step": it.step.id, "session": it.session.id if it.session else ""},
        again=f"prepare {case.person.record.code}",
    )
    record = preparation_from(given, it.step, it.session, at=desk.clock.now())
    with desk.writing() as work:
        saved = record_preparation(work, case, record, session=it.session)
    if desk.call.dry_run:
        return nothing_saved(case.label, veiled(record), form, given)
    return saved


def form_of(desk: Desk, case: Casefile, draft: Draft | None) -> tuple[Form, Ahead]:
    """Return the check before the next session of the step that is on."""
    now = desk.clock.now()
    step = current_step(case).step
    session = asks.next_session(case, step, now=now)
    if draft and (kept := asks.drafted(case, draft.about)):
        step, session = kept
    it = asks.ahead(case, step, session, now=now)
    return asks.form(case, it), it
