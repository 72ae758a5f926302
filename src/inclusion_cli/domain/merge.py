"""A changed record, where the form asks less than the record holds.

What a form does not ask for stays as it was: the record that the form makes of the
answers as they stood is held beside the one it makes of the new answers, and the
differences between those two, and nothing else, go into the record that stands.
"""

from __future__ import annotations

from typing import Any, TypeVar

from inclusion_cli.domain.record import fields_of, is_record

R = TypeVar("R")


def merged(stands: R, as_asked: R, answered: R) -> R:
    """Return `stands` with what differs between `as_asked` and `answered`."""
    found: R = _merged(stands, as_asked, answered)
    return found


def _merged(stands: Any, as_asked: Any, answered: Any) -> Any:
    if answered == as_asked:
        return stands
    same = type(stands) is type(as_asked) is type(answered)
    if same and is_record(stands):
        told = {
            field.name: _merged(*(getattr(r, field.name) for r in three))
            for three in [(stands, as_asked, answered)]
            for field in fields_of(stands)
        }
        make: type[Any] = type(stands)
        return make(**told)
    if same and isinstance(stands, tuple):
        return _rows(stands, as_asked, answered)
    return answered


def _rows(
    stands: tuple[Any, ...], as_asked: tuple[Any, ...], answered: tuple[Any, ...]
) -> tuple[Any, ...]:
    """Return the answered rows, each with what its form does not ask for."""
    if len(stands) != len(as_asked):
        return answered
    before = {_name(r, n): (s, r) for n, (s, r) in enumerate(zip(stands, as_asked))}  # noqa: B905 - their lengths are the same
    return tuple(
        _merged(*before[name], row)
        if (name := _name(row, number)) in before and is_record(row)
        else row
        for number, row in enumerate(answered)
    )


def _name(row: Any, number: int) -> Any:
    """Return what makes a row the same in two versions: its id, or its place."""
    return getattr(row, "id", None) or getattr(row, "number", None) or number
