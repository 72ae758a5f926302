"""Tables: heads and days are whole, or the rows are told line by line."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.screens.page import Grid, Page, page, plain_lines
from inclusion_cli.screens.theme import draw

HEADS = (
    "Month", "Went", "Of", "Cancelled by us", "Minutes out", "Staff minutes",
    "Staff minutes for each", "Minutes not known",
)  # fmt: skip
ROW = ("Sep 2026", "9", "10", "0", "855", "855", "1.00", "0")
RATES = ("What", "How many", "Person-days", "In 30", "People", "Not known for")
RATE = ("Signs in as many days before", "not known", "0", "not known", "0", "3")


def drawn(picture: Page, width: int) -> list[str]:
    """Return the lines of a page as Rich draws it."""
    stream = io.StringIO()
    draw(picture, stream, width)
    return stream.getvalue().splitlines()


@pytest.mark.parametrize("width", [60, 66, 78])
@pytest.mark.parametrize(("heads", "row"), [(HEADS, ROW), (RATES, RATE)])
def test_a_table_has_its_headings_whole(
    heads: tuple[str, ...], row: tuple[str, ...], width: int
) -> None:
    """Each word of each heading and each cell is there, at any width."""
    lines = drawn(page(Grid(heads, (row,), leads=1)), width)

    words = " ".join(lines).replace(":", " ").split()
    assert max(map(len, lines)) <= width
    asked = [*heads, *row] if lines[0].startswith(heads[0]) else [*heads[1:], *row]
    for word in " ".join(asked).split():
        assert word in words


def test_a_row_told_line_by_line_names_each_number() -> None:
    """Only what leads it has no name."""
    lines = list(plain_lines(page(Grid(HEADS, (ROW,), leads=1)), 40))

    assert lines[:3] == ["Sep 2026", "    Went: 9", "    Of: 10"]


CELL = st.text("abc ", max_size=30).map(str.strip)


@given(st.data(), st.integers(60, 120))
def test_no_cell_is_cut(data: st.DataObject, width: int) -> None:
    """Whatever stands in a table, each of its words is on the page."""
    many = data.draw(st.integers(2, 8))
    rows = data.draw(st.lists(st.tuples(*[CELL] * many), min_size=1, max_size=3))
    heads = tuple(f"Head{n}" for n in range(many))

    words = " ".join(drawn(page(Grid(heads, tuple(rows))), width)).split()

    assert not {w for row in rows for cell in row for w in cell.split()} - set(words)


def test_two_columns_of_sentences_share_the_room_alike() -> None:
    """What was agreed and what the records show are read side by side, not squeezed."""
    agreed = "worry after is no higher than before in each of the last 3 sessions"
    shows = "Not asked in 7 days. Before that, asked on Sunday: no sign. " * 2
    grid = Grid(("Reached", "Agreed", "Shows"), (("NOT YET", agreed, shows),))

    told = drawn(page(grid), 78)

    first = next(line for line in told if "NOT YET" in line)
    assert abs(first.index("Not asked") - 43) < 3
    assert len(told) < 7


def test_a_table_with_no_room_for_its_sentences_is_told_row_by_row() -> None:
    """No column is a ladder of single words."""
    words = "worry after is no higher than before " * 3
    grid = Grid(("Reached", "Agreed", "Shows"), (("NOT YET", words, words),))

    told = drawn(page(grid), 50)

    assert told[0].startswith("NOT YET  worry after")
