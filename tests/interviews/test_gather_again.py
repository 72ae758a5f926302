"""Answers gone back to: from the check page, from a draft, or one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.errors import LeftForLater
from inclusion_cli.interviews.gather import gather
from tests.interviews.small_form import FORM, Typist, typed

if TYPE_CHECKING:
    from inclusion_cli.interviews.question import Form


def test_what_stops_being_asked_is_left_out_of_the_save() -> None:
    """Going back and choosing otherwise takes the other branch's answers along."""
    answers, typist = typed("2", "Rain", "<", "<", "1", "6", "", "s")

    assert "why" not in answers
    assert typist.kept["why"] == "Rain"
    assert [short for short, _said in typist.pages[-1].lines] == [
        "How it went",
        "Worry",
        "Sign 1",
    ]


def test_back_to_the_first_and_enter_to_the_end_changes_nothing() -> None:
    """Looking back over answers keeps them all."""
    straight, _ = typed("1", "7", "Goes quiet", "2", "", "s")

    back, _ = typed(
        "1",
        "7",
        "Goes quiet",
        "2",
        "<",
        "<",
        "<",
        "<",
        "",
        "",
        "Goes quiet",
        "",
        "",
        "s",
    )

    assert back == straight


def test_a_line_changed_from_the_check_page_comes_straight_back() -> None:
    """One bad try first, and still only that line is asked."""
    answers, typist = typed("1", "7", "", "2", "11", "3", "s")

    assert answers["worry"] == 3
    assert typist.asked[-2:] == ["worry", "worry"]
    assert len(typist.pages) == 2


def test_extras_are_asked_only_when_more_is_added() -> None:
    """The usual path stays short."""
    answers, typist = typed("1", "7", "", "a", "A heron", "s")

    assert answers["note"] == "A heron"
    assert typist.pages[0].more


def test_nonsense_on_the_check_page_saves_nothing() -> None:
    """Only s saves."""
    _answers, typist = typed("1", "7", "", "", "99", "yes", "s")

    assert [page.error for page in typist.pages] == [
        "",
        *["Type S to save, A to add more, L to leave, or a number from 1 to 3."] * 3,
    ]


def test_leaving_keeps_the_half_typed_line() -> None:
    """What stood on the line is there when it is carried on."""
    typist = Typist("1", "7", "leave")

    with pytest.raises(LeftForLater):
        gather(FORM, {}, typist, typist)

    assert typist.halves == {"sign.1.text": "half a sent"}


def test_a_half_typed_score_is_typed_anew() -> None:
    """A number that was begun waits in no line: the next one would be glued to it."""
    typist = Typist("1", "leave")

    with pytest.raises(LeftForLater):
        gather(FORM, {}, typist, typist)

    assert typist.halves == {}


def test_a_draft_of_an_older_form_keeps_what_still_reads() -> None:
    """Known keys stay, the rest is asked again, nothing crashes."""
    typist = Typist("8", "", "s")
    drafted = {"how": "went", "worry": "very", "mood": "good"}

    answers = gather(FORM, {}, typist, typist, drafted=drafted)

    assert answers == {
        "how": "went",
        "worry": 8,
        "sign.1.text": None,
        "note": None,
    }


def test_a_row_can_be_dropped_from_the_middle() -> None:
    """Dropping one row leaves the rows after it where they are."""
    known = {
        "how": "went", "worry": "5",
        "sign.1.text": "a", "sign.1.days": "1",
        "sign.2.text": None,
        "sign.3.text": "c", "sign.3.days": "3",
    }  # fmt: skip

    answers = gather(FORM, known, None, Typist())

    assert answers["sign.2.text"] is None
    assert answers["sign.3.days"] == 3
    assert "sign.2.days" not in answers


def test_a_line_that_is_emptied_is_taken_away() -> None:
    """Going back to a long optional answer and wiping the line leaves it unanswered."""
    long = "goes quiet, and looks at the door time after time"
    drafted = {"how": "went", "worry": "3", "sign.1.text": long, "sign.1.days": "2"}
    typist = Typist("3", "", "s")

    found = gather(FORM, {}, typist, typist, drafted={**drafted, "sign.2.text": None})

    assert found["sign.1.text"] is None


def test_a_short_answer_is_kept_by_enter_and_taken_away_by_a_dash() -> None:
    """What is short is not put on the line, where new letters would be glued to it."""
    signs = {"sign.1.text": "quiet", "sign.1.days": "2", "sign.2.text": None}
    drafted = {"how": "went", "worry": "3", **signs}

    kept = gather(FORM, {}, it := Typist("3", "", "s"), it, drafted=drafted)
    gone = gather(FORM, {}, it := Typist("3", "-", "s"), it, drafted=drafted)

    assert kept["sign.1.text"] == "quiet"
    assert gone["sign.1.text"] is None


def test_what_a_flag_gave_is_no_carrying_on() -> None:
    """Only an interview that was left is carried on; flags are answers, too."""
    opened: list[str] = []

    class Watching(Typist):
        def open(self, form: Form, total: int, last: str) -> None:
            opened.append(last)
            super().open(form, total, last)

    for drafted in (None, {"how": "went"}):
        typist = Watching("leave")
        with pytest.raises(LeftForLater):
            gather(FORM, {"how": "went"}, typist, typist, drafted=drafted)

    assert opened == ["", "How it went: It went ahead"]
