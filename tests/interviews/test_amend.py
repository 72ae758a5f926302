"""An amendment is asked like any other form: what stands, line by line, and why."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.kept import short_id
from tests.interviews import peek
from tests.interviews.by_lines import walked
from tests.interviews.test_parity import as_file, bodies, exchange, saved

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.interviews.asker import Page, Prompt
    from tests.conftest import Run

NOTHING_YET = "Nothing is changed yet. Type the number of a line, or L to leave."
NEW = {"worry_after": "3", "reason": "It was 3, not 4"}


@pytest.mark.check(5)
@pytest.mark.check(14)
def test_an_amendment_by_keys_flags_and_a_file_is_the_same(
    cases: Path, run: Run, tmp_path: Path
) -> None:
    """A line of the check page is changed by its number; the record is the same."""
    debrief = ("amend", short_id(peek.newest_id(cases, "debrief")))
    homes = {name: tmp_path / name / "practice" for name in ("flags", "file")}
    for home in homes.values():
        shutil.copytree(cases / "practice", home)
    pages: list[Page] = []

    def reply(prompt: Prompt) -> str:
        return NEW.get(prompt.question.key, "")

    def page(shown: Page) -> str:
        pages.append(shown)
        if len(pages) > 1:
            return "s"
        shorts = [short for short, _said in shown.lines]
        return str(shorts.index("Worry after") + 1)

    before = bodies(cases)
    by_keys, _sitting = walked(run, debrief, reply, page)
    kept = saved(cases, before)

    assert by_keys.code == 0, by_keys.err
    assert [a for a, b in zip(pages[0].lines, pages[1].lines, strict=True) if a != b]
    by_flags = ["--answer", "worry_after=3", "--reason", NEW["reason"]]
    for name, told in (("flags", by_flags), ("file", as_file(NEW, tmp_path))):
        exchange(cases, homes[name])
        ran = run(*debrief, *told, "--practice", "--no-input", "--json")
        assert ran.code == 0, ran.out
        assert saved(cases, before) == kept, name


@pytest.mark.check(5)
def test_an_amendment_shows_what_stands_before_it_asks_why(
    cases: Path, run: Run
) -> None:
    """First the record, then what changes, and the reason last; no reason for none."""
    debrief = ("amend", short_id(peek.newest_id(cases, "debrief")))
    told: list[str] = []
    errors: list[str] = []
    lines = iter(("s", "", "s"))

    def reply(prompt: Prompt) -> str:
        told.append(prompt.question.key)
        return NEW[prompt.question.key]

    def page(shown: Page) -> str:
        told.append("page")
        errors.append(shown.error)
        shorts = [short for short, _said in shown.lines]
        return next(lines) or str(shorts.index("Worry after") + 1)

    ran, _sitting = walked(run, debrief, reply, page)

    assert ran.code == 0, ran.err
    assert told == ["page", "page", "worry_after", "page", "reason"]
    assert errors == ["", NOTHING_YET, ""]
