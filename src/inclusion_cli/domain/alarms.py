"""The two alarms, equally loud: risk nobody is managing, caution nobody can justify."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from inclusion_cli.domain.breaches import open_breaches
from inclusion_cli.domain.card_plan import card_and_plan
from inclusion_cli.domain.casefile import Casefile, State
from inclusion_cli.domain.criteria import RESPONSE_WORDS
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Concern, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.due import Urgency
from inclusion_cli.domain.formulation_events import say_events, silent
from inclusion_cli.domain.formulation_steps import missing_words
from inclusion_cli.domain.record import record
from inclusion_cli.domain.unanswered import CONCERN_WORDS, TALK_WORDS, talks, unanswered
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.firing import Firing
    from inclusion_cli.domain.standing import Standing


class Side(Enum):
    """Which alarm it is."""

    RISK = "risk"
    CAUTION = "caution"


SIDE_WORDS = {
    Side.RISK: say("Risk nobody is managing"),
    Side.CAUTION: say("Caution nobody can justify"),
}


LEFT_DAYS = 42
"""Days a pause sign rings after the file was closed: the six weeks in which a
supervision comes. Harm, money and doubt ring until they are looked at."""


@record
class Alarm:
    """One sentence that must not be overlooked, its records, and what mends it.

    `names` are the requests for money or things that it tells of: one alarm per fact.
    """

    side: Side
    says: str
    records: tuple[str, ...]
    mend: tuple[str, ...]
    since: date | None = None
    names: tuple[str, ...] = ()
    urgency: Urgency = Urgency.USUAL


def alarms(case: Casefile, standing: Standing | None, *, on: date) -> tuple[Alarm, ...]:
    """Return every alarm of a person's file on a day, risk and caution in turn.

    Of one who left, what nobody has looked at; nothing else of the plan rings.
    """
    if case.closed_on:
        rings = on <= case.closed_on + timedelta(days=LEFT_DAYS)
        return unlooked(case, standing if rings else None, on=on)
    return (
        *unlooked(case, standing, on=on),
        *_orphans(case),
        *_card_and_plan(case),
        *_formulation(case, on),
        *_not_offered(case, standing, on),
        *_pauses(case, on),
        *_limits(case, on),
    )


def unlooked(
    case: Casefile, standing: Standing | None, *, on: date
) -> tuple[Alarm, ...]:
    """Return the risk that no decision has looked at; one answers each of them."""
    return (
        *_pause_signs(case, standing, on),
        *_concerns(case, standing, on),
        *_breaches(case, standing, on),
        *_grave(case, on),
    )


def _pause_signs(
    case: Casefile, standing: Standing | None, on: date
) -> Iterator[Alarm]:
    for firing in standing.open_signs if standing else ():
        response = RESPONSE_WORDS[firing.sign.response]
        now = standing.shows_now(firing) if standing else None
        today = say(" The records now: {shows}.", shows=now.shows) if now else ""
        yield Alarm(
            Side.RISK,
            say(
                "A pause sign on {on} has no answer: {words}.{today} You "
                "agreed to {response}.",
                on=say_day(firing.on, today=on),
                words=firing.sign.when.words(),
                today=today,
                response=response,
            ),
            tuple(dict.fromkeys((firing.entry, *(now.used if now else ())))),
            ("review", case.person.record.code),
            firing.on,
            requests_named(standing, firing) if standing else (),
        )


REQUESTS_REVIEWED = "no_financial_request_unreviewed"


def requests_named(standing: Standing, firing: Firing) -> tuple[str, ...]:
    """Return the open requests for money or things that a pause sign names."""
    about = any(rule.name == REQUESTS_REVIEWED for rule in firing.sign.when.walk())
    return standing.requests if about else ()


def _concerns(case: Casefile, standing: Standing | None, on: date) -> Iterator[Alarm]:
    signs = standing.open_signs if standing else ()
    told = {firing.entry for firing in signs}
    named = {r for sign in signs if standing for r in requests_named(standing, sign)}
    for debrief_id, day, what in unanswered(case):
        if what == TALK_WORDS:
            continue  # it says whom to ring, too
        only_money = what == CONCERN_WORDS[Concern.MONEY]
        if debrief_id in told or (only_money and debrief_id in named):
            continue  # its pause sign says so already
        yield Alarm(
            Side.RISK,
            say(
                "On {day} {what}. No review has looked at it.",
                day=say_day(day, today=on),
                what=what,
            ),
            (debrief_id,),
            ("review", case.person.record.code),
            day,
            (debrief_id,) if only_money else (),
        )


def _breaches(case: Casefile, standing: Standing | None, on: date) -> Iterator[Alarm]:
    """Ring for a limit that was not kept, where its pause sign does not say so."""
    if standing is None:
        return
    told = {firing.entry for firing in standing.open_signs}
    for record_id, day in open_breaches(case, on=on):
        if record_id in told:
            continue
        says = say(
            "On {day} a limit was not kept. No review has looked at it.",
            day=say_day(day, today=on),
        )
        mend = ("review", case.person.record.code)
        yield Alarm(Side.RISK, says, (record_id,), mend, day)


def _grave(case: Casefile, on: date) -> Iterator[Alarm]:
    """Ring for what waits for somebody today; loaded where there is any of it."""
    if any(k.record.stopped for k in case.observations) or any(talks(case)):
        from inclusion_cli.domain.grave import grave_alarms  # noqa: PLC0415 - few

        yield from grave_alarms(case, on=on)


def _orphans(case: Casefile) -> Iterator[Alarm]:
    """Ring for a situation without an answer, and for what answers no situation."""
    if case.formulation is None:
        return
    formulation, records = case.formulation.record, (case.formulation.id,)
    mend = ("formulate", case.person.record.code)
    for trigger in formulation.open_risks():
        says = say(
            'Nothing is agreed yet for "{situation}".', situation=trigger.situation
        )
        yield Alarm(Side.RISK, says, records, mend)
    for control in formulation.blanket_rules():
        says = say(
            '"{text}" is for no situation. It may be a blanket rule.', text=control.text
        )
        yield Alarm(Side.CAUTION, says, records, mend)


def _formulation(case: Casefile, on: date) -> Iterator[Alarm]:
    """Ring where a step meets what is not in it, or an event changed nothing."""
    if case.formulation is None:
        return
    code, formulation = case.person.record.code, case.formulation
    current = case.current()
    if current and (says := missing_words(formulation.record, current.step.record)):
        records = (current.step.id, formulation.id)
        yield Alarm(Side.RISK, says, records, ("formulate", code))
    if unsaid := silent(case):
        said = say_events(unsaid, today=on)
        yield Alarm(
            Side.RISK,
            say(
                "The formulation did not change after {said}. Nobody said why.",
                said=said,
            ),
            tuple(dict.fromkeys(h.record for h in unsaid)),
            ("formulate", "confirm", code),
            min(h.on for h in unsaid),
        )


def _card_and_plan(case: Casefile) -> Iterator[Alarm]:
    found = card_and_plan(case)
    current = case.current() if found else None
    if case.card is None or current is None:
        return
    step, code = current.step, case.person.record.code
    for one in found:
        edit = ("plan", "edit", code, str(step.record.number))
        mend = edit if one.in_plan else ("card", "write", code)
        yield Alarm(Side.RISK, one.says, (case.card.id, step.id), mend)


def _not_offered(
    case: Casefile, standing: Standing | None, on: date
) -> Iterator[Alarm]:
    """Ring where all that was agreed is met, and nobody has offered the next step."""
    if standing and standing.over_cautious and standing.hold.completed:
        idle = say_many("{number} day", "{number} days", standing.idle)
        asked = (
            ""
            if standing.word is Word.YES
            else say(" Nobody has asked {name}.", name=case.known_as)
        )
        met = "; ".join(line.agreed for line in standing.stability.lines())
        yield Alarm(
            Side.CAUTION,
            say(
                "All that was agreed has been met since {completed}. For "
                "{idle} nobody has offered the next step.{asked} Met: "
                "{met}.",
                completed=say_day(standing.hold.completed, today=on),
                idle=idle,
                asked=asked,
                met=met,
            ),
            tuple(session.id for session in standing.sessions),
            ("review", case.person.record.code),
            standing.hold.completed,
        )


def _pauses(case: Casefile, on: date) -> Iterator[Alarm]:
    """Ring for a pause that was to be looked at again by now."""
    for rung in case.rungs():
        if rung.state is not State.PAUSED:
            continue
        pauses = [
            kept
            for kept in case.decisions
            if kept.record.step == rung.step.id and kept.record.choice is Choice.PAUSE
        ]
        look = pauses[-1].record.look_again if pauses else None
        if look and look < on:
            late = say_many("{number} day", "{number} days", (on - look).days)
            yield Alarm(
                Side.CAUTION,
                say(
                    "The pause was to be looked at again on {look}. That is "
                    "{late} ago.",
                    look=say_day(look, today=on),
                    late=late,
                ),
                (pauses[-1].id,),
                ("review", case.person.record.code),
                look,
            )


def has_limits(case: Casefile) -> bool:
    """Say whether a file has a limit, registered or written in the formulation."""
    written = case.formulation.record.controls if case.formulation else ()
    return bool(case.safety.restrictions) or any(
        control.is_limit for control in written
    )


def _limits(case: Casefile, on: date) -> Iterator[Alarm]:
    """Ring for limits without authority; their rules are loaded where there is one."""
    if has_limits(case):
        from inclusion_cli.domain.restriction_due import limit_alarms  # noqa: PLC0415

        yield from limit_alarms(case, on=on)
