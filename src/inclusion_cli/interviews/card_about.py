"""What is known before a card is written, and what an earlier version said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import LATEST_REVIEW_DAYS, Card, PauseOnCard
from inclusion_cli.domain.card_plan import pauses_of
from inclusion_cli.domain.card_use import uses
from inclusion_cli.domain.values import Choice, capital
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import day_ahead
from inclusion_cli.interviews.question import Answers, Live, Question, raw_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile

SIGN_DETAILS = ("domain", "usual", "change", "noticed", "example")
MINE_DETAILS, OTHERS_DETAILS = ("within",), ("who", "within", "agreed")
STEP_UP_KEYS = ("step_change", "pauses", "extra_contact", "called", "avoid")
TOLD_KEYS = ("says_first", "told_how")


@dataclass(frozen=True)
class About:
    """What is known before a card is written: the day, uses, the step's pause signs."""

    today: date
    uses: Mapping[str, str] = field(default_factory=dict)
    pauses: tuple[PauseOnCard, ...] = ()
    step: int = 0

    def use_of(self, text: str | None) -> str:
        """Return "tried 5, helped 4" for an action, "" where it was never tried."""
        return self.uses.get(text or "", "")

    @property
    def pause_choices(self) -> tuple[Choice, ...]:
        """Return the agreed pause signs to choose from."""
        told = enumerate(self.pauses, start=1)
        return tuple(Choice(f"p{n}", capital(pause.text)) for n, pause in told)


def about(case: Casefile, today: date) -> About:
    """Return what is known about a person before their card is written."""
    current = case.current()
    step = current.step.record if current else None
    return About(
        today,
        {action.text: use.words for action, use in uses(case)},
        pauses_of(step) if step else (),
        step.number if step else 0,
    )


def when(section: str) -> str:
    """Return when the questions of a section are asked, for those who list them."""
    return say("when more has {section}", section=section)


def wanted(answers: Answers, section: str, *keys: str) -> bool:
    """Say whether a section was chosen, or one of its answers is there."""
    given = answers.given if isinstance(answers, Live) else answers
    return section in (answers.get("more") or ()) or any(key in given for key in keys)


def known_details(card: Card, known: About) -> dict[str, str | None]:
    """Return the details a version holds; of a row with one, all are answered."""
    given: dict[str, str | None] = {}
    for stage in card.stages:
        for number, sign in enumerate(stage.signs, start=1):
            domain = sign.domain.value if sign.domain else None
            told = (domain, sign.usual, sign.change, sign.noticed_by, sign.example)
            given |= _row(f"sign{stage.number}.{number}", SIGN_DETAILS, told)
        for number, action in enumerate(stage.mine, start=1):
            prefix = f"mine{stage.number}.{number}"
            given |= _row(prefix, MINE_DETAILS, (action.within,))
        for number, action in enumerate(stage.others, start=1):
            said = {True: "yes", False: "no", None: None}[action.agreed]
            told_by = (action.who, action.within, said)
            given |= _row(f"others{stage.number}.{number}", OTHERS_DETAILS, told_by)
    given |= _row("", TOLD_KEYS, (card.says_first, card.told_how))
    given |= _row("", ("home_care",), (card.home_care,))
    given |= _row("", ("statement",), (card.statement,))
    return given | _known_step_up(card, known)


def _known_step_up(card: Card, known: About) -> dict[str, str | None]:
    """Return the step-up; of its pause signs those that are still agreed."""
    up = card.step_up
    if up is None:
        return {}
    rules = {pause.rule for pause in up.pauses}
    kept = tuple(
        choice.key
        for choice, pause in zip(known.pause_choices, known.pauses, strict=True)
        if pause.rule in rules
    )
    pauses = raw_of(kept) if known.pauses else None
    told = (up.step.value, pauses, up.contact, up.call, up.avoid)
    found = _row("", STEP_UP_KEYS, told)
    return found if known.pauses else {k: v for k, v in found.items() if k != "pauses"}


def _row(
    prefix: str, names: tuple[str, ...], told: tuple[str | None, ...]
) -> dict[str, str | None]:
    if not any(told):
        return {}
    lead = f"{prefix}." if prefix else ""
    return {f"{lead}{n}": t or None for n, t in zip(names, told, strict=True)}


def check_by(today: date, **more: Any) -> Question:
    """Return the question by which day the card is checked again."""
    return day_ahead(
        "check_by",
        say(
            "By which day is the card checked again? Within {latest_review_days} days.",
            latest_review_days=LATEST_REVIEW_DAYS,
        ),
        say("Check again by"),
        today,
        default=raw_of(today + timedelta(days=LATEST_REVIEW_DAYS)),
        constraint=lambda day, _given: checks.ahead(
            day, today, within=LATEST_REVIEW_DAYS
        ),
        **more,
    )
