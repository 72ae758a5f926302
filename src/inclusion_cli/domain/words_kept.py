"""Words of a formulation that were questioned, and are kept with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from inclusion_cli.domain.flagged import Flagged
    from inclusion_cli.domain.formulation import Formulation, KeptWords


def unkept(
    formulation: Formulation, flagged: tuple[Flagged, ...]
) -> tuple[Flagged, ...]:
    """Return what was questioned and has no reason yet.

    A reason holds for the same words, however they are capitalised.
    """
    kept = {_same(words.rule, words.text) for words in formulation.words_kept}
    return tuple(flag for flag in flagged if _same(flag[1], flag[2]) not in kept)


def still_asked(
    formulation: Formulation, flagged: tuple[Flagged, ...]
) -> tuple[KeptWords, ...]:
    """Return the words that are kept with a reason and would be questioned still."""
    asked = {_same(rule, text) for _field, rule, text, _why in flagged}
    kept = formulation.words_kept
    return tuple(words for words in kept if _same(words.rule, words.text) in asked)


def _same(rule: str, text: str) -> tuple[str, str]:
    return rule, folded(text)
