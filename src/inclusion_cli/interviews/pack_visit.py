"""What is asked before a sheet for a stand-in worker is made."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.values import YES, YES_NO, a_name
from inclusion_cli.interviews.consent_given import how_given
from inclusion_cli.interviews.days import time_ahead
from inclusion_cli.interviews.question import Form, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Answers

    Shown = Callable[[Answers], tuple[str, ...]]

LONGEST_SHIFT = timedelta(hours=36)
EARLY = datetime(2000, 1, 1).astimezone()


def form(case: Casefile, now: datetime, shown: Shown) -> Form:
    """Return what is asked; `shown` is the page of the answers, seen before the yes."""
    return Form(
        name="pack_visit",
        title=say("A sheet for a stand-in"),
        questions=lambda _answers: questions(case.known_as, now, shown),
        header=say("{label}. A page for a worker who stands in.", label=case.label),
        who=case.label,
        save=say("make the page for {label}", label=case.label),
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any sheet, for flags and for `--questions`."""
    yield from questions(say("the person"), EARLY, lambda _answers: ())


def questions(name: str, now: datetime, shown: Shown) -> Iterator[Question]:
    """Return the questions of a sheet for a stand-in worker."""
    yield Question(
        "recipient",
        say("Who stands in? Their name."),
        say("Who stands in"),
        a_name,
        own=True,
    )
    yield Question(
        "recipient_role",
        say("What are they? For example: agency worker, night worker."),
        say("What they are"),
    )
    yield time_ahead(
        "until",
        say("When does the shift end? Day and time."),
        say("Shift ends"),
        now,
        hint=say("For example: today 10pm, tomorrow 8am."),
        constraint=lambda at, _a: _within_a_shift(at, now),
    )
    yield choose(
        "agreed",
        say("Has {name} seen what is on the page, and agreed to it?", name=name),
        say("Agreed"),
        YES_NO,
        grave=True,
        before=shown,
    )
    yield from how_given(
        lambda a: bool(a.get("agreed") == YES), say("when agreed is yes")
    )


def _within_a_shift(at: datetime, now: datetime) -> None:
    if at <= now:
        raise ValueError(say("must be later than now"))
    if at > now + LONGEST_SHIFT:
        raise ValueError(say("must be within 36 hours: it is for one shift"))
