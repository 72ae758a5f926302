"""The page of a dashboard: whole, offline, and to be read without eyes or a mouse."""

from __future__ import annotations

import re
from typing import Any

import pytest

from inclusion_cli.documents.dashboard import as_html
from inclusion_cli.domain.dashboard import (
    Dashboard,
    person_dashboard,
    service_dashboard,
)
from inclusion_cli.domain.numbers import person_numbers
from inclusion_cli.domain.sheet import Sheet
from tests.builders import DAY_ONE, a_debrief, at, day
from tests.documents.page import Node, read
from tests.domain.making import CHOSE_NOT, OURS, a_case, good

LAST = 120
HOSTILE = '<script>alert(1)</script> & "quoted" \x1b[31m'
SHEET = Sheet(
    "AK-014", HOSTILE, "A report", DAY_ONE, "today", "HEAD-CODE", 9, practice=True
)


def board() -> Dashboard:
    """Return a dashboard with every chart in it, and words that mean harm."""
    calls = [a_debrief(n, contacts=(day(n),)) for n in (70, 74, 79, 85, 92)]
    lost = a_debrief(100, outcome=OURS, words=HOSTILE)
    missed = a_debrief(101, outcome=CHOSE_NOT)
    case = a_case(*good(*range(1, 64, 3)), *calls, lost, missed)
    numbers = person_numbers(case, now=at(LAST, 20), first=day(1), last=day(LAST))
    return person_dashboard(case, numbers)


def empty() -> Dashboard:
    """Return the dashboard of a service without anybody."""
    return service_dashboard([], first=day(1), last=day(LAST), service="")


@pytest.fixture(scope="module", params=[board, empty], ids=["full", "empty"])
def html(request: pytest.FixtureRequest) -> bytes:
    """Return a page as bytes."""
    return as_html(request.param(), SHEET)


def test_it_is_one_whole_page(html: bytes) -> None:
    """It has a doctype, a language, a title, one h1, and landmarks, each once."""
    page = read(html)
    root = page.root

    assert page.doctype == "DOCTYPE html"
    assert root.all("html")[0].attrs["lang"] == "en-GB"
    assert root.all("title")[0].words
    for tag in ("h1", "main", "header", "nav", "footer"):
        assert len(root.all(tag)) == 1, tag
    assert "viewport" in {m.attrs.get("name") for m in root.all("meta")}


def test_nothing_is_fetched_and_nothing_runs(html: bytes) -> None:
    """No script, no address, no font, no picture; and the page forbids them."""
    text = html.decode()
    root = read(html).root

    assert not root.all("script") + root.all("link") + root.all("img")
    assert not re.search(r"https?:|//[a-z]|@import|@font-face|javascript:", text)
    assert not re.search(r"url\((?!#dots-)", text)
    assert not re.search(r"\son\w+=", text)
    rules = [
        m.attrs["content"]
        for m in root.all("meta")
        if m.attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert rules == [
        (
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
            "form-action 'none'"
        )
    ]


def test_what_people_wrote_is_shown_and_never_obeyed(html: bytes) -> None:
    """A tag in a name is words; a control character is seen."""
    text = html.decode()

    assert "<script" not in text
    assert "\x1b" not in text
    assert "&lt;script&gt;" in text


def test_every_drawing_has_a_name_its_words_and_its_table(html: bytes) -> None:
    """Whoever does not see a chart is told what it shows, and has its numbers."""
    root = read(html).root

    for svg in root.all("svg"):
        assert svg.attrs["role"] == "img"
        name, words = svg.attrs["aria-labelledby"].split()
        assert [svg.children[n].tag for n in (0, 1)] == ["title", "desc"]
        assert svg.children[0].attrs["id"] == name
        assert svg.children[1].attrs["id"] == words
        assert len(svg.children[1].words) > 20
        assert "viewbox" in svg.attrs
    for section in root.all("section"):
        tables, charts = section.all("table"), section.all("figure")
        assert len(tables) >= len(charts)


def test_the_charts_are_there_where_there_are_numbers() -> None:
    """Weeks, worry and days between calls are drawn, each under its own name."""
    root = read(as_html(board(), SHEET)).root

    assert len(root.all("svg")) == 3
    assert len(root.all("figcaption")) == 3


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(a_case(decisions=()), id="nothing recorded"),
        pytest.param(a_case(steps=(), decisions=()), id="no plan"),
    ],
)
def test_no_heading_stands_over_nothing(case: Any) -> None:
    """Of somebody with nothing yet, of everybody, of nobody."""
    one = person_numbers(case, now=at(LAST, 20), first=day(1), last=day(LAST))
    everybody = service_dashboard([one], first=day(1), last=day(LAST), service="")

    for shown in (person_dashboard(case, one), everybody, empty()):
        for part in shown.parts:
            assert part.facts, part.key
            assert all(table.rows for table in part.tables), part.key


def test_every_id_is_there_once_and_every_link_arrives(html: bytes) -> None:
    """The skip link leads to the numbers, the list of contents to each part."""
    root = read(html).root
    ids = [n.attrs["id"] for n in _every(root) if "id" in n.attrs]

    assert len(ids) == len(set(ids))
    links = [a.attrs["href"] for a in root.all("a")]
    assert links[0] == "#numbers"
    assert all(link[0] == "#" and link[1:] in ids for link in links)
    for node in _every(root):
        named = node.attrs.get("aria-labelledby", "").split()
        assert all(one in ids for one in named)


def test_headings_go_down_one_step_at_a_time(html: bytes) -> None:
    """h1, then h2; none is left out and none is empty."""
    levels = [int(n.tag[1]) for n in _every(read(html).root) if n.tag in ("h1", "h2")]

    assert levels[0] == 1
    assert set(levels[1:]) == {2}


def test_every_table_has_a_caption_and_heads_that_say_of_what(html: bytes) -> None:
    """Each column and each row is named for whoever reads it cell by cell."""
    for table in read(html).root.all("table"):
        assert table.all("caption")[0].words
        heads = table.all("thead")[0].all("th")
        assert all(head.attrs["scope"] == "col" and head.words for head in heads)
        for row in table.all("tbody")[0].all("tr"):
            assert row.children[0].attrs["scope"] == "row"
            assert len(row.children) == len(heads)


def test_what_scrolls_can_be_reached_by_key(html: bytes) -> None:
    """A wide table or chart is a named region with a place in the tab order."""
    for box in [n for n in _every(read(html).root) if n.attrs.get("class") == "wide"]:
        assert box.attrs["tabindex"] == "0"
        assert box.attrs["role"] == "region"
        assert box.attrs["aria-label"]
    assert not any(
        int(n.attrs.get("tabindex", "0")) > 0 for n in _every(read(html).root)
    )


def test_it_is_made_for_dark_rooms_printers_and_forced_colours(html: bytes) -> None:
    """The style knows each of them, and no meaning hangs on a colour."""
    style = read(html).root.all("style")[0].text

    for wanted in ("prefers-color-scheme: dark", "forced-colors: active", "print"):
        assert f"@media ({wanted})" in style or f"@media {wanted}" in style
    drawn = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', html.decode()))
    assert all(grey[1:3] == grey[3:5] == grey[5:7] for grey in drawn)


def _every(node: Node) -> list[Node]:
    return [node, *(n for child in node.children for n in _every(child))]
