"""One way to answers: flags, files and a terminal give the same ones."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.values import Choice, whole
from inclusion_cli.errors import AnswersWrong, LeftForLater
from inclusion_cli.interviews.asker import Back, Leave, Page, Prompt, Skip
from inclusion_cli.interviews.gather import gather
from inclusion_cli.interviews.lines import Plain
from inclusion_cli.interviews.question import (
    Answers,
    Form,
    Question,
    choose,
    choose_some,
    rate,
)
from inclusion_cli.interviews.rows import rows
from inclusion_cli.interviews.sentences import how
from inclusion_cli.interviews.terminal import Fancy
from inclusion_cli.interviews.tty import ending_well

if TYPE_CHECKING:
    from collections.abc import Iterator

OUTCOMES = (Choice("went", "It went ahead"), Choice("not", "It did not"))
MOVES = {"<": Back, "-": Skip, "leave": Leave}


def questions(answers: Answers) -> Iterator[Question]:
    """Return a small form with a branch, a score, rows and an extra."""
    yield choose("how", "How did it go?", "How it went", OUTCOMES)
    yield Question(
        "why", "Why not?", "Why not", relevant=lambda a: a.get("how") == "not"
    )
    yield rate(
        "worry",
        "Worry?",
        "Worry",
        relevant=lambda a: a.get("how") == "went",
        required=False,
    )
    yield from rows(answers, "sign", _sign)
    yield Question("note", "Note?", "Note", required=False, extra=True)


def _sign(prefix: str, number: int) -> Iterator[Question]:
    yield Question(f"{prefix}text", "A sign?", f"Sign {number}", required=False)
    yield Question(f"{prefix}days", "Days?", "Days", whole(1, 7), "number")


FORM = Form("small", "Small", questions, who="Amina Khan, AK-014")


class Typist:
    """Type prepared lines; remember what was asked and kept."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.pages: list[Page] = []
        self.kept: dict[str, str | None] = {}
        self.halves: dict[str, str] = {}

    def open(self, form: Form, total: int, last: str) -> None:
        """Show nothing."""

    def tell(self, *lines: str) -> None:
        """Show nothing."""

    def ask(self, prompt: Prompt) -> str:
        """Type the next line."""
        self.asked.append(prompt.question.key)
        if prompt.error:
            self.errors.append(prompt.error)
        return self._next()

    def check(self, page: Page) -> str:
        """Type the next line on the check page."""
        self.pages.append(page)
        return self._next()

    def _next(self) -> str:
        line = self.lines.pop(0)
        if line == "leave":
            raise Leave("half a sent")
        if line in MOVES:
            raise MOVES[line]
        return line

    def keep(self, key: str, raw: str | None) -> None:
        """Remember what was kept."""
        self.kept[key] = raw

    def half(self, key: str, text: str) -> None:
        """Remember a half-typed line."""
        self.halves[key] = text


def typed(*lines: str, **given: str | None) -> tuple[Answers, Typist]:
    """Return the answers of the small form, typed, and who typed them."""
    typist = Typist(*lines)
    return gather(FORM, given, typist, typist), typist


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


def test_none_and_others_together_is_refused() -> None:
    """0 is none, and none is not one of several."""
    question = choose_some("signs", "Signs?", "Signs", OUTCOMES)

    with pytest.raises(ValueError, match=r"cannot be 0 \(none\) and others at once"):
        question.read("0 1", {})
    assert question.read("0", {}) == ()
    assert question.read("2,1", {}) == ("went", "not")


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


def test_sentences_in_a_list_are_joined_without_their_stops() -> None:
    """Each but the last loses its stop, so that no sign stands twice."""
    choices = (Choice("a", "A walk, slowly."), Choice("b", "Tea."))

    assert choose_some("x", "X?", "X", choices).say(("a", "b")) == (
        "A walk, slowly; Tea."
    )
