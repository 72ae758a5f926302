"""What told of a concern, or of doubt, and no decision has looked at yet.

A safeguarding concern is another thing: it stands in `concerns`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.observation import Seen
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.observation import Observation

CONCERN_WORDS = {
    Concern.HURT: say("someone was hurt or unsafe"),
    Concern.MONEY: say("someone asked for money or things"),
    Concern.MAY_BE_REAL: say("what was feared may have been real"),
}
TALK_WORDS = say("there was a talk about thoughts of suicide")
NOT_SURE_WORDS = say("it was not sure that all was well")


def unanswered(case: Casefile) -> Iterator[tuple[str, date, str]]:
    """Return what told of a concern and no decision has cited: id, day, what.

    Crisis calls alone are the business of the criteria, not of this list. A request for
    money or things between sessions is one, too, and so is a look at a week's money
    that found something unexplained. A talk about thoughts of suicide is one once
    somebody was told: before that no review answers it.
    """
    cited = _cited(case)
    for debrief in case.debriefs:
        told = [c for c in debrief.record.concerns or () if c in CONCERN_WORDS]
        if told and debrief.id not in cited:
            what = " and ".join(CONCERN_WORDS[concern] for concern in told)
            yield debrief.id, debrief.on, what
    for seen in case.observations:
        if seen.record.seen is Seen.MONEY_REQUEST and seen.id not in cited:
            yield seen.id, seen.on, CONCERN_WORDS[Concern.MONEY]
    for talk in talks(case):
        if talk.record.is_told and talk.id not in cited:
            yield talk.id, talk.on, TALK_WORDS
    for look in case.safety.money_checks:
        if look.record.unexplained and look.id not in cited:
            what = say(
                "something in the money of the week of {week} was unexplained",
                week=say_day(look.record.week),
            )
            yield look.id, look.on, what


def talks(case: Casefile) -> Iterator[Kept[Observation]]:
    """Return the talks about thoughts of suicide of a file."""
    return (k for k in case.observations if k.record.seen is Seen.SUICIDE_TALK)


def unadvised(case: Casefile) -> Iterator[Kept[Observation]]:
    """Return what was stopped all at once with nobody named who gave medical advice.

    A decision that rests on it has looked at it.
    """
    stopped = [k for k in case.observations if k.record.stopped]
    cited = _cited(case) if stopped else set()
    return (k for k in stopped if not k.record.is_told and k.id not in cited)


def unsure(case: Casefile) -> Iterator[tuple[str, date]]:
    """Return the debriefs that were not sure all was well, and no decision has cited.

    Nobody knows of harm there, so it is no pause sign; it is looked at the same day.
    """
    cited, told = _cited(case), {entry for entry, _day, _what in unanswered(case)}
    for debrief in case.debriefs:
        open_ = debrief.id not in cited and debrief.id not in told
        if open_ and Concern.NOT_SURE in (debrief.record.concerns or ()):
            yield debrief.id, debrief.on


def _cited(case: Casefile) -> set[str]:
    return {entry for kept in case.decisions for entry in kept.record.cites}
