"""Reading what stands: one person's casefile, and what the service has."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.domain.card import Card
from inclusion_cli.domain.casefile import Casefile, Move
from inclusion_cli.domain.debrief import Debrief, Session
from inclusion_cli.domain.decision import Choice, Decision, Review
from inclusion_cli.domain.formulation import Formulation
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
from inclusion_cli.store import near
from inclusion_cli.store.fold import TAKEN_BACK, voided
from inclusion_cli.store.records import Records, kept_from
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.measure import Measure
    from inclusion_cli.domain.supervision import Supervision

R = TypeVar("R")


class Reading(Records):
    """Read what stands in a vault."""

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
        if since and "measures" in found:
            found["measures"] += self._unspoken(file, found["measures"])
        return Safety(
            **{
                name: tuple(sorted(kept, key=lambda one: one.order))
                for name, kept in found.items()
            }
        )

    def _unspoken(
        self, file: str, known: list[Kept[Measure]]
    ) -> Iterator[Kept[Measure]]:
        """Return earlier measures that are to be spoken about still, however old."""
        from inclusion_cli.domain import measure_due  # noqa: PLC0415 - few have any

        ids = {kept.id for kept in known}
        measures = [
            kept
            for name in measure_due.SPOKEN_ABOUT
            for kept in self.of_kind("measure", near.MEASURED, file, name)
            if kept.id not in ids
        ]
        if measures:
            tells = json.dumps([seen.value for seen in measure_due.TELLS])
            rows = self._cursor.execute(near.ANSWERS, (file, tells)).fetchall()
            answers = [
                (datetime.fromisoformat(at).date(), datetime.fromisoformat(recorded))
                for at, recorded in rows
            ]
            yield from measure_due.unanswered(measures, answers)

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
