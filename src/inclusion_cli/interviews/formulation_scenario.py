"""What could happen, and who does what then: three scenarios at most, no scores."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation import SCENARIOS_MOST
from inclusion_cli.interviews.formulation_about import given
from inclusion_cli.interviews.formulation_rows import situations
from inclusion_cli.interviews.question import ENOUGH, Answers, Question, choose_some
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator


def scenario(
    answers: Answers, name: str, prefix: str, number: int
) -> Iterator[Question]:
    """Return what is asked of one scenario; a fourth is refused where it is given."""
    for question in _scenario(answers, name, prefix, number):
        yield replace(
            question,
            relevant=lambda a: number <= SCENARIOS_MOST or given(a, f"{prefix}what"),
        )


def _scenario(
    answers: Answers, name: str, prefix: str, number: int
) -> Iterator[Question]:
    yield Question(
        f"{prefix}what",
        say(
            "What {part}could happen, and to whom?", part="" if number == 1 else "else "
        ),
        say("Could happen {number}", number=number),
        hint=say("What is likely enough to plan for. 3 at most."),
        required=False,
        skips=ENOUGH,
        constraint=lambda _text, _a: _refuse_fourth(number),
    )
    yield choose_some(
        f"{prefix}triggers", say("In which situations?"), say("In"), situations(answers)
    )
    for key, label, short, required in _lines(name):
        yield Question(f"{prefix}{key}", label, short, required=required)


def _lines(name: str) -> Iterator[tuple[str, str, str, bool]]:
    yield (
        "context",
        say("When, or with whom, would it be likelier?"),
        say("Likelier when"),
        False,
    )
    yield "starts", say("How would it start?"), say("How it starts"), True
    yield (
        "soon",
        say("How soon, once it starts? Minutes, hours, days, weeks."),
        say("Soon"),
        True,
    )
    yield (
        "worst",
        say("What is the worst that is plausible?"),
        say("At the worst"),
        True,
    )
    yield "likely", say("What is most likely?"), say("Most likely"), True
    yield "protects", say("What stands in its way?"), say("What protects"), False
    yield "first_sign", say("What is the very first sign?"), say("First sign"), True
    yield "we_do", say("What do you do then?"), say("What we do"), True
    yield (
        "person_does",
        say("What does {name} do then?", name=name),
        say("What {name} does", name=name),
        True,
    )
    yield "told", say("Who is told?"), say("Who is told"), True
    yield "will_not", say("What will you not do?"), say("What we will not do"), True


def _refuse_fourth(number: int) -> None:
    if number > SCENARIOS_MOST:
        raise ValueError(
            say(
                "There is room for {scenarios_most} things that could "
                "happen. Keep the ones that matter most",
                scenarios_most=SCENARIOS_MOST,
            )
        )
