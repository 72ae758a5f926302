"""What is asked before the person's own copy is made: what about others may stay in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import NO, YES_NO, Choice, a_name
from inclusion_cli.interviews.question import Form, Question, choose, choose_some
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.my_record_leaves import LeftOut

LONGEST = 100
"""Letters of a piece that are shown to choose by."""


def form(case: Casefile, found: tuple[LeftOut, ...]) -> Form:
    """Return what is asked before a person's own copy is made."""
    return Form(
        name="pack_my_record",
        title=say("Their own copy"),
        questions=lambda _answers: questions(case.known_as, found),
        header=say(
            "{label}. {name}'s own copy of the record.",
            label=case.label,
            name=case.known_as,
        ),
        who=case.label,
        save=say("make the copy for {label}", label=case.label),
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any copy, for flags and for `--questions`."""
    yield from questions(say("the person"), ())


def questions(name: str, found: tuple[LeftOut, ...]) -> Iterator[Question]:
    """Return the questions of a person's own copy."""
    choices = tuple(
        Choice(piece.key, f"{piece.what}: {in_short_line(piece.says)}")
        for piece in found
    )
    yield choose_some(
        "allow",
        say("These tell of others. Which may stay in?"),
        say("May stay in"),
        choices or (Choice("piece-id", say("Words about somebody else")),),
        grave=True,
        asked=say("when something tells of others"),
        relevant=lambda _a: bool(found) or name == say("the person"),
        hint=say("Type the numbers, or 0 for none of them."),
        explains=lambda: tuple(_in_full(found)),
    )
    yield Question(
        "checked_by",
        say("Who has read it through, so that nobody comes to harm by it?"),
        say("Read through by"),
        a_name,
        own=True,
    )
    yield choose(
        "large", say("In large print?"), say("Large print"), YES_NO, default=NO
    )


def _in_full(found: tuple[LeftOut, ...]) -> Iterator[str]:
    """Return each piece that is cut, whole, under its number."""
    for number, piece in enumerate(found, start=1):
        text = one_line(piece.says)
        if in_short_line(text) != text:
            yield f"{number}. {piece.what}: {text}"


def in_short_line(text: str) -> str:
    """Return a line that is cut between words, with dots where it goes on."""
    line = one_line(text)
    if len(line) <= LONGEST:
        return line
    return f"{line[:LONGEST].rpartition(' ')[0] or line[:LONGEST]} ..."
