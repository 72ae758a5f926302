"""Records amended by commands alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.casework.amend import amend_record
from inclusion_cli.casework.look_up import find_record
from inclusion_cli.cli.mending import HOW, opened, record_of
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.debrief import Debrief
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.errors import ChangedMeanwhile
from inclusion_cli.interviews.amend import standing_answers
from inclusion_cli.store.reading import Reading
from tests.cli import answers
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault
    from tests.conftest import Ran, Run

QUIET = ("--no-input", "--practice")
WHY = ("--reason", "typing error")


def changed(run: Run, record: str, *words: str) -> Ran:
    """Amend a record; return what was said."""
    ran = run("amend", record, *words, *QUIET)
    assert ran.code == 0, ran.err
    return ran


@pytest.mark.parametrize("kind", sorted(HOW))
def test_opening_a_record_and_changing_nothing_changes_nothing(
    cases_vault: Vault, kind: str
) -> None:
    """For every record of the cases: what the form does not ask for stays."""
    desk = Desk.at(cases_vault, b"", clock=Clock(NOW), given={})
    for kept in desk.reading.all(KINDS[kind])[:6]:
        trail = find_record(desk.search, kept.id, worker=desk.worker.id)
        it, form = opened(desk, trail)
        told, whole = standing_answers(form)
        assert whole, kind
        assert record_of(it, form, {**told, "reason": "none"}, kind) == kept.record


def test_a_change_is_told_undone_and_told_again(run: Run, debriefed: str) -> None:
    """Amend, undo: the first words stand, and the history has all three."""
    ran = changed(run, debriefed[-8:], *WHY, "--worry-after", "2")

    assert "Worry after: was 4, now 2." in ran.out
    assert run("undo", "--confirm", "AK-014", *QUIET).code == 0
    told = run("history", debriefed, "--practice", "--json").data
    assert [line["deed"] for line in told["lines"]] == [
        "written",
        "changed",
        "taken back",
    ]
    assert [line["stands"] for line in told["lines"]] == [True, False, False]
    assert told["lines"][1]["changes"] == [
        {"label": "Worry after", "was": "4", "now": "2"}
    ]


def test_a_change_needs_a_reason(run: Run, debriefed: str) -> None:
    """Nothing is written without one."""
    ran = run("amend", debriefed, "--worry-after", "2", *QUIET)

    assert (ran.code, "--reason" in ran.err) == (2, True)
    assert "Version 2" not in run("history", debriefed, "--practice").out


def test_changing_nothing_saves_nothing(run: Run, debriefed: str) -> None:
    """And says so."""
    ran = changed(run, debriefed, *WHY, "--worry-after", "4")

    assert "Nothing changed for Amina Khan, AK-014. Nothing was saved." in ran.out
    assert "Version 2" not in run("history", debriefed, "--practice").out


def test_an_answer_that_rules_others_out_takes_them_along(
    run: Run, debriefed: str
) -> None:
    """It did not go ahead after all: no scores of it are kept."""
    told = ("--how", "did_not_go", "--why-not", "cancelled_by_service")

    changed(run, debriefed, *WHY, *told)

    record = run("why", debriefed, "--practice", "--json").data
    labels_ = {line["label"] for line in record["says"]}
    assert "Worry before" not in labels_


def test_a_bad_change_is_told_and_changes_nothing(run: Run, debriefed: str) -> None:
    """The question's own sentence, with what was typed."""
    ran = run("amend", debriefed, *WHY, "--worry-after", "14", *QUIET)

    assert ran.code == 2
    assert "Worry after must be from 0 to 10. You typed 14." in ran.err


def test_what_a_decision_cited_may_be_mended_and_is_said(
    run: Run, debriefed: str, tmp_path: Path
) -> None:
    """The evidence stays as it was shown; the receipt names decision and paper."""
    told = answers.as_flags(answers.REVIEW)
    review = run("review", "AK-014", *told, *QUIET, "--out", str(tmp_path), "--json")
    decision = review.data["saved"]["id"]
    before = run("why", decision, "--practice", "--json").data["evidence"]

    ran = changed(run, debriefed, *WHY, "--worry-peak", "9")

    said = " ".join(ran.out.split())
    assert "1 decision rests on it: Hold on Wednesday 18 November 2026." in said
    assert "The paper of Wednesday 18 November 2026 was made before" in said
    assert run("why", decision, "--practice", "--json").data["evidence"] == before


