"""The deeper parts of a formulation, each asked where it is wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_parts import BASES, EXPOSURES
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.formulation_about import given, part_of
from inclusion_cli.interviews.formulation_capacity import capacity
from inclusion_cli.interviews.formulation_done import more_about_done
from inclusion_cli.interviews.formulation_others import (
    contributor,
    disagreement,
    source,
)
from inclusion_cli.interviews.formulation_rows import situations
from inclusion_cli.interviews.formulation_scenario import scenario
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    choose_some,
    rate,
)
from inclusion_cli.interviews.rows import rows
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from inclusion_cli.interviews.formulation_about import About

    Row = Callable[[str, int], Iterable[Question]]


def deeper(it: About, answers: Answers) -> Iterator[Question]:
    """Return the parts beside the core, in the order they are offered."""
    yield from _situations(it, answers)
    rowed: dict[str, Row] = {
        "scenario": lambda p, n: scenario(answers, it.name, p, n),
        "contributor": lambda p, n: contributor(it.today, p, n),
        "source": lambda p, n: source(it.today, p, n),
        "disagreement": disagreement,
    }
    for group, row in rowed.items():
        yield from rows(answers, group, _wanted_row(group, row))
    yield from capacity(it.today)
    for question in _background(it.name):
        yield from part_of("background", (question,), question.key)
    yield from part_of("identity", _identity(it.name), "identity")
    yield from part_of("events", _events(it), "review_events")
    yield from more_about_done(it, answers)


def _wanted_row(group: str, row: Row) -> Row:
    """Return a row that is asked where its group was chosen, or it is given."""
    return lambda prefix, number: part_of(group, row(prefix, number), prefix)


# --- situations ---------------------------------------------------------------------


def _situations(it: About, answers: Answers) -> Iterator[Question]:
    known = situations(answers)
    yield choose_some(
        "deeper",
        say("Which situations do you want to say more about?"),
        say("More about"),
        known,
        relevant=lambda a: "deeper" in (a.get("more") or ()) and len(situations(a)) > 1,
        asked=say("when more names deeper, and there are several"),
    )
    for choice in known:
        prefix = f"trigger.{choice.key[1:]}."
        for question in _one(it, prefix, choice.label):
            yield _if_deeper(question, choice.key)


def _if_deeper(question: Question, key: str) -> Question:
    return replace(
        question,
        relevant=_is_deeper(question.key, key),
        asked=say("when more names deeper"),
    )


def _is_deeper(question: str, situation: str) -> Callable[[Answers], bool]:
    def asked(answers: Answers) -> bool:
        chosen = "deeper" in (answers.get("more") or ())
        every = len(situations(answers)) == 1
        here = every or situation in (answers.get("deeper") or ())
        return (chosen and here) or given(answers, question)

    return asked


def _one(it: About, prefix: str, situation: str) -> Iterator[Question]:
    """Return what more is asked about one situation."""
    yield choose(
        f"{prefix}basis",
        say("Has this happened before, or is it feared?"),
        say("Happened or feared"),
        BASES,
        required=False,
        before=lambda _a: (Heading(situation),),
    )
    yield Question(
        f"{prefix}example",
        say("When was the last time? The day, what happened, and who told it."),
        say("Last time"),
        hint=say("Type none known where nobody knows of one."),
        required=False,
    )
    yield Question(
        f"{prefix}worse",
        say("What makes it worse?"),
        say("What makes it worse"),
        required=False,
    )
    yield choose(
        f"{prefix}exposure",
        say("How does {name} meet it now?", name=it.name),
        say("Meets it now"),
        EXPOSURES,
        required=False,
    )
    yield rate(
        f"{prefix}rating",
        say(
            "How much worry does {name} expect there now? 0 to 10, their own score.",
            name=it.name,
        ),
        say("Worry expected"),
        required=False,
    )


# --- background, identity, events ---------------------------------------------------


def _background(name: str) -> Iterator[Question]:
    change = (say("Write what changes what you do. Leave out the rest."),)
    yield Question(
        "presenting",
        say("What is it about for {name} now?", name=name),
        say("What it is about now"),
        required=False,
        before=lambda _a: change,
    )
    yield Question(
        "background",
        say("What from before matters for it?"),
        say("Background"),
        required=False,
    )
    yield Question(
        "keeps_going",
        say("What keeps it going?"),
        say("What keeps it going"),
        required=False,
    )


def _identity(name: str) -> Iterator[Question]:
    yield Question(
        "identity",
        say(
            "What of culture, identity or past hurt does {name} want to stand here?",
            name=name,
        ),
        say("Culture, identity, past hurt"),
        required=False,
        skips=say("Enter if {name} does not wish it.", name=name),
    )


def _events(it: About) -> Iterator[Question]:
    yield choose_some(
        "review_events",
        say("What brings the next look forward?"),
        say("Look earlier after"),
        it.events,
        constraint=_some,
        none=False,
        before=lambda _a: (
            say("Choose what counts. Skip this, and all of it counts."),
        ),
        required=False,
    )


def _some(chosen: tuple[str, ...], _answers: Answers) -> None:
    if not chosen:
        raise ValueError(say("must name one or more. Skip it to keep all of them"))
