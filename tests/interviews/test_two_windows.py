"""Two windows on one draft: the second says so, and changes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.store.reading import Reading
from tests.interviews import peek
from tests.interviews.screen import CHECK, squeezed
from tests.interviews.script import MENU
from tests.interviews.typist import FANCY, PLAIN, Typist

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

PEAK = ("--reason", "heard it again", "--worry-peak", "9")


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


def latest_debrief(home: Path) -> str:
    """Return the short id of the latest debrief of PR-001."""
    with peek.opened(home) as vault:
        reading = Reading(vault)
        robin = next(k for k in reading.people() if k.record.code == "PR-001")
        return reading.all(Debrief, file=robin.file)[-1].id[-8:]


def number_of(page: str, line: str) -> str:
    """Return the number of a line on the check page."""
    found = re.search(rf"(\d+)\W+{line}", page)
    assert found, page
    return found[1]


def to_worry_before(typist: Typist) -> None:
    """Go from the check page of a debrief to the question of the worry before."""
    page = typist.asked(CHECK)
    typist.answer(number_of(page, "Worry before"))
    typist.asked("own worry before")


def test_a_record_amended_elsewhere_is_not_saved_over_and_no_answer_is_lost(
    cases: Path, run: Run
) -> None:
    """It says so and keeps the answers; carried on, it shows what changed."""
    id_ = latest_debrief(cases)
    with Typist("amend", id_, mode=PLAIN) as first:
        to_worry_before(first)
        ran = run("amend", id_, *PEAK, "--practice", "--no-input")
        first.answer("3")
        first.asked(CHECK)
        first.answer("s")
        first.asked("What is wrong or new")
        first.answer("a slip")
        code = first.ends()
    said = squeezed(first.said())
    kept = peek.drafted(cases)
    with Typist("amend", id_, mode=PLAIN) as again:
        again.asked(MENU, "2 answers kept")
        again.answer("1")
        news = squeezed(again.asked(CHECK))
        again.answer("s")
        again.sees("Next:")
        assert again.ends() == 0

    assert ran.code == 0, ran.err
    assert code == 13
    assert "This debrief was changed in another window." in said
    assert "Nothing was saved over it. Your answers are kept." in said
    assert f"type: inclusion --practice history {id_}." in said
    assert f"To carry on, type: inclusion --practice amend {id_}" in said
    assert kept == {"worry_before": "3", "reason": "a slip"}
    assert "This was changed in another window after you began:" in news
    assert "Worry at its worst: was 7, now 9." in news
    mended = peek.newest(cases, "debrief")
    assert (mended["worry_before"], mended["worry_peak"]) == (3, 9)
    assert not peek.drafts(cases)


def test_what_was_begun_in_a_window_is_thrown_away_by_no_script(
    cases: Path, run: Run
) -> None:
    """A change that was left for later stays when a script changes the same record."""
    id_ = latest_debrief(cases)
    with Typist("amend", id_, mode=PLAIN) as first:
        to_worry_before(first)
        first.answer("3")
        first.asked(CHECK)
        first.answer("l")
        assert first.ends() == 4

    ran = run("amend", id_, *PEAK, "--practice", "--no-input")

    assert ran.code == 0, ran.err
    assert peek.drafted(cases) == {"worry_before": "3"}
