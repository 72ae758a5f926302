"""`inclusion check-words`: any text, no vault, never a gate."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

NOTE = "Robin refused tea.\r\n\r\nShe said “I was mad”. He is vulnerable, é.\n"


@pytest.fixture
def note(tmp_path: Path) -> str:
    """Return a file with a note in it, its line ends as Windows writes them."""
    path = tmp_path / "note.txt"
    path.write_bytes(NOTE.encode())
    return str(path)


def type_in(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)


def test_the_json_says_where_each_phrase_stands(
    run: Run, note: str, own_home: Path
) -> None:
    """Offsets count the letters of the text as given; no vault is made or opened."""
    ran = run("check-words", note, "--json")

    assert ran.code == 0
    assert [(f["text"], f["family"], f["severity"]) for f in ran.data["flags"]] == [
        ("refused", "B", "E"),
        ("vulnerable", "A", "E"),
    ]
    for flag in ran.data["flags"]:
        assert NOTE[flag["start"] : flag["end"]] == flag["text"]
        assert flag["rule"]
        assert flag["question"]
    assert ran.data["lines"] == [1, 3]
    assert ran.data["counts"] == {"E": 2, "W": 0, "I": 0}
    assert ran.data["read_as"] == "note"
    assert not own_home.exists()


def test_the_screen_says_line_question_and_another_way(run: Run, note: str) -> None:
    """It is read from the top, and says that nothing is forbidden."""
    ran = run("check-words", note)

    assert ran.code == 0
    assert 'Line 1. "refused"' in ran.out
    assert "What was offered, and what reason was given?" in ran.out
    assert "For example: Chose not to" in ran.out
    assert 'Line 3. "vulnerable"' in ran.out
    assert "You may keep any of them." in ran.out


def test_standard_input_is_a_text_too(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A dash reads what is piped in."""
    type_in(monkeypatch, b"There is no risk.")

    ran = run("check-words", "-", "--as", "report", "--json")

    assert [(f["family"], f["severity"]) for f in ran.data["flags"]] == [("F", "E")]


def test_good_writing_has_nothing_to_look_at(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line, and that is all."""
    type_in(monkeypatch, "He walked to the café and chose the window seat.".encode())

    ran = run("check-words", "-")

    assert ran.code == 0
    assert ran.out == "Nothing to look at.\n"


def test_a_formulation_without_own_words_is_told_apart_from_its_phrases(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the whole text lacks is no phrase of it."""
    type_in(monkeypatch, b"He walks to the canal at ten.")

    ran = run("check-words", "-", "--as", "formulation", "--json")

    assert ran.data["flags"] == []
    assert [lack["rule"] for lack in ran.data["structure"]] == ["g-no-own-words"]


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", 3, "There is no text in it to look over."),
        (b" \n\t ", 3, "There is no text in it to look over."),
        (b"\xff\xfe\x00", 2, "The text must be in UTF-8."),
        (b"a" * (1 << 20) + b"b", 2, "The text is larger than 1 MB."),
    ],
)
def test_what_is_no_text_is_one_clear_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, data: bytes, code: int, says: str
) -> None:
    """Empty, not text, or too much of it."""
    type_in(monkeypatch, data)

    ran = run("check-words", "-")

    assert ran.code == code
    assert ran.err.startswith(f"Error: {says}")
    assert ran.out == ""


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("nowhere.txt",), 3, 'There is no file "nowhere.txt".'),
        (("{folder}",), 2, "is a folder. Name a file in it."),
        (("a\0b",), 2, "cannot be read"),
        (("-", "--as", "poem"), 2, "--as must be note, formulation, person or report."),
        ((), 2, "Missing argument"),
    ],
)
def test_what_cannot_be_read_is_named(
    run: Run, tmp_path: Path, words: tuple[str, ...], code: int, says: str
) -> None:
    """No traceback, and what was typed is said back."""
    ran = run("check-words", *(word.format(folder=tmp_path) for word in words))

    assert ran.code == code
    assert says in ran.err.replace("\n", " ")
    assert "Traceback" not in ran.err


def test_a_service_adds_and_switches_off_in_a_file_of_its_own(
    run: Run, note: str, own_home: Path
) -> None:
    """The file in the data folder is laid over the shipped rules."""
    own = {
        "off": ["b-refuse"],
        "add": [
            {
                "id": "own-tea",
                "family": "E",
                "severity": "W",
                "find": ["tea"],
                "question": "Which tea?",
            }
        ],
    }
    path = own_home / "data" / "language.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(own), encoding="utf-8")

    ran = run("check-words", note, "--json")

    assert [f["rule"] for f in ran.data["flags"]] == ["own-tea", "a-vulnerable"]


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("{", "cannot be read"),
        ('{"off": ["nothing"]}', '"off" names "nothing", and no rule is called so.'),
        ('{"add": [{"id": "x"}]}', 'the rule "x": it has no "family".'),
    ],
)
def test_a_file_of_the_services_that_is_wrong_is_named(
    run: Run, note: str, own_home: Path, written: str, says: str
) -> None:
    """Which file, which line, what about it; the text is looked over by ours."""
    path = own_home / "data" / "language.json"
    path.parent.mkdir(parents=True)
    path.write_text(written, encoding="utf-8")

    ran = run("check-words", note)

    assert ran.code == 0
    assert "things are worth a look" in ran.out
    assert str(path) in ran.err.replace("\n", "")
    assert 'own "language.json" is not used. Line 1: ' in ran.err.replace("\n", " ")
    assert says in ran.err.replace("\n", " ")
