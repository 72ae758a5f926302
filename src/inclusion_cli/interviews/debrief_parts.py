"""The parts of a debrief: facts, worry, signs, since last time, the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.typed_dates import Leaning, parse_day, parse_when
from inclusion_cli.domain.values import YES_NO_NOT_SURE, Choice
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.debrief_about import About, can_have_been, unlikely
from inclusion_cli.interviews.debrief_choices import (
    CALL_999,
    FEARED,
    HOW,
    SINCE,
    WHY_EARLY,
    WHY_NOT,
)
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    choose_some,
    rate,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

CALLS_DAYS = 56  # as far back as a plan asks for, too


def _told_of_harm(answers: Answers) -> bool:
    return bool({"hurt", "money", "not_sure"} & set(answers.get("since") or ()))


def went(answers: Answers) -> bool:
    """Say whether the session went ahead."""
    return answers.get("how") in ("stayed", "left_early")


def facts(it: About) -> Iterator[Question]:
    """Return what happened: when, how, and why not."""
    yield Question(
        "when",
        "When was it?",
        "When",
        lambda raw: parse_when(raw, now=it.now, leaning=Leaning.BACK),
        "when",
        hint="For example: today 2pm, yesterday 10:30am, Friday 2pm, 17 November 2pm.",
        carry=True,
        constraint=lambda at, _answers: can_have_been(it, at),
        doubt=lambda at, _answers: unlikely(it, at),
    )
    yield choose("how", "How did it go?", "How it went", HOW)
    yield choose(
        "why_early",
        "Why did it end early?",
        "Why it ended early",
        _named(WHY_EARLY, it.name),
        relevant=lambda a: a.get("how") == "left_early",
        asked="when it ended early",
    )
    yield choose(
        "why_not",
        "Why did it not go ahead?",
        "Why it did not go ahead",
        _named(WHY_NOT, it.name),
        relevant=lambda a: a.get("how") == "did_not_go",
        asked="when it did not go ahead",
    )


def worry(it: About) -> Iterator[Question]:
    """Return the person's own scores, and whether what was feared came true."""
    asked = "when it went ahead"
    labels = {
        "worry_before": (f"{it.name}'s own worry before, 0 to 10", "before"),
        "worry_peak": ("Worry at its worst", "at its worst"),
        "worry_after": ("Worry after", "after"),
    }
    for key, (label, short) in labels.items():
        yield rate(
            key,
            label,
            f"Worry {short}",
            relevant=went,
            asked=asked,
            required=False,
            hint="0 is no worry, 10 the most there can be. A dash if it was not asked.",
            constraint=_worst_is_highest(key),
        )
    yield choose(
        "feared",
        f'Did it happen: "{it.fear}"?' if it.step else "Did what was feared happen?",
        "Feared thing",
        FEARED,
        relevant=lambda a: went(a) and bool(it.fear),
        asked="when it went ahead and the step names a fear",
        required=False,
        explicit=True,
    )


def signs(it: About, answers: Answers) -> Iterator[Question]:
    """Return the card's signs, and what helped."""
    choices = tuple(Choice(sign.id, f"{sign.text}") for sign in it.signs) or (
        Choice("sign-id", "A sign of the card"),
    )
    yield choose_some(
        "signs",
        "Which signs were seen?",
        "Signs",
        choices,
        relevant=lambda _a: bool(it.signs) or it.step is None,
        asked="when there is a card",
        hint=f'From "{STAGES[1]}" on. Type the numbers, or 0 for none of these.',
    )
    yield Question(
        "helped",
        "What was tried, and did it help?",
        "What helped",
        asked="when signs were seen; else when you add more",
        required=False,
        extra=not answers.get("signs"),
    )


