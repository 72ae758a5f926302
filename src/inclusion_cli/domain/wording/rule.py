"""One rule of the language check: what it holds, and how it is read from data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.wording.phrases import Phrase, phrase
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

MODES = ("note", "formulation", "person", "report")
FAMILIES = tuple("ABCDEF")
SEVERITIES = ("E", "W", "I")
ABOUT = ("person", "by_person", "to_person", "subject")
CONTEXTS = ("before", "after", "in")
_KEYS = {
    "id", "family", "severity", "find", "question", "rewording", "as", "limits",
    "about", "case", "own", *(f"{w}_{c}" for w in ("unless", "only") for c in CONTEXTS),
}  # fmt: skip
_ENDLESS = re.compile(r"[*+]|\{\d*,\}")
_CLASS = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]")
_SET = re.compile(r"<([a-z_]+)>")


class LanguageRefused(ValueError):
    """A file of rules that cannot be used, and why; a whole sentence."""


@dataclass(frozen=True)
class Rule:
    """One rule: phrases, what to ask, what could be written, and where it is fine.

    `severity` is that of a note, `in_mode` what it is elsewhere, `limits` what it is in
    a sentence that limits the person. `about` says of whom it must be said; `own` that
    it is fine where people say it of themselves. `contexts` are patterns: of each
    `only_` list one must stand before it, after it or in its sentence; of the `unless_`
    lists none may.
    """

    id: str
    family: str
    severity: str
    phrases: tuple[Phrase, ...]
    question: str
    rewording: str
    in_mode: Mapping[str, str] = field(default_factory=dict)
    limits: str = ""
    about: str = ""
    case: bool = False
    own: bool = False
    contexts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_rule(told: Any, sets: Mapping[str, str]) -> Rule:
    """Return one rule, checked."""
    if not isinstance(told, dict):
        raise LanguageRefused(say("each rule must be an object"))
    name = str(told.get("id") or "")
    if not name:
        raise LanguageRefused(say('a rule has no "id"'))
    try:
        return _checked(name, told, sets)
    except (ValueError, TypeError) as reason:
        raise LanguageRefused(
            say('the rule "{name}": {reason}', name=name, reason=reason)
        ) from None


def _checked(name: str, told: Mapping[str, Any], sets: Mapping[str, str]) -> Rule:
    for key in told.keys() - _KEYS:
        raise ValueError(say('"{key}" is not known', key=key))
    for key in ("family", "severity", "question"):
        if not isinstance(told.get(key), str) or not told[key]:
            raise ValueError(say('it has no "{key}"', key=key))
    _one_of("family", told["family"], FAMILIES)
    in_mode = told.get("as", {})
    if not isinstance(in_mode, dict):
        raise TypeError('"as" must be an object, such as {"report": "E"}')
    for mode in in_mode:
        _one_of("as", mode, MODES)
    for severity in (told["severity"], *in_mode.values(), told.get("limits", "E")):
        _one_of("severity", severity, SEVERITIES)
    if about := told.get("about", ""):
        _one_of("about", about, ABOUT)
    return Rule(
        id=name,
        family=told["family"],
        severity=told["severity"],
        phrases=tuple(phrases_of(_texts(told, "find"), exact=bool(told.get("case")))),
        question=told["question"],
        rewording=str(told.get("rewording", "")),
        in_mode=in_mode,
        limits=told.get("limits", ""),
        about=about,
        case=bool(told.get("case")),
        own=bool(told.get("own")),
        contexts=_contexts(told, sets),
    )


def _contexts(
    told: Mapping[str, Any], sets: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return the patterns of a rule, each fit for where it is looked for."""
    shapes = {"before": r"(?:{})\s{{0,3}}$", "after": r"\s{{0,3}}(?:{})", "in": "{}"}
    found = {}
    for want in ("unless", "only"):
        for place, shape in shapes.items():
            key = f"{want}_{place}"
            if key in told:
                parts = [expanded(p, sets) for p in _texts(told, key)]
                found[key] = tuple(shape.format(part) for part in parts)
    return found


def expanded(pattern: str, sets: Mapping[str, str]) -> str:
    """Return a pattern with the shared sets written out. Raises ValueError.

    Nothing in it may repeat without end: the check must be quick whatever is written.
    """
    if _ENDLESS.search(_CLASS.sub("", pattern)):
        raise ValueError(
            say('"{pattern}" repeats without end; write {{0,20}}', pattern=pattern)
        )
    try:
        return _SET.sub(lambda found: sets[found[1]], pattern)
    except KeyError as missing:
        raise ValueError(
            say(
                '"{pattern}" names <{args}>, not a set',
                pattern=pattern,
                args=missing.args[0],
            )
        ) from None


def phrases_of(written: Iterable[str], *, exact: bool = False) -> list[Phrase]:
    """Return phrases as they are looked for."""
    return [phrase(text, exact=exact) for text in written]


def _texts(told: Mapping[str, Any], key: str) -> list[str]:
    found = told.get(key)
    if not isinstance(found, list) or not found:
        raise TypeError(f'"{key}" must be a list of text')
    if not all(isinstance(text, str) and text.strip() for text in found):
        raise TypeError(f'"{key}" must be a list of text')
    return found


def _one_of(key: str, found: Any, known: tuple[str, ...]) -> None:
    if found not in known:
        raise ValueError(
            say(
                '"{key}" is "{found}"; it must be one of {said}',
                key=key,
                found=found,
                said=said(known),
            )
        )


def said(known: tuple[str, ...]) -> str:
    """Return what is known, in a list."""
    return ", ".join(known)
