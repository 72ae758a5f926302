"""The practice cases as a commissioner would see them, and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.casework import commissioner as acts
from inclusion_cli.casework.dashboard import everybody
from inclusion_cli.clock import Clock
from inclusion_cli.domain.dashboard import person_dashboard, service_dashboard
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.disclosure import Disclosure, Rests
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.then import ReadingThen
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

COUNCIL = Leaving("The council", "commissioner", "the report", Rests.NO_PERSON_NAMED)
ABOUT = acts.Counting(NOW.date().replace(month=6), NOW.date(), NOW, SHIPPED)


def test_three_people_are_too_few_to_show_anything(cases_vault: Vault) -> None:
    """Of the practice cases every claim is kept back, and the paper says so."""
    pack = acts.counted(Reading(cases_vault), ABOUT)

    assert pack.too_few
    assert len(pack.claims) > 20
    assert not [c for c in pack.claims if c.shown(pack.cells.kept_back)]


def test_a_pack_is_kept_with_its_claims_and_told_of_nobody(cases_vault: Vault) -> None:
    """Paper and disclosure stand in the service's file, in one piece."""
    reading = Reading(cases_vault)
    pack = acts.counted(reading, ABOUT)

    with Work(cases_vault, Clock(NOW), "sam") as work:
        record = acts.log_pack(work, reading.service_file(), pack, COUNCIL)

    paper = reading.get(Paper, record)
    told = reading.newest(Disclosure, file=reading.service_file())
    assert paper.record.kind is PaperKind.COMMISSIONER
    assert (paper.record.tells_from, paper.record.tells_to) == (ABOUT.first, ABOUT.last)
    assert paper.record.claims == pack.claimed
    assert told
    assert (told.record.paper, told.record.rests) == (record, Rests.NO_PERSON_NAMED)


def test_every_claim_comes_out_again_with_its_records(cases_vault: Vault) -> None:
    """Counted again as known then, each number is as printed and has its ids."""
    reading = Reading(cases_vault)
    with Work(cases_vault, Clock(NOW), "sam") as work:
        pack = acts.counted(reading, ABOUT)
        record = acts.log_pack(work, reading.service_file(), pack, COUNCIL)
    paper = reading.get(Paper, record)

    then = ReadingThen(cases_vault, paper.recorded_at)
    why = acts.why_pack(then, paper, SHIPPED, records=1000)

    assert not [claim.key for claim in why.claims if claim.differs]
    for claim, printed in zip(why.claims, pack.claims, strict=True):
        assert bool(claim.records) == bool(printed.records), claim.key


def test_the_dashboards_of_the_cases_tell_their_stories(cases_vault: Vault) -> None:
    """Robin rings less; Tomasz is ready and was not offered; we cancelled once."""
    reading = Reading(cases_vault)
    people = tuple(
        everybody(
            reading, now=NOW, first=ABOUT.first, last=ABOUT.last, defaults=SHIPPED
        )
    )
    by_code = {one.code: one for one in people}

    assert by_code["PR-001"].cancelled_by_service.n == 1
    assert (
        by_code["PR-001"].crisis_calls.count.n
        < by_code["PR-001"].crisis_calls_before.count.n
    )
    assert by_code["PR-003"].stalled.n == 1
    file = by_code["PR-001"].file
    board = person_dashboard(reading.casefile(file), by_code["PR-001"])
    assert {"sessions", "worry", "signs", "caution"} <= {p.key for p in board.parts}
    whole = service_dashboard(
        people, first=ABOUT.first, last=ABOUT.last, service="Practice House"
    )
    assert "PR-003" in str([f.says for p in whole.parts for f in p.facts])
