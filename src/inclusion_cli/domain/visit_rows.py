"""What a stand-in worker needs to know, line by line, the most needed first.

Source: practice reference 7 (14): today's step, do and do not, signs, what to say,
step-up, limits, what may be told to whom, on call.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.card import CHANGING, STRUGGLING, Card, to_ring
from inclusion_cli.domain.card import NOW as NEED_HELP
from inclusion_cli.domain.card_lines import step_up_lines
from inclusion_cli.domain.consent import ConsentKind
from inclusion_cli.domain.consent_items import STAND_IN, items_in_words
from inclusion_cli.domain.consent_standing import may_tell
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.event_page import says_less
from inclusion_cli.domain.for_now import company_now, limits_now, long_now, titled_now
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.lately import named
from inclusion_cli.domain.observation import GRAVE
from inclusion_cli.domain.own_card import as_said, done_by_others, done_by_them
from inclusion_cli.domain.pack_ladder import STATE_WORDS
from inclusion_cli.domain.record import record
from inclusion_cli.domain.restriction_lines import on_paper
from inclusion_cli.domain.restrictions import in_force
from inclusion_cli.domain.standing import standing
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.card import Stage
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

RING = say("Ring")
TODAY = say("This shift")
LATELY = say("What happened lately")
DO = say("Do")
DO_NOT = say("Do not")
NOW = say("When help is needed now")
SIGNS = say("When something is changing")
SAY = say("What to say")
THEN = say("When it gets harder")
LIMITS = say("Limits in force")
AGREED = say("What they agreed for now")
TELL = say("What may be told, and to whom")
ORDER = (RING, NOW, TODAY, LATELY, DO_NOT, DO, THEN, SIGNS, SAY, LIMITS, AGREED, TELL)
"""The parts in the order they stand on the page."""
STAGES = {NEED_HELP: NOW, STRUGGLING: THEN, CHANGING: SIGNS}
"""The stages of the card that are told, the gravest first, and the part of each."""

JUST_NOW = timedelta(hours=24)
"""What happened, or became known, within this is asked about first: our default."""
LAST = 9
"""The rank of a line that closes its part."""


@record
class Row:
    """One line: in which part, its rank (0 is the most needed), and where it is from.

    A row that `must` be there is never left out. `mend` says what to shorten.
    """

    part: str
    text: str
    rank: int
    must: bool = False
    mend: str = ""


def rows(
    case: Casefile, *, now: datetime, defaults: Defaults = SHIPPED
) -> tuple[Row, ...]:
    """Return what a stand-in needs to know now, the most needed first."""
    on = now.date()
    card = case.card.record if case.card else None
    current = case.current()
    step = current.step.record if current else None
    found = [
        *_ring(card),
        *_unanswered(case, now, defaults),
        *_just_happened(case, card, now),
        *_today(case, on),
        *(Row(LATELY, says, 0, must=True) for says in named(case, on=on)),
        *_limits(case, on),
        *_agreed(case, current.step if current else None),
        *_tell(case, on),
        *(_do(step) if step else ()),
        *(_from_card(card) if card else _from_formulation(case)),
    ]
    return tuple(sorted(found, key=lambda row: row.rank))


def _ring(card: Card | None) -> Iterator[Row]:
    told = [say("999 where a life is in danger.")]
    here = to_ring(card.on_call) if card else ""
    if here:
        told.append(say("On call here: {number}", number=here))
    if card and to_ring(card.crisis_team):
        told.append(say("Crisis team: {number}", number=card.crisis_team))
    if not here:
        told.append(say("No number here is on the card. Ask before you go."))
    people = card.contacts if card else ()
    told += [f"{as_said(who.name)}: {who.number}" for who in people]
    for says in told:
        yield Row(RING, says, 0, must=True, mend=say("the card"))


def _just_happened(case: Casefile, card: Card | None, now: datetime) -> Iterator[Row]:
    """Return that something happened in the last day, and whom to ask; never what."""
    held, since = case.safety, now - JUST_NOW
    calls = (k for k in case.observations if k.record.seen in GRAVE)
    concerns = (k for k in held.concerns if k.record.closed_on is None)
    found = (*held.incidents, *concerns, *calls)
    if any(since < max(k.happened_at, k.recorded_at) <= now for k in found):
        number = to_ring(card.on_call) if card else ""
        whom = say("on call, {number},", number=number) if number else say("on call")
        says = say(
            "Something has happened in the last 24 hours. Ask {whom} before you go in.",
            whom=whom,
        )
        yield Row(TODAY, says, 0, must=True)


def _unanswered(case: Casefile, now: datetime, defaults: Defaults) -> Iterator[Row]:
    """Return the alarms about risk that nobody has answered; not what is kept back."""
    stands = standing(case, now=now, defaults=defaults)
    signs = stands.open_signs if stands else ()
    for sign in signs:
        day = say_day(sign.on, today=now.date())
        says = say(
            "Ask on call first. No answer yet, since {day}: {what}.",
            day=day,
            what=sign.sign.when.words(),
        )
        yield Row(TODAY, says, 0, must=True, mend=say("the step"))
    told = {*kept_back(case), *(sign.entry for sign in signs)}
    others = [
        item
        for item in due_for(case, now=now, defaults=defaults)
        if item.alarm == Side.RISK.value and not told & set(item.records)
    ]
    if others:
        alarms = say_many("{number} thing", "{number} things", len(others))
        says = say("Ask on call first. Not answered yet: {alarms}.", alarms=alarms)
        yield Row(TODAY, says, 0, must=True)


def _today(case: Casefile, on: date) -> Iterator[Row]:
    current, mend = case.current(), say("the step")
    if current is None:
        yield Row(TODAY, say("No step is on. Plan nothing new."), 1, must=True)
        return
    step = current.step.record
    head = say(
        "Step {number}, {title} ({state}).",
        number=step.number,
        title=titled_now(case, current.step).rstrip("."),
        state=STATE_WORDS[current.state],
    )
    yield Row(TODAY, head, 1, must=True, mend=mend)
    company, long = company_now(case, current.step), long_now(case, current.step)
    yield Row(TODAY, say("With: {company}.", company=company), 1, must=True, mend=mend)
    where = say("{place}, {long}.", place=step.place.rstrip("."), long=long)
    yield Row(TODAY, where, 1, must=True, mend=mend)
    yield from _when(case, on)
    if step.travel:
        travel = say("Way there and back, at a session: {travel}", travel=step.travel)
        yield Row(TODAY, travel, 5, mend=mend)


def _when(case: Casefile, on: date) -> Iterator[Row]:
    """Return the sessions of this day, or else the next one; each by its date."""
    times = sorted(
        s.record.at for s in case.open_sessions() if s.record.at.date() >= on
    )
    today = [at for at in times if at.date() == on]
    for at in today or times[:1]:
        when = say_when(at, today=on)
        yield Row(TODAY, say("The next session is on {when}.", when=when), 1, must=True)
    if not times:
        yield Row(TODAY, say("No session is planned."), 1, must=True)


def _do(step: Step) -> Iterator[Row]:
    mend = say("the step")
    for part, text, rank in (
        (DO, step.staff_do, 3),
        (DO_NOT, step.staff_do_not, 2),
        (DO, step.coping, 5),
        (
            SAY,
            step.exit_words
            and say('Words to leave with: "{words}"', words=step.exit_words),
            3,
        ),
    ):
        if text:
            yield Row(part, text, rank, mend=mend)
    for text in step.stop_rules:
        yield Row(THEN, say("Stop at once when: {what}", what=text), 2, mend=mend)


def _limits(case: Casefile, on: date) -> Iterator[Row]:
    """Return what others set; what the person agreed to stands apart."""
    for one in in_force(case, on=on):
        says = f"{one.what.rstrip('.')}."
        if stands := on_paper(one):
            says = say(
                "{what}: {stands}. Ask the manager.",
                what=one.what.rstrip("."),
                stands=stands,
            )
        yield Row(LIMITS, says, 2, mend=say("the limit"))


def _agreed(case: Casefile, step: Kept[Step] | None) -> Iterator[Row]:
    """Return what is less for now first; then what was agreed for the step."""
    if less := says_less(case):
        yield Row(AGREED, less, 2)
    for limit in limits_now(case, step) if step else ():
        says = say("On this step: {what}", what=limit)
        yield Row(AGREED, says, 2, mend=say("the step"))


def _tell(case: Casefile, on: date) -> Iterator[Row]:
    """Return what may be told to whom; where nothing is agreed, nobody is told."""
    name = case.known_as
    for kept in case.safety.consents:
        agreed = kept.record
        items = may_tell(case, kept, on=on)
        tells = agreed.kind is ConsentKind.TELL and agreed.purpose != STAND_IN
        if tells and items:
            says = say(
                "{who}: {items}. Nothing else.",
                who=agreed.recipient,
                items=items_in_words(items),
            )
            yield Row(TELL, says, 4)
    last = say("Nobody else is told anything about {name}.", name=name)
    yield Row(TELL, last, LAST, must=True)


def _from_card(card: Card) -> Iterator[Row]:
    """Return what the card says, word for word in quotes but for what we do then."""
    mend = say("the card")
    says = say("What does not help: {what}", what=as_said(card.not_helpful))
    yield Row(DO_NOT, says, 2, mend=mend)
    for stage in card.stages:
        if part := STAGES.get(stage.number):
            yield from _stage(stage, part)
    for number, led in enumerate(step_up_lines(card)):
        text = as_said(led.text) if number else led.text
        yield Row(THEN, f"{led.lead}: {text}" if led.lead else text, 3, mend=mend)
    if card.told_how:
        says = say("How they want to be told: {how}", how=as_said(card.told_how))
        yield Row(SAY, says, 4, mend=mend)


def _stage(stage: Stage, part: str) -> Iterator[Row]:
    """Return a stage: its signs, what others do and how fast, what the person does.

    What needs help now is the last to go where the page is full.
    """
    mend, now = say("the card"), part == NOW
    for number, sign in enumerate(stage.signs):
        usual = 3 if number < 2 else 6
        yield Row(part, as_said(sign.text), 0 if now else usual, mend=mend)
    for action in stage.others:
        yield Row(part, done_by_others(action), 0 if now else 4, mend=mend)
    for action in stage.mine:
        yield Row(part, done_by_them(action), 0 if now else 5, mend=mend)


def _from_formulation(case: Casefile) -> Iterator[Row]:
    """Return the signs and what helps, where there is no card to tell them."""
    it, mend = case.formulation, say("the formulation")
    for trigger in it.record.triggers if it else ():
        what = trigger.situation.rstrip(".")
        signs = say("{what}: {signs}", what=what, signs=trigger.early_signs)
        yield Row(SIGNS, signs, 3, mend=mend)
        helps = say("{what}. What helps: {helps}", what=what, helps=trigger.helps)
        yield Row(THEN, helps, 3, mend=mend)
