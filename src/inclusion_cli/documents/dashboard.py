"""A dashboard as one page of HTML: nothing is fetched, and no script runs.

What people wrote goes through Jinja's own escaping. Only the drawings are markup of
ours; each has a title, a description and the table of its numbers.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from inclusion_cli.documents import charts
from inclusion_cli.documents.room import room
from inclusion_cli.domain.kept import short_id
from inclusion_cli.plain import one_line, plain, shown
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.sandbox import SandboxedEnvironment

    from inclusion_cli.domain.chart import Chart
    from inclusion_cli.domain.dashboard import Dashboard
    from inclusion_cli.domain.sheet import Sheet

BELOW = say("The table below has its numbers.")
MOST_RECORDS = 6
"""Ids said behind a sentence; of more, how many there are."""


def as_html(view: Dashboard, sheet: Sheet, own: Path | None = None) -> bytes:
    """Return a dashboard as HTML. `own` is a folder of the service's templates."""
    text = _room(own).get_template("dashboard.html.j2").render(page=_page(view, sheet))
    return text.encode()


def _page(view: Dashboard, sheet: Sheet) -> dict[str, Any]:
    parts = [
        {
            "key": part.key,
            "title": part.title,
            "facts": [
                {"says": fact.says, "records": _records(fact.records)}
                for fact in part.facts
            ],
            "tables": [plain(t) for t in (*part.drawn, *part.tables)],
            "charts": [
                {"title": c.title, "art": _drawing(c), "below": BELOW}
                for c in part.charts
            ],
        }
        for part in view.parts
    ]
    page: dict[str, Any] = _clean(
        {
            "tab": say("Dashboard {code}", code=view.code).strip(),
            "title": view.title,
            "period": view.period,
            "marks": list(_marks(sheet)),
            "note": view.note,
            "words": {
                "skip": say("Go to the numbers"),
                "practice": say("PRACTICE. Nobody here is real."),
                "contents": say("On this page"),
                "narrow": say("Slide it sideways: the newest is on the right."),
            },
            "parts": parts,
        }
    )
    return {**page, "sheet": sheet}


def _marks(sheet: Sheet) -> list[tuple[str, str]]:
    return [
        (say("For"), sheet.recipient),
        (say("Purpose"), sheet.purpose),
        (say("Made"), sheet.made),
        (
            say("Head code"),
            say("{head}, {entries} entries", head=sheet.head, entries=sheet.entries),
        ),
    ]


def _records(records: tuple[str, ...]) -> str:
    if len(records) > MOST_RECORDS:
        return say("{records} records", records=len(records))
    return ", ".join(map(short_id, records))


def _drawing(chart: Chart) -> Markup:
    """Return a chart as SVG that stands in a page: named, described, ids its own."""
    art = re.sub(r"<\?xml[^>]*>\s*", "", charts.drawn(chart))
    art = re.sub(r' (?:xmlns(?::\w+)?|version)="[^"]*"', "", art)
    art = re.sub(r'\bid="dots"', f'id="dots-{chart.key}"', art)
    art = art.replace("url(#dots)", f"url(#dots-{chart.key})")
    name, words = f"chart-{chart.key}-name", f"chart-{chart.key}-words"
    size = f'viewBox="0 0 {charts.WIDTH} {charts.HEIGHT}"'
    named = f'role="img" aria-labelledby="{name} {words}"'
    head, _closing, rest = art.partition(">")
    head = re.sub(r' (?:viewBox|width|height)="[^"]*"', "", head)
    told = f'<title id="{name}">{escape(chart.title)}</title>'
    told += f'<desc id="{words}">{escape(chart.says)}</desc>'
    return Markup(f"{head} {size} {named}>{told}{rest}")  # noqa: S704 - drawn by us


def _clean(data: Any) -> Any:
    """Return data in which control characters are shown and never obeyed."""
    if isinstance(data, Markup):
        return data
    if isinstance(data, str):
        return one_line(shown(data))
    if isinstance(data, list | tuple):
        return [_clean(item) for item in data]
    if isinstance(data, dict):
        return {key: _clean(item) for key, item in data.items()}
    return data


@cache
def _room(own: Path | None) -> SandboxedEnvironment:
    """Return where templates are read from."""
    return room("html", own, escapes=True)
