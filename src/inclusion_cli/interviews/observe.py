"""What is asked about something that happened between sessions: a few questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.calls import days_called, told_already
from inclusion_cli.domain.debrief import SignSeen
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.observation import (
    GRAVE,
    ROUTE_WORDS,
    SEEN_WORDS,
    Observation,
    Seen,
)
from inclusion_cli.domain.own_card import signs_on
from inclusion_cli.domain.sleep import say_minutes
from inclusion_cli.domain.values import Choice, capital
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import day_been, time_been
from inclusion_cli.interviews.debrief_choices import CALL_999
from inclusion_cli.interviews.debrief_given import money_given
from inclusion_cli.interviews.money import money
from inclusion_cli.interviews.observe_measured import STOPPED, is_about, measured
from inclusion_cli.interviews.own_words import what_they_said
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    raw_of,
    settled,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

KINDS = tuple(Choice(seen.value, capital(said)) for seen, said in SEEN_WORDS.items())
ROUTES = tuple(Choice(way.value, capital(said)) for way, said in ROUTE_WORDS.items())
TOLD_AT_ONCE = tuple(seen.value for seen in GRAVE)
"""What is told in words, with 999 above it."""
QUICK = (Seen.SLEEP.value, Seen.CRAVING.value, Seen.SUBSTANCE_USE.value)
"""What is told in a figure or a word: nothing more is asked of it."""
LONG_AGO = 56
TWO = 2


@dataclass(frozen=True)
class Between:
    """Whom an observation is about, now, with the signs of their card."""

    now: datetime
    name: str = say("the person")
    signs: tuple[SignSeen, ...] = ()
    latest: datetime | None = None
    called: frozenset[date] = frozenset()
    anybody: bool = False


def between(case: Casefile, *, now: datetime) -> Between:
    """Return whom an observation is about."""
    kept = (*case.debriefs, *case.observations, *case.sessions)
    return Between(
        now,
        case.known_as,
        signs_on(case.card.record if case.card else None),
        max((one.recorded_at for one in kept), default=None),
        days_called(case),
    )


def form(case: Casefile, it: Between) -> Form:
    """Return what is asked about something between sessions."""
    return Form(
        name="observation",
        title=say("Between sessions"),
        questions=lambda answers: questions(it, answers),
        header=say("{label}. Between sessions.", label=case.label),
        who=case.label,
        usual={"seen": Seen.OTHER.value},
    )


def request_form(case: Casefile, it: Between) -> Form:
    """Return what is asked where somebody wanted money or things."""
    return replace(
        form(case, it),
        name="money_request",
        title=say("A request for money or things"),
        header=say("{label}. Asked for money or things.", label=case.label),
        known={"seen": Seen.MONEY_REQUEST.value},
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any observation, for flags and for `--questions`."""
    return questions(anybody(), {})


def anybody() -> Between:
    """Return what stands for any person, where only the questions are wanted."""
    return Between(datetime(2000, 1, 1).astimezone(), anybody=True)


def questions(it: Between, answers: Answers) -> Iterator[Question]:
    """Return what is asked of an observation, by what it is of."""
    offered = tuple(
        c for c in KINDS if c.key != Seen.SIGN.value or it.signs or it.anybody
    )
    yield choose("seen", say("What is it about?"), say("Kind"), offered, grave=True)
    yield from _when(it, in_danger=answers.get("seen") in TOLD_AT_ONCE)
    yield from measured(it.name, answers)
    yield from money(
        it.name,
        relevant=is_about(Seen.MONEY_REQUEST),
        asked=say("for a request for money or things"),
        indicators=False,
    )
    yield choose_some(
        "signs",
        say("Which signs were seen?"),
        say("Signs"),
        tuple(Choice(sign.id, sign.text) for sign in it.signs)
        or (Choice("sign-id", say("A sign of the card")),),
        relevant=is_about(Seen.SIGN),
        asked=say("for a sign"),
        constraint=_one_or_more,
        none=False,
    )
    yield from _told(it, answers)


def _when(it: Between, *, in_danger: bool) -> Iterator[Question]:
    night = is_about(Seen.SLEEP)
    yield time_been(
        "when",
        say("When was it?"),
        say("When"),
        it.now,
        hint=say("For example: today 2pm, yesterday 10:30pm, Friday 2pm."),
        relevant=lambda a: not night(a),
        asked=say("unless it is about sleep"),
        constraint=lambda at, _a: _has_been(it, at),
        doubt=lambda at, a: _known(it, at, a),
        before=lambda _a: CALL_999 if in_danger else (),
    )
    yield day_been(
        "morning",
        say("On the morning of which day?"),
        say("Morning"),
        it.now.date(),
        default="today",
        hint=say("The day the night ended. For example: today, Friday, 17 November."),
        relevant=night,
        asked=say("when it is about sleep"),
        constraint=lambda day, _a: checks.recent(day, it.now.date(), within=LONG_AGO),
    )


