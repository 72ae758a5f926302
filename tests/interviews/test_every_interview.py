"""What holds for every interview there is, walked by lines in this process.

Each interview is walked once in every run, and what that walk shows is looked at. Four
sweeps walk them again, with slips, leaving, going back or changing each line. In every
run such a sweep takes the interviews of each day and a quarter of the others, another
quarter each: all are gone through by one sweep. `-m long` takes all the rest.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.values import counted
from inclusion_cli.interviews.asker import Leave, Page
from tests.interviews import scripts
from tests.interviews.by_lines import Script, walked
from tests.interviews.screen import squeezed

if TYPE_CHECKING:
    from _pytest.mark.structures import ParameterSet

    from inclusion_cli.interviews.asker import Prompt
    from inclusion_cli.interviews.question import Question
    from tests.conftest import Ran, Run
    from tests.interviews.by_lines import Sitting
    from tests.interviews.script import Interview

pytestmark = pytest.mark.usefixtures("cases", "elsewhere")
EVERY = [pytest.param(i, id=i.name) for i in (*scripts.EVERY, scripts.USUAL)]
DAILY = ("debrief", "usual debrief", "review", "card print", "observe", "incident add")
SWEEPS = 4


def a_quarter(sweep: int) -> list[ParameterSet]:
    """Return every interview for a sweep; most of them are for the long run."""
    return [
        pytest.param(
            one,
            id=one.name,
            marks=()
            if one.name in DAILY or number % SWEEPS == sweep % SWEEPS
            else pytest.mark.long,
        )
        for number, one in enumerate((*scripts.EVERY, scripts.USUAL))
    ]


BAD = {
    "score": ("11", "-1", "4.5", "ten"),
    "choice": ("99", "x y z"),
    "choices": ("99", "0,1"),
    "day": ("blursday", "31/02", "next friday"),
    "when": ("blursday 2pm", "half 2", "2-3pm"),
    "days": ("blursday",),
    "number": ("-1", "4.5", "ten"),
}
"""What is no answer of a kind, whatever is asked."""


class Careless(Script):
    """Press Enter alone and type slips at each question before it is answered."""

    def __init__(self, interview: Interview) -> None:
        super().__init__(interview)
        self.told: dict[str, list[tuple[str, str]]] = {}
        self._last = ""
        self._slips: dict[str, list[str]] = {}

    def __call__(self, prompt: Prompt) -> str:
        """Return the next slip at a question, or its answer; note what was told."""
        question = prompt.question
        slips = self._slips.setdefault(question.key, self._of(prompt))
        if prompt.error:
            told = self.told.setdefault(question.key, [])
            told.append((self._last, prompt.complaint))
        self._last = slips.pop(0) if slips else super().__call__(prompt)
        return self._last

    @staticmethod
    def _of(prompt: Prompt) -> list[str]:
        question = prompt.question
        return [*([""] if must_be_typed(prompt) else []), *BAD.get(question.kind, ())]


def must_be_typed(prompt: Prompt) -> bool:
    """Say whether Enter alone must not go on from a question."""
    question: Question = prompt.question
    stands = prompt.keeps or prompt.prefill
    return not stands and (question.required or question.explicit)


_WALKED: dict[str, tuple[Ran, Sitting]] = {}


def simply(run: Run, interview: Interview) -> tuple[Ran, Sitting]:
    """Return an interview answered by its script and saved, walked once for all."""
    if interview.name not in _WALKED:
        ready(run, interview)
        _WALKED[interview.name] = walked(run, interview.words, Script(interview))
    return _WALKED[interview.name]


def ready(run: Run, interview: Interview) -> None:
    """Make the practice vault ready for an interview."""
    for words in interview.before:
        ran = run(*words, "--practice", "--no-input")
        assert ran.code == 0, ran.err


@pytest.mark.check(9)
@pytest.mark.check(10)
@pytest.mark.check(11)
@pytest.mark.parametrize("interview", a_quarter(0))
def test_a_slip_is_no_answer_at_any_question(run: Run, interview: Interview) -> None:
    """Enter alone, a number too high, half a score, a day that is none: asked again."""
    ready(run, interview)
    careless = Careless(interview)

    ran, sitting = walked(run, interview.words, careless)

    assert ran.code == 0, ran.err
    for prompt in sitting.asked:
        question = prompt.question
        told = careless.told.get(question.key, [])
        slips = [typed for typed, _said in told]
        assert slips == Careless._of(first(sitting, question.key)), question.label
        for typed, said in told:
            assert said.startswith("Error: ")
            assert not typed or typed in said, said
    assert interview.receipt in squeezed(ran.out)


def first(sitting: Sitting, key: str) -> Prompt:
    """Return a question as it was asked the first time."""
    return next(p for p in sitting.asked if p.question.key == key)


@pytest.mark.check(9)
@pytest.mark.parametrize("interview", EVERY)
def test_nothing_that_matters_is_offered_to_enter(
    run: Run, interview: Interview
) -> None:
    """A grave question, a score and a choice of signs have no answer laid ready."""
    _ran, sitting = simply(run, interview)

    for prompt in sitting.asked:
        question = prompt.question
        if question.grave or question.kind == "score":
            assert not prompt.keeps, question.label
            assert not prompt.prefill, question.label


@pytest.mark.check(5)
@pytest.mark.parametrize("interview", EVERY)
def test_the_check_page_says_each_answer_as_its_script_does(
    run: Run, interview: Interview
) -> None:
    """What is typed stands there in words; the long walks at a terminal rest on it."""
    _ran, sitting = simply(run, interview)

    lines = [squeezed(f"{short}: {said}") for short, said in sitting.pages[-1].lines]
    missing = [
        line
        for step in interview.steps
        if (line := step.on_check_page("plain")) not in lines
    ]
    assert missing == [], lines


@pytest.mark.check(1)
@pytest.mark.check(3)
@pytest.mark.parametrize("interview", a_quarter(1))
def test_left_at_its_last_question_it_goes_on_from_there(
    run: Run, interview: Interview
) -> None:
    """Each form says what is kept and how to carry on; then it asks the one left."""
    ready(run, interview)
    script = Script(interview)
    last = len(interview.steps)

    def leaving(prompt: Prompt) -> str:
        if len(sitting) == last - 1:
            raise Leave
        sitting.append(prompt.question.key)
        return script(prompt)

    def resuming(prompt: Prompt) -> str:
        return "1" if prompt.question.key == "resume" else script(prompt)

    sitting: list[str] = []
    stopped, _walk = walked(run, interview.words, leaving)
    carried_on, walk = walked(run, interview.words, resuming)

    kept = counted(last - 1, "answer")
    command = re.escape(" ".join(interview.words[:2]))
    assert stopped.code == 4
    assert stopped.err.startswith(f"Stopped. {kept} kept for {interview.who}.")
    assert re.search(
        rf"To carry on, type:\s+inclusion --practice {command}", stopped.err
    )
    assert carried_on.code == 0, carried_on.err
    asked = [p.question.key for p in walk.asked if p.question.key != "resume"]
    assert len(asked) == max(1, len(interview.anew))
    assert walk.pages[-1].who == interview.who


@pytest.mark.check(4)
@pytest.mark.parametrize("interview", a_quarter(2))
def test_back_to_the_first_and_enter_to_the_end_changes_nothing(
    run: Run, interview: Interview
) -> None:
    """From the check page back to the first question and on: the page is the same."""
    ready(run, interview)
    script, pages = Script(interview), list[Page]()
    way: list[str] = []  # the questions gone back over

    def reply(prompt: Prompt) -> str:
        key = prompt.question.key
        if not pages:
            return script(prompt)
        if way[-1:] == [key] or "" in way:  # the first one, asked again; or after it
            way.append("")
            return ""
        way.append(key)
        return "<"

    def once_back(page: Page) -> str:
        pages.append(page)
        return "<" if len(pages) == 1 else "s"

    ran, sitting = walked(run, interview.words, reply, once_back)

    assert ran.code == 0, ran.err
    assert len(way) >= len(sitting.typed)
    assert len(pages) == 2
    assert pages[0] == pages[1]


@pytest.mark.check(5)
@pytest.mark.parametrize("interview", a_quarter(3))
def test_each_line_of_the_check_page_can_be_gone_over(
    run: Run, interview: Interview
) -> None:
    """Each number asks its question, slips and all, and comes back to the page."""
    ready(run, interview)
    script, pages = Script(interview), list[Page]()
    slipped: set[str] = set()

    def reply(prompt: Prompt) -> str:
        slips = BAD.get(prompt.question.kind, ())
        if pages and slips and prompt.question.key not in slipped:
            slipped.add(prompt.question.key)
            return slips[0]
        stands = prompt.keeps or prompt.prefill
        if pages and (stands or not script.knows(prompt)):
            return ""
        return script(prompt)

    def next_line(page: Page) -> str:
        pages.append(page)
        return "s" if len(pages) > len(page.lines) else str(len(pages))

    ran, _sitting = walked(run, interview.words, reply, next_line)

    assert ran.code == 0, ran.err
    assert len(pages) == len(pages[0].lines) + 1
    assert {page.lines for page in pages} == {pages[0].lines}


@pytest.mark.check(20)
@pytest.mark.parametrize("interview", EVERY)
def test_a_success_names_what_changed_and_one_next_command(
    run: Run, interview: Interview
) -> None:
    """The end of every interview says for whom it was saved, and what comes next."""
    ran, _sitting = simply(run, interview)

    receipt = receipt_of(ran)
    assert interview.receipt in receipt
    assert receipt.count("Next: inclusion --practice") == 1


def receipt_of(ran: Ran) -> str:
    """Return what was said after the check page."""
    return squeezed(ran.out.rpartition("L to leave.")[2])
