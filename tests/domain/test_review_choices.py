"""What can be decided about a step, given where it stands."""

from __future__ import annotations

from typing import Any

import pytest

from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.review_choices import choices_at
from tests.domain.making import a_case, decided, stands

START = decided(1, Choice.START, hour=8)


def on_top(*more: Any) -> Any:
    """Return a casefile whose second and last step is on."""
    up = decided(3, Choice.PROGRESS, to_step="step-2")
    return a_case(decisions=(START, up, *more))


@pytest.mark.parametrize(
    ("case", "offered"),
    [
        (a_case(), ["progress", "hold", "pause", "person_stopped"]),
        (on_top(), ["complete", "hold", "pause", "step_back", "person_stopped"]),
        (
            a_case(decisions=(START, decided(4, Choice.PAUSE))),
            ["resume", "pause", "person_stopped"],
        ),
        (
            on_top(decided(4, Choice.PAUSE, step="step-2")),
            ["resume", "pause", "step_back", "person_stopped"],
        ),
    ],
)
def test_what_can_be_decided_follows_from_the_state(
    case: Any, offered: list[str]
) -> None:
    """Up or complete, down where there is a step; stopping is always there."""
    choices = choices_at(case, stands(case, 5))

    assert [choice.value for choice in choices] == offered
