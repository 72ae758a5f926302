"""Reading what was known then: what was recorded, mended or voided later is not read.

Source: practice reference 2.3, "As known then".
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.domain.kinds import KINDS, name_of
from inclusion_cli.domain.safety import SAFETY_KINDS, Safety
from inclusion_cli.store import log
from inclusion_cli.store.fold import Standing, fold
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.records import kept_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.log import Head, Written
    from inclusion_cli.store.vault import Vault

R = TypeVar("R")
AT_ONCE = 8
"""Files whose folded entries are held for the next question about them."""


class ReadingThen(Reading):
    """Read what stood in a vault at an earlier moment, folded from its log."""

    def __init__(self, vault: Vault, moment: datetime) -> None:
        super().__init__(vault)
        self._until = moment.astimezone(UTC).isoformat(timespec="microseconds")
        self._files: dict[str, tuple[Standing, ...]] = {}

    def all(self, kind: type[R], **where: str) -> tuple[Kept[R], ...]:
        """Return every record of a kind as it stood then, in order of time."""
        name, file = name_of(kind), where.pop("file", "")
        stood = self._in_file(file) if file else self._of_kind(name)
        rows = [s for s in stood if s.kind == name and _fits(s, where)]
        return tuple(kept_from(kind, _row(s)) for s in sorted(rows, key=_in_time))

    def _safety(self, file: str, since: str = "") -> Safety:
        """Return what stood beside the ladder then; `near` is only read of today."""
        del since
        return Safety(
            **{
                name: self.all(KINDS[kind], file=file)
                for kind, name in SAFETY_KINDS.items()
            }
        )

    def entries(self, where: str, args: tuple[Any, ...]) -> Iterator[Written]:
        """Return the entries that were recorded by then, in order of arrival."""
        by_then = f"{where} AND e.recorded_at <= ?"
        return log.read(self._cursor, by_then, (*args, self._until))

    def head(self) -> Head:
        """Return the head code of then; that of now where entries came out of order.

        They did where a log was joined with another, or a clock was moved back.
        """
        first, last = self._cursor.execute(
            "SELECT count(*), max(n) FROM entry WHERE recorded_at <= ?", (self._until,)
        ).fetchone()
        arrived = self._cursor.execute(
            "SELECT count(*) FROM entry WHERE n <= ?", (last or 0,)
        ).fetchone()[0]
        if first != arrived:
            return super().head()
        return log.head(self._cursor, first=first)

    def files(self) -> tuple[str, ...]:
        """Return the file of everybody who was there then, in order of code number."""
        return tuple(kept.file for kept in self.people())

    def _in_file(self, file: str) -> tuple[Standing, ...]:
        if file not in self._files:
            if len(self._files) >= AT_ONCE:
                self._files.clear()  # thousands may be read, one after the other
            self._files[file] = fold(self.entries("WHERE e.file = ?", (file,)))
        return self._files[file]

    def _of_kind(self, name: str) -> tuple[Standing, ...]:
        of_kind = "WHERE e.record IN (SELECT record FROM entry WHERE kind = ?)"
        return fold(self.entries(of_kind, (name,)))


def _fits(standing: Standing, where: dict[str, str]) -> bool:
    own = standing._asdict()
    return all(
        (own[name] if name in own else standing.fields[name]) == value
        for name, value in where.items()
    )


def _in_time(standing: Standing) -> tuple[float, str, str]:
    at = datetime.fromisoformat(standing.happened_at).timestamp()
    return at, standing.recorded_at, standing.record


def _row(standing: Standing) -> tuple[Any, ...]:
    return (
        standing.record,
        standing.entry,
        standing.file,
        standing.author,
        standing.happened_at,
        standing.recorded_at,
        standing.amended,
        standing.forks,
        standing.body,
    )
