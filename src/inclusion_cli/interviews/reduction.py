"""What is asked for less for a while, and when that is looked at again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.event_page import says_less
from inclusion_cli.domain.event_plan import LONGEST_LOOK_DAYS, Reduction
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.plan import ACCOMPANIMENT, LONGEST_MINUTES, Step
from inclusion_cli.domain.reductions import Calls, no_ban
from inclusion_cli.domain.values import Choice, capital, whole, words
from inclusion_cli.interviews.days import day_ahead
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    raw_of,
    settled,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile

END, KEEP = "end", "keep"
SHORTEST_MINUTES = 5
NOW = (
    Choice(END, say("It ends: the plan goes on as it was")),
    Choice(KEEP, say("It stays a little longer, and there is a reason")),
)
NO_ADVICE = say("This is no ban. {name} goes on with it, with a little less.")


@dataclass(frozen=True)
class Less:
    """What less for a while is asked about: whose, the step, what calls for it."""

    today: date
    name: str = say("the person")
    step: Kept[Step] | None = None
    calls: tuple[Calls, ...] = ()


def form(case: Casefile, it: Less) -> Form:
    """Return what is asked for less for a while."""
    step = it.step.record if it.step else None
    which = (
        say("Step {number}: {title}.", number=step.number, title=step.title)
        if step
        else ""
    )
    return Form(
        name="reduction",
        title=say("Less for a while"),
        questions=lambda _answers: questions(it),
        header=say("{label}. Less for a while. {which}", label=case.label, which=which),
        who=case.label,
        intro=tuple(_intro(it)),
    )


def _intro(it: Less) -> Iterator[str]:
    yield NO_ADVICE.format(name=it.name)
    if it.calls:
        told = "; ".join(one.says for one in it.calls)
        yield say("What calls for it: {told}.", told=told)


def questions(it: Less) -> Iterator[Question]:
    """Return the questions: fewer minutes, more company, or both; then why."""
    step = it.step.record if it.step else None
    has = say(" The step has {minutes}.", minutes=step.minutes) if step else ""
    yield Question(
        "minutes",
        say("How many minutes at most, for now?") + has,
        say("Minutes at most"),
        whole(SHORTEST_MINUTES, LONGEST_MINUTES),
        "minutes",
        required=False,
        explicit=True,
        hint=say("A dash leaves the time as it is."),
        constraint=lambda minutes, _a: _fewer(step.minutes if step else None, minutes),
    )
    more = _more_company(step.accompaniment if step else -1)
    yield choose(
        "accompaniment",
        say("Who is with {name}, for now?", name=it.name),
        say("Company"),
        more or (Choice("6", capital(ACCOMPANIMENT[6])),),
        relevant=lambda _a: bool(more),
        asked=say("unless a worker is beside them already"),
        required=False,
        explicit=True,
        hint=say("Nearer than the step has it. A dash leaves it as it is."),
    )
    yield Question(
        "why",
        say("Why, in {name}'s words or yours?", name=it.name),
        say("Why"),
        words,
        constraint=_why,
        hint=say("What happened, and what is less. For example: three short nights."),
    )
    yield Question(
        "agreed_with",
        say("Who agreed this with you?"),
        say("Agreed with"),
        own=True,
    )
    yield _look(it.today, say("On which day do you look at it again?"))


def _fewer(planned: int | None, minutes: int) -> None:
    if planned is not None and minutes >= planned:
        raise ValueError(
            say("must be fewer than the step has, {planned}", planned=planned)
        )


def _more_company(now: int) -> tuple[Choice, ...]:
    return tuple(
        Choice(str(n), capital(words_))
        for n, words_ in enumerate(ACCOMPANIMENT)
        if n > now
    )


def _why(text: str, answers: Answers) -> None:
    if answers.get("minutes") is None and answers.get("accompaniment") is None:
        raise ValueError(
            say(
                "First say what is less for now: fewer minutes, or more company. "
                "Type < to go back"
            )
        )
    no_ban(text)


def _look(today: date, label: str) -> Question:
    furthest = today + timedelta(days=LONGEST_LOOK_DAYS)
    return day_ahead(
        "look_again",
        label,
        say("Look again"),
        today,
        default=raw_of(furthest),
        constraint=lambda day, _a: _within_a_week(day, today),
        hint=say("Within 7 days: less for a while is not for good."),
    )


def _within_a_week(day: date, today: date) -> None:
    if day <= today:
        raise ValueError(say("must be later than today"))
    if day > today + timedelta(days=LONGEST_LOOK_DAYS):
        last = say_day(today + timedelta(days=LONGEST_LOOK_DAYS))
        raise ValueError(
            say("must be within 7 days, by {last}: it must not become a ban", last=last)
        )


# --- looked at again ----------------------------------------------------------------


def look_form(case: Casefile, kept: Kept[Reduction], today: date) -> Form:
    """Return what is asked where less for a while is looked at again."""
    return Form(
        name="reduction_look",
        title=say("Less for a while, looked at again"),
        questions=lambda _answers: look_questions(case.known_as, today),
        header=say("{label}. Less for a while, looked at again.", label=case.label),
        who=case.label,
        intro=(says_less(case, kept.record.step),),
    )


def look_questions(name: str, today: date) -> Iterator[Question]:
    """Return the questions of less for a while that is looked at again."""
    yield choose(
        "now",
        say("What have you and {name} decided?", name=name),
        say("Decided"),
        NOW,
        grave=True,
    )
    yield Question(
        "because",
        say("Why is this right now?"),
        say("Why now"),
        words,
        constraint=lambda text, _a: no_ban(text),
    )
    label = say("On which day do you look at it again?")
    look = _look(today, label)
    yield replace(
        look,
        relevant=lambda a: a.get("now") == KEEP,
        asked=say("when it stays a little longer"),
    )


# --- one that is mended -------------------------------------------------------------


def amend_form(case: Casefile, kept: Kept[Reduction], today: date) -> Form:
    """Return less for a while that is mended."""
    it = kept.record
    less = Less(today, case.known_as, case.step(it.step))
    known: dict[str, str | None] = {
        "minutes": None if it.minutes is None else raw_of(it.minutes),
        "accompaniment": None if it.accompaniment is None else str(it.accompaniment),
        "why": it.why,
        "agreed_with": it.agreed_with or None,
        "look_again": raw_of(it.look_again),
    }
    return settled(replace(form(case, less), known=known))
