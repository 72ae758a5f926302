"""What is asked of an incident that stands: its level, its review and its end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.filed import Filed
from inclusion_cli.domain.incident import Incident, Level
from inclusion_cli.domain.incident_words import still_to_do
from inclusion_cli.domain.incidents import (
    LEVEL_WORDS,
    LEVELS,
    ORDER,
    REASON_LETTERS,
    still_open,
    to_ring,
)
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.values import YES, YES_NO, at_least
from inclusion_cli.interviews.action import rows as action_rows
from inclusion_cli.interviews.closing import all_the_same, why_closed
from inclusion_cli.interviews.days import day_been, day_lately
from inclusion_cli.interviews.question import Answers, Question, choose
from inclusion_cli.interviews.which import WHICH, chosen, which
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Standing:
    """The incidents of a file that can be meant, and now."""

    now: datetime
    found: Filed = field(default_factory=lambda: Filed("", "", say("the person")))
    incidents: tuple[Kept[Incident], ...] = ()
    usual: str = ""


def standing(found: Filed, *, now: datetime) -> Standing:
    """Return the incidents that are open."""
    return Standing(now, found, tuple(reversed(still_open(found.incidents))))


def all_standing(found: Filed, *, now: datetime) -> Standing:
    """Return the incidents of a file, those that are closed, too."""
    return Standing(now, found, tuple(reversed(found.incidents)))


def to_call(found: Filed, *, now: datetime) -> Standing:
    """Return the incidents that are open, and the closed ones with calls to tick."""
    there = tuple(
        kept
        for kept in reversed(found.incidents)
        if kept.record.closed_on is None or to_ring(kept, now=now)
    )
    return Standing(now, found, there)


def to_raise(found: Filed, *, now: datetime) -> Standing:
    """Return every incident; the only one that is open is the usual one."""
    open_ = still_open(found.incidents)
    usual = open_[0].id if len(open_) == 1 else ""
    return replace(all_standing(found, now=now), usual=usual)


def any_standing() -> Standing:
    """Return what any incident is asked about, for flags and for `--questions`."""
    return Standing(datetime(2000, 1, 1).astimezone())


def which_incident(it: Standing) -> Question:
    """Return the question which incident is meant."""
    asked = which(say("Which incident?"), say("Incident"), it.incidents, _told_as)
    return replace(asked, grave=False, default=it.usual) if it.usual else asked


def _told_as(kept: Kept[Incident]) -> str:
    closed = say(" (closed)") if kept.record.closed_on else ""
    return f"{say_when(kept.record.at)}: {kept.record.what}{closed}"


def meant(it: Standing, answers: Answers) -> Kept[Incident] | None:
    """Return the incident that is meant, None while nobody has said."""
    return chosen(it.incidents, answers.get(WHICH) or it.usual)


# --- its level ----------------------------------------------------------------------


def raise_questions(it: Standing, answers: Answers) -> Iterator[Question]:
    """Return the questions of a level that changes: up at once, down with a reason."""
    yield which_incident(it)
    kept = meant(it, answers)
    now = kept.record.level if kept else None
    same = now.value if kept and now and not kept.record.closed_on else ""
    stands = say("Now: {level}.", level=LEVEL_WORDS[now]) if now else ""
    yield choose(
        "level",
        say("How serious is it, as it turns out?"),
        say("How serious"),
        LEVELS,
        grave=True,
        before=lambda _a: (stands,) if stands else (),
        constraint=lambda level, _a: _another(level, same),
    )
    lower = _is_lower(now, answers.get("level"))
    yield Question(
        "why",
        say("Why is it less serious?") if lower else say("What was learned?"),
        say("Why"),
        at_least(REASON_LETTERS) if lower else no_secrets,
        required=lower,
        asked=say("needed where it goes down"),
    )


def _another(level: str, same: str) -> None:
    if level == same:
        raise ValueError(
            say("That is how serious it is now. Choose another, or press Ctrl+D")
        )


def _is_lower(now: Level | None, to: str | None) -> bool:
    if now is None or not to:
        return False
    return ORDER.index(Level(to)) < ORDER.index(now)


# --- looking back, and closing ------------------------------------------------------


def review_questions(it: Standing, answers: Answers) -> Iterator[Question]:
    """Return the four questions of an after-action review, and what it leads to.

    Practice reference 4.4.
    """
    yield which_incident(it)
    yield Question("expected", say("What did we expect?"), say("Expected"), no_secrets)
    yield Question("happened", say("What happened?"), say("What happened"), no_secrets)
    yield Question(
        "why_differed",
        say("Why was there a difference?"),
        say("Why it differed"),
        no_secrets,
    )
    yield Question(
        "change", say("What will we change?"), say("What changes"), no_secrets
    )
    yield from _heard(it)
    yield from action_rows(it.now.date(), answers)
    yield from _more(it)


def _heard(it: Standing) -> Iterator[Question]:
    name = it.found.known_as
    yield Question(
        "person_said",
        say("What does {name} say would have helped?", name=name),
        say("What would have helped"),
        no_secrets,
        own=True,
        required=False,
    )
    yield choose(
        "restriction",
        say("Was a limit added because of it?"),
        say("A limit was added"),
        YES_NO,
        grave=True,
    )
    yield Question(
        "proportionate",
        say("Is that limit fair for what happened, and when does it end?"),
        say("Fair, and its end"),
        no_secrets,
        relevant=lambda a: a.get("restriction") == YES,
        asked=say("when a limit was added"),
    )
    yield day_been(
        "limit_ended",
        say("Has that limit ended? On which day?"),
        say("The limit ended"),
        it.now.date(),
        required=False,
        skips=say("Enter if it holds still. Home then asks to place it."),
        relevant=lambda a: a.get("restriction") == YES,
        asked=say("when a limit was added"),
    )


def _more(it: Standing) -> Iterator[Question]:
    more: dict[str, Any] = {"required": False, "extra": True}
    yield Question(
        "plan_followed",
        say("Was the plan followed, and could it be?"),
        say("The plan"),
        no_secrets,
        **more,
    )
    yield Question(
        "fed_back",
        say("Who was told what came of it, and when?"),
        say("Told afterwards"),
        no_secrets,
        **more,
    )
    yield day_lately(
        "on",
        say("On which day was it looked at?"),
        say("Looked at on"),
        it.now.date(),
        extra=True,
    )


def close_questions(it: Standing, answers: Answers) -> Iterator[Question]:
    """Return the questions of an incident that is closed; what is open is said."""
    yield which_incident(it)
    yield why_closed(no_secrets)
    kept = meant(it, answers)
    left = still_to_do(it.found, kept, it.now) if kept else ()
    yield all_the_same(
        left, anybody=not it.incidents, asked=say("when something of it is open")
    )
