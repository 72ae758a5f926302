"""`inclusion formulate write | show | sign | confirm | read`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import formulation as acts
from inclusion_cli.casework import formulation_sign as signing
from inclusion_cli.casework import read_tick as reads
from inclusion_cli.casework import recheck as looks
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.formulation_page import formulation_page
from inclusion_cli.domain.words_kept import unkept
from inclusion_cli.interviews import formulation as asks
from inclusion_cli.interviews import formulation_recheck as asks_again
from inclusion_cli.interviews import formulation_sign as asks_to_sign
from inclusion_cli.interviews import read_tick as asks_reader
from inclusion_cli.shipped import review_events
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.flagged import Flagged
    from inclusion_cli.interviews.question import Form

app = group(
    "formulate",
    say("The formulation: what matters, what is hard, what helps."),
    default="write",
)
EARLY = date(2000, 1, 1)


@guided(app, "write", "formulation", asks.every_question)
def write(desk: Desk, person: Person = None) -> Any:
    """Write what matters to a person, what is hard, and what helps.

    Each time is a new version. It starts from the one before: what stands is kept, and
    a line in the check page is changed by its number.
    """
    case, draft = asking.begin(desk, person, "formulation", say("a formulation for"))
    if case.formulation:
        asking.refuse_nothing(desk, case, "formulate confirm")
    form = form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "formulate")
    record = acts.formulation_from(case.formulation, given)
    with desk.writing() as work:
        saved = acts.write_formulation(work, case, record, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


def form_of(desk: Desk, case: Casefile) -> Form:
    """Return the form that writes a formulation."""
    return asks.form(
        case,
        asks.about(
            case, desk.clock.today(), review_events(desk.settings.data, desk.told)
        ),
    )


@command(app, "show")
def show(desk: Desk, person: Person = None) -> Any:
    """Show the whole formulation, and what is missing in it."""
    case = asking.anybody(desk, person)
    acts.standing_formulation(case)
    people = acts.others(desk.reading, case)
    names = {kept.id: kept.record.name for kept in desk.reading.workers()}
    return formulation_page(case, people, on=desk.clock.today(), names=names)


@guided(
    app,
    "sign",
    "formulation_sign",
    lambda: asks_to_sign.sign_questions(asks_to_sign.Signing(EARLY), {}),
)
def sign(desk: Desk, person: Person = None) -> Any:
    """Sign it: the person, you, a manager. Until then it is a draft.

    Who does not agree, or was not asked, is kept with the reason. Words the language
    check asks about are changed, or kept with a reason.
    """
    case, draft = asking.begin(desk, person, "formulation_sign", say("the signing for"))
    kept, flagged = acts.standing_formulation(case), flagged_in(desk, case)
    signing.refuse_signed(case, kept.record)
    form = sign_form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "formulate sign")
    record = signing.signed_from(
        kept.record,
        given,
        on=desk.clock.today(),
        worker=desk.worker.record.name,
        flagged=flagged,
    )
    with desk.writing() as work:
        saved = signing.sign(work, case, kept, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


def sign_form_of(desk: Desk, case: Casefile) -> Form:
    """Return the form that signs a formulation. Raises NoFormulationYet."""
    kept, flagged = acts.standing_formulation(case), flagged_in(desk, case)
    it = asks_to_sign.Signing(
        desk.clock.today(),
        name=case.known_as,
        worker=desk.worker.record.name,
        flagged=unkept(kept.record, flagged),
        code=case.person.record.code,
    )
    return asks_to_sign.sign_form(case, it)


def flagged_in(desk: Desk, case: Casefile) -> tuple[Flagged, ...]:
    """Return what is to be changed, or kept with a reason, before it is signed."""
    from inclusion_cli.domain.flagged import flagged
    from inclusion_cli.wording import rules_of

    record = acts.standing_formulation(case).record
    rules = rules_of(desk.settings.data, desk.told)
    return flagged(record, rules, acts.others(desk.reading, case))


@guided(
    app,
    "confirm",
    "formulation_confirm",
    lambda: asks_again.confirm_questions(asks_again.Looking(EARLY), {}),
)
def confirm(desk: Desk, person: Person = None) -> Any:
    """Say that it is still true, or that something has changed."""
    case, draft = asking.begin(
        desk, person, "formulation_confirm", say("a look at the formulation for")
    )
    form = confirm_form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "formulate confirm")
    kept = acts.standing_formulation(case)
    look = looks.recheck_from(kept, given, on=desk.clock.today())
    with desk.writing() as work:
        saved = looks.confirm(work, case, look)
    if desk.call.dry_run:
        return nothing_saved(case.label, look, form, given)
    return saved


@guided(app, "read", "read_tick", asks_reader.every_question)
def read(desk: Desk, person: Person = None) -> Any:
    """Tick that you, or a colleague, have read this version and understood it."""
    about = say("a tick on the formulation for")
    case, draft = asking.begin(desk, person, "read_tick", about)
    kept = acts.standing_formulation(case)
    form = asks_reader.form(case, desk.clock.today(), desk.worker.record.name)
    given = asking.answers_about(desk, case, draft, form, "formulate read")
    tick = reads.tick_from(kept, given, desk.worker)
    with desk.writing() as work:
        saved = reads.record_tick(work, case, tick)
    if desk.call.dry_run:
        return nothing_saved(case.label, tick, form, given)
    return saved


def confirm_form_of(desk: Desk, case: Casefile) -> Form:
    """Return the form of a look again. Raises NoFormulationYet."""
    acts.standing_formulation(case)
    return asks_again.confirm_form(case, asks_again.looking(case, desk.clock.today()))
