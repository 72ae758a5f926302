"""Every item can be asked, mended and taken back, over the three cases."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.casework.amend_refused import NOT_AMENDED
from inclusion_cli.cli.mending import HOW, OF_THE_SERVICE
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.verify import verify

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--no-input", "--practice")


def test_every_kind_is_amended_or_says_why_not() -> None:
    """No record is without a way to mend it, or a sentence that says why not."""
    amended = HOW.keys() | OF_THE_SERVICE.keys()
    assert amended | NOT_AMENDED.keys() == KINDS.keys()
    assert not amended & NOT_AMENDED.keys()


def test_an_action_and_an_incident_of_the_service_are_amended(
    run: Run, cases_vault: Vault
) -> None:
    """They stand in the service's own file, and change with a reason like any other."""
    reading = Reading(cases_vault)
    told = ("--what", "A window broke", "--when", "2026-11-18T10:00")
    assert run("incident", "add", "--service", *told, *QUIET).code == 0
    asked = ("--what", "Mend the window", "--owner", "Sam", "--due", "27 November")
    assert run("action", "add", "--service", *asked, *QUIET).code == 0
    ours = reading.service_records("")

    for kept in (ours.incidents[-1], ours.actions[-1]):
        words = ("--what", "The back window broke", "--reason", "typing error")
        ran = run("amend", kept.id, *words, *QUIET)
        assert ran.code == 0, ran.err

    ours = reading.service_records("")
    assert ours.incidents[-1].record.what == "The back window broke"
    assert ours.actions[-1].record.what == "The back window broke"
    assert ours.actions[-1].record.owner == "Sam"


@pytest.mark.parametrize("typed", ["canal", "CANAL", "cana", "cänal", '"by the canal"'])
def test_words_are_found_whatever_their_case_accents_and_ends(
    run: Run, typed: str
) -> None:
    """The beginning of a word finds it, without regard to capitals or accents."""
    found = run("find", typed, "--practice", "--json").data["found"]

    assert {hit["code"] for hit in found} == {"PR-001"}


def test_all_the_words_must_be_there(run: Run) -> None:
    """Two words that never stand together find nothing, and that is said."""
    ran = run("find", "canal", "football", "--practice")

    assert ran.code == 3
    assert 'No record has all of "canal football"' in ran.err


def test_a_decision_says_what_was_shown_when_it_was_made(
    run: Run, cases_vault: Vault
) -> None:
    """Its evidence as it was shown, each line with its records; what it rests on."""
    file = Reading(cases_vault).people()[0].file
    decision = Reading(cases_vault).all(KINDS["decision"], file=file)[-1]

    page = run("why", decision.id[-8:], "--practice", "--json").data

    assert any(line["records"] for line in page["evidence"])
    assert {tie["kind"] for tie in page["rests_on"]} >= {"review", "debrief"}


def test_an_id_that_several_have_lists_them(run: Run, cases_vault: Vault) -> None:
    """A beginning that many ids share is never taken for one of them."""
    start = Reading(cases_vault).people()[0].id[:4]

    ran = run("why", start, "--practice")

    assert ran.code == 2
    assert "could be any of these" in ran.err


def test_a_move_needs_the_right_code_and_the_step(run: Run, cases_vault: Vault) -> None:
    """Without them a script is told all that is missing; nothing is moved."""
    first, second = Reading(cases_vault).people()[:2]
    debrief = Reading(cases_vault).all(KINDS["debrief"], file=first.file)[-1]

    ran = run(
        "refile", debrief.id[-8:], second.record.code, "--reason", "wrong window",
        "--practice", "--json",
    )  # fmt: skip

    told = json.loads(ran.out)["error"]
    assert ran.code == 2
    assert set(told["problems"]) == {"step", "confirm"}
    assert verify(cases_vault).holds
