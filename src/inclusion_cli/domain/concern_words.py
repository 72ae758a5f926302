"""Safeguarding concerns in words: a list, and one as a page, both sides of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.action_standing import actions_of
from inclusion_cli.domain.concern import (
    Achieved,
    Refer,
    SafeguardingConcern,
    Sure,
    WishesAsked,
)
from inclusion_cli.domain.concerns import (
    MISSING_WORDS,
    NOT_RUNG,
    TO_BE_REFERRED,
    lacking,
    not_closed,
    not_rung,
)
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.record_page import PagePart, PageRow, RecordPage
from inclusion_cli.domain.safeguarding import PARTS, TYPES, Safeguarding
from inclusion_cli.domain.values import and_list, sentence
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.filed import Filed

NONE = say("No concern is recorded. None recorded is not the same as none.")
REFER_WORDS = {
    Refer.REFER: say("to refer it"),
    Refer.DO_NOT_REFER: say("not to refer it"),
}
"""What was decided; that it is referred is more: `decided_words` says so."""
SURE_WORDS = {Sure.YES: say("yes"), Sure.NO: say("no"), Sure.NOT_SURE: say("not sure")}
WISHES_WORDS = {
    WishesAsked.EXPRESSED: say("asked, and they said"),
    WishesAsked.NONE_EXPRESSED: say("asked, and they did not say"),
    WishesAsked.NOT_ASKED: say("not asked"),
}
ACHIEVED_WORDS = {
    Achieved.FULLY: say("fully"),
    Achieved.PARTLY: say("partly"),
    Achieved.NOT: say("not"),
}
PART_WORDS = {
    "needs": say("Needs care or support"),
    "abuse": say("Abuse or neglect, or a risk of it"),
    "cannot_protect": say("Cannot protect themselves"),
}


def decided_words(told: SafeguardingConcern) -> str:
    """Return how a concern stands; what nobody was given yet is not called referred."""
    if told.decided is None:
        return say("not decided yet")
    if not_rung(told):
        return TO_BE_REFERRED
    return say("referred") if told.decided is Refer.REFER else say("not referred")


def concern_list(found: Filed, now: datetime) -> RecordPage:
    """Return the concerns of a file, the newest first; not what was seen."""
    rows = tuple(
        PageRow(
            say_when(kept.record.at, today=now.date()), _state(kept), short_id(kept.id)
        )
        for kept in reversed(found.concerns)
    )
    return RecordPage(
        say("Safeguarding concerns: {label}", label=found.label),
        found.code,
        (PagePart("", rows, NONE),),
        _on_from_list(found),
    )


def _on_from_list(found: Filed) -> tuple[str, ...]:
    """Return the command of a list: first to give what nobody was given yet."""
    if not found.concerns:
        return ("concern", "add", found.code)
    waits = [kept for kept in not_closed(found.concerns) if not_rung(kept.record)]
    if waits:
        return ("concern", "decide", short_id(waits[-1].id))
    return ("concern", "show", short_id(found.concerns[-1].id))


def _state(kept: Kept[SafeguardingConcern]) -> str:
    told = kept.record
    parts = [sentence(decided_words(told))]
    if told.closed_on:
        parts.append(say("Closed on {day}.", day=say_day(told.closed_on)))
    said = (MISSING_WORDS["decision"], NOT_RUNG)
    lacks = [one for one in lacking(told) if one not in said]
    if lacks:
        parts.append(say("Not there: {what}.", what=and_list(lacks)))
    return " ".join(parts)


def concern_page(
    found: Filed, kept: Kept[SafeguardingConcern], words: Safeguarding
) -> RecordPage:
    """Return one concern: seen, wishes, the tests, both sides, what was decided."""
    told = kept.record
    lacks = tuple(PageRow("", words) for words in lacking(told))
    return RecordPage(
        say(
            "Safeguarding concern, {when}. {label}",
            when=say_when(told.at),
            label=found.label,
        ),
        found.code,
        (
            PagePart(say("Not there yet"), lacks),
            PagePart(say("Seen or heard"), tuple(_seen(told, kept))),
            PagePart(say("What they wish"), tuple(_wishes(told))),
            PagePart(words.law, tuple(_tests(told))),
            PagePart(say("For, against, and what was decided"), tuple(_sides(told))),
            PagePart(say("Told, and what came of it"), tuple(_told(told, words))),
            PagePart(say("Safeguarding review"), tuple(_review(found, kept))),
        ),
        _next(kept),
    )


def _next(kept: Kept[SafeguardingConcern]) -> tuple[str, ...]:
    if kept.record.closed_on:
        return ("concern", "review", short_id(kept.id))
    verb = "decide" if lacking(kept.record) else "close"
    return ("concern", verb, short_id(kept.id))


def _seen(
    told: SafeguardingConcern, kept: Kept[SafeguardingConcern]
) -> Iterator[PageRow]:
    names = {choice.key: choice.label for choice in TYPES}
    yield PageRow("", f'"{told.seen}"', short_id(kept.id))
    yes_no = {True: say("yes"), False: say("no"), None: ""}
    rows = {
        say("By"): told.by,
        say("Type"): ", ".join(names.get(key, key) for key in told.types),
        say("Danger now"): yes_no[told.danger_now],
        say("Could be a crime"): yes_no[told.crime],
        say("Pressure"): told.coercion,
        say("Others at risk"): told.others_at_risk,
        say("About staff"): yes_no[told.staff_source],
        say("Incident"): short_id(told.incident),
    }
    yield from _rows(rows)


def _wishes(told: SafeguardingConcern) -> Iterator[PageRow]:
    asked = WISHES_WORDS[told.wishes_asked] if told.wishes_asked else ""
    rows = {
        say("Asked"): asked,
        say("Wishes"): told.wishes and f'"{told.wishes}"',
        say("Better when"): told.outcomes and f'"{told.outcomes}"',
        say("Why not asked"): told.why_not_asked,
        say("Deciding about this"): told.capacity,
    }
    yield from _rows(rows)


def _tests(told: SafeguardingConcern) -> Iterator[PageRow]:
    for key in PARTS:
        if part := getattr(told, key):
            why = f". {part.why}" if part.why else ""
            yield PageRow(PART_WORDS[key], f"{SURE_WORDS[part.answer]}{why}")


def _sides(told: SafeguardingConcern) -> Iterator[PageRow]:
    rows = {
        say("For"): told.reasons_for,
        say("Against"): told.reasons_against,
        say("Decided"): decided_words(told) if told.decided else "",
        say("Why"): told.why,
        say("By"): told.decided_by,
        say("When"): say_when(told.decided_at) if told.decided_at else "",
    }
    yield from _rows(rows)


def _told(told: SafeguardingConcern, words: Safeguarding) -> Iterator[PageRow]:
    refer = told.decided is Refer.REFER
    to = say("To be given to") if not_rung(told) else say("Referred to")
    manager = told.told_manager
    if told.told_manager_at:
        manager = f"{manager}, {say_when(told.told_manager_at)}"
    rows = {
        say("Manager"): manager,
        say("They agree"): told.consent.replace("_", " "),
        say("Why without"): told.why_no_consent,
        say("Told to them"): told.told_person,
        to: words.receives if refer else "",
        say("Reference"): told.reference,
        say("Answer"): told.feedback,
        say("Came about"): ACHIEVED_WORDS[told.achieved] if told.achieved else "",
        say("Closed"): say_day(told.closed_on) if told.closed_on else "",
        say("Because"): told.closed_because,
    }
    yield from _rows(rows)


def _review(found: Filed, kept: Kept[SafeguardingConcern]) -> Iterator[PageRow]:
    for review in found.case_reviews:
        if review.record.concern != kept.id:
            continue
        yield PageRow(say("Learned"), review.record.learning, short_id(review.id))
        for action in actions_of(found.actions, review.id):
            yield PageRow(say("Action"), action.record.what, short_id(action.id))


def _rows(rows: dict[str, str]) -> Iterator[PageRow]:
    return (PageRow(lead, says) for lead, says in rows.items() if says)
