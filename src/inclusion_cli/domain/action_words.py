"""The actions of one file in words: what is open, what was done, whether it worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.action import Worked
from inclusion_cli.domain.action_standing import done_actions, open_actions
from inclusion_cli.domain.dates import say_day, say_near
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record_page import PagePart, PageRow, RecordPage
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.filed import Filed

WORKED_WORDS = {
    Worked.YES: say("It worked."),
    Worked.PARTLY: say("It worked in part."),
    Worked.NO: say("It did not work."),
}
NOT_CHECKED = say("Nobody has looked yet whether it worked.")


def action_list(found: Filed, on: date) -> RecordPage:
    """Return the actions of a file: the open ones first, then what was done."""
    open_, done = open_actions(found.actions, on=on), done_actions(found.actions, on=on)
    waiting = tuple(
        PageRow(_by(k.record, on), _what(k.record), short_id(k.id)) for k in open_
    )
    ended = tuple(
        PageRow(_done(k.record), _what(k.record), short_id(k.id))
        for k in reversed(done)
    )
    next_ = ("done", short_id(open_[0].id)) if open_ else ("add", *found.named)
    return RecordPage(
        say("Actions: {label}", label=found.label),
        found.code,
        (
            PagePart(say("To do"), waiting, say("No action is open.")),
            PagePart(say("Done"), ended),
        ),
        ("action", *next_),
    )


def _by(action: Action, on: date) -> str:
    late = say(", past its day") if action.due < on else ""
    return say(
        "{owner}, by {day}{late}",
        owner=action.owner,
        day=say_near(action.due, today=on),
        late=late,
    )


def _done(action: Action) -> str:
    return say(
        "{owner}, done on {day}",
        owner=action.owner,
        day=say_day(action.done_on or action.due),
    )


def _what(action: Action) -> str:
    parts = [f"{action.what.rstrip('.')}."]
    if action.evidence:
        parts.append(say("Evidence: {text}.", text=action.evidence.rstrip(".")))
    if action.done_on:
        parts.append(WORKED_WORDS[action.worked] if action.worked else NOT_CHECKED)
    return " ".join(parts)
