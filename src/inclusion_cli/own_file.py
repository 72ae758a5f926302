"""A data file of the service's own: used where it is whole, else ours, and why.

Nothing waits for a comma: the file that came with the program is used then, and a
sentence names the file, the line and what is wrong there.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from inclusion_cli.data_place import line_at, odd
from inclusion_cli.domain.data_fault import DataFault
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")
_WRONG = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)
_QUOTED = re.compile(r"""['"]([^'"]+)['"]""")


OURS_USED = say("The file that came with the program is used.")
NONE_USED = say("Nothing came with the program in its place.")


@record
class Loaded(Generic[T]):
    """What a data file holds; `notes` say why the service's own was not used."""

    value: T
    notes: tuple[str, ...] = ()


def own_or(
    path: Path | None, ours: T, read: Callable[[Any], T], *, like: Any = None
) -> Loaded[T]:
    """Return what the file of a service says, or ours with a sentence that says why.

    `read` makes it of what the file holds, and raises where that cannot be used. `like`
    is what a whole file holds: where `read` cannot say what is wrong, that shows it.
    """
    if path is None or not path.is_file():
        return Loaded(ours)
    text = ""
    try:
        text = path.read_text(encoding="utf-8")
        told = json.loads(text)
        if not isinstance(told, dict):
            raise DataFault(say("Write it between { and }, as the shipped one is."))
        return Loaded(read(told))
    except _WRONG as wrong:
        instead = OURS_USED if ours is not None else NONE_USED
        return Loaded(ours, (_sentence(path, wrong, text, instead, like),))


def _sentence(path: Path, wrong: Exception, text: str, instead: str, like: Any) -> str:
    """Return which file is not used, at which line, why, and what to do."""
    line, why = _where(wrong, text, like)
    return say(
        'The service\'s own "{name}" is not used. {line}{why}. {instead} '
        "Mend it or move it away: {path}",
        name=path.name,
        line=say("Line {line}: ", line=line) if line else "",
        why=why if line else capital(why),
        instead=instead,
        path=path,
    )


def _where(wrong: Exception, text: str, like: Any) -> tuple[int, str]:
    """Return the line an error is about, 0 in no text at all, and what is wrong."""
    vague = isinstance(wrong, (TypeError, AttributeError, LookupError))
    lacks = str(wrong.args[0]) if isinstance(wrong, KeyError) else ""
    if vague and (found := odd(json.loads(text), like, lacks=lacks)):
        return line_at(text, found[0]), found[1]
    if isinstance(wrong, DataFault) and wrong.number:
        place = (wrong.entry, wrong.number - 1)
        return line_at(text, place), str(wrong).removesuffix(".")
    return _line_of(wrong, text), _why(wrong).removesuffix(".")


def _why(wrong: Exception) -> str:
    if isinstance(wrong, json.JSONDecodeError):
        return say("it is not JSON there, and cannot be read")
    if isinstance(wrong, (OSError, UnicodeDecodeError, RecursionError)):
        return say("it cannot be read as text")
    if isinstance(wrong, KeyError):
        return say('there is no "{key}"', key=str(wrong.args[0]))
    if isinstance(wrong, ValueError):
        return str(wrong)
    return say("something in it is not of the kind that stands in the shipped one")


def _line_of(wrong: Exception, text: str) -> int:
    """Return the line an error is about: its first where nobody can say."""
    if isinstance(wrong, json.JSONDecodeError):
        return wrong.lineno
    entry = wrong.entry if isinstance(wrong, DataFault) else ""
    words = [json.dumps(entry)] if entry else reversed(_QUOTED.findall(str(wrong)))
    lines = text.splitlines()
    found = (n for word in words for n, line in enumerate(lines, 1) if word in line)
    return next(found, 1 if text else 0)
