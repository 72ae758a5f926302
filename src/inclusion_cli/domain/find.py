"""Finding words: which words a record has, what was looked for, where it stands.

Case, accents and strokes do not matter. A word stands for its beginning: "stare" finds
"stared". Letters of scripts that are written without spaces are words of their own.
"""

from __future__ import annotations

import types
import typing
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.record import fields_of, is_record, record
from inclusion_cli.plain import folded, one_line
from inclusion_cli.tongue import say

Texts = Callable[[Any], Iterator[str]]
ROOM = 60
"""Cells of a snippet; a wide letter takes two."""
NOT_WORDS = frozenset(
    ("id", "step", "session", "plan", "review", "to_step", "cites", "records", "links",
     "trigger", "triggers", "lawful_basis", "closed_because", "pattern", "rule",
     "answer", "behaviours", "indicators", "size", "sort", "adds", "review_events",
     "about_id", "formulation", "dated", "partner", "activity", "items", "excluded",
     "sorts", "types", "of", "finding", "concern", "restriction", "lifts", "chosen",
     "instrument", "version", "month", "file", "looked", "key", "mend", "sample",
     "worker", "paper", "debrief", "audit", "incident", "caldicott", "rung", "lens",
     "cases")
)  # fmt: skip
"""Text fields that hold ids and keys, or say again what stands elsewhere."""
NOT_HERE = {
    (say("Preparation"), "signs"),
    ("SignOff", "who"),
    ("SafeguardingConcern", "consent"),
    ("MoneyCheck", "consent"),
    ("Disclosure", "consent"),
    ("RiskOutcome", "decision"),
    ("Characteristics", "said"),
    ("CaseReview", "how"),
    ("Reduction", "because"),
}
"""Fields that hold ids and keys in one place, and words in others."""
KEPT = {(say("Preparation"), "behaviours")}
"""Fields of those names that hold what somebody said after all."""
NOBODYS_WORDS = ("AuditFinding", "Evidence", "Guess")
"""Parts that are never searched: what is sealed, and what the program says."""


def words_in(kind: str, fields_of: Mapping[str, Any]) -> str:
    """Return the words of a record's own fields, folded, for the index."""
    return tokens("\n".join(texts_in(kind, fields_of)))


def texts_in(kind: str, fields_of: Mapping[str, Any]) -> Iterator[str]:
    """Return what people said or wrote in a record's fields, piece by piece."""
    reader: Callable[[Any], Texts] = _reader
    return reader(KINDS[kind])(fields_of)


def tokens(text: str) -> str:
    """Return the words of text, folded, one space between."""
    return " ".join("".join(map(_token, folded(text))).split())


@cache
def _token(letter: str) -> str:
    """Return a folded letter as it is part of a word, or a space."""
    if unicodedata.category(letter)[0] not in "LNM":
        return " "
    alone = unicodedata.east_asian_width(letter) in "WF"
    return f" {letter} " if alone else letter


