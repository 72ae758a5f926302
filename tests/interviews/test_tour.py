"""The tour: one debrief at a real terminal, walked, left, carried on, done again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.interviews import peek
from tests.interviews.screen import CHECK, squeezed, widest
from tests.interviews.typist import FANCY, LEAVE, PLAIN, Typist, fancy_first

if TYPE_CHECKING:
    from pathlib import Path

TOUR = ("demo", "--tour")
GOES_ON = "Enter goes on."
MENU = "What now?"
AFTER = "Worry after"
SAVE = "save for Robin Practice, PR-001"
TAKE_BACK = "Take it back?"
CARRIES_ON = "To carry on, type: inclusion demo --tour"
SHOWN = {"1 of 4. Home", "2 of 4. A debrief", "3 of 4. The receipt", "4 of 4. Taking"}
Way = tuple[tuple[str, str], ...]

TO_AFTER: Way = (
    (GOES_ON, ""),
    ("We take the debrief.", ""),
    ("Who?", "1"),
    ("How did it go?", "1"),
    ("own worry before", "5"),
    ("Worry at its worst", "6"),
)
"""Up to the question where the tour shows how to leave."""
TO_CHECK: Way = (
    (AFTER, "4"),
    ("Did it happen", "1"),
    ("Which signs were seen?", "0"),
    ("Since last time, any of these?", "0"),
    ("What did Robin say?", "They talked about glue again."),
)
TO_TAKE_BACK: Way = ((SAVE, "s"), (GOES_ON, ""))
WORDS_AT_MOST = {FANCY: 900, PLAIN: 1_050}
"""A new worker reads about 250 words a minute, and types 20 short answers."""


def walk(typist: Typist, way: Way) -> None:
    """Wait for each question, and answer it."""
    for asks, types in way:
        typist.asked(asks)
        typist.answer(types)


def leave_and_come_back(typist: Typist) -> None:
    """Do what the tour proposes: Ctrl+D, and carry on."""
    typist.asked(AFTER)
    typist.type(LEAVE)
    typist.asked("3 answers kept", "home brings you back", GOES_ON)
    typist.answer("")
    typist.asked(MENU)
    typist.answer("1")


def words_to_read(page: str) -> int:
    """Return how many words were shown, without what was typed and list numbers."""
    lines = (line for line in page.splitlines() if not line.startswith(">"))
    words = " ".join(re.sub(r"^ *\d+\.? ", "", line) for line in lines).split()
    return sum(word[0].isalnum() or word[-1].isalnum() for word in words)


@fancy_first
def test_the_tour_is_walked_to_its_end_in_5_minutes(cases: Path, mode: str) -> None:
    """Four parts; the practice session is back as it was; about 900 words to read."""
    before = peek.entries(cases)

    with Typist(*TOUR, mode=mode, home=cases) as typist:
        walk(typist, TO_AFTER)
        leave_and_come_back(typist)
        walk(typist, (*TO_CHECK, *TO_TAKE_BACK))
        typist.asked(TAKE_BACK)
        typist.answer("1")
        assert typist.ends() == 0
        page = typist.page()
        assert typist.left_as_found()

    shown = squeezed(page)
    assert all(part in shown for part in SHOWN)
    assert "Worry at its worst: Robin thought 7, you thought 6, it was 6." in shown
    assert words_to_read(page) <= WORDS_AT_MOST[mode]
    said = re.findall(r"Tour: ([^.]+\.)", shown)
    assert len(said) > 5
    assert len(said) == len(set(said))  # a line is said once, also after coming back
    left = peek.entries(cases)
    assert left["debrief"] == before["debrief"] + 1  # taken back, and still in the log
    assert peek.drafts(cases) == ()


def test_the_tour_is_left_half_way_and_the_same_command_carries_it_on(
    cases: Path,
) -> None:
    """Ctrl+D twice leaves it, exit 4; then it begins where it was left."""
    with Typist(*TOUR, home=cases) as typist:
        walk(typist, TO_AFTER)
        typist.asked(AFTER)
        typist.type(LEAVE)
        typist.asked(GOES_ON)
        typist.type(LEAVE)
        assert typist.ends() == 4
        assert CARRIES_ON in squeezed(typist.page())

    with Typist(*TOUR, home=cases) as typist:
        typist.asked("Welcome back.", "2 of 4. A debrief", "3 answers kept", MENU)
        assert "1 of 4. Home" not in typist.page()
        typist.answer("1")
        walk(typist, TO_CHECK)
        typist.asked(CHECK, "They talked about glue again.")


def test_ctrl_d_anywhere_else_leaves_the_tour(cases: Path) -> None:
    """The header says so, and only one question asks to be left for a moment."""
    with Typist(*TOUR, home=cases) as typist:
        walk(typist, TO_AFTER[:-1])
        typist.asked("Worry at its worst")
        typist.type(LEAVE)
        assert typist.ends() == 4
        assert CARRIES_ON in squeezed(typist.page())


@fancy_first
def test_the_plug_is_pulled_and_the_same_command_carries_it_on(
    cases: Path, mode: str
) -> None:
    """Nothing that was answered is asked again."""
    with Typist(*TOUR, mode=mode, home=cases) as typist:
        walk(typist, TO_AFTER)
        typist.asked(AFTER)
        typist.kill()
    answered = peek.drafted(cases)

    with Typist(*TOUR, mode=mode, home=cases) as typist:
        typist.asked("Welcome back.", MENU)
        typist.answer("1")
        typist.asked("Last answer: Worry at its worst: 6", AFTER)
        page = squeezed(typist.page())

    assert {"5", "6"} < set(answered.values())
    assert peek.drafted(cases) == answered
    assert all(asks not in page for asks, _types in TO_AFTER[3:5])


def test_the_plug_is_pulled_at_the_receipt_and_only_taking_back_is_left(
    cases: Path,
) -> None:
    """What was saved is saved, and is not asked for a second time."""
    before = peek.debriefs(cases)

    with Typist(*TOUR, home=cases) as typist:
        walk(typist, (*TO_AFTER, *TO_CHECK))
        walk(typist, ((SAVE, "s"),))
        typist.asked("3 of 4. The receipt", GOES_ON)
        typist.kill()
    assert peek.debriefs(cases) == before + 1

    with Typist(*TOUR, home=cases) as typist:
        typist.asked("Welcome back.", "4 of 4. Taking it back", TAKE_BACK)
        typist.answer("1")
        assert typist.ends() == 0
        assert SAVE not in squeezed(typist.page())

    assert peek.debriefs(cases) == before
    assert peek.drafts(cases) == ()


@pytest.mark.long
def test_no_keeps_what_was_saved_and_the_tour_can_be_done_again(cases: Path) -> None:
    """No, then the same command: it is at the taking back; Yes begins it anew."""
    with Typist(*TOUR, home=cases) as typist:
        walk(typist, (*TO_AFTER, *TO_CHECK, *TO_TAKE_BACK))
        typist.asked(TAKE_BACK)
        typist.answer("2")
        assert typist.ends() == 0
        assert "inclusion" in typist.said()

    with Typist(*TOUR, home=cases) as typist:
        typist.asked("Welcome back.", TAKE_BACK)
        typist.answer("1")
        assert typist.ends() == 0

    with Typist(*TOUR, home=cases) as typist:
        typist.asked("1 of 4. Home", GOES_ON)


@pytest.mark.long
def test_a_tour_after_more_was_saved_says_how_to_put_it_back(cases: Path) -> None:
    """No session waits: one clear sentence, exit 11, and nothing is changed."""
    with Typist(*TOUR, home=cases) as typist:
        walk(typist, (*TO_AFTER, *TO_CHECK, *TO_TAKE_BACK))
        typist.asked(TAKE_BACK)
        typist.answer("2")
        assert typist.ends() == 0
    night = ("--seen", "sleep", "--morning", "2026-11-18", "--slept", "7")
    with Typist("observe", "PR-001", *night, "--no-input", home=cases) as typist:
        assert typist.ends() == 0
    before = peek.entries(cases)

    with Typist(*TOUR, home=cases) as typist:
        assert typist.ends() == 11
        said = squeezed(typist.page())

    assert "No session waits for a debrief in the practice vault." in said
    assert "inclusion demo --reset --tour" in said
    assert peek.entries(cases) == before


@pytest.mark.check(18)
@fancy_first
def test_the_tour_is_whole_in_40_columns(cases: Path, mode: str) -> None:
    """No line runs over, in either way of asking."""
    with Typist(*TOUR, mode=mode, size=(40, 20), home=cases) as typist:
        walk(typist, TO_AFTER)
        leave_and_come_back(typist)
        walk(typist, (*TO_CHECK, *TO_TAKE_BACK))
        typist.asked(TAKE_BACK)
        assert widest(typist.raw) <= 40


def test_a_question_mark_helps_on_the_tour_too(cases: Path) -> None:
    """The questions are the real ones: help, and one back, as the tour says."""
    with Typist(*TOUR, mode=FANCY, home=cases) as typist:
        walk(typist, TO_AFTER[:3])
        typist.asked("How did it go?")
        typist.answer("?")
        typist.asked("Ctrl+D")
        typist.answer("1")
        typist.asked("own worry before")
        assert peek.drafted(cases)  # kept: one back takes nothing away
        typist.answer("<")
        again = typist.asked("How did it go?")

    assert "own worry before" not in again
