"""`inclusion pack continuity`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import pack_continuity as acts
from inclusion_cli.cli.options import Out, Person, guided, nothing_saved
from inclusion_cli.cli.papers import write_parts
from inclusion_cli.cli.progress import told_every_second
from inclusion_cli.desk import Desk
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.safety import NO_SERVICE_RECORDS
from inclusion_cli.errors import NothingFound
from inclusion_cli.interviews import pack_continuity as asks
from inclusion_cli.store.left import may_owe
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    import typer

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.paper_parts import PartsPaper
    from inclusion_cli.interviews.question import Answers


def register(app: typer.Typer) -> None:
    """Enter the command in its group."""
    guided(app, "continuity", acts.FORM, asks.questions)(continuity)


def continuity(desk: Desk, person: Person = None, *, out: Out = None) -> Any:
    """Make what a colleague needs if this laptop is lost tonight.

    Of one person, or of everybody whose file is open: the step, the next 7 days,
    limits, signs, whom to ring, what is agreed, what is due. Of somebody who left it
    tells what is still owed. It asks where the recovery code and the backup are, never
    for a secret.
    """
    one = asking.anybody(desk, person) if person else None
    subject = one.person.file if one else ""
    who = one.label if one else acts.EVERYBODY
    draft = asking.resumed(desk, subject, acts.FORM, say("a continuity pack"))
    form = asks.form(who)
    code = one.person.record.code if one else ""
    again = f"pack continuity {code}".strip()
    given = asking.gather(desk, form, subject, draft=draft, again=again)
    made = _logged(desk, one, given)
    if desk.call.dry_run:
        return nothing_saved(who, None, form, given)
    return _written(desk, one, given, made, out)


def _logged(desk: Desk, one: Casefile | None, given: Answers) -> PartsPaper:
    """Log that the pack is given, and return it."""
    from inclusion_cli.cli.forms import draft_notes

    cases = (one,) if one else _everybody(desk)
    drafts = [
        d for d in draft_notes(desk) if not one or d.code == one.person.record.code
    ]
    ours = NO_SERVICE_RECORDS if one else desk.reading.service_records(desk.worker.id)
    with desk.writing() as work:
        made = acts.make_continuity(
            work,
            cases,
            given,
            drafts=drafts,
            where={label: given[key] for key, label in asks.WHERE},
            defaults=desk.defaults,
            ours=ours,
        )
        work.clear_draft(one.person.file if one else "", acts.FORM)
    return made


def _written(
    desk: Desk,
    one: Casefile | None,
    given: Answers,
    made: PartsPaper,
    out: str | None,
) -> PapersMade:
    stem = one.person.record.code if one else "all"
    paths = write_parts(desk, made, f"continuity-{stem}", out)
    whom = given["recipient"]
    says = (
        say("Continuity pack of {who} for {whom}:", who=one.label, whom=whom)
        if one
        else say("Continuity pack of everybody for {whom}:", whom=whom)
    )
    follows = (say("It tells all that matters: hand it over, or lock it away."),)
    return PapersMade(says, "", paths, ("today",), follows=follows)


def _everybody(desk: Desk) -> tuple[Casefile, ...]:
    """Return the files that are open, and then of those who left what owes something.

    Raises NothingFound where no file is open.
    """
    people = [p for p in desk.reading.people() if p.record.closed_on is None]
    if not people:
        raise NothingFound(
            say("No file is open. To open one, type: inclusion person add")
        )
    reading = desk.reading
    told = told_every_second(people, say("Reading files"))
    cases = tuple(reading.casefile(kept.file) for kept in told)
    return (*cases, *_owing(desk))


def _owing(desk: Desk) -> Iterator[Casefile]:
    """Return the closed files of which something is due still."""
    reading, now = desk.reading, desk.clock.now()
    closed = (k.file for k in reading.people() if k.record.closed_on)
    for file in may_owe(reading, frozenset(closed), on=now.date()):
        case = reading.casefile(file)
        if due_for(case, now=now):
            yield case
