"""The page for a stand-in, read back from its PDF: one page, full before it cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.cli.pack_visit import form_of
from inclusion_cli.cli.papers import fit_visit
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.documents import visit
from inclusion_cli.domain.card import Action, Contact, Sign
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.visit import VisitSheet, visit_sheet
from inclusion_cli.domain.visit_rows import NOW as HELP_NOW
from inclusion_cli.domain.visit_rows import ORDER, RING, Row, rows
from inclusion_cli.settings import Call
from inclusion_cli.store.reading import Reading
from tests.builders import a_card, at
from tests.conftest import NOW
from tests.documents.a_case import a_case
from tests.documents.reading import reader, words
from tests.documents.test_packs import marks
from tests.domain.making import keep

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault

TONIGHT = at(40, 22)


def a_full_case(lines: int) -> Casefile:
    """Return a person whose card has so many lines for each stage but the last."""
    card = a_card(
        crisis_team="01632 960003",
        contacts=tuple(Contact(f"Friend {n}", f"01632 96001{n}") for n in range(4)),
    )
    stages = tuple(
        replace(
            stage,
            signs=tuple(Sign(f"s{n}", f"Sign {n} {'of many ' * 6}") for n in range(9)),
            others=tuple(
                Action(f"o{n}", f"Say {n} {'slowly ' * 9}") for n in range(lines)
            ),
        )
        for stage in card.stages[:3]
    )
    stages = (*stages, card.stages[3])
    return replace(a_case(), card=keep(replace(card, stages=stages), 2))


def page_of(
    case: Casefile, now: Any = TONIGHT
) -> tuple[tuple[Row, ...], tuple[Row, ...], Any]:
    """Return all rows, those that are kept, and the drawing of some."""
    every = rows(case, now=now)

    def drawn(some: tuple[Row, ...]) -> VisitSheet:
        return visit_sheet(case, marks("To stand in"), some, every, until=TONIGHT)

    desk = Desk(Call(practice=True, no_input=True), clock=Clock(NOW))
    return every, fit_visit(desk, every, drawn), drawn


def in_order(every: tuple[Row, ...], kept: tuple[Row, ...], one: Row) -> Any:
    """Return the kept rows and one more, in their order."""
    return tuple(row for row in every if row in kept or row is one)


@pytest.mark.parametrize("lines", [12, 30])
def test_a_line_is_left_out_only_where_the_page_is_full(lines: int) -> None:
    """With any one line more there would be a second page; whom to ring stays."""
    every, kept, drawn = page_of(a_full_case(lines))
    sheet = drawn(kept)

    pdf = visit.papers(sheet)["pdf"]
    gone = [row for row in every if row not in kept]
    assert gone
    assert not any(visit.fits(drawn(in_order(every, kept, row))) for row in gone)
    assert len(reader(pdf).pages) == 1
    assert f"No room for: {sheet.left_out.split(': ')[1]}" in words(pdf)
    needed = [row for row in every if row.part == HELP_NOW]
    assert needed
    assert all(row in kept for row in needed)
    ring = [row.text for row in every if row.part == RING]
    assert len(ring) == 7
    assert all(text in words(pdf) for text in ring)


def test_nothing_is_left_out_where_all_of_it_fits() -> None:
    """More words than a minute holds are no reason: the page says how long it takes."""
    every, kept, drawn = page_of(a_full_case(2))

    assert kept == every
    assert sum(len(row.text.split()) for row in every) > 240
    assert "No room" not in words(visit.papers(drawn(kept))["pdf"])
    assert "it takes 2 minutes" in words(visit.papers(drawn(kept))["pdf"])


def test_the_people_of_the_demo_have_every_line_on_one_page(cases_vault: Vault) -> None:
    """Each line "If it gets harder" among them."""
    reading = Reading(cases_vault)
    for person in reading.people():
        every, kept, drawn = page_of(reading.casefile(person.file), NOW)
        pdf = visit.papers(drawn(kept))["pdf"]
        assert kept == every
        assert len(reader(pdf).pages) == 1
        assert all(" ".join(r.text.split()) in words(pdf) for r in every if r.must)


def test_what_the_person_is_shown_is_what_is_printed(cases: Path) -> None:
    """Line for line, for this stand-in and this shift."""
    desk = Desk(Call(practice=True, no_input=True), clock=Clock(NOW))
    case = desk.reading.casefile(desk.reading.people()[0].file)
    asked = {q.key: q for q in form_of(desk, case).questions({})}

    shown = asked["agreed"].before({"recipient": "Kay Doe", "until": NOW})

    assert cases
    assert [*shown[1:]] == [
        f"{row.part}: {row.text}"
        for row in sorted(rows(case, now=NOW), key=lambda row: ORDER.index(row.part))
    ]
    desk.close()
