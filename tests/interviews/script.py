"""What is typed into each interview, and what its check page then says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One question: words of it, what is typed, and its line on the check page."""

    asks: str
    types: str
    short: str
    says: str

    def on_check_page(self, mode: str) -> str:
        """Return its line of the check page, without the number."""
        between = ": " if mode == "plain" else " "
        return " ".join(f"{self.short}{between}{self.says}".split())


@dataclass(frozen=True)
class Interview:
    """One guided command, walked from its first question to its receipt.

    `before` are commands that are run first, with nobody at the terminal; `saves` is
    how many entries of each kind it adds. `anew` is asked once more where it is carried
    on at its check page: what was shown is shown again. `known` are questions that are
    answered already; they are met only on a way back.
    """

    name: str
    words: tuple[str, ...]
    steps: tuple[Step, ...]
    saves: Mapping[str, int]
    receipt: str
    who: str
    before: tuple[tuple[str, ...], ...] = ()
    anew: tuple[Step, ...] = ()
    known: tuple[str, ...] = ()


def same(asks: str, text: str, short: str) -> Step:
    """Return a question whose answer is shown as it was typed."""
    return Step(asks, text, short, text)


def no_more(asks: str, short: str) -> Step:
    """Return a question that Enter skips."""
    return Step(asks, "", short, "Not given")


NEWCOMER = (
    *("person", "add", "--name", "Billie Doyle", "--known-as", "Billie"),
    *("--code", "BD-004"),
)
ROBIN, BILLIE = "Robin Practice, PR-001", "Billie Doyle, BD-004"


def about(
    who: str,
    name: str,
    steps: tuple[Step, ...],
    saves: Mapping[str, int],
    receipt: str,
    *before: tuple[str, ...],
    known: tuple[str, ...] = (),
) -> Interview:
    """Return a walk about somebody: the command is its name and their code.

    Billie is a newcomer: she is there once she is added.
    """
    code = who.rpartition(", ")[2]
    first = (NEWCOMER, *before) if who == BILLIE else before
    words = (*name.split(), code)
    return Interview(name, words, steps, saves, receipt, who, first, known=known)


MENU = "What now?"
SCORES = {"how": "stayed", "worry_before": "6", "worry_peak": "8", "worry_after": "4"}
TO_SIGNS = {**SCORES, "feared": "no"}
TO_WORDS = {**TO_SIGNS, "signs": "0", "since": "0"}
ALL = {**TO_WORDS, "words": "It was loud"}
"""Answers of a debrief as a draft keeps them, up to a question or to the end."""
