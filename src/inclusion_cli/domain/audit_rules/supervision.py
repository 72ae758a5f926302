"""The worker's own meeting, and reading what one works by: rules 21 and 23 of 6.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import Found, Rule, nothing
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.read_ticks import has_read
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Look, Whole

MOST_DAYS = 56
"""Supervision is held every 6 to 8 weeks; the longer of the two. 6.4 (21)."""


def _supervision(whole: Whole) -> Iterator[Found]:
    on, mend = whole.span.on, ("supervision", "prepare")
    held = [k for k in whole.service.supervisions if k.record.on <= on]
    if not held:
        yield Found(say("No supervision of yours is written down."), (), mend, "none")
        return
    last = max(held, key=lambda kept: (kept.record.on, kept.order))
    days = (on - last.record.on).days
    if days > MOST_DAYS:
        says = say(
            "Your last supervision was on {day}, {days} ago.",
            day=say_day(last.record.on),
            days=say_many("{number} day", "{number} days", days),
        )
        yield Found(says, (last.id,), mend, "late")
    if not (last.record.supported.strip() or last.record.held_back.strip()):
        says = say(
            "The supervision of {day} tells of no risk you supported, and of nothing "
            "you held back.",
            day=say_day(last.record.on),
        )
        yield Found(says, (last.id,), mend, "reflection")


def _unread(look: Look) -> Iterator[Found]:
    it = look.formulation
    workers = _worked(look)
    if it is None or not workers:
        return
    unread = [w for w in workers if not has_read(look.case, w, it.version)]
    if unread:
        mine = [d.id for d in look.debriefs if d.author in unread]
        says = say_many(
            "{number} worker was at a session and has not ticked version {version} of "
            "the formulation as read.",
            "{number} workers were at a session and have not ticked version {version} "
            "of the formulation as read.",
            len(unread),
            version=it.version,
        )
        mend = ("formulate", "show", look.code)
        yield Found(says, (*mine, *look.formulation_ids), mend)


def _worked(look: Look) -> tuple[str, ...]:
    """Return the ids of the workers who wrote of a session of the month."""
    return tuple(dict.fromkeys(d.author for d in look.went))


RULES = (
    Rule(
        21,
        "supervision-missing",
        Grade.B,
        AuditSide.RECORD,
        say("No supervision in the last 8 weeks, or none of a risk you supported."),
        say("Good risks are carried by a team, not by one worker alone."),
        say("your own meetings"),
        of=nothing,
        service=_supervision,
        of_service=lambda whole: len(whole.service.supervisions),
    ),
    Rule(
        23,
        "not-read",
        Grade.B,
        AuditSide.RECORD,
        say("Somebody was at a session and has not read the formulation that stands."),
        say("What was agreed helps only if whoever goes along knows it."),
        say("workers at sessions"),
        of=lambda look: len(_worked(look)) if look.formulation else 0,
        person=_unread,
    ),
)
