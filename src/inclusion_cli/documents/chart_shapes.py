"""The shapes of our charts, each told from the others without colour."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from leather.shapes.base import Shape

from inclusion_cli.tongue import say as in_words

FONT = in_words("Atkinson Hyperlegible Next")
LETTER = 6.2
"""How wide a letter of the legend is, about."""
INK, SOFT = "#000000", "#6b6b6b"
LOOKS = (("", "dot"), ("7 4", "square"), ("1.5 3", "ring"), ("9 3 2 3", "diamond"))
"""How a line is dashed and what marks its points, line by line."""
LEVELS = ("8 3 2 3", "2 4", "10 6")
"""How a line across is dashed, line by line."""
FILLS = ("#3a3a3a", "#ffffff", in_words("url(#dots)"), "#c9c9c9")
COLUMN, WIDEST = 0.25, 28.0
"""Half a column: of the place it stands in, and at most."""
MARK = 3.4
ASIDE, ASIDE_PART = 2 * MARK, 0.25
"""How far a line is set aside: a mark's width, and at most this part of a place."""
DOTS = in_words(
    '<defs><pattern id="dots" width="5" height="5" '
    'patternUnits="userSpaceOnUse"><rect width="5" '
    'height="5" fill="#ffffff"/><circle cx="2.5" cy="2.5" '
    'r="1.2" fill="#000000"/></pattern></defs>'
)

Entry = list[tuple[Element, float]]
Point = tuple[float, float]


class OwnShape(Shape):  # type: ignore[misc]
    """A shape of our own: takes any series, and has its own place in the legend."""

    def validate_series(self, series: Any) -> bool:
        """Take every series."""
        del series
        return True

    def legend_to_svg(self, series: Any, palette: Any) -> Entry:
        """Return the entry of the legend: a sample of the shape, and its name."""
        del palette
        group = Element("g")
        self.sample(group)
        write(group, (36, 0), series.name)
        return [(group, 52 + len(series.name) * LETTER)]

    def to_svg(
        self, width: float, height: float, x: Any, y: Any, *more: Any
    ) -> Element:
        """Return the shape drawn over the whole chart; `more` begins with its data."""
        group = Element("g")
        floor = Floor(width, height, x, y)
        self.draw(group, floor, more[0])
        return group

    def draw(self, group: Element, floor: Floor, series: Any) -> None:
        """Draw the shape into a group."""
        raise NotImplementedError

    def sample(self, group: Element) -> None:
        """Draw a sample of the shape into the legend."""


class Floor:
    """Where a value lies on the page."""

    def __init__(self, width: float, height: float, x: Any, y: Any) -> None:
        self.width, self.height, self._x, self._y = width, height, x, y

    def across(self, place: float) -> float:
        """Return how far from the left a place lies."""
        return float(self._x.project(place, 0, self.width))

    def down(self, value: float) -> float:
        """Return how far from the top a value lies."""
        return float(self._y.project(value, self.height, 0))


class Marked(OwnShape):
    """A line with marks, broken wherever a value is missing.

    Where there are several, each stands a little to the side of the one before, so that
    none hides another of the same value.
    """

    def __init__(self, look: int, *, place: int = 0, among: int = 1) -> None:
        self._dash, self._mark = LOOKS[look % len(LOOKS)]
        self._aside = place - (among - 1) / 2

    def draw(self, group: Element, floor: Floor, series: Any) -> None:
        """Draw each unbroken run, and a mark for each value."""
        place = floor.across(1) - floor.across(0)
        aside = self._aside * min(ASIDE, place * ASIDE_PART)
        runs: list[list[Point]] = [[]]
        for datum in series.data():
            if datum.y is None:
                runs.append([])
            else:
                runs[-1].append((floor.across(datum.x) + aside, floor.down(datum.y)))
        for run in runs:
            self._line(group, run)
        for point in (point for run in runs for point in run):
            mark(group, self._mark, point)

    def _line(self, group: Element, run: list[Point]) -> None:
        if len(run) > 1:
            points = " ".join(f"{px:.1f},{py:.1f}" for px, py in run)
            line = SubElement(group, "polyline", points=points, fill="none")
            stroke(line, 1.6, self._dash)

    def sample(self, group: Element) -> None:
        """Draw a short line with its mark."""
        self._line(group, [(0, -4), (30, -4)])
        mark(group, self._mark, (15, -4))


class Column(OwnShape):
    """Columns that stand on those before them; nothing where nothing is known.

    `feet` is where each begins. One that is `alone` has its number above it.
    """

    def __init__(self, number: int, feet: tuple[float, ...], *, alone: bool) -> None:
        self._fill, self._feet = FILLS[number % len(FILLS)], feet
        self._alone = alone

    def draw(self, group: Element, floor: Floor, series: Any) -> None:
        """Draw a column for each value."""
        half = min((floor.across(1) - floor.across(0)) * COLUMN, WIDEST)
        for datum, foot in zip(series.data(), self._feet, strict=False):
            if datum.y is None:
                continue
            middle, head = floor.across(datum.x), floor.down(foot + datum.y)
            if datum.y:
                size = (2 * half, floor.down(foot) - head)
                box(group, self._fill, (middle - half, head), size)
            if self._alone:
                said = f"{datum.y:.1f}".removesuffix(".0")
                write(group, (middle, head - 4), said, anchor="middle")

    def sample(self, group: Element) -> None:
        """Draw a small box in the same pattern."""
        box(group, self._fill, (8, -11), (20, 12))


