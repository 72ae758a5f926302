"""`inclusion action [list] | add | done | check`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework import action as acts
from inclusion_cli.casework.look_up import find_record
from inclusion_cli.cli.options import command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.cli.whose import OurOwn, Which, filed_of, followed_up, listed, whose
from inclusion_cli.desk import Desk
from inclusion_cli.domain.action_words import action_list
from inclusion_cli.domain.record_page import RecordPage
from inclusion_cli.interviews import action as asks
from inclusion_cli.interviews.action import Doing
from inclusion_cli.interviews.filed_form import make_form
from inclusion_cli.interviews.question import Answers
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.interviews.question import Form

KINDS = ("action",)
ANY = asks.any_doing()
FORMS: dict[str, tuple[str, Any]] = {
    "action": (say("An action"), asks.add_questions),
    "action_done": (say("An action that was done"), asks.done_questions),
    "action_check": (say("Did an action work"), asks.check_questions),
}

app = group(
    "action",
    say("What will be done, by whom and when; and if it worked."),
    default="list",
)


@command(app, "list")
def show(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> RecordPage:
    """List actions: a person's, with --service the service's, or everybody's."""
    today = desk.clock.today()
    return listed(
        desk,
        whom,
        "action",
        lambda found: action_list(found, today),
        title=say("Actions"),
        none=say("There is no action yet."),
        ours=service,
    )


def form_of(desk: Desk, name: str, found: Filed) -> Form:
    """Return a form about an action. Raises NoAction where none is meant."""
    title, ask = FORMS[name]
    today = desk.clock.today()
    there: Any = ()
    if name != "action":
        pick = acts.can_be_done if name == "action_done" else acts.can_be_checked
        there = pick(found, today)
    it = Doing(today, found, there, worker=desk.worker.record.name)
    return make_form(found, name, title, lambda answers: ask(it, answers))


def _gathered(desk: Desk, name: str, found: Filed, verb: str) -> tuple[Form, Answers]:
    form = form_of(desk, name, found)
    return form, followed_up(desk, found, form, f"action {verb}")


@guided(app, "add", "action", partial(asks.add_questions, ANY, {}))
def add(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> Any:
    """Write an action: what is to be done, who does it, by which day.

    Example: inclusion action add AK-014
    """
    found = whose(desk, whom, KINDS, ours=service)
    form, given = _gathered(desk, "action", found, "add")
    of = _of(desk, given["of"]) if given.get("of") else ""
    record = acts.action_from(given, of=of)
    with desk.writing() as work:
        saved = acts.record_action(work, found, record)
    if desk.call.dry_run:
        return nothing_saved(found.label, record, form, given)
    return saved


def _of(desk: Desk, typed: str) -> str:
    return find_record(desk.search, typed, worker=desk.worker.id).id


@guided(app, "done", "action_done", partial(asks.done_questions, ANY, {}))
def done(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> Any:
    """Say that an action was done, and how somebody else can see it."""
    found = whose(desk, whom, KINDS, ours=service)
    form, given = _gathered(desk, "action_done", found, "done")
    with desk.writing() as work:
        saved = acts.finish_action(work, found, given)
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


@guided(app, "check", "action_check", partial(asks.check_questions, ANY, {}))
def check(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> Any:
    """Look again at what was done, and say whether it worked."""
    found = whose(desk, whom, KINDS, ours=service)
    form, given = _gathered(desk, "action_check", found, "check")
    with desk.writing() as work:
        saved = acts.check_action(work, found, given)
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


def draft_form(desk: Desk, file: str, name: str) -> Form:
    """Return the form that a draft is of."""
    return form_of(desk, name, filed_of(desk, file))
