"""Keeping what a person chose to say about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.characteristics import (
    AskedAbout,
    Characteristics,
    Said,
    said_by,
)
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.work import Work


class NothingSaid(NotUnderstood):
    """No question was answered: what was said before stays."""

    def __init__(self, asked: tuple[AskedAbout, ...]) -> None:
        super().__init__(say("Nothing was answered, and nothing is saved."))
        flags = and_list((f"--{one.key.replace('_', '-')}" for one in asked), last="or")
        self.hint = say(
            "Add an answer: {flags}. To keep nothing of one any more, answer it with "
            "0, rather not say.",
            flags=flags,
        )


def something_said(asked: tuple[AskedAbout, ...], answers: Mapping[str, Any]) -> None:
    """Check that something was answered. Raises NothingSaid."""
    if not any(answers.get(one.key) for one in asked):
        raise NothingSaid(asked)


def characteristics_from(
    asked: tuple[AskedAbout, ...], answers: Mapping[str, Any], *, on: date
) -> Characteristics:
    """Return what was said; what was left out, or kept back, is not there."""
    return Characteristics(on, tuple(_said(asked, answers)))


def _said(asked: tuple[AskedAbout, ...], answers: Mapping[str, Any]) -> Iterator[Said]:
    for one in asked:
        labels = {choice.key: choice.label for choice in one.choices}
        answer = answers.get(one.key)
        if answer in labels:
            yield Said(one.key, answer, f"{one.label}: {labels[answer]}")


def record_characteristics(
    work: Work, case: Casefile, record: Characteristics
) -> Saved:
    """Write what a person says about themselves, in the place of what stood.

    Nothing is written where it is the same.
    """
    work.clear_draft(case.person.file, "characteristics")
    code, stood = case.person.record.code, said_by(case)
    if stood and stood.said == record.said:
        return Saved(
            say("Nothing changed for {label}. Nothing was saved.", label=case.label),
            code=code,
            kind="characteristics",
            id="",
            next=("person", "show", code),
            undo=False,
            saved=False,
        )
    kept = work.add(record, file=case.person.file)
    said = say_many("{number} answer", "{number} answers", len(record.said))
    return Saved(
        say("Saved for {label}: {said}.", label=case.label, said=said),
        code=code,
        kind="characteristics",
        id=kept.id,
        record=record,
        follows=(say("It is counted over 10 people or more, and never about one."),),
        next=("person", "show", code),
    )
