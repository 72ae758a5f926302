"""`inclusion debrief`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework.debrief import debrief_from, record_debrief
from inclusion_cli.casework.debrief_receipt import debrief_receipt
from inclusion_cli.casework.plan import NoStepIsOn
from inclusion_cli.cli.options import Person, guided, nothing_saved
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.debrief import Session, Word
from inclusion_cli.domain.left_owed import untold
from inclusion_cli.domain.standing import Standing, standing
from inclusion_cli.errors import FileClosed
from inclusion_cli.interviews import debrief as asks
from inclusion_cli.interviews.debrief_about import About
from inclusion_cli.interviews.debrief_which import OWN_KEYS, which
from inclusion_cli.interviews.question import Form
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import datetime

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.interviews.asker import Asker
    from inclusion_cli.store.drafts import Draft

app = single("debrief")


@guided(app, None, "debrief", asks.every_question)
def debrief(desk: Desk, person: Person = None) -> Any:
    """Record a session: a few short questions, and more only when needed.

    Each answer is kept as you go. Ctrl+D stops and keeps your place.

    Examples: inclusion debrief. inclusion debrief AK-014. inclusion debrief AK-014
    --answers answers.json --no-input
    """
    now = desk.clock.now()
    first = None if person else waiting(desk, now)
    about = say("a debrief for")
    if person:
        case, draft = asking.begin_with_anybody(desk, person, "debrief", about)
        if case.closed_on and not untold(case, now=now):
            raise FileClosed(case.person)
    else:
        case, draft = asking.begin(desk, person, "debrief", about, first=first)
    form, it = form_of(desk, case, draft, desk.asker)
    given = asking.gather(
        desk,
        form,
        case.person.file,
        draft=draft,
        about={
            "step": it.step.id if it.step else "",
            "session": it.session.id if it.session else "",
        },
        given={k: raw for k, raw in desk.given.items() if k not in OWN_KEYS},
        again=f"debrief {case.person.record.code}",
    )
    assert it.step is not None, "a debrief is about a step"
    record = debrief_from(given, it.step, it.session, it.signs, it.actions)
    with desk.writing() as work:
        kept = record_debrief(work, case, record, given, session=it.session)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return debrief_receipt(desk.reading, kept, now=desk.clock.now())


def form_of(
    desk: Desk, case: Casefile, draft: Draft | None, asker: Asker | None = None
) -> tuple[Form, About]:
    """Return the form of a debrief, the same again when it is carried on."""
    now = desk.clock.now()
    found = _drafted(case, draft)
    if found is None:
        found = which(case, desk.given, asker, now=now)
    if found is None:
        raise NoStepIsOn(case.person.record.code)
    if case.closed_on and found[1] is None:
        raise FileClosed(case.person)
    step, session = found
    ready = _ready_matters(standing(case, now=now), step)
    it = asks.about(case, step, session, now=now, ask_ready=ready)
    return asks.form(case, it), it


def _drafted(
    case: Casefile, draft: Draft | None
) -> tuple[Kept[Step], Kept[Session] | None] | None:
    """Return what a draft is about, as far as it still stands."""
    step = case.step(draft.about.get("step", "")) if draft else None
    if step is None or draft is None:
        return None
    wanted = draft.about.get("session")
    return step, next((s for s in case.open_sessions() if s.id == wanted), None)


def _ready_matters(stands: Standing | None, step: Kept[Step]) -> bool:
    """Say whether, after this session, all but the person's word may be met."""
    if stands is None or stands.rung.step.id != step.id or stands.word is Word.YES:
        return False
    hold = stands.hold
    days = hold.started is not None and hold.days >= hold.days_needed
    return hold.complete or (days and hold.sessions + 1 >= hold.sessions_needed)


def waiting(desk: Desk, now: datetime) -> dict[str, str]:
    """Return the files with a session that waits for a debrief, and which it is."""
    found: dict[str, str] = {}
    for file in {session.file for session in desk.reading.all(Session)}:
        case = desk.reading.casefile(file)
        for session in case.open_sessions():
            step = case.step(session.record.step)
            if step and session.record.at <= now:
                at = session.record.at
                day = say_near(at.date(), today=now.date())
                found[file] = f"{day} {say_time(at)}, {step.record.title}"
    return found
