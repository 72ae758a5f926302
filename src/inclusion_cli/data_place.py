"""Where in a data file something stands: its line, and what is odd about it."""

from __future__ import annotations

import re
from json import JSONDecodeError, JSONDecoder
from typing import Any

from inclusion_cli.tongue import say

Path = tuple["str | int", ...]
_SKIP = re.compile(r"[\s,:]*")
_read = JSONDecoder().raw_decode
KINDS: dict[type, str] = {
    dict: say("names and values between { and }"),
    list: say("a list between [ and ]"),
    str: say("words between quotation marks"),
    bool: say("true or false"),
    int: say("a number"),
    float: say("a number"),
}


def line_at(text: str, path: Path) -> int:
    """Return the line of a place in a JSON text, of the nearest one there is."""
    try:
        return text.count("\n", 0, _place(text, _skip(text, 0), path)) + 1
    except (JSONDecodeError, IndexError):
        return 1


def _place(text: str, at: int, path: Path) -> int:
    """Return where the value of a path begins; `at` is where the whole begins."""
    if not path or text[at] not in "{[":
        return at
    named, place, number = text[at] == "{", _skip(text, at + 1), 0
    while text[place] not in "}]":
        key: str | int = number
        if named:
            key, place = _read(text, place)
            place = _skip(text, place)
        if key == path[0]:
            return _place(text, place, path[1:])
        _value, place = _read(text, place)
        place, number = _skip(text, place), number + 1
    return at


def _skip(text: str, at: int) -> int:
    found = _SKIP.match(text, at)
    return found.end() if found else at


def odd(
    told: Any, like: Any, path: Path = (), *, lacks: str = ""
) -> tuple[Path, str] | None:
    """Return the first place where something is of another kind than in `like`.

    With it comes what should stand there. A list is held against the first item of
    the other. `lacks` is a name that is missing: told where it should be.
    """
    if like is None:
        return None
    if type(told) is not type(like):
        return path, say("write {kind} there", kind=KINDS[type(like)])
    pairs: list[tuple[Path, Any, Any]] = []
    if isinstance(like, dict):
        if lacks in like and lacks not in told:
            return path, say('there is no "{key}"', key=lacks)
        both = [key for key in like if key in told]
        pairs = [((*path, key), told[key], like[key]) for key in both]
    elif isinstance(like, list) and like:
        pairs = [((*path, n), one, like[0]) for n, one in enumerate(told)]
    found = (odd(mine, theirs, place, lacks=lacks) for place, mine, theirs in pairs)
    return next((one for one in found if one), None)
