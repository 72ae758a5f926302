"""Capacity for one decision: how it was assessed, and what help there was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_parts import PRESUMED
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.formulation_about import part_of
from inclusion_cli.interviews.question import Answers, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


_ASSESSED = say("when capacity was assessed")


def _assessed(answers: Answers) -> bool:
    return answers.get("capacity_basis") == "assessed"


def _assessment(today: date) -> Iterator[Question]:
    yield Question(
        "capacity_decision",
        say("Capacity: which decision is it about?"),
        say("Capacity, decision"),
        hint=say("One decision, at one time: to go to the group on Tuesdays."),
    )
    yield choose(
        "capacity_basis", say("Is capacity for it presumed?"), say("Capacity"), PRESUMED
    )
    yield Question(
        "capacity_by",
        say("Who assessed it?"),
        say("Assessed by"),
        relevant=_assessed,
        asked=_ASSESSED,
    )
    yield day_been(
        "capacity_on",
        say("When?"),
        say("Assessed on"),
        today,
        relevant=_assessed,
        asked=_ASSESSED,
    )
    yield Question(
        "capacity_outcome",
        say("What came of it?"),
        say("What came of it"),
        relevant=_assessed,
        asked=_ASSESSED,
    )


_HELP_TO_DECIDE = Question(
    "capacity_support",
    say("What help was given to decide?"),
    say("Help to decide"),
    required=False,
)
_BEST_INTERESTS = Question(
    "capacity_best_interests",
    say("Where is the best-interests decision written?"),
    say("Best-interests decision"),
    hint=say("The paper, its day, and who keeps it."),
    required=False,
    skips=say("Enter if there is none."),
    relevant=_assessed,
    asked=_ASSESSED,
)


def capacity(today: date) -> Iterator[Question]:
    """Return what is asked of capacity, each part by itself."""
    yield from part_of("capacity", _assessment(today), "capacity_decision")
    yield from part_of("capacity", (_HELP_TO_DECIDE,), "capacity_support")
    yield from part_of("capacity", (_BEST_INTERESTS,), "capacity_best_interests")
