"""Words in what people said that may be the name of somebody who is not known here.

A capital letter inside a sentence, on a word that has it by no rule of spelling. It
finds rather too much than too little. A name that only ever begins a sentence is not
found, and nobody is promised that it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

KEPT = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday"),
        *("sunday", "january", "february", "march", "april", "may", "june", "july"),
        *("august", "september", "october", "november", "december", "christmas"),
        *("easter", "person", "worker", "english", "i'm", "i've", "i'll", "i'd"),
        *("often", "never", "always", "sometimes", "hardly", "some", "none"),
    )
)
"""Words that have a capital letter and name nobody."""
INSTEAD = say("[left out]")
_WORD = re.compile(r"(?<![\w'’])[^\W\d_a-zß-ÿ][\w’']*[^\W\d_A-Z][\w’']*(?:-[\w’']+)*")
_BEGINS = frozenset(".!?:;\"“‘'(\n[-–—")
"""What stands before the first word of a sentence, or of what is quoted."""


def perhaps_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the words of texts that may be names, each once, in order.

    A word that stands there with a small letter, too, is none.
    """
    texts = tuple(texts)
    small = {word for text in texts for word in re.findall(r"[^\W\d_]+", text)}
    found = dict.fromkeys(name for text in texts for name in _in(text))
    return tuple(name for name in found if name.lower() not in small)


def _in(text: str) -> Iterable[str]:
    for hit in _WORD.finditer(text):
        word = re.sub(r"['’]s$", "", hit.group())
        before = text[: hit.start()].rstrip(" \t")
        starts = not before or before[-1] in _BEGINS
        day = word.casefold().rstrip("s")
        if not starts and len(word) > 1 and not {word.casefold(), day} & KEPT:
            yield word
