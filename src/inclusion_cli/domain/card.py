"""The early-warning card, in the person's own words. Source: practice reference 3.2."""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record

STAGES = (
    "I'm OK",
    "Something is changing",
    "I'm struggling",
    "I need help now",
)
"""The four stages. Stage numbers are 1 to 4."""

STAGES_WITH_SIGNS = (2, 3, 4)
LATEST_REVIEW_DAYS = 90
NOBODY = "none"


@record
class Sign:
    """Something seen or felt that belongs to one stage."""

    id: str
    text: str


@record
class Action:
    """Something the person does; the debrief asks whether it was tried and helped."""

    id: str
    text: str


@record
class Stage:
    """One stage: how it shows, what the person does, then what others do."""

    number: int
    signs: tuple[Sign, ...]
    mine: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Return the stage's name."""
        return STAGES[self.number - 1]


@record
class Contact:
    """Someone to ring, as the person names them."""

    name: str
    number: str


@record
class Numbers:
    """The crisis numbers of a nation, and the day they were checked."""

    as_of: date
    contacts: tuple[Contact, ...]


@record
class Card:
    """A version of the card. `on_call` is the local number, or "none", confirmed."""

    version: int
    stages: tuple[Stage, ...]
    not_helpful: str
    on_call: str
    contacts: tuple[Contact, ...] = ()

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
        """Return the person's own actions, in the order of the card.

        An action has the id "" until cards give ids: it is known by its text.
        """
        return tuple(
            (stage, Action("", text)) for stage in self.stages for text in stage.mine
        )
