"""What a search asks for, and what it finds: never more than this worker may see."""

from __future__ import annotations

import re

from inclusion_cli.domain.record import record
from inclusion_cli.plain import folded, one_line

AROUND = 40  # letters shown on each side of what was found
_PARTS = re.compile(r'"([^"]*)"|(\S+)')


@record
class Hit:
    """One record that holds all the words: whose, what, when, and where in it."""

    code: str
    person: str
    what: str
    day: str
    id: str
    before: str
    match: str
    after: str


@record
class Found:
    """What a search found, the newest first; `more` says whether there is more."""

    words: str
    hits: tuple[Hit, ...]
    more: bool = False
    closed_too: bool = False


def parts_of(words: str) -> tuple[str, ...]:
    """Return the words and "quoted phrases" of a search, one by one."""
    found = (quoted or word for quoted, word in _PARTS.findall(words))
    return tuple(part.strip() for part in found if re.search(r"\w", part))


def quoted(word: str) -> str:
    """Return what a shell handed over as one word; several in it are a phrase."""
    return f'"{word}"' if " " in word and '"' not in word else word


def where_in(text: str, part: str) -> tuple[str, str, str] | None:
    """Return what stands before, at and after the first word that begins like `part`.

    Case and accents do not matter. None where it is not there.
    """
    line = one_line(text)
    spread, places = _spread(line)
    wanted = " ".join(folded(part).split())
    found = re.search(rf"(?<!\w){re.escape(wanted)}", spread)
    if found is None or not wanted:
        return None
    first, last = places[found.start()], places[found.end() - 1] + 1
    while last < len(line) and line[last].isalnum():
        last += 1
    return (
        _from_left(line[:first]),
        line[first:last],
        _to_right(line[last:]),
    )


def _spread(line: str) -> tuple[str, list[int]]:
    """Return a line folded, and for each of its letters where it came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(line):
        for part in folded(letter):
            letters.append(part)
            places.append(place)
    return "".join(letters), places


def _from_left(text: str) -> str:
    return text if len(text) <= AROUND else f"... {text[-AROUND:].partition(' ')[2]}"


def _to_right(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]} ..."
