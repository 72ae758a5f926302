"""What a save says back: what changed, what follows from it, and what to do next."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.record import record


@record
class Saved:
    """The receipt of an act.

    `says` names what changed and for whom; `follows` is what it leads to, in words;
    `next` is one command to go on with. `undo` says whether it can be taken back.
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
