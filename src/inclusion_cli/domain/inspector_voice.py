"""Parts 7 to 12 of an inspector's pack: outcomes, people, staff. Reference 6.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_rules import NAMES
from inclusion_cli.domain.inspector_lines import (
    count_of,
    counted,
    gap,
    rate_of,
    told,
)
from inclusion_cli.domain.number_kinds import Spread, say_tenths, spread_of
from inclusion_cli.domain.numbers_total import Empty
from inclusion_cli.domain.pack_sessions import attendance_said, cancelled_said
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit import Audit
    from inclusion_cli.domain.inspector_gather import Gathered
    from inclusion_cli.domain.numbers_total import ServiceNumbers
    from inclusion_cli.domain.paper_parts import PaperLine
    from inclusion_cli.domain.safety import ServiceRecords

EQUITY_LEAST = 10
"""Below so many people nothing is said of one group and another; reference 7 (18)."""


def outcomes(it: Gathered, numbers: ServiceNumbers) -> Iterator[PaperLine]:
    """Return what came of it over the year, each with its definition and its number."""
    yield from _went(numbers)
    yield from _loneliness(it)
    yield from _crisis_calls(numbers)


def _went(numbers: ServiceNumbers) -> Iterator[PaperLine]:
    """Return the sessions gone to, and the activities that lasted."""
    planned = count_of(numbers, "planned")
    counts = Empty(0, {name: one.n for name, one in numbers.counts.items()})
    says = " ".join(
        (*(says for _name, says in attendance_said(counts)), *cancelled_said(counts))
    )
    yield from counted(
        planned.ids,
        say("{says} What others cancel counts against nobody.", says=says),
        say("a planned session in this year"),
        total=planned.n,
    )
    long, all_ = count_of(numbers, "sustained"), count_of(numbers, "activities")
    yield from counted(
        long.ids or all_.ids,
        say(
            "Activities that are sustained: {n} of {of}. That is 6 sessions or more "
            "over 8 weeks or more. No gap is over 21 days, unless it is explained.",
            n=long.n,
            of=all_.n,
        ),
        say("an activity that was begun in this year"),
        total=long.n or all_.n,
    )


def _middle(spread: Spread) -> str:
    """Return the change in the middle; of one person there is no middle."""
    by = say_tenths(spread.median or 0)
    if spread.n == 1:
        return say("The change: {by}.", by=by)
    return say("The change in the middle: {by}.", by=by)


def _loneliness(it: Gathered) -> Iterator[PaperLine]:
    """Return what scores of loneliness say, and for whom there is none."""
    if it.changes:
        spread = spread_of(it.changes)
        way = sum(by < 0 for by in it.changes), sum(by > 0 for by in it.changes)
        yield told(
            say(
                "UCLA three-item loneliness score, first against latest. People with "
                "two scores: {n}. Lower (less lonely): {less}. Higher: {more}. The "
                "same: {same}. {middle} People without two scores: {without}.",
                n=len(it.changes),
                less=way[0],
                more=way[1],
                same=len(it.changes) - sum(way),
                middle=_middle(spread),
                without=it.met - len(it.changes),
            ),
            it.of("paired"),
        )
    else:
        yield gap(say("anybody with two scores of loneliness"))
    yield from counted(
        it.of("baseline"),
        say(
            "People with a first score of loneliness: {n}. Without: {without}.",
            n=len(it.of("baseline")),
            without=len(it.of("no_baseline")),
        ),
        say("a first score of loneliness"),
    )


def _crisis_calls(numbers: ServiceNumbers) -> Iterator[PaperLine]:
    """Return crisis calls in the year beside those of before, where anybody asked."""
    calls = rate_of(numbers, "crisis_calls")
    before = rate_of(numbers, "crisis_calls_before")
    if calls.ids or before.ids:
        yield told(
            say(
                "Crisis calls: {n} in {days} person-days where it is known. Before the "
                "plan: {was} in {then} days.",
                n=calls.n,
                days=calls.days,
                was=before.n,
                then=before.days,
            ),
            (*calls.ids, *before.ids),
        )


def supervision(it: Gathered, service: ServiceRecords) -> Iterator[PaperLine]:
    """Return how often the worker had supervision; never what was said there."""
    held = [kept for kept in service.supervisions if kept.record.on >= it.first]
    thought = [
        kept.id for kept in held if kept.record.supported or kept.record.held_back
    ]
    yield from counted(
        [kept.id for kept in held],
        say(
            "Supervisions of the worker who made this pack: {n}. With a thought about "
            "a risk supported or held back from: {thought}. What was said stays in the "
            "worker's own file.",
            n=len(held),
            thought=len(thought),
        ),
        say("a supervision of the worker who made this pack"),
    )
    yield gap(say("supervision of other workers, which is not held here"))


def consent(it: Gathered) -> Iterator[PaperLine]:
    """Return which consents hold, what was told, and what without consent."""
    held, ended, back = it.of("held"), it.of("not_held"), it.of("taken_back")
    yield from counted(
        held,
        say(
            "Consents that held when this was made: {n}. Ended, or said no to: "
            "{ended}. Taken back: {back}.",
            n=len(held),
            ended=len(ended),
            back=len(back),
        ),
        say("a consent"),
        of=(*ended, *back),
    )
    telling, without = it.of("disclosures"), it.of("without_consent")
    yield from counted(
        telling,
        say(
            "Times something was told to somebody: {n}. Without consent: {without}; "
            "of these, with their grounds not all written: {open}.",
            n=len(telling),
            without=len(without),
            open=len(it.of("no_grounds")),
        ),
        say("a record of something told to somebody"),
    )
    if without:
        says = say(
            "Who decided to tell without consent, and why, is written in the records "
            "with these numbers:"
        )
        yield told(says, without)


def feedback(it: Gathered) -> Iterator[PaperLine]:
    """Return where people speak for themselves in what is written."""
    all_, own = it.of("debriefs"), it.of("in_own_words")
    yield from counted(
        own,
        say(
            "Debriefs with the person's own words: {n} of {of}.",
            n=len(own),
            of=len(all_),
        ),
        say("a debrief with the person's own words"),
        of=all_,
    )
    replies, differ = it.of("replies"), it.of("disagreed")
    yield from counted(
        replies,
        say("Replies of a person to a pack or a decision: {n}.", n=len(replies)),
        say("a reply of a person to a pack or a decision"),
    )
    yield from counted(
        differ,
        say("Formulations with a view that differs: {n}.", n=len(differ)),
        say("a view that differs, in a formulation"),
    )
    yield gap(say("what partners say, which is not held here"))
    yield gap(say("complaints and what came of them, which are not held here"))


def equity(it: Gathered, latest: Audit) -> Iterator[PaperLine]:
    """Return whether all fare alike, only where there are people enough to say."""
    told_of = it.of("characteristics")
    if len(told_of) < EQUITY_LEAST:
        yield gap(
            say(
                "whether all fare alike. People who told about themselves: {n}. Below "
                "{least} there are not enough people to say",
                n=len(told_of),
                least=EQUITY_LEAST,
            )
        )
        return
    found = [one for one in latest.findings if NAMES[one.rule].number == 25]
    for one in found:
        yield told(one.says, one.records or told_of)
    if not found:
        says = say("No large difference between groups in what is counted.")
        yield told(says, told_of)


def read(it: Gathered) -> Iterator[PaperLine]:
    """Return whether the current formulations were read by those who work by them."""
    ticked, not_yet = it.of("read"), it.of("unread")
    yield from counted(
        ticked,
        say(
            "Current formulations read and understood by somebody besides who wrote "
            "them: {n} of {of}.",
            n=len(ticked),
            of=len(ticked) + len(not_yet),
        ),
        say("a current formulation that somebody has ticked as read"),
        of=not_yet,
    )
    yield gap(say("training of staff, which is not held here"))
