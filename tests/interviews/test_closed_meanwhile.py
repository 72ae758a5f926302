"""A file that another window closes while a form about it is being answered.

It walks every interview about a person, so that a new one is tried as it is there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.casework.person import close_person
from inclusion_cli.clock import Clock
from inclusion_cli.domain.person import Person
from inclusion_cli.store.work import Work
from tests.conftest import NOW
from tests.interviews import peek, scripts
from tests.interviews.by_lines import Script, walked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run
    from tests.interviews.script import Interview

CODE = re.compile(r"[A-Z]{2}-\d{3}")
KNOWN = "what happened, or became known, is kept whenever it is told"
ENDS = "it ends, answers or calls back what was begun"
PAPER = "it shows what stands, and plans nothing"
TAKEN = {
    **dict.fromkeys(
        (
            *("audit read", "concern add", "concern review", "debrief"),
            *("decide-risk outcome", "disclosure add", "disclosure finish"),
            *("formulate read", "incident add", "incident raise", "incident review"),
            *("measure add", "measure add dialog", "measure add goal"),
            *("money request", "observe", "reply", "usual debrief"),
        ),
        KNOWN,
    ),
    **dict.fromkeys(
        (
            *("action add", "action check", "action done", "audit act"),
            *("card returned", "concern close", "concern decide", "consent withdraw"),
            *("disclosure recalled", "event look", "incident call", "incident close"),
            "money look",
        ),
        ENDS,
    ),
    **dict.fromkeys(
        (
            *("dashboard", "pack continuity", "pack my-record", "pack safeguarding"),
            "trace paper",
        ),
        PAPER,
    ),
}
"""What a closed file takes, and why; every other form is refused as it is saved."""
ABOUT = [i for i in (*scripts.EVERY, scripts.USUAL) if CODE.search(i.who)]


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("interview", [pytest.param(i, id=i.name) for i in ABOUT])
def test_no_form_gets_round_a_file_that_was_closed_meanwhile(
    run: Run, ready: Callable[[Interview], Path], interview: Interview
) -> None:
    """What plans is refused in the transaction that saves it; the rest is named."""
    home = ready(interview)
    before: list[int] = []

    def close_it(_page: object) -> str:
        if not before:
            closed(home, CODE.search(interview.who))
            before.append(sum(peek.entries(home).values()))
        return "s"

    ran, _sitting = walked(run, interview.words, Script(interview), close_it)

    assert before, "it has no check page"
    if interview.name in TAKEN:
        assert ran.code == 0, ran.err
    else:
        assert ran.code in (3, 13), (ran.code, ran.out[-400:], ran.err)
        assert sum(peek.entries(home).values()) == before[0]


def closed(home: Path, code: re.Match[str] | None) -> None:
    """Close a file, as another window does."""
    assert code
    with peek.opened(home) as vault, Work(vault, Clock(NOW), "sam") as work:
        kept = next(k for k in work.all(Person) if k.record.code == code[0])
        close_person(work, kept, {"closed_on": NOW.date(), "because": "moved"})


def test_what_a_closed_file_takes_is_a_form() -> None:
    """No name is left on the list of what is taken when its form is gone."""
    assert TAKEN.keys() <= {interview.name for interview in ABOUT}
