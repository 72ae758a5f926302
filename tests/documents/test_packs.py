"""The packs as pages: read whole as golden Markdown, and read back from the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.documents import parts, trace, visit
from inclusion_cli.documents.markdown import render
from inclusion_cli.domain.case_review_pack import case_review_pack
from inclusion_cli.domain.concern import (
    CaseReview,
    Part,
    Refer,
    SafeguardingConcern,
    Sure,
    WishesAsked,
)
from inclusion_cli.domain.continuity import continuity
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.my_record import my_record
from inclusion_cli.domain.paper_parts import PaperLine
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.safety import Safety
from inclusion_cli.domain.service import Worker
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.supervision_page import to_paper
from inclusion_cli.domain.supervision_since import prepared
from inclusion_cli.domain.trace import TracePaper
from inclusion_cli.domain.trace import trace as thread
from inclusion_cli.domain.visit import visit_sheet
from inclusion_cli.domain.visit_rows import rows
from tests.builders import at, day
from tests.documents.a_case import HOSTILE, a_case
from tests.documents.reading import reader, tags, words
from tests.domain.making import keep

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.paper_parts import PartsPaper

NOW = at(40, 12)


def marks(purpose: str, recipient: str = "Jo Ash") -> Sheet:
    """Return the marks of a page."""
    told = ("AK-014", recipient, purpose, day(40), "Saturday 10 October 2026")
    return Sheet(*told, "0000-1111-2222-3333", 42, practice=False)


def a_concern(case: Casefile) -> tuple[Any, Casefile]:
    """Return a concern with its review, and the file it stands in."""
    concern = keep(
        SafeguardingConcern(
            "He said: bring me your card",
            at(20),
            by="Sam",
            needs=Part(Sure.YES, "Help with money"),
            wishes_asked=WishesAsked.EXPRESSED,
            wishes="I want to keep going there",
            reasons_for="It happened before",
            reasons_against="She said no",
            decided=Refer.DO_NOT_REFER,
            why="Declined with help, and her wish is clear",
            told_manager_at=at(20, 12),
        ),
        20,
        id="concern-1",
    )
    review = CaseReview(
        concern.id,
        day(30),
        factor=True,
        how=("person", "place"),
        formulation_current="Yes, three weeks old",
        earliest_sign="He asked for her number the week before",
        learning="Ask about new people each week",
    )
    held = Safety(concerns=(concern,), case_reviews=(keep(review, 30, id="review-9"),))
    return concern, replace(case, safety=held)


def the_paper(name: str) -> PartsPaper:
    """Return one of the papers of parts about a whole case."""
    case = a_case()
    if name == "my_record":
        sheet = marks("Their own copy", case.known_as)
        return my_record(case, sheet, names=("Robin",), large=False).paper
    if name == "continuity":
        where = {"Recovery code": "In the safe", "Backup": "In the safe"}
        return continuity(
            [case],
            marks("To carry on if this laptop is lost"),
            now=NOW,
            defaults=SHIPPED,
            drafts=(),
            where=where,
        )
    if name == "safeguarding":
        concern, whole = a_concern(case)
        return case_review_pack(
            whole, case, concern, marks("To learn"), defaults=SHIPPED, partners=()
        )
    worker = keep(Worker("Sam", "Key worker"), 1, id="sam")
    found = prepared([case], worker=worker, earlier=(), agreed=(), now=NOW)
    return to_paper(found, marks("Supervision"))


def test_the_paper_of_a_supervision_tells_nobody_by_their_name() -> None:
    """People are told by their code, and the strip of a worker's own has none."""
    paper = the_paper("supervision")
    own = replace(paper, sheet=replace(paper.sheet, code=""))

    told = parts.as_markdown(own)

    assert "AK-014: Not in any supervision so far." in told
    assert "Amina" not in told
    assert "\nFor: Jo Ash. Purpose: Supervision." in told
    assert words(parts.papers(own)["pdf"]).startswith("For: Jo Ash")


def test_a_safeguarding_paper_says_once_that_no_review_is_written() -> None:
    """Each question still has what the records show, or that nothing is recorded."""
    case = a_case()
    concern, whole = a_concern(case)
    alone = replace(whole, safety=replace(whole.safety, case_reviews=()))

    paper = case_review_pack(
        alone, case, concern, marks("To learn"), defaults=SHIPPED, partners=()
    )

    told = parts.as_markdown(paper)
    assert told.count("No review is written") == 1
    assert "The review:" not in told
    assert all(part.lines or part.none for part in paper.parts)


PARTS = ("my_record", "continuity", "safeguarding", "supervision")


@pytest.mark.parametrize("name", PARTS)
def test_it_reads_as_its_golden_page(golden: Any, name: str) -> None:
    """A pack says what it said when people last read it whole."""
    golden(f"{name}.md", parts.as_markdown(the_paper(name)))


@pytest.mark.parametrize("name", PARTS)
def test_its_pdf_says_the_same_and_can_be_read_aloud(name: str) -> None:
    """Each title is there, tagged as one; each page has its marks."""
    paper = the_paper(name)
    pdf = parts.papers(paper)["pdf"]

    text = words(pdf)
    for part in paper.parts:
        assert " ".join(part.title.split()) in text, part.title
    assert "/H1" in tags(pdf)
    assert text.count("0000-1111-2222-3333") == len(reader(pdf).pages)
    meta = reader(pdf).metadata
    assert meta
    assert meta.title == f"{paper.name}, AK-014"
    assert pdf == parts.papers(paper)["pdf"]


def test_the_thread_reads_as_its_golden_page(golden: Any) -> None:
    """From wish to outcome, with its gaps."""
    case = a_case()
    told = thread(case, now=NOW, authors={"sam": "Sam"}, formulations=case.formulations)
    paper = TracePaper(marks("Case tracer"), told)

    golden("trace.md", render("trace.md.j2", None, paper=paper))
    assert "No evidence found" in words(trace.papers(paper)["pdf"])


def test_no_line_of_a_thread_is_split_between_pages() -> None:
    """A line that no longer fits goes to the next page, whole."""
    case = a_case()
    told = thread(case, now=NOW, authors={}, formulations=case.formulations)
    line = next(line for line in told.lines if not line.gap)
    lines = tuple(
        replace(line, says=f"First{n} {'to the seat by the door ' * 15} last{n}")
        for n in range(100, 120)
    )

    pdf = trace.papers(TracePaper(marks("Case"), replace(told, lines=lines)))["pdf"]

    pages = [page.extract_text() for page in reader(pdf).pages]
    assert len(pages) > 2
    for page in pages:
        assert page.count("First1") == page.count("last1")


def test_the_visit_sheet_reads_as_its_golden_page(golden: Any) -> None:
    """One page, its end on top."""
    case = a_case()
    every = rows(case, now=NOW)
    sheet = visit_sheet(case, marks("To stand in"), every, every, until=at(40, 22))

    golden("visit.md", render("visit.md.j2", None, visit=sheet))
    assert visit.fits(sheet)


@pytest.mark.parametrize("name", PARTS)
def test_hostile_text_stays_text(name: str) -> None:
    """What somebody wrote is shown letter for letter, and obeyed by nobody."""
    paper = the_paper(name)
    first = paper.parts[0]
    line = PaperLine(HOSTILE, quote=HOSTILE)
    hostile = replace(paper, parts=(replace(first, lines=(line,)), *paper.parts[1:]))

    made = parts.papers(hostile)

    assert made["pdf"].startswith(b"%PDF")
    assert b"<script" not in made["md"]
