"""Predicates over the record-keeping itself: debriefs, card, requests, restrictions."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Found, Told
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.predicates.earlier import since_began
from inclusion_cli.domain.predicates.rated import each_of
from inclusion_cli.domain.predicates.registry import (
    DAYS,
    LOWER,
    SESSIONS,
    Kind,
    predicate,
)
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Facts

LONGEST_HOURS = 24 * 14
Written = tuple[datetime, str, timedelta]
"""A session: when it was, its id, and how long its debrief took."""


@predicate(
    lambda last, within_hours: say(
        "{each_of} has a debrief within {within_hours} hours",
        each_of=each_of(last),
        within_hours=within_hours,
    ),
    lambda last, within_hours: say(
        "a debrief is missing, or later than {within_hours} hours, in the last {last}",
        within_hours=within_hours,
        last=say_many("{number} session", "{number} sessions", last),
    ),
    say("Debriefs written in time"),
    last=SESSIONS,
    within_hours=Kind(
        1, LONGEST_HOURS, asks=say("Within how many hours?"), strict=LOWER
    ),
)
def debrief_done(facts: Facts, last: int, within_hours: int) -> Found:
    """Judge whether each of the last sessions was debriefed in time."""
    limit = timedelta(hours=within_hours)
    known: list[Written] = [
        (s.happened_at, s.id, s.recorded_at - s.happened_at)
        for s in facts.countable[-last:]
    ]
    done = len(known)
    if facts.waiting:
        known, done = _with_waiting(facts, known, last)
    late = sum([took > limit for _at, _id, took in known])
    still = last - done
    answer = NOT_MET if late else CANNOT_TELL if still else MET

    def tell() -> Told:
        used = tuple(item_id for _at, item_id, _took in known)
        if late:
            again = say(
                "met, after {last} in time, one after the other",
                last=say_many("{number} debrief", "{number} debriefs", last),
            )
            return Told(
                say(
                    "{late} late or missing",
                    late=say_many("{number} debrief", "{number} debriefs", late),
                ),
                used,
                change=again,
            )
        if still:
            so_far = say("{part} so far, in time", part=last - still)
            return Told(
                so_far, used, say_many("{number} debrief", "{number} debriefs", still)
            )
        return Told(say("{last} of {last} in time", last=last), used)

    return Found(answer, tell)


def _with_waiting(
    facts: Facts, known: list[Written], last: int
) -> tuple[list[Written], int]:
    """Return the last sessions, those that wait too, and how many have a debrief."""
    now = facts.lateness_at
    waiting = [
        (w.happened_at, w.id, now - w.happened_at)
        for w in facts.waiting
        if now and w.on <= facts.on
    ]
    both = sorted([*known, *waiting], key=lambda item: item[:2])[-last:]
    return both, sum(item in known for item in both)


@predicate(
    lambda days: say(
        "the card was looked at in the last {days}",
        days=say_many("{number} day", "{number} days", days),
    ),
    lambda days: say(
        "the card was not looked at in the last {days}",
        days=say_many("{number} day", "{number} days", days),
    ),
    say("The early-warning card was looked at"),
    days=Kind(1, 365, asks=DAYS.asks, strict=LOWER),
)
def card_reviewed_within(facts: Facts, days: int) -> Found:
    """Judge whether the early-warning card was written or renewed in the window."""
    day = facts.card_reviewed_on
    if day is None:
        return Found(
            CANNOT_TELL, lambda: Told(say("There is no card"), (), say("a card"))
        )
    fresh = day >= facts.first_day(days)
    change = "" if fresh else say("met, once the card is looked at")
    return Found(
        MET if fresh else NOT_MET,
        lambda: Told(say("On {day}", day=say_day(day)), change=change),
    )


@predicate(
    lambda: say("no request for money or things waits for a review"),
    lambda: say("a request for money or things waits for a review"),
    say("Every request for money or things was reviewed"),
    frozenset({Seen.MONEY_REQUEST}),
)
def no_financial_request_unreviewed(facts: Facts) -> Found:
    """Judge whether a decision has looked at every request, older ones too.

    It needs one asking since the step began.
    """
    waiting = facts.open_requests()
    if waiting:

        def tell() -> Told:
            days = ", ".join(say_day(request.on) for request in waiting)
            records = tuple(request.entry for request in waiting)
            shows = say(
                "{waiting} not reviewed: {days}",
                waiting=say_many("{number} request", "{number} requests", len(waiting)),
                days=days,
            )
            return Told(
                shows, records, change=say("met, once a review has looked at it")
            )

        return Found(NOT_MET, tell)
    asked = _asked_about_money(facts)
    if asked is None:
        return Found(
            CANNOT_TELL,
            lambda: Told(
                say("Not asked {since}", since=since_began(facts)), (), say("a debrief")
            ),
        )
    return Found(MET, lambda: Told(say("None waits"), (asked,)))


def _asked_about_money(facts: Facts) -> str | None:
    """Return the latest record in which requests were asked about."""
    for session in reversed(facts.sessions):
        if session.record.concerns is not None or session.record.money is not None:
            return session.id
    for seen in reversed(facts.observations):
        if seen.record.seen is Seen.MONEY_REQUEST:
            return seen.id
    return None


@predicate(
    lambda: say("every restriction is inside its review date"),
    lambda: say("a restriction is past its review date"),
    say("Restrictions are inside their review date"),
)
def restriction_review_in_date(facts: Facts) -> Found:
    """Judge whether the limits of formulation and register are inside their date."""
    stands = facts.in_force()
    if stands is None:
        told = Told(say("There is no formulation"), (), say("a formulation"))
        return Found(CANNOT_TELL, lambda: told)
    due = stands.review_on
    if due is None:
        return Found(MET, lambda: Told(say("There is no restriction")))
    late = due < facts.on
    change = say("met, once the limit is looked at again") if late else ""
    shows = say("Review {part}due {due}", part="was " if late else "", due=say_day(due))
    return Found(NOT_MET if late else MET, lambda: Told(shows, change=change))
