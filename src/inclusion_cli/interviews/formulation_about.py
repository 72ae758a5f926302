"""What a formulation is asked about, and which of its parts are wanted today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.days import day_ahead
from inclusion_cli.interviews.question import ALWAYS, Raws, raw_of
from inclusion_cli.interviews.rows import keys_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.interviews.question import Answers, Question

REVIEW_WEEKS = 12  # service default: agree it with your clinical or quality lead
ADDED = (
    Choice("situation", say("Another situation")),
    Choice("strength", say("Another strength")),
    Choice("control", say("Something else you do")),
)
MORE = (
    Choice(
        "deeper", say("More about a situation: has it happened, what makes it worse")
    ),
    Choice("scenario", say("What could happen, and who does what then")),
    Choice("contributor", say("Who helped to write this")),
    Choice("source", say("What it rests on: letters, reports, people")),
    Choice("disagreement", say("A view that differs")),
    Choice("capacity", say("Capacity to make a decision")),
    Choice("background", say("What it is about now, where it comes from")),
    Choice("identity", say("Culture, identity, past hurt, if they wish")),
    Choice("events", say("What brings the next look forward")),
    Choice("done", say("More about what you do: since when, until when")),
)


@dataclass(frozen=True)
class About:
    """Whose formulation it is; empty for flags and `--questions`.

    `old` is the version before, `known` the answers it stands for, `gone` the numbers
    of rows that are not used again. `events` are what can bring a review forward, and
    `waiting` what has, in words.
    """

    today: date
    name: str = say("the person")
    old: Formulation | None = None
    known: Raws | None = None
    gone: frozenset[int] = frozenset()
    events: tuple[Choice, ...] = ()
    waiting: str = ""
    anybody: bool = False

    @property
    def again(self) -> bool:
        """Say whether there is a version before this one."""
        return self.old is not None

    @property
    def more(self) -> tuple[Choice, ...]:
        """Return the parts that can be chosen."""
        return (*ADDED, *MORE) if self.again or self.anybody else MORE


def wanted(answers: Answers, part: str, *prefixes: str) -> bool:
    """Say whether a part was chosen, or anything of it is given already."""
    return part in (answers.get("more") or ()) or given(answers, *prefixes)


def given(answers: Answers, *prefixes: str) -> bool:
    """Say whether any answer whose key begins so is given."""
    return bool(prefixes) and any(key.startswith(prefixes) for key in keys_of(answers))


def part_of(
    part: str, questions: Iterable[Question], *prefixes: str
) -> Iterator[Question]:
    """Return questions that are asked where their part is wanted."""
    for question in questions:
        when = say("when more names {part}", part=part)
        also = "" if question.asked == ALWAYS else f"{question.asked}, "
        yield replace(gated(question, part, *prefixes), asked=f"{also}{when}")


def gated(question: Question, part: str, *prefixes: str) -> Question:
    """Return a question that is asked where its part is wanted."""
    own = question.relevant
    return replace(question, relevant=lambda a: wanted(a, part, *prefixes) and own(a))


def row_of_part(
    it: About, part: str, prefix: str, questions: Iterable[Question]
) -> Iterator[Question]:
    """Return a row; of a new version, a row more is asked where it is wanted."""
    for question in questions:
        yield gated(question, part, prefix) if it.again else question


def nothing_changed(it: About, answers: Answers) -> bool:
    """Say whether the answers so far are those of the version before."""
    if it.known is None:
        return False
    told: dict[str, Any] = {
        key: value
        for key, value in answers.items()
        if key not in _NOT_WORDS and value is not None
    }
    before = {key: raw for key, raw in it.known.items() if raw is not None}
    return {key: raw_of(value) for key, value in told.items()} == before


_NOT_WORDS = (
    say("more"),
    say("deeper"),
    say("done"),
    say("review_on"),
    say("unchanged_because"),
)


def looked_at_again(today: date, **more: Any) -> Question:
    """Return the question on which day the formulation is looked at again."""
    return day_ahead(
        "review_on",
        say("On which day will you look at this again?"),
        say("Review"),
        today,
        default=raw_of(today + timedelta(weeks=REVIEW_WEEKS)),
        **more,
    )
