"""What is missing or out of balance in a formulation: family G.

Practice reference 1.4, family G, and the easy-read rules of 3.2. Own words are never
looked at for their wording; a view that is kept beside others is somebody else's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.record import record
from inclusion_cli.domain.wording.check import Flag, flags
from inclusion_cli.domain.wording.fields import (
    Field,
    fields_of,
)
from inclusion_cli.domain.wording.grade import grade, sentences
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.wording.rules import Rules

HARDEST_GRADE = 6
SHORTEST = 40
_WHOLE = say("The whole")
_QUOTED = re.compile(r"[“\"‘][^”\"’]{3,400}[”\"’]")
_WHY = re.compile(
    r"\b(?:because|so that|in case|since|to (?:help|avoid|keep|prevent|stop|make))\b",
    re.IGNORECASE,
)
_DIAGNOSIS = re.compile(
    r"\b(?:schizo\w{0,20}|psychosis|bipolar|personality disorder|ptsd|depression"
    r"|depressive|anxiety disorder|autis\w{0,6}|adhd|ocd|bpd|eupd|diagnos\w{0,6})\b",
    re.IGNORECASE,
)
_SITUATION = re.compile(
    r"\b(?:when|whenever|while|if|because|after|before|during|until)\b"
    r"|\b(?:at|on|in|near|outside|with)\s(?:the|a|his|her|their|busy|crowd\w{0,3})\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")


@record
class Placed:
    """A flag and the field it is in: its key, and its name for people."""

    where: str
    label: str
    flag: Flag


def flags_of_formulation(formulation: Formulation, rules: Rules) -> tuple[Placed, ...]:
    """Return what is worth a look in a formulation, each with its field.

    What is much like another person's is `formulation_copies`' to say.
    """
    found: list[Placed] = []
    for field in fields_of(formulation):
        met = () if field.own else flags(field.text, rules, "formulation")
        found += [Placed(field.where, field.label, _heard(f, field)) for f in met]
        found += _of_field(field)
    found += _of_controls(formulation)
    found += _of_whole(formulation)
    return tuple(found)


def structure(text: str, mode: str) -> tuple[Flag, ...]:
    """Return what a text by itself lacks, where it is a formulation or to be read."""
    if mode == "formulation":
        own = () if _QUOTED.search(text) else (_lint("g-no-own-words", "E", "", _OWN),)
        return (*own, *_diagnoses(text))
    return hard_to_read(text) if mode == "person" else ()


def hard_to_read(text: str) -> tuple[Flag, ...]:
    """Return a flag where a text for the person is harder than about 11 years."""
    found = grade(text)
    if found is None or found <= HARDEST_GRADE:
        return ()
    return (_lint("g-reading-age", "W", "", _HARD.format(age=round(found) + 5)),)


def _heard(flag: Flag, field: Field) -> Flag:
    """Return a flag as it stands in its field: in another's view it is only told."""
    if not field.view:
        return flag
    told = flag.family, "I", flag.rule, flag.question, flag.rewording
    return Flag(flag.start, flag.end, flag.text, *told)


def _of_field(field: Field) -> Iterator[Placed]:
    text = field.text.strip()
    if field.key and 0 < len(text) < SHORTEST:
        yield _placed(field, "g-short", "W", text, _SHORT)
    if not field.own:
        for flag in _diagnoses(field.text):
            yield Placed(field.where, field.label, flag)


def _diagnoses(text: str) -> Iterator[Flag]:
    """Return each sentence that names a diagnosis and no situation."""
    at = 0
    for part in sentences(text):
        at = text.find(part, at)
        if _DIAGNOSIS.search(part) and not _SITUATION.search(part):
            start = at + len(part) - len(part.lstrip())
            yield _lint("g-diagnosis", "W", part.strip(), _ILLNESS, start)


def _of_controls(it: Formulation) -> Iterator[Placed]:
    known = {trigger.id for trigger in it.triggers}
    for n, control in enumerate(it.controls, start=1):
        tied = control.trigger in known or control.no_trigger_because
        why = tied or control.harm or _WHY.search(control.text)
        if not why:
            field = Field(f"control.{n}.text", say("What we do {n}", n=n), control.text)
            yield _placed(field, "g-no-because", "E", control.text, _BECAUSE)


def _of_whole(it: Formulation) -> Iterator[Placed]:
    own = it.account or it.no_account_because
    if not own and not any(_QUOTED.search(field.text) for field in fields_of(it)):
        yield _whole(_lint("g-no-own-words", "E", "", _OWN))
    done, strong = len(it.controls), len(it.strengths)
    if done > strong:
        says = _BALANCE.format(
            say_many("{number} control", "{number} controls", done),
            say_many("{number} strength", "{number} strengths", strong),
        )
        yield _whole(_lint("g-balance", "W", "", says))
    kinds = {trigger.kind for trigger in it.triggers}
    if len(it.triggers) > 1 and len(kinds) == 1 and kinds != {TriggerKind.OWN}:
        yield _whole(_lint("g-one-kind", "I", "", _ONE_KIND))


def _lint(rule: str, severity: str, text: str, question: str, start: int = 0) -> Flag:
    return Flag(start, start + len(text), text, "G", severity, rule, question, "")


def _placed(field: Field, rule: str, severity: str, text: str, question: str) -> Placed:
    start = max(field.text.find(text), 0)
    flag = _lint(rule, severity, text, question, start)
    return Placed(field.where, field.label, flag)


def _whole(flag: Flag) -> Placed:
    return Placed("", _WHOLE, flag)


_OWN = say("Nothing here is in the person's own words. What did they say?")
_ILLNESS = say("This names a diagnosis and no situation. When and where does it show?")
_BECAUSE = say("Which situation is this for, and why? It names none.")
_SHORT = say("This is short. Would a new worker know what to do?")
_BALANCE = say("There are {} and {}. What else is strong in this person's life?")
_ONE_KIND = say("All situations are of one kind. Is there another kind?")
_HARD = say(
    "This reads as for age {age} or more. Aim for 9 to 11: short words, one idea each."
)
