"""`inclusion incident [list] | add | show | raise | call | review | close | ladder`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking, shipped
from inclusion_cli.casework import call_ladder as ladder_acts
from inclusion_cli.casework import incident as acts
from inclusion_cli.casework import incident_after as looking_back
from inclusion_cli.cli.options import command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.cli.whose import (
    OurOwn,
    Which,
    begun,
    filed_of,
    followed_up,
    kept_where_nobody,
    listed,
    meant,
    service_filed,
    whose,
    whose_or_ours,
)
from inclusion_cli.desk import Desk
from inclusion_cli.domain import incident_words as words
from inclusion_cli.domain.call_ladder import standing_ladder
from inclusion_cli.domain.incident_begun import begun_incidents, with_begun
from inclusion_cli.domain.incident_page import incident_list, incident_page
from inclusion_cli.domain.record_page import RecordPage
from inclusion_cli.domain.saved import says_taken_out
from inclusion_cli.interviews import call_ladder as asks_ladder
from inclusion_cli.interviews import incident as asks
from inclusion_cli.interviews import incident_after as after
from inclusion_cli.interviews.filed_form import make_form
from inclusion_cli.interviews.incident_call import call_questions
from inclusion_cli.interviews.leave_out import readable, taken_out
from inclusion_cli.interviews.question import Answers
from inclusion_cli.interviews.which import WHICH
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.home import DraftNote
    from inclusion_cli.domain.incident import CallLadder
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

KINDS = ("incident",)
ANY = after.any_standing()
FORMS: dict[str, tuple[str, Any]] = {
    "incident_raise": (say("How serious an incident is"), after.raise_questions),
    "incident_call": (say("A call after an incident"), call_questions),
    "incident_review": (say("After-action review"), after.review_questions),
    "incident_close": (say("Closing an incident"), after.close_questions),
}
"""The forms about an incident that stands: what each is called, and what it asks."""
OF = {
    "incident_raise": after.to_raise,
    "incident_call": after.to_call,
    "incident_review": after.all_standing,
}
"""The forms that may be about an incident that is closed, too."""

app = group(
    "incident",
    say("What went wrong, or nearly; whom to ring; what was learned."),
    default="list",
)


@command(app, "list")
def show_all(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> RecordPage:
    """List incidents: a person's, with --service the service's, or everybody's."""
    now = desk.clock.now()
    page = listed(
        desk,
        whom,
        "incident",
        lambda found: incident_list(found, now),
        title=say("Incidents"),
        none=words.NONE,
        ours=service,
    )
    every = whom is None and not service
    return with_begun(page, _begun(desk, None if every else page.code), now=now)


def _begun(desk: Desk, code: str | None) -> tuple[DraftNote, ...]:
    """Return the drafts about one code, "" for the service, None for everybody."""
    from inclusion_cli.cli.forms import draft_notes

    return tuple(d for d in draft_notes(desk) if code is None or d.code == code)


