"""The lines of a card as it is printed: signs, actions, how to be told, the step-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import Contact, Domain, StepChange
from inclusion_cli.domain.card_heads import Heads
from inclusion_cli.domain.record import record
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.card import Action, Card, Sign, Stage, StepUp
    from inclusion_cli.domain.card_use import Use


@record
class RowLine:
    """A sign or an action with what more is said of it.

    `domain` is the part of life of a sign, "" where it is not known.
    """

    text: str
    more: tuple[str, ...] = ()
    domain: str = ""


@record
class Led:
    """A line with what it is about in front, "" for a line that stands alone."""

    lead: str
    text: str


@record
class StageLines:
    """One stage, ready to print."""

    number: int
    title: str
    signs: tuple[RowLine, ...]
    mine: tuple[RowLine, ...]
    others: tuple[RowLine, ...]


@record
class CardSheet:
    """Everything a card says. `staff` tells whose copy it is.

    `known_as` is "" on a carried card unless the person wants their name on it.
    `lines` are the crisis lines the person wants on it beside the usual `numbers`.
    `left_out` tells what a short card does not say, `whole_on_a4` that the whole one is
    on an A4 that is held.
    """

    sheet: Sheet
    title: str
    known_as: str
    version: int
    made: str
    check_by: str
    size: str
    staff: bool
    colour: bool
    destroy: bool
    stages: tuple[StageLines, ...]
    told: tuple[Led, ...]
    step_up: tuple[Led, ...]
    home_care: str
    statement: str
    not_helpful: str
    people: tuple[Contact, ...]
    on_call: str
    numbers: tuple[Contact, ...]
    lines: tuple[Contact, ...]
    checked: str
    heads: Heads
    left_out: str = ""
    whole_on_a4: bool = False
    crisis_team: str = ""

    @property
    def short(self) -> bool:
        """Say whether it says less than the whole card."""
        return self.size == "wallet"


def stage_lines(
    card: Card, *, staff: bool, used: Mapping[str, Use]
) -> tuple[StageLines, ...]:
    """Return the stages of a card; the staff copy says more of each row."""
    return tuple(_stage(stage, staff=staff, used=used) for stage in card.stages)


def _stage(stage: Stage, *, staff: bool, used: Mapping[str, Use]) -> StageLines:
    return StageLines(
        stage.number,
        stage.title,
        tuple(
            RowLine(sign.text, tuple(_of_sign(sign, staff=staff)), _part(sign.domain))
            for sign in stage.signs
        ),
        tuple(
            RowLine(
                action.text,
                (*_of_action(action, staff=staff), *_use(action, used, staff=staff)),
            )
            for action in stage.mine
        ),
        tuple(
            RowLine(action.text, tuple(_of_action(action, staff=staff)))
            for action in stage.others
        ),
    )


def _part(domain: Domain | None) -> str:
    return domain.value if domain else ""


def _of_sign(sign: Sign, *, staff: bool) -> Iterator[str]:
    if sign.usual:
        yield say("Usual: {usual}", usual=sign.usual)
    if sign.change:
        yield say("Then: {change}", change=sign.change)
    if sign.noticed_by:
        yield say("First noticed by: {noticed_by}", noticed_by=sign.noticed_by)
    if staff and sign.example:
        yield say("Before: {example}", example=sign.example)


def _of_action(action: Action, *, staff: bool) -> Iterator[str]:
    if action.who:
        yield say("Who: {who}", who=action.who)
    if action.within:
        yield say("Within: {within}", within=action.within)
    if action.agreed is False:
        yield (
            say("Not agreed by the person")
            if staff
            else say("I have not agreed to this")
        )


def _use(action: Action, used: Mapping[str, Use], *, staff: bool) -> Iterator[str]:
    use = used.get(action.text)
    if staff and use and use.tried:
        words = use.words
        yield capital(words)


def told_lines(card: Card) -> tuple[Led, ...]:
    """Return how the person wants to hear that something is changing."""
    pairs = (
        (say("Who says it first"), card.says_first),
        (say("How it is told"), card.told_how),
    )
    return tuple(Led(lead, text) for lead, text in pairs if text)


_STEP_WORDS = {
    StepChange.PAUSE: say("The step pauses. It is not over."),
    StepChange.SMALLER: say("The step gets smaller for a while."),
    StepChange.REVIEW: say("We look at the step the same day."),
    StepChange.STAY: say("The step goes on."),
}


def step_up_lines(card: Card) -> tuple[Led, ...]:
    """Return what changes at "I'm struggling", as a card says it."""
    up = card.step_up
    if up is None:
        return ()
    first, *rest = _changes(up)
    return (first, *(Led("", pause.text) for pause in up.pauses), *rest)


def changes_then(up: StepUp) -> Iterator[str]:
    """Return what becomes of the step, who comes, who is called, what is left."""
    for led in _changes(up):
        yield f"{led.lead}: {led.text}" if led.lead else led.text


def _changes(up: StepUp) -> Iterator[Led]:
    pairs = (
        (say("More contact"), up.contact),
        (say("Who is called"), up.call),
        (say("What to leave alone"), up.avoid),
    )
    yield Led("", _STEP_WORDS[up.step])
    yield from (Led(lead, text) for lead, text in pairs if text)
