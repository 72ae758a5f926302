"""Charts as SVG, drawn by leather: readable in grey, and a gap stays a gap.

The library lays out scales, axes and legend; our shapes give each series a mark and a
pattern of its own, so that no colour is needed. No script, no link, the font we carry,
the same text for the same data.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import leather
from leather import theme
from leather.data_types import Number

from inclusion_cli.documents import chart_shapes as shapes
from inclusion_cli.domain.chart import Chart, Series, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

WIDTH, HEIGHT = 720, 250
MOST_LABELS, MOST_WIDE, NARROW = 20, 11, 3
"""Labels there is room for: of up to 3 letters, and of more."""
MOST_STEPS = 6

Layer = tuple[Any, shapes.OwnShape]


def drawn(chart: Chart) -> str:
    """Return a chart as SVG text."""
    _settle()
    places = len(chart.labels)
    art = leather.Chart()
    art.set_x_scale(_Exactly(places + 1))
    art.set_y_scale(_Exactly(chart.top))
    art.set_x_axis(_Below(chart))
    art.add_y_axis(ticks=_steps(chart.top), tick_formatter=_number, name=chart.unit)
    for series, shape in _layers(chart):
        art.add_series(series, shape)
    head, closing, rest = str(art.to_svg(width=WIDTH, height=HEIGHT)).partition(">")
    return f"{head}{closing}{shapes.DOTS}{rest}"


def _layers(chart: Chart) -> Iterator[Layer]:
    """Return what is drawn, from the ground up."""
    if chart.begins:
        yield _data(chart, "", (0,)), shapes.Begins(chart.begins)
    if chart.level is not None:
        yield _data(chart, chart.level_name, (chart.level,)), shapes.Level()
    for number, (level, name) in enumerate(chart.levels):
        yield _data(chart, name, (level,)), shapes.Level(number)
    yield from _columns(chart) if chart.shape is Shape.COLUMNS else _lines(chart)
    marks = {"cross": (chart.missed_name, chart.missed)}
    marks["query"] = (chart.unknown_name, chart.unknown)
    for sign, (name, places) in marks.items():
        if places:
            yield _data(chart, name, (0,)), shapes.Signs(sign, places)


def _columns(chart: Chart) -> Iterator[Layer]:
    below = [0] * len(chart.labels)
    for number, one in enumerate(chart.series):
        feet = tuple(foot / chart.scale for foot in below)
        alone = len(chart.series) == 1
        column = shapes.Column(_look(one, number), feet, alone=alone)
        yield _data(chart, one.name, one.points), column
        below = [b + (p or 0) for b, p in zip(below, one.points, strict=True)]


def _lines(chart: Chart) -> Iterator[Layer]:
    for number, one in enumerate(chart.series):
        mark = shapes.Marked(_look(one, number), place=number, among=len(chart.series))
        yield _data(chart, one.name, one.points), mark


def _look(one: Series, number: int) -> int:
    return number if one.look is None else one.look


def _data(chart: Chart, name: str, points: tuple[int | None, ...]) -> Any:
    rows = [
        (place, None if point is None else point / chart.scale)
        for place, point in enumerate(points, start=1)
    ]
    return _Points(rows, name=name)


def _steps(top: int) -> list[int]:
    """Return the values of the axis that are written, in even steps."""
    steps = (1, 2, 5, 10, 20, 50, 100, 1000)
    step = next((s for s in steps if top / s <= MOST_STEPS), top)
    return list(range(0, top + 1, step))


def _number(value: int, _place: int, _count: int) -> str:
    return str(value)


class _Points(leather.Series):  # type: ignore[misc]
    """Places and numbers, also where every number is missing."""

    def _infer_type(self, dimension: int) -> Any:
        del dimension
        return Number

    def min(self, dimension: int) -> float:
        """Return the least value, nothing where there is none."""
        return min(self._known(dimension), default=0)

    def max(self, dimension: int) -> float:
        """Return the greatest value, nothing where there is none."""
        return max(self._known(dimension), default=0)

    def _known(self, dimension: int) -> Iterator[float]:
        return (value for value in self.values(dimension) if value is not None)


class _Exactly(leather.Scale):  # type: ignore[misc]
    """From nothing to a last value; the library's own searches long for round ones."""

    def __init__(self, last: int) -> None:
        self._last = last

    def contains(self, value: float) -> bool:
        """Say whether a value is on the scale."""
        return 0 <= value <= self._last

    def project(self, value: float, start: float, end: float) -> float:
        """Return where a value lies between a start and an end."""
        return start + (end - start) * value / self._last


class _Below(leather.Axis):  # type: ignore[misc]
    """The axis below: labels at as many places as there is room for, and no grid."""

    def __init__(self, chart: Chart) -> None:
        wide = max(map(len, chart.labels)) > NARROW
        every = -(-len(chart.labels) // (MOST_WIDE if wide else MOST_LABELS))
        ticks = list(range(1, len(chart.labels) + 1, every))
        self._labels = chart.labels
        super().__init__(ticks, self._label, chart.places)

    def _label(self, value: int, _place: int, _count: int) -> str:
        return self._labels[value - 1]

    def to_svg(self, width: float, height: float, scale: Any, orient: str) -> Element:
        """Return the axis, its ticks short."""
        group: Element = super().to_svg(width, height, scale, orient)
        for line in group.iter("line"):
            line.set("y1", f"{height:.1f}")
            line.set("stroke", shapes.SOFT)
        return group


@cache
def _settle() -> None:
    """Settle the library's look once: our font, black on white."""
    for name in ("legend", "tick", "axis_title", "title"):
        setattr(theme, f"{name}_font_family", shapes.FONT)
        setattr(theme, f"{name}_font_size", 12)
        setattr(theme, f"{name}_font_char_height", 12)
        setattr(theme, f"{name}_font_char_width", shapes.LETTER)
    theme.background_color = "#ffffff"
    theme.margin = 0.02
    theme.legend_color = theme.label_color = theme.axis_title_color = shapes.INK
    theme.tick_color, theme.zero_color = "#d0d0d0", shapes.INK
    theme.axis_title_gap = 14
