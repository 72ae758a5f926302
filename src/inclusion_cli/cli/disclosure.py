"""`inclusion disclosure add | list | finish | recalled`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import consent as back
from inclusion_cli.casework import disclosure as acts
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.disclosed import (
    DisclosurePage,
    disclosure_page,
    everything_told,
)
from inclusion_cli.domain.saved import says_taken_out
from inclusion_cli.interviews import consent_withdraw as asks_back
from inclusion_cli.interviews import disclosure as asks
from inclusion_cli.interviews import disclosure_finish as asks_rest
from inclusion_cli.interviews.leave_out import taken_out
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.disclosure import Disclosure
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.interviews.question import Question

app = group("disclosure", say("What was told to whom."))
EARLY = date(2000, 1, 1)
LATER = (
    *("ground", "what", "necessary", "why_no_consent", "decided_by", "told_person"),
    "caldicott",
)


def _add_questions() -> Iterator[Question]:
    return asks.questions(say("the person"), EARLY)


@guided(app, "add", "disclosure", _add_questions)
def add(desk: Desk, person: Person = None) -> Any:
    """Write that somebody was told: on consent, or on a ground without it.

    In danger, three questions, and it is saved. The rest is asked later, and stands on
    home until it is answered. Nothing here stops you from calling 999.
    """
    about = say("telling somebody about")
    case, draft = asking.begin_with_anybody(desk, person, "disclosure", about)
    today, worker = desk.clock.today(), desk.worker.record
    form = asks.form(case, today)
    given = asking.answers_about(desk, case, draft, form, "disclosure add")
    who = f"{worker.name}, {worker.role}"
    record = acts.disclosure_from(given, today=today, worker=who)
    with desk.writing() as work:
        saved = acts.record_disclosure(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return says_taken_out(saved) if taken_out(form, desk.given, given) else saved


@guided(
    app,
    "finish",
    "disclosure_finish",
    lambda: asks_rest.finish_questions(say("the person"), LATER),
)
def finish(desk: Desk, person: Person = None) -> Any:
    """Answer what is still asked of something that was told without consent."""
    about = say("the rest about")
    case, draft = asking.begin_with_anybody(desk, person, "disclosure_finish", about)
    kept = first_open(case)
    form = asks_rest.finish_form(case, kept)
    given = asking.answers_about(desk, case, draft, form, "disclosure finish")
    with desk.writing() as work:
        saved = acts.finish_disclosure(work, case, kept, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, acts.answered(kept.record, given), form, given)
    return saved


def first_open(case: Casefile) -> Kept[Disclosure]:
    """Return the oldest one with questions open. Raises NothingWaits."""
    found = asks_rest.open_ones(case)
    if not found:
        raise acts.NothingWaits(case)
    return found[0]


@guided(
    app,
    "recalled",
    "disclosure_recalled",
    lambda: asks_back.recalled_questions(None, EARLY),
)
def recalled(desk: Desk, person: Person = None) -> Any:
    """Write that somebody was told to stop using it. What was told stays listed."""
    about = say("calling back for")
    case, draft = asking.begin_with_anybody(desk, person, "disclosure_recalled", about)
    if not asks_back.held_ones(case):
        raise acts.NothingHeld(case)
    form = asks_back.recalled_form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "disclosure recalled")
    with desk.writing() as work:
        saved = back.record_recalled(work, case, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    return saved


@command(app, "list")
def list_told(
    desk: Desk,
    person: Person = None,
    *,
    everybody: Annotated[
        bool,
        typer.Option("--everybody", help=say("Of everybody, and of the service.")),
    ] = False,
) -> DisclosurePage:
    """List what was told of a person: to whom, on what basis, what was called back.

    With --everybody: of everybody here, and what the service gave out by itself.
    """
    if everybody:
        cases = map(desk.reading.casefile, desk.reading.files())
        records = desk.reading.service_records(desk.worker.id)
        return everything_told(cases, records.disclosures)
    return disclosure_page(asking.anybody(desk, person))
