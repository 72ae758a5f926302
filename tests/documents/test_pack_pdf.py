"""The long pack as PDF: its structure read back, its charts, its other scripts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.documents import pack as packs
from tests.documents.a_case import a_case, a_pack, decided
from tests.documents.a_long_case import a_long_pack
from tests.documents.reading import reader, words
from tests.documents.structure import artifacts, languages, tree, unembedded

if TYPE_CHECKING:
    from inclusion_cli.domain.pack_lines import ReviewPack

PACK = a_long_pack()
PDF = packs.as_pdf(PACK)
TREE = tree(PDF)
PAGES = len(reader(PDF).pages)


def test_a_long_pack_has_twelve_pages_and_more() -> None:
    """Twelve weeks, forty sessions, every chart: the pack other promises are of."""
    assert PAGES >= 12
    assert [chart.key for chart in PACK.charts] == [
        "worry",
        "ratings",
        "attendance",
        "crisis",
        "sleep",
        "craving",
    ]


def test_its_title_is_shown_and_its_language_is_named() -> None:
    """A reader's window names the paper, and speaks English unless told otherwise."""
    root: Any = reader(PDF).trailer["/Root"]

    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader(PDF).metadata.title == "Step review, AK-014"  # type: ignore[union-attr]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]


def test_headings_go_down_one_level_at_a_time() -> None:
    """Whoever moves from heading to heading misses no level; one title comes first."""
    levels = [int(node.tag[1]) for node in TREE.every("H1", "H2", "H3")]

    assert levels[0] == 1
    assert all(new <= old + 1 for old, new in pairwise(levels))
    assert [node.tag for node in TREE.every("Title")] == ["Title"]


def test_the_sections_come_in_the_order_a_meeting_needs() -> None:
    """Bookmarks are the same headings: who and their own words first, then the rest."""
    found = [o.title for o in reader(PDF).outline if not isinstance(o, list)]

    assert found == [
        "Who this is about",
        "In Amina's own words",
        "What matters to Amina",
        "Where Amina is on the ladder",
        "What was agreed, and what the records show",
        "How sessions went",
        "Money",
        "Fears against facts",
        "Decisions, and why",
        "Limits",
        "Both alarms",
        "The formulation",
        "The card",
        "What is next",
        "Right of reply",
        "Signatures",
    ]


def test_every_table_names_its_columns() -> None:
    """Each table begins with header cells of a column, and each cell names its own."""
    tables = list(TREE.every("Table"))

    assert len(tables) > 10
    for table in tables:
        heads = list(table.every("TH"))
        assert heads
        assert {head.scope for head in heads} == {"Column"}
        assert all(cell.headers for cell in table.every("TD"))


def test_every_chart_says_in_words_what_it_shows() -> None:
    """The text alternative is the one of the data, number by number."""
    figures = list(TREE.every("Figure"))

    assert [figure.alt for figure in figures] == [chart.says for chart in PACK.charts]
    assert "Before: 9, 8, none" in figures[0].alt
    assert "No debrief: session 15, 22." in figures[0].alt


def test_headers_and_footers_are_not_read_aloud() -> None:
    """What stands on every page is an artifact on every page."""
    found = artifacts(PDF)

    assert len(found) == PAGES
    assert all({"Header", "Pagination"} <= page for page in found)


def test_all_fonts_are_carried_along() -> None:
    """Text and charts print the same on a computer with no fonts at all."""
    assert unembedded(PDF) == set()


def test_words_of_other_languages_are_named_as_such() -> None:
    """Where letters leave no doubt; a sentence in three languages is left alone."""
    assert languages(PDF) == {"en", "ar", "he"}


def test_a_polish_name_makes_no_polish_sentence() -> None:
    """An English sentence is read in English, whoever is named in it."""
    assert languages(said("We went to Łódź and I liked it a lot")) == {"en"}


def said(words_said: str) -> bytes:
    """Return the PDF of a pack in which somebody said these words."""
    case = a_case()
    first = case.debriefs[0]
    told = replace(first, record=replace(first.record, words=words_said))
    return packs.as_pdf(a_pack(decided(a_case(debriefs=(told,)))))


@pytest.mark.parametrize(
    ("given", "lang"),
    [
        ("Dŵr a tŷ, ŵyr ŷd", "cy"),
        ("Zażółć gęślą jaźń", "pl"),
        ("Ґанок, їжак, євро", "uk"),
    ],
)
def test_latin_and_cyrillic_words_read_back_as_said(given: str, lang: str) -> None:
    """Welsh, Polish and Ukrainian letters are printed, and can be copied out."""
    made = said(given)

    assert given in words(made)
    assert lang in languages(made)


