"""What is asked to set up the ladder of calls: whom, which number, how soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.call_ladder import LONGEST_MINUTES
from inclusion_cli.domain.incidents import LEVELS
from inclusion_cli.domain.values import a_name, capital, whole
from inclusion_cli.interviews.question import ENOUGH, Answers, Form, Question, choose
from inclusion_cli.interviews.rows import rows
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.incident import CallLadder

FORM = "call_ladder"


def form(ladder: CallLadder | None, service: str) -> Form:
    """Return what is asked of the ladder; what stands is known, and can be changed."""
    return Form(
        name=FORM,
        title=say("The ladder of calls"),
        questions=lambda answers: questions(answers, ladder),
        header=say(
            "{service}. Whom to ring when something goes wrong.",
            service=capital(service),
        ),
        who=service,
        intro=(
            say("It works with no internet. Numbers that are not known are asked for."),
        ),
        known=known(ladder) if ladder else {},
    )


def known(ladder: CallLadder) -> dict[str, str | None]:
    """Return what would be typed to make this ladder; a number not known is asked."""
    given: dict[str, str | None] = {}
    for number, rung in enumerate(ladder.rungs, start=1):
        given |= {
            f"rung.{number}.who": rung.who,
            f"rung.{number}.within": str(rung.within),
            f"rung.{number}.level": rung.level.value,
        }
        if rung.phone:
            given[f"rung.{number}.phone"] = rung.phone
    given[f"rung.{len(ladder.rungs) + 1}.who"] = None
    return given


def questions(answers: Answers, ladder: CallLadder | None = None) -> Iterator[Question]:
    """Return the questions of the ladder, a call at a time."""
    names = [rung.who for rung in ladder.rungs] if ladder else []
    known = dict(enumerate(names, start=1))
    yield from rows(
        answers, "rung", lambda prefix, n: _row(known.get(n, ""), prefix, n)
    )


def _row(known: str, prefix: str, number: int) -> Iterator[Question]:
    first = number == 1
    yield Question(
        f"{prefix}who",
        say("Who is rung first?") if first else say("Who else is rung?"),
        say("Call {number}", number=number),
        a_name,
        required=first,
        skips=ENOUGH,
        own=True,
    )
    yield Question(
        f"{prefix}phone",
        say("Which number is it? For: {who}.", who=known)
        if known
        else say("Which number is it?"),
        say("Number {number}", number=number),
        required=False,
        skips=say("Enter if nobody knows it yet."),
        own=True,
    )
    yield Question(
        f"{prefix}within",
        say("Within how many minutes are they rung? 0 is at once."),
        say("Minutes {number}", number=number),
        whole(0, LONGEST_MINUTES),
        "number",
    )
    yield choose(
        f"{prefix}level",
        say("From which kind of incident on?"),
        say("From {number}", number=number),
        LEVELS,
    )
