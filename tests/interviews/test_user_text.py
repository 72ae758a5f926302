"""What a person said is text, on every way out of the vault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.documents.reading import words as words_of
from tests.interviews import peek
from tests.interviews.test_terminals import HOSTILE

if TYPE_CHECKING:
    from tests.conftest import Run

QUIET = ("--practice", "--no-input")
pytestmark = pytest.mark.check(19)


@pytest.fixture
def papers(cases: Path, run: Run, tmp_path: Path) -> list[Path]:
    """Return a review pack in which a debrief holds hostile words."""
    told = {"how": "did_not_go", "why_not": "cancelled_by_venue", "signs": "0",
            "since": "0", "words": HOSTILE}  # fmt: skip
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    assert run("debrief", "PR-001", "--answers", str(path), *QUIET).code == 0
    assert peek.newest(cases, "debrief")
    out = ("--pack-only", "--out", str(tmp_path / "papers"))
    ran = run("review", "PR-001", *out, *QUIET, "--json")
    assert ran.code == 0, ran.out
    return [Path(made) for made in ran.data["paths"]]


def test_hostile_words_are_text_in_the_vault_and_on_paper(
    cases: Path, papers: list[Path]
) -> None:
    """Kept as they were said; on paper each letter is seen and none is obeyed."""
    marks = next(path for path in papers if path.suffix == ".md")
    pdf = next(path for path in papers if path.suffix == ".pdf")

    kept = peek.newest(cases, "debrief")
    on_paper = words_of(pdf.read_bytes())
    text = marks.read_text(encoding="utf-8")
    assert kept["words"] == HOSTILE
    for paper in (text, on_paper):
        assert "\x1b" not in paper
        assert "\u202e" not in paper
        assert "RLO" in paper
        assert "{{7*7}}" in paper.replace("\\", "")
        assert "[he is watching]" in paper.replace("\\", "")
