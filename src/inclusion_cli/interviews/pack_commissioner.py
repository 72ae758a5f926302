"""What is asked before a commissioner's pack leaves: who gets it, and what for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.small_counts import LEAST
from inclusion_cli.interviews.leaving import NOBODY_NAMED
from inclusion_cli.interviews.leaving import questions as leaving
from inclusion_cli.interviews.question import Form, Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def form(today: date, *, few: tuple[str, ...] = ()) -> Form:
    """Return the form of a pack: it is about nobody by name.

    `few` is read before the first question, where there is next to nothing to tell.
    """
    first, *rest = every_question(today)
    asked = (replace(first, before=lambda _a: few), *rest)
    return Form(
        name="pack_commissioner",
        title=say("A commissioner pack"),
        questions=lambda _answers: asked,
        header=say("The service. A pack for commissioners."),
        who=say("the service"),
        save=say("make the pack"),
    )


def few_people(first: date, last: date) -> tuple[str, ...]:
    """Return what is said where a pack could show no count, and what else can be done.

    It is said before anything is answered for it.
    """
    return (
        say(
            "There are fewer than {least} people with anything from {first} to {last}. "
            "So this paper would show no count at all.",
            least=LEAST,
            first=say_day(first),
            last=say_day(last),
        ),
        say("Ctrl+D stops here. What you can do instead:"),
        say(
            "- Take more days: inclusion pack commissioner --from DAY. Or count more "
            "people, together with another house."
        ),
        say(
            "- Tell of one person, where they agree to it: inclusion review CODE "
            "--pack-only."
        ),
    )


def every_question(today: date) -> Iterator[Question]:
    """Return the questions of a pack."""
    return leaving(None, today, offered=NOBODY_NAMED)
