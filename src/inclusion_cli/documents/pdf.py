"""PDF by Typst, from data and never from interpolated text.

Tagged, archivable (PDF/A-2a and PDF/UA-1 at once), fonts carried along, and the same
bytes for the same view: the day it was made is part of the view.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

from inclusion_cli.documents.stationery import shipped, template
from inclusion_cli.plain import plain, shown

if TYPE_CHECKING:
    from pathlib import Path


def pages(name: str, view: Any, *, own: Path | None = None, **more: Any) -> int:
    """Return how many pages a view needs; the template marks them `<pages>`."""
    return int(told(name, "<pages>", view, own=own, **more))


def told(
    name: str, mark: str, view: Any, *, own: Path | None = None, **more: Any
) -> Any:
    """Return what a template tells about a view under a mark of its own."""
    import typst

    source = template("typst", name, own)
    found = typst.query(
        str(source),
        mark,
        field="value",
        one=True,
        root=str(source.parent),
        font_paths=[str(shipped() / "fonts")],
        ignore_system_fonts=True,
        sys_inputs=_inputs(view, more),
    )
    return json.loads(found)


def compiled(
    name: str, view: Any, *, made_on: date, own: Path | None = None, **more: Any
) -> bytes:
    """Return the PDF of a view, made by a template, dated the day it was made."""
    import typst

    source = template("typst", name, own)
    return typst.compile(
        str(source),
        root=str(source.parent),
        font_paths=[str(shipped() / "fonts")],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs=_inputs(view, more),
        pdf_standards=["a-2a", "ua-1"],
        timestamp=datetime.combine(made_on, time(), UTC),
    )


def _inputs(view: Any, more: dict[str, Any]) -> dict[str, str]:
    return {"data": json.dumps(printable({**plain(view), **more}))}


def printable(data: Any) -> Any:
    """Return data in which every text can be printed with the fonts we carry.

    A letter no font has would stop the whole paper: it is named in brackets instead.
    """
    if isinstance(data, str):
        return _covered(data)
    if isinstance(data, list):
        return [printable(item) for item in data]
    if isinstance(data, dict):
        return {key: printable(item) for key, item in data.items()}
    return data


def _covered(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    signs = _signs()
    line = unicodedata.normalize("NFC", shown(text)).translate(_BRACKETS)
    return "".join(
        letter if letter == "\n" or ord(letter) in signs else _named(letter)
        for letter in line
    )


def _named(letter: str) -> str:
    if unicodedata.category(letter) in ("Cf", "Cc"):
        return ""
    name = unicodedata.name(letter, f"U+{ord(letter):04X}").lower()
    return f"[{name.removeprefix('symbol for ')}]"


_BRACKETS = str.maketrans("⟨⟩", "[]")
"""What is shown for a direction control has brackets no font of ours has."""


@cache
def _signs() -> frozenset[int]:
    """Return the code points our fonts can print."""
    ranges = json.loads((shipped() / "fonts" / "coverage.json").read_text())
    return frozenset(code for first, last in ranges for code in range(first, last + 1))
