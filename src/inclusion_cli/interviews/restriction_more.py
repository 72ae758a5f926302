"""What was tried before a limit, what ends it, whose voice it has, and liberty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.restriction_grounds import BEST_INTERESTS
from inclusion_cli.domain.values import YES, YES_NO, Choice, a_name, whole
from inclusion_cli.interviews.asker import Heading
from inclusion_cli.interviews.days import day_ahead, day_been
from inclusion_cli.interviews.question import ENOUGH, Answers, Question, choose
from inclusion_cli.interviews.restriction_about import (
    AT_ONCE,
    LATER,
    a_reason,
    a_way,
    an_end,
    is_whole,
    offered,
    somebody,
)
from inclusion_cli.interviews.rows import rows
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.restriction_about import Placing

ALONE, HOUSE = "alone", "address"
FOR = (
    Choice(ALONE, say("For this person alone")),
    Choice(HOUSE, say("For a whole address")),
)
LIBERTY = ("supervised", "not_free", "lacks_capacity")


def before(it: Placing, answers: Answers, tried: str = "") -> Iterator[Question]:
    """Return what is asked of what was tried, and of who authorised it."""
    if is_whole(answers):
        yield from rows(answers, "tried", lambda p, n: _one_tried(it, p, n, tried))
    yield Question(
        "proportionate",
        say("Why will nothing less do?"),
        say("Why no less will do"),
        **LATER,
        constraint=a_reason(it),
    )
    yield Question(
        "authorised_by",
        say("Who authorised it?"),
        say("Authorised by"),
        a_name,
        required=is_whole(answers),
        constraint=somebody,
    )
    yield Question(
        "authorised_role",
        say("What is their role?"),
        say("Their role"),
        **LATER,
    )


def _one_tried(it: Placing, prefix: str, number: int, tried: str) -> Iterator[Question]:
    first = number == 1
    yield Question(
        f"{prefix}what",
        say("What less limiting way was tried first?")
        if first
        else say("What else was tried?"),
        say("Tried {number}", number=number),
        hint=say("If nothing was tried, say why that could not be."),
        required=first,
        default=tried if first else "",
        skips=ENOUGH,
        asked=AT_ONCE,
        constraint=a_way,
    )
    yield day_been(
        f"{prefix}on",
        say("When was that?"),
        say("Tried {number} on", number=number),
        it.today,
        required=False,
        asked=AT_ONCE,
    )
    yield Question(
        f"{prefix}came",
        say("What came of it?"),
        say("Tried {number}, result", number=number),
        required=False,
        asked=AT_ONCE,
    )


def end(it: Placing, known: str = "") -> Iterator[Question]:
    """Return what is asked of its end, its looks, and for whom it holds."""
    yield Question(
        "ends",
        say("What ends it? It is lifted when ..."),
        say("It ends when"),
        default=known,
        hint=say("Something that can be seen: four nights of sleep running."),
        needed=say(
            "A limit without an end is not placed. Say what has to be true for it to "
            "be lifted."
        ),
        **LATER,
        constraint=an_end(it),
    )
    yield day_ahead(
        "ends_on",
        say("Is there a last day, whatever happens?"),
        say("Last day"),
        it.today,
        required=False,
        **LATER,
    )
    yield Question(
        "review_days",
        say("In how many days is it looked at again? {most} at most.", most=it.most),
        say("Days between looks"),
        whole(1, it.most),
        "number",
        **LATER,
    )
    yield from _for_whom(it)


def _for_whom(it: Placing) -> Iterator[Question]:
    yield choose(
        "whom",
        say("Is it for {name} alone, or for a whole address?", name=it.name),
        say("It is for"),
        FOR,
        **LATER,
    )
    yield Question(
        "address",
        say("Which address?"),
        say("The address"),
        relevant=lambda a: is_whole(a) and a.get("whom") == HOUSE,
        asked=say("when it is for a whole address"),
        before=lambda _a: (
            Heading(say("Probably a blanket rule")),
            say("Each person there needs a reason of their own. Home will ask."),
        ),
    )


def voice(it: Placing) -> Iterator[Question]:
    """Return what the person says about it, and what was offered to them."""
    yield Question(
        "feels",
        say("How does it feel to {name}? In their own words.", name=it.name),
        say("How it feels"),
        hint=say("A dash says that they were not asked."),
        own=True,
        required=False,
        explicit=True,
        **LATER,
    )
    yield Question(
        "view",
        say("What does {name} want instead? In their own words.", name=it.name),
        say("{name} wants", name=it.name),
        own=True,
        required=False,
        **LATER,
    )
    yield Question(
        "advocacy",
        say("How were a complaint and an advocate offered, and when?"),
        say("Complaint and advocate"),
        **LATER,
        constraint=offered,
    )


def liberty(it: Placing) -> Iterator[Question]:
    """Return the three parts of a possible deprivation of liberty, one by one."""
    hint = say("Where you are not sure, type yes. Advice costs nothing.")
    yield choose(
        "supervised",
        say("Is {name} watched, or with staff, all the time?", name=it.name),
        say("Watched all the time"),
        YES_NO,
        hint=hint,
        grave=True,
        **LATER,
    )
    yield choose(
        "not_free",
        say("Would {name} be stopped from leaving?", name=it.name),
        say("Stopped from leaving"),
        YES_NO,
        hint=hint,
        grave=True,
        relevant=lambda a: is_whole(a) and a.get("supervised") == YES,
        asked=say("when they are watched all the time"),
    )
    yield choose(
        "lacks_capacity",
        say("Is there reason to think {name} cannot decide about this?", name=it.name),
        say("May not be able to decide"),
        YES_NO,
        hint=hint,
        grave=True,
        relevant=lambda a: (
            is_whole(a) and (a.get("not_free") == YES or _best_interests(a))
        ),
        asked=say("when they would be stopped from leaving, or for best interests"),
        constraint=_can_decide,
    )


def _best_interests(answers: Answers) -> bool:
    return answers.get("basis") == BEST_INTERESTS


def _can_decide(lacks: str, answers: Answers) -> None:
    """Refuse best interests for somebody who can decide: Mental Capacity Act, s. 4."""
    if lacks != YES and _best_interests(answers):
        raise ValueError(
            say(
                "Best interests is a basis where the person cannot make this "
                "decision. Go back and choose what else makes it lawful, or leave the "
                "limit out"
            )
        )
