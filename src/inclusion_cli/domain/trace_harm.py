"""What went wrong on the way, in the thread of one person: crises and incidents."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.observation import Seen, grave_words
from inclusion_cli.domain.trace_lines import Stage, moment, there
from inclusion_cli.domain.unanswered import unadvised, unanswered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.trace_lines import Moment

AFTER_ACTION_WITHIN = timedelta(days=14)
"""An incident is looked back on within 14 days; practice reference 6.4 (4)."""


def harm(case: Casefile, *, now: datetime) -> Iterator[Moment]:
    """Return the crises and incidents of a file, in no order."""
    yield from _grave(case)
    yield from _incidents(case, now)


def _grave(case: Casefile) -> Iterator[Moment]:
    """Return crisis calls, talks about suicide and sudden stops noted between."""
    waits = {k.id for k in unadvised(case)}
    waits |= {entry for entry, _day, _what in unanswered(case)}
    for kept in case.observations:
        if not (what := grave_words(kept.record)):
            continue
        talk = kept.record.seen is Seen.SUICIDE_TALK
        told = not talk or kept.record.is_told
        missing = there(
            (told, say("who was told")),
            (not kept.record.stopped or kept.id not in waits, say("medical advice")),
            (not talk or kept.id not in waits, say("a review of this")),
        )
        says = say("There was {what}.", what=what)
        yield moment(Stage.CRISIS, kept, says, quote=kept.record.words, missing=missing)


def _incidents(case: Casefile, now: datetime) -> Iterator[Moment]:
    looked = {after.record.incident for after in case.safety.after_actions}
    back = kept_back(case)
    for kept in case.safety.incidents:
        if kept.id in back:
            continue  # it would tell of a concern that is kept from who may be in it
        due = kept.happened_at + AFTER_ACTION_WITHIN < now
        says = say("{what}", what=kept.record.what)
        missing = there(
            (kept.id in looked or not due, say("a look back at this incident"))
        )
        yield moment(
            Stage.INCIDENT, kept, says, quote=kept.record.view, missing=missing
        )
    for after in case.safety.after_actions:
        if after.id in back:
            continue
        says = say("Looked back. What changes: {change}", change=after.record.change)
        yield moment(Stage.INCIDENT, after, says, quote=after.record.person_said)
