"""What the measures of a person ask for on home. Practice reference 5."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.due import Due, Group
from inclusion_cli.domain.observation import Seen
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.due import About
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.measure import Measure

QUARTER = 84
"""Days; what is asked again after this many or more is a three-monthly measure."""
SPOKEN_ABOUT = {"phq_9": 9}
"""The question of an instrument whose answer above 0 is spoken about the same day, and
never decides anything by itself (practice reference 5)."""
TELLS = (Seen.SUICIDE_TALK,)
"""The observations that answer it: they say that the talk was held, and who knows."""
Answer = tuple["date", "datetime"]
"""The day of a talk that may answer it, and when that was written down."""


def dues(about: About, *, now: datetime) -> Iterator[Due]:
    """Return what is to be spoken about today, and what is to be asked again."""
    case, on = about.case, now.date()
    for kept in unspoken(case):
        yield about(
            Group.TODAY,
            say(
                "Question {number} of the {name} was answered above 0 on {day}. Talk "
                "with {known_as} today, and tell the manager. Then write it down.",
                number=SPOKEN_ABOUT[kept.record.instrument],
                name=kept.record.terms.name if kept.record.terms else "",
                day=say_day(kept.record.on, today=on),
                known_as=case.known_as,
            ),
            talk_command(about.code),
            on=kept.record.on,
            records=(kept.id,),
            alarm=Side.RISK.value,
        )
    last = _last_of_the_quarter(case)
    if last and last.record.on + timedelta(days=last.record.every) <= on:
        yield about(
            Group.LOOK,
            say(
                "The measures were last asked on {day}. Ask them again.",
                day=say_day(last.record.on, today=on),
            ),
            ("measure", "add", about.code),
            on=last.record.on + timedelta(days=last.record.every),
            records=(last.id,),
        )


def talk_command(code: str) -> tuple[str, ...]:
    """Return the command that writes down that the talk was held."""
    return ("observe", code, "--seen", Seen.SUICIDE_TALK.value)


def to_be_spoken_about(measure: Measure) -> bool:
    """Say whether an answer calls for a conversation the same day."""
    number = SPOKEN_ABOUT.get(measure.instrument, 0)
    if not number or len(measure.items) < number:
        return bool(number) and (measure.grave_item or 0) > 0
    return (measure.items[number - 1] or 0) > 0


def unspoken(case: Casefile) -> Iterator[Kept[Measure]]:
    """Return the measures of a file that are to be spoken about, and were not yet."""
    told = [seen for seen in case.observations if seen.record.seen in TELLS]
    answers = [(one.on, one.recorded_at) for one in told]
    return unanswered(case.safety.measures, answers)


def unanswered(
    measures: Iterable[Kept[Measure]], answers: Iterable[Answer]
) -> Iterator[Kept[Measure]]:
    """Return the measures with such an answer that nothing recorded since answers.

    Only a talk about it, of that day or later and written down after it, answers it:
    no other note, incident or decision does.
    """
    answers = tuple(answers)
    for kept in measures:
        if to_be_spoken_about(kept.record) and not any(
            recorded >= kept.recorded_at and day >= kept.on for day, recorded in answers
        ):
            yield kept


def _last_of_the_quarter(case: Casefile) -> Kept[Measure] | None:
    """Return the newest measure that is asked every three months."""
    found = [kept for kept in case.safety.measures if kept.record.every >= QUARTER]
    return max(found, key=lambda kept: (kept.record.on, *kept.order), default=None)