def since(it: About) -> Iterator[Question]:
    """Return what must be followed up: harm, money, crisis calls."""
    yield choose_some(
        "since",
        "Since last time, any of these?",
        "Since last time",
        _named(SINCE, it.name),
        grave=True,
        hint="A crisis call is to the crisis team, 111, 999, a helpline or on-call.",
    )
    yield Question(
        "what_happened",
        "What was seen or heard? Who, where, when.",
        "What happened",
        relevant=_told_of_harm,
        asked="when someone was hurt, unsafe or asked for money, or it is not sure",
        before=lambda _a: CALL_999,
    )
    yield Question(
        "told",
        "Who have you told, and when?",
        "Who was told",
        relevant=_told_of_harm,
        asked="when someone was hurt, unsafe or asked for money, or it is not sure",
        required=False,
    )
    yield Question(
        "contacts",
        "On which days were the crisis calls? One for each call.",
        "Crisis calls",
        lambda raw: _days(raw, it.now.date()),
        "days",
        relevant=lambda a: "crisis" in (a.get("since") or ()),
        asked="when there was a crisis call",
        hint="Put commas between: Monday, Monday, 17 November.",
        constraint=lambda days, _a: _lately(days, it.now.date()),
    )


def voice(it: About) -> Iterator[Question]:
    """Return the person's own account, and whether they feel ready."""
    yield Question(
        "in_the_way",
        "What got in the way?",
        "What got in the way",
        relevant=lambda a: (
            a.get("why_not") == "person_chose_not_to"
            or a.get("why_early") in ("attended_part_distress", "attended_part_other")
        ),
        asked="when the person chose not to go, or it became too much",
        required=False,
    )
    yield Question(
        "words",
        f"What did {it.name} say?",
        f"{it.name}'s words",
        hint="In their own words, as they said it.",
        own=True,
        relevant=lambda a: a.get("why_not") != "no_show_unexplained",
        asked="unless the person did not come",
        required=False,
    )
    yield choose(
        "ready",
        f"Does {it.name} feel ready for the next step?",
        "Feels ready",
        YES_NO_NOT_SURE,
        relevant=lambda a: it.ask_ready and went(a),
        asked="when all that was agreed may soon be met",
        grave=True,
        required=False,
        explicit=True,
    )


def more(it: About) -> Iterator[Question]:
    """Return what is asked only when the worker adds more."""
    yield Question(
        "next",
        "When is the next session?",
        "Next session",
        lambda raw: parse_when(raw, now=it.now, leaning=Leaning.AHEAD),
        "when",
        hint="For example: Friday 2pm, tomorrow 10am, 4 December 2pm.",
        relevant=lambda _a: not it.next_planned,
        asked="when none is planned",
        required=False,
        extra=True,
        constraint=lambda at, _a: checks.is_to_come(at, it.now),
    )
    yield Question(
        "note",
        "Anything else to remember?",
        "Note",
        required=False,
        extra=True,
    )


def _named(choices: tuple[Choice, ...], name: str) -> tuple[Choice, ...]:
    return tuple(Choice(c.key, c.label.format(name=name)) for c in choices)


def _worst_is_highest(key: str) -> Callable[[int, Answers], None]:
    """Return the check that worry at its worst is the highest of the three."""

    def check(value: int, answers: Answers) -> None:
        if key == "worry_peak":
            for other, words in (("worry_before", "before"), ("worry_after", "after")):
                if (score := answers.get(other)) is not None and value < score:
                    raise ValueError(f"cannot be lower than {words}, which was {score}")
        elif (peak := answers.get("worry_peak")) is not None and value > peak:
            raise ValueError(f"cannot be higher than at its worst, which was {peak}")

    return check


def _days(raw: str, today: date) -> tuple[date, ...]:
    parts = [part for part in raw.split(",") if part.strip()]
    days = tuple(parse_day(part, today=today, leaning=Leaning.BACK) for part in parts)
    if not days:
        raise ValueError("must be one day or more, with commas between")
    return days


def _lately(days: tuple[date, ...], today: date) -> None:
    for day in days:
        checks.recent(day, today, within=CALLS_DAYS)
