"""Phrases worth a look, on the check page: seen, and never in the way."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.asker import Nowhere, Page, Prompt
from inclusion_cli.interviews.gather import gather
from inclusion_cli.interviews.looks import MOST
from inclusion_cli.interviews.question import Form, Question, choose
from inclusion_cli.wording import look
from tests.interviews import peek
from tests.interviews.screen import CHECK, widest
from tests.interviews.script import ALL, MENU
from tests.interviews.typist import Typist, both_modes

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "Worth a look before you save:"
NOTE = "He refused tea, as he was being difficult. He is vulnerable and manipulative."
ASKED = (
    Question("words", "What did they say?", "Words", own=True),
    Question("note", "Anything else?", "Note"),
    choose("how", "How?", "How", (Choice("refused", "Refused"),)),
)


class Reader:
    """A front end that types what it is given and remembers the check page."""

    def __init__(self, *lines: str) -> None:
        self.lines, self.pages = list(lines), list[Page]()

    def open(self, form: Form, total: int, last: str) -> None:
        """Show nothing."""

    def ask(self, prompt: Prompt) -> str:
        """Type the next line."""
        del prompt
        return self.lines.pop(0)

    def check(self, page: Page) -> str:
        """Remember the page, and type the next line."""
        self.pages.append(page)
        return self.lines.pop(0)

    def tell(self, *lines: str) -> None:
        """Show nothing."""


def walked(tmp_path: Path, *lines: str) -> tuple[list[Page], dict[str, object]]:
    """Answer the small form; return its check pages and the answers."""
    reader = Reader(*lines)
    form = Form("small", "Small", lambda _answers: ASKED)
    given = gather(form, {}, reader, Nowhere(), look=look(tmp_path, "small"))
    return reader.pages, dict(given)


def test_the_first_few_are_shown_by_the_number_of_their_line(tmp_path: Path) -> None:
    """Three at the most; own words and choices are not looked at."""
    pages, _given = walked(tmp_path, "I was mad", NOTE, "1", "s")

    looks = pages[0].looks
    assert len(looks) == MOST
    assert {number for number, _said in looks} == {2}
    assert looks[0][1].startswith('"refused": What was offered')


def test_they_never_stop_a_save(tmp_path: Path) -> None:
    """S saves what stands there, word for word."""
    _pages, given = walked(tmp_path, "I was mad", NOTE, "1", "s")

    assert given["note"] == NOTE


def test_a_mended_line_is_no_longer_shown(tmp_path: Path) -> None:
    """The page is looked over anew after a change."""
    pages, _given = walked(tmp_path, "Yes", "He refused.", "1", "2", "No tea.", "s")

    assert [bool(page.looks) for page in pages] == [True, False]


def test_suggestions_are_shown_and_what_is_to_know_is_not(tmp_path: Path) -> None:
    """E and W; an I is not worth a tired worker's line."""
    pages, _given = walked(tmp_path, "Yes", "The tenant often rang.", "1", "s")

    assert [said.partition(":")[0] for _n, said in pages[0].looks] == ['"often"']


def test_a_broken_file_of_the_services_loses_nothing(tmp_path: Path) -> None:
    """What is wrong is said on the page, and S saves all the same."""
    (tmp_path / "language.json").write_text(json.dumps({"off": ["x"]}))

    pages, given = walked(tmp_path, "Yes", "He refused.", "1", "s")

    assert 'own "language.json" is not used. Line 1: "off"' in pages[0].looks[0][1]
    assert given["note"] == "He refused."


@both_modes
@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
def test_a_debrief_shows_them_and_is_saved(
    cases: Path, mode: str, size: tuple[int, int]
) -> None:
    """At a real terminal, wide or narrow: the line, the phrase, the question."""
    peek.keep(cases, "debrief", {**ALL, "words": "I was mad", "note": "He refused tea"})

    with Typist("debrief", "PR-001", mode=mode, size=size) as typist:
        typist.asked(MENU)
        typist.answer("1")
        page = typist.asked(CHECK)
        typist.answer("s")
        assert typist.ends() == 0

    assert LEAD in page
    assert '"refused": What was offered, and what reason was given?' in page
    assert '"mad"' not in page
    assert widest(typist.raw) <= size[0]
    assert peek.newest(cases, "debrief")["note"] == "He refused tea"


@both_modes
def test_a_usual_debrief_shows_nothing_more(cases: Path, mode: str) -> None:
    """Where nothing is worth a look, the page is as it was."""
    peek.keep(cases, "debrief", ALL)

    with Typist("debrief", "PR-001", mode=mode) as typist:
        typist.asked(MENU)
        typist.answer("1")
        page = typist.asked(CHECK)

    assert LEAD not in page


def test_the_rules_are_not_read_before_they_are_needed() -> None:
    """Neither home nor help nor the first question waits for them."""
    code = (
        "import sys; from inclusion_cli import asking, wording;"
        "wording.look(None, 'debrief');"
        "print(any('domain.wording' in name for name in sys.modules))"
    )

    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "False"
