"""A language nobody speaks: each text in brackets, so that what bypasses is seen."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from tests.catalogue.extract import every_text
from tests.catalogue.rules import PAPER

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGE = "zz"
OPENS, CLOSES = "⟦", "⟧"


def pseudo(text: str) -> str:
    """Return a text in brackets and longer; a line break at its end stays there."""
    body = text.rstrip("\n")
    return f"{OPENS}{body} ~{CLOSES}{text[len(body) :]}"


def bring(home: Path) -> dict[str, str]:
    """Put the language into a data folder; return what chooses it."""
    folder = home / "locale" / LANGUAGE / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "inclusion.mo").write_bytes(_compiled())
    return {"INCLUSION_LANG": LANGUAGE}


@cache
def _compiled() -> bytes:
    """Return the texts of the language as `gettext` reads them."""
    catalog = Catalog()
    for found in every_text():
        if found.sort == PAPER or not found.text.strip():
            continue
        if found.many:
            catalog.add((found.text, found.many),
                        (pseudo(found.text), pseudo(found.many)))  # fmt: skip
        else:
            catalog.add(found.text, pseudo(found.text))
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def bypassing(text: str, known: tuple[str, ...]) -> list[str]:
    """Return the words that stand in no bracket and are none of what is known."""
    for mine in sorted(known, key=len, reverse=True):
        text = text.replace(mine, " ")
    depth, free = 0, []
    for letter in text:
        depth += (letter == OPENS) - (letter == CLOSES)
        free.append(letter if depth <= 0 and letter != CLOSES else " ")
    return [word for word in "".join(free).split() if any(map(str.isalpha, word))]
