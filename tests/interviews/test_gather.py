"""One way to answers: flags, files and a terminal give the same ones."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.values import Choice, whole
from inclusion_cli.errors import AnswersWrong
from inclusion_cli.interviews.asker import Prompt
from inclusion_cli.interviews.gather import gather
from inclusion_cli.interviews.lines import Plain
from inclusion_cli.interviews.question import Answers, Form, Question, choose_some
from inclusion_cli.interviews.sentences import how
from inclusion_cli.interviews.terminal import Fancy
from inclusion_cli.interviews.tty import ending_well
from tests.interviews.small_form import FORM, OUTCOMES, Typist, typed

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_each_answer_is_kept_before_the_next_is_asked() -> None:
    """What was typed stands in the draft in its exact form."""
    answers, typist = typed("1", "7", "", "s")

    assert answers["how"] == "went"
    assert answers["worry"] == 7
    assert typist.kept == {"how": "went", "worry": "7", "sign.1.text": None}


def test_a_flag_a_file_and_a_key_give_the_same_answers() -> None:
    """However an answer comes, the same question reads it."""
    by_keys, _ = typed("1", "7", "Goes quiet", "2", "", "s")
    given = {"how": "1", "worry": "7", "sign.1.text": "Goes quiet", "sign.1.days": "2"}

    by_file = gather(FORM, given, None, Typist())

    assert by_file == by_keys


def test_without_a_terminal_everything_missing_is_told_at_once() -> None:
    """A script sees every missing flag in one go."""
    with pytest.raises(AnswersWrong) as wrong:
        gather(FORM, {"sign.1.text": "Goes quiet"}, None, Typist())

    assert wrong.value.problems == {
        "how": "How it went: add --how",
        "sign.1.days": "Days: give sign.1.days",
    }


def test_an_answer_that_is_not_asked_is_refused() -> None:
    """An answer that has no place is never dropped in silence."""
    with pytest.raises(AnswersWrong) as wrong:
        gather(FORM, {"how": "went", "why": "Rain"}, None, Typist())

    assert wrong.value.problems == {
        "why": "why: not asked here, given the other answers"
    }


def test_a_wrong_flag_is_told_with_what_was_typed() -> None:
    """A bad value is refused by its name, at a terminal too."""
    with pytest.raises(AnswersWrong) as wrong:
        typed("1", how="1", worry="14")

    assert wrong.value.problems == {
        "worry": "Worry must be from 0 to 10. You typed 14."
    }


def test_enter_alone_never_leaves_out_a_score() -> None:
    """A score is left out by a dash, never by a stray key."""
    answers, typist = typed("1", "", "-", "", "s")

    assert answers["worry"] is None
    assert typist.errors == [
        (
            "This needs an answer. Type a number from 0 to 10."
            " Type a dash if it was not asked."
        ),
    ]


def test_none_and_others_together_is_refused() -> None:
    """0 is none, and none is not one of several."""
    question = choose_some("signs", "Signs?", "Signs", OUTCOMES)

    with pytest.raises(ValueError, match=r"cannot be 0 \(none\) and others at once"):
        question.read("0 1", {})
    assert question.read("0", {}) == ()
    assert question.read("2,1", {}) == ("went", "not")


def test_what_cannot_be_none_is_not_offered_as_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """0 stands in no list where it would be refused."""
    asked = choose_some("signs", "Signs?", "Signs", OUTCOMES, none=False)

    Plain()._show(Prompt(asked, 1, 1))
    Fancy()._show(Prompt(asked, 1, 1))

    assert "None" not in capsys.readouterr().out
    assert "none" not in how(asked)
    with pytest.raises(ValueError, match=r"must be numbers from 1 to 2\. You"):
        asked.read("9", {})


def test_choices_with_commas_in_them_are_joined_with_semicolons() -> None:
    """On the check page two answers are not read as three."""
    choices = (Choice("a", "Past, culture and hurt"), Choice("b", "Capacity"))
    asked = choose_some("more", "More?", "More", choices)

    assert asked.say(("a", "b")) == "Past, culture and hurt; Capacity"


def test_a_terminal_without_termios_is_asked_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows has none: there is nothing to put back, and nothing breaks."""
    monkeypatch.setitem(sys.modules, "termios", None)

    with ending_well():
        asked = True

    assert asked


def test_a_default_that_cannot_be_read_is_told_and_not_tried_again() -> None:
    """A file may offer what a question refuses: that is one sentence, and no loop."""

    def asks(_answers: Answers) -> Iterator[Question]:
        yield Question("held", "How many?", "Held", whole(1, 60), "number", default="0")

    with pytest.raises(AnswersWrong, match="from 1 to 60"):
        gather(Form("loop", "Loop", asks, who="Amina Khan, AK-014"), {}, None, Typist())


def test_sentences_in_a_list_are_joined_without_their_stops() -> None:
    """Each but the last loses its stop, so that no sign stands twice."""
    choices = (Choice("a", "A walk, slowly."), Choice("b", "Tea."))

    assert choose_some("x", "X?", "X", choices).say(("a", "b")) == (
        "A walk, slowly; Tea."
    )
