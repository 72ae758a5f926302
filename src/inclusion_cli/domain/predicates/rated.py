"""Ratings over the last sessions gone to, and the words that name sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Found, Told
from inclusion_cli.domain.predicates.earlier import nothing_recorded, rated_before
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from inclusion_cli.domain.facts import Debriefed, Facts


def ids(sessions: Iterable[Debriefed]) -> tuple[str, ...]:
    """Return the ids of the debriefs."""
    return tuple(session.id for session in sessions)


def each_of(last: int) -> str:
    """Return the last sessions in words."""
    return (
        say("the last session")
        if last == 1
        else say("each of the last {last} sessions", last=last)
    )


def one_of(last: int) -> str:
    """Return one of the last sessions in words."""
    return (
        say("the last session")
        if last == 1
        else say("one of the last {last} sessions", last=last)
    )


def more_sessions(number: int) -> str:
    """Return what is missing as sessions: "2 more sessions that go ahead"."""
    goes = "goes" if number == 1 else "go"
    return say(
        "{number} that {goes} ahead",
        number=say_many("{number} more session", "{number} more sessions", number),
        goes=goes,
    )


def most_sessions(missing: Iterable[str]) -> list[str]:
    """Return what is missing, with one number of sessions: the same ones serve all."""
    told = list(dict.fromkeys(missing))
    counts = {
        text: int(count)
        for text in told
        if (count := text.partition(" ")[0]).isdigit()
        and text == more_sessions(int(count))
    }
    most = max(counts, key=lambda text: counts[text], default="")
    return [text for text in told if text not in counts or text == most]


def rated(
    facts: Facts,
    last: int,
    *,
    holds: Callable[[Debriefed], bool | None],
    shows: Callable[[Debriefed], str],
    lacking: str,
    summed: Callable[[list[str]], str] = and_list,
    more: tuple[str, ...] = (),
    before: Callable[[Facts], str] | None = None,
) -> Found:
    """Judge a rating over the last attended sessions; None is a missing rating.

    `more` are ids of other records that were read, `before` tells what was rated before
    the step began.
    """
    window = facts.attended[-last:]
    held = [holds(session) for session in window]
    short = last - len(window)
    failed = False in held
    answer = NOT_MET if failed else CANNOT_TELL if short or None in held else MET

    def nothing() -> str:
        said = before(facts) if before else rated_before(facts, holds, shows)
        return f"{nothing_recorded(facts)}{said}"

    def tell() -> Told:
        given = [s for s, found in zip(window, held, strict=True) if found is not None]
        wanted = list(_wanted(lacking, held.count(None), short))
        return Told(
            summed([shows(s) for s in given]) if given else nothing(),
            (*ids(window), *more),
            "" if failed or not wanted else and_list(wanted),
            _until_gone(held, last) if failed else "",
        )

    return Found(answer, tell)


def _wanted(lacking: str, gaps: int, short: int) -> Iterator[str]:
    """Return what is missing: ratings of sessions that were, and sessions."""
    if gaps:
        yield say(
            "{lacking} for {gaps}",
            lacking=lacking,
            gaps=say_many("{number} session", "{number} sessions", gaps),
        )
    if short:
        yield more_sessions(short)


def _until_gone(held: list[bool | None], last: int) -> str:
    """Return how many good sessions put the last one that failed out of the window."""
    since = held[::-1].index(False)  # good ones after it
    goes = "goes" if last - since == 1 else "go"
    return say(
        "met, after {counted} that {goes} well",
        counted=say_many(
            "{number} more session", "{number} more sessions", last - since
        ),
        goes=goes,
    )
