"""What came of a concern: limits and pauses on the day and since, and partners.

What stood already on the day is named too: an answer is in proportion or not beside
what there was. Source: practice reference 6.4.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.case_review_then import BEFORE
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.pack_decisions import choice_words
from inclusion_cli.domain.paper_parts import PaperLine
from inclusion_cli.domain.restrictions import register
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.decision import Decision
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.partner import Partner

AFTER = timedelta(days=28)
"""How far on our answer is looked at; a service default."""
ANSWERS = frozenset({Choice.PAUSE, Choice.STEP_BACK, Choice.RESUME, Choice.HOLD})


def answer(case: Casefile, at: datetime) -> Iterator[PaperLine]:
    """Return what stood on the day, and what came after, so that reflexes are seen."""
    lines = (*_limits(case, at), *_decisions(case, at))
    yield from lines
    if not lines:
        yield PaperLine(
            say("No limit stood on that day, and no limit or pause came in 28 days.")
        )


def _limits(case: Casefile, at: datetime) -> Iterator[PaperLine]:
    """Return the limits in force on the day of the concern, and those set since."""
    day, last = at.date(), (at + AFTER).date()
    for one in register(case, on=last):
        if one.lifted_on is not None and one.lifted_on < day:
            continue
        ends = one.ends_when or say("no end was written")
        what = one.kept.record.what if one.kept else one.what
        if one.began < day:
            says = say("A limit stood: {what}. Ends when: {ends}", what=what, ends=ends)
        else:
            says = say(
                "A limit was set: {what}. Ends when: {ends}", what=what, ends=ends
            )
        label, ids = say_day(one.began), (short_id(one.id),)
        yield PaperLine(says, label=label, ids=ids, strong=not one.ends_when)


def _decisions(case: Casefile, at: datetime) -> Iterator[PaperLine]:
    """Return the pause that stood on the day, and what was decided since."""
    day, last = at.date(), at + AFTER
    for decision in case.decisions:
        told = decision.record
        since = day <= decision.on and decision.happened_at <= last
        if told.choice in ANSWERS and (since or _paused_then(case, decision, at)):
            says = f"{choice_words(case, told)}. {told.why}"
            yield PaperLine(
                says, label=say_day(decision.on), ids=(short_id(decision.id),)
            )


def _paused_then(case: Casefile, pause: Kept[Decision], at: datetime) -> bool:
    """Say whether a pause was decided before the concern and not yet ended then."""
    if pause.record.choice is not Choice.PAUSE or pause.happened_at > at:
        return False
    return not any(
        pause.happened_at < other.happened_at <= at
        and other.record.choice is not Choice.HOLD
        and pause.record.step in (other.record.step, other.record.to_step)
        for other in case.decisions
    )


def told_partners(
    case: Casefile, then: Casefile, at: datetime, partners: tuple[Kept[Partner], ...]
) -> Iterator[PaperLine]:
    """Return the partner of the step, and what any partner was told around the day.

    Telling the person, a colleague or whoever pays for it is not about partners.
    """
    current = then.current()
    tied = current.step.record.partner if current else ""
    known = {kept.id for kept in partners}
    lines = [
        PaperLine(
            kept.record.name, label=say("Partner of the step"), ids=(short_id(kept.id),)
        )
        for kept in partners
        if kept.id == tied
    ]
    for kept in case.safety.disclosures:
        told = kept.record
        if told.partner in known and at - BEFORE <= kept.happened_at <= at + AFTER:
            says = say("Told: {who}. {what}", who=told.recipient, what=told.purpose)
            lines.append(
                PaperLine(says, label=say_day(kept.on), ids=(short_id(kept.id),))
            )
    yield from lines
    if not lines:
        yield PaperLine(say("No partner was tied to the step, and none was told."))
