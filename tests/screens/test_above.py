"""A page longer than the screen says last which alarms scrolled out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.screens.above import above
from tests.interviews.screen import squeezed
from tests.interviews.typist import MODES, Typist

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "To do today",
    "  1. Dee (AK-014)  RISK ALARM. A pause sign with no answer.",
    "  2. Amir (AK-015)",
    "     CAUTION ALARM. All that was agreed has been met.",
    "  3. Dee (AK-014)  Debrief.",
    *("     more",) * 10,
)


def test_both_alarms_are_named_alike_with_their_numbers() -> None:
    """Neither is louder than the other, and each can be opened by its number."""
    assert above(PAGE, 78, rows=10, below=4) == [
        "Above: 1 risk alarm, 1 caution alarm (1, 2)."
    ]


def test_an_alarm_that_is_still_in_sight_is_not_said_to_be_above() -> None:
    """Only what scrolled away is told; nothing where the page fits."""
    assert above(PAGE, 78, rows=17, below=4) == ["Above: 1 risk alarm (1)."]
    assert above(PAGE, 78, rows=19, below=4) == []


def test_no_number_is_told_where_lines_have_none() -> None:
    """The page of a ladder has alarms without a number."""
    page = ("CAUTION ALARM. Met.", "CAUTION ALARM. A limit.", *("more",) * 30)

    assert above(page, 78, rows=24, below=1) == ["Above: 2 caution alarms."]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("columns", [80, 40])
def test_home_says_at_a_terminal_what_scrolled_away(
    cases: Path, columns: int, mode: str
) -> None:
    """On a screen of 12 lines both alarms are above; on a tall one nothing is said."""
    del cases
    said = []
    for rows in (12, 100):
        with Typist(mode=mode, size=(columns, rows)) as typist:
            typist.asked("Enter leaves")
            said.append(squeezed(typist.page()))

    assert "Above: 1 risk alarm, 1 caution alarm (1, 2)." in said[0]
    assert "Above:" not in said[1]
