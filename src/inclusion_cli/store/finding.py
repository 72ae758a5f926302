"""The index of words: a view like the others, in the vault, folded to be found.

It holds no text, only which entry has which words, and whose and what it is: FTS5
without content. It is folded from the log, dropped and rebuilt at will, and written in
the same transaction. What leaves a view leaves the index. Words come to it folded, so
the plainest tokenizer there is will do: letters beyond ASCII are letters to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.find import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.find import Term
    from inclusion_cli.store.fold import Standing

_COLUMNS = "words, of, content='', contentless_delete=1, tokenize='ascii'"
MADE = (
    "DROP TABLE IF EXISTS findview",
    f"CREATE VIRTUAL TABLE findview USING fts5({_COLUMNS})",
)
_INDEX = "INSERT INTO findview (rowid, words, of) VALUES (?, ?, ?)"
NOBODYS = ("service", "worker")
"""Kinds that are nobody's record and are not searched."""


def put(cursor: Any, standing: Standing) -> None:
    """Let the words of what stands be found."""
    kind = standing.kind
    words = "" if kind in NOBODYS else words_in(kind, standing.fields)
    cursor.execute(_INDEX, (standing.n, words, f"{_file(standing.file)} {_kind(kind)}"))


def drop(cursor: Any, kind: str, record: str) -> None:
    """Let the words of what stood be found no more; its row is still in its view."""
    cursor.execute(
        f"DELETE FROM findview WHERE rowid IN (SELECT n FROM {kind}view "  # noqa: S608
        "WHERE record = ?)",
        (record,),
    )


def asked_for(terms: Iterable[Term], files: Iterable[str], kind: str = "") -> str:
    """Return what FTS5 is asked, "" for nothing; folded words need no escape."""
    own, words = [_file(file) for file in files], [_term(term) for term in terms]
    if not own or not words:
        return ""
    of = [f"of : ({' OR '.join(own)})", *([f"of : {_kind(kind)}"] if kind else [])]
    return " AND ".join([*words, *of])


def _term(term: Term) -> str:
    words = " ".join(term.words)
    return f'words : ("{words}")' if term.whole else f'words : ("{words}" *)'


def _file(file: str) -> str:
    return f"file{file.replace('-', '')}"


def _kind(kind: str) -> str:
    return f"kind{kind}"
