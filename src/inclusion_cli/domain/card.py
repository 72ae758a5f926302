"""The early-warning card, in the person's own words. Source: practice reference 3.2."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Self

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept

STAGES = (
    say("I'm OK"),
    say("Something is changing"),
    say("I'm struggling"),
    say("I need help now"),
)
"""The four stages. Stage numbers are 1 to 4."""

CHANGING, STRUGGLING, NOW = 2, 3, 4
STAGES_WITH_SIGNS = (CHANGING, STRUGGLING, NOW)
LATEST_REVIEW_DAYS = 90
LATEST_NUMBER_DAYS = 180
SIGNS_ADVISED = (3, 5)
"""How many signs of "something is changing" work best; practice reference 3.2."""
NOBODY = "none"


class Domain(Enum):
    """The part of life a sign belongs to."""

    SLEEP = "sleep"
    EATING = "eating"
    THOUGHTS = "thoughts"
    SUSPICION = "suspicion"
    MOOD = "mood"
    ENERGY = "energy"
    GOING_OUT = "going_out"
    CONTACT = "contact"
    MONEY = "money"
    SUBSTANCES = "substances"
    SELF_CARE = "self_care"
    VOICES = "voices"
    BODY = "body"
    OTHER = "other"


DOMAIN_WORDS = {
    Domain.SLEEP: say("sleep"),
    Domain.EATING: say("eating"),
    Domain.THOUGHTS: say("thoughts"),
    Domain.SUSPICION: say("fear or not trusting"),
    Domain.MOOD: say("mood"),
    Domain.ENERGY: say("energy"),
    Domain.GOING_OUT: say("going out"),
    Domain.CONTACT: say("contact with people"),
    Domain.MONEY: say("money"),
    Domain.SUBSTANCES: say("alcohol or drugs"),
    Domain.SELF_CARE: say("washing, clothes, home"),
    Domain.VOICES: say("voices or seeing things"),
    Domain.BODY: say("the body"),
    Domain.OTHER: say("something else"),
}


@record
class Sign:
    """Something seen or felt that belongs to one stage.

    `usual` and `change` tell how it is and what it becomes ("7 hours", "under 5").
    """

    id: str
    text: str
    domain: Domain | None = None
    usual: str = ""
    change: str = ""
    noticed_by: str = ""
    example: str = ""


@record
class Action:
    """Something that is done at a stage; the debrief asks whether it helped.

    `who` is "" where the person does it; `within` is how soon. `agreed` tells whether
    the person agreed to what others do, None where it was not asked. `since` is the
    day it came on the card. A card of before has actions in text alone: id "".
    """

    id: str
    text: str
    who: str = ""
    within: str = ""
    agreed: bool | None = None
    since: date | None = None

    @classmethod
    def read_text(cls, text: str) -> Self:
        """Return the action that a card of before kept as text."""
        return cls("", text)


@record
class Stage:
    """One stage: how it shows, what the person does, then what others do."""

    number: int
    signs: tuple[Sign, ...]
    mine: tuple[Action, ...]
    others: tuple[Action, ...] = ()

    @property
    def title(self) -> str:
        """Return the stage's name."""
        return STAGES[self.number - 1]


class StepChange(Enum):
    """What becomes of the step at "I'm struggling"; the values of pause responses."""

    PAUSE = "pause"
    SMALLER = "step_back"
    REVIEW = "review_same_day"
    STAY = "stay"


@record
class PauseOnCard:
    """An agreed pause sign of the step, as the card tells it.

    `rule` is the canonical JSON of its rule, so that the plan can be held against it.
    """

    text: str
    rule: str

    @property
    def in_words(self) -> str:
        """Return what a worker reads of it: the sentence, not the rule."""
        return self.text


@record
class StepUp:
    """What changes at "I'm struggling": the step, contact, who is called."""

    step: StepChange
    pauses: tuple[PauseOnCard, ...] = ()
    contact: str = ""
    call: str = ""
    avoid: str = ""


