"""Whom to ring: what is now, what is later, and what to do where no number is known."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.call_ladder import standing_ladder
from inclusion_cli.domain.incident import Level
from inclusion_cli.domain.incident_words import ladder_lines
from inclusion_cli.domain.service import Nation
from inclusion_cli.interviews.asker import Leave
from inclusion_cli.interviews.question import raw_of
from inclusion_cli.shipped import call_ladder
from tests.casework.test_incidents import FELL, tell
from tests.conftest import NOW
from tests.interviews.by_lines import walked
from tests.interviews.script import NEWCOMER

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.interviews.asker import Prompt
    from tests.conftest import Run

__all__ = ["tell"]
pytestmark = pytest.mark.usefixtures("cases")


def test_what_is_for_the_end_of_the_shift_is_not_rung_now(tell: Any) -> None:
    """Jo is on call now, and is told once more when the shift ends: it says which."""
    ran = tell("incident", "add", "BD-004", *FELL, "--level", "harm")
    now, later = ran.data["follows"][:2]
    told = ("--rung", "manager", "--rang", "rung", "--who", "Jo")
    ticked = tell("incident", "call", "BD-004", *told)

    assert now.startswith("Ring now: 1. Jo")
    assert later.startswith("Then, later: 2. Jo, the team lead, at the end")
    assert ticked.data["follows"][0].startswith("Then, later: 1. Jo")


def test_the_question_page_parts_what_is_now_from_what_is_later(tmp_path: Path) -> None:
    """The end of the shift never stands under "Ring now", as on the receipt."""
    shipped, _wrong = call_ladder(Nation.ENGLAND, tmp_path)

    lines = tuple(ladder_lines(standing_ladder((), shipped), Level.HARM))
    leaders = tuple(ladder_lines(standing_ladder((), shipped), Level.NEAR_MISS))

    now, later = lines.index("Ring now, in this order:"), lines.index("Then, later:")
    assert now == 0
    assert all("hours" not in line for line in lines[:later])
    assert all("12 hours" in line for line in lines[later + 1 : later + 2])
    assert "Ring now, in this order:" not in leaders


def test_a_step_without_a_number_has_a_way_out(tmp_path: Path) -> None:
    """It is read at night, by somebody who cannot go and find one."""
    shipped, _wrong = call_ladder(Nation.ENGLAND, tmp_path)

    lines = tuple(ladder_lines(standing_ladder((), shipped), Level.HARM))

    assert any("no number here yet" in line for line in lines)
    assert any("ring whoever is on call as you do now" in line for line in lines)


def test_whom_to_ring_is_said_again_where_a_telling_is_carried_on(run: Run) -> None:
    """Stopped after the sentence, and carried on: the ladder stands on top again."""
    words = ("incident", "add", "BD-004")

    def until(last: str) -> Any:
        typed = {"level": "3", "what": "Billie fell on the stairs", "resume": "1"}

        def reply(prompt: Prompt) -> str:
            if prompt.question.key == last:
                raise Leave
            return typed[prompt.question.key]

        return reply

    run(*NEWCOMER, "--practice", "--no-input")
    walked(run, words, until("when"))
    ran, sitting = walked(run, words, until("when"))

    asked = [prompt.question.key for prompt in sitting.asked]
    first = ran.out.index("When was it?")
    assert asked == ["resume", "when"]
    assert "Ring now" in ran.out[:first]
    assert "on call" in ran.out[:first]


def test_home_tells_apart_whom_to_ring_now_and_later(run: Run) -> None:
    """While it is not saved: the end of the shift never stands under "Ring now"."""

    def reply(prompt: Prompt) -> str:
        if prompt.question.key == "when":
            raise Leave
        return {"level": "3", "what": "Billie fell on the stairs"}[prompt.question.key]

    run(*NEWCOMER, "--practice", "--no-input")
    walked(run, ("incident", "add", "BD-004"), reply)

    (says,) = [
        item["says"]
        for item in run("today", "--practice", "--json").data["items"]
        if item["code"] == "BD-004" and "not saved yet" in item["says"]
    ]
    now, later = says.split("Then, later: ")
    assert "Ring now: Jo" in now
    assert "at the end of the shift" not in now
    assert "at the end of the shift" in later


def test_a_telling_that_is_carried_on_offers_the_time_it_was_begun(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not the time of coming back: that is when nothing happened."""
    typed = {"level": "3", "what": "Billie fell on the stairs", "resume": "1"}

    def reply(prompt: Prompt) -> str:
        if prompt.question.key == "when":
            raise Leave
        return typed[prompt.question.key]

    run(*NEWCOMER, "--practice", "--no-input")
    walked(run, ("incident", "add", "BD-004"), reply)
    monkeypatch.setenv("INCLUSION_NOW", (NOW + timedelta(hours=3)).isoformat())
    _ran, sitting = walked(run, ("incident", "add", "BD-004"), reply)

    assert sitting.asked[-1].question.key == "when"
    assert sitting.asked[-1].question.default == raw_of(NOW)


def test_whom_to_ring_is_said_once_where_nothing_was_told_yet(run: Run) -> None:
    """Stopped before the sentence: its question says it, and nothing else does."""
    words = ("incident", "add", "BD-004")

    def reply(prompt: Prompt) -> str:
        if prompt.question.key == "what":
            raise Leave
        return {"level": "3", "resume": "1"}[prompt.question.key]

    run(*NEWCOMER, "--practice", "--no-input")
    walked(run, words, reply)
    ran, sitting = walked(run, words, reply)

    (line,) = [n for n in sitting.asked[-1].notes if n.startswith("Ring now")][:1]
    assert ran.out.count(line) == 1
