"""Text in pieces: paragraphs, sentences and words, each with its place in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

STRAIGHT = str.maketrans("‘’ʼ“”„‑‐\u00a0\u202f", "'''\"\"\"--  ")
"""One letter for one letter, so that a place in the one is a place in the other."""

_WORD = re.compile(
    r"\d{1,9}(?:[:/]\d{1,9}){1,3}|(?<![^\W_])n/a(?![^\W_])"
    r"|[^\W_]+(?:['’ʼ][^\W_]+)*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.!?]{1,3}['\")\]]{0,3}\s{1,9}(?=['\"(\[]{0,3}[A-Z0-9À-Þ])"
    r"|\n[ \t]{0,9}(?=(?:[-*•–]|\d{1,3}[.)])[ \t])"
)
_SHORT = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|No|vs|approx|e\.g|i\.e)\.\s{1,9}$")
WRAPPED = 60  # a line shorter than this was ended by hand, not by the window


class Word(NamedTuple):
    """A word, where it stands, and how it is joined to the one before.

    `low` is its lower case, `base` that without 's. `gap` is what stands between it and
    the word before: " " for space, "-" for a hyphen, "," for a comma, '"' for a
    quotation mark, "." for any other break. `lead` says that it is the first of a
    sentence.
    """

    start: int
    end: int
    text: str
    low: str
    base: str
    gap: str
    lead: bool


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Return where each paragraph begins and ends; blank lines part them."""
    start = at = 0
    begun = False
    for line in text.splitlines(keepends=True):
        blank = not line.strip()
        if blank and begun:
            yield start, at
            begun = False
        elif not blank and not begun:
            start, begun = at, True
        at += len(line)
    if begun:
        yield start, at


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Return where each sentence of a paragraph begins and ends.

    A short line that is followed by a capital was ended by hand: notes are written so.
    """
    start = 0
    for end in _sentence_ends(text):
        if text[start:end].strip():
            yield start, end
            start = end
    if text[start:].strip():
        yield start, len(text)


def _sentence_ends(text: str) -> list[int]:
    ends = {
        found.end()
        for found in _ENDS.finditer(text)
        if not _SHORT.search(text[max(found.end() - 16, 0) : found.end()])
    }
    at = 0
    for line in text.splitlines(keepends=True):
        after = at + len(line)
        if len(line) < WRAPPED and text[after : after + 1].isupper():
            ends.add(after)
        at = after
    return sorted(ends)


def words(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Return the words of a sentence, their places those in the whole text."""
    found: list[Word] = []
    last = start
    for match in _WORD.finditer(text, start, end):
        gap = _gap(text[last : match.start()]) if found else "."
        low = match.group().lower()
        base = low[:-2] if low.endswith("'s") and len(low) > len("'s") else low
        at = match.start(), match.end()
        found.append(Word(*at, match.group(), low, base, gap, not found))
        last = match.end()
    return tuple(found)


def _gap(between: str) -> str:
    """Return how two words are joined."""
    bare = between.strip()
    if not bare:
        return " "
    if bare in ("'", '"'):
        return '"'
    if bare in ("-", "/") and (between == bare or between.startswith("-\n")):
        return "-"
    return "," if bare == "," else "."
