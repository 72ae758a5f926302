"""Looking back on an incident, and closing it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.action import add_actions, came_of_it
from inclusion_cli.casework.incident import read_again
from inclusion_cli.domain.incident import AfterAction
from inclusion_cli.domain.incident_words import still_to_do
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.store.work import Work


def review_incident(
    work: Work, found: Filed, given: Mapping[str, Any], *, today: date
) -> Saved:
    """Write an after-action review, and the actions that come of it."""
    kept = read_again(work, given)
    limited = given["restriction"] == YES
    told = AfterAction(
        incident=kept.id,
        on=given.get("on") or today,
        expected=given["expected"],
        happened=given["happened"],
        why_differed=given["why_differed"],
        change=given["change"],
        plan_followed=given.get("plan_followed") or "",
        person_said=given.get("person_said") or "",
        proportionate=given.get("proportionate") or "",
        restriction=limited,
        fed_back=given.get("fed_back") or "",
        limit_ended=given.get("limit_ended") if limited else None,
    )
    review = work.add(told, file=found.file)
    actions = add_actions(work, found.file, given, of=review.id)
    work.clear_draft(found.file, "incident_review")
    return Saved(
        say("Saved for {label}: an after-action review.", label=found.label),
        code=found.code,
        kind="after_action",
        id=review.id,
        record=told,
        follows=tuple(_leads_to(found, told, actions)),
        next=("incident", "show", short_id(kept.id)),
    )


def _leads_to(found: Filed, told: AfterAction, actions: int) -> Iterator[str]:
    if actions:
        yield came_of_it(actions)
    if told.restriction and not told.limit_ended and found.code and not found.closed:
        yield say(
            "The limit that was added needs a place in the register, and an end: "
            "inclusion restriction place {code}",
            code=found.code,
        )
    if not told.person_said:
        yield say("What {name} says is missing. Ask.", name=found.known_as)
    if not told.fed_back:
        yield say("Tell {name} what came of it.", name=found.known_as)


def close_incident(
    work: Work, found: Filed, given: Mapping[str, Any], *, now: datetime
) -> Saved:
    """Write that an incident is closed, and why; what is open stays open."""
    kept = read_again(work, given)
    left = still_to_do(found, kept, now)
    closed = replace(kept.record, closed_on=now.date(), closed_because=given["because"])
    work.amend(kept, closed, reason=say("closed"))
    work.clear_draft(found.file, "incident_close")
    return Saved(
        say("Closed for {label}: an incident.", label=found.label),
        code=found.code,
        kind="incident",
        id=kept.id,
        record=closed,
        follows=left,
        next=("incident", "list", *found.named),
    )
