"""What is asked after a session: seven short questions, and more only when needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.dates import Leaning, parse_day, parse_when, say_day
from inclusion_cli.domain.debrief import Session, SignSeen
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.values import YES_NO_NOT_SURE, Choice, counted
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    rate,
    raw_of,
)

OLD_DAYS = 7

HOW = (
    Choice("stayed", "It went ahead, for the time planned"),
    Choice("left_early", "It went ahead, and ended early"),
    Choice("did_not_go", "It did not go ahead"),
)
WHY_EARLY = (
    Choice("attended_part_left_by_choice", "{name} chose to leave"),
    Choice("attended_part_distress", "It became too much"),
    Choice("attended_part_other", "Another reason"),
)
WHY_NOT = (
    Choice("person_chose_not_to", "{name} chose not to go"),
    Choice("no_show_unexplained", "{name} did not come, and we do not know why"),
    Choice("cancelled_by_service", "We cancelled it"),
    Choice("cancelled_by_venue", "The place cancelled it"),
    Choice("cancelled_external", "Something outside, such as weather or a strike"),
    Choice("paused_by_plan", "The step is paused"),
)
FEARED = (Choice("no", "No"), Choice("partly", "Partly"), Choice("yes", "Yes"))
SINCE = (
    Choice("hurt", "Someone was hurt or unsafe"),
    Choice("money", "Someone asked {name} for money or things"),
    Choice("crisis", "A crisis call: crisis team, 111, 999, helpline or on-call"),
    Choice("not_sure", "Not sure"),
)
CALL_999 = (
    "If someone is in danger now, call 999 first. Then come back.",
    "Your answers are kept.",
)


@dataclass(frozen=True)
class About:
    """What a debrief is about: the person, the step, the session and the moment.

    Without a casefile it stands for any debrief, for flags and for `--questions`.
    """

    now: datetime
    name: str = "the person"
    step: Kept[Step] | None = None
    session: Kept[Session] | None = None
    signs: tuple[SignSeen, ...] = ()
    ask_ready: bool = True
    next_planned: bool = False

    @property
    def fear(self) -> str:
        """Return what the person feared would happen, "" for nothing named."""
        return self.step.record.fear if self.step else "the feared thing"


def about(
    case: Casefile,
    step: Kept[Step],
    session: Kept[Session] | None,
    *,
    now: datetime,
    ask_ready: bool,
) -> About:
    """Return what a debrief of this session is about."""
    signs = case.card.record.signs() if case.card else ()
    return About(
        now=now,
        name=case.known_as,
        step=step,
        session=session,
        signs=tuple(SignSeen(sign.id, sign.text, st.number) for st, sign in signs),
        ask_ready=ask_ready,
        next_planned=any(s.record.at > now for s in case.open_sessions()),
    )


def form(case: Casefile, about_it: About) -> Form:
    """Return the debrief of one session of one person."""
    step = about_it.step.record if about_it.step else None
    place = f" Step {step.number} of {len(case.steps)}: {step.title}." if step else ""
    return Form(
        name="debrief",
        title="Debrief",
        questions=lambda answers: questions(about_it, answers),
        header=f"{case.label}.{place}",
        who=case.label,
        save=f"save for {case.known_as}",
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any debrief, for flags and for `--questions`."""
    return questions(About(datetime(2000, 1, 1).astimezone()), {})


def questions(it: About, answers: Answers) -> Iterator[Question]:
    """Return what is asked of a debrief."""
    yield from _facts(it)
    yield from _worry(it)
    yield from _signs(it, answers)
    yield from _since(it)
    yield from _voice(it)
    yield from _more(it)


def _told_of_harm(answers: Answers) -> bool:
    return bool({"hurt", "money", "not_sure"} & set(answers.get("since") or ()))


def went(answers: Answers) -> bool:
    """Say whether the session went ahead."""
    return answers.get("how") in ("stayed", "left_early")


def _facts(it: About) -> Iterator[Question]:
    planned = it.session.record.at if it.session else None
    yield Question(
        "when",
        "When was it?",
        "When",
        lambda raw: parse_when(raw, now=it.now, leaning=Leaning.BACK),
        "when",
        hint="For example: today 2pm, yesterday 10:30am, Friday 2pm, 17 November 2pm.",
        default=raw_of(planned) if planned else "",
        carry=True,
        constraint=lambda at, _answers: _not_ahead(at, it.now),
        doubt=lambda at, _answers: _long_ago(at, it.now),
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


def _worry(it: About) -> Iterator[Question]:
    asked = "when it went ahead"
    labels = {
        "worry_before": (f"{it.name}'s own worry score before, 0 to 10", "before"),
        "worry_peak": ("The same at its worst, 0 to 10", "at its worst"),
        "worry_after": ("The same after, 0 to 10", "after"),
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
        "Feared thing happened",
        FEARED,
        relevant=lambda a: went(a) and bool(it.fear),
        asked="when it went ahead and the step names a fear",
        required=False,
    )


def _signs(it: About, answers: Answers) -> Iterator[Question]:
    choices = tuple(Choice(sign.id, f"{sign.text}") for sign in it.signs) or (
        Choice("sign-id", "A sign of the card"),
    )
    yield choose_some(
        "signs",
        f"Which signs from {it.name}'s card were seen?",
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


def _since(it: About) -> Iterator[Question]:
    yield choose_some(
        "since",
        "Since last time, was there any of these?",
        "Since last time",
        _named(SINCE, it.name),
        grave=True,
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
        constraint=lambda days, _a: _not_in_future(days, it.now.date()),
    )


def _voice(it: About) -> Iterator[Question]:
    yield Question(
        "in_the_way",
        "What got in the way?",
        "What got in the way",
        relevant=lambda a: (
            a.get("why_not") in ("person_chose_not_to",)
            or a.get("why_early") in ("attended_part_distress", "attended_part_other")
        ),
        asked="when the person chose not to go, or it became too much",
        required=False,
    )
    yield Question(
        "words",
        f"What did {it.name} say about it?",
        f"{it.name}'s words",
        hint="In their own words, as they said it.",
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
    )


def _more(it: About) -> Iterator[Question]:
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
        constraint=lambda at, _a: _ahead(at, it.now),
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


def _not_ahead(at: datetime, now: datetime) -> None:
    if at > now:
        raise ValueError("is later than now. Type when it was")


def _ahead(at: datetime, now: datetime) -> None:
    if at <= now:
        raise ValueError("must be later than now")


def _long_ago(at: datetime, now: datetime) -> str | None:
    days = (now.date() - at.date()).days
    if days <= OLD_DAYS:
        return None
    return f"{say_day(at.date())} is {counted(days, 'day')} ago."


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


def _not_in_future(days: tuple[date, ...], today: date) -> None:
    if any(day > today for day in days):
        raise ValueError("cannot be later than today")
