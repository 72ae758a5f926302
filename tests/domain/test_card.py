"""The card: four stages in order, each with a sign and something of one's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inclusion_cli.domain.card import STAGES, Action, Sign, Stage
from tests.builders import a_card

CARD = a_card()


def stages(**changes: Any) -> tuple[Stage, ...]:
    """Return the four stages with the third one changed."""
    return tuple(
        replace(stage, **changes) if stage.number == 3 else stage
        for stage in CARD.stages
    )


@pytest.mark.parametrize(
    "order",
    [(), (1, 2, 3), (1, 2, 4, 3), (4, 3, 2, 1), (1, 2, 3, 3), (1, 2, 3, 4, 4)],
)
def test_a_card_has_its_four_stages_in_order(order: tuple[int, ...]) -> None:
    """From "I'm OK" to "I need help now"."""
    told = tuple(CARD.stages[number - 1] for number in order)

    with pytest.raises(ValueError, match=r"^a card has its four stages in order$"):
        a_card(stages=told)


def test_a_stage_without_a_sign_is_refused_by_name() -> None:
    """Nobody could notice it."""
    with pytest.raises(ValueError, match=r'^the stage "I\'m struggling" has no sign$'):
        a_card(stages=stages(signs=()))


def test_a_stage_without_an_own_action_is_refused_by_name() -> None:
    """The person comes before what others do."""
    with pytest.raises(
        ValueError, match=r'^the stage "I\'m struggling" has no own action$'
    ):
        a_card(stages=stages(mine=(), others=(Action("o3-1", "Ring me"),)))


def test_what_others_do_may_be_left_out() -> None:
    """An own action is enough."""
    assert a_card(stages=stages(others=())).stages[2].others == ()


@pytest.mark.parametrize("gap", ["not_helpful", "on_call"])
def test_a_card_says_what_does_not_help_and_whom_to_ring(gap: str) -> None:
    """A blank number is a decision, typed as "none"."""
    with pytest.raises(ValueError, match=r"^a card says what does not help and whom"):
        a_card(**{gap: ""})
    assert a_card(on_call="none").on_call == "none"


def test_the_stages_have_their_names() -> None:
    """In the words the person reads."""
    assert STAGES == (
        "I'm OK",
        "Something is changing",
        "I'm struggling",
        "I need help now",
    )
    assert [stage.title for stage in CARD.stages] == list(STAGES)


def test_signs_of_change_are_those_of_stages_2_to_4_in_order() -> None:
    """How one is when well is no sign to tick."""
    two = (Sign("s3-1", "Three bad nights"), Sign("s3-2", "Skips lunch"))

    told = a_card(stages=stages(signs=two)).signs()

    assert [(stage.number, sign.id) for stage, sign in told] == [
        (2, "s2-1"),
        (3, "s3-1"),
        (3, "s3-2"),
        (4, "s4-1"),
    ]
