"""The plug is pulled after every answer: nothing typed is lost, nothing saved twice."""

from __future__ import annotations

import re
import shutil
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.values import capital, counted
from inclusion_cli.store.vault import open_vault
from tests.interviews import peek, scripts
from tests.interviews.conftest import PASSPHRASE
from tests.interviews.screen import CHECK, squeezed
from tests.interviews.side_by_side import Several, Walk, chosen, quietly
from tests.interviews.typist import FANCY, MODES, PLAIN, Typist

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from _pytest.mark import ParameterSet

    from tests.conftest import Run
    from tests.interviews.script import Interview

USUAL = {
    interview.name: FANCY if interview.name in ("plan start", "review") else PLAIN
    for interview in scripts.EVERY
}
"""The mode of the default run; the other one is in the long run."""

OFTEN = ("debrief", "plan add", "review")
"""What takes longest to type: the default run pulls the plug on these."""
_ALWAYS = {("debrief", mode) for mode in MODES} | set(USUAL.items())
WHOLE = "P shows the whole page."


def half_of(interview: Interview) -> int:
    """Return how many answers are half of an interview."""
    return (len(interview.steps) + 1) // 2


def _case(interview: Interview, mode: str, answers: int) -> ParameterSet:
    """Return a case; `answers` is how many are given before the plug is pulled.

    The default run kills a debrief after each one, and others half way through.
    """
    usual = 1 if interview.name == "debrief" else half_of(interview)
    often = interview.name in OFTEN
    always = often and (interview.name, mode) in _ALWAYS and answers == usual
    name = f"{interview.name}-{mode}-{answers}"
    marks = () if always else pytest.mark.long
    return pytest.param(interview, mode, answers, id=name, marks=marks)


PRODUCT = [_case(i, mode, 1) for i in scripts.EVERY for mode in MODES]
PRODUCT += [
    _case(i, USUAL[i.name], half_of(i)) for i in scripts.EVERY if half_of(i) > 1
]


def killed_all_along(interview: Interview, mode: str, answers: int, home: Path) -> Walk:
    """Answer a question or a few in each run of the command, and pull the plug."""
    for words in interview.before:
        quietly(home, *words)
    before = peek.entries(home)
    asked = [*(step.asks for step in interview.steps), CHECK]

    for number in range(0, len(interview.steps), answers):
        with Typist(*interview.words, mode=mode, home=home) as typist:
            yield
            carry_on(typist, number)
            reminder = typist.asked(asked[number])
            assert not number or last_answer(interview, number) in reminder
            for more, step in enumerate(interview.steps[number : number + answers]):
                typist.asked(step.asks)
                typist.answer(step.types)
                typist.sees(asked[number + more + 1])

    with Typist(*interview.words, mode=mode, home=home) as typist:
        yield
        carry_on(typist, len(interview.steps))
        page = whole_page(typist, capital(interview.who))
        for step in interview.steps:
            assert step.on_check_page(mode) in page
        assert peek.entries(home) == before
        typist.answer("s")
        yield
        for step in interview.anew:
            typist.asked(step.asks)
            typist.answer(step.types)
        assert typist.ends() == 0
    assert interview.receipt in squeezed(typist.page())
    assert peek.entries(home) - before == Counter(interview.saves)
    assert peek.drafts(home) == ()


def whole_page(typist: Typist, who: str) -> str:
    """Return the check page; one longer than the screen is there for a P."""
    page = typist.asked(CHECK)
    if WHOLE in page:
        typist.answer("p")
        page = typist.asked(who)
    assert who in page
    return page


def carry_on(typist: Typist, kept: int) -> None:
    """Say yes to carrying on, where answers are kept."""
    if kept:
        typist.asked("Not finished", f"{counted(kept, 'answer')} kept")
        typist.answer("1")


def last_answer(interview: Interview, kept: int) -> str:
    """Return the line that reminds of the last answer."""
    step = interview.steps[kept - 1]
    return squeezed(f"Carrying on. Last answer: {step.short}: {step.says}")


