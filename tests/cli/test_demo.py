"""`inclusion demo`: the cases can be made on any day, and tell the same on each."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

DAYS = {
    "a Monday, the day after the clocks went back": "2026-10-26T00:05",
    "the last day of a year": "2026-12-31T23:50",
    "a Tuesday, two days after the clocks went forward": "2026-03-31T09:00",
    "a leap day": "2028-02-29T12:00",
    "a Sunday on which the clocks go back": "2026-10-25T01:30",
}
"""Beside the Wednesday on which all other tests are."""
PAPERS = 9


def squeezed(text: str) -> str:
    """Return text with every run of spaces and line ends as one space."""
    return " ".join(text.split())


@pytest.mark.long
@pytest.mark.usefixtures("london")
@pytest.mark.parametrize("now", DAYS.values(), ids=DAYS)
def test_the_cases_are_made_whole_on_any_day(
    run: Run, own_home: Path, monkeypatch: pytest.MonkeyPatch, now: str
) -> None:
    """Nothing fails to be made; both alarms, the waiting debrief and papers are there.

    What is said of weekdays moves along: the group is on the day of its sessions. On
    stderr it is told how far the making is, so that nobody thinks it hangs.
    """
    monkeypatch.setenv("INCLUSION_NOW", now)

    made = run("demo", "--json")

    assert made.code == 0, made.err
    so_far = [int(n) for n in re.findall(r"cases: (\d+) of \d+\.", made.err)]
    assert len(so_far) > 5
    assert so_far == sorted(so_far)
    assert "Making papers to look at: Robin Practice, PR-001." in made.err
    papers = [paper for paper in made.data["papers"] if paper.endswith(".pdf")]
    day = datetime.fromisoformat(now)
    assert len(papers) == PAPERS
    assert all(f"{day:%Y-%m-%d}" in paper for paper in papers)
    items = made.data["home"]["items"]
    alarms = {item["code"]: item for item in items if item["alarm"]}
    assert alarms["PR-003"]["alarm"] == "caution"
    assert "For 27 days nobody has offered" in alarms["PR-003"]["says"]
    assert alarms["PR-002"]["alarm"] == "risk"
    (waits,) = [i["says"] for i in items if i["says"].startswith("Debrief")]
    yesterday = f"{day - timedelta(days=1):%A}"
    assert waits.startswith(f"Debrief, yesterday 2pm: The {yesterday} art group")
    assert waits.endswith("Not started.")
    texts = [text.read_text() for text in sorted(own_home.rglob("review-*.md"))]
    assert all("just till Friday" in text for text in texts if "PR-002" in text)


def test_a_practice_vault_that_is_there_is_kept(cases: Path, run: Run) -> None:
    """A second demo makes papers only; what was done in the vault stays."""
    before = run("--json", "--practice").data["items"]
    papers = cases / "practice" / "papers"
    assert not papers.exists()

    again = run("demo", "--json")

    assert again.code == 0, again.err
    assert "Making practice cases" not in again.err
    assert len(list(papers.glob("*.pdf"))) == PAPERS
    assert [i["says"] for i in again.data["home"]["items"]][:3] == [
        item["says"] for item in before
    ][:3]


def test_the_tour_without_a_terminal_says_so_in_a_sentence(run: Run) -> None:
    """It asks and waits: exit 2, what to do instead, and nothing is made."""
    ran = run("demo", "--tour")

    assert ran.code == 2
    assert squeezed(ran.err) == (
        "Error: The tour asks you things, so it needs a terminal. "
        "To look around without one, type: inclusion demo"
    )
    assert ran.out == ""


def test_a_tour_of_an_empty_vault_is_refused_before_anything_is_made(
    run: Run, own_home: Path
) -> None:
    """Two flags that contradict each other."""
    ran = run("demo", "--tour", "--empty")

    assert ran.code == 2
    assert "Leave out --empty." in squeezed(ran.err)
    assert not (own_home / "practice").exists()
