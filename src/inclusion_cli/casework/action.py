"""Actions: what somebody will do, that it was done, and whether it worked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.rows import rows_of
from inclusion_cli.domain.action import Action, Worked
from inclusion_cli.domain.action_standing import open_actions, unchecked
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.action_standing import Actions
    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work


class NoAction(NothingFound):
    """There is no action that could be done, or looked at again."""

    def __init__(self, found: Filed, what: str) -> None:
        super().__init__(say("{label}: {what}", label=found.label, what=what))
        named = " ".join(found.named)
        self.hint = say("To add one, type: inclusion action add {named}", named=named)


def add_action(work: Work, file: str, action: Action) -> Kept[Action]:
    """Write one action in a person's file, or in the service's."""
    return work.add(action, file=file)


def action_from(
    given: Mapping[str, Any], *, of: str = "", old: Action | None = None
) -> Action:
    """Return the action the answers stand for; what was done about it stays."""
    told = {key: given[key] for key in ("what", "owner", "due")}
    before = old or Action(**told, of=of)
    return replace(before, **told, cause=given.get("cause") or "")


def add_actions(work: Work, file: str, given: Mapping[str, Any], *, of: str) -> int:
    """Write the actions that stand in rows; return how many came of the record."""
    return len([add_action(work, file, one) for one in actions_from(given, of=of)])


def came_of_it(actions: int) -> str:
    """Return how many actions came of a look back, and where they are shown."""
    return say_many(
        "{number} action came of it. Home shows it until it is done.",
        "{number} actions came of it. Home shows them until they are done.",
        actions,
    )


def actions_from(given: Mapping[str, Any], *, of: str) -> Iterator[Action]:
    """Return the actions that stand in rows, each come of one record."""
    for _number, row in rows_of(given, "action", "what"):
        yield Action(row["what"], row["owner"], row["due"], of)


def record_action(work: Work, found: Filed, action: Action) -> Saved:
    """Write an action; return its receipt."""
    kept = add_action(work, found.file, action)
    work.clear_draft(found.file, "action")
    return Saved(
        say(
            "Saved for {label}: {owner} does it by {day}.",
            label=found.label,
            owner=action.owner,
            day=say_day(action.due),
        ),
        code=found.code,
        kind="action",
        id=kept.id,
        record=action,
        follows=(say("Home shows it until it is done."),),
        next=("action", "list", *found.named),
    )


def can_be_done(found: Filed, on: date) -> Actions:
    """Return the actions that are open. Raises NoAction."""
    there = open_actions(found.actions, on=on)
    if not there:
        raise NoAction(found, say("no action is open."))
    return there


def can_be_checked(found: Filed, on: date) -> Actions:
    """Return what was done and nobody has looked at since. Raises NoAction."""
    there = unchecked(found.actions, on=on)
    if not there:
        raise NoAction(found, say("no action waits for a look whether it worked."))
    return there


def finish_action(work: Work, found: Filed, given: Mapping[str, Any]) -> Saved:
    """Write that an action was done, with its evidence."""
    kept = work.get(Action, given["which"])
    done = replace(kept.record, done_on=given["done_on"], evidence=given["evidence"])
    work.amend(kept, done, reason=say("done"))
    work.clear_draft(found.file, "action_done")
    return _saved(
        found,
        kept,
        done,
        say("Done, {label}: {what}", label=found.label, what=done.what),
        say("Look again later whether it worked. Home asks for it."),
        ("action", "check", short_id(kept.id)),
    )


def check_action(work: Work, found: Filed, given: Mapping[str, Any]) -> Saved:
    """Write whether what was done worked."""
    kept, worked = work.get(Action, given["which"]), Worked(given["worked"])
    seen = replace(kept.record, worked=worked, checked_on=given["checked_on"])
    work.amend(kept, seen, reason=say("looked at again"))
    work.clear_draft(found.file, "action_check")
    fine = worked is Worked.YES
    follows = "" if fine else say("It did not do all it should. What else could help?")
    next_ = ("list", *found.named) if fine else ("add", *found.named)
    says = say("Saved for {label}: {what}", label=found.label, what=seen.what)
    return _saved(found, kept, seen, says, follows, ("action", *next_))


def _saved(
    found: Filed,
    kept: Kept[Action],
    record: Action,
    says: str,
    follows: str,
    next_: tuple[str, ...],
) -> Saved:
    return Saved(
        says,
        code=found.code,
        kind="action",
        id=kept.id,
        record=record,
        follows=(follows,) if follows else (),
        next=next_,
    )
