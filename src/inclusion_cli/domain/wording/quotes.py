"""What stands between quotation marks, and who is said to have spoken it."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.wording.rules import Rules

_PAIRS = {"“": "”", "‘": "’", "„": "“", "«": "»", '"': '"', "'": "'"}
_SINGLE = "‘'"
_STOP = re.compile(r"[.!?](?=\s|$)")
_NEAR = 120
_SCARE = 3  # words, at the most, that are a writer's own raised eyebrow


class Voice(Enum):
    """Whose words a quotation is."""

    NOBODY = "nobody"
    SOMEBODY = "somebody"
    PROFESSIONAL = "professional"


class Quote(NamedTuple):
    """Where a quotation begins and ends, the marks included; `own` is without marks."""

    start: int
    end: int
    own: bool = False


class Heard:
    """The quotations of a paragraph; whose each is, is found out where it matters."""

    def __init__(self, text: str, straight: str, rules: Rules) -> None:
        self._text, self._rules = straight, rules
        found = [Quote(*ends) for ends in _between_marks(text)]
        self._quotes = sorted([*found, *_own_words(straight, rules)])
        self._starts = [quote.start for quote in self._quotes]

    def around(self, start: int, end: int) -> Quote | None:
        """Return the quotation that a phrase is part of, None for none."""
        at = bisect_right(self._starts, start)
        for quote in reversed(self._quotes[max(at - 2, 0) : at]):
            if end <= quote.end:
                return quote
        return None

    def voice(self, quote: Quote) -> Voice:
        """Return whose words they are, from the words around them."""
        if quote.own:
            return Voice.SOMEBODY
        before = self._text[max(quote.start - _NEAR, 0) : quote.start]
        after = self._text[quote.end : quote.end + _NEAR]
        rules = self._rules
        if not rules.told_professional.search(before) and (
            rules.professional_before.search(before)
            or rules.professional_after.match(after)
        ):
            return Voice.PROFESSIONAL
        if rules.said_before.search(before) or rules.said_after.match(after):
            return Voice.SOMEBODY
        return Voice.NOBODY

    def short(self, quote: Quote) -> bool:
        """Say whether it is so short that it may be a writer's raised eyebrow."""
        inner = self._text[quote.start + 1 : quote.end - 1]
        few = len(inner.split(maxsplit=_SCARE)) <= _SCARE
        return few and not quote.own and not self._rules.first_person.match(inner)


def _own_words(straight: str, rules: Rules) -> Iterator[Quote]:
    """Return what follows "in his words:", to the end of the paragraph."""
    for found in rules.own_words.finditer(straight):
        if straight[found.end() : found.end() + 1] not in ('"', "'"):
            end = len(straight)
            if found.group().rstrip().endswith(","):
                end = _sentence_end(straight, found.end())
            yield Quote(found.end(), end, own=True)


def _sentence_end(text: str, at: int) -> int:
    found = _STOP.search(text, at)
    return found.end() if found else len(text)


def _between_marks(text: str) -> Iterator[tuple[int, int]]:
    """Return where quotations begin and end; an apostrophe is no mark."""
    start, closer = -1, ""
    for at, letter in enumerate(text):
        before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        if start < 0:
            if letter in _PAIRS and _opens(letter, before, after):
                start, closer = at, _PAIRS[letter]
        elif letter == closer and not (
            closer in "’'" and (after.isalnum() or before.isspace())
        ):
            if at > start + 1:
                yield start, at + 1
            start = -1


def _opens(letter: str, before: str, after: str) -> bool:
    if letter not in _SINGLE:
        return True
    return not before.isalnum() and bool(after) and not after.isspace()
