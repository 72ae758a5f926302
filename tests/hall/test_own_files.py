"""A data file of the service's own that is wrong: ours is used, and it says where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli import own_data, shipped
from inclusion_cli.domain.service import Nation
from inclusion_cli.wording import rules_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FILES: dict[str, Callable[..., Any]] = {
    "crisis_numbers.json": partial(shipped.crisis_numbers, Nation.SCOTLAND),
    "characteristics.json": shipped.characteristics,
    "starter_criteria.json": shipped.starters,
    "defaults.json": shipped.defaults,
    "clinical_boundary.json": shipped.clinical_boundary,
    "review_events.json": shipped.review_events,
    "language.json": lambda own, told: rules_of(own, told).rules,
}
WRONG = ("{", "[1]", "7", '{"sets": 3, "events": [{}], "choices": [{}], "x": 1}')


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize("name", FILES)
def test_ours_is_used_and_the_sentence_names_the_file(
    tmp_path: Path, name: str, text: str
) -> None:
    """Whatever stands in it; nothing is blocked, and nothing falls over."""
    ours = FILES[name](tmp_path / "nowhere", print)
    (tmp_path / name).write_text(text, encoding="utf-8")
    said: list[str] = []

    found = FILES[name](tmp_path, said.append)

    assert found == ours
    (sentence,) = said
    assert sentence.startswith(f'The service\'s own "{name}" is not used. ')
    assert sentence.endswith(str(tmp_path / name))


@pytest.mark.parametrize("name", FILES)
def test_a_comma_too_few_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    """The worker finds it without counting."""
    (tmp_path / name).write_text('{\n "as_of": "2026-11-01"\n "sets": []\n}\n')
    said: list[str] = []

    FILES[name](tmp_path, said.append)

    assert "Line 3: it is not JSON there, and cannot be read." in said[0]


def test_a_wrong_entry_is_named_with_its_line(tmp_path: Path) -> None:
    """By the word that is wrong."""
    (tmp_path / "review_events.json").write_text('{"events": [\n"incident",\n"x"]}')
    said: list[str] = []

    shipped.review_events(tmp_path, said.append)

    assert 'Line 3: there is no event "x"; write one of ' in said[0]


def test_a_file_of_another_kind_is_told_with_its_line(tmp_path: Path) -> None:
    """A list where names should stand, and a list deep inside, are found and named."""
    own = tmp_path / "safeguarding.json"
    own.write_text("\n[]\n", encoding="utf-8")
    _words, told = shipped.safeguarding(Nation.WALES, tmp_path)
    assert "Line 1: Write it between { and }, as the shipped one is." in told

    own.write_text('{\n "as_of": "2026-11-01",\n "nations": []\n}', encoding="utf-8")
    _words, told = shipped.safeguarding(Nation.WALES, tmp_path)
    assert "Line 3: write names and values between { and } there." in told


def test_a_lens_that_lacks_something_is_told_with_its_line(tmp_path: Path) -> None:
    """A lens with no key at its first line; an anchor with none at its own."""
    folder = tmp_path / "lenses"
    folder.mkdir()
    (folder / "own.json").write_text('{\n "title": "Ours"\n}', encoding="utf-8")
    (note,) = own_data.lenses(tmp_path).notes
    assert 'Line 1: Write "key" as words between quotation marks.' in note

    text = (
        '{"key": "own", "title": "Ours", "as_of": "2026-11-01", "fits": "all",\n'
        '"nations": ["wales"], "anchors": [{"key": "a", "title": "A"},\n'
        ' {"title": "B"}]}'
    )
    (folder / "own.json").write_text(text, encoding="utf-8")
    (note,) = own_data.lenses(tmp_path).notes
    assert 'Line 3: Give anchor 2 a "key".' in note


@pytest.mark.parametrize("text", WRONG)
@pytest.mark.parametrize("name", FILES)
def test_whatever_is_wrong_has_its_line(tmp_path: Path, name: str, text: str) -> None:
    """No sentence leaves the worker to look for it."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    said: list[str] = []

    FILES[name](tmp_path, said.append)

    assert " is not used. Line 1: " in said[0]
