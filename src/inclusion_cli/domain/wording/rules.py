"""The rules of the language check, as data: what is looked for, where it is fine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
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
_OWN_FILE = ("add", "off", "names")
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


@dataclass(frozen=True)
class Rules:
    """Every rule, and the lists and patterns they share. `order` settles ties."""

    as_of: str
    rules: tuple[Rule, ...]
    names: tuple[Phrase, ...]
    lists: Mapping[str, frozenset[str]]
    patterns: Mapping[str, str]

    @cached_property
    def starts(self) -> Mapping[str, tuple[tuple[Phrase, Rule | None], ...]]:
        """Return what may begin at a word: phrases with their rule, None for a name."""
        found: dict[str, list[tuple[Phrase, Rule | None]]] = {}
        for name in self.names:
            _put(found, name, None)
        for rule in self.rules:
            for one in rule.phrases:
                _put(found, one, rule)
        return {word: tuple(pairs) for word, pairs in found.items()}

    @cached_property
    def order(self) -> Mapping[str, int]:
        """Return each rule's place."""
        return {rule.id: place for place, rule in enumerate(self.rules)}

    def __getattr__(self, name: str) -> re.Pattern[str]:
        """Return a pattern the rules share, such as `said_before`."""
        if name.startswith("_") or name not in self.patterns:
            raise AttributeError(name)
        return compiled(self.patterns[name])

    def without(self, *ids: str) -> Rules:
        """Return the rules with some switched off."""
        return replace(self, rules=tuple(r for r in self.rules if r.id not in ids))


def _put(
    found: dict[str, list[tuple[Phrase, Rule | None]]], one: Phrase, rule: Rule | None
) -> None:
    for word in one[0].words:
        found.setdefault(word, []).append((one, rule))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern, made once, when it is first needed."""
    return re.compile(pattern, re.IGNORECASE)


def rules(data: Mapping[str, Any], own: Mapping[str, Any] | None = None) -> Rules:
    """Return the rules of the shipped data, with a service's own changes.

    `own` may hold "add" (rules), "off" (ids of rules) and "names" (of places and
    methods that are never flagged). Raises LanguageRefused, which says what is wrong.
    """
    sets = _sets(data["sets"])
    made = [_rule(told, sets) for told in data["rules"]]
    names = list(data["names"])
    if own is not None:
        added, off, more = _own(own, sets)
        known = {rule.id for rule in made}
        for rule in added:
            if rule.id in known:
                raise LanguageRefused(
                    say('the rule "{id}" is there already', id=rule.id)
                )
            known.add(rule.id)
        for name in off:
            if name not in known:
                raise LanguageRefused(
                    say('"off" names "{name}", and no rule is called so', name=name)
                )
        made = [rule for rule in (*added, *made) if rule.id not in off]
        names += more
    return Rules(
        data["as_of"],
        tuple(made),
        tuple(_phrases(names)),
        {name: frozenset(listed) for name, listed in data["lists"].items()},
        {name: _expanded(p, sets) for name, p in data["patterns"].items()},
    )


def _sets(told: Mapping[str, Any]) -> dict[str, str]:
    """Return the shared sets as patterns; one may name others that stand before it."""
    sets: dict[str, str] = {}
    for name, parts in told.items():
        whole = "|".join(parts) if isinstance(parts, list) else parts
        sets[name] = f"(?:{_expanded(whole, sets)})"
    return sets


def _own(own: Any, sets: Mapping[str, str]) -> tuple[list[Rule], list[str], list[str]]:
    """Return what a service adds, switches off and names."""
    if not isinstance(own, dict):
        raise LanguageRefused(
            say("it must be an object with {said}", said=_said(_OWN_FILE))
        )
    for key, value in own.items():
        if key not in _OWN_FILE:
            raise LanguageRefused(
                say(
                    '"{key}" is not known; it may hold {said}',
                    key=key,
                    said=_said(_OWN_FILE),
                )
            )
        if not isinstance(value, list):
            raise LanguageRefused(say('"{key}" must be a list', key=key))
    for key in ("off", "names"):
        if not all(isinstance(item, str) for item in own.get(key, ())):
            raise LanguageRefused(say('"{key}" must be a list of text', key=key))
    added = [_rule(told, sets) for told in own.get("add", ())]
    for rule in added:
        _read_through(rule)
    return added, own.get("off", []), own.get("names", [])


def _read_through(rule: Rule) -> None:
    """Refuse a rule with a pattern that does not read; shipped ones are tested."""
    for pattern in (p for patterns in rule.contexts.values() for p in patterns):
        try:
            compiled(pattern)
        except re.error as error:
            raise LanguageRefused(
                say(
                    'the rule "{id}": "{pattern}" is no pattern: {msg}',
                    id=rule.id,
                    pattern=pattern,
                    msg=error.msg,
                )
            ) from None


def _rule(told: Any, sets: Mapping[str, str]) -> Rule:
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
        phrases=tuple(_phrases(_texts(told, "find"), exact=bool(told.get("case")))),
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
                parts = [_expanded(p, sets) for p in _texts(told, key)]
                found[key] = tuple(shape.format(part) for part in parts)
    return found


def _expanded(pattern: str, sets: Mapping[str, str]) -> str:
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


def _phrases(written: Iterable[str], *, exact: bool = False) -> list[Phrase]:
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
                said=_said(known),
            )
        )


def _said(known: tuple[str, ...]) -> str:
    return ", ".join(known)
