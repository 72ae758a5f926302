"""`inclusion partner add | show | list | brief`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import briefing as briefs
from inclusion_cli.casework import partner as acts
from inclusion_cli.cli import papers
from inclusion_cli.cli.options import Out, Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.briefing import Words, agreed
from inclusion_cli.domain.leaf import as_lines
from inclusion_cli.domain.partner_page import (
    PartnerList,
    PartnerPage,
    partner_list,
    partner_page,
    tied,
)
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.domain.untold_words import own_words
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews import partner as asks
from inclusion_cli.interviews import partner_brief as asks_brief
from inclusion_cli.interviews.gather import ask_one
from inclusion_cli.interviews.question import choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.partner import Partner
    from inclusion_cli.interviews.asker import Asker
    from inclusion_cli.interviews.question import Answers, Form

app = group("partner", say("Venues, groups, employers and activity leaders."))
EARLY = date(2000, 1, 1)
Typed = Annotated[
    str | None,
    typer.Argument(help=say("A name, a part of it, or an id."), metavar="[PARTNER]"),
]


@guided(app, "add", "partner_add", lambda: asks.questions(EARLY, frozenset()))
def add(desk: Desk) -> Any:
    """Add a partner: what is agreed with them, and whom they ring when worried.

    Nothing about a person stands here. What a partner may be told, each person decides.
    """
    form = form_of(desk)
    draft = asking.resumed(desk, "", "partner_add", say("adding a partner"))
    given = asking.gather(desk, form, "", draft=draft, again="partner add")
    record = acts.partner_from(given)
    with desk.writing() as work:
        saved = acts.add_partner(work, record)
    if desk.call.dry_run:
        return nothing_saved(record.name, record, form, given)
    return saved


def form_of(desk: Desk) -> Form:
    """Return the form of a new partner."""
    return asks.form(acts.partners(desk.reading), desk.clock.today())


@command(app, "show")
def show(desk: Desk, partner: Typed = None) -> PartnerPage:
    """Show a partner: what is agreed, whom they ring, the steps tied to them."""
    return partner_page(chosen(desk, partner), acts.cases_of(desk.reading))


@command(app, "list")
def list_partners(desk: Desk) -> PartnerList:
    """List the partners, with the steps tied to them and what they hold."""
    return partner_list(acts.partners(desk.reading), acts.cases_of(desk.reading))


def chosen(desk: Desk, typed: str | None) -> Kept[Partner]:
    """Return the partner meant, asking where none was named."""
    found = acts.partners(desk.reading)
    if typed is not None or desk.asker is None or not found:
        return acts.partner_typed(found, typed or "")
    choices = tuple(Choice(kept.id, kept.record.name) for kept in found)
    question = choose(
        "partner",
        say("Which partner?"),
        say("Partner"),
        choices,
        grave=True,
        hint=say("The number of the one you mean."),
    )
    wanted = ask_one(question, desk.asker)
    return next(kept for kept in found if kept.id == wanted)


@guided(app, "brief", "partner_brief", lambda: asks_brief.every_question(EARLY))
def brief(
    desk: Desk,
    person: Person = None,
    partner: Typed = None,
    *,
    out: Out = None,
) -> Any:
    """Make one page for a partner, of what the person agreed to and nothing else.

    The person sees the exact page first. What is left out is named. That it was told is
    written down before the page is made.
    """
    case = desk.person(person)
    kept = chosen(desk, partner)
    today = desk.clock.today()
    asked = tuple((desk.given.get("items") or "").replace(",", " ").split())
    may = briefs.may_tell(case, kept, asked, on=today)
    form, given, words = brief_told(desk, case, kept)
    looked = briefs.looked_over(case, kept, words, given, on=today)
    papers.fit_leaf(desk, briefs.page(desk.reading, case, kept, words, on=today))
    with desk.writing() as work:
        briefs.log_briefing(work, case, kept, words, given)
    if desk.call.dry_run:
        return nothing_saved(case.label, None, form, given)
    case, code = desk.reading.casefile(case.person.file), case.person.record.code
    made = briefs.page(desk.reading, case, kept, words, on=today)
    paths = papers.write_leaf(desk, "partner", made, out)
    says = say("A page for {to} about {label}:", to=kept.record.name, label=case.label)
    over = (say("Looked over: {words}", words="; ".join(looked)),) if looked else ()
    follows = (*over, *briefs.what_to_know(may, case))
    then = ("disclosure", "list", code)
    return PapersMade(says, code, paths, then, follows=follows)


def brief_told(
    desk: Desk, case: Casefile, kept: Kept[Partner]
) -> tuple[Form, Answers, Words]:
    """Return the form of a page, its answers, and the words they stand for.

    Where the page is another one than was last shown, the person sees it again.
    """
    shown: list[tuple[str, ...]] = []
    it = brief_about(desk, case, kept, shown)
    form = asks_brief.form(it, briefs.draft_name(kept))
    who = say("a page for {to} about {label}", to=kept.record.name, label=case.label)
    draft = asking.resumed(desk, case.person.file, form.name, who)
    given = asking.gather(
        desk,
        form,
        case.person.file,
        draft=draft,
        about={"partner": kept.id},
        again=f"partner brief {case.person.record.code} {kept.id[-8:]}",
    )
    words = asks_brief.words_of(it, given)
    if desk.asker is not None:
        given = _asked_anew(desk.asker, it, given, shown)
    return form, given, words


def _asked_anew(
    asker: Asker,
    it: asks_brief.About,
    given: Answers,
    shown: list[tuple[str, ...]],
) -> Answers:
    """Return the answers, with those anew whose words are others than were shown."""
    words, last = asks_brief.words_of(it, given), shown[-1:]
    found = asks_brief.may_tell_more(it, given)
    if found and it.looked[-1:] != [found]:
        question = asks_brief.tells_question(it, found)
        said = ask_one(question, asker, *question.before({}))
        given = {**given, asks_brief.TELLS: said}
    if given.get(asks_brief.TELLS) != asks_brief.THEY_DO and [it.draw(words)] != last:
        question = asks_brief.seen_question(it)
        again = ask_one(question, asker, *it.draw(words))
        given = {**given, asks_brief.SEEN: again}
    return given


def brief_form_of(desk: Desk, case: Casefile, partner_id: str) -> Form:
    """Return the form of a page for a partner."""
    kept = acts.partner_typed(acts.partners(desk.reading), partner_id)
    return asks_brief.form(brief_about(desk, case, kept, []), briefs.draft_name(kept))


def brief_about(
    desk: Desk, case: Casefile, kept: Kept[Partner], shown: list[tuple[str, ...]]
) -> asks_brief.About:
    """Return what a page is asked about, and how it looks; `shown` keeps what was."""
    today = desk.clock.today()
    tied_ = list(tied(case, kept.id))

    def draw(words: Words) -> tuple[str, ...]:
        page = briefs.page(desk.reading, case, kept, words, on=today)
        shown.append(tuple(as_lines(page)))
        return shown[-1]

    return asks_brief.About(
        case.known_as,
        case.label,
        kept.record.name,
        agreed(case, kept, on=today),
        today,
        draw,
        tied_[-1].title if tied_ else "",
        kept.record.will_share,
        own_words(case),
        answers=desk.asker is not None,
        looked=[],
    )
