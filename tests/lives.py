"""Vaults lived in for years, for measuring: many people, every kind of record.

Everything is made from one seed. Entries are chained as the program chains them; the
views are folded from them at the end.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.service import set_up_service
from inclusion_cli.clock import Clock
from inclusion_cli.domain.card import Action, Card, Contact, Sign, Stage
from inclusion_cli.domain.debrief import (
    Concern,
    Debrief,
    Happened,
    Outcome,
    Session,
    SignSeen,
    Tried,
    Word,
)
from inclusion_cli.domain.decision import Choice, Decision, Evidence, Review
from inclusion_cli.domain.formulation import (
    Control,
    ControlKind,
    Formulation,
    Trigger,
    TriggerKind,
)
from inclusion_cli.domain.kinds import VERSIONS, kind_of
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Plan, Step
from inclusion_cli.plain import canonical, plain
from inclusion_cli.shipped import starters
from inclusion_cli.store import keys, log
from inclusion_cli.store.vault import create
from inclusion_cli.store.views import rebuild
from inclusion_cli.store.work import Work

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

SEED = 20261125
FIRST_STEPS = 5
WEEKS_IN_A_YEAR = 52
OUTCOMES = (Outcome.ATTENDED_FULL,) * 8 + (
    Outcome.LEFT_BY_CHOICE,
    Outcome.CHOSE_NOT_TO,
    Outcome.CANCELLED_BY_SERVICE,
)
SERVICE = {"worker": "Sam", "role": "key worker", "service": "S", "nation": "england"}
WORDS = (
    "It was loud at first but I stayed for my tea and sat by the window. "
    "The man at the till said hello and I said hello back."
)


EVERY_OTHER_DAY = (1, 3, 5)


def lived(
    folder: Path,
    *,
    people: int,
    weeks: int,
    now: datetime,
    days: tuple[int, ...] = EVERY_OTHER_DAY,
) -> int:
    """Make a practice vault of so many people and weeks; return its entries.

    `days` are those of a week on which each person has a session, Monday being 0.
    """
    data_key = bytes(range(32))
    key = keys.seal_for_practice(data_key, vault="lives")
    vault = create(folder, key, data_key, device="lives", made_at=now.isoformat())
    rebuild(vault)
    with Work(vault, Clock(now), "") as work:
        set_up_service(work, SERVICE)
    writer = _Writer(vault, now)
    vault.connection.execute("BEGIN IMMEDIATE")
    for number in range(1, people + 1):
        _Life(writer, number, weeks, days).live()
    vault.connection.execute("COMMIT")
    rebuild(vault)
    entries = log.count(vault.connection.cursor())
    vault.close()
    return entries


class _Writer:
    """Append entries in the order they were recorded, as one device does."""

    def __init__(self, vault: Any, now: datetime) -> None:
        self.cursor, self.vault, self.now = vault.connection.cursor(), vault, now
        self.seq, self.previous = log.tip(self.cursor, vault.id, vault.device)
        self.clock = Clock(now)

    def write(
        self, record: Any, file: str, at: datetime, old: tuple[str, str] | None = None
    ) -> tuple[str, str]:
        """Write a record, or a version over an old one; return its id and entry."""
        kind, salt, body = kind_of(record), log.new_salt(), canonical(plain(record))
        entry_id = self.clock.new_id()
        record_id = old[0] if old else entry_id
        links = canonical([[log.SUPERSEDES, old[1]]]) if old else log.NO_LINKS
        self.seq += 1
        entry = log.Entry(
            file, entry_id, kind, VERSIONS[kind], record_id, self.vault.device,
            self.seq, self.previous, "bench", at.isoformat(), at.isoformat(), "+0000",
            0, links, "new version" if old else "", log.commitment(salt, body),
        )  # fmt: skip
        self.previous = log.append(self.cursor, entry, salt=salt, body=body)
        return record_id, entry_id


@dataclass
class _Rung:
    """A step of the ladder: its id and its number."""

    id: str
    number: int


class _Life:
    """One person's years: sessions each week, a review every four."""

    def __init__(
        self, writer: _Writer, number: int, weeks: int, days: tuple[int, ...]
    ) -> None:
        self.write, self.weeks, self.number = writer.write, weeks, number
        self.days = days
        self.random = random.Random(f"{SEED}-{number}")  # noqa: S311 - not a secret
        self.file = writer.clock.new_id()
        self.first = (writer.now - timedelta(weeks=weeks)).replace(
            hour=10, minute=0, second=0, microsecond=0
        )
        self.rungs: list[_Rung] = []
        self.at = 0
        self.recent: list[str] = []
        self.criteria = starters()[0].criteria

    def live(self) -> None:
        """Write everything, from the first week to the last."""
        self._begin(self.first)
        for week in range(self.weeks):
            monday = self.first + timedelta(weeks=week)
            if week and week % WEEKS_IN_A_YEAR == 0:
                self._add_step(monday)
            if week and week % 26 == 0:
                self._renew(monday)
            for day in self.days:
                self._session(monday + timedelta(days=day))
            self._observe(monday + timedelta(days=6))
            if week % 4 == 3:
                self._review(monday + timedelta(days=6, hours=2), week)

    def _begin(self, at: datetime) -> None:
        code = f"PX-{self.number:03}"
        self._put(Person(code, f"Practice {self.number}", f"P{self.number}"), at)
        self.formulation = self._put(_formulation(1, at.date()), at)
        self.plan = self._put(Plan("A tea in the corner cafe", 3, 56), at)[0]
        for _step in range(FIRST_STEPS):
            self._add_step(at)
        self.card = self._put(_card(1), at)
        rung = self.rungs[0].id
        self._put(Decision(rung, Choice.START, at.date(), rung, agreed_with="All"), at)

    def _put(
        self, record: Any, at: datetime, old: tuple[str, str] | None = None
    ) -> tuple[str, str]:
        return self.write(record, self.file, at, old)

    def _add_step(self, at: datetime) -> None:
        number = len(self.rungs) + 1
        step = Step(
            self.plan, number, f"Walk to the place numbered {number}", "The canal path",
            "10am", 30, 6 - min(number, 6), ("t1",), self.criteria, "They will stare",
        )  # fmt: skip
        self.rungs.append(_Rung(self._put(step, at)[0], number))

    def _renew(self, at: datetime) -> None:
        version = self.number + int((at - self.first).days)
        self.formulation = self._put(
            _formulation(version, at.date()), at, self.formulation
        )
        self.card = self._put(_card(version), at, self.card)
        for holder in Holder:
            copy = Paper(
                PaperKind.CARD, at.date(), "P", "to carry", version, "a4", holder
            )
            self._put(copy, at)

    def _session(self, day: datetime) -> None:
        at = datetime.combine(day.date(), time(10)).astimezone()
        step = self.rungs[self.at].id
        session = self._put(Session(step, at), at - timedelta(days=5))[0]
        outcome = self.random.choice(OUTCOMES)
        self.recent.append(self._put(self._debrief(session, step, at, outcome), at)[0])

    def _debrief(
        self, session: str, step: str, at: datetime, outcome: Outcome
    ) -> Debrief:
        went, roll = outcome.attended, self.random
        seen = (SignSeen("s2-1", "Sleeps badly", 2),) if roll.random() < 0.1 else ()
        concern = (Concern.MONEY,) if roll.random() < 0.02 else ()
        worry = roll.randint(3, 7)
        return Debrief(
            step=step, at=at, outcome=outcome, session=session,
            worry_before=worry if went else None,
            worry_peak=min(worry + 1, 10) if went else None,
            worry_after=max(worry - 2, 0) if went else None,
            feared=Happened.NO if went else None, signs=seen, concerns=concern,
            words=WORDS if went else "", ready=Word.YES if went else None,
            tried=(Tried("Name what is seen", "m2-1", 6),) if seen else (),
        )  # fmt: skip

    def _observe(self, day: datetime) -> None:
        self._put(Observation(Seen.SLEEP, day, minutes_slept=400), day)

    def _review(self, at: datetime, week: int) -> None:
        rung = self.rungs[self.at]
        cites, self.recent = tuple(self.recent), []
        evidence = (Evidence("3 of the last 4 go ahead", "met", "4 of 4", cites),)
        review = Review(rung.id, at.date(), evidence, Word.YES, "On we go")
        review_id = self._put(review, at)[0]
        choice, to = self._choice(week)
        self._put(
            Decision(
                rung.id, choice, at.date(), to, review_id,
                "They stayed, and said that they want to go on.", "All",
                (at + timedelta(weeks=4)).date(), cites=cites,
            ),
            at,
        )  # fmt: skip
        pack = Paper(PaperKind.REVIEW_PACK, at.date(), "the meeting", "step review")
        self._put(pack, at)

    def _choice(self, week: int) -> tuple[Choice, str]:
        """Return what is decided: up every twelve weeks, at the top one down."""
        if week % 12 != 11:
            return Choice.HOLD, ""
        up = self.at + 1 < len(self.rungs)
        self.at += 1 if up else -1
        return (Choice.PROGRESS if up else Choice.STEP_BACK), self.rungs[self.at].id


def _formulation(version: int, day: date) -> Formulation:
    trigger = Trigger(
        "t1", TriggerKind.CROWDS, "The 8:15 bus when school is out",
        "Gets off early and goes home", "Looks at the door", "Going at 10am",
    )  # fmt: skip
    return Formulation(
        version, "A tea in the corner cafe", "Days alone in the flat", (trigger,),
        ("Walks for miles", "Says when enough is enough"),
        (Control("Go at 10am", ControlKind.ENVIRONMENTAL, "t1"),),
        day + timedelta(weeks=30),
    )  # fmt: skip


def _card(version: int) -> Card:
    stages = tuple(
        Stage(
            n,
            (Sign(f"s{n}-1", f"Sign of stage {n}"),),
            (Action(f"m{n}-1", "Name what is seen"),),
        )
        for n in (1, 2, 3, 4)
    )
    return Card(version, stages, "Being hurried", "none", (Contact("Jo", "0123"),))
