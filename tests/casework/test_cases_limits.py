"""PR-003's limit and positive risk decision, as the worked cases tell them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.read_ticks import has_read
from inclusion_cli.domain.restriction_due import limit_alarms
from inclusion_cli.domain.restrictions import register
from inclusion_cli.domain.risk_decisions import weighed
from inclusion_cli.store.reading import Reading
from tests.casework.test_as_of import file_of
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault


@pytest.fixture
def tomasz(cases_vault: Vault) -> Casefile:
    """Return PR-003's file."""
    return Reading(cases_vault).casefile(file_of(cases_vault, "PR-003"))


def test_a_colleague_once_said_no_evening_events(tomasz: Casefile) -> None:
    """It had no end, no basis and no situation, and was lifted at its first look."""
    (one,) = register(tomasz, on=NOW.date())

    assert (one.what, one.in_force, one.days_limited) == ("No evening events", False, 4)
    assert {"no_exit", "no_basis", "no_trigger", "unsigned"} <= set(one.problems)
    assert "The audit found it" in one.reviews[0].record.why
    assert one.kept
    assert one.kept.record.authorised_by == "Ravi"


def test_before_it_was_lifted_it_was_an_alarm_of_caution(tomasz: Casefile) -> None:
    """From the second day on it stood as in force without current authority."""
    (one,) = register(tomasz, on=NOW.date())
    first = one.began

    quiet = list(limit_alarms(tomasz, on=first + timedelta(days=1)))
    (rings,) = limit_alarms(tomasz, on=first + timedelta(days=2))

    assert quiet == []
    assert rings.side is Side.CAUTION
    assert "without current authority" in rings.says
    assert list(limit_alarms(tomasz, on=NOW.date())) == []


def test_one_wish_was_weighed_and_told_afterwards(tomasz: Casefile) -> None:
    """Ways weighed, what a no would cost, what would make us stop, then how it went."""
    (one,) = weighed(tomasz, on=NOW.date())
    it = one.kept.record

    assert len(it.options) == 3
    assert one.chosen.what.startswith("Play two songs")
    assert it.cost_of_refusing
    assert it.stop_if
    assert tomasz.formulation
    known = {trigger.id for trigger in tomasz.formulation.record.triggers}
    assert {safeguard.trigger for safeguard in it.safeguards} <= known
    assert one.outcome
    assert one.outcome.recorded_at > one.kept.recorded_at
    assert one.outcome.record.happened
    (before,) = weighed(tomasz, on=it.on)
    assert before.outcome is None


def test_a_colleague_has_read_it(tomasz: Casefile) -> None:
    """Ravi, who works the late shift, has ticked the version that stands."""
    assert tomasz.formulation
    assert has_read(tomasz, "Ravi", tomasz.formulation.record.version)
