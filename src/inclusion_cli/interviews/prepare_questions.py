"""The questions before a session, and the guesses that are sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.debrief import Session, SignSeen
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.values import YES_NO, Choice
from inclusion_cli.interviews.debrief_about import Planned
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    choose_some,
    rate,
)
from inclusion_cli.interviews.scales import A_DASH, how_sure, last_night
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator


GOING = say("when the plan is still wanted")
WANTED = (
    Choice("yes", say("Yes")),
    Choice("change", say("Yes, with a change")),
    Choice("no", say("No, not today")),
)


@dataclass(frozen=True)
class Ahead:
    """What is prepared: whose, which step and session, and what it needs asked."""

    now: datetime
    name: str = say("the person")
    step: Kept[Step] | None = None
    session: Kept[Session] | None = None
    missed: str = ""
    signs: tuple[SignSeen, ...] = ()
    planned: Planned = field(default_factory=Planned)
    craving: bool = False
    money: bool = False
    minutes: int = 0
    evening: tuple[tuple[str, str], ...] = ()
    less: str = ""
    limits: tuple[str, ...] = ()

    @property
    def fear(self) -> str:
        """Return what is feared, "" for nothing."""
        return self.step.record.fear if self.step else say("the feared thing")


def every_question() -> Iterator[Question]:
    """Return the questions of any preparation, for flags and for `--questions`."""
    return questions(Ahead(datetime(2000, 1, 1).astimezone()))


def goes(answers: Answers) -> bool:
    """Say whether the plan is still wanted, as it is or with a change."""
    return answers.get("wanted") in ("yes", "change")


def questions(it: Ahead) -> Iterator[Question]:
    """Return what is asked before a session."""
    on: dict[str, Any] = {"relevant": goes, "asked": GOING, "required": False}
    yield choose(
        "wanted",
        say("Does {name} still want this?", name=it.name),
        say("Wish for today"),
        WANTED,
        grave=True,
    )
    yield Question(
        "change",
        say("What should change?"),
        say("The change"),
        no_secrets,
        relevant=lambda a: a.get("wanted") == "change",
        asked=say("when something is to change"),
    )
    yield rate(
        "worry_now",
        say("{name}'s own worry now, 0 to 10", name=it.name),
        say("Worry now"),
        hint=A_DASH,
        **on,
    )
    yield from _guess_of_person(it)
    yield choose_some(
        "signs",
        say("Which signs are there today?"),
        say("Signs today"),
        tuple(Choice(sign.id, sign.text) for sign in it.signs)
        or (Choice("sign-id", say("A sign of the card")),),
        relevant=lambda a: goes(a) and bool(it.signs),
        asked=say("when there is a card"),
    )
    yield last_night(it.name, **on)
    yield from _plans(it, on)
    yield from _on_the_way(it, on)
    yield from _guess_of_worker(it)


def _guess_of_person(it: Ahead) -> Iterator[Question]:
    """Return what the person expects, sealed until the debrief."""
    on: dict[str, Any] = {"asked": GOING, "required": False, "sealed": True}
    yield how_sure(
        "my_sure",
        say(
            'How sure is {name} that it happens: "{fear}"? 0 to 100',
            name=it.name,
            fear=it.fear,
        ),
        say("{name}'s belief", name=it.name),
        relevant=lambda a: goes(a) and bool(it.fear),
        **on,
    )
    yield rate(
        "my_peak",
        say(
            "What does {name} think worry will be at its worst, 0 to 10?", name=it.name
        ),
        say("{name}'s guess", name=it.name),
        hint=say("Sealed until the debrief. {a_dash}", a_dash=A_DASH),
        relevant=goes,
        **on,
    )


def _guess_of_worker(it: Ahead) -> Iterator[Question]:
    """Return what the worker expects, sealed until the debrief."""
    on: dict[str, Any] = {
        "asked": GOING,
        "required": False,
        "sealed": True,
        "relevant": goes,
    }
    yield choose(
        "worker_going",
        say("For you alone, sealed: will {name} go?", name=it.name),
        say("Your guess: going"),
        YES_NO,
        explicit=True,
        **on,
    )
    yield rate(
        "worker_peak",
        say("For you alone, sealed: worry at its worst, 0 to 10?"),
        say("Your guess: worry"),
        hint=say("Sealed until the debrief. {a_dash}", a_dash=A_DASH),
        **on,
    )


def _plans(it: Ahead, on: dict[str, Any]) -> Iterator[Question]:
    step = it.step.record if it.step else None
    yield rate(
        "craving",
        say("{name}'s own craving now, 0 to 10", name=it.name),
        say("Craving"),
        hint=A_DASH,
        extra=not it.craving,
        **on,
    )
    yield Question(
        "money_plan",
        say("What money and cards go along, and what stays?"),
        say("Money plan"),
        no_secrets,
        extra=not it.money,
        **on,
    )
    yield Question(
        "behaviours",
        say("What is kept, done less or left out today, of what feels safe?"),
        say("Safety plan"),
        no_secrets,
        extra=not (step and step.behaviours),
        hint="; ".join(one.text for one in step.behaviours) if step else "",
        **on,
    )
    yield choose(
        "contact_tested",
        say("Was the contact number tried, and did it work?"),
        say("Contact test"),
        YES_NO,
        explicit=True,
        **on,
    )


def _on_the_way(it: Ahead, on: dict[str, Any]) -> Iterator[Question]:
    step = it.step.record if it.step else None
    labels = {
        "travel": (
            say("How do they get there and back?"),
            say("Travel"),
            it.planned.travel,
        ),
        "exit_words": (
            say("What does {name} say to leave?", name=it.name),
            say("Words to leave"),
            step.exit_words if step else "",
        ),
    }
    for key, (label, short, usual) in labels.items():
        yield Question(
            key, label, short, no_secrets, default=usual, carry=True, extra=True, **on
        )
