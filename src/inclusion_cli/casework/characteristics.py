"""Keeping what a person chose to say about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.characteristics import AskedAbout, Characteristics, Said
from inclusion_cli.domain.saved import Saved
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.work import Work


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
    """Write what a person says about themselves, in the place of what stood."""
    kept = work.add(record, file=case.person.file)
    work.clear_draft(case.person.file, "characteristics")
    code = case.person.record.code
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
