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
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.interviews.formulation_about import About

NO_SITUATION = "0"
TIE, DROP, KEEP, OPEN = "tie", "drop", "keep", "open"
UNTIED = (
    Choice(TIE, say("It is for one of the situations after all")),
    Choice(DROP, say("Leave it out")),
    Choice(KEEP, say("Keep it, and say why")),
    Choice(OPEN, say("Keep it for now. Home will ask again")),
)


def trigger(it: About, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of a situation."""
    first = number == 1
    another = say("What") if first else say("What else")
    yield Question(
        f"{prefix}situation",
        say(
            "{another} makes it harder for {name}? The real situation.",
            another=another,
            name=it.name,
        ),
        say("Situation {number}", number=number),
        hint=say("Where, when, who: the 8:15 bus when school children are on it."),
        required=first,
        skips=ENOUGH,
    )
    yield choose(
        f"{prefix}kind", say("What kind is it?"), say("Its kind"), TRIGGER_KINDS
    )
    yield Question(
        f"{prefix}tends", say("What tends to happen then?"), say("What tends to happen")
    )
    yield Question(
        f"{prefix}signs", say("What are the first signs of it?"), say("First signs")
    )
    yield Question(f"{prefix}helps", say("What helps?"), say("What helps"))


def strength(it: About, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of a strength."""
    another = say("What is one of") if number == 1 else say("What is another of")
    yield Question(
        f"{prefix}text",
        say("{another} {name}'s strengths?", another=another, name=it.name),
        say("Strength {number}", number=number),
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
                raise ValueError(
                    say("says the same as number {other}. Type another", other=other)
                )

    return check


def situations(answers: Answers) -> tuple[Choice, ...]:
    """Return the situations given so far, each with the key of its row."""
    found = tuple(
        Choice(f"t{key.split('.')[1]}", value)
        for key, value in answers.items()
        if key.startswith("trigger.") and key.endswith(".situation") and value
    )
    return found or (Choice("t1", say("The first situation")),)


# --- what is done about it ----------------------------------------------------------


_ONE = say("Type 1 if it is for that situation, or 0 if it is not.")


def control(answers: Answers, prefix: str, number: int) -> Iterator[Question]:
    """Return what is asked of something that is done."""
    another = say("What") if number == 1 else say("What else")
    yield Question(
        f"{prefix}text",
        say("{another} do you do about it?", another=another),
        say("What we do {number}", number=number),
        hint=say(
            "Support, surroundings, agreements and limits. Each names its situation."
        ),
        required=False,
        skips=ENOUGH if number > 1 else say("Enter if nothing is done yet."),
        before=_unanswered_lines,
    )
    yield choose(f"{prefix}kind", say("What is it?"), say("It is"), CONTROL_KINDS)
    none = Choice(NO_SITUATION, say("None of these"))
    known = situations(answers)
    yield choose(
        f"{prefix}trigger",
        say("Which situation is it for?"),
        say("It is for"),
        (*known, none),
        needed=_ONE if len(known) == 1 else "",
        constraint=lambda chosen, a: _refuse_untied_limit(prefix, chosen, a),
    )
    yield from _untied(prefix, known)
    yield from _limit(prefix)


def _refuse_untied_limit(prefix: str, chosen: str, answers: Answers) -> None:
    if chosen == NO_SITUATION and answers.get(f"{prefix}kind") == "restriction":
        raise ValueError(
            say(
                "A restriction is for one of these situations. Choose "
                "it, or go back and leave the restriction out"
            )
        )


def _untied(prefix: str, known: tuple[Choice, ...]) -> Iterator[Question]:
    """Return what is asked of something that is done for no situation."""
    when = say("when it is for none of the situations")

    def untied(answers: Answers) -> bool:
        return answers.get(f"{prefix}trigger") == NO_SITUATION

    def chose(what: str) -> Callable[[Answers], bool]:
        return lambda a: untied(a) and a.get(f"{prefix}untied") == what

    yield choose(
        f"{prefix}untied",
        say("What do you want to do with it?"),
        say("For no situation"),
        UNTIED,
        relevant=untied,
        asked=when,
        before=lambda a: (
            Heading(say("Probably a blanket rule")),
            say('"{get}" is for none of these situations.', get=a.get(f"{prefix}text")),
        ),
    )
    yield choose(
        f"{prefix}tied_to",
        say("Which one?"),
        say("It is for"),
        known,
        relevant=chose(TIE),
        asked=say("{when}, and untied is {tie}", when=when, tie=TIE),
    )
    yield Question(
        f"{prefix}because",
        say("Why is it needed without one?"),
        say("Needed because"),
        relevant=chose(KEEP),
        asked=say("{when}, and untied is {keep}", when=when, keep=KEEP),
    )


def _limit(prefix: str) -> Iterator[Question]:
    """Return what is asked of a restriction: why, why lawfully, until when."""

    def limits(answers: Answers) -> bool:
        return answers.get(f"{prefix}kind") == "restriction"

    more: dict[str, Any] = {
        "relevant": limits,
        "asked": say("when it is a restriction"),
    }
    yield Question(
        f"{prefix}harm",
        say("Which harm does it prevent, and when did that last happen?"),
        say("Harm it prevents"),
        **more,
    )
    yield choose(
        f"{prefix}basis",
        say("What makes it lawful?"),
        say("Lawful basis"),
        LAWFUL_BASES,
        **more,
    )
    yield Question(
        f"{prefix}tried",
        say("What less limiting way was tried, and what came of it?"),
        say("Tried first"),
        **more,
    )
    yield Question(f"{prefix}ends", say("What ends it?"), say("It ends when"), **more)


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
    return (say("No answer yet for:"), *(f"  {choice.label}" for choice in waiting))


def reasons(answers: Answers) -> Iterator[Question]:
    """Return, for each situation without an answer, why nothing is done about it."""
    for choice in situations(answers):
        row = choice.key[1:]
        yield Question(
            f"trigger.{row}.unanswered",
            say("Why is nothing done about it?"),
            say("No answer to {row}", row=row),
            hint=say(
                "For example: it has not come up since May, and he wants to wait."
            ),
            required=False,
            skips=say("Enter leaves it open. Home will ask again."),
            relevant=_is_unanswered(choice.key),
            asked=say("when nothing is done about the situation"),
            before=_risk(choice.label),
        )


def _is_unanswered(key: str) -> Callable[[Answers], bool]:
    return lambda answers: key in {choice.key for choice in unanswered(answers)}


def _risk(situation: str) -> Callable[[Answers], tuple[str, ...]]:
    return lambda _answers: (
        Heading(say("A risk nobody is managing")),
        say('Nothing is agreed for "{situation}".', situation=situation),
        say("To add what you do, go back one question."),
    )
