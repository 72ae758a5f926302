"""What is asked before a partner's page is made; the person sees it first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.briefing import ASKS, Agreed, Words
from inclusion_cli.domain.consent_items import (
    COMING_FOR,
    FIRST_NAME,
    ITEM_WORDS,
    ON_A_PAGE,
    items_in_words,
)
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosure_words import CALDICOTT, not_held
from inclusion_cli.domain.record import record
from inclusion_cli.domain.untold_words import Untold, untold
from inclusion_cli.domain.values import YES_NO, Choice
from inclusion_cli.interviews.days import day_ahead
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    raw_of,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

Draw = Callable[[Words], tuple[str, ...]]
TEXT, SEEN = "text_", "seen"
TELLS, THEY_DO, THEY_DO_NOT = "tells_more", "they_do", "they_do_not"


@record
class About:
    """What a page is asked about: whose, for whom, what is agreed, how it looks.

    `own` is what tells of this person alone, and `answers` whether somebody is there to
    answer. `looked` keeps what was last shown to be looked at.
    """

    name: str
    label: str
    partner: str
    agreed: Agreed
    today: date
    draw: Any
    coming_for: str = ""
    shared_back: str = ""
    own: tuple[tuple[str, str], ...] = ()
    answers: bool = True
    looked: Any = None


def form(it: About, name: str) -> Form:
    """Return what is asked before a partner's page is made."""
    last = it.agreed.until or it.today
    no = it.agreed.asked_for
    said_no = say(
        "{name} said no to this, so it stays out: {items}.",
        name=it.name,
        items=items_in_words(no),
    )
    return Form(
        name=name,
        title=say("A page for a partner"),
        questions=lambda _answers: questions(it),
        header=say("{label}. A page for {to}.", label=it.label, to=it.partner),
        who=it.label,
        save=say("make the page for {to}", to=it.partner),
        intro=(
            say("{name} agreed to what is on the list, until {day}.",
                name=it.name, day=say_day(last)),
            say("Any page shows its reader that {name} has support from us.",
                name=it.name),
            *((said_no,) if no else ()),
        ),
    )  # fmt: skip


def every_question(today: date) -> Iterator[Question]:
    """Return every question, for flags and for `--questions`."""
    items = tuple(item.key for item in ON_A_PAGE)
    may = Agreed(items, (), None, "")
    it = About(
        say("the person"), say("the person"), say("the partner"), may, today, _nothing
    )
    yield from questions(it)


def _nothing(_words: Words) -> tuple[str, ...]:
    return ()


def questions(it: About) -> Iterator[Question]:
    """Return the questions of a page: only of what is agreed."""
    may = tuple(item for item in ON_A_PAGE if item.key in it.agreed.items)
    yield choose_some(
        "items",
        say("What goes on the page? What is listed is what {name} agreed to.",
            name=it.name),
        say("On the page"),
        may or ON_A_PAGE[:1],
        none=False,
        grave=True,
        constraint=_something,
        hint=say("The least that will do. What you leave out is not told."),
    )  # fmt: skip
    for item in may:
        yield _text(it, item)
    yield from _more_words(it)
    yield from _last_day(it)
    yield tells_question(it)
    yield choose_some(
        "caldicott",
        say("Go through these. Which of them hold?"),
        say("Checked"),
        CALDICOTT,
        grave=True,
        relevant=lambda a: _goes_on(it, a),
        constraint=_all_hold,
        hint=say("The eight Caldicott principles, in plain words."),
    )
    yield seen_question(it)


def _more_words(it: About) -> Iterator[Question]:
    """Return what else a page says: what not to do, and what they tell us."""
    more: dict[str, Any] = {"constraint": lambda text, _a: _not_refused(it, text)}
    yield Question(
        "not_do",
        say("What else should they not do?"),
        say("Not to do"),
        required=False,
        hint=say("For example: do not offer a lift home."),
        **more,
    )
    yield Question(
        "shared_back",
        say("What do they tell us, and what does {name} hear of it?", name=it.name),
        say("They tell us"),
        default=it.shared_back,
        required=False,
        hint=say("For example: if a session is missed. We tell them that we know."),
        **more,
    )


