"""Small values every record is made of, and how they are read from typed text.

A parser takes text as typed and returns the value, or raises ValueError with the end
of a sentence: "must be from 0 to 10". Whoever asked puts the question's name before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from inclusion_cli.domain.ids import fits
from inclusion_cli.domain.record import record
from inclusion_cli.plain import folded, kept
from inclusion_cli.tongue import say, say_many

Parse = Callable[[str], Any]

LOWEST, HIGHEST = 0, 10
_ID = 36
"""Letters of an id, and of the end of it that is printed."""
NEEDED = say("is needed")
"""Why nothing is no answer; whoever asked has whole words for it."""


@record
class Choice:
    """One answer that can be chosen, by its number on screen or by its key."""

    key: str
    label: str


NO, YES, NOT_SURE = "no", "yes", "not_sure"
YES_NO = (Choice(YES, say("Yes")), Choice(NO, say("No")))
YES_NO_NOT_SURE = (*YES_NO, Choice(NOT_SURE, say("Not sure")))


def words(raw: str) -> str:
    """Return free text as it is kept."""
    text = kept(raw)
    if not text:
        raise ValueError(NEEDED)
    return text


def a_name(raw: str) -> str:
    """Return a name, its spaces single. Raises ValueError where it has no letters."""
    name = " ".join(words(raw).split())
    if not any(letter.isalpha() for letter in name):
        raise ValueError(say("must have letters in it"))
    return name


def at_least(letters: int) -> Parse:
    """Return a parser of free text of at least so many letters."""

    def parse(raw: str) -> str:
        text = words(raw)
        if len(text) < letters:
            raise ValueError(
                say("must say why, in {letters} letters or more", letters=letters)
            )
        return text

    return parse


def a_few_words(number: int) -> Parse:
    """Return a parser of a text with so many words in it, at least: not "5" or "@"."""

    def parse(raw: str) -> str:
        text = words(raw)
        if sum(any(map(str.isalpha, word)) for word in text.split()) < number:
            raise ValueError(
                say_many(
                    "must have {number} word in it, at least",
                    "must have {number} words in it, at least",
                    number,
                )
            )
        return text

    return parse


_IN_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
]


def _in_words(raw: str) -> int | None:
    """Return the number that stands there in letters, None for none."""
    word = raw.strip().casefold()
    return _IN_WORDS.index(word) if word in _IN_WORDS else None


def whole(low: int, high: int) -> Parse:
    """Return a parser of whole numbers from low to high."""

    def parse(raw: str) -> int:
        if (meant := _in_words(raw)) is not None and low <= meant <= high:
            raise ValueError(say("must be in figures: type {meant}", meant=meant))
        found = re.fullmatch(r"(-?)0*(\d{1,9})", raw.strip(), re.ASCII)
        if not found and not re.fullmatch(r"-?\d+", raw.strip(), re.ASCII):
            raise ValueError(
                say("must be a whole number from {low} to {high}", low=low, high=high)
            )
        if not found or not low <= int(found[1] + found[2]) <= high:
            raise ValueError(say("must be from {low} to {high}", low=low, high=high))
        return int(found[1] + found[2])

    return parse


score = whole(LOWEST, HIGHEST)
"""A 0 to 10 rating, given by the person."""


def one_of(choices: Iterable[Choice]) -> Parse:
    """Return a parser of one choice: its number, its key or its exact label."""
    choices = tuple(choices)

    def parse(raw: str) -> str:
        found = _pick(raw, choices)
        if found is None:
            raise ValueError(
                say("must be {say_numbers}", say_numbers=say_numbers(choices))
            )
        return found

    return parse


def some_of(choices: Iterable[Choice], *, none: bool = True) -> Parse:
    """Return a parser of several choices, as numbers; 0 alone means none of them.

    Where `none` is no answer, 0 is read and not offered: who asks says why it is not.
    """
    choices = tuple(choices)

    def parse(raw: str) -> tuple[str, ...]:
        parts = raw.replace(",", " ").split()
        if parts in (["0"], ["none"]):
            return ()
        found = [_pick(part, choices) for part in parts]
        if {"0", "none"} & set(parts):
            raise ValueError(say("cannot be 0 (none) and others at once"))
        if not found or None in found:
            only = say("numbers from 1") if len(choices) > 1 else "1"
            last = (
                say(" to {choices}", choices=len(choices)) if len(choices) > 1 else ""
            )
            wanted = say("must be {only}{last}", only=only, last=last)
            if none:
                wanted = say("{wanted}, or 0 for none", wanted=wanted)
            raise ValueError(wanted)
        chosen = set(found)
        return tuple(choice.key for choice in choices if choice.key in chosen)

    return parse


def numbered(choices: tuple[Choice, ...]) -> dict[int, Choice]:
    """Return each choice by the number it is chosen with.

    That is its place in the list. Where every key is a number itself, as the steps of a
    plan are, it is the key: step 3 is never chosen with 1. A choice whose key is "0",
    which stands for none of the others, is always chosen with 0.
    """
    if all(choice.key.isascii() and choice.key.isdigit() for choice in choices):
        return {int(choice.key): choice for choice in choices}
    found = dict(enumerate((c for c in choices if c.key != "0"), start=1))
    return found | {int(c.key): c for c in choices if c.key == "0"}


def say_numbers(choices: tuple[Choice, ...]) -> str:
    """Return what can be typed: "a number from 1 to 4", "3 or 5", "1"."""
    return number_from(tuple(numbered(choices)))


def number_from(numbers: tuple[int, ...]) -> str:
    """Return "a number from 1 to 4", "3 or 5", "1"."""
    numbers = tuple(sorted(numbers))
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 1 and last - first == len(numbers) - 1:
        return say("a number from {first} to {last}", first=first, last=last)
    return and_list(map(str, numbers), last="or")


def _pick(raw: str, choices: tuple[Choice, ...]) -> str | None:
    text = raw.strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        found = numbered(choices).get(int(text))
        return found.key if found else _by_id(text, choices)
    for choice in choices:
        if folded(text) in (folded(choice.key), folded(choice.label)):
            return choice.key
    return _by_id(text, choices)


def _by_id(text: str, choices: tuple[Choice, ...]) -> str | None:
    """Return the one record of a list whose id ends so, as ids are printed."""
    found = [c.key for c in choices if is_id(c.key) and fits(c.key, text)]
    return found[0] if len(found) == 1 else None


def is_id(key: str) -> bool:
    """Say whether a choice is a record, by its id."""
    return len(key) == _ID and key.count("-") == 4


def capital(words: str) -> str:
    """Return words with a capital letter in front."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """Return words that have no stop as a sentence of its own."""
    return f"{capital(words)}."


def stopped(text: str) -> str:
    """Return text that ends as a sentence does, a quotation at its end looked into."""
    return text if text.rstrip().rstrip('"”')[-1:] in ".!?" else f"{text}."


def lowered(words: str) -> str:
    """Return words with a small letter in front."""
    return words[:1].lower() + words[1:]


def and_list(parts: Iterable[str], *, last: str = "and") -> str:
    """Return "a, b and c", "" for nothing."""
    *front, end = tuple(parts) or ("",)
    return f"{', '.join(front)} {last} {end}" if front else end


def listed(parts: Iterable[str]) -> str:
    """Return "a, b and c"; with semicolons where a part holds a comma or an "and"."""
    parts = tuple(parts)
    between = say(" and ")
    if any("," in part or between in part for part in parts):
        return "; ".join(parts)
    return and_list(parts)


def counted(number: int, noun: str, many: str = "") -> str:
    """Return "1 day", "2 days", "2 debriefs"."""
    return f"{number} {noun if number == 1 else many or noun + 's'}"


def initials_of(name: str) -> str:
    """Return two capital letters for a code: of the first and last word of a name."""
    parts = [
        "".join(letter for letter in folded(part) if "a" <= letter <= "z")
        for part in name.replace("-", " ").split()
    ]
    parts = [part for part in parts if part]
    if not parts:
        return "XX"
    letters = parts[0][0] + parts[-1][0] if len(parts) > 1 else (parts[0] + "X")[:2]
    return letters.upper()
