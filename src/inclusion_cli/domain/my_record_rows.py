"""How a record is said to its person: row by row, in the words they would use.

A row says one field in one short sentence with the gap {it}. The wordings of each kind
of record stand in `my_record_words`. Our own sentences keep the easy-read rules of
practice reference 3.1; what people wrote stays as they wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.record import field, is_record, record
from inclusion_cli.domain.values import listed, lowered

Words = Mapping[Any, str] | Callable[[Any], str]


@record
class Told:
    """What a record is told with: what stands behind ids, and the day of the copy."""

    names: Mapping[str, str] = field(hash=False)
    today: date


@record
class Row:
    """One field and its sentence.

    `no` is said of a False, `ahead` of a day still to come. `words` are what stands for
    a value, `each` the rows of its parts, `tell` says the whole of it. With no sentence
    at all the field is the person's own words.
    """

    key: str
    says: str = ""
    no: str = ""
    ahead: str = ""
    words: Words | None = field(default=None, hash=False)
    each: tuple[Row, ...] = ()
    tell: Callable[[Any, Told], str] | None = field(default=None, hash=False)


@record
class Wording:
    """How a kind of record is said: what it opens with, then row by row.

    `opens` are the fields the opening says, `unsaid` those that are for the program.
    """

    rows: tuple[Row, ...]
    opening: Callable[[Any, Told], str] | None = field(default=None, hash=False)
    opens: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()


@record
class Piece:
    """One sentence of a record, or words of the person's own, by its field.

    `part` counts the parts of a list, so that each has a line of its own; "" for none.
    """

    key: str
    says: str
    own: bool = False
    part: str = ""


def pieces_of(wording: Wording, told: Any, it: Told) -> Iterator[Piece]:
    """Return what a record says, sentence by sentence."""
    if wording.opening and (says := wording.opening(told, it)):
        yield Piece("", says)
    for row in wording.rows:
        yield from _row(row, getattr(told, row.key), it, row.key, "")


def _row(row: Row, value: Any, it: Told, key: str, part: str) -> Iterator[Piece]:
    if value is None or value in ("", ()):
        return
    if row.each:
        many = isinstance(value, tuple)
        for number, one in enumerate(value if many else (value,), start=1):
            here = f"{key}.{number}" if many else key
            for own in row.each:
                inner = getattr(one, own.key)
                at = here if many else part
                yield from _row(own, inner, it, f"{here}.{own.key}", at)
    elif row.tell:
        if says := row.tell(value, it):
            yield Piece(key, says, part=part)
    elif not (row.says or row.no):
        yield Piece(key, str(value), own=True)
    elif says := _sentence(row, value, it):
        yield Piece(key, says, part=part)


def _sentence(row: Row, value: Any, it: Told) -> str:
    if isinstance(value, bool):
        return row.says if value else row.no
    to_come = isinstance(value, date) and not isinstance(value, datetime)
    template = row.ahead if row.ahead and to_come and value >= it.today else row.says
    text = in_words(value, row.words, it)
    return template.format(it=text.rstrip(".") if template.endswith(".") else text)


def in_words(value: Any, words: Words | None, it: Told) -> str:  # noqa: PLR0911 - one for each kind of value
    """Return a value in words. Raises TypeError for what has none."""
    if isinstance(value, tuple):
        told = [in_words(one, words, it).rstrip(".") for one in value if one]
        return listed(map(lowered, told)) if words else "; ".join(told)
    if callable(words):
        return words(value)
    if words and value in words:
        return words[value]
    match value:
        case datetime():
            return say_when(value, today=it.today)
        case date():
            return say_day(value, today=it.today)
        case str():
            return it.names.get(value, value)
        case int():
            return str(value)
        case Enum():
            return str(value.value).replace("_", " ")
    if is_record(value) and (text := getattr(value, "in_words", "")):
        return str(text)
    raise TypeError(f"{type(value).__name__} has no words")
