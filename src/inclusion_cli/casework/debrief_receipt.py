"""What a saved debrief or observation leads to, said at once and in their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side, alarms
from inclusion_cli.domain.at_once import at_once, whom_to_ring
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.debrief import Concern, Debrief, Outcome
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.late import late_words
from inclusion_cli.domain.moves import aside
from inclusion_cli.domain.predictions import opened
from inclusion_cli.domain.reductions import calls_for_less, standing_reduction
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.standing import standing
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.observation import Observation
    from inclusion_cli.domain.standing import Standing
    from inclusion_cli.store.reading import Reading

SAME_DAY = say("Tell your manager today. A review the same day looks at this.")


def debrief_receipt(reading: Reading, kept: Kept[Debrief], *, now: datetime) -> Saved:
    """Return what a saved debrief leads to, read from what now stands."""
    case = reading.casefile(kept.file)
    stands = standing(case, now=now)
    return Saved(
        saved_words(case, kept),
        code=case.person.record.code,
        kind="debrief",
        id=kept.id,
        record=kept.record,
        follows=tuple(_follows(case, stands, kept, now)),
        next=next_command(case, stands, now),
    )


def saved_words(case: Casefile, kept: Kept[Debrief] | Kept[Observation]) -> str:
    """Return that it is saved, for whom, and how late it was where it was."""
    late = late_words(kept)
    return say("Saved for {label}.", label=case.label) + (
        f" {late.capitalize()}." if late else ""
    )


def _follows(
    case: Casefile, stands: Standing | None, kept: Kept[Debrief], now: datetime
) -> Iterator[str]:
    debrief = kept.record
    yield from whom_to_ring(case, debrief)
    if note := aside(case, debrief.step):
        yield note
    if set(debrief.concerns or ()) - {Concern.CRISIS}:
        yield SAME_DAY
    yield from _tell_it(kept, case.person.record.code)
    yield from at_once(case, stands, kept)
    yield from _of_the_step(case, debrief)
    yield from less_for_a_while(case, stands, now)
    yield from opened(case, debrief)
    if stands and not stands.hold.complete:
        missing = stands.stability.missing or stands.hold.missing
        if stands.hold.started:
            yield say("Towards the next step: {shows}.", shows=stands.hold.shows())
        else:
            yield say("Still needed: {missing}.", missing=missing)
    if stands and stands.reached:
        yield say("All that was agreed for this step is met.")
    coming = [s.record.at for s in case.open_sessions() if s.record.at > now]
    if coming:
        at = min(coming)
        yield say(
            "Next session: {date}, {at}.",
            date=say_near(at.date(), today=now.date()),
            at=say_time(at),
        )


def _tell_it(kept: Kept[Debrief], code: str) -> Iterator[str]:
    """Return which records a debrief that tells of harm leads to, with commands."""
    told = set(kept.record.concerns or ())
    if Concern.HURT in told:
        yield say(
            "To write the incident: inclusion incident add {code} --debrief {id}",
            code=code,
            id=short_id(kept.id),
        )
    if told & {Concern.HURT, Concern.MONEY, Concern.MAY_BE_REAL}:
        yield say(
            "If it may be abuse or being used: inclusion concern add {code}", code=code
        )


def less_for_a_while(
    case: Casefile, stands: Standing | None, now: datetime
) -> Iterator[str]:
    """Return the offer of less for a while, where something calls for it."""
    if stands is None or case.closed_on or standing_reduction(case) is not None:
        return
    if calls_for_less(case, stands, on=now.date()):
        yield say(
            "To agree less for a while, type: inclusion event reduce {code}",
            code=case.person.record.code,
        )


def _of_the_step(case: Casefile, debrief: Debrief) -> Iterator[str]:
    name = case.known_as
    over = debrief.used is not None and debrief.used.within_limit is False
    if over or any(not one.kept for one in debrief.limits or ()):
        yield say(
            "A limit was not kept. Make the next one smaller for a while. No ban."
        )
    if debrief.used and debrief.used.stopped:
        yield say(
            "Stopping drink all at once can kill. {name} needs medical advice today.",
            name=name,
        )
    if debrief.medicine:
        yield say("Pass the worry about medicines on to who prescribes them, today.")
    if debrief.outcome is Outcome.CANCELLED_BY_SERVICE:
        yield say("We cancelled this one. It does not count against {name}.", name=name)
    if debrief.outcome is Outcome.LEFT_BY_CHOICE:
        yield say("Leaving early by choice counts as gone to.")


def next_command(
    case: Casefile, stands: Standing | None, now: datetime
) -> tuple[str, ...]:
    """Return the one command to go on with."""
    code = case.person.record.code
    found = alarms(case, stands, on=now.date())
    risk = any(alarm.side is Side.RISK and alarm.mend[0] == "review" for alarm in found)
    left = case.closed_on is not None
    if risk or (stands and stands.reached and not left):
        return ("review", code)
    if case.card is None and not left:
        return ("card", "write", code)
    return ("today",)
