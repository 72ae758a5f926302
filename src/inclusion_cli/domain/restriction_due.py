"""What home says about limits: no authority, a look that is due, advice to take.

A limit past its date is an alarm on the side of caution: practice reference 6.4 (5)
and 7 (3). There is one alarm for each limit, wherever it is written.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Alarm, Side
from inclusion_cli.domain.dates import say_day, say_near
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, Group
from inclusion_cli.domain.liberty import advice_waits
from inclusion_cli.domain.restriction_grounds import PROBLEM_WORDS
from inclusion_cli.domain.restrictions import in_force, register, still_written
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.due import About, Due
    from inclusion_cli.domain.registered import Registered

UNJUSTIFIED = ("staffing", "circular", "no_exit", "no_basis", "no_trigger")
"""What is an alarm by itself: such a limit cannot be justified as it stands."""


def limit_alarms(case: Casefile, *, on: date) -> Iterator[Alarm]:
    """Return one alarm for each limit in force that nobody can justify today."""
    for one in in_force(case, on=on):
        wrong = [key for key in one.problems if key in UNJUSTIFIED]
        unsigned = "unsigned" in one.problems
        if not one.without_authority and (unsigned or not wrong):
            continue
        why = "" if unsigned else and_list(PROBLEM_WORDS[key] for key in wrong)
        yield Alarm(
            Side.CAUTION,
            _says(one, why, on),
            (one.id,),
            mending(one, case.person.record.code),
            one.until if one.without_authority and one.signed else one.began,
        )


def _says(one: Registered, why: str, on: date) -> str:
    if not one.without_authority or one.until is None:
        return say('The limit "{what}" cannot stand: {why}.', what=one.what, why=why)
    if not one.signed:
        says = say(
            'The limit "{what}" is in force without current authority. It stands in a '
            "formulation that is not signed, and not in the register.",
            what=one.what,
        )
        return says + (say(" And {why}.", why=why) if why else "")
    says = say(
        'The limit "{what}" is in force without current authority. Its date was '
        "{until}.",
        what=one.what,
        until=say_day(one.until, today=on),
    )
    if "unsigned" in one.problems:
        says = say(
            'The limit "{what}" is in force without current authority. It was placed '
            "at once on {began}, and the rest was never asked.",
            what=one.what,
            began=say_day(one.began, today=on),
        )
    return says + (say(" And {why}.", why=why) if why else "")


def mending(one: Registered, code: str) -> tuple[str, ...]:
    """Return the command that mends a limit: sign it off, look at it, register it."""
    if one.written:
        return ("restriction", "place", code)
    act = "sign" if "unsigned" in one.problems else "review"
    return ("restriction", act, code)


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is due about the limits of one person, beside the alarms."""
    on, case = now.date(), about.case
    ringing = {(alarm.records, alarm.mend) for alarm in limit_alarms(case, on=on)}
    for one in register(case, on=on):
        if one.in_force:
            yield from _advice(about, one, on)
            if ((one.id,), mending(one, about.code)) not in ringing:
                yield from _waiting(about, one, on)
        elif still_written(case, one, on=on):
            says = say(
                'The limit "{what}" was lifted, and still stands in the formulation.',
                what=one.what,
            )
            command = ("formulate", about.code)
            yield about(Group.LOOK, says, command, on=one.lifted_on, records=(one.id,))


def _advice(about: About, one: Registered, on: date) -> Iterator[Due]:
    if advice_waits(one):
        says = say(
            'The limit "{what}" may deprive {name} of their liberty. Take advice now, '
            "and note it at a look.",
            what=one.what,
            name=about.case.known_as,
        )
        command = ("restriction", "review", about.code)
        yield about(Group.TODAY, says, command, on=on, records=(one.id,))


def _waiting(about: About, one: Registered, on: date) -> Iterator[Due]:
    """Return what a limit with authority waits for: its grounds, a look, a place."""
    command, ids = mending(one, about.code), (one.id,)
    if "unsigned" in one.problems:
        says = say(
            'The limit "{what}" was placed at once. Ask the rest by {until}.',
            what=one.what,
            until=say_near(one.until or on, today=on),
        )
        yield about(Group.TODAY, says, command, on=one.began, records=ids)
    elif one.written:
        says = say(
            'The limit "{what}" stands in the formulation, and not in the register.',
            what=one.what,
        )
        yield about(Group.LOOK, says, command, records=ids)
    elif one.until and one.until <= on + timedelta(days=LOOKS_AHEAD_DAYS):
        group = Group.TODAY if one.until <= on else Group.COMING
        says = say(
            'Look at the limit "{what}" by {until}. It ends, unless there is something '
            "new to show for it.",
            what=one.what,
            until=say_near(one.until, today=on),
        )
        yield about(group, says, command, on=one.until, records=ids)
