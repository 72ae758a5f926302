"""`inclusion concern [list] | add | show | decide | close | review`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking, shipped
from inclusion_cli.casework import concern as acts
from inclusion_cli.cli.incident import ladder_of
from inclusion_cli.cli.options import command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.cli.whose import Which, filed_of, followed_up, listed, meant, whose
from inclusion_cli.desk import Desk
from inclusion_cli.domain import concern_words as words
from inclusion_cli.domain.concerns import not_closed
from inclusion_cli.domain.record_page import RecordPage
from inclusion_cli.interviews import concern as asks
from inclusion_cli.interviews import concern_after as after
from inclusion_cli.interviews import concern_closing as closing
from inclusion_cli.interviews.concern_parts import any_worry
from inclusion_cli.interviews.filed_form import make_form
from inclusion_cli.interviews.question import Answers
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.safeguarding import Safeguarding
    from inclusion_cli.interviews.question import Form

KINDS = ("concern",)
ANY = after.Deciding()
FORMS: dict[str, tuple[str, Any]] = {
    "concern_decide": (say("Deciding about a concern"), after.decide_questions),
    "concern_close": (say("Closing a concern"), closing.close_questions),
    "concern_review": (say("Safeguarding review"), closing.review_questions),
}

app = group(
    "concern",
    say("A safeguarding concern: what was seen, wishes, what is done."),
    default="list",
)


@command(app, "list")
def show_all(desk: Desk, whom: Which = None) -> RecordPage:
    """List the safeguarding concerns of a person or of everybody, with what lacks."""
    now = desk.clock.now()
    return listed(
        desk,
        whom,
        "concern",
        lambda found: words.concern_list(found, now),
        title=say("Safeguarding concerns"),
        none=words.NONE,
    )


@command(app, "show")
def show(desk: Desk, whom: Which = None) -> RecordPage:
    """Show a concern: what was seen, the wishes, both sides, what was decided."""
    found = whose(desk, whom, KINDS, ours=False)
    if not found.concerns:
        raise acts.NoConcern(found, say("no safeguarding concern is recorded."))
    return words.concern_page(found, meant(desk, found.concerns), law_of(desk)[0])


@guided(app, "add", "concern", lambda: asks.questions(any_worry(), {}))
def add(desk: Desk, whom: Which = None) -> Any:
    """Tell a safeguarding concern. What was seen is enough; it is kept at once.

    It supports a decision and never makes it. Example: inclusion concern add AK-014
    """
    found = whose(desk, whom, (), ours=False)
    about = say("a safeguarding concern about {label}", label=found.label)
    name, draft = asking.begin_another(desk, found.file, "concern", about)
    form = form_of(desk, found, name)
    again = f"concern add {found.code}"
    given = asking.gather(desk, form, found.file, draft=draft, again=again)
    record = acts.concern_from(given)
    with desk.writing() as work:
        kept = acts.add_concern(work, found, record, draft=name)
    if desk.call.dry_run:
        return nothing_saved(found.label, record, form, given)
    return acts.concern_receipt(found, kept, *law_of(desk), ladder=ladder_of(desk)[0])


def law_of(desk: Desk) -> tuple[Safeguarding, str]:
    """Return the words of the nation, and what is wrong with our own file of them."""
    service = desk.reading.service()
    assert service is not None, "a vault in which somebody works is set up"
    return shipped.safeguarding(service.record.nation, desk.settings.data)


def form_of(desk: Desk, found: Filed, name: str) -> Form:
    """Return the form of a concern; what is wrong with our own file is said in it."""
    law, wrong = law_of(desk)
    it = asks.worry(found, law, now=desk.clock.now())
    return replace(asks.form(it, name=name), intro=(wrong,) if wrong else ())


# --- a concern that stands ------------------------------------------------------------


def after_form(desk: Desk, name: str, found: Filed) -> Form:
    """Return a form about a concern that stands. Raises NoConcern."""
    title, ask = FORMS[name]
    law, wrong = law_of(desk)
    it = after.Deciding(
        asks.worry(found, law, now=desk.clock.now()),
        found,
        _meant(found, name),
        desk.worker.record.name,
    )
    acts.refuse_none(found, it.concerns)
    decides = name == "concern_decide"
    known = after.known_of(it, desk.given.get("which")) if decides else {}
    made = make_form(found, name, title, lambda answers: ask(it, answers), known)
    return replace(made, intro=(wrong,) if wrong else ())


def _meant(found: Filed, name: str) -> tuple[Kept[SafeguardingConcern], ...]:
    """Return the concerns a form can be about: open ones; any is looked back on."""
    there = found.concerns if name == "concern_review" else not_closed(found.concerns)
    return tuple(reversed(there))


def _gathered(desk: Desk, name: str, found: Filed) -> tuple[Form, Answers]:
    form = after_form(desk, name, found)
    return form, followed_up(desk, found, form, name.replace("_", " "))


@guided(app, "decide", "concern_decide", partial(after.decide_questions, ANY, {}))
def decide(desk: Desk, whom: Which = None) -> Any:
    """Decide with others whether a concern is referred: both sides, and why."""
    found = whose(desk, whom, KINDS, ours=False)
    form, given = _gathered(desk, "concern_decide", found)
    law, ladder = law_of(desk)[0], ladder_of(desk)[0]
    with desk.writing() as work:
        saved = acts.decide_concern(work, found, given, law, ladder=ladder)
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


@guided(app, "close", "concern_close", partial(closing.close_questions, ANY, {}))
def close(desk: Desk, whom: Which = None) -> Any:
    """Close a concern: the answer, and whether what they wished for came about."""
    found = whose(desk, whom, KINDS, ours=False)
    form, given = _gathered(desk, "concern_close", found)
    with desk.writing() as work:
        saved = acts.close_concern(work, found, given, today=desk.clock.today())
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


@guided(app, "review", "concern_review", partial(closing.review_questions, ANY, {}))
def review(desk: Desk, whom: Which = None) -> Any:
    """Look back on a concern where being out may have played a part."""
    found = whose(desk, whom, KINDS, ours=False)
    form, given = _gathered(desk, "concern_review", found)
    with desk.writing() as work:
        saved = acts.review_concern(work, found, given, today=desk.clock.today())
    if desk.call.dry_run:
        return nothing_saved(found.label, None, form, given)
    return saved


def draft_form(desk: Desk, file: str, name: str) -> Form:
    """Return the form that a draft is of."""
    found = filed_of(desk, file)
    if name.split(":", maxsplit=1)[0] == "concern":
        return form_of(desk, found, name)
    return after_form(desk, name, found)
