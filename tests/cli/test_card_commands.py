"""Cards by commands alone: printed, refused, checked, given back, and read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from tests.cli import answers

if TYPE_CHECKING:
    from tests.conftest import Run

QUIET = ("--no-input",)
PRINT = ("card", "print", "AK-014", *QUIET)
AUNT = (
    *("--holder", "other", "--recipient", "My aunt", "--purpose", "to know"),
    *("--rests", "to_the_person", "--hands-on", "yes"),
)
DEEP: dict[str, Any] = {
    **answers.CARD,
    "sign2": [{"text": "I sleep badly", "domain": "sleep", "usual": "7 hours"}],
    "mine2": [{"text": "I walk", "within": "1 hour"}, {"text": "I sing"}],
    "others2": [{"text": "Ask me once", "who": "Sam", "agreed": "yes"}],
    "contact": [{"name": "My aunt", "number": "07700 900123"}],
    "told_how": "Quietly",
    "step_change": "pause",
    "called": "My aunt",
    "statement": "In the blue folder",
}


def written(p: Run, tmp_path: Path, told: dict[str, Any]) -> Any:
    """Write a version of the card from an answers file; return its record."""
    file = tmp_path / "card.json"
    file.write_text(answers.as_json(told))
    ran = p("card", "write", "AK-014", "--answers", str(file), *QUIET, "--json")
    assert ran.code == 0, ran.out
    return ran.data["record"]


def held(p: Run) -> list[tuple[str, str, int, bool]]:
    """Return who holds which copy."""
    copies = p("card", "show", "AK-014", "--json").data["copies"]
    return [(c["who"], c["size"], c["version"], c["old"]) for c in copies]


def test_a_copy_is_printed_called_in_given_back_and_undone(
    amina_there: Run, tmp_path: Path
) -> None:
    """Who holds what is true at every moment."""
    p, out = amina_there, ("--out", str(tmp_path))
    p(*PRINT, "--size", "a6", *AUNT, "--adds", "name", *out)
    p("card", "write", "AK-014", "--on-call", "01632 960002", *QUIET)
    assert held(p) == [("My aunt", "a6", 1, True)]
    assert "My aunt holds version 1 of the card (A6)." in p().out.replace("\n", " ")
    (copy,) = p("card", "show", "AK-014", "--json").data["copies"]

    gone = p("card", "returned", "AK-014", "--copy", copy["paper"], "--ended",
             "destroyed", *QUIET)  # fmt: skip

    assert "was destroyed." in gone.out
    assert held(p) == []
    assert p("undo", "--confirm", "AK-014").code == 0
    assert held(p) == [("My aunt", "a6", 1, True)]
    assert p("verify").code == 0


def test_every_size_is_written_in_two_forms_with_what_to_do_with_it(
    amina_there: Run, tmp_path: Path
) -> None:
    """The names of the files hold a code, a size and a day."""
    for size in ("a5", "booklet", "large", "easy"):
        ran = amina_there(*PRINT, "--size", size, "--out", str(tmp_path), "--json")
        assert [Path(path).name for path in ran.data["paths"]] == [
            f"card-AK-014-{size}-own-2026-11-18.md",
            f"card-AK-014-{size}-own-2026-11-18.pdf",
        ]
        assert bool(ran.data["follows"]) is (size == "booklet")


def test_a_wallet_card_that_cannot_hold_the_words_is_refused_and_not_logged(
    amina_there: Run, tmp_path: Path
) -> None:
    """Nobody is said to hold what was never printed."""
    long = "I walk up and down the corridor for most of the night " * 5
    told = {f"sign{n}": [{"text": long}] for n in (2, 3, 4)}
    written(amina_there, tmp_path, {**answers.CARD, **told})

    ran = amina_there(*PRINT, "--size", "wallet", "--out", str(tmp_path / "out"))

    assert ran.code == 11
    assert ran.err == (
        "Error: These words do not fit on a wallet card. Too long: the front.\n"
        "Print A6 or A5, which take more pages, or shorten those words.\n"
    )
    assert held(amina_there) == []
    assert not (tmp_path / "out").exists()


def test_all_that_a_card_says_is_asked_shown_and_carried_to_the_next_version(
    amina_there: Run, tmp_path: Path
) -> None:
    """A new version starts from the last, details and ids and all."""
    first = written(amina_there, tmp_path, DEEP)

    second = written(amina_there, tmp_path, {"not_helpful": "Being hurried"})

    assert second["version"] == first["version"] + 1
    assert {**second, "version": 0, "not_helpful": ""} == {
        **first, "version": 0, "not_helpful": ""
    }  # fmt: skip
    shown = amina_there("card", "show", "AK-014").out
    for words in (
        "I sleep badly [sleep; usual: 7 hours]",
        "I walk [within: 1 hour]",
        "Ask me once [Sam; agreed]",
        "The step pauses. It is not over.",
        "In the blue folder",
        "Staff  No copy.",
    ):
        assert words in shown


def test_a_detail_of_a_row_that_is_not_there_is_refused(
    amina_there: Run, tmp_path: Path
) -> None:
    """A slip of the number is told, not dropped."""
    ran = amina_there(
        "card", "write", "AK-014", *QUIET, "--answer", "sign2.9.usual=7 hours", "--json"
    )

    assert ran.code == 2
    assert "sign2.9.usual" in ran.error["problems"]
    del tmp_path


def test_a_card_that_is_still_right_is_checked_by_one_command(amina_there: Run) -> None:
    """Its numbers and its day are renewed; "no" renews nothing."""
    check = ("card", "check", "AK-014", *QUIET)

    refused = amina_there(*check, "--right", "no")
    done = amina_there(
        *check, "--right", "yes", "--numbers", "on_call,lines",
        "--check-by", "2026-12-18", "--json",
    )  # fmt: skip
    far = amina_there(*check, "--right", "yes", "--numbers", "0", "--check-by",
                      "2027-12-18")  # fmt: skip

    assert (refused.code, done.code, far.code) == (11, 0, 2)
    assert "To write what changed, type: inclusion" in refused.err
    record = done.data["record"]
    assert (record["version"], record["check_by"]) == (1, "2026-12-18")
    assert record["lines_checked"] >= "2026-11-18"
    assert "Check again by must be within 90 days." in far.err


def test_a_service_prints_its_own_crisis_numbers(
    amina_there: Run, own_home: Path, tmp_path: Path
) -> None:
    """Its file is used; one that cannot be used is named, and ours is printed."""
    (own_home / "data").mkdir()
    file = own_home / "data" / "crisis_numbers.json"
    lines = [{"name": "Crisis house", "number": "01632 960777"}]
    ours = {"as_of": "2026-11-01", "nations": {"england": lines}}
    file.write_text(json.dumps(ours))
    out = ("--out", str(tmp_path))

    ran = amina_there(*PRINT, *out, "--json")
    file.write_text('{"as_of": "soon", "nations": {}}')
    broken = amina_there(*PRINT, *out)

    text = Path(ran.data["paths"][0]).read_text()
    assert "- Crisis house: **01632 960777**" in text
    assert "Samaritans" not in text
    assert broken.code == 0
    assert broken.err.startswith(
        'The service\'s own "crisis_numbers.json" is not used.'
    )
    (paper,) = set(Path(out[1]).glob("*.md")) - {Path(ran.data["paths"][0])}
    assert "Samaritans" in paper.read_text()


@pytest.mark.parametrize("command", [("card", "check"), ("card", "returned")])
def test_without_a_card_or_a_copy_it_says_what_to_do(
    p: Run, command: tuple[str, ...]
) -> None:
    """An empty file is no crash."""
    p("person", "add", "--name", "Amina Khan", "--code", "AK-014", *QUIET)

    ran = p(*command, "AK-014", *QUIET)

    assert ran.code == 3
    assert "type: inclusion --practice card" in ran.err


@pytest.mark.parametrize("who", ["person", "staff"])
def test_each_practice_a4_is_one_page_with_every_addition(
    cases: Path, run: Run, tmp_path: Path, who: str
) -> None:
    """Its numbers are on it, and every line that can be added."""
    assert cases
    adds = ("--adds", "name,home,destroy,colour,papyrus,calm,bsl,text999,silent,bank")
    for code in ("PR-001", "PR-002", "PR-003"):
        out = ("--holder", who, *(adds if who == "person" else ()), "--out")
        ran = run("--practice", "card", "print", code, "--size", "a4", *out,
                  str(tmp_path), *QUIET)  # fmt: skip
        assert ran.code == 0, ran.err
        (paper,) = tmp_path.glob(f"card-{code}-*.pdf")
        (page,) = PdfReader(paper).pages
        said = page.extract_text()
        assert "01632 960001" in said
        assert ("Your bank, about fraud: 159" in said) is (who == "person")