@command(app, "show")
def show(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> RecordPage:
    """Show an incident: whom to ring, what happened, what came of it, what is open."""
    found, now = whose(desk, whom, KINDS, ours=service), desk.clock.now()
    drafts = () if WHICH in desk.given else begun_incidents(_begun(desk, found.code))
    if found.incidents:
        page = incident_page(found, meant(desk, found.incidents), now)
    elif drafts:
        page = incident_list(found, now)
    else:
        raise acts.NoIncident(found, say("no incident is recorded."))
    return with_begun(page, drafts, now=now)


@guided(app, "add", "incident", asks.every_question)
def add(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> Any:
    """Tell an incident or a near miss. One sentence is enough; the rest can wait.

    Whom to ring now is shown first. Examples: inclusion incident add AK-014. With
    --service it stands in the service's own file, where nobody knows yet whom it is
    about: inclusion incident add --service --what "The back door stood open all night"
    """
    with kept_where_nobody(desk):
        found = whose_or_ours(desk, whom, ours=service)
    about = say("an incident of {label}", label=found.label)
    name, draft = asking.begin_another(desk, found.file, "incident", about)
    form = form_of(desk, found, name, draft)
    again = " ".join(("incident add", *found.named))
    it = asks.telling(found, None, now=desk.clock.now(), anybody_here=bool(desk.asker))
    typed, left = readable(form, desk.given, needed="what")
    left |= asks.same_minute_words(it, typed)
    typed = desk.given if desk.call.dry_run else typed
    given = asking.gather(desk, form, found.file, draft=draft, given=typed, again=again)
    now, (stands, wrong) = desk.clock.now(), ladder_of(desk)
    record = acts.incident_from(given, now=now, ladder=stands, debriefs=found.debriefs)
    with desk.writing() as work:
        kept = acts.add_incident(work, found, record, draft=name)
    if desk.call.dry_run:
        return nothing_saved(found.label, record, form, given)
    said = registered(desk)
    receipt = acts.incident_receipt(found, kept, now=now, registered=said, wrong=wrong)
    left = {key: why for key, why in left.items() if not (desk.asker and key in given)}
    receipt = acts.with_left_out(receipt, left)
    return says_taken_out(receipt) if taken_out(form, typed, given) else receipt


def form_of(desk: Desk, found: Filed, name: str, draft: Draft | None = None) -> Form:
    """Return the form of an incident; what is wrong with our ladder is said in it.

    Where a draft is carried on, whom to ring now is said again.
    """
    ladder, wrong = ladder_of(desk)
    now, here = desk.clock.now(), bool(desk.asker)
    told = asks.telling(found, ladder, now=now, anybody_here=here)
    it = replace(told, begun=draft.started_at if draft else None)
    again = asks.ring_again(it, draft.answers) if draft else ()
    intro = (*again, *((wrong,) if wrong else ()))
    return replace(asks.form(found, it, name=name), intro=intro)


def ladder_of(desk: Desk) -> tuple[CallLadder, str]:
    """Return the ladder of calls that stands, and what is wrong with our own file."""
    service = desk.reading.service()
    assert service is not None, "a vault in which somebody works is set up"
    made, wrong = shipped.call_ladder(service.record.nation, desk.settings.data)
    own = desk.reading.of_kind("call_ladder", "v.file = ?", service.file)
    return standing_ladder(own, made), "" if own else wrong


def registered(desk: Desk) -> bool | None:
    """Return whether the service says it is registered, None where nobody said."""
    file = desk.reading.service_file()
    found = desk.reading.of_kind("registration", "v.file = ?", file)
    return found[-1].record.registered if found else None


# --- an incident that stands ----------------------------------------------------------


def after_form(desk: Desk, name: str, found: Filed) -> Form:
    """Return a form about an incident that stands. Raises NoIncident."""
    title, ask = FORMS[name]
    it = OF.get(name, after.standing)(found, now=desk.clock.now())
    acts.refuse_none(found, it.incidents)
    return make_form(found, name, title, lambda answers: ask(it, answers))


def _gathered(desk: Desk, name: str, found: Filed) -> tuple[Form, Answers]:
    form = after_form(desk, name, found)
    return form, followed_up(desk, found, form, name.replace("_", " "))


@guided(app, "raise", "incident_raise", partial(after.raise_questions, ANY, {}))
def raise_(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> Any:
    """Say that it is more serious than it seemed. To lower it needs a reason.

    One that is closed is then open again, with whom to ring.
    """
    found = whose(desk, whom, KINDS, ours=service)
    form, given = _gathered(desk, "incident_raise", found)
    said, ladder = registered(desk), ladder_of(desk)[0]
    with desk.writing() as work:
        saved = acts.change_level(work, found, given, ladder=ladder, registered=said)
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


@guided(app, "call", "incident_call", partial(call_questions, ANY, {}))
def call(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> Any:
    """Tick a call of the ladder: who was rung and when, or why not. In any order."""
    found = whose(desk, whom, KINDS, ours=service)
    form, given = _gathered(desk, "incident_call", found)
    with desk.writing() as work:
        saved = acts.tick_call(work, found, given)
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


@guided(app, "review", "incident_review", partial(after.review_questions, ANY, {}))
def review(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> Any:
    """Look back on an incident: four questions, and what will be done about it."""
    found = whose(desk, whom, KINDS, ours=service)
    form, given = _gathered(desk, "incident_review", found)
    with desk.writing() as work:
        saved = looking_back.review_incident(
            work, found, given, today=desk.clock.today()
        )
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


@guided(app, "close", "incident_close", partial(after.close_questions, ANY, {}))
def close(desk: Desk, whom: Which = None, *, service: OurOwn = False) -> Any:
    """Close an incident. What is still open is said first; it stays open."""
    found = whose(desk, whom, KINDS, ours=service)
    form, given = _gathered(desk, "incident_close", found)
    with desk.writing() as work:
        saved = looking_back.close_incident(work, found, given, now=desk.clock.now())
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


def draft_form(desk: Desk, file: str, name: str) -> Form:
    """Return the form that a draft is of."""
    if name == asks_ladder.FORM:
        return ladder_form(desk)
    found = filed_of(desk, file)
    if name.split(":", maxsplit=1)[0] == "incident":
        return form_of(desk, found, name)
    return after_form(desk, name, found)


# --- the ladder -----------------------------------------------------------------------


@guided(app, "ladder", "call_ladder", lambda: asks_ladder.questions({}))
def ladder(desk: Desk) -> Any:
    """Set up whom to ring when something goes wrong: who, which number, how soon.

    It starts from what is usual in your nation, and asks for the numbers that
    nobody else can know. It works with no internet.
    """
    found, old = service_filed(desk), ladder_of(desk)[0]
    form = ladder_form(desk)
    name = asks_ladder.FORM
    draft = begun(desk, found, name, say("the ladder of calls of"))
    again = "incident ladder"
    given = asking.gather(desk, form, found.file, draft=draft, again=again)
    made = ladder_acts.ladder_made(given, old, desk.clock.today())
    with desk.writing() as work:
        saved = ladder_acts.set_ladder(work, found.file, found.label, made)
    if desk.call.dry_run:
        return nothing_saved(found.label, made, form, given)
    return saved


def ladder_form(desk: Desk) -> Form:
    """Return the form of the ladder, with what stands."""
    made, wrong = ladder_of(desk)
    form = asks_ladder.form(made, service_filed(desk).label)
    return replace(form, intro=(*form.intro, *([wrong] if wrong else ())))
