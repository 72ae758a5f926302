"""Phrases as they are written in the rules, and every form in which they are found.

A phrase is words with spaces between. `low|high risk` takes either word; `=leave` takes
that form and no other; `the?` may be missing; `*2` is up to two words of any kind.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.wording.pieces import Word

LONGEST_GAP = 4
_SHORTEST = 3
_VOWELS = "aeiou"


@dataclass(frozen=True)
class Slot:
    """One place in a phrase: which words may stand there. `gap` is any so many."""

    words: frozenset[str] = frozenset()
    optional: bool = False
    gap: int = 0


Phrase = tuple[Slot, ...]


def phrase(written: str, *, exact: bool = False) -> Phrase:
    """Return a phrase as it is written in the rules. Raises ValueError."""
    slots = tuple(_slot(part, exact=exact) for part in written.split())
    if not slots or slots[0].optional or slots[0].gap:
        raise ValueError(say('"{written}" must begin with a word', written=written))
    return slots


def _slot(part: str, *, exact: bool) -> Slot:
    if part.startswith("*"):
        count = part[1:] or "1"
        if not count.isdigit() or not 1 <= int(count) <= LONGEST_GAP:
            raise ValueError(
                say(
                    '"{part}" must be * or *2 to *{longest_gap}',
                    part=part,
                    longest_gap=LONGEST_GAP,
                )
            )
        return Slot(gap=int(count))
    optional = part.endswith("?")
    body = part.removesuffix("?")
    exact = exact or body.startswith("=")
    found: set[str] = set()
    for word in body.removeprefix("=").split("|"):
        if not word.strip():
            raise ValueError(say('"{part}" has an empty word', part=part))
        found |= {word} if exact else forms(word.lower())
    return Slot(frozenset(found), optional)


@cache
def forms(word: str) -> frozenset[str]:
    """Return a word with its plural and its tenses; too many forms do no harm."""
    if len(word) < _SHORTEST or not word.isalpha():
        return frozenset({word})
    ends: tuple[str, ...]
    stem = word
    if word.endswith("e"):
        stem, ends = word[:-1], ("e", "es", "ed", "ing", "ings")
    elif word.endswith("y") and word[-2] not in _VOWELS:
        stem, ends = word[:-1], ("y", "ies", "ied", "ying")
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        ends = ("", "es", "ed", "ing", "ings")
    else:
        ends = ("", "s", "ed", "ing", "ings")
    made = {stem + end for end in ends}
    if word[-1] in "bdgklmnprt" and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        made |= {word + word[-1] + end for end in ("ed", "ing", "ings")}
    return frozenset(made)


def ends(found: Phrase, words: tuple[Word, ...], at: int, *, case: bool) -> int:
    """Return the index after the phrase where it stands at a word, 0 for nowhere."""
    return _longest(found, 0, words, at, case, joined=False)


def _longest(
    found: Phrase,
    slot: int,
    words: tuple[Word, ...],
    at: int,
    case: bool,  # noqa: FBT001
    *,
    joined: bool,
) -> int:
    if slot == len(found):
        return at
    here = found[slot]
    if here.gap:
        for skipped in range(here.gap, -1, -1):
            if all(_joins(words, k) for k in range(at, at + skipped)) and (
                end := _longest(found, slot + 1, words, at + skipped, case, joined=True)
            ):
                return end
        return 0
    if at < len(words) and (not joined or _joins(words, at)):
        word = words[at]
        keys = {word.text} if case else {word.low, word.base}
        if keys & here.words and (
            end := _longest(found, slot + 1, words, at + 1, case, joined=True)
        ):
            return end
    if here.optional:
        return _longest(found, slot + 1, words, at, case, joined=joined)
    return 0


def _joins(words: tuple[Word, ...], at: int) -> bool:
    return at < len(words) and words[at].gap in " -"
