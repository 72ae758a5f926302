"""A copy of a consent for the person: what they agreed to, and how to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent import Answered, ConsentKind
from inclusion_cli.domain.consent_page import rows
from inclusion_cli.domain.consent_words import item_words, stands
from inclusion_cli.domain.leaf import Leaf, Part
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.sheet import Sheet

PURPOSE = say("your own copy")


def consent_copy(
    sheet: Sheet, case: Casefile, kept: Kept[Consent], *, on: date
) -> Leaf:
    """Return the copy of a consent, to the person who gave it."""
    said = kept.record
    return Leaf(
        sheet,
        _title(said),
        (*_lead(said), f"{stands(case, kept, on=on)}."),
        tuple(_parts(said)),
        (say("Your name or mark"), say("Who asked you")),
    )


def _title(said: Consent) -> str:
    if said.kind is ConsentKind.LEGAL_BASIS:
        return say("On what your record rests in law")
    if said.answered is Answered.GIVEN:
        return say("What you agreed to")
    return say("What you said no to")


def _lead(said: Consent) -> Iterator[str]:
    if said.kind is ConsentKind.TELL:
        whom = f"{said.recipient}, {said.role}".rstrip(", ")
        yield say("Who may be told: {whom}.", whom=whom)
    yield say("What for: {purpose}.", purpose=said.purpose.rstrip("."))


def _parts(said: Consent) -> Iterator[Part]:
    if said.items:
        yield Part(say("What may be told"), item_words(said.items), listed=True)
        others = item_words(said.excluded)
        yield Part(
            say("What is not told"),
            (*others, say("Anything else that is not on the list above")),
            listed=True,
        )
    skipped = {say("Not to be told"), say("Has a copy")}
    told = [f"{name}: {words}" for name, words in rows(said) if name not in skipped]
    yield Part(say("How it was asked and answered"), tuple(told), listed=True)
    if said.kind is ConsentKind.LEGAL_BASIS:
        return
    yield Part(
        say("You can change your mind"),
        (
            say("At any time, with no reason. Your home and support stay the same."),
            say("What was told cannot be made untold. We ask them to stop using it."),
        ),
    )
