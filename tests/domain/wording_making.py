"""The shipped rules, and how a labelled sample is held against what was found."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inclusion_cli import shipped
from inclusion_cli.domain.wording.check import flags
from inclusion_cli.domain.wording.rules import Rules, rules

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).parent


@cache
def the_rules() -> Rules:
    """Return the rules as they are shipped."""
    return rules(shipped.read("language.json"))


def found(text: str, mode: str = "note") -> list[tuple[str, str, str]]:
    """Return the phrase, family and severity of each flag of a text."""
    return [(f.text, f.family, f.severity) for f in flags(text, the_rules(), mode)]


def texts(text: str, mode: str = "note") -> list[str]:
    """Return the phrases that are flagged in a text."""
    return [phrase for phrase, _family, _severity in found(text, mode)]


def lines(name: str) -> list[Any]:
    """Return the lines of a file of this folder, as data."""
    written = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in written]


class Score:
    """How many flags were right, of those found and of those expected."""

    def __init__(self, sample: Iterable[Any]) -> None:
        self.right: Counter[str] = Counter()
        self.extra: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.wrong: list[str] = []
        for told in sample:
            got = Counter(found(told["text"], told["as"]))
            want = Counter(tuple(flag) for flag in told["flags"])
            for tally, part in (
                (self.right, got & want),
                (self.extra, got - want),
                (self.missed, want - got),
            ):
                tally.update(flag[1] for flag in part.elements())
            if got != want:
                self.wrong.append(told["text"])

    def precision(self, *families: str) -> float:
        """Return which share of what was found was right."""
        right, extra = self._sums(self.extra, families)
        return right / (right + extra) if right + extra else 1.0

    def recall(self, *families: str) -> float:
        """Return which share of what was to be found was found."""
        right, missed = self._sums(self.missed, families)
        return right / (right + missed) if right + missed else 1.0

    def _sums(self, other: Counter[str], families: tuple[str, ...]) -> tuple[int, int]:
        which = families or tuple("ABCDEF")
        return sum(self.right[f] for f in which), sum(other[f] for f in which)