@pytest.mark.usefixtures("cases")
def test_of_a_decision_the_words_can_be_mended_and_never_the_choice(run: Run) -> None:
    """Who agreed may be put right; progress does not become hold."""
    line = run("why", "PR-001", "decision", *QUIET)
    record = line.err.split("\n")[1].split()[0]

    ran = changed(run, record, *WHY, "--agreed-with", "Jo and Robin")
    refused = run("amend", record, *WHY, "--decision", "hold", *QUIET)

    assert "Agreed with: was" in ran.out
    assert refused.code == 2
    assert "decision: not asked here" in refused.err


@pytest.mark.parametrize("kind", ["paper", "worker", "service"])
def test_what_nobody_amends_says_why_not(
    run: Run, cases_vault: Vault, kind: str
) -> None:
    """A clear sentence, exit 11."""
    record = Reading(cases_vault).all(KINDS[kind])[0].id

    ran = run("amend", record, *WHY, *QUIET)

    assert ran.code == 11
    assert ran.err.startswith("Error: ")


def test_a_card_that_is_mended_is_its_next_version(run: Run, debriefed: str) -> None:
    """Copies name their version, so no two that differ have the same."""
    del debriefed

    changed(run, "AK-014", "card", *WHY, "--not-helpful", "Being hurried")

    shown = run("card", "show", "AK-014", "--practice", "--json").data
    assert (shown["card"]["version"], shown["card"]["not_helpful"]) == (
        2,
        "Being hurried",
    )


def test_a_file_that_was_closed_by_mistake_is_opened(run: Run, debriefed: str) -> None:
    """The closing is a version like any other."""
    del debriefed
    told = ("--because", "moved", "--confirm", "AK-014")
    assert run("person", "close", "AK-014", *told, *QUIET).code == 0

    changed(run, "AK-014", *WHY, "--closed", "no")

    assert run("plan", "AK-014", "--practice").code == 0


def test_an_amendment_over_a_newer_version_is_refused(
    cases_vault: Vault,
) -> None:
    """Exit 13: what was read is no longer what stands."""
    desk = Desk.at(cases_vault, b"", clock=Clock(NOW), given={})
    kept = desk.reading.all(Debrief)[0]
    case = desk.reading.casefile(kept.file)
    with desk.writing() as work:
        work.amend(kept, kept.record, reason="another window")

    mended = replace(kept.record, note="mine")
    with pytest.raises(ChangedMeanwhile) as refused, desk.writing() as work:
        amend_record(work, case, kept, mended, reason="slip", asked={})
    assert refused.value.exit_code == 13


def test_a_change_to_what_a_decision_cited_can_be_taken_back(
    run: Run, debriefed: str, tmp_path: Path
) -> None:
    """The decision rests on what stood before the change, not on the change."""
    told = answers.as_flags(answers.REVIEW)
    run("review", "AK-014", *told, *QUIET, "--out", str(tmp_path))
    changed(run, debriefed, *WHY, "--worry-peak", "9")

    assert run("undo", "--confirm", "AK-014", *QUIET).code == 0


def test_a_formulation_that_changed_is_no_longer_signed(
    run: Run, cases_vault: Vault
) -> None:
    """Nobody has signed the new words; another day to look again keeps the signs."""
    reading = Reading(cases_vault)
    file = next(p.file for p in reading.people() if p.record.code == "PR-001")
    signed = reading.casefile(file).formulation
    assert signed
    assert signed.record.is_signed

    changed(run, signed.id, *WHY, "--review-on", "10 December")
    moved = Reading(cases_vault).casefile(file).formulation
    assert moved
    assert (moved.record.version, moved.record.is_signed) == (
        signed.record.version, True,
    )  # fmt: skip

    changed(run, signed.id, *WHY, "--what-matters", "The canal, and the art group")
    words = Reading(cases_vault).casefile(file).formulation
    assert words
    assert (words.record.version, words.record.is_signed) == (
        signed.record.version + 1, False,
    )  # fmt: skip
