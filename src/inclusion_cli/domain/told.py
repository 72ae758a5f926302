"""Any record in words: what it is, what it says line by line, what changed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.criteria import RESPONSE_WORDS, parse_criteria
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.debrief import OUTCOME_WORDS, Debrief, Outcome, Session
from inclusion_cli.domain.decision import CHOICE_WORDS, Choice, Decision, Evidence
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

_IS_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
KIND_WORDS = {
    "away": "Days away",
    "card": "Card",
    "debrief": "Debrief",
    "decision": "Decision",
    "formulation": "Formulation",
    "observation": "Observation",
    "paper": "Paper",
    "person": "Name and file",
    "plan": "Plan",
    "preparation": "Check before a session",
    "recheck": "A look at the formulation",
    "reply": "Reply",
    "review": "Step review",
    "service": "Service",
    "session": "Planned session",
    "step": "Step",
    "worker": "Key worker",
}
"""What a kind of record is called on a screen."""

HIDDEN = frozenset({"id", "step", "session", "plan", "to_step", "review", "cites"})
"""Fields that hold ids: what they name is said in words elsewhere."""

LABELS = {
    "at": "When",
    "on": "Day",
    "why": "Why",
    "words": "Their words",
    "told": "Who was told",
    "known_as": "Called",
    "review_on": "Look at it again",
    "tends_to_happen": "What tends to happen",
    "helps": "What helps",
    "worse": "What makes it worse",
    "accompaniment": "Company, 0 to 6",
    "contacts": "Crisis calls and contacts",
    "concerns": "Concerns",
    "minutes_slept": "Minutes slept",
    "ready": "Feels ready",
    "in_the_way": "What got in the way",
    "helped": "What helped",
    "overrides": "Goes against",
    "not_helpful": "What does not help",
    "on_call": "On call here",
    "mine": "Own part",
    "others": "What others do",
}


@record
class Told:
    """One line of a record: the name of a field, and what it says."""

    label: str
    text: str


@record
class Change:
    """What a line said, and what it says now; "" for nothing."""

    label: str
    was: str
    now: str


def kind_words(kind: str) -> str:
    """Return what a kind is called, its own name where it is not known."""
    return KIND_WORDS.get(kind, kind)


def label_of(name: str) -> str:
    """Return what a field is called."""
    return LABELS.get(name, name.replace("_", " ").capitalize())


def lines_of(told: Any) -> Iterator[Told]:
    """Return what a record says, line by line; what is empty is left out."""
    for field in fields(told):
        if field.name in HIDDEN:
            continue
        text = say(getattr(told, field.name))
        if text:
            yield Told(label_of(field.name), text)


def changes(old: Any, new: Any) -> Iterator[Change]:
    """Return the lines in which two versions of a record differ."""
    for field in fields(new):
        was, now = say(getattr(old, field.name)), say(getattr(new, field.name))
        if was == now:
            continue
        if field.name in HIDDEN:
            was, now = ("", "another one") if was else ("", "named")
        yield Change(label_of(field.name), was, now)


def say(value: Any) -> str:
    """Return a value in words, "" for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return _chosen(value)
    if isinstance(value, date):
        return say_when(value) if isinstance(value, datetime) else say_day(value)
    if isinstance(value, Mapping | tuple | list) or is_dataclass(value):
        return _several(value)
    return _IS_ID.sub(lambda found: short_id(found[0]), str(value))


def _criteria(data: Mapping[str, Any]) -> str:
    """Return the criteria of a step in words: the one mapping a record has."""
    agreed = parse_criteria(data)
    stops = (
        f"{sign.when.words()}: {RESPONSE_WORDS[sign.response]}" for sign in agreed.pause
    )
    lines = (agreed.stability.words(), agreed.hold.words(), *stops)
    return "; ".join(lines)


def _several(value: Any) -> str:
    if isinstance(value, Mapping):
        return _criteria(value)
    if isinstance(value, Evidence):
        return f"{value.agreed}: {value.shows}"
    if is_dataclass(value):
        parts, between = [getattr(value, f.name) for f in fields(value)], ", "
    else:
        parts, between = list(value), "; "
    return between.join(filter(None, map(say, parts)))


def _chosen(value: Enum) -> str:
    if isinstance(value, Outcome):
        return OUTCOME_WORDS[value]
    if isinstance(value, Choice):
        return CHOICE_WORDS[value]
    return str(value.value).replace("_", " ")


def gist(told: Any) -> str:
    """Return a record in a few words, "" where its kind says it all."""
    match told:
        case Debrief():
            return OUTCOME_WORDS[told.outcome]
        case Decision():
            return CHOICE_WORDS[told.choice]
        case Session():
            return say_when(told.at)
    for name in ("title", "goal", "name", "label", "purpose"):
        if text := getattr(told, name, ""):
            return str(text)
    version = getattr(told, "version", 0)
    return f"version {version}" if version else ""


def texts_of(told: Any) -> Iterator[tuple[str, str]]:
    """Return the free text of a record: the name of the field, and the text.

    Ids, choices and numbers are not text.
    """
    for field in fields(told):
        if field.name not in HIDDEN:
            yield from (
                (field.name, text) for text in _texts(getattr(told, field.name))
            )


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, Enum) or value is None:
        return
    if isinstance(value, str):
        if value:
            yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for _name, text in texts_of(value):
            yield text
