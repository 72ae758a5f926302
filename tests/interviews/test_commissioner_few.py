"""A commissioner pack of a few people: warned before anything is answered for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.casework import commissioner
from inclusion_cli.interviews.asker import Leave
from tests.interviews.by_lines import walked

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Prompt
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
WORDS = ("pack", "commissioner")


def leaving(_prompt: Prompt) -> str:
    """Stop at the first question."""
    raise Leave


def test_too_few_people_are_warned_of_at_the_first_question(run: Run) -> None:
    """Before one answer is given: nothing could be shown, and what to do instead."""
    ran, sitting = walked(run, WORDS, leaving)

    (first,) = sitting.asked
    said = " ".join(first.notes)
    assert ran.code == 4
    assert first.question.key == "recipient"
    assert "There are fewer than 5 people with anything from" in said
    assert "Ctrl+D stops here" in said
    assert "--from DAY" in said
    assert "inclusion review CODE --pack-only" in said


def test_no_warning_where_there_is_enough_to_tell(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said of few people and of nobody else."""
    monkeypatch.setattr(commissioner, "LEAST", 3)

    _ran, sitting = walked(run, WORDS, leaving)

    assert not sitting.asked[0].notes
