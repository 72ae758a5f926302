"""Consents as they are listed and shown: how each stands today, and who holds what."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.consent_items import ITEMS
from inclusion_cli.domain.consent_standing import counts, may_tell
from inclusion_cli.domain.consent_words import (
    ANSWERED_WORDS,
    BASIS_WORDS,
    GIVEN_WORDS,
    KIND_WORDS,
    item_words,
    stands,
    what_for,
)
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosed import told_words
from inclusion_cli.domain.held import held_under
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import listed
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept


@record
class ConsentLine:
    """One consent in a list. `holds` is whether it holds today."""

    id: str
    kind: str
    what: str
    items: tuple[str, ...]
    stands: str
    holds: bool
    until: date | None
    held: tuple[str, ...]


@record
class ConsentList:
    """What a person agreed to, newest first; default is none."""

    code: str
    name: str
    lines: tuple[ConsentLine, ...]
    closed: date | None = None


@record
class ConsentPage:
    """One consent in full. `left_out` are things nobody may tell on it."""

    id: str
    code: str
    name: str
    kind: str
    what: str
    stands: str
    holds: bool
    rows: tuple[tuple[str, str], ...]
    items: tuple[str, ...]
    left_out: tuple[str, ...]
    held: tuple[str, ...]


def consent_list(case: Casefile, *, on: date) -> ConsentList:
    """Return every answer a person gave about consent."""
    return ConsentList(
        case.person.record.code,
        case.person.record.name,
        tuple(_line(case, kept, on) for kept in reversed(case.safety.consents)),
        case.closed_on,
    )


def _line(case: Casefile, kept: Kept[Consent], on: date) -> ConsentLine:
    said = kept.record
    return ConsentLine(
        short_id(kept.id),
        KIND_WORDS[said.kind],
        what_for(said),
        item_words(_told_on(case, kept, on)),
        stands(case, kept, on=on),
        counts(case, kept, on=on),
        said.until,
        who_holds(case, kept),
    )


def _told_on(case: Casefile, kept: Kept[Consent], on: date) -> tuple[str, ...]:
    """Return the items of one that holds as they may be told; of another, its own."""
    if counts(case, kept, on=on):
        return may_tell(case, kept, on=on)
    return kept.record.items


def holding(case: Casefile, *, on: date) -> Iterator[str]:
    """Return what holds on a day, in a sentence each, newest first."""
    for kept in reversed(case.safety.consents):
        if counts(case, kept, on=on):
            what = what_for(kept.record).rstrip(".")
            yield f"{what}. {stands(case, kept, on=on)}."


def who_holds(case: Casefile, kept: Kept[Consent]) -> tuple[str, ...]:
    """Return who holds what on a consent, in words."""
    return tuple(
        say(
            "{who}: {what}, since {day}",
            who=told.record.recipient,
            what=told_words(case, told.record),
            day=say_day(told.record.on),
        )
        for told in held_under(case, kept)
    )


def consent_page(case: Casefile, kept: Kept[Consent], *, on: date) -> ConsentPage:
    """Return one consent in full, as it stands on a day."""
    said = kept.record
    tells = said.kind is ConsentKind.TELL and said.answered is Answered.GIVEN
    items = _told_on(case, kept, on)
    rest = tuple(item.label for item in ITEMS if item.key not in items)
    return ConsentPage(
        short_id(kept.id),
        case.person.record.code,
        case.person.record.name,
        KIND_WORDS[said.kind],
        what_for(said),
        stands(case, kept, on=on),
        counts(case, kept, on=on),
        tuple(rows(said)),
        item_words(items),
        rest if tells else (),
        who_holds(case, kept),
    )


def rows(said: Consent) -> Iterator[tuple[str, str]]:
    """Return what was asked and answered, row by row."""
    copies = {None: "", True: say("Yes"), False: say("Not yet")}
    told = {
        say("Asked on"): say_day(said.on),
        say("Answer"): ""
        if said.kind is ConsentKind.LEGAL_BASIS
        else ANSWERED_WORDS[said.answered],
        say("Not to be told"): listed(item_words(said.excluded)),
        say("How it was asked"): said.asked_how,
        say("Interpreter"): said.interpreter,
        say("How it was given"): GIVEN_WORDS[said.given_how] if said.given_how else "",
        say("Witness"): said.witness,
        say("Deciding for themselves"): said.capacity,
        say("Rests on"): BASIS_WORDS.get(said.basis, said.basis),
        say("How to take it back"): said.withdraw_how,
        say("Has a copy"): copies[said.copy_given],
        say("Their words"): said.words,
        say("Words when taken back"): said.withdrawn_words,
    }
    yield from ((name, words) for name, words in told.items() if words)
