"""One step in full: all that was agreed, beside what the records show."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Alarm, alarms
from inclusion_cli.domain.casefile import Casefile, Rung, State
from inclusion_cli.domain.criteria import RESPONSE_WORDS
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import Choice, Evidence
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.event_page import says_less
from inclusion_cli.domain.for_now import company_now, limits_now, long_now, titled_now
from inclusion_cli.domain.forecast import forecasts
from inclusion_cli.domain.formulation_steps import of_formulation
from inclusion_cli.domain.moves import aside
from inclusion_cli.domain.pack_ladder import STATE_WORDS
from inclusion_cli.domain.plan import Behaviour, Step
from inclusion_cli.domain.record import record
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.standing import Standing, standing
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.kept import Kept

BEHAVIOUR_WORDS = {
    Behaviour.KEEP: say("keep"),
    Behaviour.FADE: say("fade, little by little"),
    Behaviour.DROP: say("try without it"),
}
NO_PARTNERS: Mapping[str, str] = {}
NOT_ASKED = say("Not asked whether a doctor or nurse should oversee it")


@record
class Said:
    """One thing that was agreed, by its name."""

    name: str
    words: str


@record
class StepPage:
    """One step in full.

    `moving_on` and `pause_signs` carry an answer where the step is on, and "" where it
    is not. `says` is what the forecast says, `earliest` its day.
    """

    code: str
    name: str
    number: int
    rungs: int
    title: str
    state: str
    stands: str
    said: tuple[Said, ...]
    moving_on: tuple[Evidence, ...]
    pause_signs: tuple[Evidence, ...]
    left_out: tuple[str, ...]
    says: str
    earliest: date | None
    notes: tuple[str, ...]
    aside: str
    alarms: tuple[Alarm, ...]
    record: str
    closed: date | None = None


def step_page(
    case: Casefile,
    step: Kept[Step],
    *,
    now: datetime,
    defaults: Defaults = SHIPPED,
    partners: Mapping[str, str] = NO_PARTNERS,
) -> StepPage:
    """Return one step in full. `partners` are the names of the service's, by id."""
    stands = standing(case, now=now, defaults=defaults) if not case.closed_on else None
    here = stands if stands and stands.rung.step.id == step.id else None
    rung = next(one for one in case.rungs() if one.step.id == step.id)
    state = here.state if here else rung.state
    forecast = None if case.closed_on else forecasts(case, stands).get(step.id)
    table = review_table(case, here) if here else None
    return StepPage(
        code=case.person.record.code,
        name=case.person.record.name,
        number=step.record.number,
        rungs=len(case.steps),
        title=titled_now(case, step),
        state=STATE_WORDS[state],
        stands=state.value,
        said=tuple(_said(case, rung, partners.get(step.record.partner, ""))),
        moving_on=table.agreed if table else tuple(_agreed(step.record)),
        pause_signs=table.pause_signs if table else tuple(_signs(step.record)),
        left_out=table.left_out if table else (),
        says=forecast.says if forecast else "",
        earliest=forecast.on if forecast else None,
        notes=forecast.notes if forecast else (),
        aside=aside(case, step.id) if rung.state is State.PAUSED else "",
        alarms=_alarms(case, here, now),
        record=step.id,
        closed=case.closed_on,
    )


def _alarms(case: Casefile, here: Standing | None, now: datetime) -> tuple[Alarm, ...]:
    return alarms(case, here, on=now.date()) if here else ()


def _agreed(step: Step) -> Iterator[Evidence]:
    rule = step.agreed.stability
    for part in rule.parts if rule.name == "all_of" else (rule,):
        yield Evidence(part.words(), "", "")
    yield Evidence(step.agreed.hold.words(), "", "")


def _signs(step: Step) -> Iterator[Evidence]:
    for sign in step.agreed.pause:
        yield Evidence(f"{sign.when.words()}: {RESPONSE_WORDS[sign.response]}", "", "")


def _said(case: Casefile, rung: Rung, partner: str) -> Iterator[Said]:
    """Return what was written down, in the order it was asked."""
    step = rung.step.record
    if less := says_less(case, rung.step.id):
        yield Said(say("For now"), less)
    yield Said(say("Where"), step.place)
    if partner:
        yield Said(say("Partner"), partner)
    yield Said(say("When"), step.time)
    often = f", {step.often}" if step.often else ""
    yield Said(
        say("How long"),
        long_now(case, rung.step) + often,
    )
    yield Said(say("Company"), company_now(case, rung.step))
    if met := _met(case, step):
        yield Said(say("It meets"), met)
    for name, text, sure in (
        (say("What is feared"), step.fear, step.fear_sure),
        (say("How else it might go"), step.hoped, step.hoped_sure),
    ):
        if text:
            by = say(" ({sure} of 100 sure)", sure=sure) if sure is not None else ""
            yield Said(name, f"{text}{by}")
    if step.expected_worry is not None:
        yield Said(
            say("Worry expected"),
            say("{expected_worry} of 10", expected_worry=step.expected_worry),
        )
    for one in step.behaviours:
        yield Said(say("To feel safe"), f"{one.text}: {BEHAVIOUR_WORDS[one.sort]}")
    for limit in limits_now(case, rung.step):
        yield Said(say("Limit"), limit)
    yield from _texts(step)
    yield from _oversight(case, rung)


def _texts(step: Step) -> Iterator[Said]:
    told = {
        say("The way there"): step.travel,
        say("Words to leave with"): step.exit_words,
        say("What helps"): step.coping,
        say("Staff do"): step.staff_do,
        say("Staff do not"): step.staff_do_not,
        say("Going well"): step.success,
    }
    yield from (Said(name, text) for name, text in told.items() if text)
    yield from (Said(say("Stop on the spot"), text) for text in step.stop_rules)
    if step.ready_said:
        yield Said(say("Said to be ready by"), step.ready_said)


def _met(case: Casefile, step: Step) -> str:
    triggers = case.formulation.record.triggers if case.formulation else ()
    known = [t.situation for t in triggers if t.id in step.triggers]
    return "; ".join([*known, *(t for t in step.triggers if not of_formulation(t))])


def _oversight(case: Casefile, rung: Rung) -> Iterator[Said]:
    """Return what needs oversight, and who oversees it, from the latest start."""
    starts = [
        kept.record
        for kept in case.decisions
        if kept.record.choice is Choice.START and kept.record.step == rung.step.id
    ]
    if not starts:
        return
    start = starts[-1]
    if start.clinical is None:
        yield Said(say("Oversight"), f"{NOT_ASKED}, {say_day(start.on)}")
    elif start.clinical:
        yield Said(say("Needs oversight"), "; ".join(start.clinical))
        yield Said(say("Overseen by"), start.oversight)
