"""The views that screens draw: who there is, one person, one ladder."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Alarm, alarms
from inclusion_cli.domain.card import Card
from inclusion_cli.domain.due import Due, due_for
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.formulation_events import review_day
from inclusion_cli.domain.pack import STATE_WORDS, card_line
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.record import record
from inclusion_cli.domain.review import ReviewTable, review_table
from inclusion_cli.domain.standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.casefile import Casefile


@record
class PersonLine:
    """One person on a list."""

    code: str
    name: str
    step: str
    last: date | None
    closed: date | None


@record
class Caseload:
    """The people of a vault."""

    people: tuple[PersonLine, ...]
    closed_hidden: int = 0


@record
class PersonPage:
    """One person: what matters, where they are, what is due."""

    code: str
    name: str
    known_as: str
    closed: date | None
    formulation: Formulation | None
    goal: str
    step: str
    card: str
    due: tuple[Due, ...]
    alarms: tuple[Alarm, ...]
    last: date | None
    formulation_review: date | None = None


@record
class LadderRung:
    """One rung as the ladder is drawn."""

    number: int
    step: Step
    company: str
    state: str
    began: date | None
    stability: tuple[str, ...]
    pause: tuple[str, ...]
    hold: str


@record
class Ladder:
    """The plan of one person, drawn as a ladder, top rung first."""

    code: str
    name: str
    known_as: str
    goal: str
    rungs: tuple[LadderRung, ...]
    table: ReviewTable | None
    alarms: tuple[Alarm, ...]


@record
class CardPage:
    """A card as it is shown on screen."""

    code: str
    name: str
    card: Card
    held: str


def caseload(cases: Iterable[Casefile], *, closed: int = 0) -> Caseload:
    """Return the people as a list, each with the step that is on."""
    return Caseload(tuple(_person_line(case) for case in cases), closed)


def _person_line(case: Casefile) -> PersonLine:
    return PersonLine(
        case.person.record.code,
        case.person.record.name,
        _step_words(case),
        _last(case),
        case.person.record.closed_on,
    )


def _last(case: Casefile) -> date | None:
    return max((debrief.on for debrief in case.debriefs), default=None)


def _step_words(case: Casefile) -> str:
    current = case.current()
    if current is None:
        return "no step is on"
    step = current.step.record
    return f"step {step.number}, {step.title} ({STATE_WORDS[current.state]})"


def person_page(case: Casefile, *, now: datetime) -> PersonPage:
    """Return one person's page."""
    stands = standing(case, now=now)
    return PersonPage(
        code=case.person.record.code,
        name=case.person.record.name,
        known_as=case.known_as,
        closed=case.person.record.closed_on,
        formulation=case.formulation.record if case.formulation else None,
        goal=case.plan.record.goal if case.plan else "",
        step=_step_words(case),
        card=card_line(case),
        due=due_for(case, now=now),
        alarms=alarms(case, stands, on=now.date()),
        last=_last(case),
        formulation_review=review_day(case),
    )


def ladder(case: Casefile, *, now: datetime) -> Ladder:
    """Return the ladder of one person, with what the records show for the step."""
    stands = standing(case, now=now)
    rungs = []
    for rung in reversed(case.rungs()):
        step = rung.step.record
        agreed = step.agreed
        rule = agreed.stability
        parts = rule.parts if rule.name == "all_of" else (rule,)
        rungs.append(
            LadderRung(
                step.number,
                step,
                step.company,
                STATE_WORDS[rung.state],
                rung.began if rung.current else None,
                tuple(part.words() for part in parts),
                tuple(sign.when.words() for sign in agreed.pause),
                agreed.hold.words(),
            )
        )
    return Ladder(
        code=case.person.record.code,
        name=case.person.record.name,
        known_as=case.known_as,
        goal=case.plan.record.goal if case.plan else "",
        rungs=tuple(rungs),
        table=review_table(case, stands) if stands else None,
        alarms=alarms(case, stands, on=now.date()),
    )
