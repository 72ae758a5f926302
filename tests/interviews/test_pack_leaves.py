"""A pack for somebody who was not at the review: asked for at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.interviews.asker import Leave
from tests.interviews.by_lines import walked

if TYPE_CHECKING:
    from inclusion_cli.interviews.asker import Prompt
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
WORDS = ("review", "PR-002", "--pack-only", "--for", "Ms Shah")
TYPED = {
    "recipient_role": "social worker",
    "purpose": "the care review",
    "rests": "3",
    "ground": "7",
    "harm": "None. A court asks for it",
    "decided_by": "Jo, manager",
}


def test_what_a_pack_rests_on_is_asked_and_nothing_is_offered(run: Run) -> None:
    """On a ground, three more questions; the rest waits on home."""
    ran, sitting = walked(run, WORDS, lambda prompt: TYPED[prompt.question.key])

    asked = [prompt.question.key for prompt in sitting.asked]
    rests = next(p for p in sitting.asked if p.question.key == "rests")
    assert ran.code == 0
    assert asked == list(TYPED)
    assert not rests.keeps
    assert "Ms Shah was told without consent" in run("today", "--practice").out.replace(
        "\n                               ", " "
    )


def test_a_pack_left_half_way_is_on_home_and_carried_on(run: Run) -> None:
    """Home says how far it came, and for whom it was."""

    def leaving(prompt: Prompt) -> str:
        if prompt.question.key == "rests":
            raise Leave
        return TYPED[prompt.question.key]

    ran, _sitting = walked(run, WORDS, leaving)
    drafts = [
        item["command"]
        for item in run("today", "--practice", "--json").data["items"]
        if item["group"] == "drafts"
    ]

    assert ran.code == 4
    assert drafts == [["review", "--pack-only", "--for", "'Ms Shah'", "PR-002"]]
