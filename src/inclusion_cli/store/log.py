"""The append-only log: entries, each chained to the one before on its device.

An entry is never updated and never deleted. Its hash covers everything but the body;
the body is covered by a salted commitment, so that a body can lawfully be erased and
the chain still holds. Hashes carry a label for what they are hashes of. See DESIGN
section 5 and trust reference section 6.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from inclusion_cli.domain.record import record
from inclusion_cli.plain import canonical
from inclusion_cli.store import crockford

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUPERSEDES, VOIDS, ANSWERS = "supersedes", "voids", "answers"
REFILED, REFILED_FROM = "refiled", "refiled_from"
"""Left in the wrong file, and in the right one where the record came from."""
NO_LINKS = "[]"
HEAD_SIGNS = 16

_ENTRY, _BODY = b"inclusion/entry/v1\0", b"inclusion/body/v1\0"
_ROOT, _GENESIS = b"inclusion/root/v1\0", b"inclusion/genesis/v1\0"


class Entry(NamedTuple):
    """One immutable item. Times are ISO text, hashes hexadecimal, `links` JSON text.

    `version` is the version of the kind; `record` stays the same across amendments.
    """

    file: str
    id: str
    kind: str
    version: int
    record: str
    device: str
    seq: int
    previous: str
    author: str
    happened_at: str
    recorded_at: str
    zone: str
    clock_flag: int
    links: str
    reason: str
    commitment: str

    def hash(self) -> str:
        """Return the SHA-256 of the entry, as its successor will name it."""
        return hashlib.sha256(_ENTRY + self.text().encode()).hexdigest()

    def text(self) -> str:
        """Return the canonical JSON of the entry (RFC 8785).

        The same as `canonical` of its columns, in a fifth of the time: proving a long
        log is mostly this.
        """
        q = _quoted
        return (
            f'{{"author":{q(self.author)},"clock_flag":{self.clock_flag},'
            f'"commitment":{q(self.commitment)},"device":{q(self.device)},'
            f'"file":{q(self.file)},"happened_at":{q(self.happened_at)},'
            f'"id":{q(self.id)},"kind":{q(self.kind)},"links":{q(self.links)},'
            f'"previous":{q(self.previous)},"reason":{q(self.reason)},'
            f'"record":{q(self.record)},"recorded_at":{q(self.recorded_at)},'
            f'"seq":{self.seq},"version":{self.version},"zone":{q(self.zone)}}}'
        )

    def linked(self, relation: str) -> tuple[str, ...]:
        """Return the ids of the entries it stands in this relation to."""
        if self.links == NO_LINKS:
            return ()
        return tuple(to for kind, to in json.loads(self.links) if kind == relation)


class Written(NamedTuple):
    """An entry as this vault keeps it; the body is None once lawfully erased.

    `n` counts entries as they arrived here; `digest` is the hash kept with the entry.
    """

    entry: Entry
    salt: str | None
    body: str | None
    n: int = 0
    digest: str = ""


COLUMNS = Entry._fields
_quoted = json.encoder.encode_basestring
_NAMES = ", ".join(f"e.{name}" for name in COLUMNS)
_SELECT = (
    f"SELECT {_NAMES}, b.salt, b.body, e.n, e.hash "  # noqa: S608 - our own names
    "FROM entry e LEFT JOIN entry_body b ON b.n = e.n"
)


def commitment(salt: str, body: str) -> str:
    """Return what an entry says of its body without giving it away."""
    return hmac.digest(bytes.fromhex(salt), _BODY + body.encode(), "sha256").hex()


def genesis(vault: str, device: str) -> str:
    """Return what the first entry of a device's chain names as its previous."""
    text = canonical({"vault": vault, "device": device})
    return hashlib.sha256(_GENESIS + text.encode()).hexdigest()


def append(cursor: Any, entry: Entry, *, salt: str, body: str) -> str:
    """Write an entry and its body; return its hash. The caller holds a transaction."""
    digest = entry.hash()
    marks = ", ".join("?" * (len(COLUMNS) + 1))
    cursor.execute(
        f"INSERT INTO entry ({', '.join(COLUMNS)}, hash) VALUES ({marks})",  # noqa: S608
        (*entry, digest),
    )
    cursor.execute(
        "INSERT INTO entry_body (n, salt, body) VALUES (?, ?, ?)",
        (cursor.lastrowid, salt, body),
    )
    return digest


def new_salt() -> str:
    """Return 32 random bytes for a commitment."""
    return os.urandom(32).hex()


def tip(cursor: Any, vault: str, device: str) -> tuple[int, str]:
    """Return the last sequence number and hash of a device's chain."""
    found = cursor.execute(
        "SELECT seq, hash FROM entry WHERE device = ? ORDER BY seq DESC LIMIT 1",
        (device,),
    ).fetchone()
    return found or (0, genesis(vault, device))


def read(cursor: Any, where: str = "", args: tuple[Any, ...] = ()) -> Iterator[Written]:
    """Return entries with their bodies, in the order they arrived."""
    width = len(COLUMNS)
    for row in cursor.execute(f"{_SELECT} {where} ORDER BY e.n", args):
        yield Written(Entry(*row[:width]), *row[width:])


def count(cursor: Any) -> int:
    """Return the number of entries."""
    return int(cursor.execute("SELECT count(*) FROM entry").fetchone()[0])


# --- the head code ------------------------------------------------------------------


@record
class Head:
    """The code of the whole log, and how many entries it stands for."""

    code: str
    entries: int

    def words(self) -> str:
        """Return the code and count as they are printed."""
        return f"{self.code} · {self.entries:,}"


def head(cursor: Any, *, first: int | None = None) -> Head:
    """Return the head of the log, or of its first entries in order of arrival."""
    entries = count(cursor) if first is None else first
    tips = _tips(cursor) if first is None else _tips_among(cursor, first)
    return Head(head_code(tips), entries)


def _tips(cursor: Any) -> list[tuple[str, int, str]]:
    """Return the last entry of every device's chain that has one."""
    devices = cursor.execute("SELECT id FROM device").fetchall()
    found = (
        cursor.execute(
            "SELECT device, seq, hash FROM entry WHERE device = ? "
            "ORDER BY seq DESC LIMIT 1",
            device,
        ).fetchone()
        for device in devices
    )
    return [tip for tip in found if tip]


def _tips_among(cursor: Any, first: int) -> list[tuple[str, int, str]]:
    """Return the last entry of every device's chain among those that came first."""
    rows: list[tuple[str, int, str]] = cursor.execute(
        "SELECT device, max(seq), hash FROM (SELECT device, seq, hash FROM entry "
        "ORDER BY n LIMIT ?) GROUP BY device",
        (first,),
    ).fetchall()
    return rows


def head_code(tips: Iterable[tuple[str, int, str]]) -> str:
    """Return 16 signs (80 bits) for the last entry of every device's chain."""
    text = canonical(sorted([list(tip) for tip in tips]))
    digest = hashlib.sha256(_ROOT + text.encode()).digest()
    return crockford.written(int.from_bytes(digest[:10], "big"), HEAD_SIGNS)
