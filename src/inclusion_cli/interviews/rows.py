"""The questions of a repeated group: a row for each, and one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.interviews.question import Answers, Live, Question

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable


def rows(
    answers: Answers,
    group: str,
    row: Callable[[str, int], Iterable[Question]],
    *,
    gone: Collection[int] = (),
) -> Iterable[Question]:
    """Return the questions of a repeated group: each row given, and one more.

    A row ends the group when its first question is skipped. `row` takes the key prefix
    of a row, such as "trigger.2.", and its number. `gone` are numbers that were used by
    rows of before: they are passed over, unless they are given.
    """
    number = 1
    while True:
        prefix = f"{group}.{number}."
        questions = tuple(row(prefix, number))
        first = questions[0].key
        if number in gone and first not in keys_of(answers):
            number += 1
            continue
        yield questions[0]
        given = answers.get(first)
        if given is not None:
            yield from questions[1:]
        elif not _later_rows(answers, group, number):
            yield from (question for question in questions[1:] if first not in answers)
            return
        number += 1


def _later_rows(answers: Answers, group: str, number: int) -> bool:
    """Say whether a row after this one has been given, read or not."""
    prefix = f"{group}."
    keys = keys_of(answers)
    found = (key[len(prefix) :] for key in keys if key.startswith(prefix))
    return any(int(rest.partition(".")[0]) > number for rest in found)


def keys_of(answers: Answers) -> Collection[str]:
    """Return the keys that are given, read or not."""
    return answers.given if isinstance(answers, Live) else answers.keys()
