"""The thread of the practice cases, on screen, as JSON, nameless and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.domain.perhaps_named import perhaps_names
from inclusion_cli.store.reading import Reading
from tests.casework.test_as_of import file_of
from tests.conftest import NOW
from tests.documents.reading import words

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault

QUIET = ("--practice", "--json", "--no-input")
LEAVES = (
    *("--recipient", "Jo", "--purpose", "Case tracer", "--rests", "own_team"),
    *("--team-member", "yes"),
)


def test_robins_thread_is_whole(run: Any, cases: Path) -> None:
    """Words, formulation, step, sessions, decisions, card and outcome, in order."""
    told = run("trace", "PR-001", *QUIET).data

    stages = list(dict.fromkeys(line["stage"] for line in told["lines"]))
    assert stages[0] == "Their words", cases
    assert {"Formulation", "Step", "Session", "Decision", "Card", "Outcome"} <= {
        *stages
    }
    versions = [one["says"] for one in told["lines"] if one["stage"] == "Formulation"]
    assert [words[:9] for words in versions] == ["Version 1", "Version 2"]
    assert told["until"] == NOW.date().isoformat()


def test_each_record_of_the_thread_can_be_asked_why(run: Any, cases: Path) -> None:
    """The short id of a line is enough."""
    told = run("trace", "PR-003", *QUIET).data
    shorts = {line["short"] for line in told["lines"] if not line["gap"]}

    assert all(run("why", short, *QUIET[:2]).code == 0 for short in shorts), cases


def test_the_nameless_thread_names_nobody(run: Any, cases: Path) -> None:
    """Neither the person, nor the worker, nor anybody else of the service."""
    ran = run("trace", "PR-002", "--anonymous", *QUIET)

    assert "Person A" in ran.out, cases
    for name in ("Maya", "Sam", "Robin", "Tomasz", "PR-002", "Practice House"):
        assert name not in ran.out


def test_a_name_that_nobody_here_knows_is_left_out_and_told_to_the_worker(
    run: Any, cases: Path
) -> None:
    """What a person said may name anybody: it is blacked out, and listed beside."""
    ran = run("trace", "PR-002", "--anonymous", *QUIET)

    assert "A woman called [left out] showed me the oven." in ran.out, cases
    assert "Dot" not in ran.out
    assert "Left out, because they may be names: Dot." in ran.err
    assert "read it through before you give it away" in ran.err.replace("\n", " ")


def test_words_with_a_capital_that_name_nobody_stay() -> None:
    """The first of a sentence, days, and words that stand in small letters, too."""
    said = ("Step 2, The walk. On Fridays I'm out with the NHS.", "Often, Ali said.")

    assert perhaps_names(said) == ("Ali",)


def test_the_paper_is_logged_and_reads_back(
    run: Any, cases_vault: Vault, tmp_path: Path
) -> None:
    """Markdown and PDF say the same; that it was made stands in the file."""
    made = run("trace", "PR-001", "--paper", "--out", str(tmp_path), *LEAVES, *QUIET)

    page = next(tmp_path.glob("*.md")).read_text(encoding="utf-8")
    text = words(next(tmp_path.glob("*.pdf")).read_bytes())
    assert made.code == 0
    assert "From wish to outcome: Robin Practice" in page
    assert "Step 1, A morning walk" in text
    assert "Page 1 of" in text
    paper = Reading(cases_vault).casefile(file_of(cases_vault)).papers[-1].record
    assert paper.kind is PaperKind.TRACE


def test_plain_lines_are_no_wider_than_the_window(run: Any, cases: Path) -> None:
    """A screen reader gets each line whole."""
    out = run("trace", "PR-001", "--practice", "--plain").out

    assert max(map(len, out.splitlines())) <= 78, cases


@pytest.mark.parametrize("ours", [(), ("--team-member", "no")])
def test_who_is_not_of_the_team_gets_nothing_as_one_of_it(
    run: Any, cases: Path, tmp_path: Path, ours: tuple[str, ...]
) -> None:
    """It is asked of each reader by itself: with no yes, no paper is made."""
    pat = ("--recipient", "Pat", "--recipient-role", "commissioner's contact")
    told = (*pat, "--purpose", "To look", "--rests", "own_team", *ours)

    ran = run("trace", "PR-001", "--paper", "--out", str(tmp_path), *told, *QUIET)

    assert ran.code == 2, cases
    assert "team_member" in ran.error["problems"]
    assert list(tmp_path.glob("*.md")) == []
