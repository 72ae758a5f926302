"""The view a card is printed from, discreet by default.

What a card says that is carried: the person's own words, and numbers. Never a surname,
a diagnosis, an address or the name of the service; a name only where the person wants
it. Source: practice reference 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import (
    NOBODY,
    STAGES_WITH_SIGNS,
    Card,
    Contact,
    Numbers,
    check_by,
    to_ring,
)
from inclusion_cli.domain.card_heads import heads_of
from inclusion_cli.domain.card_lines import (
    CardSheet,
    StageLines,
    stage_lines,
    step_up_lines,
    told_lines,
)
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.paper import Holder
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.values import and_list, counted
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from inclusion_cli.domain.card_use import Use
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.sheet import Sheet

WALLET_PEOPLE, WALLET_NUMBERS = 2, 3
"""The most a wallet card prints; practice reference 3.2."""

NAME, HOME, DESTROY, COLOUR = "name", "home", "destroy", "colour"
ADD_WORDS = {
    NAME: say("The name {name}"),
    HOME: say("Who looks after pets, the flat and keys. A finder could read it"),
    DESTROY: say('The words "If you find this, destroy it"'),
    COLOUR: say("Colour"),
}
"""What a person may add to a card; crisis lines may be added too."""

SIZES = ("a4", "a5", "a6", "wallet", "booklet", "large", "easy")


def card_sheet(
    kept: Kept[Card],
    sheet: Sheet,
    *,
    known_as: str,
    numbers: Numbers,
    size: str,
    holder: Holder,
    adds: tuple[str, ...] = (),
    used: Mapping[str, Use] | None = None,
) -> CardSheet:
    """Return what a copy of a card says in one size.

    `adds` is what the person chose to have on it. `used` tells by an action's text how
    often it was tried and helped; it stands on the staff copy alone. A finder of a
    carried copy learns who holds a key only where the person chose to add it.
    """
    card, staff = kept.record, holder is Holder.STAFF
    full = CardSheet(
        sheet=sheet,
        title=say("My card"),
        known_as=known_as if staff or NAME in adds else "",
        version=card.version,
        made=say_day(card.written_on or kept.on),
        check_by=say_day(check_by(kept)),
        size=size,
        staff=staff,
        colour=COLOUR in adds,
        destroy=DESTROY in adds,
        stages=stage_lines(card, staff=staff, used=used or {}),
        told=told_lines(card),
        step_up=step_up_lines(card),
        home_care=card.home_care if staff or HOME in adds else "",
        statement=card.statement,
        not_helpful=card.not_helpful,
        people=card.contacts,
        on_call="" if card.on_call == NOBODY else card.on_call,
        numbers=numbers.contacts,
        lines=_lines(numbers, adds),
        checked=_checked(kept, numbers),
        heads=heads_of(known_as if staff else "", easy=size == "easy"),
        crisis_team=to_ring(card.crisis_team),
    )
    return _wallet(full) if size == "wallet" else full


def _lines(numbers: Numbers, adds: tuple[str, ...]) -> tuple[Contact, ...]:
    return tuple(
        Contact(line.name, line.number) for line in numbers.lines if line.key in adds
    )


def _checked(kept: Kept[Card], numbers: Numbers) -> str:
    """Return the day the oldest of the numbers was checked."""
    card, written = kept.record, kept.record.written_on or kept.on
    days: list[date] = [max(card.lines_checked or numbers.as_of, numbers.as_of)]
    days += [contact.checked_on or written for contact in card.contacts]
    if card.on_call != NOBODY:
        days.append(card.on_call_checked or written)
    if to_ring(card.crisis_team):
        days.append(card.crisis_team_checked or written)
    return say_day(min(days))


def _wallet(full: CardSheet) -> CardSheet:
    """Return the most a wallet card says, and what it leaves out."""
    people = full.people[:WALLET_PEOPLE]
    local = bool(full.on_call) + bool(full.crisis_team)
    lines = _chosen_first(full)[: WALLET_NUMBERS - local]
    stages = tuple(_fewest(s) for s in full.stages if s.number in STAGES_WITH_SIGNS)
    left = (
        (_signs(full.stages) - _signs(stages), "sign"),
        (_actions(full.stages) - _actions(stages), say("thing to do")),
        (len(full.people) - len(people), "person"),
        (len(full.numbers) + len(full.lines) - len(lines), "number"),
    )
    many = {"thing to do": say("things to do"), "person": "people"}
    told = [counted(n, noun, many.get(noun, "")) for n, noun in left if n]
    return replace(
        full,
        stages=stages,
        told=(),
        step_up=(),
        home_care="" if full.staff else full.home_care,
        statement="",
        people=people,
        numbers=lines,
        lines=(),
        left_out=say("Left out here: {told}.", told=and_list(told)) if told else "",
    )


def _chosen_first(full: CardSheet) -> tuple[Contact, ...]:
    """Return the number for danger to life, what the person chose, then the rest."""
    return (*full.numbers[:1], *full.lines, *full.numbers[1:])


def _fewest(stage: StageLines) -> StageLines:
    """Return one sign and one own action of a stage: three of each on the card."""
    bare = tuple(replace(line, more=()) for line in (stage.signs[0], stage.mine[0]))
    return replace(stage, signs=bare[:1], mine=bare[1:], others=())


def _signs(stages: tuple[StageLines, ...]) -> int:
    return sum(len(stage.signs) for stage in stages)


def _actions(stages: tuple[StageLines, ...]) -> int:
    return sum(len(stage.mine) + len(stage.others) for stage in stages)
