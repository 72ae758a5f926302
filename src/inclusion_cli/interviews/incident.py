"""What is asked about an incident: one sentence is enough, the rest can wait."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_when
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.incident import CallLadder, Incident, Level
from inclusion_cli.domain.incident_words import SORTS, ladder_lines
from inclusion_cli.domain.incidents import LEVELS
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.domain.values import YES_NO, capital
from inclusion_cli.interviews.days import time_lately
from inclusion_cli.interviews.debrief_choices import CALL_999
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    masking,
    raw_of,
    settled,
)
from inclusion_cli.interviews.which import named_by
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.filed import Filed

GRAVE = frozenset((Level.HARM.value, Level.SERIOUS.value, Level.DANGER_NOW.value))
WHEN_HINT = say("For example: today 2pm, yesterday 10:30pm, Friday 2pm.")


@dataclass(frozen=True)
class Telling:
    """Whose incident is told, now; what is known already, and whom to ring.

    `begun` is when the telling was begun, where it is carried on.
    """

    now: datetime
    known_as: str = say("the person")
    ladder: CallLadder | None = None
    incidents: tuple[Kept[Incident], ...] = ()
    debriefs: tuple[Kept[Debrief], ...] = ()
    anybody_here: bool = True
    begun: datetime | None = None


def telling(
    found: Filed, ladder: CallLadder | None, *, now: datetime, anybody_here: bool = True
) -> Telling:
    """Return whose incident is told; where nobody can be asked, now stands for when."""
    told = (found.known_as, ladder, found.incidents, found.debriefs)
    return Telling(now, *told, anybody_here=anybody_here)


def any_telling() -> Telling:
    """Return what any incident is asked about, for flags and for `--questions`."""
    return Telling(datetime(2000, 1, 1).astimezone())


def form(found: Filed, it: Telling, *, name: str = "incident") -> Form:
    """Return what is asked about an incident."""
    return Form(
        name=name,
        title=say("An incident"),
        questions=lambda answers: masking(questions(it, answers)),
        header=say(
            "{label}. Something that went wrong, or nearly.",
            label=capital(found.label),
        ),
        who=found.label,
        usual={"level": Level.HARM.value},  # the count falls, and never grows
    )


def every_question() -> Iterator[Question]:
    """Return the questions of any incident."""
    return questions(any_telling(), {})


def questions(it: Telling, answers: Answers) -> Iterator[Question]:
    """Return the questions of an incident; only what happened is needed."""
    yield choose(
        "level",
        say("How serious is it, as far as you know now?"),
        say("How serious"),
        LEVELS,
        required=False,
        explicit=True,
        grave=True,
        hint=say("It can be raised at any time. A dash if nobody knows yet."),
        before=lambda _a: CALL_999,
    )
    yield from _told(it, answers)


def _told(it: Telling, answers: Answers) -> Iterator[Question]:
    yield Question(
        "what",
        say("What happened, in one sentence?"),
        say("What happened"),
        no_secrets,
        hint=say("What was seen and heard, not what it may mean."),
        before=lambda a: _ring(it, a),
    )
    usual = (it.begun or it.now).replace(second=0, microsecond=0)
    yield time_lately(
        "when",
        say("When was it?"),
        say("When"),
        it.now,
        default="" if it.anybody_here and _same_minute(it, usual) else raw_of(usual),
        hint=WHEN_HINT,
        doubt=lambda at, _a: _same_minute(it, at),
    )
    grave = answers.get("level") in GRAVE
    yield from _harm(it, grave=grave)
    yield from _around(it)


def _ring(it: Telling, answers: Answers) -> tuple[str, ...]:
    level = answers.get("level")
    if not level or it.ladder is None:
        return ()
    return tuple(ladder_lines(it.ladder, Level(level)))


def ring_again(it: Telling, drafted: Mapping[str, str | None]) -> tuple[str, ...]:
    """Return whom to ring now, where an interview is carried on behind that page.

    Before that its own question says it, and nothing is said twice.
    """
    if drafted.get("what") is None:
        return ()
    return _ring(it, drafted)


def same_minute_words(it: Telling, given: Mapping[str, Any]) -> dict[str, str]:
    """Return what to look at where now stood for when, and there is one of now."""
    now = it.now.replace(second=0, microsecond=0)
    if it.anybody_here or given.get("when") or not _same_minute(it, now):
        return {}
    return {
        "when": say(
            "When: nobody said, so it is now. Another incident of this minute is "
            "recorded. Is it the same one?"
        )
    }


def _same_minute(it: Telling, at: datetime) -> str | None:
    """Return what to check where an incident of that minute is recorded."""
    for kept in it.incidents:
        if kept.record.at.replace(second=0, microsecond=0) == at:
            return say(
                'An incident of {when} is recorded already: "{what}". If it is the '
                "same one, press Ctrl+D.",
                when=say_when(at),
                what=kept.record.what,
            )
    return None


def _harm(it: Telling, *, grave: bool) -> Iterator[Question]:
    asked = say("when somebody was hurt; else when you add more")
    yield Question(
        "hurt",
        say("Who was hurt, and how?"),
        say("Hurt"),
        no_secrets,
        required=False,
        extra=not grave,
        asked=asked,
    )
    yield Question(
        "at_once",
        say("What was done at once?"),
        say("Done at once"),
        no_secrets,
        required=False,
        extra=not grave,
        asked=asked,
    )
    yield Question(
        "view",
        say("What does {name} say about it?", name=it.known_as),
        say("In their words"),
        no_secrets,
        own=True,
        required=False,
        extra=not grave,
        asked=asked,
    )


def _around(it: Telling) -> Iterator[Question]:
    more: dict[str, Any] = {"required": False, "extra": True}
    yield choose_some("sorts", say("What is it about?"), say("Kind"), SORTS, **more)
    yield Question("place", say("Where was it?"), say("Where"), no_secrets, **more)
    yield choose(
        "in_community",
        say("Was it while being out?"),
        say("While out"),
        YES_NO,
        **more,
    )
    yield Question(
        "witnesses", say("Who saw it?"), say("Who saw it"), no_secrets, **more
    )
    yield Question(
        "notified",
        say("Who has been told, and when?"),
        say("Who was told"),
        no_secrets,
        **more,
    )

    yield named_by(
        "debrief",
        say("Which debrief tells of it?"),
        say("Debrief"),
        it.debriefs,
        lambda kept: say_when(kept.record.at),
    )


# --- an incident that is mended ------------------------------------------------------


def amend_form(found: Filed, kept: Kept[Incident], *, now: datetime) -> Form:
    """Return an incident that is mended: its level and its calls are not asked."""
    it = replace(telling(found, None, now=now), incidents=())
    made = form(found, it)
    asked = replace(made, questions=lambda answers: _told(it, answers))
    return settled(replace(asked, known=given_by(kept.record)))


def given_by(told: Incident) -> dict[str, str | None]:
    """Return what would be typed to tell this incident."""
    given: dict[str, str | None] = {
        "what": told.what,
        "when": raw_of(told.at),
        "sorts": ",".join(told.sorts),
        "place": told.place,
        "hurt": told.hurt,
        "at_once": told.at_once,
        "witnesses": told.witnesses,
        "notified": told.notified,
        "view": told.view,
        "debrief": told.debrief,
    }
    if told.in_community is not None:
        given["in_community"] = raw_of(told.in_community)
    return {key: raw for key, raw in given.items() if raw}
