"""Records as plain data and back, and user text made safe to show."""

from __future__ import annotations

import json
import re
import sys
import types
import typing
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from itertools import groupby
from typing import Any, TypeVar

from inclusion_cli.tongue import say

T = TypeVar("T")
Read = Callable[[Any], Any]
_RECORD = "__record_fields__"
"""Where a class of records says which fields it has; `domain.record` puts it there."""

_encode = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
).encode


def canonical(data: Any) -> str:
    """Return the one JSON text of plain data (RFC 8785 for text, whole numbers, lists).

    Keys must be ASCII and numbers whole: then Python's writer and the RFC agree, which
    a test checks against another implementation.
    """
    return _encode(data)


def plain(value: Any) -> Any:
    """Return a record as dicts, lists, text and whole numbers, ready for JSON."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    for form in (_RECORD, "__dataclass_fields__"):
        if names := getattr(value, form, None):
            return {name: plain(getattr(value, name)) for name in names}
    raise TypeError(f"{type(value).__name__} has no plain form")


def from_plain(kind: type[T], data: Any) -> T:
    """Return the record of `kind` that `plain` made `data` from.

    An absent key takes the field's default; an unknown one raises ValueError. Where a
    record was text before it had fields, its `read_text` reads the text.
    """
    reader: Callable[[Any], Read] = _reader
    return typing.cast("T", reader(kind)(data))


@cache
def _reader(kind: Any) -> Read:
    """Return the function that reads plain data into `kind`."""
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _optional_reader(kind)
    if origin is tuple:
        return _tuple_reader(typing.get_args(kind)[0])
    if isinstance(kind, type) and hasattr(kind, _RECORD):
        return _record_reader(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is datetime or kind is date:
        return typing.cast("Read", kind.fromisoformat)
    return _as_it_is


def _as_it_is(data: Any) -> Any:
    return data


def _tuple_reader(kind: Any) -> Read:
    item = _reader(kind)
    if item is _as_it_is:
        return tuple
    return lambda data: tuple([item(part) for part in data])


def _optional_reader(kind: Any) -> Read:
    (some,) = (part for part in typing.get_args(kind) if part is not types.NoneType)
    read = _reader(some)
    if read is _as_it_is:
        return read
    return lambda data: None if data is None else read(data)


def _field_types(kind: type) -> dict[str, Any]:
    """Return what each field holds, by its annotation, as text in its own module."""
    found: dict[str, Any] = {}
    for of in reversed(kind.__mro__):
        for name, text in getattr(of, "__annotations__", {}).items():
            found[name] = _evaluated(of.__module__, text)
    return found


_SIMPLE: dict[str, Any] = {
    "str": str,
    "int": int,
    "bool": bool,
    "date": date,
    "datetime": datetime,
    "int | None": int | None,
    "bool | None": bool | None,
    "date | None": date | None,
    "tuple[str, ...]": tuple[str, ...],
}
"""What nearly every field is: evaluating each anew was a fifth of reading records."""


@cache
def _evaluated(module: str, text: str) -> Any:
    if text in _SIMPLE:
        return _SIMPLE[text]
    return eval(text, vars(sys.modules[module]))  # noqa: S307 - our own annotation


def _record_reader(kind: type) -> Read:
    """Return the reader of a record: its fields are set at once, then it is checked."""
    hints = _field_types(kind)
    form = getattr(kind, _RECORD)
    known = list(form)
    kept = {name: _reader(hints[name]) for name in known}
    turned = [(name, read) for name, read in kept.items() if read is not _as_it_is]
    defaults = {name: f.default for name, f in form.items() if f.optional}
    made = {name: f.default_factory for name, f in form.items() if f.made}
    needed = set(known) - defaults.keys() - made.keys()
    check = getattr(kind, "__post_init__", None)

    from_text = getattr(kind, "read_text", None)

    def read(data: Mapping[str, Any] | str) -> Any:
        if isinstance(data, str) and from_text is not None:
            return from_text(data)
        if isinstance(data, str) or not needed <= data.keys() <= kept.keys():
            raise ValueError(f"these are not the fields of {kind.__name__}")
        values = {**defaults, **data}
        for name, turn in turned:
            if name in data:
                values[name] = turn(data[name])
        for name in made.keys() - data.keys():
            values[name] = made[name]()
        found: Any = object.__new__(kind)
        found.__dict__.update(values)
        if check is not None:
            check(found)
        return found

    return read


# --- text ---------------------------------------------------------------------------

TEXT_LIMIT = 65_536  # letters in one answer
_MARKS_SHOWN = 8  # combining marks on one letter before the rest is named

_PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_NAMED = {
    **dict.fromkeys(range(0x80, 0xA0), ""),
    0x200E: "LRM",
    0x200F: "RLM",
    0x061C: "ALM",
    0x202A: "LRE",
    0x202B: "RLE",
    0x202C: "PDF",
    0x202D: "LRO",
    0x202E: "RLO",
    0x2066: "LRI",
    0x2067: "RLI",
    0x2068: "FSI",
    0x2069: "PDI",
    0x200B: "ZWSP",
    0x2060: "WJ",
    0xFEFF: "BOM",
    0x00AD: "SHY",
    0x2028: "LS",
    0x2029: "PS",
    0x180E: "MVS",
    **dict.fromkeys(range(0xE0000, 0xE0080), ""),
}
_SHOW: dict[int, int | str] = {
    **_PICTURES,
    **{code: f"⟨{name or f'U+{code:04X}'}⟩" for code, name in _NAMED.items()},
    0x09: " ",
    0x7F: 0x2421,
}


def shown(text: str) -> str:
    """Return user text fit for a terminal or a page: controls are seen, never obeyed.

    Escape and other control characters become pictures, direction controls become
    names such as ⟨RLO⟩; line breaks stay. Nothing visible is taken away.
    """
    if text.isascii() and text.isprintable():
        return text
    drawn = text.replace("\r\n", "\n").translate(_SHOW)
    drawn = drawn.encode("utf-8", "replace").decode()
    return _thinned(drawn) if any(map(_is_mark, drawn)) else drawn


def _thinned(text: str) -> str:
    """Return text with no more marks on one letter than people write."""
    runs = ["".join(run) for _mark, run in groupby(text, key=_is_mark)]
    return "".join(
        say(
            "{run}⟨+{part} marks⟩", run=run[:_MARKS_SHOWN], part=len(run) - _MARKS_SHOWN
        )
        if _is_mark(run) and len(run) > _MARKS_SHOWN
        else run
        for run in runs
    )


def _is_mark(letter: str) -> bool:
    return unicodedata.category(letter[0]) in {"Mn", "Me"}


def one_line(text: str) -> str:
    """Return `shown` text on a single line."""
    return " ".join(shown(text).split())


_GLUE = "\N{NO-BREAK SPACE}"
_TYPED = (
    r"(?<=: )\S*inclusion(?: (?:--?[\w-]+|[A-Z]{2,}-\d+|[A-Z]{2,}\b|\d+|[a-z][a-z-]*))*"
)
_PATH = r"\S[/\\]\S|(?<!\S)[/\\]\S"


def wrapped_whole(
    text: str, width: int, *, lead: str = "", hang: str = "", breaks: bool = True
) -> list[str]:
    """Return text as lines no wider than `width`, a command in it on one line.

    A command that is to be copied ("type: inclusion debrief AK-014") is never broken,
    not even where it is wider than that, nor is a path; nor is any other word, unless
    it `breaks`.
    """
    import textwrap  # noqa: PLC0415 - most lines are short

    glued = text
    if "inclusion" in text:
        glued = re.sub(_TYPED, lambda found: found[0].replace(" ", _GLUE), text)
    if "/" in text or "\\" in text:
        breaks = breaks and not re.search(_PATH, text)
    lines = textwrap.wrap(
        glued,
        width,
        initial_indent=lead,
        subsequent_indent=hang,
        break_on_hyphens=False,
        break_long_words=breaks and glued == text,
    )
    return [line.replace(_GLUE, " ") for line in lines] if glued != text else lines


def kept(text: str) -> str:
    """Return text as it is stored: in Unicode form NFC, without spaces around it.

    Raises ValueError for what no record can hold: a NUL, or bytes that were not
    decoded.
    """
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError(say("has a character that cannot be stored. Type it again"))
    text = unicodedata.normalize("NFC", text).strip()
    if len(text) > TEXT_LIMIT:
        raise ValueError(
            say(
                "must be {text_limit} letters or fewer. Split it in two",
                text_limit=f"{TEXT_LIMIT:,}",
            )
        )
    return text


def folded(text: str) -> str:
    """Return text for finding: lower case, accents and strokes folded away."""
    spread = unicodedata.normalize("NFKD", text).casefold().translate(_STROKES)
    spread = unicodedata.normalize("NFKD", spread)
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


_STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i"})
