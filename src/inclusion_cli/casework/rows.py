"""The rows of a repeated group of answers, as they were given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def rows_of(
    answers: Mapping[str, Any], group: str, first: str = ""
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Return the rows of a group that were given, each with its number, in order.

    A row whose first question was left out is none, and does not end the group. `first`
    is what that question is called; without it, it is the one that was answered first.
    """
    rows: dict[int, dict[str, Any]] = {}
    for key, value in answers.items():
        if key.startswith(f"{group}."):
            _group, place, name = key.split(".", 2)
            rows.setdefault(int(place), {})[name] = value
    for number, row in sorted(rows.items()):
        given = row.get(first) if first else next(iter(row.values()))
        if given not in (None, ""):
            yield number, row
