"""What is said of an answer that does not do, and how to give one, in whole sentences.

A short name is a heading on the check page ("It is for") and not always the name of a
thing. Where it is not, a sentence speaks of the answer, the day or the score instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import is_id, say_numbers
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Form, Question

_NO_NAMES = frozenset(
    (
        "it",
        "they",
        "we",
        "you",
        "i",
        "go",
        "does",
        "agreed",
        "tried",
        "called",
        "feels",
        "to",
        "for",
        "since",
        "look",
        "start",
    )
)
_ALONE_NO_NAMES = frozenset(("when", "where", "why", "who", "what", "how", "why now"))
_LEADS = frozenset(("Add", "The", "This", "Type"))
_SUBJECTS = {
    "score": say("The score"),
    "day": say("The day"),
    "days": say("The days"),
    "when": say("The time"),
    "number": say("The number"),
    "phone": say("The number"),
    "code": say("The code"),
}
_WAYS = {
    "score": say("Type a number from 0 to 10."),
    "day": say("Type a day, like Friday or 17 November."),
    "hours": say("Type how long, like 7h or 5:30."),
    "often": say("Type how often, like 2 times a week."),
    "days": say("Type the days, with commas between."),
    "when": say("Type a day and a time, like Friday 2pm."),
    "number": say("Type a number."),
    "phone": say("Type a number to ring."),
    "code": say("Type the code."),
    "person": say("Type a number, part of a name, or a code."),
    "secret": say("Type it as it stands on your paper."),
    "json": say("Paste it on one line."),
    "text": say("Type a few words."),
}


def subject(question: Question) -> str:
    """Return what a sentence about an answer begins with."""
    return question.named or (
        question.short if _is_a_name(question.short) else by_kind(question.kind)
    )


def by_kind(kind: str) -> str:
    """Return what an answer of a kind is called."""
    return _SUBJECTS.get(kind) or say("The answer")


def _is_a_name(short: str) -> bool:
    first, _space, rest = short.casefold().partition(" ")
    wants = rest == "wants"
    return not (
        first in _NO_NAMES or short.casefold() in _ALONE_NO_NAMES or wants or not first
    )


def in_a_list(question: Question, sentence: str) -> str:
    """Return a sentence told among others: it says which answer it is about."""
    if sentence.startswith(question.short) and question.short == subject(question):
        return sentence
    first, space, rest = sentence.partition(" ")
    first = first.lower() if first in _LEADS else first
    return f"{question.short}: {first}{space}{rest}"


def or_in_words(question: Question, raw: str | None) -> str:
    """Return the words that stand for the choices, where what was given is none.

    Flags and files name them; the numbers are those of the screen.
    """
    keys = [c.key for c in question.choices if not c.key.isdigit() and not is_id(c.key)]
    if not keys or raw is None:
        return ""
    try:
        question.parse(raw)
    except ValueError:
        return say(" Or in words: {keys}.", keys=", ".join(keys))
    return ""


def needed(question: Question) -> str:
    """Return what is said where nothing was typed and something is needed."""
    return question.needed or say("This needs an answer. {how}", how=how(question))


def how(question: Question) -> str:
    """Return how a question is answered, as one sentence."""
    if question.kind == "choice" and question.choices:
        return say(
            "Type {say_numbers}.",
            say_numbers=say_numbers(question.choices),
        )
    if question.kind == "choices" and question.choices:
        return several(question)
    return _WAYS.get(question.kind) or say("Type an answer.")


def several(question: Question) -> str:
    """Return how one answer or more are chosen from a list."""
    if not question.none:
        return say("Type one number or more, like 1,2.")
    if len(question.choices) == 1:
        return say("Type 1, or 0 for none.")
    return say("Type one number or more, like 1,2. 0 is none.")


def so_many(form: Form, total: int) -> str:
    """Return how many questions are to come, as far as that is known."""
    if not total:
        return say("Answers are kept")
    if form.usual:
        return say_many(
            "About {number} question, kept", "About {number} questions, kept", total
        )
    return say(
        "{total}, kept",
        total=say_many("{number} question", "{number} questions", total),
    )
