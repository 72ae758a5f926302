"""What a record says, line by line in the worker's words, and what changed in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.field_words import FIELD_WORDS
from inclusion_cli.domain.formulation_parts import SignOff
from inclusion_cli.domain.plan import ACCOMPANIMENT
from inclusion_cli.domain.record import fields_of, is_record, record
from inclusion_cli.domain.told_words import ENUM_WORDS, KEY_WORDS
from inclusion_cli.domain.units import say_units
from inclusion_cli.domain.values import lowered
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.criteria import Criteria
    from inclusion_cli.domain.naming import Names

NOTHING = say("not given")
LEFT_OUT = say("left out")
FEW = 4
"""A part of a record with no more fields than this is told in one line."""
ASKED_AS = {
    "at": "when",
    "concerns": "since",
    "early_signs": "signs",
    "ends_when": "ends",
    "lawful_basis": "basis",
    "outcome": "how",
    "tends_to_happen": "tends",
}
"""Fields that a form asks for under another key."""
OWN = (
    *("cites", "dated", "every", "evidence", "former", "instrument", "ladder"),
    *("lifts", "pause_signs", "reissue_from", "rung", "scale", "terms"),
)
"""What a record keeps for the program, or what `why` shows in a table of its own."""
LEADS = ("situation", "text", "what", "agreed")
"""Fields that say what a repeated part is; they need no name of their own."""
ROWS = {
    "called": ("", say("Rung")),
    "controls": ("control", say("What we do")),
    "findings": ("", say("Finding")),
    "levels": ("", say("Level")),
    "mine": ("mine", say("I do")),
    "options": ("option", say("Way")),
    "others": ("others", say("Others do")),
    "rungs": ("rung", say("Call of the ladder")),
    "safeguards": ("safeguard", say("So that it goes well")),
    "said": ("", say("Said")),
    "scenarios": ("scenario", say("Scenario")),
    "signs": ("", say("Sign")),
    "stages": ("", say("Stage")),
    "tried": ("tried", say("Tried")),
    "triggers": ("trigger", say("Situation")),
}
"""Repeated parts: the group of their questions, and what one of them is called."""


@record
class Asked:
    """How a form names an answer, and its choices in words, key by key."""

    short: str
    choices: tuple[tuple[str, str], ...] = ()


Labels = Mapping[str, Asked]


@record
class Told:
    """One line of what a record says."""

    key: str
    label: str
    says: str


@record
class Changed:
    """One line that is no longer what it was; "" where there was, or is, none."""

    label: str
    was: str
    now: str

    def says(self) -> str:
        """Return what it was and what it is now."""
        return say(
            "was {was}, now {now}", was=self.was or NOTHING, now=self.now or NOTHING
        )

    def words(self) -> str:
        """Return the change in a sentence."""
        return f"{self.label}: {self.says()}."


def told(record: Any, *, asked: Labels, names: Names) -> tuple[Told, ...]:
    """Return what a record says; what was not given is left out."""
    speaker = _Speaker(asked, names)
    lines = speaker.lines(record, (), "")
    return tuple(line for line in lines if line.says)


def changed(before: tuple[Told, ...], after: tuple[Told, ...]) -> tuple[Changed, ...]:
    """Return what differs between two versions, in the order of the newer one."""
    was = {line.key: line for line in before}
    now = {line.key: line for line in after}
    found = []
    for key in dict.fromkeys([*now, *was]):
        old, new = was.get(key), now.get(key)
        label = (new or old or Told("", "", "")).label
        said = old.says if old else "", new.says if new else ""
        if said[0] != said[1]:
            found.append(Changed(label, *said))
    return tuple(found)


class _Speaker:
    """Put the fields of one record into words."""

    def __init__(self, asked: Labels, names: Names) -> None:
        self._asked, self._names = asked, names

    def lines(self, part: Any, path: tuple[str, ...], of: str) -> Iterator[Told]:
        """Return the lines of a record, or of a part of one at `path`."""
        for field in fields_of(part):
            value, here = getattr(part, field.name), (*path, field.name)
            if field.name in OWN and not (field.name == "evidence" and _told(value)):
                continue
            if of and field.name in ("id", "number"):
                continue
            if value == () and field.default is not None:
                continue  # a list with nothing in it; None is what was not asked
            if value is False and field.default is False:
                continue  # most are asked of few; whoever says no says nothing
            if isinstance(value, datetime) and getattr(part, "by_day", False):
                value = value.date()
            if isinstance(value, Mapping):
                yield from _criteria(part.agreed)
            else:
                yield from self._field(value, here, of)

    def _field(self, value: Any, path: tuple[str, ...], of: str) -> Iterator[Told]:
        if is_record(value) and len(fields_of(value)) > FEW:
            yield from self.lines(value, path, self._label(path, of))
        elif _rows(value):
            for number, row in enumerate(value, start=1):
                key = _identity(row, number)
                label = _row_label(path[-1], key, number)
                yield from self.lines(row, (*path, key), _within(of, label))
        else:
            label = self._label(path, of, yes_or_no=isinstance(value, bool))
            yield Told(".".join(path), label, self._say(value, path))

    def _label(self, path: tuple[str, ...], of: str, *, yes_or_no: bool = False) -> str:
        known = self._known(path)
        name = path[-1]
        own = known.short if known else FIELD_WORDS[name]
        if not of or own.startswith(of):
            return own
        if name in LEADS and not yes_or_no:
            return of
        return _within(of, own)

    def _known(self, path: tuple[str, ...]) -> Asked | None:
        """Return what a form calls the answer at a path."""
        last = ASKED_AS.get(path[-1], path[-1])
        if len(path) == 1:
            return self._asked.get(path[0]) or self._asked.get(last)
        group = ROWS.get(path[0], (path[0], ""))[0]
        number = re.sub(r"\D", "", path[1]) or "1"
        row = f"{group}.{number}."
        return self._asked.get(f"{row}{path[-1]}") or self._asked.get(f"{row}{last}")

    def _say(self, value: Any, path: tuple[str, ...]) -> str:
        known = self._known(path)
        choices = dict(known.choices) if known else {}
        if path[-1] == "accompaniment":
            choices = {str(n): says for n, says in enumerate(ACCOMPANIMENT)}
        if path[-1] == "units" and isinstance(value, int):
            return say_units(value)
        choices = {**KEY_WORDS.get(path[-1], {}), **choices}
        return self._words(value, choices)

    def _words(self, value: Any, choices: Mapping[str, str]) -> str:  # noqa: PLR0911 - one for each kind of value
        match value:
            case None:
                return ""
            case bool():
                return say("yes") if value else say("no")
            case int():
                return choices.get(str(value), str(value))
            case Enum():
                known = ENUM_WORDS.get(type(value), {}).get(value)
                said = choices.get(str(value.value))
                return known or said or str(value.value).replace("_", " ")
            case datetime():
                return say_when(value)
            case date():
                return say_day(value)
            case tuple():
                said = "; ".join(
                    LEFT_OUT if part is None else self._words(part, choices)
                    for part in value
                )
                return said or say("none")
            case str():
                return choices.get(value) or self._names.get(value) or value
        if is_record(value):
            return self._short(value)
        raise TypeError(f"{type(value).__name__} has no words")

    def _short(self, part: Any) -> str:
        """Return a small part in one line: its text, and the rest in brackets."""
        if own := getattr(part, "in_words", ""):
            return str(own)
        said = [
            (field.name, value, self._words(value, {}))
            for field in fields_of(part)
            if (value := getattr(part, field.name)) not in (None, "")
        ]
        texts = [words for name, _v, words in said if _is_text(name, _v, self._names)]
        rest = [
            f"{lowered(FIELD_WORDS[name])} {words}"
            for name, value, words in said
            if name != "id" and words not in texts[:1] and value != ()
        ]
        lead = texts[0] if texts else ""
        if lead and rest:
            return f"{lead} ({', '.join(rest)})"
        return lead or ", ".join(rest)


def _told(value: Any) -> bool:
    """Say whether evidence is told in words, not by the ids of records."""
    return isinstance(value, str)


def _is_text(name: str, value: Any, names: Names) -> bool:
    return isinstance(value, str) and (name != "id" or value in names)


def _rows(value: Any) -> bool:
    """Say whether a field is a list of parts too big for one line."""
    return (
        isinstance(value, tuple)
        and bool(value)
        and is_record(value[0])
        and not isinstance(value[0], SignOff)
        and (len(fields_of(value[0])) > FEW or hasattr(value[0], "title"))
    )


def _identity(row: Any, number: int) -> str:
    return str(getattr(row, "id", "") or getattr(row, "number", "") or number)


def _within(of: str, label: str) -> str:
    """Return what a part of a part is called."""
    if not of:
        return label
    own = label if label[1:2] == " " else lowered(label)
    return f"{of}, {own}"


def _row_label(name: str, key: str, place: int) -> str:
    """Return what a row is called: a situation by its own number, others by place."""
    number = key[1:] if name == "triggers" and key[1:].isdigit() else str(place)
    if name == "stages" and place <= len(STAGES):
        return f'"{STAGES[place - 1]}"'
    return f"{ROWS[name][1]} {number}"


def _criteria(agreed: Criteria) -> Iterator[Told]:
    """Return agreed criteria in plain words."""
    rule = agreed.stability
    parts = rule.parts if rule.name == "all_of" else (rule,)
    moving = "; ".join(part.words() for part in parts)
    signs = "; ".join(sign.when.words() for sign in agreed.pause)
    yield Told("criteria.stability", say("To move on"), moving)
    yield Told("criteria.pause", say("To stop and think"), signs)
    yield Told("criteria.hold", say("Held for"), agreed.hold.words())
