"""The practice vault's supervisions start from real decisions; cases.md, last part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.person import Person
from inclusion_cli.store.reading import Reading

if TYPE_CHECKING:
    from inclusion_cli.domain.safety import ServiceRecords
    from inclusion_cli.store.vault import Vault


@pytest.fixture
def own(cases_vault: Vault) -> ServiceRecords:
    """Return what stands in Sam's own file."""
    reading = Reading(cases_vault)
    return reading.service_records(reading.workers()[0].id)


def test_the_first_one_talks_of_tomasz_decisions(
    cases_vault: Vault, own: ServiceRecords
) -> None:
    """The step back, and going on after one calm evening against what was agreed."""
    reading = Reading(cases_vault)
    (tomasz,) = reading.all(Person, code="PR-003")
    case = reading.casefile(tomasz.file)
    talked = own.supervisions[0].record.cases

    decided = {d.id: d.record for d in case.decisions if d.id in talked}
    choices = [one.choice for one in decided.values()]
    assert Choice.STEP_BACK in choices
    assert any(one.overrides for one in decided.values())


def test_what_was_taken_away_was_done_or_is_to_come(own: ServiceRecords) -> None:
    """The first agreement has its evidence; the second has its day."""
    first, second = own.agreed

    assert first.record.of == own.supervisions[0].id
    assert first.record.done_on
    assert first.record.evidence
    assert second.record.of == own.supervisions[1].id
    assert second.record.done_on is None


def test_they_are_six_weeks_apart_and_ask_about_safety(own: ServiceRecords) -> None:
    """Each has a risk that was supported, and one that was held back."""
    one, two = (kept.record for kept in own.supervisions)

    assert (two.on - one.on).days == 42
    assert two.since == one.on
    for told in (one, two):
        assert told.asked_safeguarding
        assert told.supported
        assert told.held_back
        assert told.decision_quality


def test_nothing_of_them_is_found(run: Any, own: ServiceRecords) -> None:
    """Not a word of it, in any file."""
    words = ["yourself", "bridge", "uneasy"]

    assert own.supervisions
    ran = run("find", *words[1:], "--all", "--practice", "--json", "--no-input")
    assert ran.code == 3
