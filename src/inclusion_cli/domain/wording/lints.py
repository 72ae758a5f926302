"""What is missing or out of balance in a formulation or a card: family G.

Practice reference 1.4, family G, and the easy-read rules of 3.2. Own words are never
looked at for their wording; a view that is kept beside others is somebody else's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation import ControlKind, TriggerKind
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import counted
from inclusion_cli.domain.wording.check import Flag, flags
from inclusion_cli.domain.wording.grade import grade, sentences, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.card import Card
    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.wording.rules import Rules

HARDEST_GRADE = 6
LONGEST_ON_CARD = 15
SHORTEST = 40
ALIKE = 0.6
_WHOLE = "The whole"
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


@record
class Field:
    """A text of a record: its key, its name, and whether it is somebody's own words.

    A `key` field is one that should say enough to act on.
    """

    where: str
    label: str
    text: str
    own: bool = False
    key: bool = False
    view: bool = False


def flags_of_formulation(
    formulation: Formulation, rules: Rules, *, others: Iterable[str] = ()
) -> tuple[Placed, ...]:
    """Return what is worth a look in a formulation, each with its field.

    `others` are the texts of other people's formulations, as `text_of` gives them.
    """
    found: list[Placed] = []
    for field in fields_of(formulation):
        for flag in () if field.own else flags(field.text, rules, "formulation"):
            found.append(Placed(field.where, field.label, _heard(flag, field)))
        found += _of_field(field)
    found += _of_controls(formulation)
    found += _of_whole(formulation, tuple(others))
    return tuple(found)


def flags_of_card(card: Card, rules: Rules) -> tuple[Placed, ...]:
    """Return what is worth a look on a card: long sentences, hard words.

    Signs, actions and what does not help are the person's own words. What others do is
    written for the person to read.
    """
    found: list[Placed] = []
    for field in card_fields(card):
        for flag in () if field.own else flags(field.text, rules, "person"):
            found.append(Placed(field.where, field.label, flag))
        found += [
            _placed(field, "g-long-sentence", "W", part.strip(), _LONG)
            for part in sentences(field.text)
            if words_in(part) > LONGEST_ON_CARD
        ]
    text = ". ".join(field.text.rstrip(". ") for field in card_fields(card))
    return (*found, *(_whole(flag) for flag in hard_to_read(text)))


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


def text_of(formulation: Formulation) -> str:
    """Return all texts of a formulation, to be held against another person's."""
    return "\n".join(field.text for field in fields_of(formulation))


