"""What must be followed up: harm, money, crisis calls.

Each goes deeper only where it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.calls import told_already
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.debrief_choices import (
    CALL_999,
    IT_MAY_BE_REAL,
    SINCE,
    by_name,
    named,
)
from inclusion_cli.interviews.debrief_thought import may_be_real
from inclusion_cli.interviews.money import money
from inclusion_cli.interviews.question import Answers, Question, choose_some
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.interviews.debrief_about import About

CALLS_DAYS = 56  # as far back as a plan asks for, too
TOLD = say("when someone was hurt, unsafe or asked for money, or it is not sure")


def _harm(answers: Answers) -> bool:
    return bool({"hurt", "not_sure"} & _since(answers))


def _told_of(answers: Answers) -> bool:
    return _harm(answers) or "money" in _since(answers) or may_be_real(answers)


def _since(answers: Answers) -> set[str]:
    return set(answers.get("since") or ())


def since(it: About, answers: Answers) -> Iterator[Question]:
    """Return what must be followed up: harm, money, crisis calls."""
    yield choose_some(
        "since",
        say("Since last time, any of these?"),
        say("Since last time"),
        by_name(SINCE, it.name),
        grave=True,
        hint=say(
            "A crisis call is to the crisis team, 111, 999, a helpline or on-call."
        ),
        before=lambda a: named(IT_MAY_BE_REAL, it.name) if may_be_real(a) else (),
    )
    yield from _what_happened(answers)
    yield from money(
        it.name,
        relevant=lambda a: "money" in _since(a),
        asked=say("when someone asked for money or things"),
        danger=not _harm(answers),
    )
    yield Question(
        "told",
        say("Who have you told, and when?"),
        say("Who was told"),
        no_secrets,
        relevant=_told_of,
        asked=TOLD,
        required=False,
    )
    yield _calls(it)


def _what_happened(answers: Answers) -> Iterator[Question]:
    yield Question(
        "what_happened",
        say("What was seen or heard? Who, where, when."),
        say("What happened"),
        no_secrets,
        relevant=lambda a: _harm(a) or "money" in _since(a),
        asked=TOLD,
        required=_harm(answers),
        extra=not _harm(answers),
        before=lambda _a: CALL_999,
    )
    yield Question(
        "harm",
        say("Who was hurt or unsafe, and what was done at once?"),
        say("Harm, and what was done"),
        no_secrets,
        relevant=lambda a: "hurt" in _since(a),
        asked=say("when someone was hurt or unsafe"),
        required=False,
    )


def _calls(it: About) -> Question:
    return Question(
        "contacts",
        say("On which days were the crisis calls? One for each call."),
        say("Crisis calls"),
        lambda raw: _days(raw, it.now.date()),
        "days",
        relevant=lambda a: "crisis" in _since(a),
        asked=say("when there was a crisis call"),
        hint=say("Put commas between: Monday, Monday, 17 November."),
        constraint=lambda days, _a: _lately(days, it.now.date()),
        required=not it.called,
        explicit=True,
        doubt=lambda days, _a: told_already(
            days, it.called, say("For the same call, type a dash.")
        ),
    )


def _days(raw: str, today: date) -> tuple[date, ...]:
    parts = [part for part in raw.split(",") if part.strip()]
    days = tuple(parse_day(part, today=today, leaning=Leaning.BACK) for part in parts)
    if not days:
        raise ValueError(say("must be one day or more, with commas between"))
    return days


def _lately(days: tuple[date, ...], today: date) -> None:
    for day in days:
        checks.recent(day, today, within=CALLS_DAYS)
