"""The index of words: a view like the others, in the vault, folded to be found.

It holds no text, only which entry has which words: SQLite's FTS5 without content.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.store.fold import Standing

_COLUMNS = "text, content='', contentless_delete=1, tokenize='unicode61'"
MADE = (
    "DROP TABLE IF EXISTS findview",
    f"CREATE VIRTUAL TABLE findview USING fts5({_COLUMNS})",
)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def put(cursor: Any, standing: Standing) -> None:
    """Let the words of what stands be found."""
    row = (standing.n, words_in(standing.body))
    cursor.execute("INSERT INTO findview (rowid, text) VALUES (?, ?)", row)


def drop(cursor: Any, kind: str, record: str) -> None:
    """Let the words of what stood be found no more; its row is still in its view."""
    cursor.execute(
        f"DELETE FROM findview WHERE rowid IN (SELECT n FROM {kind}view "  # noqa: S608
        "WHERE record = ?)",
        (record,),
    )


def words_in(body: str) -> str:
    """Return the words of a body, folded; ids are not words."""
    return folded(" ".join(text for text in _texts(json.loads(body))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not _ID.fullmatch(value):
            yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def asked_for(parts: Iterable[str]) -> str:
    """Return what FTS5 is asked: every part, the last word of each from its start."""
    quoted = (folded(part).replace('"', '""') for part in parts)
    return " AND ".join(f'"{part}"*' for part in quoted if part.strip())
