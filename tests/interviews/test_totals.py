"""How many questions there are: it is said where it is known, and never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.values import YES, YES_NO
from inclusion_cli.interviews.gather import gather
from inclusion_cli.interviews.question import Form, Question, choose
from inclusion_cli.interviews.sentences import so_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.asker import Page, Prompt


class Counting:
    """An asker that answers from a script and keeps the totals it was shown."""

    practice = False

    def __init__(self, **typed: str) -> None:
        self.typed, self.opened = typed, -1
        self.totals: list[int] = []
        self.places: list[str] = []

    def open(self, form: Form, total: int, last: str) -> None:
        """Keep what was said at the start."""
        del form, last
        self.opened = total

    def ask(self, prompt: Prompt) -> str:
        """Answer, and keep the total."""
        self.totals.append(prompt.total)
        self.places.append(prompt.place)
        return self.typed[prompt.question.key]

    def check(self, page: Page) -> str:
        """Save."""
        del page
        return "s"

    def tell(self, *lines: str) -> None:
        """Show nothing."""


class Nowhere:
    """A draft that is kept nowhere."""

    def keep(self, key: str, raw: str | None) -> None:
        """Keep nothing."""

    def half(self, key: str, text: str) -> None:
        """Keep nothing."""


def forked(answers: Any) -> Iterator[Question]:
    """Return questions of which one may open another."""
    yield Question("what", "What?", "What")
    yield choose("harm", "Was anybody hurt?", "Hurt", YES_NO)
    if answers.get("harm") == YES:
        yield Question("who", "Who?", "Who")
    yield Question("last", "What else?", "Else")


def asked(form: Form, **typed: str) -> Counting:
    """Return an asker that was through a form."""
    asker = Counting(**typed)
    gather(form, {}, asker, Nowhere())
    return asker


def test_no_total_is_said_before_a_fork() -> None:
    """While an answer to come may open another question nobody knows how many."""
    asker = asked(Form("f", "F", forked), what="a", harm="1", who="b", last="c")

    assert (asker.opened, asker.totals) == (0, [0, 0, 4, 4])


def test_a_form_without_forks_says_its_total_at_once() -> None:
    """There it stays what it was."""

    def straight(_answers: Any) -> Iterator[Question]:
        yield Question("what", "What?", "What")
        yield Question("last", "What else?", "Else")

    asker = asked(Form("f", "F", straight), what="a", last="c")

    assert (asker.opened, asker.totals) == (2, [2, 2])


def test_a_form_with_a_usual_path_says_how_many_are_on_it() -> None:
    """What most days ask is a total that can be told."""
    form = Form("f", "F", forked, usual={"harm": "no"})

    asker = asked(form, what="a", harm="2", last="c")

    assert (asker.opened, asker.totals) == (3, [3, 3, 3])


def test_a_total_that_an_answer_may_change_is_no_promise() -> None:
    """The word stands by the first total and each other one, until none can change."""
    form = Form("f", "F", forked, usual={"harm": "no"})

    calm = asked(form, what="a", harm="2", last="c")
    grave = asked(form, what="a", harm="1", who="b", last="c")
    straight = asked(Form("f", "F", forked), what="a", harm="1", who="b", last="c")

    assert calm.places == ["1 of about 3", "2 of 3", "3 of 3"]
    assert grave.places == ["1 of about 3", "2 of 3", "3 of 4", "4 of 4"]
    assert straight.places == ["1", "2", "3 of 4", "4 of 4"]


def test_how_many_questions_are_to_come_is_said_as_far_as_it_is_known() -> None:
    """Of a usual path about so many; of a straight one so many; else nothing."""
    usual = Form("f", "F", forked, usual={"harm": "no"})

    assert so_many(usual, 3) == "About 3 questions, kept"
    assert so_many(Form("f", "F", forked), 2) == "2 questions, kept"
    assert so_many(Form("f", "F", forked), 0) == "Answers are kept"
