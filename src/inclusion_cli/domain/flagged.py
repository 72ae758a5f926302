"""What a formulation answers for at sign-off: grave words, and words of two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_copy import COPIED, Named, copies
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.wording.lints import flags_of_formulation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.wording.rules import Rules

GRAVE = "E"
"""It is changed, or kept with a reason. Source: practice reference 1.4."""
Flagged = tuple[str, str, str, str]
"""A field, the rule, the text, and what is asked about it."""


def grave(formulation: Formulation, rules: Rules) -> tuple[Flagged, ...]:
    """Return what the language check finds grave, also where it was kept before."""
    return tuple(
        (placed.label, placed.flag.rule, placed.flag.text, placed.flag.question)
        for placed in flags_of_formulation(formulation, rules)
        if placed.flag.severity == GRAVE
    )


def flagged(
    formulation: Formulation, rules: Rules, people: Iterable[Named]
) -> tuple[Flagged, ...]:
    """Return what the language check finds grave, and what is much like another's.

    What was kept with a reason before is among it.
    """
    anew = replace(formulation, words_kept=())
    alike = ((c.field, COPIED, c.text, c.says) for c in copies(anew, people))
    return (*grave(formulation, rules), *alike)