def _has_been(it: Between, at: datetime) -> None:
    checks.clock_is_back(at, it.now, it.latest)
    checks.lately(at, it.now)


def _known(it: Between, at: datetime, answers: Answers) -> str | None:
    """Return what to check where a crisis call of that day is known."""
    call = is_about(Seen.CRISIS_CONTACT)(answers)
    same = say("If it is the same call, press Ctrl+D.")
    return told_already([at.date()], it.called, same) if call else None


def _one_or_more(chosen: tuple[str, ...], _answers: Answers) -> None:
    if not chosen:
        raise ValueError(
            say("Choose one sign or more. For none, there is nothing to keep")
        )


def _told(it: Between, answers: Answers) -> Iterator[Question]:
    labels = {
        Seen.CRISIS_CONTACT.value: say("Who was rung, and why?"),
        Seen.SUICIDE_TALK.value: say("What was said, and what keeps them safe now?"),
        Seen.SIGN.value: say("What was seen or heard?"),
        Seen.MONEY_REQUEST.value: say("What else was seen or heard?"),
    }
    seen = answers.get("seen")
    needed = seen in (*TOLD_AT_ONCE, Seen.OTHER.value)
    yield Question(
        "note",
        labels.get(seen or "") or say("What happened?"),
        say("What happened"),
        a_sentence if seen == Seen.SUICIDE_TALK.value else no_secrets,
        required=needed,
        extra=seen in QUICK,
    )
    yield choose(
        "route",
        say("Which of these was rung, or gone to?"),
        say("Rung or gone to"),
        ROUTES,
        required=False,
        relevant=is_about(Seen.CRISIS_CONTACT),
        asked=say("for a crisis call"),
    )
    yield from _who_knows(it, answers)


def a_sentence(raw: str) -> str:
    """Return what was said. Raises ValueError where it is not two words or more."""
    text = no_secrets(raw)
    if sum(any(map(str.isalpha, word)) for word in text.split()) < TWO:
        raise ValueError(say("must have two words or more"))
    return text


def _who_knows(it: Between, answers: Answers) -> Iterator[Question]:
    seen, stopped = answers.get("seen"), answers.get("used") == STOPPED
    talk = seen == Seen.SUICIDE_TALK.value
    grave = seen in (*TOLD_AT_ONCE, Seen.MONEY_REQUEST.value)
    yield Question(
        "told",
        say("Which manager have you told, and when?")
        if talk
        else say("Who gave medical advice, and when?")
        if stopped
        else say("Who have you told, and when?"),
        say("Who was told"),
        no_secrets,
        required=talk,
        asked=say("for a crisis call, a talk or a request; else when you add more"),
        extra=not (grave or stopped),
        hint=say(
            'A name. "nobody yet" is an answer, too: home asks until it is a name.'
        )
        if talk or stopped
        else "",
    )
    yield what_they_said(
        it.name,
        hint=say("In their own words, as they said it."),
        extra=seen in QUICK,
    )


# --- an observation that is mended ---------------------------------------------------


def amend_form(case: Casefile, kept: Kept[Observation], *, now: datetime) -> Form:
    """Return an observation that is mended: every answer it stands for is known."""
    it = amend_about(case, kept, now=now)
    return settled(replace(form(case, it), known=given_by(kept.record)))


def amend_about(case: Casefile, kept: Kept[Observation], *, now: datetime) -> Between:
    """Return whom it is about, with the signs of that day."""
    it = between(case, now=now)
    there = {sign.id for sign in it.signs}
    gone = tuple(sign for sign in kept.record.signs if sign.id not in there)
    called = days_called(case, but=kept.id)
    return replace(it, signs=(*it.signs, *gone), called=called)


def given_by(observation: Observation) -> dict[str, str | None]:
    """Return what would be typed to make this observation."""
    seen, use = observation.seen, observation.seen is Seen.SUBSTANCE_USE
    given: dict[str, str | None] = {"seen": seen.value}
    if seen is Seen.SLEEP:
        given["morning"] = observation.at.date().isoformat()
    else:
        given["when"] = raw_of(observation.at)
    told: dict[str, Any] = {
        "note": observation.note,
        "words": observation.words,
        "told": observation.told,
        "craving": observation.craving,
        "signs": ",".join(sign.id for sign in observation.signs),
    }
    given |= {key: str(v) for key, v in told.items() if v is not None and v != ""}
    if observation.minutes_slept is not None:
        given["slept"] = say_minutes(observation.minutes_slept)
    if observation.route:
        given["route"] = observation.route.value
    if observation.money:
        given |= dict(money_given(observation.money))
    if use:
        given |= {"used": STOPPED if observation.stopped else "used"}
        given["what"] = observation.what
    if observation.within_limit is not None:
        given["within"] = raw_of(observation.within_limit)
    return given
