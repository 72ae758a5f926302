"""What is refused is told in a sentence, and help says how to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.values import YES_NO, Choice, whole
from inclusion_cli.interviews import review, sentences
from inclusion_cli.interviews.asker import Prompt
from inclusion_cli.interviews.lines import Plain
from inclusion_cli.interviews.question import Form, Question, choose, choose_some, rate
from inclusion_cli.interviews.walk import walk
from tests.conftest import NOW
from tests.interviews import peek
from tests.interviews.script import MENU, TO_WORDS
from tests.interviews.typist import BACK, FANCY, LEAVE, Typist

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = choose("trigger", "Which situation is it for?", "It is for", YES_NO)
WORRY = rate("worry", "Worry before?", "Worry before", required=False, hint="0 is none")
WHY = Question("why", "Why?", "Why", whole(1, 2), "text")
MET = choose_some("met", "Which?", "It meets", (Choice("a", "A bus"),))


@pytest.mark.parametrize(
    ("question", "typed", "told"),
    [
        (ABOUT, "9", "The answer must be a number from 1 to 2. You typed 9."),
        (WORRY, "11", "Worry before must be from 0 to 10. You typed 11."),
        (WHY, "3", "The answer must be from 1 to 2."),
        (MET, "2", "The answer must be 1, or 0 for none. You typed 2."),
    ],
)
def test_a_refusal_is_a_sentence_whatever_the_label(
    question: Question, typed: str, told: str
) -> None:
    """A heading such as "It is for" is never made the subject of a sentence."""
    with pytest.raises(ValueError, match=r".") as refused:
        question.read(typed, {})

    assert str(refused.value) == told


def test_among_others_a_refusal_says_which_answer_it_is() -> None:
    """In a list of problems each line begins with the answer it is about."""
    told = "The answer must be from 1 to 2."

    assert sentences.in_a_list(WHY, told) == "Why: the answer must be from 1 to 2."
    named = "Worry before must be from 0 to 10."
    assert sentences.in_a_list(WORRY, named) == named


def test_a_question_may_have_words_of_its_own() -> None:
    """What a question says itself is said."""
    own: dict[str, Any] = {"named": "The situation", "needed": "Say which one."}
    question = Question("a", "For?", "It is for", whole(1, 2), "number", **own)

    with pytest.raises(ValueError, match=r"^The situation must be from 1 to 2\."):
        question.read("3", {})
    assert sentences.needed(question) == "Say which one."


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (WORRY, ["0 is none", "Type a number from 0 to 10.", "A dash skips it."]),
        (
            choose("a", "A?", "A", (Choice("b", "Bus"), *YES_NO)),
            ["a number from 1 to 3.", "cannot be skipped."],
        ),
        (MET, ["Type 1, or 0 for none."]),
    ],
)
def test_help_says_what_it_means_and_how_to_answer_or_skip_it(
    question: Question, told: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """`?` is help with this question, and the keys come after that."""
    Plain()._help(Prompt(question, 1, 3))

    said = capsys.readouterr().out
    places = [said.index(line) for line in [*told, "Less-than sign"]]
    assert places == sorted(places)


def test_a_refused_sentence_stands_on_the_line_again(cases: Path) -> None:
    """A reason that is too short is written on, not typed anew."""
    given = {"ready": "yes", "wish": "To sit nearer", "decision": "progress"}
    peek.keep(cases, "review", given)

    with Typist("review", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("Why is this right now")
        typist.answer("Robin is")
        typist.asked("Error:", "> Robin is")
        typist.answer(" sure of it, and so are we")
        typist.asked("Who agreed this with you")

    assert peek.drafted(cases)["why"] == "Robin is sure of it, and so are we"


def test_a_wish_to_go_faster_names_the_way_to_weigh_it(cases: Path) -> None:
    """It is no refusal: the command that weighs it stands above the question why."""
    given = {"ready": "yes", "wish": "To sit nearer", "decision": "progress"}
    peek.keep(cases, "review", given)

    with Typist("review", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("wants to go faster", "--practice decide-risk PR-001", "Why is")
        typist.type(LEAVE)
        assert typist.ends() == 4


def test_a_refused_word_waits_in_no_line(cases: Path) -> None:
    """A slip that was refused is gone on the spot, and after leaving, too."""
    peek.keep(
        cases, "review", {"ready": "yes", "wish": "To sit", "decision": "progress"}
    )

    with Typist("review", "PR-001", mode=FANCY) as typist:
        typist.asked(MENU)
        typist.answer("1")
        typist.asked("Why is this right now")
        typist.answer("s")
        typist.asked("Error:")
        line = typist.screen.line()
        typist.answer("Robin is")
        typist.asked("Error:", "> Robin is")
        typist.type(LEAVE)
        assert typist.ends() == 4

    assert line.strip() == ">"
    assert peek.half(cases) == {}


def test_going_back_to_a_short_answer_starts_on_an_empty_line(cases: Path) -> None:
    """What stands is said, and is not glued to what is typed in its place."""
    with Typist("person", "add", mode=FANCY) as typist:
        typist.asked("What is their full name")
        typist.answer("The Green House")
        typist.asked("What do they like to be called")
        typist.type(BACK)
        typist.asked("What is their full name", "Enter keeps: The Green House")
        typist.answer("Billie Doyle")
        typist.asked("What do they like to be called")

    assert peek.drafted(cases)["name"] == "Billie Doyle"


def test_a_draft_without_an_answer_begins_anew_unasked(cases: Path) -> None:
    """With nothing kept there is nothing to carry on, or to throw away."""
    del cases
    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked("How did it go")
        typist.type(LEAVE)
        assert typist.ends() == 4

    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        said = typist.asked("How did it go")

    assert "Not finished" not in said


def test_a_line_taken_away_again_leaves_no_draft_on_home(cases: Path) -> None:
    """A few letters that were deleted are not "0 of 3 answered" the day after."""
    with Typist("person", "add", mode=FANCY) as typist:
        typist.asked("What is their full name")
        typist.type("Bil")
        typist.sees("Bil")
        typist.idle(0.2)
        typist.type("\x7f\x7f\x7f\x04")
        assert typist.ends() == 4
    with Typist() as typist:
        home = typist.asked("Type a number to open it")

    assert peek.half(cases) == {}
    assert "Pick up where you left off" not in home


def test_a_sentence_that_was_begun_is_called_that(cases: Path) -> None:
    """A line that was not sent is no answer, and is not counted as one of none."""
    with Typist("debrief", "PR-001", mode=FANCY) as typist:
        typist.asked("How did it go")
        typist.type("2\x04")
        assert typist.ends() == 4
    peek.keep(cases, "debrief", {})
    with Typist("person", "add", mode=FANCY) as typist:
        typist.asked("What is their full name")
        typist.type("Billie D\x04")
        assert typist.ends() == 4
    with Typist() as typist:
        home = typist.asked("Type a number to open it")

    left_off = home.partition("To do today")[0]
    assert "A line was begun, and is kept." in left_off
    assert "0 of" not in left_off
    assert "Debrief" not in left_off.partition("Pick up where you left off")[2]


def test_back_at_the_passphrase_is_back_to_the_folder(own_home: Path) -> None:
    """Setting up is one walk: Shift+Tab goes back a question there, too."""
    with Typist("init", practice=False, mode=FANCY) as typist:
        typist.asked("Do you use a screen reader")
        typist.answer("2")
        typist.asked("In which folder")
        typist.answer("")
        typist.asked("Which passphrase?")
        typist.type(BACK)
        typist.asked("In which folder")
        typist.type(BACK)
        typist.asked("Do you use a screen reader")
        typist.answer("2")
        typist.asked("In which folder")
        typist.answer("")
        typist.asked("Which passphrase?")
        typist.answer("1")
        typist.asked("Type the five words:")
        typist.answer(BACK)
        typist.asked("Which passphrase?")

    assert not (own_home / "vault").exists()


def test_the_kept_draft_of_words_is_still_there(cases: Path) -> None:
    """What was answered counts, and is on home with how many."""
    peek.keep(cases, "debrief", TO_WORDS)

    with Typist() as typist:
        home = typist.asked("Type a number to open it")

    assert "7 of about 8 answered" in home


def test_a_choice_a_no_stands_against_is_marked_where_it_is_offered() -> None:
    """Nobody is offered, without a word, what is then refused."""
    it = review.About(NOW, "Amina")
    form = Form("review", "Review", lambda answers: review.questions(it, answers))

    walked = walk(form, {"ready": "no", "wish": "To rest"})

    (decision,) = [q for q in walked.asked if q.key == "decision"]
    labels = {choice.key: choice.label for choice in decision.choices}
    assert labels["progress"] == "Progress: waits, as Amina says no"
    assert labels["hold"] == "Hold"
