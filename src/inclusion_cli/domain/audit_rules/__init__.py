"""The thirty rules of the monthly audit, by family. Practice reference 6.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_rules import (
    card,
    consent,
    criteria,
    formulation,
    formulation_idle,
    money,
    records,
    restrictions,
    safeguarding,
    sessions,
    supervision,
    words,
)

if TYPE_CHECKING:
    from inclusion_cli.domain.audit_rules.rule import Rule

_FAMILIES = (
    formulation,
    formulation_idle,
    sessions,
    criteria,
    restrictions,
    money,
    safeguarding,
    consent,
    card,
    words,
    supervision,
    records,
)
RULES: tuple[Rule, ...] = tuple(
    sorted(
        (rule for family in _FAMILIES for rule in family.RULES),
        key=lambda rule: rule.number,
    )
)
"""Every rule, in the order of the reference."""
NAMES = {rule.name: rule for rule in RULES}
