"""What a saved debrief or observation leads to, said at once and in their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side, alarms
from inclusion_cli.domain.card import STAGES, STAGES_WITH_SIGNS
from inclusion_cli.domain.criteria import RESPONSE_WORDS, Response
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.debrief import Concern, Debrief, Outcome
from inclusion_cli.domain.late import late_words
from inclusion_cli.domain.moves import aside
from inclusion_cli.domain.own_card import first_action, who_to_ring
from inclusion_cli.domain.predictions import opened
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.standing import standing
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import SignSeen
    from inclusion_cli.domain.firing import Firing
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.observation import Observation
    from inclusion_cli.domain.standing import Standing
    from inclusion_cli.store.reading import Reading

SAME_DAY = say("Tell your manager today. A review the same day looks at this.")
CHANGING, STRUGGLING, LAST = STAGES_WITH_SIGNS


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
    yield from danger(case, debrief)
    if note := aside(case, debrief.step):
        yield note
    if set(debrief.concerns or ()) - {Concern.CRISIS}:
        yield SAME_DAY
    yield from pause_signs(case, stands, kept.id, seen=debrief.signs or ())
    yield from _of_the_step(case, debrief)
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


def danger(case: Casefile, debrief: Debrief) -> Iterator[str]:
    """Return whom to ring, where someone is hurt or the last stage is reached."""
    stages = [sign.stage for sign in debrief.signs or ()]
    hurt = Concern.HURT in (debrief.concerns or ())
    if hurt or max([*stages, debrief.stage or 0]) == LAST:
        yield who_to_ring(case.card.record if case.card else None)


def pause_signs(
    case: Casefile,
    stands: Standing | None,
    entry: str,
    *,
    seen: tuple[SignSeen, ...] = (),
) -> Iterator[str]:
    """Return each open pause sign and what was agreed; first what this entry fired."""
    open_signs = stands.open_signs if stands else ()
    fired = [firing for firing in open_signs if firing.entry == entry]
    for firing in fired:
        yield say(
            "A pause sign: {words}. {agreed}",
            words=firing.sign.when.words(),
            agreed=_agreed(firing),
        )
    if fired or seen:
        yield from _in_their_words(case, fired, seen)
    for firing in open_signs:
        if firing.entry != entry:
            yield say(
                "Still open: {words}. {agreed}",
                words=firing.sign.when.words(),
                agreed=_agreed(firing),
            )


def _agreed(firing: Firing) -> str:
    return say(
        "You agreed to {response_words}.",
        response_words=RESPONSE_WORDS[firing.sign.response],
    )


def _in_their_words(
    case: Casefile, fired: list[Firing], seen: tuple[SignSeen, ...]
) -> Iterator[str]:
    """Return the signs as the card says them, and what the person does first."""
    if seen:
        said = "; ".join(f'"{sign.text}"' for sign in seen)
        yield say("Seen: {said}.", said=said)
    stage = max([sign.stage for sign in seen] or map(_usual_stage, fired))
    first = first_action(case.card.record if case.card else None, stage)
    if first:
        title = STAGES[stage - 1]
        yield say(
            '{known_as} does this first ("{title}"): "{first}"',
            known_as=case.known_as,
            title=title,
            first=first,
        )
    if fired:
        yield say("Do now what you agreed, with {known_as}.", known_as=case.known_as)


def _usual_stage(firing: Firing) -> int:
    """Return the stage to act on where the pause sign is no sign of the card."""
    same_day = firing.sign.response is Response.REVIEW_SAME_DAY
    return CHANGING if same_day else STRUGGLING


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
    if risk or (stands and stands.reached):
        return ("review", code)
    if case.card is None:
        return ("card", "write", code)
    return ("today",)
