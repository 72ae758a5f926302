"""What can be decided at a step review, and when a choice goes against the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.finding import MET
from inclusion_cli.domain.moves import choices_for
from inclusion_cli.domain.values import sentence
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.review import ReviewTable
    from inclusion_cli.domain.standing import Standing


def choices_at(case: Casefile, standing: Standing) -> tuple[Choice, ...]:
    """Return what can be decided about the step, in the order it is offered."""
    return choices_for(case, standing.rung)


def clashes(table: ReviewTable, choice: Choice, word: Word) -> tuple[str, ...]:
    """Return in words what a choice goes against; "" for none. Stopping never clashes.

    Source: practice reference 2.3: a reason in either direction.
    """
    if choice in (Choice.PROGRESS, Choice.COMPLETE):
        return tuple(_not_reached(table, word))
    if choice is Choice.RESUME:
        return tuple(_open_pauses(table))
    cautious = choice in (Choice.HOLD, Choice.PAUSE, Choice.STEP_BACK)
    if cautious and _all_reached(table) and word is Word.YES:
        return (
            say(
                "All that was agreed is met, and {known_as} says yes.",
                known_as=table.known_as,
            ),
        )
    return ()


def _not_reached(table: ReviewTable, word: Word) -> Iterator[str]:
    if not _held(table):
        for line in table.agreed[:-1]:
            if line.answer != MET.value:
                lacking = (
                    say(" Missing: {missing}.", missing=line.missing)
                    if line.missing
                    else ""
                )
                yield say(
                    "{sentence} The records: {shows}.{lacking}",
                    sentence=sentence(line.agreed),
                    shows=line.shows,
                    lacking=lacking,
                )
    yield from _open_pauses(table)
    if word is not Word.YES:
        said = say("no") if word is Word.NO else say("not sure")
        yield say("{known_as} says: {said}.", known_as=table.known_as, said=said)


def _held(table: ReviewTable) -> bool:
    """Say whether the hold is complete; not asking later does not undo it."""
    return table.agreed[-2].answer == MET.value


def _open_pauses(table: ReviewTable) -> Iterator[str]:
    for line in table.pause_signs:
        if line.answer == MET.value:
            yield say(
                "An open pause sign: {agreed}. {shows}.",
                agreed=line.agreed,
                shows=line.shows,
            )


def _all_reached(table: ReviewTable) -> bool:
    pauses = any(line.answer == MET.value for line in table.pause_signs)
    return _held(table) and not pauses
