"""Why: what stands behind a record, a person's standing, or a line of home."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.alarms import Alarm, alarms
from inclusion_cli.domain.criteria import RESPONSE_WORDS
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.decision import Decision, Evidence, Review
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.due_rules import rule_of
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.late import days_late
from inclusion_cli.domain.naming import everything, names_of
from inclusion_cli.domain.observation import Observation
from inclusion_cli.domain.pack_ladder import ANSWER_WORDS
from inclusion_cli.domain.record import record
from inclusion_cli.domain.review import ReviewTable, review_table
from inclusion_cli.domain.standing import Standing, standing
from inclusion_cli.domain.ties import Tie, rest_on, rests_on, tie
from inclusion_cli.domain.told import Told
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.due import Due

MOVED = say("moved to another file")


@record
class Why:
    """What stands behind one record.

    `came` says that it was moved here from the wrong file. `versions` counts those that
    stand or were replaced; `state` is "" where it stands, else what became of it.
    `by_day` says that only the day it happened is known, and no time of it.
    `evidence` and `pause_signs` are as they were shown at a
    review; `counts` what a debrief counts for now, `fired` the pause signs it fired.
    """

    id: str
    kind: str
    title: str
    person: str
    code: str
    by: str
    happened: datetime
    recorded: datetime
    late: str = ""
    version: int = 1
    versions: int = 1
    forked: bool = False
    state: str = ""
    reason: str = ""
    came: bool = False
    by_day: bool = False
    says: tuple[Told, ...] = ()
    rests_on: tuple[Tie, ...] = ()
    used_by: tuple[Tie, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    pause_signs: tuple[Evidence, ...] = ()
    counts: tuple[str, ...] = ()
    fired: tuple[str, ...] = ()

    @property
    def short(self) -> str:
        """Return the id as it is said."""
        return short_id(self.id)

    @property
    def moved(self) -> bool:
        """Say whether it was moved to another file: nothing else is told then."""
        return self.state == MOVED


@record
class PersonWhy:
    """Where a person stands: what was agreed beside the records, and both alarms."""

    code: str
    name: str
    table: ReviewTable | None
    alarms: tuple[Alarm, ...]
    records: tuple[Tie, ...]
    closed: date | None = None


@record
class DueWhy:
    """Why a line of home is there: its rule, its day, its records."""

    number: int
    code: str
    person: str
    says: str
    alarm: str
    rule: str
    on: date | None
    records: tuple[Tie, ...]
    command: tuple[str, ...]


def late(kept: Kept[Any]) -> str:
    """Return how long after it happened it was written, "" where that was in time."""
    if not isinstance(kept.record, Debrief | Observation):
        return ""
    days = days_late(kept)
    return say_many("{number} day", "{number} days", days) if days else ""


def by_day(record: Any, at: datetime) -> bool:
    """Say whether only the day of a record is known: it is kept at its first moment."""
    if isinstance(record, Observation):
        return record.by_day
    own = isinstance(getattr(record, "at", None), datetime)
    return not own and at.time() == time()


def ties_of(case: Casefile, kept: Kept[Any]) -> tuple[tuple[Tie, ...], tuple[Tie, ...]]:
    """Return what a record rests on and what rests on it, each in words."""
    names = names_of(case)
    under = tuple(tie(other, names) for other in rests_on(case, kept))
    over = tuple(tie(other, names) for other in rest_on(case, kept))
    return under, over


def evidence_of(case: Casefile, kept: Kept[Any]) -> Review | None:
    """Return the review whose evidence was shown when a decision was made."""
    if isinstance(kept.record, Review):
        return kept.record
    if not isinstance(kept.record, Decision):
        return None
    wanted = kept.record.review
    return next((r.record for r in case.reviews if r.id == wanted), None)


def counts_for(
    case: Casefile, kept: Kept[Any], *, now: datetime, defaults: Defaults = SHIPPED
) -> Iterator[str]:
    """Return what a debrief counts for on the step that is on, each with how."""
    if not isinstance(kept.record, Debrief):
        return
    stands = standing(case, now=now, defaults=defaults)
    if stands is None or kept.id not in {s.id for s in stands.sessions}:
        yield say("It counts for nothing now: it is not of the step that is on.")
        return
    for finding in stands.stability.lines():
        if kept.id in finding.used:
            answer = ANSWER_WORDS[finding.answer.value]
            yield f"{finding.agreed}: {answer}. {finding.shows}."
    agreed = stands.rung.step.record.agreed.hold.words()
    answer = ANSWER_WORDS[stands.hold.answer.value]
    yield f"{agreed}: {answer}. {stands.hold.shows()}."


def fired_by(
    case: Casefile, kept: Kept[Any], *, now: datetime, defaults: Defaults = SHIPPED
) -> Iterator[str]:
    """Return the pause signs a record fired, and whether each was answered."""
    stands = standing(case, now=now, defaults=defaults)
    for firing in stands.fired if stands else ():
        if firing.entry == kept.id:
            agreed = RESPONSE_WORDS[firing.sign.response]
            open_ = stands is not None and firing in stands.open_signs
            state = (
                say("No decision has answered it")
                if open_
                else say("A decision answered it")
            )
            said = say(
                "{words}. You agreed to {agreed}. {state}.",
                words=firing.sign.when.words(),
                agreed=agreed,
                state=state,
            )
            yield capital(said)


def person_why(
    case: Casefile, *, now: datetime, defaults: Defaults = SHIPPED
) -> PersonWhy:
    """Return where a person stands, with every record it is read from."""
    stands = standing(case, now=now, defaults=defaults)
    table = review_table(case, stands) if stands else None
    found = alarms(case, stands, on=now.date())
    return PersonWhy(
        code=case.person.record.code,
        name=case.person.record.name,
        table=table,
        alarms=found,
        records=ties_to(case, _cited(stands, table, found)),
        closed=case.closed_on,
    )


def _cited(
    stands: Standing | None, table: ReviewTable | None, found: Iterable[Alarm]
) -> set[str]:
    ids = {one for alarm in found for one in alarm.records}
    lines = (*table.agreed, *table.pause_signs) if table else ()
    ids |= {one for line in lines for one in line.records}
    return ids | ({session.id for session in stands.sessions} if stands else set())


def ties_to(case: Casefile, ids: set[str]) -> tuple[Tie, ...]:
    """Return some records of a file, each in a line, in their order."""
    names = names_of(case)
    kept = [one for one in everything(case) if one.id in ids]
    kept.sort(key=lambda one: one.order)
    return tuple(tie(one, names) for one in kept)


# --- a line of home -----------------------------------------------------------------


def due_why(number: int, item: Due, case: Casefile | None) -> DueWhy:
    """Return why a line of home is there."""
    return DueWhy(
        number=number,
        code=item.code,
        person=item.person,
        says=item.says,
        alarm=item.alarm,
        rule=rule_of(item),
        on=item.on,
        records=ties_to(case, set(item.records)) if case else (),
        command=item.command,
    )
