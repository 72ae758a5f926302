"""Two windows on one draft: the second says so, and changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.interviews import peek
from tests.interviews.screen import squeezed
from tests.interviews.script import MENU
from tests.interviews.typist import FANCY, PLAIN, Typist

if TYPE_CHECKING:
    from pathlib import Path


def test_the_second_window_says_so_and_the_first_goes_on(cases: Path) -> None:
    """When the first is gone, killed or not, the draft can be carried on."""
    with Typist("debrief", "PR-001", mode=FANCY) as first:
        first.asked("How did it go?")
        first.answer("1")
        first.asked("own worry before")
        with Typist("debrief", "PR-001", mode=PLAIN) as second:
            code = second.ends()
        said = squeezed(second.page())
        first.answer("6")
        first.asked("Worry at its worst")

    with Typist("debrief", "PR-001", mode=PLAIN) as third:
        third.asked(MENU, "2 answers kept")

    assert code == 13
    assert "is open in another window. Nothing was changed here." in said
    assert "Finish it there, or close that window." in said
    assert peek.drafted(cases) == {"how": "stayed", "worry_before": "6"}
