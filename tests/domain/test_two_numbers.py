"""On call has one number: where a card and the ladder differ, it is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inclusion_cli.domain.due import Group
from inclusion_cli.domain.home import home
from inclusion_cli.domain.incident import CallLadder, Level, Rung
from inclusion_cli.domain.safety import ServiceRecords
from inclusion_cli.domain.two_numbers import differs, of_card, of_ladder
from tests.builders import a_card
from tests.conftest import NOW
from tests.domain.making import keep
from tests.domain.test_trace import a_case

CARD = replace(a_card(), on_call="01632 960001")
OLD, NEW = "01632 960111", "01632960001"


def ladder(*numbers: str) -> CallLadder:
    """Return a ladder whose first step is on call, with more numbers on it."""
    rungs = (
        Rung("manager" if n == 0 else f"step{n}", "Jo", number, 60, Level.HARM)
        for n, number in enumerate(numbers)
    )
    return CallLadder(tuple(rungs), NOW.date())


@pytest.mark.parametrize(
    ("on_call", "numbers", "said"),
    [
        ("01632 960001", (OLD,), OLD),
        ("01632 960001", (NEW,), ""),
        ("Sam, 01632 960001; after 5pm 01632 960002", (NEW,), ""),
        ("01632 960001", (OLD, NEW), ""),
        ("01632 960001", ("",), ""),
        ("none", (OLD,), ""),
    ],
    ids=["differ", "the same", "among others", "both on it", "not known", "none"],
)
def test_two_numbers_are_told_apart(
    on_call: str, numbers: tuple[str, ...], said: str
) -> None:
    """Where both are right, both stand on the ladder."""
    assert differs(replace(CARD, on_call=on_call), ladder(*numbers)) == said


def test_each_side_says_what_the_other_one_has() -> None:
    """Both numbers, and the command that mends it."""
    case = a_case(card=keep(CARD))

    (card,) = of_card(case, ladder(OLD))
    (ours,) = of_ladder([case], ladder(OLD))

    assert "01632 960001 on this card" in card
    assert OLD in card
    assert "inclusion incident ladder" in card
    assert "has 01632 960001" in ours
    assert "inclusion card write AK-014" in ours


def test_home_asks_for_a_look_without_a_name() -> None:
    """It is one line for the service, gone once they agree."""
    case = a_case(card=keep(CARD))

    def lines(number: str) -> list[str]:
        service = ServiceRecords(ladders=(keep(ladder(number)),))
        shown = home([case], (), now=NOW, worker="Sam", service=service)
        return [
            item.says for item in shown.items
            if item.group is Group.LOOK and "Two numbers" in item.says
        ]  # fmt: skip

    assert len(lines(OLD)) == 1
    assert OLD in lines(OLD)[0]
    assert "Amina" not in lines(OLD)[0]
    assert lines(NEW) == []
