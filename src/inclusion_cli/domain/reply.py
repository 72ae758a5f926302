"""The right of reply: what the person says about a pack or a decision."""

from __future__ import annotations

from datetime import date

from inclusion_cli.domain.record import record


@record
class Reply:
    """What the person says, in their own words, kept beside what it is about.

    `about` names the pack or decision in words, `about_id` is its record, "" for
    neither. `change` is what they want changed or added, "" for nothing. A reply is
    never written over: another one stands beside it.
    """

    on: date
    words: str
    about: str = ""
    about_id: str = ""
    change: str = ""

    def __post_init__(self) -> None:
        if not self.words:
            raise ValueError("a reply has the person's words")
