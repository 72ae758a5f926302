"""Copies of a card: logged before they are made, and told of when they are gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.casework.card import card_of
from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.card_copies import (
    copies,
    holds,
    out_of_date,
    whole_on_a4,
)
from inclusion_cli.domain.card_plan import card_and_plan
from inclusion_cli.domain.card_sheet import card_sheet
from inclusion_cli.domain.card_use import uses
from inclusion_cli.domain.consent_items import CARD
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.paper import Ended, Holder, Paper, PaperKind
from inclusion_cli.domain.record import record
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.card import Numbers
    from inclusion_cli.domain.card_copies import Copy
    from inclusion_cli.domain.card_lines import CardSheet
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

PURPOSES = {
    Holder.PERSON: say("to carry"),
    Holder.OTHER: say("to carry"),
    Holder.STAFF: say("early-warning card"),
}
"""What stands on a copy; the one that is carried does not say what it is."""
END_WORDS = {
    Ended.RETURNED: say("was given back"),
    Ended.DESTROYED: say("was destroyed"),
    Ended.LOST: say("is lost"),
}
CARRIES = "me"


class NobodyHoldsOne(NothingFound):
    """There is no copy that could be given back."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("Nobody holds a copy of the card of {label}.", label=case.label)
        )
        self.hint = say(
            "To print one, type: inclusion card print {code}",
            code=case.person.record.code,
        )


@record
class Order:
    """Which copy is to be made: its size, for whom, and what is added to it.

    `leaving` says what giving it to somebody else rests on.
    """

    size: str
    holder: Holder
    recipient: str = ""
    adds: tuple[str, ...] = ()
    leaving: Leaving | None = None


def log_copy(work: Work, case: Casefile, order: Order) -> None:
    """Write that a copy of the card is made, and for whom, before it is.

    Raises NotAgreed where somebody else may not have one.
    """
    named = {Holder.PERSON: case.known_as, Holder.STAFF: "staff"}
    paper = Paper(
        PaperKind.CARD,
        work.clock.today(),
        recipient=named.get(order.holder, order.recipient),
        purpose=PURPOSES[order.holder],
        version=card_of(case).record.version,
        size=order.size,
        holder=order.holder,
        adds=order.adds,
    )
    file = case.person.file
    if order.leaving:
        now = work.casefile(file)
        log_leaving(work, file, paper, order.leaving, case=now, items=(CARD,))
    else:
        work.add(paper, file=file)
    work.clear_draft(file, "card_print")


def make_card(
    reading: Reading,
    case: Casefile,
    order: Order,
    *,
    today: date,
    numbers: Numbers,
) -> CardSheet:
    """Return what a copy of the card says; a carried one names nobody unasked."""
    named = {Holder.STAFF: "staff", Holder.OTHER: order.recipient}
    marks = sheet(
        reading,
        case.person.record.code,
        recipient=named.get(order.holder, CARRIES),
        purpose=PURPOSES[order.holder],
        on=today,
    )
    made = card_sheet(
        card_of(case),
        marks,
        known_as=case.known_as,
        numbers=numbers,
        size=order.size,
        holder=order.holder,
        adds=order.adds,
        used={action.text: use for action, use in uses(case)},
    )
    return replace(made, whole_on_a4=whole_on_a4(case))


def what_to_know(case: Casefile, stale: str) -> Iterator[str]:
    """Return what whoever prints a card must know: it still prints."""
    yield from (found.says for found in card_and_plan(case))
    yield from (says for says, _papers in out_of_date(case))
    if stale:
        yield stale


def held_of(case: Casefile) -> tuple[Copy, ...]:
    """Return the copies that are held. Raises NobodyHoldsOne."""
    held = copies(case)
    if not held:
        raise NobodyHoldsOne(case)
    return held


def take_copy(work: Work, case: Casefile, paper: str, *, ended: Ended) -> Saved:
    """Write that a copy is no longer held. `paper` is the id of the paper it is."""
    copy = next(copy for copy in held_of(case) if copy.paper == paper)
    kept = next(kept for kept in case.papers if kept.id == paper)
    gone = replace(kept.record, ended=ended, ended_on=work.clock.today())
    kept = work.amend(
        kept, gone, reason=say("the copy {end_words}", end_words=END_WORDS[ended])
    )
    work.clear_draft(case.person.file, "card_returned")
    code = case.person.record.code
    return Saved(
        say(
            "Saved for {label}: the copy of {whose} {end_words}.",
            label=case.label,
            whose=_whose(copy),
            end_words=END_WORDS[ended],
        ),
        code=code,
        kind="paper",
        id=kept.id,
        record=gone,
        follows=tuple(_still_held(case, copy)),
        next=("card", "show", code),
    )


def _whose(copy: Copy) -> str:
    return f"{copy.who}, {copy.words},"


def _still_held(case: Casefile, gone: Copy) -> Iterator[str]:
    rest = [c for c in copies(case) if c.who == gone.who and c.paper != gone.paper]
    for copy in rest:
        yield say(
            "{holds} another: {words}.",
            holds=holds(copy.who, copy.holder),
            words=copy.words,
        )
