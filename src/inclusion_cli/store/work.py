"""One unit of work: everything in it is kept, or nothing is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Self, TypeVar

from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.kinds import VERSIONS, kind_of
from inclusion_cli.errors import ChangedMeanwhile
from inclusion_cli.plain import canonical, plain
from inclusion_cli.store import log
from inclusion_cli.store.drafts import clear, nobody_elses
from inclusion_cli.store.fold import TAKEN_BACK, alive_and_heads, fold_record
from inclusion_cli.store.last_save import (
    OF_THE_LAST_SAVE,
    SINCE_THE_LAST_SAVE,
    trace_of,
)
from inclusion_cli.store.left import refuse_closed
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import honest, undo
from inclusion_cli.store.view_tables import TABLES
from inclusion_cli.store.views import views_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from types import TracebackType

    from inclusion_cli.clock import Clock
    from inclusion_cli.domain.kept import Trace
    from inclusion_cli.store.drafts import Mine
    from inclusion_cli.store.log import Entry, Written
    from inclusion_cli.store.vault import Vault

R = TypeVar("R")
Links = tuple[tuple[str, str], ...]
CLOCK_BACK_SECONDS, CLOCK_AHEAD_DAYS = 120, 31


class Work(Reading):
    """Read and write in one transaction; leaving it in peace keeps everything."""

    def __init__(
        self, vault: Vault, clock: Clock, author: str, *, mine: Mine = nobody_elses
    ) -> None:
        super().__init__(vault)
        self.clock, self.author, self._mine = clock, author, mine
        self._views = views_of(vault)
        self._recorded: datetime | None = None

    def __enter__(self) -> Self:
        """Begin. Raises Busy where another window does not finish."""
        with honest(self.vault.folder):
            self._cursor.execute("BEGIN IMMEDIATE")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Keep everything, or nothing after an error. Raises DiskFull or DiskFailed."""
        try:
            with honest(self.vault.folder):
                if error is not None:
                    raise error
                self._keep()
        finally:
            undo(self.vault.connection)

    def _keep(self) -> None:
        """Make what was written stay; what is not kept is undone."""
        self._cursor.execute("COMMIT")

    # --- writing --------------------------------------------------------------------

    def new_file(self) -> str:
        """Return the id of a new file: a person's, or the service's."""
        return self.clock.new_id()

    def add(
        self,
        record: R,
        *,
        file: str,
        happened_at: datetime | None = None,
        answers: str = "",
        record_id: str = "",
    ) -> Kept[R]:
        """Write a record that rests on `answers`; its id may be on a paper."""
        refuse_closed(self, record, file)
        links: Links = ((log.ANSWERS, answers),) if answers else ()
        at, new_id = happened_at or self.clock.now(), record_id or self.clock.new_id()
        return self._write(record, file, new_id, at, links)

    def amend(
        self,
        old: Kept[R],
        record: R,
        *,
        reason: str,
        happened_at: datetime | None = None,
    ) -> Kept[R]:
        """Write a new version over the one that was read and every fork beside it.

        Raises ChangedMeanwhile where those no longer stand; FileClosed.
        """
        refuse_closed(self, record, old.file)
        return self.correct(old, record, reason=reason, happened_at=happened_at)

    def correct(
        self,
        old: Kept[R],
        record: R,
        *,
        reason: str,
        happened_at: datetime | None = None,
    ) -> Kept[R]:
        """Write what a record should have said; a closed file is put right, too.

        Raises ChangedMeanwhile.
        """
        self._refuse_changed(old)
        at = happened_at or old.happened_at
        heads = [old.entry] if old.forks == 1 else self._heads(old.id)
        links: Links = tuple((log.SUPERSEDES, head) for head in heads)
        return self._write(record, old.file, old.id, at, links, reason)

    def refile(
        self, old: Kept[R], record: R, *, file: str, reason: str, left: str
    ) -> Kept[R]:
        """Write a record anew in the right file, and void it in the wrong one.

        `reason` stands with the new one; `left` is all that the wrong file keeps.
        Raises ChangedMeanwhile where what was read no longer stands; FileClosed.
        """
        self._refuse_changed(old)
        refuse_closed(self, record, file)
        alive, _heads = alive_and_heads(self._versions(old.id))
        new_id, came = self.clock.new_id(), ((log.REFILED_FROM, old.entry),)
        kept = self._write(record, file, new_id, old.happened_at, came, reason)
        gone = tuple((log.VOIDS, one.entry.id) for one in alive)
        links: Links = (*gone, (log.REFILED, old.entry))
        self._void(kind_of(old.record), old.file, old.id, links, left)
        return kept

    def _refuse_changed(self, old: Kept[R]) -> None:
        newest = self.get(type(old.record), old.id)
        if (newest.entry, newest.forks) != (old.entry, old.forks):
            raise ChangedMeanwhile(say("This {kind_of}", kind_of=kind_of(old.record)))

    def _versions(self, record: str) -> tuple[Written, ...]:
        return tuple(log.read(self._cursor, "WHERE e.record = ?", (record,)))

    def _heads(self, record: str) -> list[str]:
        """Return the versions that claim to be newest: what a new one settles."""
        return [w.entry.id for w in alive_and_heads(self._versions(record))[1]]

    def take_back(self, trace: Trace, *, reason: str) -> None:
        """Void an entry: it stays in the log and no longer counts."""
        links = ((log.VOIDS, trace.entry),)
        self._void(trace.kind, trace.file, trace.record, links, reason)

    def withdraw(self, kept: Kept[R], *, reason: str) -> None:
        """Void what stands of a record: an earlier version stands again, or none."""
        links = ((log.VOIDS, kept.entry),)
        self._void(kind_of(kept.record), kept.file, kept.id, links, reason)

    def _void(self, kind: str, file: str, record: str, links: Links, why: str) -> None:
        self._append(
            kind=TAKEN_BACK,
            version=1,
            file=file,
            record_id=record,
            happened_at=self.clock.now(),
            links=links,
            reason=why,
            body=canonical({}),
        )
        self._refresh(record, kind)

    def last_written(self) -> tuple[Trace, ...]:
        """Return the entries of this author's last save here, newest last.

        Entries of one save share their moment of recording. That a paper was made, or
        that something was told, is no save; what became of a paper is.
        """
        mine = (self.author, self.vault.device)
        return self._traces(OF_THE_LAST_SAVE, (*mine, *mine))

    def last_told(self) -> tuple[Trace, ...]:
        """Return what this author printed and told since the last save, newest last."""
        mine = (self.author, self.vault.device)
        return self._traces(SINCE_THE_LAST_SAVE, (*mine, *mine))

    def _traces(self, where: str, told: tuple[str, ...]) -> tuple[Trace, ...]:
        """Return entries of the log without their words."""
        return tuple(map(trace_of, log.read(self._cursor, where, told)))

    def clear_draft(self, subject: str, form: str) -> None:
        """Throw the finished draft away, in the same transaction."""
        clear(self._cursor, subject, form, mine=self._mine)

    def _write(
        self,
        record: R,
        file: str,
        record_id: str,
        happened_at: datetime,
        links: Links,
        reason: str = "",
    ) -> Kept[R]:
        kind = kind_of(record)
        entry = self._append(
            kind=kind,
            version=VERSIONS[kind],
            file=file,
            record_id=record_id,
            happened_at=happened_at,
            links=links,
            reason=reason,
            body=canonical(plain(record)),
        )
        self._refresh(record_id, kind)
        return Kept(
            id=record_id,
            entry=entry.id,
            file=file,
            record=record,
            author=self.author,
            happened_at=happened_at,
            recorded_at=datetime.fromisoformat(entry.recorded_at),
        )

    def _append(
        self,
        *,
        kind: str,
        version: int,
        file: str,
        record_id: str,
        happened_at: datetime,
        links: Links,
        reason: str,
        body: str,
    ) -> Entry:
        now, salt = self._moment(), log.new_salt()
        seq, previous = log.tip(self._cursor, self.vault.id, self.vault.device)
        entry = log.Entry(
            file=file,
            id=self.clock.new_id(),
            kind=kind,
            version=version,
            record=record_id,
            device=self.vault.device,
            seq=seq + 1,
            previous=previous,
            author=self.author,
            happened_at=happened_at.isoformat(),
            recorded_at=now.astimezone(UTC).isoformat(timespec="microseconds"),
            zone=now.strftime("%z"),
            clock_flag=self._clock_flag(now),
            links=canonical([list(link) for link in links]),
            reason=reason,
            commitment=log.commitment(salt, body),
        )
        log.append(self._cursor, entry, salt=salt, body=body)
        return entry

    def _moment(self) -> datetime:
        """Return when this save is recorded: one moment for all of it, its own."""
        if self._recorded is None:
            self._recorded = now = self.clock.now()
            last = self._last_recorded()
            if last and now <= last < now + timedelta(seconds=CLOCK_BACK_SECONDS):
                self._recorded = last + timedelta(microseconds=1)
        return self._recorded

    def _last_recorded(self) -> datetime | None:
        found = self._cursor.execute(
            "SELECT recorded_at FROM entry WHERE device = ? ORDER BY seq DESC LIMIT 1",
            (self.vault.device,),
        ).fetchone()
        return datetime.fromisoformat(found[0]) if found else None

    def _clock_flag(self, now: datetime) -> int:
        """Return 1 where this computer's clock has jumped since the last entry."""
        last = self._last_recorded() or now
        back = timedelta(seconds=CLOCK_BACK_SECONDS)
        return int(now < last - back or now > last + timedelta(days=CLOCK_AHEAD_DAYS))

    def _refresh(self, record_id: str, kind: str) -> None:
        """Fold one record anew into its view."""
        versions = self._versions(record_id)
        standing = fold_record(versions)
        if standing:
            self._views.put(standing)
            return
        for gone in {kind, *(w.entry.kind for w in versions)} & TABLES.keys():
            self._views.drop(gone, record_id)
