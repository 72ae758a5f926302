"""The crises on the way, in the thread of one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.observation import Seen, grave_words
from inclusion_cli.domain.trace_lines import Stage, moment, there
from inclusion_cli.domain.unanswered import unadvised, unanswered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.trace_lines import Moment


def crises(case: Casefile) -> Iterator[Moment]:
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
