"""Whether a change to a consent lets more be told than the person agreed to.

A slip of the pen is mended by a change. What the person did not agree to is asked of
them anew: nobody widens a consent for them. Source: practice reference 6.7.
"""

from __future__ import annotations

from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent import Answered
from inclusion_cli.domain.consent_items import items_in_words
from inclusion_cli.domain.dates import say_day
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.consent import Consent

ALIKE = 0.7
"""Words that are so much alike, of 1, are the same ones, spelt another way."""


def widened(was: Consent, now: Consent) -> tuple[str, ...]:
    """Return how a change would let more be told, in words; nothing where it does not.

    Fewer items, more exclusions and an earlier last day are no such change.
    """
    return tuple(_widened(was, now))


def _widened(was: Consent, now: Consent) -> Iterator[str]:
    if (was.kind, was.activity, was.basis) != (now.kind, now.activity, now.basis):
        yield say("what it is about")
    if was.answered is Answered.DECLINED and now.answered is Answered.GIVEN:
        yield say("a yes in place of a no")
        return
    other = not now.partner and not _alike(was.recipient, now.recipient)
    if was.partner != now.partner or other:
        yield say("who is told")
    if not _alike(was.purpose, now.purpose):
        yield say("what it is for")
    if more := frozenset(now.items) - frozenset(was.items):
        yield say("also told: {items}", items=items_in_words(more))
    gone = frozenset(was.excluded) - frozenset(now.excluded)
    if gone and now.answered is Answered.GIVEN:
        yield say("no longer left out: {items}", items=items_in_words(gone))
    if (was.until or date.max) < (now.until or date.min):
        assert now.until is not None
        yield say("until {day}", day=say_day(now.until))


def _alike(was: str, now: str) -> bool:
    """Say whether two texts are one, spelt another way."""
    first, second = folded(was), folded(now)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE
