"""What must be followed up: harm, money, crisis calls, drink and drugs, medicines.

Each goes deeper only where it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.calls import told_already
from inclusion_cli.domain.harm_reduction import STOPPING_KILLS
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.sleep import slept
from inclusion_cli.domain.typed_dates import Leaning, parse_day
from inclusion_cli.domain.values import YES_NO
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.debrief_choices import (
    CALL_999,
    IT_MAY_BE_REAL,
    NO_ADVICE,
    SINCE,
    USED,
    by_name,
    named,
)
from inclusion_cli.interviews.debrief_parts import A_DASH
from inclusion_cli.interviews.debrief_thought import may_be_real
from inclusion_cli.interviews.money import money
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    choose_some,
    rate,
)
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
    yield Question(
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


def substances(it: About, answers: Answers) -> Iterator[Question]:
    """Return drink and drugs, craving, sleep, medicines; asked where the step needs."""
    yield choose(
        "used",
        say("Any drink or drugs since last time?"),
        say("Drink or drugs"),
        USED,
        asked=say("when the step is about drink or drugs; else when you add more"),
        required=False,
        explicit=True,
        extra=not it.substances,
    )
    stopped = answers.get("used") == "stopped"
    used = stopped or answers.get("used") == "yes"
    yield Question(
        "used_what",
        say("What was stopped?") if stopped else say("What was it?"),
        say("Drink or drug used"),
        no_secrets,
        relevant=lambda _a: used,
        asked=say("when something was used or stopped"),
        before=lambda _a: named(STOPPING_KILLS, it.name) if stopped else (),
    )
    yield Question(
        "used_amount",
        say("How much, as it was told?"),
        say("Amount used"),
        no_secrets,
        relevant=lambda a: a.get("used") == "yes",
        asked=say("when something was used"),
        required=False,
    )
    yield choose(
        "used_within",
        say("Was it within what was agreed?"),
        say("Limit kept"),
        YES_NO,
        relevant=lambda a: a.get("used") == "yes",
        asked=say("when something was used"),
        required=False,
        explicit=True,
        hint=say("A dash if nothing was agreed."),
    )
    yield rate(
        "craving",
        say("{name}'s own craving, 0 to 10", name=it.name),
        say("Craving"),
        asked=say("when drink or drugs were told of, or what was agreed reads it"),
        hint=say("0 is none, 10 the most there can be. {a_dash}", a_dash=A_DASH),
        required=False,
        extra=not used and "craving" not in it.needed,
    )
    yield Question(
        "minutes_slept",
        say("How long did {name} sleep last night?", name=it.name),
        say("Sleep"),
        slept,
        "hours",
        asked=say("when drink or drugs were told of, or what was agreed reads it"),
        hint=say("For example: 6, 6:30, 4 hours. {a_dash}", a_dash=A_DASH),
        required=False,
        explicit=True,
        extra=not used and "minutes_slept" not in it.needed,
    )
    yield Question(
        "medicine",
        say("What does {name} say about their medicines?", name=it.name),
        say("A worry about medicines"),
        no_secrets,
        asked=say("when you add more"),
        required=False,
        extra=True,
        before=lambda _a: named(NO_ADVICE, it.name),
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
