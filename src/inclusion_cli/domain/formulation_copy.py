"""Words that stand in two people's formulations: possibly copied and pasted.

Source: practice reference 1.3, "Individual", and family G of 1.4.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_texts import Text, texts_of
from inclusion_cli.domain.record import record
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.formulation import Formulation

ALIKE = 0.6
FEWEST = 5
"""Texts of fewer different words than that are alike by chance, and not compared."""
COPIED = "copied"
"""The rule under which a reason is kept, where the words are meant for both."""
_WORD = r"[^\W_]+"
_SMALL = frozenset(
    re.findall(
        _WORD,
        "a an and are as at be but by for from has have he her him his i in is it its "
        "me my no not of on or our out she so that the their them then there they this "
        "to up was we when with you your",
    )
)
Named = tuple[str, "Formulation"]
"""A person's code, and their formulation."""


@record
class Copied:
    """A text that is much like one of another person, who is named by code alone."""

    field: str
    text: str
    code: str
    other_field: str
    alike: float

    @property
    def says(self) -> str:
        """Return it as a sentence."""
        words = (
            say("the same words as") if self.alike == 1 else say("nearly the words of")
        )
        return say(
            "{field} has {words} {code}. Say what is so for this person.",
            field=self.field,
            words=words,
            code=self.code,
        )


@lru_cache(maxsize=4096)
def tokens(text: str) -> frozenset[str]:
    """Return the different words of a text, folded, without the small ones."""
    return frozenset(re.findall(_WORD, folded(text))) - _SMALL


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1, whichever comes first.

    It is the Jaccard measure of their sets of words: those in both, of those in either.
    Where the shorter one has 10 different words or more, it is the share of them that
    the longer one has too, so that a paragraph pasted into a page is noticed. Texts
    without words are not alike. Source: practice reference 1.3, "token-set".
    """
    return alike(tokens(one), tokens(other))


_LONG = 10


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how alike two texts are, by their words; see `similarity`."""
    both = len(one & other)
    if not both:
        return 0.0
    least = min(len(one), len(other))
    return both / (least if least >= _LONG else len(one | other))


def copies(own: Formulation, others: Iterable[Named]) -> tuple[Copied, ...]:
    """Return the texts that are 0.6 or more like one of another person.

    Each is told once, with the one it is most like. What was kept with a reason is not
    told again.
    """
    kept = {words.text for words in own.words_kept if words.rule == COPIED}
    texts = [(text, words) for text, words in _long(own) if text.text not in kept]
    index: dict[str, set[int]] = defaultdict(set)
    for place, (_text, words) in enumerate(texts):
        for word in words:
            index[word].add(place)
    best: dict[int, Copied] = {}
    for code, formulation in others:
        for other, words in _long(formulation):
            for place in _near(words, texts, index):
                text, mine = texts[place]
                near = alike(mine, words)
                known = best.get(place)
                if near >= ALIKE and (known is None or near > known.alike):
                    best[place] = Copied(text.label, text.text, code, other.label, near)
    return tuple(best[place] for place in sorted(best))


def _long(formulation: Formulation) -> Iterator[tuple[Text, frozenset[str]]]:
    """Return the texts long enough to be compared, with their words."""
    for text in texts_of(formulation):
        words = tokens(text.text)
        if len(words) >= FEWEST:
            yield text, words


def _near(
    words: frozenset[str],
    texts: list[tuple[Text, frozenset[str]]],
    index: dict[str, set[int]],
) -> Iterator[int]:
    """Return the places that share enough words to be alike at all."""
    shared: dict[int, int] = defaultdict(int)
    for word in words:
        for place in index.get(word, ()):
            shared[place] += 1
    for place, both in shared.items():
        if both >= ALIKE * min(len(words), len(texts[place][1])):
            yield place


def pasted(people: Iterable[Named]) -> dict[str, tuple[Copied, ...]]:
    """Return, by code, the texts that stand letter for letter with somebody else too.

    It is quick enough for the home screen; what is nearly alike is for `copies`.
    """
    found: dict[str, list[Copied]] = defaultdict(list)
    first: dict[str, tuple[str, Text]] = {}
    for code, formulation in people:
        kept = {words.text for words in formulation.words_kept}
        for text in texts_of(formulation):
            if len(text.text) < _PASTED_LETTERS:
                continue
            words = text.text.casefold()
            known = first.setdefault(words, (code, text))
            if known[0] != code and text.text not in kept:
                copied = Copied(text.label, text.text, known[0], known[1].label, 1.0)
                found[code].append(copied)
    return {code: tuple(told) for code, told in found.items()}


_PASTED_LETTERS = 40


def blanket(own: Formulation, others: Iterable[Named]) -> tuple[str, ...]:
    """Return what we do in the same words for three people or more.

    Source: practice reference 1.3, the blanket detector.
    """
    people: dict[str, set[str]] = defaultdict(set)
    for code, formulation in others:
        for control in formulation.controls:
            people[folded(control.text)].add(code)
    mine = [control.text for control in own.controls]
    return tuple(text for text in mine if len(people[folded(text)]) >= _PEOPLE - 1)


_PEOPLE = 3
