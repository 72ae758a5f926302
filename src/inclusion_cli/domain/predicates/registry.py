"""How a predicate is named, worded and called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.finding import Finding
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Facts

Judge = Callable[..., Finding]
Words = Callable[..., str]


@record
class Kind:
    """What an argument may be.

    A whole number from low to high, or the word `also`; or, with `words`, a list of
    some of them.
    """

    low: int = 1
    high: int = 365
    also: str = ""
    words: tuple[str, ...] = ()

    def reads(self, value: Any) -> Any:
        """Return the argument as judges take it. Raises ValueError saying the range."""
        if self.words:
            if isinstance(value, list | tuple) and self._are_words(value):
                return tuple(value)
            raise ValueError(f"a list of: {', '.join(self.words)}")
        if self.also and value == self.also:
            return value
        if type(value) is int and self.low <= value <= self.high:
            return value
        other = f' or "{self.also}"' if self.also else ""
        raise ValueError(f"a whole number from {self.low} to {self.high}{other}")

    def _are_words(self, parts: list[Any] | tuple[Any, ...]) -> bool:
        return bool(parts) and all(part in self.words for part in parts)


COUNT = Kind(1, 60)
SCORE = Kind(0, 10)
DAYS = Kind(1, 365)


@record
class Predicate:
    """A named question to the records; `says` and `breaks` put it in words."""

    name: str
    judge: Judge
    says: Words
    breaks: Words
    takes: Mapping[str, Kind]

    def find(self, facts: Facts, args: Mapping[str, Any]) -> Finding:
        """Return what the records show for these arguments."""
        return replace(self.judge(facts, **args), agreed=self.says(**args))


PREDICATES: dict[str, Predicate] = {}


def predicate(says: Words, breaks: Words, **takes: Kind) -> Callable[[Judge], Judge]:
    """Register a judge under its own name, with its words and its arguments."""

    def register(judge: Judge) -> Judge:
        name = judge.__name__
        PREDICATES[name] = Predicate(name, judge, says, breaks, takes)
        return judge

    return register
