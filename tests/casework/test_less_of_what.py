"""Less for a while, where nothing is on; and the way from a decision to its plan."""

from __future__ import annotations

from typing import Any

import pytest

from tests.interviews.script import NEWCOMER

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")


def test_less_of_no_step_names_the_person_and_a_way_on(run: Any) -> None:
    """Without a step nothing can be done less; the evening itself can be changed."""
    run(*NEWCOMER, *QUIET)

    ran = run("event", "reduce", "BD-004", *QUIET)

    assert ran.code == 3
    assert "Billie Doyle, BD-004" in ran.error["message"]
    assert "inclusion plan start BD-004" in ran.error["hint"]


def test_an_evening_says_which_number_is_answered(run: Any) -> None:
    """A phone that is answered has a number."""
    shown = run("event", "show", "PR-003", *QUIET).data
    lines = dict(shown["lines"])

    assert "01632 960004" in lines["Answers the phone"]


def test_the_demo_has_one_number_for_the_sponsor_and_one_for_the_house(
    run: Any,
) -> None:
    """Card, evening sheet and partner page say the same, so nobody rings in vain."""
    card = str(run("card", "show", "PR-003", *QUIET).data)
    partner = str(run("partner", "show", "Community kitchen", *QUIET).data)

    assert "01632 960004" in card
    assert "the house, 01632 960001" in partner
    assert "01632 960001" in card
    assert "07700 900789" not in card
