"""The practice cases tell an incident, a concern, an action and the ladder of calls."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.casework.pack_review import make_pack
from inclusion_cli.domain.action import Worked
from inclusion_cli.domain.concern import Achieved, Refer, WishesAsked
from inclusion_cli.domain.concerns import missing
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.person import Person
from inclusion_cli.store import keys
from inclusion_cli.store.keyfile import read_key
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile


@pytest.fixture(scope="module")
def reading(
    lived_in: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reading]:
    """Return a way to read a copy of the practice cases."""
    home = tmp_path_factory.mktemp("safety") / "home"
    shutil.copytree(lived_in, home)
    folder = home / "practice"
    vault = open_vault(folder, keys.open_practice(read_key(folder)))
    yield Reading(vault)
    vault.close()


def case(reading: Reading, code: str) -> Casefile:
    """Return one of the cases."""
    return reading.casefile(reading.all(Person, code=code)[0].file)


def test_the_service_has_its_ladder_with_every_number(reading: Reading) -> None:
    """It was set up on the first day; 999 is first."""
    ladder = reading.service_records("").ladders[-1].record

    assert ladder.rungs[0].phone == "999"
    assert all(rung.phone for rung in ladder.rungs)


def test_the_incident_on_the_bridge_was_looked_back_on(reading: Reading) -> None:
    """What turned out to be real is treated so: rung about, learned from, closed."""
    robin = case(reading, "PR-001")
    (kept,) = robin.safety.incidents
    (review,) = robin.safety.after_actions

    told = [
        d for d in robin.debriefs if Concern.MAY_BE_REAL in (d.record.concerns or ())
    ]
    assert kept.on in {debrief.on for debrief in told}
    assert kept.record.in_community
    assert kept.record.called
    assert kept.record.closed_on
    assert review.record.incident == kept.id
    assert review.record.person_said
    assert review.record.restriction is False


def test_its_action_was_done_with_evidence_and_worked(reading: Reading) -> None:
    """Owner, day, evidence, and somebody looked again."""
    robin = case(reading, "PR-001")
    (action,) = robin.safety.actions

    assert action.record.of == robin.safety.after_actions[0].id
    assert action.record.evidence
    assert action.record.done_on
    assert action.record.done_on <= action.record.due
    assert action.record.worked is Worked.YES


def test_maya_s_concern_begins_with_what_she_wishes(reading: Reading) -> None:
    """Her wishes, both sides, the reason not to refer, and that it came about."""
    maya = case(reading, "PR-002")
    (kept,) = maya.safety.concerns
    told = kept.record

    assert told.wishes_asked is WishesAsked.EXPRESSED
    assert told.wishes
    assert told.reasons_for
    assert told.reasons_against
    assert told.decided is Refer.DO_NOT_REFER
    assert told.consent == "no"
    assert told.achieved is Achieved.FULLY
    assert missing(told) == ()
    assert told.told_manager_at
    assert told.told_manager_at.date() == kept.on


@pytest.mark.parametrize("code", ["PR-001", "PR-002"])
def test_the_pack_tells_them_and_not_what_was_seen(reading: Reading, code: str) -> None:
    """The section is there; the words of the concern stand in the file alone."""
    found = case(reading, code)

    pack = make_pack(reading, found.person.file, now=NOW, since=None)

    assert pack.safety is not None
    said = " ".join(" ".join(row) for row in pack.safety.table.rows)
    assert ("Action, done" in said) is (code == "PR-001")
    assert all(kept.record.seen not in said for kept in found.safety.concerns)
