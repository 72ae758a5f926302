"""Who a pack is about, in their own words first, and what they replied to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.pack_lines import Quote, Row
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief


def who(case: Casefile, *, service: str, worker: str) -> Iterator[Row]:
    """Return who this is about, as labelled lines."""
    person = case.person.record
    yield say("Name"), person.name
    if person.known_as != person.name:
        yield say("Likes to be called"), person.known_as
    yield say("Code"), person.code
    yield say("Known to us since"), say_day(case.person.recorded_at.date())
    if worker:
        yield say("Key worker"), worker
    if service:
        yield say("Service"), service
    oversight = case.plan.record.oversight if case.plan else ""
    if oversight:
        yield say("Who oversees it clinically"), oversight
        starts = [d.record.clinical for d in case.decisions if d.record.clinical]
        if starts:
            yield say("Overseen because"), "; ".join(starts[-1])
    if person.closed_on:
        yield say("File closed on"), say_day(person.closed_on)


def own_words(case: Casefile, latest: Kept[Debrief] | None) -> Iterator[Quote]:
    """Return the person's account first: their own, their wish, what they said last."""
    kept, name = case.formulation, case.known_as
    if kept and kept.record.account:
        day = say_day(kept.record.account_on or kept.on)
        what = say("{name}'s account", name=name)
        yield Quote(day, kept.record.account, short_id(kept.id), what)
    wishes = [review for review in case.reviews if review.record.wish]
    if wishes:
        review = wishes[-1]
        day = say_day(review.record.on)
        yield Quote(
            day,
            review.record.wish,
            short_id(review.id),
            say("What {name} wanted at the last review", name=name),
        )
    if latest:
        what = say("What {name} said last, after a session", name=name)
        yield Quote(say_day(latest.on), latest.record.words, short_id(latest.id), what)


def no_words(case: Casefile) -> str:
    """Return why the person's own account is missing, "" where it is there."""
    kept = case.formulation
    if kept is None or kept.record.account:
        return (
            ""
            if kept
            else say(
                "{known_as}'s own account was not asked for yet.",
                known_as=case.known_as,
            )
        )
    because = kept.record.no_account_because
    if because:
        return say(
            "There is no account of {known_as}'s own. Why: {because}",
            known_as=case.known_as,
            because=because,
        )
    return say(
        "{known_as}'s own account was not written down yet.", known_as=case.known_as
    )


def replies(case: Casefile, first: date) -> Iterator[Quote]:
    """Return what the person replied to packs and decisions, oldest first."""
    for kept in case.replies:
        reply = kept.record
        if reply.on < first:
            continue
        about = (
            say("About: {about}", about=reply.about) if reply.about else say("Reply")
        )
        yield Quote(say_day(reply.on), reply.words, short_id(kept.id), about)
        if reply.change:
            yield Quote(
                say_day(reply.on),
                reply.change,
                short_id(kept.id),
                say("To be changed or added"),
            )
