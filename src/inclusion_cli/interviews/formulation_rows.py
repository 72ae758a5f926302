"""The rows of a formulation: what makes it harder, strengths, what is done about it.

Orphans are shown while writing: a situation without an answer stands above each
question about what is done; what is done for no situation is probably a blanket rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation import (
    CONTROL_KINDS,
    LAWFUL_BASES,
    STRENGTHS_NEEDED,
    TRIGGER_KINDS,
)
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.question import ENOUGH, Answers, Question, choose
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.interviews.formulation_about import About

NO_SITUATION = "0"
TIE, DROP, KEEP, OPEN = "tie", "drop", "keep", "open"
UNTIED = (
    Choice(TIE, "It is for one of the situations after all"),
    Choice(DROP, "Leave it out"),
    Choice(KEEP, "Keep it, and say why"),
    Choice(OPEN, "Keep it for now. Home will ask again"),
)


def trigger(it: About, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of a situation."""
    first = number == 1
    another = "What" if first else "What else"
    yield Question(
        f"{prefix}situation",
        f"{another} makes it harder for {it.name}? The real situation.",
        f"Situation {number}",
        hint="Where, when, who: the 8:15 bus when school children are on it.",
        required=first,
        skips=ENOUGH,
    )
    yield choose(f"{prefix}kind", "What kind is it?", "Its kind", TRIGGER_KINDS)
    yield Question(
        f"{prefix}tends", "What tends to happen then?", "What tends to happen"
    )
    yield Question(f"{prefix}signs", "What are the first signs of it?", "First signs")
    yield Question(f"{prefix}helps", "What helps?", "What helps")


def strength(it: About, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of a strength."""
    another = "What is one of" if number == 1 else "What is another of"
    yield Question(
        f"{prefix}text",
        f"{another} {it.name}'s strengths?",
        f"Strength {number}",
        required=number <= STRENGTHS_NEEDED,
        constraint=_told_once(prefix),
        skips=ENOUGH,
    )


def _told_once(prefix: str) -> Callable[[str, Answers], None]:
    """Return the check that no row before this one says the same."""
    group, number, _end = prefix.split(".")

    def check(text: str, answers: Answers) -> None:
        for other in range(1, int(number)):
            said = answers.get(f"{group}.{other}.text")
            if said and folded(said) == folded(text):
                raise ValueError(f"says the same as number {other}. Type another")

    return check


def situations(answers: Answers) -> tuple[Choice, ...]:
    """Return the situations given so far, each with the key of its row."""
    found = tuple(
        Choice(f"t{key.split('.')[1]}", value)
        for key, value in answers.items()
        if key.startswith("trigger.") and key.endswith(".situation") and value
    )
    return found or (Choice("t1", "The first situation"),)


# --- what is done about it ----------------------------------------------------------


def control(answers: Answers, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of something that is done."""
    another = "What" if number == 1 else "What else"
    yield Question(
        f"{prefix}text",
        f"{another} do you do about it?",
        f"What we do {number}",
        hint="Support, surroundings, agreements and limits. Each names its situation.",
        required=False,
        skips=ENOUGH,
        before=_unanswered_lines,
    )
    yield choose(f"{prefix}kind", "What is it?", "It is", CONTROL_KINDS)
    none = Choice(NO_SITUATION, "None of these")
    known = situations(answers)
    yield choose(
        f"{prefix}trigger",
        "Which situation is it for?",
        "It is for",
        (*known, none),
        constraint=lambda chosen, a: _refuse_untied_limit(prefix, chosen, a),
    )
    yield from _untied(prefix, known)
    yield from _limit(prefix)


def _refuse_untied_limit(prefix: str, chosen: str, answers: Answers) -> None:
    if chosen == NO_SITUATION and answers.get(f"{prefix}kind") == "restriction":
        raise ValueError(
            "A restriction is for one of these situations. "
            "Choose it, or go back and leave the restriction out"
        )


def _untied(prefix: str, known: tuple[Choice, ...]) -> Iterator[Question]:
    """Return what is asked of something that is done for no situation."""
    when = "when it is for none of the situations"

    def untied(answers: Answers) -> bool:
        return answers.get(f"{prefix}trigger") == NO_SITUATION

    def chose(what: str) -> Callable[[Answers], bool]:
        return lambda a: untied(a) and a.get(f"{prefix}untied") == what

    yield choose(
        f"{prefix}untied",
        "What do you want to do with it?",
        "For no situation",
        UNTIED,
        relevant=untied,
        asked=when,
        before=lambda a: (
            Heading("Probably a blanket rule"),
            f'"{a.get(f"{prefix}text")}" is for none of these situations.',
        ),
    )
    yield choose(
        f"{prefix}tied_to",
        "Which one?",
        "It is for",
        known,
        relevant=chose(TIE),
        asked=f"{when}, and untied is {TIE}",
    )
    yield Question(
        f"{prefix}because",
        "Why is it needed without one?",
        "Needed because",
        relevant=chose(KEEP),
        asked=f"{when}, and untied is {KEEP}",
    )


def _limit(prefix: str) -> Iterator[Question]:
    """Return what is asked of a restriction: why, why lawfully, until when."""

    def limits(answers: Answers) -> bool:
        return answers.get(f"{prefix}kind") == "restriction"

    more: dict[str, Any] = {"relevant": limits, "asked": "when it is a restriction"}
    yield Question(
        f"{prefix}harm",
        "Which harm does it prevent, and when did that last happen?",
        "Harm it prevents",
        **more,
    )
    yield choose(
        f"{prefix}basis", "What makes it lawful?", "Lawful basis", LAWFUL_BASES, **more
    )
    yield Question(
        f"{prefix}tried",
        "What less limiting way was tried, and what came of it?",
        "Tried first",
        **more,
    )
    yield Question(f"{prefix}ends", "What ends it?", "It ends when", **more)


# --- orphans ------------------------------------------------------------------------


def unanswered(answers: Answers) -> tuple[Choice, ...]:
    """Return the situations nothing is done about so far."""
    answered = {
        value
        for key, value in answers.items()
        if key.startswith("control.") and key.endswith((".trigger", ".tied_to"))
    }
    known = situations(answers)
    return tuple(choice for choice in known if choice.key not in answered)


def _unanswered_lines(answers: Answers) -> tuple[str, ...]:
    """Return the situations without an answer, to read before what is done."""
    waiting = unanswered(answers)
    if not waiting:
        return ()
    return ("No answer yet for:", *(f"  {choice.label}" for choice in waiting))


def reasons(answers: Answers) -> Iterator[Question]:
    """Return, for each situation without an answer, why nothing is done about it."""
    for choice in situations(answers):
        row = choice.key[1:]
        yield Question(
            f"trigger.{row}.unanswered",
            "Why is nothing done about it?",
            f"No answer to {row}",
            hint="For example: it has not come up since May, and he wants to wait.",
            required=False,
            skips="Enter leaves it open. Home will ask again.",
            relevant=_is_unanswered(choice.key),
            asked="when nothing is done about the situation",
            before=_risk(choice.label),
        )


def _is_unanswered(key: str) -> Callable[[Answers], bool]:
    return lambda answers: key in {choice.key for choice in unanswered(answers)}


def _risk(situation: str) -> Callable[[Answers], tuple[str, ...]]:
    return lambda _answers: (
        Heading("A risk nobody is managing"),
        f'Nothing is agreed for "{situation}".',
        "To add what you do, go back one question.",
    )
