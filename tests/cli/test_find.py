"""Words found in everything that stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

QUIET = ("--no-input", "--practice")
WHY = ("--reason", "typing error")


@pytest.mark.usefixtures("cases")
def test_a_search_narrows_and_counts(run: Run) -> None:
    """By person, kind, day and number; what is left out is counted."""
    every = run("find", "walk", "--practice", "--json").data
    one = run("find", "walk", "--limit", "1", "--practice")
    cards = run("find", "walk", "--kind", "card", "--practice", "--json").data
    newest = max(found["on"] for found in every["found"])
    late = run("find", "walk", "--since", newest, "--practice", "--json").data

    assert every["total"] == len(every["found"]) > 2
    assert f"{every['total'] - 1} more records not shown" in " ".join(one.out.split())
    assert {found["kind"] for found in cards["found"]} == {"card"}
    assert {found["on"] for found in late["found"]} == {newest}
    assert late["total"] < every["total"]
    assert run("find", "canal", "--person", "PR-003", "--practice").code == 3


def test_closed_files_are_found_when_they_are_asked_for(
    run: Run, debriefed: str
) -> None:
    """They are left out, and it is said that there is something in them."""
    told = ("--because", "moved", "--confirm", "AK-014")
    run("person", "close", "AK-014", *told, *QUIET)

    without = run("find", "loud", "--practice")
    with_ = run("find", "loud", "--all", "--practice", "--json")

    assert without.code == 3
    assert "There is 1 record with them in closed files. To see, add --all." in (
        " ".join(without.err.split())
    )
    assert [found["id"] for found in with_.data["found"]] == [debriefed]


def test_no_word_that_was_looked_for_is_kept(run: Run, cases: Path) -> None:
    """Neither the vault nor anything beside it grows by a search."""
    before = {p: p.read_bytes() for p in cases.rglob("*") if p.is_file()}

    run("find", "hippopotamus", "--practice")

    after = {p: p.read_bytes() for p in cases.rglob("*") if p.is_file()}
    assert after == before
    assert not any(b"hippopotamus" in data for data in after.values())


def test_every_kind_says_one_envelope(run: Run, debriefed: str) -> None:
    """JSON for each of the five, with the id whole."""
    for words in (("why", debriefed), ("history", debriefed), ("find", "loud")):
        ran = run(*words, "--practice", "--json")
        assert set(json.loads(ran.out)) == {"inclusion", "data"}
        assert debriefed in ran.out
