"""Predicates over the last sessions: attendance, worry, time stayed, coping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Found, Told
from inclusion_cli.domain.predicates.earlier import no_session
from inclusion_cli.domain.predicates.rated import (
    each_of,
    ids,
    more_sessions,
    one_of,
    rated,
)
from inclusion_cli.domain.predicates.registry import (
    HIGHER,
    LAST,
    LOWER,
    SCORE_LEAST,
    SCORE_MOST,
    SESSIONS,
    Kind,
    predicate,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.domain.facts import Debriefed, Facts


@predicate(
    lambda n, of_last: say(
        "{n} of the last {of_last} sessions go ahead", n=n, of_last=of_last
    ),
    lambda n, of_last: say(
        "fewer than {n} of the last {of_last} sessions go ahead", n=n, of_last=of_last
    ),
    say("Sessions that go ahead: so many of the last few"),
    n=Kind(1, 60, asks=say("How many sessions must go ahead?"), strict=HIGHER),
    of_last=Kind(1, 60, asks=say("Of the last how many?"), strict=LOWER),
)
def attended_at_least(facts: Facts, n: int, of_last: int) -> Found:
    """Judge attendance over the last countable sessions.

    What the service or the place cancelled is not among them.
    """
    went, count = facts.went(of_last)
    missed = count - went
    answer = MET if went >= n else NOT_MET if of_last - missed < n else CANNOT_TELL

    def tell() -> Told:
        window = facts.countable[-of_last:]
        marks = [session.record.outcome.attended for session in window]
        return Told(
            say("{went} of {window} went ahead", went=went, window=len(window))
            if window
            else no_session(facts),
            ids(window),
            more_sessions(n - went) if answer is CANNOT_TELL else "",
            say(
                "met, with {more_sessions}",
                more_sessions=more_sessions(_needed(marks, n, of_last)),
            )
            if answer is NOT_MET
            else "",
        )

    return Found(answer, tell)


def _needed(marks: list[bool], n: int, of_last: int) -> int:
    """Return how many more must go ahead, one after the other, until it is met."""
    for more in range(1, n + 1):
        kept = marks[-(of_last - more) :] if of_last > more else []
        if sum(kept) + more >= n:
            return more
    return n


def at_most(
    rating: Callable[[Debriefed], int | None], x: int
) -> Callable[[Debriefed], bool | None]:
    """Return whether a session's rating is at most x, which includes x."""

    def holds(session: Debriefed) -> bool | None:
        given = rating(session)
        return None if given is None else given <= x

    return holds


def at_least(
    rating: Callable[[Debriefed], int | None], x: int
) -> Callable[[Debriefed], bool | None]:
    """Return whether a session's rating is at least x, which includes x."""

    def holds(session: Debriefed) -> bool | None:
        given = rating(session)
        return None if given is None else given >= x

    return holds


@predicate(
    lambda x, last: say(
        "worry at its worst is {x} or less in {each_of}", x=x, each_of=each_of(last)
    ),
    lambda x, last: say(
        "worry at its worst goes over {x} in {one_of}", x=x, one_of=one_of(last)
    ),
    say("Worry at its worst, 0 to 10"),
    x=SCORE_MOST,
    last=SESSIONS,
)
def peak_suds_max(facts: Facts, x: int, last: int) -> Found:
    """Judge worry at its worst, 0 to 10; at most x includes x."""
    return rated(
        facts,
        last,
        holds=at_most(lambda s: s.record.worry_peak, x),
        shows=lambda s: str(s.record.worry_peak),
        lacking=say("a score for worry at its worst"),
    )


@predicate(
    lambda last: say(
        "worry after is no higher than before in {each_of}", each_of=each_of(last)
    ),
    lambda last: say(
        "worry after is higher than before in {one_of}", one_of=one_of(last)
    ),
    say("Worry after is no higher than before"),
    last=SESSIONS,
)
def post_le_pre(facts: Facts, last: int) -> Found:
    """Judge whether worry after a session is no higher than before it."""

    def holds(session: Debriefed) -> bool | None:
        before, after = session.record.worry_before, session.record.worry_after
        return None if before is None or after is None else after <= before

    return rated(
        facts,
        last,
        holds=holds,
        shows=lambda s: say(
            "{worry_before} before, {worry_after} after",
            worry_before=s.record.worry_before,
            worry_after=s.record.worry_after,
        ),
        lacking=say("a score for worry before and after"),
    )


@predicate(
    lambda p, last: say(
        "they stay at least {p}% of the planned time in {each_of}",
        p=p,
        each_of=each_of(last),
    ),
    lambda p, last: say(
        "they stay less than {p}% of the planned time in {one_of}",
        p=p,
        one_of=one_of(last),
    ),
    say("Time stayed, as a part of the time planned"),
    p=Kind(
        1, 100, asks=say("At least how much of the time, in percent?"), strict=HIGHER
    ),
    last=LAST,
)
def stayed_planned_minutes(facts: Facts, p: int, last: int) -> Found:
    """Judge how much of the planned time the person stayed.

    A session that went ahead as planned was stayed in full, unless its minutes say
    otherwise. Leaving early by choice can fail it.
    """
    planned = facts.minutes

    def stayed(session: Debriefed) -> int | None:
        minutes = session.record.minutes
        if minutes is None and session.record.outcome is Outcome.ATTENDED_FULL:
            return planned
        return minutes

    def holds(session: Debriefed) -> bool | None:
        minutes = stayed(session)
        return None if minutes is None else minutes * 100 >= planned * p

    return rated(
        facts,
        last,
        holds=holds,
        shows=lambda s: say(
            "{stayed} of {planned} minutes", stayed=stayed(s), planned=planned
        ),
        lacking=say("how long they stayed"),
    )


@predicate(
    lambda x, last: say(
        "how well they coped is {x} or more in {each_of}", x=x, each_of=each_of(last)
    ),
    lambda x, last: say(
        "how well they coped is under {x} in {one_of}", x=x, one_of=one_of(last)
    ),
    say("How well they coped, 0 to 10"),
    x=SCORE_LEAST,
    last=LAST,
)
def coped_rating_min(facts: Facts, x: int, last: int) -> Found:
    """Judge the person's own rating of how they coped; at least x includes x."""
    return rated(
        facts,
        last,
        holds=at_least(lambda s: s.record.coped, x),
        shows=lambda s: str(s.record.coped),
        lacking=say("a score for how they coped"),
    )


@predicate(
    lambda x, last: say(
        "how sure they feel for next time is {x} or more in {each_of}",
        x=x,
        each_of=each_of(last),
    ),
    lambda x, last: say(
        "how sure they feel for next time is under {x} in {one_of}",
        x=x,
        one_of=one_of(last),
    ),
    say("How sure they feel for next time, 0 to 10"),
    x=SCORE_LEAST,
    last=LAST,
)
def confidence_min(facts: Facts, x: int, last: int) -> Found:
    """Judge the person's confidence for next time; at least x includes x.

    Not in the grammar of the reference; its starter set for money pressure needs it.
    """
    return rated(
        facts,
        last,
        holds=at_least(lambda s: s.record.confidence, x),
        shows=lambda s: str(s.record.confidence),
        lacking=say("a score for how sure they feel"),
    )
