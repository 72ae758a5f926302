"""How a kind of record is opened again: its form, and the record its answers make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.kept import Kept

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Form

Build = Callable[["Desk", "Casefile", Kept[Any]], "Form"]
Make = Callable[["Desk", "Casefile", Kept[Any], Mapping[str, Any]], Any]


@dataclass(frozen=True)
class Amends:
    """How a kind is amended: its form with what stands, and the record it makes."""

    form: Build
    record: Make
