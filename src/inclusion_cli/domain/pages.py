"""The views that screens draw: who there is, one person, one ladder."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Alarm, alarms
from inclusion_cli.domain.card_copies import card_line
from inclusion_cli.domain.casefile import Rung, State
from inclusion_cli.domain.characteristics import said_by
from inclusion_cli.domain.consent_page import holding
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.due import Due
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.event_page import says_less
from inclusion_cli.domain.for_now import company_now, long_now, titled_now
from inclusion_cli.domain.forecast import Forecast, forecasts
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.formulation_events import review_day
from inclusion_cli.domain.measure_lines import MeasureSum, sums
from inclusion_cli.domain.money_page import money_lines
from inclusion_cli.domain.moves import LAST_WORDS
from inclusion_cli.domain.pack_ladder import STATE_WORDS
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.restriction_lines import limits_in_short
from inclusion_cli.domain.review import ReviewTable, review_table
from inclusion_cli.domain.risk_lines import risks_in_short
from inclusion_cli.domain.standing import Standing, standing
from inclusion_cli.domain.step_page import NO_PARTNERS
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.casefile import Casefile

NO_STEP = say("no step is on")


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
    consents: tuple[str, ...] = ()
    measures: tuple[MeasureSum, ...] = ()
    money: tuple[str, ...] = ()
    less: str = ""
    limits: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def on_step(self) -> bool:
        """Say whether a step is on."""
        return self.step != NO_STEP


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
    stands: str = ""
    says: str = ""
    earliest: date | None = None
    last: str = ""
    since: date | None = None
    partner: str = ""
    title: str = ""
    long: str = ""


@record
class Ladder:
    """The plan of one person, drawn as a ladder, top rung first.

    `notes` say where a pace is unusually fast or slow.
    """

    code: str
    name: str
    known_as: str
    goal: str
    rungs: tuple[LadderRung, ...]
    table: ReviewTable | None
    alarms: tuple[Alarm, ...]
    goal_rating: int | None = None
    oversight: str = ""
    notes: tuple[str, ...] = ()
    less: str = ""
    closed: date | None = None


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
    been = (d for d in case.debriefs if d.record.outcome.countable)
    return max((d.on for d in been if d.happened_at <= d.recorded_at), default=None)


def _step_words(case: Casefile) -> str:
    current = case.current()
    if current is None:
        return NO_STEP
    step = current.step.record
    return say(
        "step {number}, {title} ({state_words})",
        number=step.number,
        title=titled_now(case, current.step),
        state_words=STATE_WORDS[current.state],
    )


def person_page(
    case: Casefile, *, now: datetime, defaults: Defaults = SHIPPED
) -> PersonPage:
    """Return one person's page."""
    stands = standing(case, now=now, defaults=defaults)
    said = said_by(case)
    return PersonPage(
        code=case.person.record.code,
        name=case.person.record.name,
        known_as=case.known_as,
        closed=case.person.record.closed_on,
        formulation=case.formulation.record if case.formulation else None,
        goal=case.plan.record.goal if case.plan else "",
        step=_step_words(case),
        card=card_line(case),
        due=due_for(case, now=now, defaults=defaults),
        alarms=alarms(case, stands, on=now.date()),
        last=_last(case),
        formulation_review=review_day(case),
        consents=tuple(holding(case, on=now.date())),
        measures=sums(case),
        money=money_lines(case, on=now.date()),
        less=says_less(case),
        limits=limits_in_short(case, on=now.date()),
        risks=risks_in_short(case, on=now.date()),
        about=tuple(one.in_words for one in said.said) if said else (),
    )


def ladder(
    case: Casefile,
    *,
    now: datetime,
    defaults: Defaults = SHIPPED,
    partners: Mapping[str, str] = NO_PARTNERS,
) -> Ladder:
    """Return the ladder of one person, with what the records show for the step.

    `partners` are the names of the service's partners, by id. Nobody who left is to
    move on, and nothing is foretold.
    """
    stands = standing(case, now=now, defaults=defaults)
    ahead = {} if case.closed_on else forecasts(case, stands)
    plan = case.plan.record if case.plan else None
    notes = (note for one in ahead.values() for note in one.notes)
    return Ladder(
        code=case.person.record.code,
        name=case.person.record.name,
        known_as=case.known_as,
        goal=plan.goal if plan else "",
        rungs=tuple(
            replace(
                _rung(case, rung, stands, ahead),
                partner=partners.get(rung.step.record.partner, ""),
            )
            for rung in reversed(case.rungs())
        ),
        table=review_table(case, stands) if stands and not case.closed_on else None,
        alarms=alarms(case, stands, on=now.date()),
        goal_rating=plan.goal_rating if plan else None,
        oversight=plan.oversight if plan else "",
        notes=tuple(dict.fromkeys(notes)),
        less=says_less(case),
        closed=case.closed_on,
    )


def _rung(
    case: Casefile, rung: Rung, stands: Standing | None, ahead: dict[str, Forecast]
) -> LadderRung:
    step, agreed = rung.step.record, rung.step.record.agreed
    rule = agreed.stability
    parts = rule.parts if rule.name == "all_of" else (rule,)
    here = stands is not None and stands.rung.step.id == rung.step.id
    state = stands.state if here and stands else rung.state
    forecast = ahead.get(rung.step.id)
    done = rung.state in (State.DONE, State.STOPPED) and rung.last and rung.last_on
    return LadderRung(
        step.number,
        step,
        company_now(case, rung.step),
        STATE_WORDS[rung.state],
        rung.began if rung.current else None,
        tuple(part.words() for part in parts),
        tuple(sign.when.words() for sign in agreed.pause),
        agreed.hold.words(),
        stands=state.value,
        says=forecast.says if forecast else "",
        earliest=forecast.on if forecast else None,
        last=f"{LAST_WORDS[rung.last]} {say_day(rung.last_on)}"
        if done and rung.last and rung.last_on
        else "",
        since=rung.stands_since,
        title=titled_now(case, rung.step),
        long=long_now(case, rung.step),
    )
