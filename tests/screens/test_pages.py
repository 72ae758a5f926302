"""Pages as people see them: at any width, nothing cut, nothing obeyed."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.casefile import State
from inclusion_cli.domain.due import Due, Group
from inclusion_cli.domain.home import Home, home
from inclusion_cli.domain.pages import caseload, ladder, person_page
from inclusion_cli.domain.review import review_table
from inclusion_cli.domain.standing import standing
from inclusion_cli.domain.step_page import step_page
from inclusion_cli.domain.why import person_why
from inclusion_cli.screens.page import (
    Command,
    Grid,
    Items,
    Line,
    Page,
    Title,
    plain_lines,
)
from inclusion_cli.screens.theme import draw
from inclusion_cli.screens.voice import marked, picture, program, spoken
from inclusion_cli.store.reading import Reading
from tests.conftest import NOW
from tests.documents.a_case import HOSTILE

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

WIDTHS = (20, 39, 59, 78)


@pytest.fixture
def pictures(cases_vault: Vault) -> list[Page]:
    """Return every page the three cases can show."""
    reading = Reading(cases_vault)
    found = [reading.casefile(kept.file) for kept in reading.people()]
    pages = [picture(home(found, (), now=NOW, worker="Sam"))]
    pages.append(picture(caseload(found)))
    for case in found:
        pages.append(picture(ladder(case, now=NOW)))
        pages.append(picture(person_page(case, now=NOW)))
        stands = standing(case, now=NOW)
        assert stands is not None
        pages.append(picture(review_table(case, stands)))
    return pages


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(pictures: list[Page], width: int) -> None:
    """From 20 columns on, whatever is there fits; a command to copy stays whole."""
    for page in pictures:
        commands = {
            f"{block.program} {' '.join(block.words)}"
            for block in page.blocks
            if isinstance(block, Command)
        }
        for line in plain_lines(page, width):
            assert len(line) <= width or line in commands, line


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_at_any_width(pictures: list[Page], width: int) -> None:
    """The words at 20 columns are the words at 78."""
    for page in pictures:
        narrow = "".join("".join(plain_lines(page, width)).split())
        wide = "".join("".join(plain_lines(page, 1000)).split())
        assert narrow.replace("-", "") == wide.replace("-", "")
        assert "…" not in narrow


def test_a_picture_drawn_by_rich_says_what_the_plain_one_says(
    pictures: list[Page],
) -> None:
    """Two voices of one page: the same words, whatever the layout."""
    for page in pictures:
        stream = io.StringIO()
        draw(page, stream, 78)
        drawn = sorted(stream.getvalue().replace("-", " ").split())
        plain = sorted(" ".join(plain_lines(page, 78)).replace("-", " ").split())
        grids = [block for block in page.blocks if isinstance(block, Grid)]
        names = [name for grid in grids for name in grid.head]
        heads = {word for name in names for word in f"{name} {name}:".split()}
        assert [w for w in drawn if w not in heads] == [
            w for w in plain if w not in heads
        ]


@pytest.mark.parametrize("fancy", [True, False], ids=["rich", "plain"])
def test_what_people_said_is_shown_whole_and_never_obeyed(
    fancy: bool,  # noqa: FBT001
) -> None:
    """Markup and code are words; escape and direction marks are seen."""
    page = Page(
        (Title(HOSTILE), Line(HOSTILE), Grid(("a", "b"), ((HOSTILE, HOSTILE),)))
    )
    stream = io.StringIO()

    if fancy:
        draw(page, stream, 200)
    else:
        stream.write("\n".join(plain_lines(page, 200)))

    said = stream.getvalue()
    assert said.count("[he is watching] [/] {{7*7}}") == 4
    assert said.count("␛[31m ⟨RLO⟩ end") == 4
    assert "\x1b[31m" not in said
    assert "\u202e" not in said


def test_practice_is_in_the_title_and_in_the_commands() -> None:
    """On every page, and in every command that is to be typed."""
    page = Page((Title("Amina Khan"), Command("Next:", ("plan", "AK-014"))))
    page = marked(spoken(page, program(practice=True)), receipt=False)

    assert list(plain_lines(page, 78)) == [
        "PRACTICE. Amina Khan",
        "Next: inclusion --practice plan AK-014",
    ]


def test_a_command_within_a_sentence_is_that_of_practice_too() -> None:
    """A line and a row of a page say what is to be typed here."""
    page = Page(
        (
            Line("To put in the numbers: inclusion incident ladder"),
            Items((("", "", "To lift it, type: inclusion restriction lift"),)),
        )
    )

    assert " ".join(plain_lines(spoken(page, program(practice=True)), 200)) == (
        "To put in the numbers: inclusion --practice incident ladder "
        "    To lift it, type: inclusion --practice restriction lift"
    )


def a_home(*items: Due, people: int = 1) -> Home:
    """Return a home screen with some items."""
    return Home(datetime(2026, 11, 18, 9, 5).astimezone(), "Sam", items, people, "All.")


def test_home_greets_by_name_and_time_of_day() -> None:
    """The first line says who, and when it is."""
    first = next(plain_lines(picture(a_home()), 78))

    assert first == "Good morning, Sam. It is Wednesday 18 November 2026, 9:05am."


def test_home_numbers_run_on_through_the_groups() -> None:
    """A number opens one thing only."""
    items = [
        Due(group, "Amina Khan", "AK-014", "Debrief.", ("debrief",)) for group in Group
    ]

    lines = list(plain_lines(picture(a_home(*items)), 78))

    numbers = [line.split(".")[0].strip() for line in lines if "AK-014" in line]
    assert numbers == ["1", "2", "3", "4"]
    assert [line for line in lines if line and line[0] != " "][1:-1] == [
        "Pick up where you left off",
        "To do today",
        "Coming up",
        "Worth a look",
    ]


def test_an_empty_vault_says_what_to_do_first() -> None:
    """Nobody yet: one sentence and one command."""
    assert list(plain_lines(picture(a_home(people=0)), 78))[-2:] == [
        "There is nobody here yet.",
        "To add someone, type: inclusion person add",
    ]


def test_a_path_is_one_line_to_copy() -> None:
    """A path is never broken, however narrow the window."""
    path = "/home/sam/inclusion-papers/" + "x" * 80

    assert list(plain_lines(Page((Line(path, whole=True),)), 40)) == [path]


def test_the_practice_home_reads_as_its_golden_page(
    cases_vault: Vault, request: pytest.FixtureRequest
) -> None:
    """The three cases, as a worker meets them."""
    reading = Reading(cases_vault)
    found = [reading.casefile(kept.file) for kept in reading.people()]
    page = picture(home(found, (), now=NOW, worker="Sam"))
    text = "\n".join(plain_lines(page, 78)) + "\n"
    golden = Path(__file__).resolve().parents[1] / "golden" / "home.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(text, encoding="utf-8")

    assert text == golden.read_text(encoding="utf-8")


def lines_said(page: Page) -> list[str]:
    """Return the lines of a page as a screen reader has them, without their margins."""
    return [line.strip() for line in plain_lines(page, 200)]


def test_what_would_change_a_line_never_repeats_the_line(cases_vault: Vault) -> None:
    """Nor what is missing: a line that says it again says nothing."""
    reading = Reading(cases_vault)
    for kept in reading.people():
        case = reading.casefile(kept.file)
        stands = standing(case, now=NOW)
        if stands is None:
            continue
        table = review_table(case, stands)
        for line in (*table.agreed, *table.pause_signs):
            asked = line.agreed.partition(": ")[0]
            assert not line.change.endswith(asked), line
        said = lines_said(picture(person_why(case, now=NOW)))
        missing = [one.removeprefix("Missing: ") for one in said if "Missing: " in one]
        assert not {f"What would change this: {one}" for one in missing} & set(said)


def test_a_finished_step_is_not_offered_to_be_changed(cases_vault: Vault) -> None:
    """What was done stays as it was agreed; the step that is on can be changed."""
    reading = Reading(cases_vault)
    for kept in reading.people():
        case = reading.casefile(kept.file)
        for rung in case.rungs():
            page = step_page(case, rung.step, now=NOW)
            said = " ".join(lines_said(picture(page)))
            assert ("plan edit" in said) is (rung.state is not State.DONE)


def test_plain_home_sets_no_columns() -> None:
    """A screen reader hears whom, then what, a line each."""
    rows = (("1.", "Maya (PR-002)", "Money."), ("2.", "Jo (PR-009)", "A step."))

    told = list(plain_lines(Page((Items(rows),)), 78, columns=False))

    assert [line.strip() for line in told] == [
        "1. Maya (PR-002)", "Money.", "2. Jo (PR-009)", "A step."
    ]  # fmt: skip
