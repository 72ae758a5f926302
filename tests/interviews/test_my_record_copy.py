"""The person's own copy, asked for at the terminal: what may stay in can be judged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.interviews.by_lines import walked
from tests.interviews.screen import squeezed
from tests.interviews.script import BILLIE, NEWCOMER

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Prompt
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
LONG = (
    "A neighbour called Mo cut his hand on the glass of the door, and sat with us in "
    "the kitchen until his sister came; she wished that nobody else hears of it."
)
SHORT = "Mo saw it"
INCIDENT = (
    *("incident", "add", "BD-004", "--what", "The glass door broke"),
    *("--level", "harm", "--when", "today 2pm", "--hurt", LONG, "--witnesses", SHORT),
)
TYPED = {"allow": "0", "checked_by": "Jo Ash", "large": "2"}


def asked_for_help(run: Run) -> str:
    """Return what was said until the copy was made, `?` typed once at the pieces."""
    for words in (NEWCOMER, INCIDENT):
        assert run(*words, "--practice", "--no-input").code == 0
    helped = ["?"]

    def reply(prompt: Prompt) -> str:
        at_pieces = prompt.question.key == "allow"
        return helped.pop() if at_pieces and helped else TYPED[prompt.question.key]

    ran, sitting = walked(run, ("pack", "my-record", "BD-004"), reply)

    assert ran.code == 0, ran.err
    assert sitting.pages[-1].who == BILLIE
    return squeezed(ran.out)


def test_what_may_stay_in_can_be_read_whole_before_it_is_let_in(run: Run) -> None:
    """`?` says each piece that is cut in full, under its number; a short one is not."""
    before, help_and_more = asked_for_help(run).split("0. None.", 1)

    assert "she wished that nobody else hears of it" not in before
    assert before.count("...") == 1
    number = re.findall(r"\d+\. ", before[: before.index(LONG[:40])])[-1]
    assert re.search(f"{number}[^.]*: {re.escape(LONG)}", help_and_more)
    assert SHORT in before
    assert SHORT not in help_and_more