def tells_question(it: About, found: tuple[Untold, ...] = ()) -> Question:
    """Return the question whether words tell of what was not agreed to.

    It is asked only where some may, of what was `found` or of the answers. With nobody
    there it may be left out: then the page is refused.
    """

    def words(a: Answers) -> tuple[Untold, ...]:
        return found or may_tell_more(it, a)

    def before(a: Answers) -> tuple[str, ...]:
        if it.looked is not None:
            it.looked.append(words(a))
        return tuple(f"{one.may_tell}." for one in words(a))

    return choose(
        TELLS,
        say("{name} did not agree to that. Do the words tell of it?", name=it.name),
        say("May tell of more"),
        (
            Choice(THEY_DO, say("They do tell of it: I change the text")),
            Choice(THEY_DO_NOT, say("They do not")),
        ),
        grave=True,
        required=it.answers,
        relevant=lambda a: bool(words(a)),
        asked=say("when words may tell of what was not agreed to"),
        before=before,
        hint=say("Could a reader guess it from them? Then they do. No page is made."),
    )


def seen_question(it: About) -> Question:
    """Return the question whether the person has seen the page as it is now."""
    return choose(
        SEEN,
        say("Has {name} seen this page and agreed to it today?", name=it.name),
        say("Seen and agreed"),
        YES_NO,
        grave=True,
        relevant=lambda a: _goes_on(it, a),
        before=lambda a: it.draw(words_of(it, a)),
        hint=say("Turn the screen, or read it out. If not, nothing is made."),
    )


def _goes_on(it: About, answers: Answers) -> bool:
    """Say whether there is a page to go on with: not where its words tell more."""
    return not it.answers or answers.get(TELLS) != THEY_DO


def may_tell_more(it: About, answers: Answers) -> tuple[Untold, ...]:
    """Return what the answers may tell of and that is not an item of the page."""
    words = words_of(it, answers)
    return untold(words.by_answer(), {key for key, text in words.texts if text}, it.own)


def _not_refused(it: About, text: str) -> None:
    """Refuse a diagnosis, and what the person said no to, where somebody can answer."""
    if not it.answers:
        return
    every = untold({"": text or ""}, (), it.own)
    if labels := [one.may_tell for one in every if one.is_label]:
        told = "; ".join(labels)
        raise ValueError(
            say("No page has a diagnosis: {told}. Say it without", told=told)
        )
    found = [one for one in every if one.item in it.agreed.asked_for]
    if found:
        told = "; ".join(one.may_tell for one in found)
        raise ValueError(say("{name} said no to this: {told}", name=it.name, told=told))


def _something(value: Any, _answers: Answers) -> None:
    if not value:
        raise ValueError(say("cannot be 0: a page says something"))


def _all_hold(value: Any, _answers: Answers) -> None:
    if missing := not_held(value):
        raise ValueError(
            say(
                "These have to hold as well: {missing}. If one does not, make no page",
                missing="; ".join(missing),
            )
        )


def _text(it: About, item: Choice) -> Question:
    key = item.key
    default = {FIRST_NAME: it.name, COMING_FOR: it.coming_for}.get(key, "")
    told = say("What does the page say of this? {item}.", item=item.label)
    return Question(
        f"{TEXT}{key}",
        ASKS.get(key, told),
        ITEM_WORDS[key],
        default=default,
        relevant=lambda a: key in (a.get("items") or ()),
        asked=say("when items has {key}", key=key),
        constraint=lambda text, _a: _not_refused(it, text),
        hint=say("One or two short lines. {name} reads them first.", name=it.name),
    )


def _last_day(it: About) -> Iterator[Question]:
    last = it.agreed.until or it.today
    yield day_ahead(
        "until",
        say("Which is the last day of the page?"),
        say("Last day"),
        it.today,
        default=raw_of(last),
        constraint=lambda day, _a: _within(day, it),
        hint=say("No later than the consent. Then they give it back."),
    )


def _within(day: date, it: About) -> None:
    if day < it.today:
        raise ValueError(say("cannot be a day that has been"))
    if it.agreed.until and day > it.agreed.until:
        raise ValueError(
            say("cannot be after the consent ends, on {day}",
                day=say_day(it.agreed.until))
        )  # fmt: skip


def words_of(it: About, answers: Answers) -> Words:
    """Return the words of the page the answers stand for."""
    chosen = answers.get("items") or ()
    return Words(
        tuple(
            (key, answers.get(f"{TEXT}{key}") or "")
            for key in it.agreed.items
            if key in chosen
        ),
        answers.get("not_do") or "",
        answers.get("shared_back") or "",
        answers.get("until"),
    )
