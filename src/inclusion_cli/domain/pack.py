"""The view a review pack is printed from, in the order a meeting needs."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.alarms import SIDE_WORDS, alarms
from inclusion_cli.domain.card_copies import card_line
from inclusion_cli.domain.card_use import most_used
from inclusion_cli.domain.casefile import Casefile, State
from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.for_now import titled_now
from inclusion_cli.domain.formulation_events import review_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.measure_lines import sums
from inclusion_cli.domain.number_sessions import debriefed
from inclusion_cli.domain.pack_between import between_part
from inclusion_cli.domain.pack_charts import charts
from inclusion_cli.domain.pack_decisions import decision_part
from inclusion_cli.domain.pack_fears import fear_part
from inclusion_cli.domain.pack_formulation import FormulationLines, formulation_lines
from inclusion_cli.domain.pack_ladder import (
    ANSWER_WORDS,
    FIRED_WORDS,
    agreed_lines,
    review_lines,
    rung_line,
    rung_rows,
    step_line,
)
from inclusion_cli.domain.pack_lines import AlarmLine, ReviewPack
from inclusion_cli.domain.pack_money import less_lines, money_part
from inclusion_cli.domain.pack_safety import first_day, safety_part
from inclusion_cli.domain.pack_sessions import (
    numbers_of,
    session_part,
    told_sessions,
)
from inclusion_cli.domain.pack_who import no_words, own_words, replies, who
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.restriction_lines import pack_limits
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.risk_lines import pack_risks
from inclusion_cli.domain.safety import NO_SAFETY
from inclusion_cli.domain.standing import Standing, standing
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.sheet import Sheet

NOTHING_TO_FIND_IT_IN = say(
    "No session was told in this time. None found is not the same as none."
)


def review_pack(
    case: Casefile,
    sheet: Sheet,
    *,
    service: str,
    now: datetime,
    since: date | None,
    worker: str = "",
    defaults: Defaults = SHIPPED,
) -> ReviewPack:
    """Return the pack of one person from `since`, by default the last 12 weeks."""
    first, today = first_day(since, now), now.date()
    told = told_sessions(case, first=first, now=now)
    debriefs = debriefed(told)
    latest = next((d for d in reversed(debriefs) if d.record.words), None)
    stands = standing(case, now=now, defaults=defaults)
    return ReviewPack(
        sheet=sheet,
        title=say("Step review: {name}", name=case.person.record.name),
        known_as=case.known_as,
        service=service,
        since=say_day(first),
        until=say_day(today),
        who=tuple(who(case, service=service, worker=worker)),
        **_the_person(case, latest, first),
        ladder=tuple(rung_line(case, rung) for rung in case.rungs()),
        **_step_that_is_on(case, stands),
        review=review_lines(case, first),
        sessions=session_part(case, told, above=latest.id if latest else ""),
        charts=charts(case, told, first=first, last=today),
        between=between_part(case, debriefs, now=now, first=first, last=today),
        fears=fear_part(case, debriefs, numbers_of(told)),
        limits=pack_limits(case, first=first, on=today),
        risks=pack_risks(case, first=first, on=today),
        decided=decision_part(case, first=first, since=since, today=today),
        **_alarms(case, stands, today, "" if debriefs else NOTHING_TO_FIND_IT_IN),
        formulation=_formulation(case),
        card=" ".join(filter(None, (card_line(case), most_used(case)))),
        next=tuple(_next(case, now)),
        measures=sums(case),
        safety=safety_part(case, first, today) if case.safety != NO_SAFETY else None,
        money=money_part(case, on=today),
        less=less_lines(case),
    )


def _the_person(
    case: Casefile, latest: Kept[Debrief] | None, first: date
) -> dict[str, Any]:
    """Return what the person says, what matters to them, and what they work towards."""
    formulation = case.formulation.record if case.formulation else None
    return {
        "own": tuple(own_words(case, latest)),
        "no_words": no_words(case),
        "replies": tuple(replies(case, first)),
        "matters": formulation.what_matters if formulation else "",
        "goal": case.plan.record.goal if case.plan else "",
        "cost": formulation.cost_of_not_doing if formulation else "",
    }


def _step_that_is_on(case: Casefile, stands: Standing | None) -> dict[str, Any]:
    """Return what was agreed for the step that is on, and what the records show."""
    step = stands.rung.step if stands else None
    table = review_table(case, stands) if stands else None
    return {
        "rung_title": say(
            "Step {number}: {title}",
            number=step.record.number,
            title=titled_now(case, step),
        )
        if step
        else "",
        "rung_rows": tuple(rung_rows(case, step)) if step else (),
        "step": step_line(table),
        "agreed": agreed_lines(table.agreed if table else (), ANSWER_WORDS),
        "pause_signs": agreed_lines(table.pause_signs if table else (), FIRED_WORDS),
        "left_out": table.left_out if table else (),
    }


def _alarms(
    case: Casefile, stands: Standing | None, today: date, note: str
) -> dict[str, Any]:
    """Return both alarms, each with its records; `note` says where nothing was told."""
    return {
        "alarm_sides": tuple(SIDE_WORDS.values()),
        "alarms": tuple(
            AlarmLine(SIDE_WORDS[one.side], one.says, tuple(map(short_id, one.records)))
            for one in alarms(case, stands, on=today)
        ),
        "alarm_note": note,
    }


def _formulation(case: Casefile) -> FormulationLines | None:
    """Return the formulation; the own account of the person stands further up."""
    lines = formulation_lines(case)
    if lines is None or not lines.account:
        return lines
    above = say(
        "{known_as}'s own account stands at the beginning of this paper.",
        known_as=case.known_as,
    )
    return replace(lines, account="", account_from=above)


def _not_there_yet(case: Casefile) -> Iterator[str]:
    """Return what is still to be written with the person, first things first."""
    name, states = case.known_as, {rung.state for rung in case.rungs()}
    if case.formulation is None:
        yield say(
            "Write the formulation with {name}: what matters, what helps.", name=name
        )
    elif not case.steps:
        yield say("Agree a goal and a first step with {name}.", name=name)
    elif case.current() is None and State.PLANNED in states:
        yield say("No step is on. Decide with {name} whether to start one.", name=name)
    if case.formulation and case.card is None:
        yield say("Write the early-warning card with {name}.", name=name)


def _next(case: Casefile, now: datetime) -> Iterator[str]:
    yield from _not_there_yet(case)
    waiting = [s for s in case.open_sessions() if s.record.at <= now]
    for session in sorted(waiting, key=lambda kept: kept.order):
        at = session.record.at
        yield say(
            "No debrief yet of the session of {date}, {at}.",
            date=say_day(at.date()),
            at=say_time(at),
        )
    ahead = [s for s in case.open_sessions() if s.record.at > now]
    for session in sorted(ahead, key=lambda kept: kept.order)[:3]:
        step = case.step(session.record.step)
        what = titled_now(case, step) if step else say("Session")
        at = session.record.at
        yield f"{what}, {say_day(at.date())}, {say_time(at)}."
    if not ahead:
        yield say("No session is planned.")
    looks = [d.record.look_again for d in case.decisions if d.record.look_again]
    if looks and looks[-1] >= now.date():
        yield say("Look at the step again on {looks}.", looks=say_day(looks[-1]))
    elif looks and case.current():
        late = say_many("{number} day", "{number} days", (now.date() - looks[-1]).days)
        yield say(
            "The step was to be looked at again {late} ago, {looks}.",
            late=late,
            looks=say_day(looks[-1]),
        )
    if review := review_day(case):
        yield say("Formulation review: {review}.", review=say_day(review))
