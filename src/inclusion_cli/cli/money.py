"""`inclusion money show | agree | look | rehearse | check | request`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli.casework import money as acts
from inclusion_cli.cli.observe import observe
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.money_consent import NoMoneyConsent, money_consent
from inclusion_cli.domain.money_page import MoneyPage, money_page
from inclusion_cli.interviews import money_agreed as asks
from inclusion_cli.interviews import money_check as check_asks
from inclusion_cli.interviews import observe as observe_asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.question import Question

app = group("money", say("What is agreed about money, and looked at together."))
EARLY = date(2000, 1, 1)
SOMEBODY = say("the person")


@command(app, "show")
def show(desk: Desk, person: Person = None) -> MoneyPage:
    """Show agreements, sentences practised, weeks looked at, and requests."""
    return money_page(asking.anybody(desk, person), on=desk.clock.today())


@guided(app, "agree", "agreement", lambda: asks.agree_questions(SOMEBODY, EARLY))
def agree(desk: Desk, person: Person = None) -> Any:
    """Write what the person decides about lending, giving or cards, in their words."""
    case, draft = asking.begin(desk, person, "agreement", say("an agreement of"))
    form = asks.agree_form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "money agree")
    record = acts.agreement_from(given)
    with desk.writing() as work:
        saved = acts.record_agreement(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


@guided(app, "look", "agreement_look", lambda: asks.look_questions(SOMEBODY, EARLY))
def look(desk: Desk, person: Person = None) -> Any:
    """Look at an agreement again: it stands until another day, or it ends."""
    case, draft = asking.begin(desk, person, "agreement_look", say("an agreement of"))
    form = asks.look_form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "money look")
    stand = case.safety.agreements
    kept = next(one for one in stand if one.id == given["agreement"])
    with desk.writing() as work:
        saved = acts.look_at_agreement(work, case, kept, given)
    if desk.call.dry_run:
        made = acts.looked_at(kept.record, given, today=desk.clock.today())
        return nothing_saved(case.label, made, form, given)
    return saved


@guided(app, "rehearse", "rehearsal", lambda: asks.rehearse_questions(SOMEBODY, EARLY))
def rehearse(desk: Desk, person: Person = None) -> Any:
    """Write down a sentence the person practised for saying no."""
    case, draft = asking.begin(desk, person, "rehearsal", say("practising with"))
    form = asks.rehearse_form(case, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "money rehearse")
    record = acts.rehearsal_from(given)
    with desk.writing() as work:
        saved = acts.record_rehearsal(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


@guided(
    app, "check", "money_check", lambda: check_asks.check_questions(SOMEBODY, EARLY)
)
def check(desk: Desk, person: Person = None) -> Any:
    """Look at a week of money with the person, if they agreed to that.

    It needs a consent of its own that holds today. A count and a few words are kept,
    and never the number of a card or an account.
    """
    case, draft = asking.begin(desk, person, "money_check", say("a week of money of"))
    today = desk.clock.today()
    consent = money_consent(case, on=today)
    form = check_asks.check_form(case, today)
    given = asking.answers_about(desk, case, draft, form, "money check")
    record = acts.check_from(given, on=today, consent=consent.id)
    try:
        with desk.writing() as work:
            saved = acts.record_check(work, case, record)
    except NoMoneyConsent:
        if not desk.call.dry_run:
            desk.drafts.forget(case.person.file, form.name)
        raise
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


def request_questions() -> Iterator[Question]:
    """Return the questions of a request for money or things."""
    asked = {"seen": "money_request"}
    it = observe_asks.anybody()
    for question in observe_asks.questions(it, asked):
        if question.key != "seen" and question.relevant(asked):
            yield question


@guided(app, "request", "money_request", request_questions)
def request(desk: Desk, person: Person = None) -> Any:
    """Record that somebody asked for money or things, and what the person did.

    A review looks at it the same day.
    """
    case, draft = asking.begin(desk, person, "money_request", say("a request to"))
    it = observe_asks.between(case, now=desk.clock.now())
    form = observe_asks.request_form(case, it)
    return observe(desk, case, draft, form, it, "money request")
