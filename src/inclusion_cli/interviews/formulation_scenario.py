"""What could happen, and who does what then: three scenarios at most, no scores."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation import SCENARIOS_MOST
from inclusion_cli.interviews.formulation_about import given
from inclusion_cli.interviews.formulation_rows import situations
from inclusion_cli.interviews.question import ENOUGH, Answers, Question, choose_some

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
        f"What {'' if number == 1 else 'else '}could happen, and to whom?",
        f"Could happen {number}",
        hint="What is likely enough to plan for. 3 at most.",
        required=False,
        skips=ENOUGH,
        constraint=lambda _text, _a: _refuse_fourth(number),
    )
    yield choose_some(
        f"{prefix}triggers", "In which situations?", "In", situations(answers)
    )
    for key, label, short, required in _lines(name):
        yield Question(f"{prefix}{key}", label, short, required=required)


def _lines(name: str) -> Iterator[tuple[str, str, str, bool]]:
    yield "context", "When, or with whom, would it be likelier?", "Likelier when", False
    yield "starts", "How would it start?", "How it starts", True
    yield "soon", "How soon, once it starts? Minutes, hours, days, weeks.", "Soon", True
    yield "worst", "What is the worst that is plausible?", "At the worst", True
    yield "likely", "What is most likely?", "Most likely", True
    yield "protects", "What stands in its way?", "What protects", False
    yield "first_sign", "What is the very first sign?", "First sign", True
    yield "we_do", "What do you do then?", "What we do", True
    yield "person_does", f"What does {name} do then?", f"What {name} does", True
    yield "told", "Who is told?", "Who is told", True
    yield "will_not", "What will you not do?", "What we will not do", True


def _refuse_fourth(number: int) -> None:
    if number > SCENARIOS_MOST:
        raise ValueError(
            f"There is room for {SCENARIOS_MOST} things that could happen. "
            "Keep the ones that matter most"
        )