@pytest.fixture(scope="session")
def killed(
    request: pytest.FixtureRequest,
    lived_in: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Several:
    """Return how each interview fares, killed after every answer."""
    cases = dict(chosen(request, "test_killed_after_every_answer_it_goes_on"))

    def begin(name: str) -> Walk:
        home = tmp_path_factory.mktemp("killed") / "home"
        shutil.copytree(lived_in, home)
        return killed_all_along(**cases[name], home=home)

    return Several(cases, begin)


@pytest.mark.check(1)
@pytest.mark.check(12)
@pytest.mark.parametrize(("interview", "mode", "answers"), PRODUCT)
def test_killed_after_every_answer_it_goes_on(
    killed: Several, interview: Interview, mode: str, answers: int
) -> None:
    """Killed at any question, the next run asks it again and knows all before it."""
    killed.told(f"{interview.name}-{mode}-{answers}")


DELAYS = (0.0, 0.001, 0.004, 0.02)
SAVES = [
    pytest.param(i, id=i.name, marks=() if i is scripts.DEBRIEF else pytest.mark.long)
    for i in scripts.EVERY
]


@pytest.mark.check(12)
@pytest.mark.parametrize("delay", DELAYS)
@pytest.mark.parametrize("interview", SAVES)
def test_killed_while_it_saves_all_of_it_is_kept_or_none(
    ready: Callable[[Interview], Path], run: Run, interview: Interview, delay: float
) -> None:
    """From the first byte written to the receipt there is no moment of half a save."""
    home = ready(interview)
    before = peek.entries(home)

    with Typist(*interview.words, mode=PLAIN) as typist:
        for step in interview.steps:
            typist.asked(step.asks)
            typist.answer(step.types)
        typist.asked(CHECK)
        typist.answer("s")
        with writing_begun(home):
            time.sleep(delay)

    saved = peek.entries(home) - before
    left = [len(draft.answers) for draft in peek.drafts(home) if draft.answers]
    if saved:
        assert left == []
        assert Counter(interview.saves) - saved <= Counter({"paper": 1})
    else:
        assert left == [len(interview.steps)]
    assert run("verify", "--practice", "--json").code == 0


@contextmanager
def writing_begun(home: Path) -> Iterator[None]:
    """Wait until the vault's journal stands beside it: a save is under way."""
    journal = home / "practice" / "vault.db-journal"
    end = time.monotonic() + 10
    while not journal.exists() and time.monotonic() < end:
        time.sleep(0.0002)
    yield


@pytest.mark.check(1)
def test_a_set_up_killed_after_every_answer_goes_on(
    unnamed: Path, data_key: bytes
) -> None:
    """Once the vault is there, its owner's answers are kept like any others."""
    asked = ("What is your name", "What is your role", "your service called", "nation")
    typed = ("Sam", "Team lead", "Elm House", "1")

    for number, answer in enumerate(typed):
        with Typist("init", practice=False) as typist:
            unlock(typist, asked[number])
            typist.answer(answer)
            typist.asked((*asked, CHECK)[number + 1])
    with Typist("init", practice=False) as typist:
        unlock(typist, CHECK)
        page = squeezed(" ".join(typist.screen.check_page()))
        typist.answer("s")
        prove(typist)
        assert typist.ends() == 0

    assert "Your name Sam" in page
    assert "Your role Team lead" in page
    assert "Service Elm House" in page
    assert "Nation England" in page
    vault = open_vault(unnamed / "vault", data_key)
    kinds = [kind for (kind,) in vault.connection.execute("SELECT kind FROM entry")]
    drafts = vault.connection.execute("SELECT count(*) FROM draft").fetchone()
    vault.close()
    assert sorted(kinds) == ["service", "worker"]
    assert drafts == (0,)


def unlock(typist: Typist, asked: str) -> None:
    """Type the passphrase, unless this computer still holds the key."""
    typist.asked("")
    if "Passphrase:" in typist.said():
        typist.answer(PASSPHRASE)
    typist.asked(asked)


def prove(typist: Typist) -> None:
    """Type the two groups of the recovery code that are asked for."""
    for _twice in range(2):
        said = typist.asked("Type group")
        code = re.findall(r"(?:[0-9A-Z]{4,}-)+[0-9A-Z]{4,}", typist.page())
        groups = "-".join(code).split("-")
        number = int(re.findall(r"Type group (\d+)", said)[-1])
        typist.answer(groups[number - 1])
