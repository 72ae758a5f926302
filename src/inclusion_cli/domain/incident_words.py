"""Incidents in words: whom to ring, what is still open, a list and a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.action_standing import open_actions
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.incident import Level
from inclusion_cli.domain.incident_owed import Owed, owed
from inclusion_cli.domain.incidents import LEVEL_WORDS, at_least, to_ring
from inclusion_cli.domain.limit_added import to_place
from inclusion_cli.domain.values import Choice, lowered
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.domain.incident import AfterAction, CallLadder, Incident, Rung
    from inclusion_cli.domain.incidents import ToRing
    from inclusion_cli.domain.kept import Kept

NONE = say("No incident is recorded. None recorded is not the same as none.")
CLOSING_TICKS_NOTHING = say(
    "Closing ticks nothing. A call stays on home until you tick it, or say why it was "
    "not rung. A review stays until it is done."
)
NO_NUMBER = say("no number here yet")
NO_WAY_OUT = say(
    "Where there is no number: ring whoever is on call as you do now, or your manager. "
    "Put it in afterwards: inclusion incident ladder"
)
NOW_MINUTES = 8 * 60
"""What has longer than a shift is not rung now. Service default."""
SORTS = (
    Choice("hurt", say("Somebody was hurt")),
    Choice("abuse", say("Abuse, threats or a hate incident")),
    Choice("loss", say("Money or things")),
    Choice("missing", say("Somebody was missing")),
    Choice("drink_or_drugs", say("Drink or drugs")),
    Choice("medicine", say("Medicine")),
    Choice("crisis", say("A crisis")),
    Choice("self_harm", say("Self-harm")),
    Choice("police", say("The police were there")),
    Choice("data", say("Private information went astray")),
    Choice("our_mistake", say("A mistake of ours")),
    Choice("other", say("Something else")),
)
"""What an incident is about. Service default, practice reference 4.2 (9)."""
REGISTERED = say(
    "If the service is registered with a regulator: a death, a serious injury, abuse, "
    "or a call to the police may have to be notified without delay. Ask your manager."
)
LATER = say("Then, later:")


def rung_words(rung: Rung) -> str:
    """Return a step of the ladder: whom, and on which number."""
    return f"{rung.who}, {rung.phone or NO_NUMBER}"


def in_short(rungs: Iterable[Rung]) -> str:
    """Return whom to ring in a line: those of now, and then those of later."""
    rungs = tuple(rungs)
    now = [rung_words(rung) for rung in rungs if rung.within <= NOW_MINUTES]
    later = [rung_words(rung) for rung in rungs if rung.within > NOW_MINUTES]
    parts = ((say("Ring now:"), now), (LATER, later))
    return " ".join(f"{lead} {'; '.join(whom)}." for lead, whom in parts if whom)


def ladder_lines(ladder: CallLadder, level: Level) -> Iterator[str]:
    """Return whom to ring for a level, in order: read before anything else is asked."""
    rungs = [rung for rung in ladder.rungs if at_least(level, rung.level)]
    if not rungs:
        return
    lead = ""
    for number, rung in enumerate(rungs, start=1):
        now = rung.within <= NOW_MINUTES
        before, lead = lead, say("Ring now, in this order:") if now else LATER
        if lead != before:
            yield lead
        yield say(
            "  {number}. {whom}. {soon}",
            number=number,
            whom=rung_words(rung),
            soon=_soon(rung.within),
        )
    if any(not rung.phone for rung in rungs):
        yield NO_WAY_OUT
    yield say("Your answers are kept. Come back when you have rung.")


def _soon(minutes: int) -> str:
    if not minutes:
        return say("At once.")
    if minutes % 60:
        return say("Within {minutes} minutes.", minutes=minutes)
    hours = say_many("{number} hour", "{number} hours", minutes // 60)
    return say("Within {hours}.", hours=hours)


def ring_lines(steps: Iterable[ToRing], today: date) -> Iterator[str]:
    """Return the steps that are not ticked, each with by when it is to be rung."""
    lead = ""
    for number, step in enumerate(steps, start=1):
        before, lead = lead, _lead(step)
        by = step.by.astimezone()
        soon = say(
            "by {time} {day}", time=say_time(by), day=say_near(by.date(), today=today)
        )
        yield say(
            "{lead}{number}. {whom}, {soon}.{late}",
            lead="" if lead == before else f"{lead} ",
            number=number,
            whom=rung_words(step.rung),
            soon=soon if step.rung.within else say("at once"),
            late=say(" That time is past.") if step.late and step.rung.within else "",
        )


def _lead(step: ToRing) -> str:
    """Return whether a step is rung now, or at the end of the shift."""
    if step.late or step.rung.within <= NOW_MINUTES:
        return say("Ring now:")
    return LATER


def still_to_do(found: Filed, kept: Kept[Incident], now: datetime) -> tuple[str, ...]:
    """Return what is open of an incident: calls, its review, its actions."""
    waiting = to_ring(kept, now=now)
    lines = [say("Not ticked: {whom}.", whom=rung_words(step.rung)) for step in waiting]
    lines += after_calls(found, kept, now)
    if owed_of(found, kept, now).anything:
        lines.append(CLOSING_TICKS_NOTHING)
    return tuple(lines)


def after_calls(found: Filed, kept: Kept[Incident], now: datetime) -> tuple[str, ...]:
    """Return what is open of an incident beside its calls."""
    looked = review_of(found, kept) is not None
    none = () if looked else (say("There is no after-action review."),)
    left = open_of(found, kept, now.date())
    actions = (say("An action is open: {what}.", what=one) for one in left)
    return (*none, *to_place(found, kept), *actions)


def review_of(found: Filed, kept: Kept[Incident]) -> Kept[AfterAction] | None:
    """Return the latest after-action review of an incident, None for none."""
    of = [r for r in found.after_actions if r.record.incident == kept.id]
    return of[-1] if of else None


def open_of(found: Filed, kept: Kept[Incident], on: date) -> tuple[str, ...]:
    """Return the open actions that came of an incident or of its review, in words."""
    sources = {kept.id, *(r.id for r in found.after_actions)}
    reviews = {r.id for r in found.after_actions if r.record.incident != kept.id}
    return tuple(
        action.record.what.rstrip(".")
        for action in open_actions(found.actions, on=on)
        if action.record.of in sources - reviews
    )


def level_words(incident: Incident) -> str:
    """Return how serious it was, in words."""
    if incident.level is None:
        return say("how serious is not said yet")
    over = incident.closed_on is not None
    return lowered(level_then(incident.level) if over else LEVEL_WORDS[incident.level])


def level_then(level: Level) -> str:
    """Return how serious it was, told of a time that is over: danger is not now."""
    if level is not Level.DANGER_NOW:
        return LEVEL_WORDS[level]
    return say('It was said then: "{level}"', level=lowered(LEVEL_WORDS[level]))


def owed_of(found: Filed, kept: Kept[Incident], now: datetime) -> Owed:
    """Return what is owed of an incident of a file, closed or not."""
    return owed(kept, found.after_actions, now=now)