RIGHT_TO_LEFT = [
    ("مجھے 3 دن تنہا نہ چھوڑیں", "ur"),
    ("أنا بخير اليوم (10 دقائق)، bus 8:15 ثم البيت", "ar"),
    ("לא פחדתי היום, 5 מתוך 10", "he"),
]


@pytest.mark.parametrize(("given", "lang"), RIGHT_TO_LEFT)
def test_right_to_left_words_read_back_in_the_order_they_were_said(
    given: str, lang: str
) -> None:
    """Each word whole and in its place, numbers and Latin words inside among them."""
    made = said(given)

    assert lang in languages(made)
    read = words(made)
    for word in re.findall(r"\w+", given):
        assert word in read, word


def test_a_letter_no_font_of_ours_has_is_named() -> None:
    """Ethiopic is not carried: the paper is made, and says what stood there."""
    assert "[ethiopic syllable sa]" in words(said("\u1230 tomorrow"))


def test_a_control_is_seen_and_not_obeyed() -> None:
    """What turns the direction of a line is printed as its name."""
    assert "[RLO]moc" in words(said("\u202emoc"))


def of_then(pack: ReviewPack) -> ReviewPack:
    """Return a pack as it was known on an earlier day."""
    marks = replace(pack.sheet, as_known="As known on Sunday 1 November 2026.")
    return replace(pack, sheet=marks)


def test_every_page_says_as_of_when_it_is() -> None:
    """A page that was taken out of its pack still says that it is of then."""
    made = reader(packs.as_pdf(of_then(a_pack())))

    for page in made.pages:
        assert "As known on Sunday 1 November 2026." in page.extract_text()


def test_what_is_said_is_in_the_tree() -> None:
    """No words of a person are printed and left out for those who listen."""
    made = tree(said(RIGHT_TO_LEFT[1][0]))

    for quote in made.every("BlockQuote"):
        assert list(quote.every("P", "Span"))


def test_a_heading_stands_on_the_page_of_what_follows_it() -> None:
    """Sessions with their first chart, last time's decision, what is next: whole."""
    pages = [" ".join(page.extract_text().split()) for page in reader(PDF).pages]

    def page_of(said: str) -> int:
        return next(n for n, page in enumerate(pages) if said in page)

    assert page_of("How sessions went") == page_of("Chart 1")
    ahead = page_of("What is next")
    assert all(page_of(line) <= ahead for line in PACK.next)
    assert all(line in pages[ahead] for line in PACK.next)


def lowest(page: Any) -> float:
    """Return how far up the last words of a page end, above its foot; in points."""
    found: list[float] = []

    def at(text: str, now: Any, line: Any, *_font: object) -> None:
        height = now[3] * line[5] + now[5]
        if text.strip() and height > FOOT:
            found.append(height)

    page.extract_text(visitor_text=at)
    return min(found)


FOOT, HIGH = 62, 842
"""Where the foot of a page ends, and how high a page of A4 is, in points."""


def test_sections_flow_and_leave_no_page_half_empty() -> None:
    """Whatever stands before them: up to where the person is given room to reply."""
    for lines in (0, 4):
        pages = reader(packs.as_pdf(further_down(PACK, lines))).pages
        read = [page.extract_text() for page in pages]
        reply = next(n for n, page in enumerate(read) if "Right of reply" in page)

        for number, page in enumerate(pages[:reply]):
            assert lowest(page) < HIGH / 2, (lines, number)


def test_no_row_of_a_table_is_split_between_pages() -> None:
    """A row that no longer fits goes to the next page, whole."""
    steps = tuple(
        replace(step, where=f"First{n} {'to the seat by the door ' * 10} last{n}")
        for n, step in enumerate(PACK.ladder)
    )

    for lines in range(0, 16, 3):
        pack = further_down(replace(a_pack(), ladder=steps), lines)
        for page in reader(packs.as_pdf(pack)).pages:
            read = page.extract_text()
            for n in range(len(steps)):
                assert (f"First{n}" in read) == (f"last{n}" in read), (lines, n)


def further_down(pack: ReviewPack, lines: int) -> ReviewPack:
    """Return a pack whose sections begin some lines further down."""
    return replace(pack, goal="\n".join(("A hot chocolate",) * (lines + 1)))
