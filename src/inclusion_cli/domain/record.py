"""How a record is made: frozen, compared by value, and silent about its words.

A record has no `repr` of its own, so that no traceback, log or assertion ever prints
what a person said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar, dataclass_transform

T = TypeVar("T")

if TYPE_CHECKING:

    @dataclass_transform(frozen_default=True)
    def record(cls: type[T]) -> type[T]:
        """Make a class a record."""
        raise NotImplementedError

else:
    record = dataclass(frozen=True, repr=False)
