"""The questions before a session, and the guesses that are sealed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.debrief import Session, SignSeen
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.plan import Step
from inclusion_cli.domain.sleep import slept
from inclusion_cli.domain.values import YES_NO, Choice, whole
from inclusion_cli.interviews.debrief_about import Planned
from inclusion_cli.interviews.question import (
    Answers,
    Question,
    choose,
    choose_some,
    rate,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


A_DASH = "A dash if it was not asked."
GOING = "when the plan is still wanted"
WANTED = (
    Choice("yes", "Yes"),
    Choice("change", "Yes, with a change"),
    Choice("no", "No, not today"),
)


@dataclass(frozen=True)
class Ahead:
    """What is prepared: whose, which step and session, and what it needs asked."""

    now: datetime
    name: str = "the person"
    step: Kept[Step] | None = None
    session: Kept[Session] | None = None
    signs: tuple[SignSeen, ...] = ()
    planned: Planned = field(default_factory=Planned)
    craving: bool = False
    money: bool = False

    @property
    def fear(self) -> str:
        """Return what is feared, "" for nothing."""
        return self.step.record.fear if self.step else "the feared thing"


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
        f"Does {it.name} still want this?",
        "Wish for today",
        WANTED,
        grave=True,
    )
    yield Question(
        "change",
        "What should change?",
        "The change",
        no_secrets,
        relevant=lambda a: a.get("wanted") == "change",
        asked="when something is to change",
    )
    yield rate(
        "worry_now",
        f"{it.name}'s own worry now, 0 to 10",
        "Worry now",
        hint=A_DASH,
        **on,
    )
    yield from _guess_of_person(it)
    yield choose_some(
        "signs",
        "Which signs are there today?",
        "Signs today",
        tuple(Choice(sign.id, sign.text) for sign in it.signs)
        or (Choice("sign-id", "A sign of the card"),),
        relevant=lambda a: goes(a) and bool(it.signs),
        asked="when there is a card",
    )
    yield Question(
        "minutes_slept",
        f"How long did {it.name} sleep last night?",
        "Sleep",
        slept,
        "hours",
        hint=f"For example: 6, 6:30, 4 hours. {A_DASH}",
        explicit=True,
        **on,
    )
    yield from _plans(it, on)
    yield from _guess_of_worker(it)


def _guess_of_person(it: Ahead) -> Iterator[Question]:
    """Return what the person expects, sealed until the debrief."""
    on: dict[str, Any] = {"asked": GOING, "required": False, "sealed": True}
    yield Question(
        "my_sure",
        f'How sure is {it.name} that it happens: "{it.fear}"? 0 to 100',
        f"{it.name}'s belief",
        whole(0, 100),
        "number",
        hint=f"0 is not at all, 100 is quite sure. {A_DASH}",
        explicit=True,
        relevant=lambda a: goes(a) and bool(it.fear),
        **on,
    )
    yield rate(
        "my_peak",
        f"What does {it.name} think worry will be at its worst, 0 to 10?",
        f"{it.name}'s guess",
        hint=f"Sealed until the debrief. {A_DASH}",
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
        f"For you alone, sealed: will {it.name} go?",
        "Your guess: going",
        YES_NO,
        explicit=True,
        **on,
    )
    yield rate(
        "worker_peak",
        "For you alone, sealed: worry at its worst, 0 to 10?",
        "Your guess: worry",
        hint=f"Sealed until the debrief. {A_DASH}",
        **on,
    )


def _plans(it: Ahead, on: dict[str, Any]) -> Iterator[Question]:
    step = it.step.record if it.step else None
    yield rate(
        "craving",
        f"{it.name}'s own craving now, 0 to 10",
        "Craving",
        hint=A_DASH,
        extra=not it.craving,
        **on,
    )
    yield Question(
        "money_plan",
        "What money and cards go along, and what stays?",
        "Money plan",
        no_secrets,
        extra=not it.money,
        **on,
    )
    yield Question(
        "behaviours",
        "What is kept, done less or left out today, of what feels safe?",
        "Safety plan",
        no_secrets,
        extra=not (step and step.behaviours),
        hint="; ".join(one.text for one in step.behaviours) if step else "",
        **on,
    )
    yield choose(
        "contact_tested",
        "Was the contact number tried, and did it work?",
        "Contact test",
        YES_NO,
        explicit=True,
        **on,
    )
    labels = {
        "travel": ("How do they get there and back?", "Travel", it.planned.travel),
        "exit_words": (
            f"What does {it.name} say to leave?",
            "Words to leave",
            step.exit_words if step else "",
        ),
    }
    for key, (label, short, usual) in labels.items():
        yield Question(
            key, label, short, no_secrets, default=usual, carry=True, extra=True, **on
        )
