"""A text that was looked over: every flag with its line, and what the text lacks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.domain.wording.check import Flag, flags
from inclusion_cli.domain.wording.lints import structure
from inclusion_cli.domain.wording.rule import MODES, SEVERITIES
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.wording.rules import Rules


@record
class WordsChecked:
    """What was found in a text. `lines` are the numbers of the flags' lines, from 1.

    `counts` are the flags of each severity: E to change or give a reason for, W a
    suggestion, I to know. `structure` is what the whole text lacks, family G.
    """

    read_as: str
    flags: tuple[Flag, ...]
    lines: tuple[int, ...]
    counts: Mapping[str, int]
    structure: tuple[Flag, ...]
    rules_as_of: str


def mode(typed: str) -> str:
    """Return what a text is read as. Raises ValueError, the end of a sentence."""
    found = typed.strip().lower()
    if found not in MODES:
        raise ValueError(
            say(
                "must be {modes} or {last}",
                modes=", ".join(MODES[:-1]),
                last=MODES[-1],
            )
        )
    return found


def checked(text: str, rules: Rules, read_as: str) -> WordsChecked:
    """Return what is worth a look in a text."""
    found = flags(text, rules, read_as)
    starts = [at + 1 for at, letter in enumerate(text) if letter == "\n"]
    return WordsChecked(
        read_as=read_as,
        flags=found,
        lines=tuple(bisect_right(starts, flag.start) + 1 for flag in found),
        counts={s: sum(f.severity == s for f in found) for s in SEVERITIES},
        structure=structure(text, read_as),
        rules_as_of=rules.as_of,
    )
