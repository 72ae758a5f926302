"""Charts: a gap is a gap, grey is enough, and the same data is the same drawing."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.documents.chart_shapes import MARK
from inclusion_cli.documents.charts import drawn
from inclusion_cli.domain.chart import Chart, Series, Shape
from inclusion_cli.domain.pack_chart_days import daily_chart, spans
from tests.documents.a_long_case import a_long_pack

CHARTS = a_long_pack().charts
points = st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=30).map(tuple)


def a_chart(*series: tuple[int | None, ...], **more: Any) -> Chart:
    """Return a chart of lines over as many places as the first has points."""
    told: dict[str, Any] = {
        "key": "worry",
        "title": "Worry",
        "shape": Shape.LINES,
        "unit": "Worry, 0 to 10",
        "places": "Session",
        "labels": tuple(str(n) for n in range(1, len(series[0]) + 1)),
        "series": tuple(Series(f"line {n}", one) for n, one in enumerate(series)),
        "top": 10,
        "says": "",
        **more,
    }
    return Chart(**told)


def lines_of(svg: str) -> list[int]:
    """Return how many points each drawn line has, without the sample in the legend."""
    found = re.findall(r'<polyline points="([^"]*)"', svg)
    return [len(line.split()) for line in found if line != "0.0,-4.0 30.0,-4.0"]


@given(points)
def test_a_line_is_never_drawn_over_a_gap(told: tuple[int | None, ...]) -> None:
    """Each unbroken run of 2 or more is a line of its own; every value has its mark."""
    svg = drawn(a_chart(told))

    runs = "".join("-" if point is None else "x" for point in told).split("-")
    assert lines_of(svg) == [len(run) for run in runs if len(run) > 1]
    known = sum(point is not None for point in told)
    assert svg.count("<circle") == known + 1  # one is in the dotted pattern


@given(points, points)
def test_the_same_data_is_the_same_drawing(
    one: tuple[int | None, ...], other: tuple[int | None, ...]
) -> None:
    """No id, no day and no chance is in a drawing; it is well-formed."""
    width = min(len(one), len(other))
    chart = a_chart(one[:width], other[:width])

    assert drawn(chart) == drawn(chart)
    ET.fromstring(drawn(chart))  # noqa: S314 - our own drawing


def test_no_colour_no_script_and_no_address_is_in_a_drawing() -> None:
    """Readable in grey; nothing runs, nothing is fetched; the font is ours."""
    for chart in CHARTS:
        svg = drawn(chart)
        for colour in re.findall(r"#[0-9a-fA-F]{6}", svg):
            assert len({colour[1:3], colour[3:5], colour[5:7]}) == 1, colour
        assert "script" not in svg
        assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert set(re.findall(r'font-family="([^"]*)"', svg)) == {
            "Atkinson Hyperlegible Next"
        }


def test_lines_are_told_apart_without_colour() -> None:
    """Three lines: whole, dashed, dotted; a dot, a square, a ring."""
    svg = drawn(a_chart((1, 2), (3, 4), (5, 6)))

    dashes = re.findall(r"<polyline[^>]*?(?:stroke-dasharray=\"([^\"]*)\")?\s*/>", svg)
    assert set(dashes) == {"", "7 4", "1.5 3"}
    assert "<rect" in svg
    assert svg.count('fill="#ffffff"') >= 2


def test_what_is_left_out_changes_the_look_of_nothing_else() -> None:
    """White is "did not go" on each paper of a meeting, or it is nothing."""
    called_off = Series("Called off by others", (1, 2))
    columns = a_chart((1, 2), shape=Shape.COLUMNS)
    three = (*columns.series, Series("Did not go", (0, 0)), called_off)

    whole = drawn(replace(columns, series=three))
    kept = replace(called_off, look=2)
    less = drawn(replace(columns, series=(columns.series[0], kept)))

    dots = 'fill="url(#dots)"'
    assert dots in whole
    assert whole.count(dots) == less.count(dots)


def test_what_was_missed_and_what_is_not_known_have_their_own_signs() -> None:
    """A cross for not gone to, a question mark for no debrief; both in the legend."""
    chart = a_chart(
        (5, None, None),
        missed=(1,),
        missed_name="not gone to",
        unknown=(2,),
        unknown_name="no debrief",
    )

    svg = drawn(chart)

    assert svg.count("l8,8M") == 2  # one in the chart, one in the legend
    assert svg.count(">?</text>") == 2
    assert "not gone to" in svg
    assert "no debrief" in svg


def test_a_chart_with_nothing_known_can_be_drawn() -> None:
    """No value at all is an empty chart, and no error."""
    assert lines_of(drawn(a_chart((None, None)))) == []
    crisis = next(chart for chart in CHARTS if chart.key == "crisis")
    places = range(len(crisis.labels))
    nothing = Series("calls", tuple(None for _place in places))
    bare = replace(crisis, series=(nothing,), unknown=tuple(places))
    assert drawn(bare).count(">?</text>") == len(places) + 1  # one is in the legend
    assert not re.search(r'paint-order="stroke">\d', drawn(bare))


@given(st.integers(1, 400), st.integers(1, 60), st.integers(1, 60))
def test_spans_hold_every_day_once(days: int, length: int, least: int) -> None:
    """From the first day to the last, none twice, none too short but alone."""
    first = date(2026, 1, 1)
    last = first + timedelta(days=days - 1)

    found = spans(first, last, length, least=min(least, length))

    told = [start + timedelta(days=n) for start, end in found
            for n in range((end - start).days + 1)]  # fmt: skip
    assert told == [first + timedelta(days=n) for n in range(days)]
    if len(found) > 1:
        assert all((end - start).days + 1 >= min(least, length) for start, end in found)


def test_days_that_were_not_written_are_empty_places() -> None:
    """Sleep of Monday and Thursday leaves Tuesday and Wednesday empty, not joined."""
    monday = date(2026, 9, 7)
    told = {
        monday: (420, "a" * 8),
        monday + timedelta(days=3): (300, "b" * 8),
        monday + timedelta(days=4): (360, "b" * 8),
    }

    chart = daily_chart(told, "sleep", "Sleep", "Hours", scale=60)

    assert chart
    assert chart.series[0].points == (420, None, None, 300, 360)
    assert lines_of(drawn(chart)) == [2]
    assert ", ".join(chart.rows[0]) == (
        "Monday 7 September 2026, 7h, , , 5h, 6h, , , aaaaaaaa, bbbbbbbb"
    )
    assert "written on 3 days: 7 Sep 7h, 10 Sep 5h, 11 Sep 6h" in chart.says


def test_every_number_of_a_chart_is_in_its_words_and_its_table() -> None:
    """Whoever cannot see the columns has the same numbers."""
    attendance = next(chart for chart in CHARTS if chart.key == "attendance")

    for place, row in enumerate(attendance.rows):
        drawn_there = [str(one.points[place]) for one in attendance.series]
        assert list(row[2:]) == drawn_there
        assert f"went to {row[2]} of" in attendance.says


def test_lines_of_the_same_values_do_not_hide_each_other() -> None:
    """Two lines through the same numbers: no two points are at the same place."""
    svg = drawn(a_chart((5, 5), (5, 5), (5, 5)))

    lines = re.findall(r'<polyline points="([^"]*)"', svg)
    found = [p for line in lines if line != "0.0,-4.0 30.0,-4.0" for p in line.split()]
    across = sorted(float(point.partition(",")[0]) for point in found)
    assert len(found) == 6
    assert all(b - a > 2 * MARK - 0.2 for a, b in pairwise(across))


def test_a_line_alone_stands_at_its_place() -> None:
    """Nothing is set aside where there is nothing to hide."""
    alone, beside = drawn(a_chart((5, 5))), drawn(a_chart((5, 5), (5, 5)))

    assert re.findall(r'<polyline points="([^"]*)"', alone)[0] not in beside
    assert lines_of(alone) == [2]