@cache
def _reader(kind: Any) -> Texts:
    """Return the function that finds the texts in plain data of a type."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        (some,) = (p for p in typing.get_args(kind) if p is not types.NoneType)
        inner = _reader(some)
        return lambda data: iter(()) if data is None else inner(data)
    if origin is tuple:
        item = _reader(typing.get_args(kind)[0])
        return lambda data: (text for part in data for text in item(part))
    if kind is str:
        return lambda data: iter((data,) if data else ())
    a_record = isinstance(kind, type) and is_record(kind)
    if a_record and kind.__name__ not in NOBODYS_WORDS:
        return _record_reader(kind)
    return lambda _data: iter(())


def _record_reader(kind: type) -> Texts:
    hints = typing.get_type_hints(kind)
    readers = [
        (field.name, _reader(hints[field.name]))
        for field in fields_of(kind)
        if (kind.__name__, field.name) not in NOT_HERE
        and (field.name not in NOT_WORDS or (kind.__name__, field.name) in KEPT)
    ]

    def read(data: Mapping[str, Any]) -> Iterator[str]:
        for name, reader in readers:
            if name in data:
                yield from reader(data[name])

    return read


# --- what was looked for ------------------------------------------------------------


@record
class Term:
    """One thing looked for: words in a row; the last may go on, unless `whole`.

    A single letter is a word of its own.
    """

    words: tuple[str, ...]
    whole: bool = False


def terms_of(typed: Iterable[str]) -> tuple[Term, ...]:
    """Return what was looked for. Words in quotes stand together.

    An argument with a space in it was quoted for the shell: it is a phrase too, where
    it is not alone.
    """
    typed = tuple(typed)
    found = []
    for part in typed:
        pieces = part.split('"')
        together = len(typed) > 1 and " " in part.strip()
        for number, piece in enumerate(pieces):
            quoted = number % 2 == 1 and number < len(pieces) - 1
            if quoted or together:
                found.append(Term(tuple(tokens(piece).split()), whole=True))
            else:
                found += [_begun(tokens(word).split()) for word in piece.split()]
    return tuple(dict.fromkeys(term for term in found if term.words))


def _begun(words: list[str]) -> Term:
    return Term(tuple(words), whole=len("".join(words[-1:])) < 2)


@record
class Found:
    """A record in which all of it stands, and the place where it does."""

    id: str
    kind: str
    code: str
    person: str
    on: date
    says: str


@record
class FoundPage:
    """What was found, the newest first, and how much more there is."""

    words: str
    found: tuple[Found, ...]
    total: int
    limit: int
    again: tuple[str, ...] = ()


# --- where it stands ----------------------------------------------------------------


def snippet(texts: Iterable[str], terms: Iterable[Term], *, room: int = ROOM) -> str:
    """Return the line of text around the first match, no wider than `room` cells."""
    terms = tuple(terms)
    best, most = ("", 0), 0
    for text in texts:
        line = one_line(text)
        places = [at for term in terms if (at := _place(line, term)) is not None]
        if len(places) > most:
            best, most = (line, min(places)), len(places)
    return _around(*best, room) if most else ""


def _place(line: str, term: Term) -> int | None:
    """Return the letter of a line at which a term begins, or None."""
    words, starts = _spread(line)
    length = len(term.words)
    for number in range(len(words) - length + 1):
        here = words[number : number + length]
        last = here[-1] == term.words[-1]
        goes_on = not term.whole and here[-1].startswith(term.words[-1])
        if here[:-1] == list(term.words[:-1]) and (last or goes_on):
            return starts[number]
    return None


def _spread(line: str) -> tuple[list[str], list[int]]:
    """Return the folded words of a line, and the letter each begins at."""
    words, starts, begun = [""], [0], False
    for place, letter in enumerate(line):
        for sign in "".join(map(_token, folded(letter))) or "":
            if sign == " ":
                begun = False
                continue
            if not begun:
                words.append("")
                starts.append(place)
                begun = True
            words[-1] += sign
    return words[1:], starts[1:]


def _around(line: str, place: int, room: int) -> str:
    """Return the part of a line around a letter, cut between words where it can be."""
    if cells(line) <= room:
        return line
    start = place
    while start and cells(line[start - 1 : place]) <= room // 3:
        start -= 1
    if start and (space := line.find(" ", start, place)) >= 0:
        start = space + 1
    lead = "... " if start else ""
    end = start
    while end < len(line) and cells(line[start : end + 1]) <= room - len(lead) - 4:
        end += 1
    if end < len(line) and (space := line.rfind(" ", place, end)) > place:
        end = space
    return f"{lead}{line[start:end]}{' ...' if end < len(line) else ''}"


def cells(text: str) -> int:
    """Return how wide text is in a terminal."""
    return sum(
        0
        if unicodedata.combining(letter)
        else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )
