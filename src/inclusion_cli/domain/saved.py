"""What a save says back: what changed, what follows from it, and what to do next."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.record import record, replace
from inclusion_cli.tongue import say

TAKEN_OUT = say(
    "A card, account or PIN number, or a password, was taken out of what was typed."
)


@record
class Saved:
    """The receipt of an act.

    `says` names what changed and for whom; `follows` is what it leads to, in words;
    `next` is one command to go on with. `undo` says whether it can be taken back.
    `left_out` is what was typed and could not be kept, each with how to add it.
    """

    says: str
    code: str = ""
    kind: str = ""
    id: str = ""
    record: Any = None
    follows: tuple[str, ...] = ()
    next: tuple[str, ...] = ()
    undo: bool = True
    saved: bool = True
    left_out: tuple[str, ...] = ()


def says_taken_out(saved: Saved) -> Saved:
    """Return a receipt that says first that a number was taken out."""
    return replace(saved, follows=(TAKEN_OUT, *saved.follows))
