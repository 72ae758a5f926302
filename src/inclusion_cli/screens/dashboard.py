"""A dashboard on the screen: sentences, and tables for what has a chart on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Grid, Heading, Line, Title
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.dashboard import Dashboard
    from inclusion_cli.domain.dashboard_lines import Part


def picture(shown: Dashboard) -> Iterator[Block]:
    """Return a dashboard as a page."""
    yield Title(shown.title)
    yield Line(shown.period)
    for part in shown.parts:
        yield from _part(part)
    yield Heading(say("About these numbers"))
    yield Line(shown.note)


def _part(part: Part) -> Iterator[Block]:
    yield Heading(part.title)
    for fact in part.facts:
        yield Line(fact.says)
    for chart in part.charts:
        for series in chart.series:
            points = ", ".join(_said(p, chart.scale) for p in series.points)
            yield Line(
                say(
                    "{title}, {name}, oldest first: {points}.",
                    title=chart.title,
                    name=series.name,
                    points=points,
                )
            )
    for table in part.tables:
        yield Heading(f"{table.caption}:")
        yield Grid(table.heads, table.rows, leads=1)


def _said(point: int | None, scale: int) -> str:
    if point is None:
        return say("not given")
    return f"{point / scale:.1f}".removesuffix(".0")
