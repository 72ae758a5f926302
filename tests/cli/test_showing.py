"""Dashboards and the commissioner's pack, as commands over a real practice vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli import answers
from tests.documents.page import read
from tests.documents.reading import tags, words
from tests.interviews.screen import squeezed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

QUIET = ("--no-input",)
HANDED = ("--rests", "to_the_person", "--hands-on", "yes")
TO_JO = ("--recipient", "Jo Bell", "--purpose", "the meeting")


def test_a_dashboard_in_json_has_the_numbers_with_their_records(
    amina_there: Run, debriefed: str
) -> None:
    """Programs get each number with the ids behind it."""
    ran = amina_there("dashboard", "AK-014", "--json", *QUIET)

    assert ran.data["numbers"]["attended"] == {"n": 1, "ids": [debriefed]}
    assert ran.data["code"] == "AK-014"


def test_a_dashboard_of_all_names_nobody_but_by_code(
    amina_there: Run, debriefed: str
) -> None:
    """Everybody together: no name, nothing of a worker, and what is missing."""
    del debriefed
    ran = amina_there("dashboard", *QUIET)

    assert "1 of 1 session went ahead." in ran.out
    assert "Amina" not in ran.out
    assert "nobody is ranked" in " ".join(ran.out.split())


def test_why_there_are_codes_and_no_names_is_told_on_screen(
    run: Run, cases: Path
) -> None:
    """With the command that says who it is; where nobody is named nothing is said."""
    named = run("dashboard", "--practice", *QUIET).out
    bare = run("dashboard", "PR-001", "--practice", *QUIET).out

    assert cases
    assert "PR-003 for" in squeezed(named)
    assert "Codes stand here and no names: others may read these numbers" in squeezed(
        named
    )
    assert "To see who it is, type: inclusion" in squeezed(named)
    assert "person list" in squeezed(named)
    assert "Codes stand here" not in squeezed(bare)


def test_a_page_about_a_person_needs_their_consent_for_this_reader(
    amina_there: Run, tmp_path: Path
) -> None:
    """Without it nothing is written: no page, no paper, no disclosure."""
    page = tmp_path / "out" / "page.html"

    ran = amina_there(
        "dashboard", "AK-014", "--html", str(page), *TO_JO, "--rests", "consent", *QUIET
    )

    assert ran.code == 11
    assert "Nothing was shared" in ran.err
    assert not page.exists()


def test_a_page_is_logged_as_told_and_then_written(
    amina_there: Run, debriefed: str, tmp_path: Path
) -> None:
    """The paper and the disclosure stand in the file; the page says for whom."""
    del debriefed
    page = tmp_path / "page.html"

    ran = amina_there(
        "dashboard", "AK-014", "--html", str(page), *TO_JO, *HANDED, *QUIET,
    )  # fmt: skip

    assert ran.code == 0, ran.err
    told = amina_there("person", "show", "AK-014", "--json", *QUIET)
    assert told.code == 0
    root = read(page.read_bytes()).root
    assert "Jo Bell" in root.all("header")[0].words
    again = amina_there(
        "dashboard", "AK-014", "--html", str(page), *TO_JO, *HANDED, *QUIET,
    )  # fmt: skip
    assert again.code == 2
    assert "There is a file" in again.err


def test_a_reader_outside_gets_no_count_under_five(
    amina_there: Run, debriefed: str, tmp_path: Path
) -> None:
    """One person's session is nobody's business outside: no number of it is told."""
    del debriefed
    page = tmp_path / "page.html"

    ran = amina_there(
        "dashboard", "--html", str(page), *TO_JO, "--reader", "outside", *QUIET
    )

    assert ran.code == 0, ran.err
    said = read(page.read_bytes()).root.all("main")[0].words
    assert "not shown" in said
    assert "1 of 1" not in said
    assert "AK-014" not in page.read_text()


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        (("--from", "never"), "--from"),
        (("--to", "1 January 2099"), "--to"),
        (("--from", "2 May 2026", "--to", "1 May 2026"), "--from is later than --to"),
    ],
)
def test_days_that_cannot_be_are_refused(
    amina_there: Run, flags: tuple[str, ...], says: str
) -> None:
    """No day, one to come, or two in the wrong order: a sentence says so."""
    for command in (("dashboard",), ("pack", "commissioner", *TO_JO)):
        ran = amina_there(*command, *flags, *QUIET)

        assert ran.code == 2
        assert says in ran.err


@pytest.fixture
def packed(amina_there: Run, debriefed: str, tmp_path: Path) -> Path:
    """Return the folder of a commissioner's pack of one person."""
    del debriefed
    out = tmp_path / "packs"
    ran = amina_there("pack", "commissioner", *TO_JO, "--out", str(out), *QUIET)
    assert ran.code == 0, ran.err
    assert "fewer than 5 people" in ran.out
    return out


def test_a_pack_of_too_few_says_so_once_on_one_page(
    packed: Path,
) -> None:
    """Markdown and a tagged PDF of one page say so once; there is no empty table."""
    (markdown,) = packed.glob("*.md")
    (pdf,) = packed.glob("*.pdf")
    assert not [*packed.glob("*-data")]

    assert "Amina" not in markdown.read_text()
    printed = words(pdf.read_bytes())
    assert markdown.read_text().count("not shown") == 1
    assert "no count is shown" in " ".join(printed.split())
    assert "For: Jo Bell" in printed
    assert "Page 1 of 1" in printed
    assert {"/H1", "/P"} <= {*tags(pdf.read_bytes())}


def test_why_a_pack_shows_the_records_behind_each_claim(
    amina_there: Run, debriefed: str, packed: Path
) -> None:
    """Counted again as it was known then, each claim has its records, and is the same.

    What is recorded later does not change it.
    """
    del packed
    ran = amina_there("pack", "commissioner", *TO_JO, "--json", *QUIET)
    record = ran.data["next"][1]
    later = answers.as_flags({**answers.DEBRIEF, "how": "stayed"})
    amina_there("debrief", "AK-014", *later, *QUIET)

    why = amina_there("why", record, "--json", *QUIET)

    claims = {claim["key"]: claim for claim in why.data["claims"]}
    assert claims["attended_of_countable"]["records"] == [debriefed]
    assert claims["attended_of_countable"]["printed"] == "not shown"
    assert not [claim for claim in why.data["claims"] if claim["differs"]]


def test_a_dry_run_keeps_and_writes_nothing(amina_there: Run, tmp_path: Path) -> None:
    """Everything is checked; no folder is made."""
    out = tmp_path / "packs"

    ran = amina_there(
        "pack", "commissioner", *TO_JO, "--dry-run", "--out", str(out), *QUIET
    )

    assert ran.code == 0, ran.err
    assert not out.exists()


def test_a_page_of_a_person_says_each_alarm_once(run: Run, cases: Path) -> None:
    """What home says more of an alarm is said of it, and not beside it."""
    del cases
    shown = run("person", "show", "PR-002", "--practice", "--no-input")

    said = " ".join(shown.out.split())

    assert said.count("RISK ALARM. A pause sign on") == 1
    assert "Then look at the formulation early, too." in said
