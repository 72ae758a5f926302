"""How a finding and a rule are called on the command line, and found again there."""

from __future__ import annotations

from difflib import get_close_matches
from hashlib import sha256
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_rules import NAMES, RULES
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.audit import AuditFinding
    from inclusion_cli.domain.audit_rules.rule import Rule

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""The signs of what is typed for a finding: none that could be read as another."""
LENGTH = 6


class NoSuchRule(NotUnderstood):
    """A rule was named that there is not; the near ones are told."""

    hint = say("For the names of all rules, type: inclusion audit --list")

    def __init__(self, typed: str) -> None:
        near = get_close_matches(typed.casefold(), NAMES, n=3, cutoff=0.4)
        told = say(" Near to it: {near}.", near=and_list(near)) if near else ""
        super().__init__(
            say(
                'There is no rule called "{typed}".{told}',
                typed=one_line(typed),
                told=told,
            )
        )


def rules_named(typed: Iterable[str]) -> tuple[Rule, ...]:
    """Return the rules that were named, in their order; none named are all of them.

    A rule answers to its number, too. Raises NoSuchRule.
    """
    numbers = {str(rule.number): rule.name for rule in RULES}
    wanted = set()
    for name in typed:
        known = numbers.get(name.strip(), name.strip().casefold())
        if known not in NAMES:
            raise NoSuchRule(name)
        wanted.add(known)
    return tuple(rule for rule in RULES if not wanted or rule.name in wanted)


def handle(key: str) -> str:
    """Return what a finding is called when it is typed: 6 letters that stay the same.

    They are made from its key, and so are the same from month to month.
    """
    number = int.from_bytes(sha256(key.encode()).digest()[:8], "big")
    found = ""
    for _letter in range(LENGTH):
        number, place = divmod(number, len(LETTERS))
        found += LETTERS[place]
    return found


def findings_named(typed: str, keys: Mapping[str, str]) -> tuple[str, ...]:
    """Return the findings that answer to what was typed, by its letters or its rule.

    `keys` are the letters of all findings, each with its rule.
    """
    wanted = typed.strip()
    if wanted.upper() in keys:
        return (wanted.upper(),)
    return tuple(one for one, rule in keys.items() if rule == wanted.casefold())


def finding_named(typed: str, findings: Iterable[AuditFinding]) -> AuditFinding | None:
    """Return the finding that answers to what was typed, None where there is none.

    It answers to its letters, and to its rule where that found nothing else.
    """
    findings, wanted = tuple(findings), typed.strip()
    of_rule = [f for f in findings if f.rule == wanted.casefold()]
    if len(of_rule) == 1:
        return of_rule[0]
    letters = wanted.upper()
    return next((f for f in findings if letters == handle(f.key)), None)
