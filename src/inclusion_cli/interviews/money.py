"""What is asked when somebody wanted money or things, after a session or between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.money import DID_WORDS, INDICATORS, no_bank_numbers
from inclusion_cli.domain.values import Choice, capital
from inclusion_cli.interviews.debrief_choices import CALL_999
from inclusion_cli.interviews.question import Answers, Question, choose, choose_some
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DID = tuple(Choice(did.value, capital(said)) for did, said in DID_WORDS.items())


def money(
    name: str,
    *,
    relevant: Callable[[Answers], bool],
    asked: str,
    danger: bool = True,
    indicators: bool = True,
) -> Iterator[Question]:
    """Return the questions about a request; numbers of cards and accounts are refused.

    `danger` says whether to speak of 999 first.
    """
    more: dict[str, Any] = {"relevant": relevant, "asked": asked}
    yield from _asked_for(more, danger=danger)
    yield from _answered(name, more)
    if indicators:
        yield choose_some(
            "indicators",
            say("Were any of these seen, too?"),
            say("Other signs seen"),
            INDICATORS,
            required=False,
            explicit=True,
            **more,
        )


def _asked_for(more: dict[str, Any], *, danger: bool) -> Iterator[Question]:
    yield Question(
        "money_what",
        say("What was asked for?"),
        say("Thing asked for"),
        no_bank_numbers,
        hint=say(
            "Money, things, bank details, to hold money, to use the flat, to sign."
        ),
        before=lambda _a: CALL_999 if danger else (),
        **more,
    )
    yield Question(
        "money_who",
        say("Who asked?"),
        say("Person who asked"),
        no_bank_numbers,
        own=True,
        **more,
    )
    yield Question(
        "money_amount",
        say("How much, as it was said?"),
        say("Amount asked for"),
        no_bank_numbers,
        required=False,
        **more,
    )


def _answered(name: str, more: dict[str, Any]) -> Iterator[Question]:
    yield choose(
        "money_did",
        say("What did {name} do?", name=name),
        say("What {name} did", name=name),
        DID,
        grave=True,
        **more,
    )
    yield Question(
        "money_known_for",
        say("How long has {name} known them?", name=name),
        say("Time known"),
        no_bank_numbers,
        required=False,
        **more,
    )
    yield Question(
        "money_feelings",
        say("How does {name} feel about it?", name=name),
        say("Feelings about it"),
        no_bank_numbers,
        required=False,
        **more,
    )
