"""How a record is made: frozen, compared by value, and silent about its words.

A record has no `repr` of its own, so that no traceback, log or assertion ever prints
what a person said.
"""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """Make a class a record.

    It is a dataclass of which only `__init__` is written anew for each class: what is
    the same for all is shared, which halves the time that the first screen takes.
    """
    made = dataclass(repr=False, eq=False)(cls)
    for name, method in _SHARED.items():
        setattr(made, name, method)
    return made


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
    "__eq__": _equals,
    "__hash__": _hashed,
    "__setattr__": _set_once,
    "__delattr__": _kept,
}