@record
class Contact:
    """Someone to ring, as the person names them, and when the number was checked."""

    name: str
    number: str
    checked_on: date | None = None


@record
class Line:
    """A crisis line that goes on a card where the person wants it."""

    key: str
    name: str
    number: str


@record
class Numbers:
    """The crisis numbers of a nation, the day they were checked, and more lines."""

    as_of: date
    contacts: tuple[Contact, ...]
    lines: tuple[Line, ...] = ()


@record
class Card:
    """A version of the card. `on_call` is the local number, or "none", confirmed.

    `crisis_team` is the local crisis team's number in the same way, "" not asked.
    `says_first` and `told_how` are how the person wants to hear that something is
    changing; `home_care` who looks after pets, the flat and keys; `statement` where an
    advance statement is. `lines_checked` is the day the crisis lines were checked for
    this card. Copies of versions before `reissue_from` are out of date.
    """

    version: int
    stages: tuple[Stage, ...]
    not_helpful: str
    on_call: str
    contacts: tuple[Contact, ...] = ()
    says_first: str = ""
    told_how: str = ""
    step_up: StepUp | None = None
    home_care: str = ""
    statement: str = ""
    written_on: date | None = None
    check_by: date | None = None
    on_call_checked: date | None = None
    lines_checked: date | None = None
    reissue_from: int = 0
    crisis_team: str = ""
    crisis_team_checked: date | None = None

    def __post_init__(self) -> None:
        if [stage.number for stage in self.stages] != [1, 2, 3, 4]:
            raise ValueError("a card has its four stages in order")
        for stage in self.stages:
            if not stage.signs:
                raise ValueError(f'the stage "{stage.title}" has no sign')
            if not stage.mine:
                raise ValueError(f'the stage "{stage.title}" has no own action')
        if not (self.not_helpful and self.on_call):
            raise ValueError("a card says what does not help and whom to ring here")

    def signs(self) -> tuple[tuple[Stage, Sign], ...]:
        """Return the signs of change, stages 2 to 4, in the order of the card."""
        return tuple(
            (stage, sign)
            for stage in self.stages
            if stage.number in STAGES_WITH_SIGNS
            for sign in stage.signs
        )

    def actions(self) -> tuple[tuple[Stage, Action], ...]:
        """Return the person's own actions, in the order of the card."""
        return tuple((stage, action) for stage in self.stages for action in stage.mine)

    @property
    def oldest_good(self) -> int:
        """Return the oldest version whose signs, numbers and step-up still hold."""
        return self.reissue_from or self.version


def to_ring(number: str) -> str:
    """Return a number that can be rung, "" where there is none or it was not asked."""
    return "" if number == NOBODY else number


def says_the_same(one: Card, two: Card) -> bool:
    """Say whether a copy of one serves for the other: signs, numbers, step-up."""
    return _must_be_known(one) == _must_be_known(two)


def _must_be_known(card: Card) -> tuple[object, ...]:
    return (
        tuple((stage.number, s.text, s.usual, s.change) for stage, s in card.signs()),
        card.on_call,
        to_ring(card.crisis_team),
        tuple((contact.name, contact.number) for contact in card.contacts),
        card.step_up,
    )


def check_by(kept: Kept[Card]) -> date:
    """Return the day by which the card is checked again: 90 days at the latest."""
    latest = kept.on + timedelta(days=LATEST_REVIEW_DAYS)
    return min(kept.record.check_by or latest, latest)


def numbers_checked(kept: Kept[Card]) -> tuple[tuple[str, date], ...]:
    """Return what each number on the card is called, and the day it was checked.

    A card of before kept no days: its numbers were checked when it was written.
    """
    card, written = kept.record, kept.record.written_on or kept.on
    found = [(who.name, who.checked_on or written) for who in card.contacts]
    if card.on_call != NOBODY:
        found.append((say("the number here"), card.on_call_checked or written))
    if to_ring(card.crisis_team):
        day = card.crisis_team_checked or written
        found.append((say("the crisis team's number"), day))
    return (*found, (say("the crisis lines"), card.lines_checked or written))
