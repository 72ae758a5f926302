"""What is due of safeguarding concerns: the manager, the wishes, the decision.

Home says that there is one, and never what was seen or who is meant.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.concern import Refer
from inclusion_cli.domain.concerns import (
    TO_BE_REFERRED,
    in_danger_now,
    lacking,
    missing,
    not_rung,
    open_concerns,
)
from inclusion_cli.domain.dates import say_near
from inclusion_cli.domain.due import Due, Group, Urgency
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.values import and_list, sentence
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.due import About
    from inclusion_cli.domain.kept import Kept

SHIFT_HOURS = 8
"""Hours within which the manager is told: the same shift (practice reference 4.3)."""
ANSWER_DAYS = 14
"""Days after which a referral has an answer, or somebody asks. Service default."""


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is due of the safeguarding concerns of a person."""
    for kept in open_concerns(about.case):
        lacks = missing(kept.record)
        if lacks or not_rung(kept.record):
            yield _lacking(about, kept, lacks, now)
        elif due := _answer(about, kept, now.date()):
            yield due


def _lacking(
    about: About,
    kept: Kept[SafeguardingConcern],
    lacks: tuple[str, ...],
    now: datetime,
) -> Due:
    """Return the line about what is not there; an alarm once its time is over.

    The manager is told in the same shift, a decision made on the same day. What is to
    be referred is an alarm at once: they know, and nobody has it.
    """
    late = "manager_time" in lacks and now - kept.recorded_at > timedelta(
        hours=SHIFT_HOURS
    )
    told = kept.recorded_at.astimezone().date()
    late = late or ("decision" in lacks and told < now.date())
    danger = in_danger_now(kept.record)
    ring = say(" Somebody is in danger now: ring 999, if nobody has.")
    waits = not_rung(kept.record)
    late = late or waits
    says = say(
        "Safeguarding concern of {day}.{first} Not there yet: {what}.",
        day=say_near(kept.on, today=now.date()),
        first=ring if danger else f" {sentence(TO_BE_REFERRED)}" if waits else "",
        what=and_list(lacking(kept.record)),
    )
    return about(
        Group.TODAY,
        says,
        ("concern", "decide", short_id(kept.id)),
        on=kept.on,
        records=(kept.id,),
        alarm=Side.RISK.value if late or danger else "",
        urgency=Urgency.NOW if danger else Urgency.USUAL,
    )


def _answer(about: About, kept: Kept[SafeguardingConcern], today: date) -> Due | None:
    """Return that a referral has no answer yet, or that a concern can be closed."""
    told = kept.record
    if _decided(kept) + timedelta(days=ANSWER_DAYS) > today:
        return None
    day = say_near(kept.on, today=today)
    says = say("Safeguarding concern of {day}: decided, and still open.", day=day)
    if told.decided is Refer.REFER and not told.feedback:
        says = say("Safeguarding concern of {day}: was there an answer? Ask.", day=day)
    command = ("concern", "close", short_id(kept.id))
    return about(Group.LOOK, says, command, on=_decided(kept), records=(kept.id,))


def _decided(kept: Kept[SafeguardingConcern]) -> date:
    return (kept.record.decided_at or kept.happened_at).astimezone().date()
