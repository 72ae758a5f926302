"""Every text there is, in one list, and as a template for translators (`.pot`)."""

from __future__ import annotations

import io
import json
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from tests.catalogue.papers import texts_of_markdown, texts_of_typst
from tests.catalogue.patterns import SOURCE
from tests.catalogue.rules import MESSAGE, PAPER, Found, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOT = SOURCE.parents[1]
POT = SOURCE / "locale" / "inclusion.pot"
READ_KEYS = frozenset(
    (
        *("label", "name", "note", "title", "says", "words", "hint", "who"),
        *("law", "receives", "needs", "abuse", "cannot_protect"),
    )
)
"""What is read by somebody in a file of data; the rest is for the program."""
OF_THE_SYSTEM = ("places.py", "tongue.py")
"""Files whose words are names of folders and of languages."""


@cache
def every_text() -> tuple[Found, ...]:
    """Return the texts of the code, of the files of data and of the papers."""
    return tuple(_read())


def _read() -> Iterator[Found]:
    for path in sorted(SOURCE.rglob("*.py")):
        if path.name in OF_THE_SYSTEM:
            continue
        yield from texts_of(path.read_text(encoding="utf-8"), _inside(path, SOURCE))
    for path in sorted((SOURCE / "data").glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        yield from _in_data(told, _inside(path, SOURCE))
    for folder, read in (("markdown", texts_of_markdown), ("typst", texts_of_typst)):
        for path in sorted((ROOT / "templates" / folder).iterdir()):
            source = path.read_text(encoding="utf-8")
            yield from read(source, _inside(path, ROOT))


def _inside(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _in_data(told: Any, place: str, key: str = "") -> Iterator[Found]:
    if isinstance(told, dict):
        for name, value in told.items():
            yield from _in_data(value, place, name)
    elif isinstance(told, list):
        for item in told:
            yield from _in_data(item, place, key)
    elif isinstance(told, str) and key in READ_KEYS and any(map(str.isalpha, told)):
        yield Found(told, MESSAGE, place)


def template() -> str:
    """Return the template for translators: each text once, with its places.

    A place is a file and what it is in, without a line: it stays where code moves.
    """
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for found in every_text():
        if found.sort == PAPER:
            continue  # a language brings whole papers, in its own templates/
        places[found.text, found.many].add(found.place)
    catalog = Catalog(project="inclusion", charset="utf-8", fuzzy=False)
    for (text, many), where in sorted(places.items()):
        locations = [(place, 0) for place in sorted(where)]
        catalog.add((text, many) if many else text, locations=locations)
    out = io.BytesIO()
    write_po(out, catalog, width=88, omit_header=True, include_lineno=False)
    return HEADER + out.getvalue().decode()


HEADER = """\
# Every text of inclusion. To add a language, copy this file to
# locale/LANGUAGE/LC_MESSAGES/inclusion.po, translate it, and compile it (.mo).
# A gap such as {name} is filled when the text is shown; keep each of them.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
