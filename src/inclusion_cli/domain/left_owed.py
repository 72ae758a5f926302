"""What is owed once somebody has left: calls, talks, a look at what nobody looked at.

Nothing new is planned in a closed file; what was begun in it is finished.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import alarms, unlooked
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.due import About, Group
from inclusion_cli.domain.due_person import SAFETY_RULES
from inclusion_cli.domain.standing import standing
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from inclusion_cli.domain.alarms import Alarm
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.due import Due
    from inclusion_cli.domain.kept import Kept

OWED = ("actions", "concerns", "consents", "disclosures", "incidents", "measures")
AFTER_CLOSING = frozenset(("action", "concern", "disclosure", "incident", "observe"))
"""The commands that answer what is owed, and that a closed file takes."""


def dues_left(case: Casefile, *, now: datetime) -> Iterator[Due]:
    """Return what is still owed of somebody whose file is closed."""
    about, held = About(case), case.safety
    for alarm in alarms_left(case, now=now):
        yield about(
            Group.TODAY,
            alarm.says,
            alarm.mend,
            on=alarm.since,
            records=alarm.records,
            alarm=alarm.side.value,
            urgency=alarm.urgency,
        )
    files = dict.fromkeys(SAFETY_RULES[name] for name in OWED if getattr(held, name))
    for file in files:
        for due in import_module(f"inclusion_cli.domain.{file}").dues(about, now=now):
            if due.command[0] in AFTER_CLOSING and due.command[1] != "check":
                yield due


def alarms_left(case: Casefile, *, now: datetime) -> tuple[Alarm, ...]:
    """Return what nobody has looked at of somebody who left: a review answers it."""
    return alarms(case, standing(case, now=now), on=now.date())


def takes(case: Casefile, command: tuple[str, ...], *, now: datetime) -> bool:
    """Say whether a closed file takes a command that mends something."""
    if command[:1] == ("review",):
        return bool(alarms_left(case, now=now))
    return bool(command) and command[0] in {*AFTER_CLOSING, "amend", "consent"}


def open_at_closing(
    case: Casefile, *, now: datetime, begun: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return what is still open of somebody, in words, before their file is closed.

    `begun` names the drafts about them: none can be saved afterwards.
    """
    return (
        *_unlooked(case, now),
        *_limits(case, now),
        *_incidents(case, now),
        *_concerns(case),
        *_talks(case),
        *_actions(case, now),
        *_sessions(case, now),
        *_holders(case),
        *_cards(case),
        *(say("Begun, and not saved: {title}.", title=title) for title in begun),
    )


def _unlooked(case: Casefile, now: datetime) -> Iterator[str]:
    """Return each alarm that a review answers, with the command; the file takes it."""
    for alarm in unlooked(case, standing(case, now=now), on=now.date()):
        yield say(
            "{says} To look at it: inclusion {command}",
            says=alarm.says,
            command=" ".join(alarm.mend),
        )


def _limits(case: Casefile, now: datetime) -> Iterator[str]:
    from inclusion_cli.domain.restrictions import in_force  # noqa: PLC0415 - not on home

    for one in in_force(case, on=now.date()):
        yield say('A limit is in force: "{what}". It ends that day.', what=one.what)


def _incidents(case: Casefile, now: datetime) -> Iterator[str]:
    from inclusion_cli.domain.incident_owed import owed, owed_words  # noqa: PLC0415

    for kept in case.safety.incidents:
        left = owed(kept, case.safety.after_actions, now=now)
        if left.anything or kept.record.closed_on is None:
            yield say(
                "Incident of {day}: {what}.",
                day=say_day(kept.on),
                what=owed_words(left) or say("still open"),
            )


def _concerns(case: Casefile) -> Iterator[str]:
    for kept in case.safety.concerns:
        if kept.record.closed_on is None:
            day = say_day(kept.on)
            yield say("Safeguarding concern of {day}: still open.", day=day)


def _talks(case: Casefile) -> Iterator[str]:
    if not case.safety.measures:
        return
    from inclusion_cli.domain.measure_due import unspoken  # noqa: PLC0415 - not on home

    for kept in unspoken(case):
        yield say(
            "Question 9 was answered above 0 on {day}, and no talk is written down.",
            day=say_day(kept.on),
        )


def _actions(case: Casefile, now: datetime) -> Iterator[str]:
    from inclusion_cli.domain.action_standing import open_actions  # noqa: PLC0415

    for kept in open_actions(case.safety.actions, on=now.date()):
        yield say(
            "An action is open, by {day}: {what}.",
            day=say_day(kept.record.due),
            what=kept.record.what.rstrip("."),
        )


def _sessions(case: Casefile, now: datetime) -> Iterator[str]:
    for kept in untold(case, now=now):
        day = say_day(kept.record.at.date())
        yield say("The session of {day} has no debrief.", day=day)
    for kept in case.open_sessions():
        if kept.record.at > now:
            yield say(
                "A session is planned: {when}. It falls away with the file: tell who "
                "was to come.",
                when=say_when(kept.record.at),
            )
    for event in case.safety.event_plans:
        if event.record.at > now:
            yield say(
                "An evening is planned: {when}, {place}.",
                when=say_when(event.record.at),
                place=event.record.place,
            )


def untold(case: Casefile, *, now: datetime) -> tuple[Kept[Session], ...]:
    """Return the sessions that were and have no debrief; a closed file takes it still.

    Of one who left, those until the day the file was closed.
    """
    last = case.closed_on or now.date()
    return tuple(
        kept
        for kept in case.open_sessions()
        if kept.record.at <= now and kept.record.at.date() <= last
    )


def _cards(case: Casefile) -> Iterator[str]:
    from inclusion_cli.domain.card_copies import copies, holds  # noqa: PLC0415 - rare

    for copy in copies(case):
        yield say(
            "{holds} a copy of the card: {copy}.",
            holds=holds(copy.who, copy.holder),
            copy=copy.words,
        )


def _holders(case: Casefile) -> Iterator[str]:
    if not case.safety.disclosures:
        return
    from inclusion_cli.domain.held import recalled  # noqa: PLC0415 - not on home

    whom = [
        kept.record.recipient
        for kept in case.safety.disclosures
        if recalled(case, kept) is None
    ]
    for one in dict.fromkeys(whom):
        yield say(
            "Held by {who}: {things} of {name}.",
            who=one,
            things=say_many("{number} thing", "{number} things", whom.count(one)),
            name=case.known_as,
        )
