"""The right of reply: what the person says about a pack or a decision."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import CHOICE_WORDS
from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile


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


@record
class About:
    """What a reply can be about: in words, and its record, "" for none of them."""

    words: str
    record: str = ""


def what_for(case: Casefile) -> dict[str, About]:
    """Return what a person can reply to, by its key: the latest pack, and decision."""
    found: dict[str, About] = {}
    packs = [p for p in case.papers if p.record.kind is PaperKind.REVIEW_PACK]
    if packs:
        day = say_day(packs[-1].record.on)
        found["pack"] = About(say("The review pack of {day}", day=day), packs[-1].id)
    if case.decisions:
        latest = case.decisions[-1]
        what = CHOICE_WORDS[latest.record.choice]
        words = say(
            "The decision of {on}: {what}", on=say_day(latest.record.on), what=what
        )
        found["decision"] = About(words, latest.id)
    found["record"] = About(say("Something else that is written"))
    return found
