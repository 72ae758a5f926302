"""The questions of an instrument, each in its own words and with its own answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.measure import NOT_KNOWN, Scoring
from inclusion_cli.domain.measure_scoring import FACE
from inclusion_cli.domain.values import Choice, whole
from inclusion_cli.interviews.question import Answers, Question, choose
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.domain.measure_table import Instrument

A_DASH = say("A dash if it was left out.")
FOR_ITS_QUESTIONS = say("when the measure has it")


def item_questions(one: Instrument, answers: Answers) -> Iterator[Question]:
    """Return the questions of a measure, one after the other, in their own words."""
    low, high = one.low, one.high
    if high == FACE and answers.get("scale"):
        high = int(answers["scale"])
    alone = one.item_count == 1
    for number in range(1, one.item_count + 1):
        text = one.items[number - 1] if one.asked else _score_of(number, one)
        label = say("{text} ({low} to {high})", text=text, low=low, high=high)
        yield replace(
            _answer(one, f"item_{number}", text if one.answers else label, (low, high)),
            short=_short(one) if alone else _named(one, number),
            required=alone,
            hint="" if alone else A_DASH,
            before=_lead(one) if number == 1 else _nothing,
        )


def grave_question(one: Instrument, number: int) -> Question:
    """Return the question that is spoken about the same day, beside a total alone."""
    unknown = Choice(NOT_KNOWN, say("Not known: whoever asked did not say"))

    def not_over_it(key: str, answers: Answers) -> None:
        total = answers.get("total")
        if key != NOT_KNOWN and total is not None and int(key) > total:
            raise ValueError(say("must be {total} or less: the total", total=total))

    return choose(
        f"item_{number}",
        one.items[number - 1],
        _named(one, number),
        (*one.choices, unknown),
        explicit=True,
        asked=FOR_ITS_QUESTIONS,
        constraint=not_over_it,
    )


def _score_of(number: int, one: Instrument) -> str:
    return say(
        "The score of part {number} of {parts}", number=number, parts=one.item_count
    )


def _named(one: Instrument, number: int) -> str:
    """Return a question in its own words, where these are asked; else its number."""
    if not one.asked:
        return say("Question {number}", number=number)
    return one.items[number - 1].rstrip("?.")


def _short(one: Instrument) -> str:
    return say("Answer") if one.scoring is Scoring.CATEGORY else say("Rating")


def _answer(one: Instrument, key: str, label: str, span: tuple[int, int]) -> Question:
    """Return a question with its own answers, or with a number from low to high."""
    if one.answers:
        return choose(
            key, label, "", one.choices, explicit=True, asked=FOR_ITS_QUESTIONS
        )
    return Question(
        key,
        label,
        "",
        whole(*span),
        "number",
        explicit=True,
        asked=FOR_ITS_QUESTIONS,
    )


def _lead(one: Instrument) -> Callable[[Answers], tuple[str, ...]]:
    return lambda _answers: (one.lead,) if one.lead else ()


def _nothing(_answers: Answers) -> tuple[str, ...]:
    return ()


def direct_question(one: Instrument) -> Question:
    """Return the direct question, asked after the three indirect ones."""
    return replace(
        _answer(one, "direct", one.items[0], (one.low, one.high)),
        short=say("Direct question"),
        required=False,
        hint=A_DASH,
        asked=say("after the three questions on loneliness"),
    )
