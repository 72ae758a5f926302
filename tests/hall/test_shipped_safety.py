"""The ladder of calls and the words of safeguarding: shipped, or the service's own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli import shipped
from inclusion_cli.domain.incident import Level
from inclusion_cli.domain.service import Nation

if TYPE_CHECKING:
    from pathlib import Path


def own(folder: Path, name: str, text: str) -> Path:
    """Write a file of the service's own."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("nation", Nation)
def test_every_nation_has_a_ladder_that_begins_with_999(nation: Nation) -> None:
    """In danger now 999 is first and at once; numbers nobody knows are empty."""
    ladder, wrong = shipped.call_ladder(nation)

    assert wrong == ""
    assert (ladder.rungs[0].phone, ladder.rungs[0].within) == ("999", 0)
    assert ladder.rungs[0].level is Level.DANGER_NOW
    assert {rung.phone for rung in ladder.rungs[1:]} == {""}


def test_each_nation_names_its_own_law_and_receiver() -> None:
    """No text of England stands in another nation."""
    found = {n: shipped.safeguarding(n)[0] for n in Nation}

    assert "section 42" in found[Nation.ENGLAND].law
    assert "section 126" in found[Nation.WALES].law
    assert "2007" in found[Nation.SCOTLAND].law
    assert "Trust" in found[Nation.NORTHERN_IRELAND].receives
    assert len({words.law for words in found.values()}) == len(Nation)


def test_a_comma_too_few_is_named_with_its_line(tmp_path: Path) -> None:
    """The shipped file is used then: nobody waits in danger for a comma."""
    text = '{\n  "as_of": "2026-11-01"\n  "nations": {}\n}\n'
    ladder, wrong = shipped.call_ladder(
        Nation.ENGLAND, own(tmp_path, "call_ladder.json", text)
    )

    assert ladder == shipped.call_ladder(Nation.ENGLAND)[0]
    assert 'own "call_ladder.json" is not used. Line 3: ' in wrong


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"level": "urgent"}, 'Write "level" as near_miss, no_harm'),
        ({"within": "soon"}, 'Write "within" in whole minutes'),
        ({"within": True}, 'Write "within" in whole minutes'),
    ],
)
def test_a_step_that_makes_no_sense_is_named(
    tmp_path: Path, changed: dict[str, Any], said: str
) -> None:
    """With what to write, and a line where that word stands."""
    step = {"id": "a", "who": "Jo", "phone": "", "within": 5, "level": "harm"}
    told = {"as_of": "2026-11-01", "nations": {"england": [{**step, **changed}]}}
    folder = own(tmp_path, "call_ladder.json", json.dumps(told, indent=1))

    ladder, wrong = shipped.call_ladder(Nation.ENGLAND, folder)

    assert ladder.rungs[0].phone == "999"
    assert said in wrong
    assert f"Line {10 if 'level' in changed else 9}:" in wrong


def test_a_word_that_is_missing_is_named(tmp_path: Path) -> None:
    """A nation nobody wrote, a test without words."""
    text = json.dumps({"as_of": "2026-11-01", "nations": {"wales": {}}})
    words, wrong = shipped.safeguarding(
        Nation.ENGLAND, own(tmp_path, "safeguarding.json", text)
    )

    assert words == shipped.safeguarding(Nation.ENGLAND)[0]
    assert 'Line 1: there is no "england"' in wrong


def test_a_service_may_have_its_own(tmp_path: Path) -> None:
    """Its own numbers and its own order."""
    step = {"id": "a", "who": "Jo", "phone": "01632 960111", "within": 5}
    told = {
        "as_of": "2026-11-01",
        "nations": {"england": [{**step, "level": "near_miss"}]},
    }
    folder = own(tmp_path, "call_ladder.json", json.dumps(told))

    ladder, wrong = shipped.call_ladder(Nation.ENGLAND, folder)

    assert (wrong, ladder.rungs[0].who) == ("", "Jo")
