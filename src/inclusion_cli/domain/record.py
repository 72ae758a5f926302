"""How a record is made: frozen, compared by value, and silent about its words.

A record has no `repr` of its own, so that no traceback, log or assertion ever prints
what a person said.
"""

from __future__ import annotations

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a record.

    It is a dataclass of which nothing is written anew for each class: all methods are
    shared, which takes two thirds off the time that the first screen needs.
    """
    made = dataclass(init=False, repr=False, eq=False)(cls)
    for name, method in _SHARED.items():
        setattr(made, name, method)
    return made


def _init(self: Any, *given: Any, **named: Any) -> None:
    names, known, usual, makers, check = _form(self.__class__)
    held = self.__dict__
    held.update(usual)
    if given:
        held.update(zip(names, given, strict=False))
        if len(given) > len(names) or not named.keys().isdisjoint(names[: len(given)]):
            raise TypeError(f"{type(self).__name__} was given too much")
    held.update(named)
    for name, make in makers:
        if name not in held:
            held[name] = make()
    if len(held) != len(names) or not named.keys() <= known:
        wrong = ", ".join(sorted(held.keys() ^ known))
        raise TypeError(f"{type(self).__name__} lacks or does not have: {wrong}")
    if check is not None:
        check(self)


_Makers = tuple[tuple[str, "Callable[[], Any]"], ...]
_Form = tuple[
    tuple[str, ...],
    frozenset[str],
    dict[str, Any],
    _Makers,
    "Callable[[Any], None] | None",
]


@cache
def _form(kind: type) -> _Form:
    """Return a record's fields twice, what stands in for some, and what checks it."""
    form = fields(kind)
    makers = [(f.name, f.default_factory) for f in form]
    return (
        tuple([f.name for f in form]),
        frozenset([f.name for f in form]),
        {f.name: f.default for f in form if f.default is not MISSING},
        tuple([(name, make) for name, make in makers if make is not MISSING]),
        getattr(kind, "__post_init__", None),
    )


def _values(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in self.__dataclass_fields__])


def _equals(self: Any, other: object) -> bool:
    if self.__class__ is not other.__class__:
        return NotImplemented  # type: ignore[no-any-return]
    return _values(self) == _values(other)


def _hashed(self: Any) -> int:
    return hash(_values(self))


def _set_once(self: Any, name: str, value: Any) -> None:
    if name in self.__dict__ or name not in self.__dataclass_fields__:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")
    self.__dict__[name] = value


def _kept(_self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


_SHARED = {
    "__init__": _init,
    "__eq__": _equals,
    "__hash__": _hashed,
    "__setattr__": _set_once,
    "__delattr__": _kept,
}
