"""Incidents as a list and as a page: what happened, what came of it, what is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.action_standing import actions_of
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.incident_owed import owed_words
from inclusion_cli.domain.incident_words import (
    NONE,
    SORTS,
    after_calls,
    level_then,
    level_words,
    open_of,
    owed_of,
    review_of,
    ring_lines,
)
from inclusion_cli.domain.incidents import LEVEL_WORDS, rungs_for, to_ring
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.limit_added import to_place
from inclusion_cli.domain.record_page import PagePart, PageRow, RecordPage
from inclusion_cli.domain.values import stopped
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.incident import Closing, Incident


def incident_list(found: Filed, now: datetime) -> RecordPage:
    """Return every incident of a file, the newest first."""
    rows = tuple(
        PageRow(
            say_when(kept.record.at, today=now.date()),
            say(
                "{what} {level}. {state}.",
                what=stopped(kept.record.what),
                level=level_words(kept.record).capitalize(),
                state=_state(found, kept, now),
            ),
            short_id(kept.id),
        )
        for kept in reversed(found.incidents)
    )
    return RecordPage(
        say("Incidents: {label}", label=found.label),
        found.code,
        (PagePart("", rows, NONE),),
        ("incident", "add", *found.named),
    )


def _state(found: Filed, kept: Kept[Incident], now: datetime) -> str:
    if kept.record.closed_on:
        day = say_day(kept.record.closed_on)
        left = owed_words(owed_of(found, kept, now))
        if not left:
            return say("Closed on {day}", day=day)
        return say("Closed on {day} with {left}", day=day, left=left)
    todo = len(after_calls(found, kept, now))
    ring = len(to_ring(kept, now=now))
    open_ = say_many("Open, {number} thing to do", "Open, {number} things to do", todo)
    return say("{open}, {ring} to ring", open=open_, ring=ring) if ring else open_


def incident_page(found: Filed, kept: Kept[Incident], now: datetime) -> RecordPage:
    """Return one incident: calls, what happened, what came of it, what is open."""
    told = kept.record
    ring = ring_lines(to_ring(kept, now=now), now.date())
    return RecordPage(
        say("Incident, {when}. {label}", when=say_when(told.at), label=found.label),
        found.code,
        (
            PagePart(say("Whom to ring"), tuple(PageRow("", line) for line in ring)),
            PagePart(say("What happened"), tuple(_told(told, kept))),
            PagePart(say("Rung"), tuple(_rung(told))),
            PagePart(say("How serious, and since when"), tuple(_levels(told))),
            PagePart(say("After-action review"), tuple(_review(found, kept))),
            PagePart(say("Actions"), tuple(_actions(found, kept))),
            PagePart(say("Still to do"), tuple(_left(found, kept, now))),
        ),
        _next(found, kept, now),
    )


def _left(found: Filed, kept: Kept[Incident], now: datetime) -> Iterator[PageRow]:
    """Return what is to be done still; of one that is closed, what is owed."""
    closed = kept.record.closed_on
    if closed is None:
        lines = after_calls(found, kept, now)
    else:
        left = owed_words(owed_of(found, kept, now))
        said = say("Closed on {day} with {left}.", day=say_day(closed), left=left)
        actions = open_of(found, kept, now.date())
        lines = (*((said,) if left else ()), *to_place(found, kept))
        lines += tuple(say("An action is open: {what}.", what=one) for one in actions)
    yield from (PageRow("", line) for line in lines)


def _next(found: Filed, kept: Kept[Incident], now: datetime) -> tuple[str, ...]:
    left = owed_of(found, kept, now)
    if left.calls:
        return ("incident", "call", short_id(kept.id))
    if kept.record.closed_on:
        verb = ("incident", "review") if left.review_by else ("why",)
        return (*verb, short_id(kept.id))
    if review_of(found, kept) is None:
        return ("incident", "review", short_id(kept.id))
    return ("incident", "close", short_id(kept.id))


def _told(told: Incident, kept: Kept[Incident]) -> Iterator[PageRow]:
    sorts = {choice.key: choice.label for choice in SORTS}
    rows = {
        "": told.what,
        say("Kind"): ", ".join(sorts.get(key, key) for key in told.sorts),
        say("Where"): told.place,
        say("Hurt"): told.hurt,
        say("Done at once"): told.at_once,
        say("Who saw it"): told.witnesses,
        say("Told"): told.notified,
        say("In their words"): told.view,
        say("Closed because"): told.closed_because,
        say("Closed before"): " ".join(map(_closing, told.closings)),
    }
    for lead, says in rows.items():
        if says:
            yield PageRow(lead, says, "" if lead else short_id(kept.id))
    if told.concern:
        yield PageRow(say("Concern"), short_id(told.concern))


def _closing(was: Closing) -> str:
    """Return that it was closed and opened again, on which day and why."""
    return say(
        "On {day}: {why} It was opened again.",
        day=say_day(was.on),
        why=stopped(was.because or say("nobody said why")),
    )


def _rung(told: Incident) -> Iterator[PageRow]:
    names = {rung.id: rung.who for rung in rungs_for(told)}
    for call in told.called:
        who = names.get(call.rung, call.rung)
        how = (
            say("not rung: {why}", why=call.not_rung)
            if call.not_rung
            else say("spoke to {who}", who=call.who)
        )
        said = f" {stopped(call.said)}" if call.said else ""
        says = say("{who}: {how}.{said}", who=who, how=how, said=said)
        yield PageRow(say_when(call.at), says)


def _levels(told: Incident) -> Iterator[PageRow]:
    for change in told.levels:
        stands = told.closed_on is None and change is told.levels[-1]
        words = LEVEL_WORDS[change.level] if stands else level_then(change.level)
        why = f" {stopped(change.why)}" if change.why else ""
        yield PageRow(say_when(change.at), f"{words}.{why}")


def _review(found: Filed, kept: Kept[Incident]) -> Iterator[PageRow]:
    review = review_of(found, kept)
    if review is None:
        return
    told = review.record
    yield PageRow(say("Expected"), told.expected, short_id(review.id))
    yield PageRow(say("Happened"), told.happened)
    yield PageRow(say("Why it differed"), told.why_differed)
    yield PageRow(say("What changes"), told.change)
    if told.restriction:
        yield PageRow(say("A limit was added"), told.proportionate or say("Yes"))
    if told.limit_ended:
        yield PageRow(say("The limit ended"), say_day(told.limit_ended))


def _actions(found: Filed, kept: Kept[Incident]) -> Iterator[PageRow]:
    review = review_of(found, kept)
    of = [*actions_of(found.actions, kept.id)]
    of += actions_of(found.actions, review.id) if review else ()
    for action in of:
        told = action.record
        state = (
            say("done on {day}", day=say_day(told.done_on))
            if told.done_on
            else say("by {day}", day=say_day(told.due))
        )
        yield PageRow(f"{told.owner}, {state}", told.what, short_id(action.id))