class Signs(OwnShape):
    """A cross or a question mark at the foot of places that have no value."""

    def __init__(self, sign: str, places: tuple[int, ...]) -> None:
        self._sign, self._places = sign, places

    def draw(self, group: Element, floor: Floor, series: Any) -> None:
        """Draw the signs on the axis."""
        del series
        for place in self._places:
            mark(group, self._sign, (floor.across(place + 1), floor.height - 7))

    def sample(self, group: Element) -> None:
        """Draw one of them."""
        mark(group, self._sign, (18, -5))


class Level(OwnShape):
    """A line across, to hold the rest against; of several each has its dashes."""

    def __init__(self, look: int = 0) -> None:
        self._dash = LEVELS[look % len(LEVELS)]

    def draw(self, group: Element, floor: Floor, series: Any) -> None:
        """Draw the line from side to side."""
        self._across(group, floor.width, floor.down(series.max(1)))

    def sample(self, group: Element) -> None:
        """Draw a short piece of the line."""
        self._across(group, 30, -4)

    def _across(self, group: Element, right: float, y: float) -> None:
        line = SubElement(group, "line", x1="0", x2=say(right), y1=say(y), y2=say(y))
        stroke(line, 1.4, self._dash)


class Begins(OwnShape):
    """Thin upright lines where something begins, with words at the top."""

    def __init__(self, begins: tuple[tuple[int, str], ...]) -> None:
        self._begins = begins

    def legend_to_svg(self, series: Any, palette: Any) -> Entry:
        """Return no entry: the words stand at the line itself."""
        del series, palette
        return []

    def draw(self, group: Element, floor: Floor, series: Any) -> None:
        """Draw the lines, and their words."""
        del series
        for number, (place, words) in enumerate(self._begins):
            at = floor.across(place + 0.5)
            foot = say(floor.height)
            line = SubElement(group, "line", x1=say(at), y1="0", x2=say(at), y2=foot)
            stroke(line, 1, "2 2")
            low = 9 + 11 * (number % 3)  # two that are near do not overlap
            write(group, (at + 3, low), words, size=10)


def mark(group: Element, kind: str, at: Point) -> None:
    """Draw a mark: dot, ring, square, diamond, cross or question mark."""
    x, y = at
    if kind == "square":
        side = 2 * MARK - 0.4
        box(group, "#8a8a8a", (x - side / 2, y - side / 2), (side, side))
    elif kind == "diamond":
        points = f"{x:.1f},{y - 5:.1f} {x + 4:.1f},{y:.1f} {x:.1f},{y + 5:.1f}"
        points += f" {x - 4:.1f},{y:.1f}"
        stroke(SubElement(group, "polygon", points=points, fill="#ffffff"), 1.4)
    elif kind == "query":
        write(group, (x, y + 4), "?", anchor="middle")
    elif kind == "cross":
        d = f"M{x - 4:.1f},{y - 4:.1f}l8,8M{x - 4:.1f},{y + 4:.1f}l8,-8"
        stroke(SubElement(group, "path", d=d, fill="none"), 1.6)
    else:
        fill = INK if kind == "dot" else "#ffffff"
        spot = SubElement(group, "circle", cx=say(x), cy=say(y), r=str(MARK), fill=fill)
        stroke(spot, 1.4)


def box(group: Element, fill: str, at: Point, size: Point) -> None:
    """Draw a box with an outline."""
    named = dict(
        zip(("x", "y", "width", "height"), map(say, (*at, *size)), strict=True)
    )
    stroke(SubElement(group, "rect", named, fill=fill), 1)


def write(
    group: Element, at: Point, words: str, *, size: int = 12, anchor: str = "start"
) -> None:
    """Write words in the font we carry."""
    text = SubElement(group, "text", x=say(at[0]), y=say(at[1]), fill=INK)
    text.set("text-anchor", anchor)
    text.set("stroke", "#ffffff")  # a rim of white keeps it clear of lines
    text.set("stroke-width", "3")
    text.set("paint-order", "stroke")
    text.set("font-family", FONT)
    text.set("font-size", str(size))
    text.text = words


def stroke(element: Element, width: float, dash: str = "") -> None:
    """Draw an element's outline in ink, dashed where a pattern is given."""
    element.set("stroke", INK)
    element.set("stroke-width", str(width))
    if dash:
        element.set("stroke-dasharray", dash)


def say(number: float) -> str:
    """Return a length as SVG writes it."""
    return f"{number:.1f}"