def alike(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1: the words they share, counted twice."""
    mine, theirs = _bag(one), _bag(other)
    both = len(mine) + len(theirs)
    return 2 * len(mine & theirs) / both if both else 0.0


def _bag(text: str) -> frozenset[str]:
    return frozenset(_LETTERS.findall(text.lower()))


def fields_of(it: Formulation) -> Iterator[Field]:
    """Return the texts of a formulation, in the order they are asked."""
    yield Field("what_matters", "What matters", it.what_matters, own=True)
    yield Field("account", "Their account", it.account, own=True)
    lost = it.cost_of_not_doing
    yield Field("cost_of_not_doing", "Cost of not doing it", lost, key=True)
    for where, label, text in (
        ("no_account_because", "Why there is no account", it.no_account_because),
        ("presenting", "How it is now", it.presenting),
        ("background", "Background", it.background),
        ("keeps_going", "What keeps it going", it.keeps_going),
        ("orphans_because", "Why it is left open", it.orphans_because),
        ("unchanged_because", "Why nothing changed", it.unchanged_because),
    ):
        yield Field(where, label, text)
    yield Field("identity", "Who they are", it.identity, own=True)
    yield from _rows(it)


def _rows(it: Formulation) -> Iterator[Field]:
    for n, trigger in enumerate(it.triggers, start=1):
        at = f"trigger.{n}."
        yield Field(f"{at}situation", f"Situation {n}", trigger.situation)
        tends = trigger.tends_to_happen
        yield Field(f"{at}tends", f"What tends to happen {n}", tends, key=True)
        yield Field(f"{at}signs", f"First signs {n}", trigger.early_signs)
        yield Field(f"{at}helps", f"What helps {n}", trigger.helps)
        yield Field(f"{at}worse", f"What makes it worse {n}", trigger.worse)
        yield Field(f"{at}example", f"Past example {n}", trigger.example)
    for n, strength in enumerate(it.strengths, start=1):
        yield Field(f"strength.{n}.text", f"Strength {n}", strength)
    for n, control in enumerate(it.controls, start=1):
        at = f"control.{n}."
        yield Field(f"{at}text", f"What we do {n}", control.text)
        limit = control.kind is ControlKind.RESTRICTION
        yield Field(f"{at}harm", f"Harm it prevents {n}", control.harm, key=limit)
        yield Field(f"{at}tried", f"Tried first {n}", control.tried)
        yield Field(f"{at}ends", f"It ends when {n}", control.ends_when)
    yield from _plots(it)


def _plots(it: Formulation) -> Iterator[Field]:
    for n, plot in enumerate(it.scenarios, start=1):
        at, label = f"scenario.{n}.", f"What could happen {n}"
        yield Field(f"{at}what", label, plot.what, key=True)
        for key in ("context", "starts", "soon", "worst", "likely", "protects"):
            yield Field(f"{at}{key}", label, getattr(plot, key))
        for key in ("first_sign", "we_do", "told", "will_not"):
            yield Field(f"{at}{key}", label, getattr(plot, key))
        yield Field(f"{at}person_does", label, plot.person_does, own=True)
    for n, other in enumerate(it.disagreements, start=1):
        label = f"Another view {n}"
        yield Field(f"disagreement.{n}.view", label, other.view, view=True)
        yield Field(f"disagreement.{n}.met", label, other.met)
    if it.capacity:
        for key in ("decision", "support", "outcome"):
            text = getattr(it.capacity, key)
            yield Field(f"capacity_{key}", "Capacity", text)


def card_fields(card: Card) -> Iterator[Field]:
    """Return the texts of a card, in its order."""
    for stage in card.stages:
        for n, sign in enumerate(stage.signs, start=1):
            where = f"sign{stage.number}.{n}.text"
            yield Field(where, f"{stage.title}: sign {n}", sign.text, own=True)
        for n, mine in enumerate(stage.mine, start=1):
            text = str(getattr(mine, "text", mine))
            where = f"mine{stage.number}.{n}.text"
            yield Field(where, f"{stage.title}: I do {n}", text, own=True)
        for n, theirs in enumerate(stage.others, start=1):
            text = str(getattr(theirs, "text", theirs))
            where = f"others{stage.number}.{n}.text"
            yield Field(where, f"{stage.title}: you do {n}", text)
    yield Field("not_helpful", "Does not help", card.not_helpful, own=True)


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
        why = control.trigger in known or control.harm or _WHY.search(control.text)
        if not why:
            field = Field(f"control.{n}.text", f"What we do {n}", control.text)
            yield _placed(field, "g-no-because", "E", control.text, _BECAUSE)


def _of_whole(it: Formulation, others: tuple[str, ...]) -> Iterator[Placed]:
    own = it.account or it.no_account_because
    if not own and not any(_QUOTED.search(field.text) for field in fields_of(it)):
        yield _whole(_lint("g-no-own-words", "E", "", _OWN))
    done, strong = len(it.controls), len(it.strengths)
    if done > strong:
        says = _BALANCE.format(counted(done, "control"), counted(strong, "strength"))
        yield _whole(_lint("g-balance", "W", "", says))
    kinds = {trigger.kind for trigger in it.triggers}
    if len(it.triggers) > 1 and len(kinds) == 1 and kinds != {TriggerKind.OWN}:
        yield _whole(_lint("g-one-kind", "I", "", _ONE_KIND))
    mine = text_of(it) if others else ""
    if any(alike(mine, other) > ALIKE for other in others):
        yield _whole(_lint("g-copied", "E", "", _COPIED))


def _lint(rule: str, severity: str, text: str, question: str, start: int = 0) -> Flag:
    return Flag(start, start + len(text), text, "G", severity, rule, question, "")


def _placed(field: Field, rule: str, severity: str, text: str, question: str) -> Placed:
    start = max(field.text.find(text), 0)
    flag = _lint(rule, severity, text, question, start)
    return Placed(field.where, field.label, flag)


def _whole(flag: Flag) -> Placed:
    return Placed("", _WHOLE, flag)


_OWN = "Nothing here is in the person's own words. What did they say?"
_ILLNESS = "This names a diagnosis and no situation. When and where does it show?"
_BECAUSE = "Which situation is this for, and why? It names none."
_SHORT = "This is short. Would a new worker know what to do?"
_BALANCE = "There are {} and {}. What else is strong in this person's life?"
_ONE_KIND = "All situations are of one kind. Is there another kind?"
_COPIED = (
    "More than 60 of 100 words stand in another person's too. What is so for this one?"
)
_LONG = f"A sentence on a card has {LONGEST_ON_CARD} words at the most. Make two of it?"
_HARD = (
    "This reads as for age {age} or more. Aim for 9 to 11: short words, one idea each."
)
