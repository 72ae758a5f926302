"""`inclusion person add | list | show | edit | about | close`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import characteristics as said
from inclusion_cli.casework import person as acts
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.left_owed import open_at_closing
from inclusion_cli.domain.pages import caseload, person_page
from inclusion_cli.interviews import characteristics as asks_about
from inclusion_cli.interviews import person as asks
from inclusion_cli.shipped import characteristics
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Form

app = group("person", say("The people you support."))
EARLY = date(2000, 1, 1)


@guided(app, "add", "person_add", lambda: asks.add_questions((), {}))
def add(desk: Desk) -> Any:
    """Add a person. Look-alike names are pointed out; the code never changes."""
    people = desk.reading.people()
    form = asks.add_form(people)
    draft = asking.resumed(desk, "", "person_add", say("adding a person"))
    given = asking.gather(desk, form, "", draft=draft, again="person add")
    record = acts.person_from(given)
    with desk.writing() as work:
        saved = acts.add_person(work, record)
    if desk.call.dry_run:
        return nothing_saved(record.label, record, form, given)
    return saved


@command(app, "list")
def list_people(
    desk: Desk,
    *,
    all_: Annotated[bool, typer.Option("--all", help=say("Closed files too."))] = False,
) -> Any:
    """List the people you support, each with the step that is on."""
    people = desk.reading.people()
    shown = [kept for kept in people if all_ or kept.record.closed_on is None]
    cases = [desk.reading.casefile(kept.file) for kept in shown]
    return caseload(cases, closed=len(people) - len(shown))


@command(app, "show")
def show(desk: Desk, person: Person = None) -> Any:
    """Show one person: what matters, where they are, what is due."""
    if person is None:
        return person_page(
            desk.person(None), now=desk.clock.now(), defaults=desk.defaults
        )
    kept = desk.anyone(person)
    return person_page(
        desk.reading.casefile(kept.file), now=desk.clock.now(), defaults=desk.defaults
    )


@guided(app, "edit", "person_edit", lambda: asks.edit_questions(None, ()))
def edit(desk: Desk, person: Person = None) -> Any:
    """Mend a name. What it said before stays in the history."""
    case, draft = asking.begin(desk, person, "person_edit", say("a mended name for"))
    form = asks.edit_form(case.person, desk.reading.people())
    given = asking.answers_about(desk, case, draft, form, "person edit")
    with desk.writing() as work:
        saved = acts.edit_person(work, case.person, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


@guided(
    app, "about", "characteristics", lambda: asks_about.questions(characteristics())
)
def about(desk: Desk, person: Person = None) -> Any:
    """Keep what a person chose to say about themselves: age, language and the like.

    Each can be left out, and then nothing is kept of it. It is counted over 10 people
    or more, and never shown about one but on their own page.
    """
    case, draft = asking.begin(desk, person, "characteristics", say("a word about"))
    form = about_form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "person about")
    asked = characteristics(desk.settings.data, desk.told)
    said.something_said(asked, given)
    record = said.characteristics_from(asked, given, on=desk.clock.today())
    with desk.writing() as work:
        saved = said.record_characteristics(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


def about_form_of(desk: Desk, case: Casefile) -> Form:
    """Return the form of what a person says about themselves."""
    return asks_about.form(case, characteristics(desk.settings.data, desk.told))


@guided(app, "close", "person_close", lambda: asks.close_questions(None, EARLY, {}))
def close(desk: Desk, person: Person = None) -> Any:
    """Close a file when support ends. Nothing is deleted."""
    case, draft = asking.begin(desk, person, "person_close", say("closing the file of"))
    left = open_at_closing(case, now=desk.clock.now(), begun=_begun(desk, case))
    form = asks.close_form(case.person, desk.clock.today(), left)
    given = asking.answers_about(desk, case, draft, form, "person close")
    with desk.writing() as work:
        saved = acts.close_person(work, case.person, given, asks.still_open(left))
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


def _begun(desk: Desk, case: Casefile) -> list[str]:
    """Return what was begun about a person beside this, by its title."""
    from inclusion_cli.cli.forms import draft_notes

    mine = [n for n in draft_notes(desk) if n.code == case.person.record.code]
    return [note.title for note in mine if note.command[:2] != ("person", "close")]
