"""Reading what stands: records of one kind, and one person's casefile."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.casefile import Casefile, Move
from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.decision import Choice, Decision, Review
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.kinds import KINDS, name_of
from inclusion_cli.domain.near import LONGEST_WINDOW, looks_back_to
from inclusion_cli.domain.observation import Observation
from inclusion_cli.domain.paper import Paper
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Away, Plan, Step
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.recheck import Recheck
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.reply import Reply
from inclusion_cli.domain.safety import (
    NO_SAFETY,
    SAFETY_KINDS,
    SERVICE_KINDS,
    Safety,
    ServiceRecords,
)
from inclusion_cli.domain.service import Service, Worker
from inclusion_cli.errors import NothingFound
from inclusion_cli.plain import from_plain
from inclusion_cli.store import log, near
from inclusion_cli.store.fold import TAKEN_BACK, voided
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.supervision import Supervision
    from inclusion_cli.store.log import Head, Written
    from inclusion_cli.store.vault import Vault

R = TypeVar("R")


class Reading:
    """Read what stands in a vault."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self._cursor = vault.connection.cursor()

    def all(self, kind: type[R], **where: str) -> tuple[Kept[R], ...]:
        """Return every standing record of a kind, in order of time.

        `where` names columns of the view: record, file; of people also code.
        """
        clause = " AND ".join(f"v.{column} = ?" for column in where) or "1"
        return self.where(kind, clause, *where.values())

    def where(self, kind: type[R], clause: str, *args: str) -> tuple[Kept[R], ...]:
        """Return the standing records of a kind that a clause picks, in order of time.

        `v` is the view, `b` the body. The clause is ours, never somebody's text.
        """
        rows = self._cursor.execute(
            f"SELECT {near.COLUMNS} FROM {name_of(kind)}view v "  # noqa: S608 - our own names
            "JOIN entry_body b ON b.n = v.n "
            f"WHERE {clause} ORDER BY {near.IN_TIME}",
            args,
        ).fetchall()
        return tuple([kept_from(kind, row) for row in rows])

    def newest(self, kind: type[R], **where: str) -> Kept[R] | None:
        """Return the latest standing record of a kind."""
        found = self.all(kind, **where)
        return found[-1] if found else None

    def get(self, kind: type[R], record: str) -> Kept[R]:
        """Return one record. Raises NothingFound."""
        found = self.all(kind, record=record)
        if not found:
            raise NothingFound(
                say(
                    "There is no such {name_of} any more. Run the command again.",
                    name_of=name_of(kind),
                )
            )
        return found[0]

    def people(self) -> tuple[Kept[Person], ...]:
        """Return everybody, closed files too, in order of code number."""
        people = self.all(Person)
        return tuple(sorted(people, key=lambda kept: kept.record.code.rpartition("-")))

    def files(self) -> tuple[str, ...]:
        """Return the file of everybody, in order of code number, and nothing more.

        Ten thousand people are read one by one without holding all their names.
        """
        rows = self._cursor.execute("SELECT code, file FROM personview").fetchall()
        rows.sort(key=lambda row: row[0].rpartition("-"))
        return tuple([file for _code, file in rows])

    def service(self) -> Kept[Service] | None:
        """Return the service, once it is set up."""
        return self.newest(Service)

    def workers(self) -> tuple[Kept[Worker], ...]:
        """Return the key workers who write here."""
        return self.all(Worker)

    def casefile(self, file: str) -> Casefile:
        """Return everything that stands in one person's file."""
        card = self.newest(Card, file=file)
        formulations = self.all(Formulation, file=file)
        return Casefile(
            person=self.all(Person, file=file)[0],
            formulation=formulations[-1] if formulations else None,
            formulations=formulations,
            plan=self.newest(Plan, file=file),
            steps=self.all(Step, file=file),
            debriefs=self.all(Debrief, file=file),
            sessions=self.all(Session, file=file),
            reviews=self.all(Review, file=file),
            decisions=self.all(Decision, file=file),
            card=card,
            card_days=self._days_written(card),
            aways=self.all(Away, file=file),
            papers=self.all(Paper, file=file),
            observations=self.all(Observation, file=file),
            preparations=self.all(Preparation, file=file),
            rechecks=self.all(Recheck, file=file),
            replies=self.all(Reply, file=file),
            safety=self._safety(file),
            formulation_times=self._times_written(formulations[-1:]),
        )

    def near(self, file: str, *, now: datetime) -> Casefile:
        """Return a person's file without what is long past and settled.

        What is due today is the same as from the whole file, and the time it takes does
        not grow with the years. Which day is long past is `domain.near`'s to say.
        """
        card = self.newest(Card, file=file)
        formulations = self.all(Formulation, file=file)
        bare = Casefile(
            person=self.all(Person, file=file)[0],
            formulation=formulations[-1] if formulations else None,
            formulations=formulations,
            plan=self.newest(Plan, file=file),
            steps=self.all(Step, file=file),
            moves=self._moves(file, before=near.NEVER),
            card=card,
            aways=self.all(Away, file=file),
            papers=self.where(Paper, near.LATEST_PAPERS, file),
        )
        first = looks_back_to(bare, today=now.date())
        since, longest = first.isoformat(), first - timedelta(days=LONGEST_WINDOW)
        return replace(
            bare,
            card_days=self._days_written(card, longest.isoformat()),
            debriefs=self._or_waiting(Debrief, file, since, grave=near.GRAVE),
            sessions=self.where(Session, "v.file = ? AND NOT v.settled", file),
            reviews=self.where(Review, near.SINCE, file, since),
            decisions=self.where(Decision, near.SINCE, file, since),
            moves=self._moves(file, before=since),
            observations=self._or_waiting(Observation, file, since, only=near.TELLING),
            preparations=self.where(Preparation, near.SINCE, file, since),
            rechecks=self.where(Recheck, near.SINCE, file, since),
            replies=self.where(Reply, near.SINCE, file, since),
            safety=self._safety(file, since),
        )

    def _safety(self, file: str, since: str = "") -> Safety:
        """Return what stands beside the ladder; only what is near, where `since` is."""
        if since:
            rows = self._cursor.execute(near.SAFETY_NEAR, (file, since)).fetchall()
        else:
            rows = self._cursor.execute(near.SAFETY, (file,)).fetchall()
        if not rows:
            return NO_SAFETY
        found: dict[str, list[Kept[Any]]] = {}
        for kind, *row in rows:
            of_kind = found.setdefault(SAFETY_KINDS[kind], [])
            of_kind.append(kept_from(KINDS[kind], tuple(row)))
        return Safety(
            **{
                name: tuple(sorted(kept, key=lambda one: one.order))
                for name, kept in found.items()
            }
        )

    def service_records(self, worker: str) -> ServiceRecords:
        """Return what stands in the service's file, and a worker's supervisions."""
        file = self.service_file()
        found: dict[str, Any] = {
            name: self.of_kind(kind, "v.file = ?", file)
            for kind, name in SERVICE_KINDS.items()
        }
        mine = self.of_kind("supervision", "v.worker = ?", worker)
        return ServiceRecords(**found, supervisions=mine, agreed=self._agreed(mine))

    def service_near(self, worker: str) -> ServiceRecords:
        """Return what home needs of it: what is open, the audited month, a meeting."""
        file = self.service_file()
        mine = self.of_kind("supervision", "v.worker = ?", worker)
        return ServiceRecords(
            actions=self.of_kind(
                "action", "v.file = ? AND (v.done_on IS NULL OR v.worked IS NULL)", file
            ),
            after_actions=self.of_kind("after_action", "v.file = ?", file),
            incidents=self.of_kind(
                "incident", f"v.file = ? AND ({near.INCIDENT_OWES})", file
            ),
            ladders=self.of_kind("call_ladder", "v.file = ?", file)[-1:],
            supervisions=mine[-1:],
            agreed=self._agreed(mine, "v.file = ? AND v.done_on IS NULL"),
            audited=self._audited(file),
        )

    def _audited(self, file: str) -> str:
        """Return the latest month of which an audit was kept, "" for none."""
        found = "SELECT max(month) FROM auditview WHERE file = ?"
        return str(self._cursor.execute(found, (file,)).fetchone()[0] or "")

    def jumped(self) -> frozenset[str]:
        """Return the entries written while this computer's clock had jumped."""
        rows = self._cursor.execute("SELECT id FROM entry WHERE clock_flag <> 0")
        return frozenset(row[0] for row in rows)

    def _agreed(
        self, mine: tuple[Kept[Supervision], ...], clause: str = "v.file = ?"
    ) -> tuple[Kept[Action], ...]:
        """Return the actions in a worker's own file; none before they have one."""
        return self.of_kind("action", clause, mine[-1].file) if mine else ()

    def of_kind(self, kind: str, clause: str, *args: str) -> tuple[Kept[Any], ...]:
        """Return records of a kind by its name; its class is loaded if there are any.

        The clause is ours, never somebody's text.
        """
        found = (
            f"SELECT 1 FROM {kind}view v "  # noqa: S608 - our own names
            f"JOIN entry_body b ON b.n = v.n WHERE {clause} LIMIT 1"
        )
        if self._cursor.execute(found, args).fetchone() is None:
            return ()
        return self.where(KINDS[kind], clause, *args)

    def service_file(self) -> str:
        """Return the service's own file. Raises NothingFound before it is set up."""
        kept = self.service()
        if kept is None:
            raise NothingFound(say("Nobody has set up this vault. Run: inclusion init"))
        return kept.file

    def _moves(self, file: str, *, before: str) -> tuple[Move, ...]:
        """Return what the decisions before a day did to the ladder, in order."""
        rows = self._cursor.execute(near.MOVES, (file, before)).fetchall()
        return tuple(
            [
                Move(step, Choice(choice), to, datetime.fromisoformat(at))
                for step, choice, to, at in rows
            ]
        )

    def _or_waiting(
        self, kind: type[R], file: str, since: str, *, only: str = "", grave: str = ""
    ) -> tuple[Kept[R], ...]:
        """Return the records of a kind since a day, and earlier ones that wait."""
        clause = near.SINCE_OR_WAITING.format(kind=name_of(kind), only=only) + grave
        return self.where(kind, clause, file, since, file, *([since] if grave else []))

    def _days_written(
        self, card: Kept[Card] | None, since: str = ""
    ) -> tuple[date, ...]:
        """Return the days on which versions of the card were written and count."""
        times = self._times_written((card,) if card else (), since)
        return tuple(sorted(at.date() for at in times))

    def _times_written(
        self, found: tuple[Kept[Any], ...], since: str = ""
    ) -> tuple[datetime, ...]:
        """Return when versions of a record were written that count, in order."""
        if not found:
            return ()
        where, args = "WHERE e.record = ? AND e.happened_at >= ?", (found[0].id, since)
        written = tuple(self.entries(where, args))
        gone = voided(written)
        times = (
            datetime.fromisoformat(w.entry.happened_at)
            for w in written
            if w.entry.kind != TAKEN_BACK and w.entry.id not in gone
        )
        return tuple(sorted(times))

    def entries(self, where: str, args: tuple[Any, ...]) -> Iterator[Written]:
        """Return entries of the log that fit, in order of arrival."""
        return log.read(self._cursor, where, args)

    def entries_in(self, file: str) -> int:
        """Return how many entries a file has, to notice that something was added."""
        rows = self._cursor.execute(
            "SELECT count(*) FROM entry WHERE file = ?", (file,)
        )
        return int(rows.fetchone()[0])

    def head(self) -> Head:
        """Return the head code of everything in the vault."""
        return log.head(self._cursor)


def kept_from(kind: type[R], row: tuple[Any, ...]) -> Kept[R]:
    """Return a kept record from the columns of its view and its body."""
    record, entry, file, author, happened, recorded, amended, forks, body = row
    return Kept(
        id=record,
        entry=entry,
        file=file,
        record=from_plain(kind, json.loads(body)),
        author=author,
        happened_at=datetime.fromisoformat(happened),
        recorded_at=datetime.fromisoformat(recorded),
        amended=amended,
        forks=forks,
    )
