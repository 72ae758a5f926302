"""Which of several records that stand is meant; a script names it by its id."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.values import Choice, one_of
from inclusion_cli.interviews.question import Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inclusion_cli.domain.kept import Kept

WHICH = "which"
ANY_RECORD = Choice("record-id", say("The one that is meant"))


def which(
    label: str,
    short: str,
    found: Iterable[Kept[Any]],
    says: Callable[[Kept[Any]], str],
    *,
    key: str = WHICH,
    nobody: Choice = ANY_RECORD,
) -> Question:
    """Return the question which record; where there is one, Enter keeps it.

    `nobody` stands for it in `--questions`, where nobody's records are there.
    """
    there = tuple(found)
    choices = tuple(Choice(kept.id, says(kept)) for kept in there)
    choices = choices or (nobody,)
    by_short = {short_id(kept.id): kept.id for kept in there}
    one = one_of(choices)
    return Question(
        key,
        label,
        short,
        lambda raw: by_short.get(raw.strip()) or one(raw),
        "choice",
        choices=choices,
        grave=len(there) != 1,
        default=choices[0].key if len(there) == 1 else "",
    )


def named_by(
    key: str,
    label: str,
    short: str,
    found: Iterable[Kept[Any]],
    says: Callable[[Kept[Any]], str],
) -> Question:
    """Return the question which earlier record it belongs to, where there is one."""
    question = which(label, short, found, says, key=key)
    return replace(question, required=False, extra=True, grave=False, default="")


def chosen(found: Iterable[Kept[Any]], key: Any) -> Kept[Any] | None:
    """Return the record that is chosen, or the only one; None while nobody has."""
    there = tuple(found)
    only = there[0] if len(there) == 1 else None
    return next((kept for kept in there if kept.id == key), only)
