"""A chart as data: what is drawn, its numbers, and what it shows in words."""

from __future__ import annotations

from enum import Enum

from inclusion_cli.domain.record import record


class Shape(Enum):
    """How a chart is drawn."""

    LINES = "lines"
    COLUMNS = "columns"


@record
class Series:
    """One line, or one part of each column; None where nothing is known.

    `look` is the number of its pattern or mark, its place among the series where it is
    None: what has one look in all charts keeps it where another is left out.
    """

    name: str
    points: tuple[int | None, ...]
    look: int | None = None


@record
class Chart:
    """What is drawn, in whole numbers; each place has its label below.

    `scale` is what a point is divided by to be read: 10 where they are tenths. `top` is
    the highest value of the axis, as read. `missed` are places where something was
    planned and did not take place, `unknown` where nobody knows. `begins` marks places
    with words, such as "step 2". `level` is a line across, in the same unit as points,
    with its name; `levels` are more of them. `says` is the whole of it in words. `rows`
    under `heads` are its numbers, empty where another table has them.
    """

    key: str
    title: str
    shape: Shape
    unit: str
    places: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    top: int
    says: str
    scale: int = 1
    missed: tuple[int, ...] = ()
    missed_name: str = ""
    unknown: tuple[int, ...] = ()
    unknown_name: str = ""
    begins: tuple[tuple[int, str], ...] = ()
    level: int | None = None
    level_name: str = ""
    levels: tuple[tuple[int, str], ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
