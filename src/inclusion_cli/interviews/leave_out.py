"""Keeping what is known: what could not be read is left out, and said, never refused.

Only for an act that nothing may block.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.values import words
from inclusion_cli.interviews.walk import walk
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Answers, Form, Raws

_TAKEN_OUT = re.compile(r"\.\.\.\d{4}(?!\d)")


def readable(form: Form, given: Raws, *, needed: str) -> tuple[Raws, dict[str, str]]:
    """Return the answers that can be read, and by key why another was left out.

    What is `needed` is not left out: without it there is nothing to keep.
    """
    kept, left = dict(given), dict[str, str]()
    while wrong := _wrong(form, kept, needed):
        left |= wrong
        kept = {key: raw for key, raw in kept.items() if key not in wrong}
    return kept, left


def _wrong(form: Form, given: Raws, needed: str) -> dict[str, str]:
    found = walk(form, given, skip_open=True)
    asked = {question.key for question in found.asked}
    unknown = {
        key: say("{key}: no question has this name.", key=key)
        for key in given
        if key not in asked
    }
    wrong = {**found.problems, **unknown}
    wrong.pop(needed, None)
    return wrong


def taken_out(form: Form, given: Raws, answers: Answers) -> bool:
    """Say whether a number that must not be kept was taken out of an answer."""
    for question in walk(form, given, skip_open=True).asked:
        said = answers.get(question.key)
        if question.kind != "text" or not isinstance(said, str):
            continue
        raw = given.get(question.key)
        if _TAKEN_OUT.search(said) or (raw and words(raw) != said):
            return True
    return False
