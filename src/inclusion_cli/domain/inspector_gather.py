"""What an inspector's pack needs of each file, met one by one and then let go of.

Ids and numbers alone: no words of anybody, and nobody's name. The thread of two or
three people, with their words and without names, is made apart.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain import measures
from inclusion_cli.domain.action_standing import done_actions, overdue
from inclusion_cli.domain.concerns import missing
from inclusion_cli.domain.consent_standing import counts
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.disclosed import still_asked
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.incident_owed import owed
from inclusion_cli.domain.naming import everything
from inclusion_cli.domain.numbers import person_numbers
from inclusion_cli.domain.numbers_total import Adding
from inclusion_cli.domain.read_ticks import ticks
from inclusion_cli.domain.restrictions import register

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.incident import AfterAction, Incident
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.registered import Registered
    from inclusion_cli.domain.safety import ServiceRecords

YEAR = timedelta(days=365)
ISOLATION = ("ucla_3", "ons_direct")
IDS_KEPT = 6
"""How many records are named behind one number; the rest are counted."""


class Gathered:
    """What was met so far, over the year up to now."""

    def __init__(self, now: datetime, defaults: Defaults = SHIPPED) -> None:
        self.now, self.on, self.defaults = now, now.date(), defaults
        self.first = self.on - YEAR
        self.ids: dict[str, list[str]] = {}
        self.people = self.met = 0
        self.newest: datetime | None = None
        self.limits: list[Registered] = []
        self.concerns: list[Kept[SafeguardingConcern]] = []
        self.incidents: list[Kept[Incident]] = []
        self.changes: list[int] = []
        self.numbers = Adding(IDS_KEPT)

    def of(self, name: str) -> tuple[str, ...]:
        """Return the ids of what was met under a name."""
        return tuple(self.ids.get(name, ()))

    def meet(self, case: Casefile) -> None:
        """Take what is needed of one file."""
        self.met += 1
        for kept in everything(case):
            if self.newest is None or kept.recorded_at > self.newest:
                self.newest = kept.recorded_at
        if case.person.record.closed_on is None:
            self.people += 1
            self._papers(case)
        self._safety(case)
        self._voices(case)
        self._measures(case)
        told = person_numbers(
            case,
            now=self.now,
            first=self.first,
            last=self.on,
            defaults=self.defaults,
        )
        self.numbers.add(told)

    def _add(self, name: str, found: Iterable[Kept[Any]]) -> None:
        self.ids.setdefault(name, []).extend(kept.id for kept in found)

    def _since(self, found: Iterable[Kept[Any]]) -> list[Kept[Any]]:
        return [kept for kept in found if self.first <= kept.on <= self.on]

    def _papers(self, case: Casefile) -> None:
        """Take what everybody should have: a formulation, signed and read; a card."""
        formulation = case.formulation
        if formulation:
            signed = formulation.record.is_signed
            self._add("signed" if signed else "draft", [formulation])
            version = formulation.record.version
            read = [tick for tick in ticks(case) if tick.record.version == version]
            self._add("read" if read else "unread", [formulation])
            self._add(
                "disagreed", [formulation] * bool(formulation.record.disagreements)
            )
        self._add("cards", [case.card] if case.card else [])
        self._add("characteristics", case.safety.characteristics[-1:])

    def _safety(self, case: Casefile) -> None:
        safety, on = case.safety, self.on
        self.limits += [
            one
            for one in register(case, on=on)
            if one.in_force or (one.ended_on and one.ended_on >= self.first)
        ]
        self.concerns += self._since(safety.concerns)
        self.incidents += self._since(safety.incidents)
        self.owed(safety.incidents, safety.after_actions)
        self._add("case_reviews", self._since(safety.case_reviews))
        self._add("after_actions", self._since(safety.after_actions))
        self.actions(safety.actions)
        for kept in safety.consents:
            standing = "held" if counts(case, kept, on=on) else "not_held"
            taken_back = kept.record.withdrawn_on is not None
            self._add("taken_back" if taken_back else standing, [kept])
        self.disclosures(safety.disclosures)
        self._add("risk_decisions", self._since(safety.risk_decisions))
        self._add("risk_outcomes", self._since(safety.risk_outcomes))

    def ours(self, records: ServiceRecords) -> None:
        """Take what stands in the service's own file, and is of nobody."""
        incidents = self._since(records.incidents)
        self.incidents += incidents
        self._add("ours", incidents)
        self.owed(records.incidents, records.after_actions)
        self._add("after_actions", self._since(records.after_actions))
        self.actions(records.actions)
        self.disclosures(records.disclosures)

    def owed(
        self,
        incidents: Iterable[Kept[Incident]],
        reviews: Iterable[Kept[AfterAction]],
    ) -> None:
        """Take the incidents that are closed, with calls or a review still owed."""
        closed = [kept for kept in incidents if kept.record.closed_on]
        reviews = tuple(reviews)
        left = [k for k in closed if owed(k, reviews, now=self.now).anything]
        self._add("closed_and_owed", left)

    def actions(self, found: Iterable[Kept[Any]]) -> None:
        """Take actions: done, with evidence, seen to have worked, past their day."""
        found = tuple(found)
        done = [
            kept
            for kept in done_actions(found, on=self.on)
            if kept.record.done_on and kept.record.done_on >= self.first
        ]
        self._add("actions", found)
        self._add("done", done)
        self._add("with_evidence", [kept for kept in done if kept.record.evidence])
        self._add("looked_at_again", [k for k in done if k.record.worked is not None])
        self._add("overdue", overdue(found, on=self.on))

    def disclosures(self, found: Iterable[Kept[Any]]) -> None:
        """Take what was told to others, and what of it without consent."""
        found = self._since(found)
        self._add("disclosures", found)
        without = [k for k in found if k.record.rests is Rests.WITHOUT_CONSENT]
        self._add("without_consent", without)
        self._add("no_grounds", [k for k in without if still_asked(k.record)])

    def _voices(self, case: Casefile) -> None:
        told = self._since(case.debriefs)
        self._add("debriefs", told)
        self._add("in_own_words", [kept for kept in told if kept.record.words])
        self._add("replies", self._since(case.replies))

    def _measures(self, case: Casefile) -> None:
        """Take who has a score of loneliness, and how it changed between two."""
        there = [key for key in ISOLATION if measures.baseline(case, key)]
        first = measures.baseline(case, there[0]) if there else None
        self._add("baseline" if first else "no_baseline", [first or case.person])
        change = measures.change(case, "ucla_3")
        latest = measures.latest(case, "ucla_3")
        if change and first and latest:
            self.changes.append(change.by)
            self._add("paired", [first, latest])

    def incomplete(self) -> tuple[str, ...]:
        """Return the concerns that lack something they must have."""
        return tuple(kept.id for kept in self.concerns if missing(kept.record))
