"""`inclusion restriction place | sign | review | lift | list`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import restriction as acts
from inclusion_cli.casework import restriction_refused as refused
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.cli.whose import open_cases
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.ids import fits
from inclusion_cli.domain.registered import Registered
from inclusion_cli.domain.restriction_lines import LimitList, limit_list
from inclusion_cli.domain.service import Nation
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import restriction as asks
from inclusion_cli.interviews import restriction_review as asks_again
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import choose
from inclusion_cli.interviews.restriction_about import Placing, placing
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

app = group(
    "restriction",
    say("Limits: place, sign off, look at again, lift, list."),
    default="list",
)
EARLY = date(2000, 1, 1)
Limit = Annotated[
    str | None,
    typer.Option(
        "--limit", metavar="ID", help=say("Which limit, by its id, where several are.")
    ),
]


@guided(app, "place", "restriction_place", asks.every_question)
def place(desk: Desk, person: Person = None) -> Any:
    """Register a limit that is not the person's own idea: why, and what ends it.

    Staffing is never a reason. An emergency is saved at once with two answers; the
    rest is asked by tomorrow. Example: inclusion restriction place AK-014
    """
    case, draft = asking.begin(desk, person, "restriction_place", say("a limit for"))
    it = placing_of(desk, case, at_once=True)
    form = asks.place_form(case, it)
    given = asking.answers_about(desk, case, draft, form, "restriction place")
    there = asks.chosen(it, given)
    record = acts.restriction_from(
        given, on=desk.clock.today(), control=there.what if there else ""
    )
    with desk.writing() as work:
        saved = acts.place(work, case, record, nation_of(desk))
    if desk.call.dry_run:
        acts.refuse(case, record)
        return nothing_saved(case.label, record, form, given)
    return saved


@guided(app, "sign", "restriction_sign", lambda: asks.sign_questions(EARLY))
def sign(desk: Desk, person: Person = None, *, limit: Limit = None) -> Any:
    """Ask the rest of a limit that was placed at once, and sign it off."""
    about = say("the rest of a limit for")
    case, draft = asking.begin(desk, person, "restriction_sign", about)
    one = meant(desk, case, "sign", limit, draft)
    form = form_of(desk, case, "sign", one)
    given = gathered(desk, case, form, one, draft)
    assert one.kept is not None
    record = acts.restriction_from(given, on=desk.clock.today())
    with desk.writing() as work:
        saved = acts.sign(work, case, one.kept, record, nation_of(desk))
    if desk.call.dry_run:
        acts.refuse(case, record)
        return nothing_saved(case.label, record, form, given)
    return saved


@guided(app, "review", "restriction_review", asks_again.every_question)
def review(desk: Desk, person: Person = None, *, limit: Limit = None) -> Any:
    """Look at a limit again. It ends, unless there is something new to show for it."""
    case, draft = asking.begin(
        desk, person, "restriction_review", say("a look at a limit for")
    )
    one = meant(desk, case, "review", limit, draft)
    if "verdict" not in desk.given:
        acts.refuse_unsigned(case, one)
    return _looked(desk, case, draft, "review", one)


@guided(
    app,
    "lift",
    "restriction_lift",
    lambda: asks_again.lift_questions(asks_again.Looking(EARLY)),
)
def lift(desk: Desk, person: Person = None, *, limit: Limit = None) -> Any:
    """Lift a limit, at any time. No reason is needed."""
    case, draft = asking.begin_with_anybody(
        desk, person, "restriction_lift", say("lifting a limit")
    )
    one = meant(desk, case, "lift", limit, draft)
    return _looked(desk, case, draft, "lift", one)


def _looked(
    desk: Desk, case: Casefile, draft: Draft | None, act: str, one: Registered
) -> Any:
    form = form_of(desk, case, act, one)
    given = gathered(desk, case, form, one, draft)
    record = acts.review_from(one, given, on=desk.clock.today())
    with desk.writing() as work:
        saved = acts.record_review(work, case, one, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


@command(app, "list")
def show(desk: Desk, person: Person = None) -> LimitList:
    """List the limits of one person with all they rest on, or of everybody.

    Over everybody it counts what is in force, and what was lifted this year. It says
    what has no current authority, and what may be a rule for all.
    """
    on, nation = desk.clock.today(), nation_of(desk)
    if person is not None:
        kept = desk.anyone(person)
        cases = [desk.reading.casefile(kept.file)]
        return limit_list(cases, on=on, nation=nation, one=True)
    return limit_list(open_cases(desk), on=on, nation=nation, one=False)


# --- what a form is about -----------------------------------------------------------


def nation_of(desk: Desk) -> Nation | None:
    """Return the nation of the service, None before it is set up."""
    service = desk.reading.service()
    return service.record.nation if service else None


def placing_of(desk: Desk, case: Casefile, *, at_once: bool) -> Placing:
    """Return what a limit of a person is placed about."""
    return placing(
        case,
        today=desk.clock.today(),
        most=desk.defaults.restriction_days,
        nation=nation_of(desk),
        at_once=at_once,
    )


def meant(
    desk: Desk, case: Casefile, act: str, limit: str | None, draft: Draft | None
) -> Registered:
    """Return the limit that is meant, asking where there are several."""
    on = desk.clock.today()
    find = acts.unsigned if act == "sign" else acts.registered
    found = find(case, on=on)
    begun = draft.about.get("limit", "") if draft else ""
    named = limit or begun
    known = [one for one in found if named and fits(one.id, named)]
    if limit and len(known) != 1:
        raise refused.NoSuchLimit(case, limit)
    if len(known) == 1 or len(found) == 1:
        return (known or found)[0]
    choices = tuple(Choice(str(n), one.what) for n, one in enumerate(found, start=1))
    if desk.asker is None:
        raise refused.SeveralLimits(case, found)
    question = choose("limit", say("Which limit?"), say("Limit"), choices, grave=True)
    return found[int(ask_one(question, desk.asker)) - 1]


def form_of(desk: Desk, case: Casefile, act: str, one: Registered) -> Form:
    """Return the form of an act on a limit that stands."""
    if act == "sign":
        assert one.kept is not None
        it = placing_of(desk, case, at_once=False)
        return asks.sign_form(case, it, one.kept.record)
    look = asks_again.looking(case, one, today=desk.clock.today())
    if act == "lift":
        return asks_again.lift_form(case, look)
    return asks_again.review_form(case, look, case.person.record.code)


def gathered(
    desk: Desk, case: Casefile, form: Form, one: Registered, draft: Draft | None
) -> Any:
    """Return the answers of a form about one limit, which its draft remembers."""
    act = form.name.removeprefix("restriction_")
    again = f"restriction {act} {case.person.record.code}"
    file, about = case.person.file, {"limit": one.id}
    return asking.gather(desk, form, file, draft=draft, about=about, again=again)
