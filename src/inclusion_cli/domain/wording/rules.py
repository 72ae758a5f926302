"""The rules of the language check, as data: what is looked for, where it is fine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

from inclusion_cli.domain.wording.phrases import Phrase
from inclusion_cli.domain.wording.rule import (
    LanguageRefused,
    Rule,
    expanded,
    phrases_of,
    read_rule,
    said,
)
from inclusion_cli.tongue import say

_OWN_FILE = ("add", "off", "names")


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
    made = [read_rule(told, sets) for told in data["rules"]]
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
        tuple(phrases_of(names)),
        {name: frozenset(listed) for name, listed in data["lists"].items()},
        {name: expanded(p, sets) for name, p in data["patterns"].items()},
    )


def _sets(told: Mapping[str, Any]) -> dict[str, str]:
    """Return the shared sets as patterns; one may name others that stand before it."""
    sets: dict[str, str] = {}
    for name, parts in told.items():
        whole = "|".join(parts) if isinstance(parts, list) else parts
        sets[name] = f"(?:{expanded(whole, sets)})"
    return sets


def _own(own: Any, sets: Mapping[str, str]) -> tuple[list[Rule], list[str], list[str]]:
    """Return what a service adds, switches off and names."""
    if not isinstance(own, dict):
        raise LanguageRefused(
            say("it must be an object with {said}", said=said(_OWN_FILE))
        )
    for key, value in own.items():
        if key not in _OWN_FILE:
            raise LanguageRefused(
                say(
                    '"{key}" is not known; it may hold {said}',
                    key=key,
                    said=said(_OWN_FILE),
                )
            )
        if not isinstance(value, list):
            raise LanguageRefused(say('"{key}" must be a list', key=key))
    for key in ("off", "names"):
        if not all(isinstance(item, str) for item in own.get(key, ())):
            raise LanguageRefused(say('"{key}" must be a list of text', key=key))
    added = [read_rule(told, sets) for told in own.get("add", ())]
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
