"""How often a step is planned, read from ordinary words: "twice a week"."""

from __future__ import annotations

import re
from fractions import Fraction

from inclusion_cli.tongue import say

_NUMBERS = {
    "once": 1,
    "twice": 2,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "other": 2,
    "second": 2,
    "third": 3,
}
_WEEKS = {"day": Fraction(1, 7), "week": Fraction(1), "month": Fraction(13, 3)}
"""How many weeks each lasts."""
_WORDS = {"weekly": Fraction(1), "fortnightly": Fraction(2), "monthly": _WEEKS["month"]}
_TIMES = re.compile(
    r"(\w+)(?: times?| sessions?)? (?:a|an|per|each|every) (day|week|month)"
)
_EVERY = re.compile(r"(?:every|each)(?: (\w+))? (day|week|month)s?")
WEEKDAYS = 5


def per_week(told: str) -> Fraction | None:
    """Return how many sessions a week "3 times a week" or "every 2 weeks" means.

    None where it cannot be told from the words.
    """
    text = " ".join(told.casefold().replace(",", " ").rstrip(".").split())
    if text in ("daily", "every day"):
        return Fraction(7)
    if text in ("weekdays", "on weekdays", "every weekday", "each weekday"):
        return Fraction(WEEKDAYS)
    if text in _WORDS:
        return 1 / _WORDS[text]
    if found := _TIMES.fullmatch(text):
        times = _number(found[1])
        return Fraction(times) / _WEEKS[found[2]] if times else None
    if found := _EVERY.fullmatch(text):
        between = _number(found[1]) if found[1] else 1
        return 1 / (between * _WEEKS[found[2]]) if between else None
    return None


def _number(word: str) -> int | None:
    if word.isascii() and word.isdigit() and len(word) < 3:
        return int(word) or None
    return _NUMBERS.get(word)


def often(raw: str) -> str:
    """Return how often, as it was typed. Raises ValueError where nobody can tell."""
    text = " ".join(raw.split())
    if not text:
        raise ValueError(say("is needed"))
    if per_week(text) is None:
        raise ValueError(say("must be like 2 times a week, or every 2 weeks"))
    return text
