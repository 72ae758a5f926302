"""A page for a partner: checked against consent, logged, and then made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.leaving import NotAgreed, check_leaving, disclosure_of
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.briefing import Agreed, Words, agreed, briefing
from inclusion_cli.domain.consent_items import ITEM_WORDS, ON_A_PAGE, items_in_words
from inclusion_cli.domain.consent_standing import about_recipient
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.leaving import Leaving, why_not
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.untold_words import (
    SaidNo,
    TellsLabel,
    TellsMore,
    own_words,
    untold,
)
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.leaf import Leaf
    from inclusion_cli.domain.partner import Partner
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

PAGES = 1


class NotSeen(RuleSaysNo):
    """The person has not seen the page, so it is not made."""

    def __init__(self, name: str) -> None:
        super().__init__(
            say("{name} has not seen this page. Nothing was made.", name=name)
        )
        self.hint = say("Read it with {name} first. Then run the command again.",
                        name=name)  # fmt: skip


class PartnerEnded(RuleSaysNo):
    """We no longer work with this partner."""

    hint = say("Ask first whether you work with them again. To change it: amend")

    def __init__(self, partner: Kept[Partner]) -> None:
        assert partner.record.ended_on is not None
        super().__init__(
            say(
                "You stopped working with {name} on {day}. Nothing was made.",
                name=partner.record.name,
                day=say_day(partner.record.ended_on),
            )
        )


class AskedForOther(NotAgreed):
    """What was agreed names others: this partner was never chosen in a consent."""

    def __init__(self, told: str, code: str, name: str) -> None:
        super().__init__(told, code)
        self.hint = say(
            "Ask {name} again, and choose this partner there: inclusion consent give "
            "{code}. In danger, type: inclusion disclosure add {code}",
            name=name,
            code=code,
        )


class TooLong(RuleSaysNo):
    """What is to be told does not fit on one page."""

    hint = say("Shorten the words: a page is read between two things.")

    def __init__(self, pages: int) -> None:
        super().__init__(
            say("This takes {pages} pages, and it has to fit on one.", pages=pages)
        )


def may_tell(
    case: Casefile, partner: Kept[Partner], asked: Iterable[str], *, on: date
) -> Agreed:
    """Return what a partner may be told on a day.

    `asked` are items that were named in the command. Raises PartnerEnded; NotAgreed
    where nothing is agreed, or one of those is not.
    """
    if partner.record.ended_on is not None:
        raise PartnerEnded(partner)
    leaving, code = _leaving(partner, ""), case.person.record.code
    may = agreed(case, partner, on=on)
    if why := why_not(case, leaving, (), on=on):
        if not any(about_recipient(case, partner.id)):
            raise AskedForOther(why, code, case.known_as)
        raise NotAgreed(why, code)
    known = {item.key for item in ON_A_PAGE}
    wrong = [key for key in asked if key in known and key not in may.items]
    if wrong or not may.items:
        raise NotAgreed(why_not(case, leaving, wrong or known, on=on), code)
    return may


def _leaving(partner: Kept[Partner], purpose: str) -> Leaving:
    return Leaving(
        partner.record.name,
        partner.record.role,
        purpose,
        Rests.CONSENT,
        partner=partner.id,
    )


def page(
    reading: Reading, case: Casefile, partner: Kept[Partner], words: Words, *, on: date
) -> Leaf:
    """Return the page as it stands now."""
    may = agreed(case, partner, on=on)
    marks = sheet(
        reading,
        case.person.record.code,
        recipient=partner.record.name,
        purpose=may.purpose,
        on=on,
    )
    return briefing(case, partner, marks, words, on=on)


def looked_over(
    case: Casefile,
    partner: Kept[Partner],
    words: Words,
    answers: Mapping[str, Any],
    *,
    on: date,
) -> tuple[str, ...]:
    """Return what was found to tell nothing of what was not agreed to.

    Raises SaidNo where words tell of what the person said no to, TellsLabel where they
    name a diagnosis, and TellsMore where they may tell of anything else that is not on
    the page and nobody said they do not.
    """
    items = {key for key, text in words.texts if text}
    found = untold(words.by_answer(), items, own_words(case))
    said_no = agreed(case, partner, on=on).asked_for
    if refused := tuple(one for one in found if one.item in said_no):
        raise SaidNo(case.known_as, refused)
    if labels := tuple(one for one in found if one.is_label):
        raise TellsLabel(labels)
    if found and answers.get("tells_more") != "they_do_not":
        raise TellsMore(found)
    return tuple(one.may_tell for one in found)


def log_briefing(
    work: Work,
    case: Casefile,
    partner: Kept[Partner],
    words: Words,
    answers: Mapping[str, Any],
) -> None:
    """Write that the page is made and its partner told, before it is.

    Raises NotSeen; NotAgreed where consent does not cover every item now; SaidNo and
    TellsMore as `looked_over` does.
    """
    if answers.get("seen") != "yes":
        raise NotSeen(case.known_as)
    today = work.clock.today()
    case = work.casefile(case.person.file)
    items = tuple(key for key, text in words.texts if text)
    may = may_tell(case, partner, items, on=today)
    looked = looked_over(case, partner, words, answers, on=today)
    leaving = check_leaving(work, case, _leaving(partner, may.purpose), items)
    until = min(day for day in (words.until, may.until) if day)
    paper = Paper(
        PaperKind.BRIEFING,
        today,
        partner.record.name,
        may.purpose,
        until=until,
    )
    kept = work.add(paper, file=case.person.file)
    told = disclosure_of(work, leaving, items=items, paper=kept.id)
    what = "; ".join(f"{ITEM_WORDS[key]}: {text}" for key, text in words.texts if text)
    checked = tuple(answers.get("caldicott") or ())
    told = replace(told, what=what, caldicott=checked, looked_over=looked)
    work.add(told, file=case.person.file)
    work.clear_draft(case.person.file, draft_name(partner))


def draft_name(partner: Kept[Partner]) -> str:
    """Return the name of the draft of a page: one for each partner."""
    return f"partner_brief:{partner.id}"


def what_to_know(may: Agreed, case: Casefile) -> tuple[str, ...]:
    """Return what the person said no to, which is not on the page."""
    if not may.asked_for:
        return ()
    return (
        say(
            "Left out, and not shared because {name} said no: {items}.",
            name=case.known_as,
            items=items_in_words(may.asked_for),
        ),
    )
