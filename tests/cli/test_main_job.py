"""The main job by commands alone, from an empty vault to the pack in hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli import answers

if TYPE_CHECKING:
    from tests.conftest import Run

QUIET = ("--no-input",)


def test_the_whole_job_ends_with_a_pack_in_two_forms(
    amina_there: Run, tmp_path: Path
) -> None:
    """Add, formulate, plan, start, debrief, decide: the pack lies where asked."""
    p = amina_there
    assert p("debrief", "AK-014", *answers.as_flags(answers.DEBRIEF), *QUIET).code == 0

    ran = p(
        "review", "AK-014", *answers.as_flags(answers.REVIEW), *QUIET,
        "--out", str(tmp_path), "--json",
    )  # fmt: skip

    assert ran.code == 0
    paths = [Path(path) for path in ran.data["paths"]]
    assert [path.name for path in paths] == [
        "review-AK-014-2026-11-18.md",
        "review-AK-014-2026-11-18.pdf",
    ]
    assert "**Wednesday 18 November 2026. Hold: step 1.**" in paths[0].read_text()
    assert paths[1].read_bytes().startswith(b"%PDF-1.7")
    assert ran.data["saved"]["record"]["cites"]


def test_a_second_paper_of_a_day_writes_over_nothing(
    amina_there: Run, tmp_path: Path
) -> None:
    """The first paper stays; the second gets a number."""
    words = ("card", "print", "AK-014", *QUIET, "--out", str(tmp_path))

    first = amina_there(*words)
    second = amina_there(*words)

    assert (first.code, second.code) == (0, 0)
    assert sorted(path.name for path in tmp_path.glob("card*.pdf")) == [
        "card-AK-014-a4-own-2026-11-18-2.pdf",
        "card-AK-014-a4-own-2026-11-18.pdf",
    ]


def test_what_follows_is_said_at_the_end(amina_there: Run) -> None:
    """The receipt names the person, what follows, the undo and one next command."""
    ran = amina_there("debrief", "AK-014", *answers.as_flags(answers.DEBRIEF), *QUIET)

    assert ran.out.splitlines() == [
        "PRACTICE. Saved for Amina Khan, AK-014.",
        "Still needed: 2 more sessions that go ahead; 2 debriefs.",
        "To undo this save: inclusion --practice undo",
        "Next: inclusion --practice today",
    ]


def test_harm_asks_for_a_review_the_same_day(amina_there: Run) -> None:
    """Someone unsafe is told of at once, and stands on home until it is reviewed."""
    told = {
        **answers.DEBRIEF,
        "since": "hurt",
        "what_happened": "A man followed us",
        "told": "Jo at 3pm",
    }

    ran = amina_there("debrief", "AK-014", *answers.as_flags(told), *QUIET)

    assert "Tell your manager today." in ran.out
    assert ran.out.rstrip().endswith("Next: inclusion --practice review AK-014")
    assert "RISK ALARM." in amina_there().out


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("formulate", "AK-014"), answers.FORMULATION),
        (("plan", "add", "AK-014"), {k: v for k, v in answers.STEP.items()
                                     if k not in ("goal", "baseline_contacts")}),
        (("card", "write", "AK-014"), answers.CARD),
        (("debrief", "AK-014"), answers.DEBRIEF),
        (("review", "AK-014"), answers.REVIEW),
    ],
)  # fmt: skip
def test_flags_and_an_answers_file_make_the_same_record(
    amina_there: Run, tmp_path: Path, command: tuple[str, ...], told: dict[str, Any]
) -> None:
    """Whichever door the answers come through, the record is equal byte for byte."""
    file = tmp_path / "answers.json"
    file.write_text(answers.as_json(told))
    dry = (*QUIET, "--dry-run", "--json")

    by_flags = amina_there(*command, *answers.as_flags(told), *dry)
    by_file = amina_there(*command, "--answers", str(file), *dry)

    assert by_flags.code == 0
    assert json.dumps(by_flags.data) == json.dumps(by_file.data)
    assert by_flags.data["saved"] is False


def test_a_dry_run_changes_nothing(amina_there: Run) -> None:
    """It checks everything and saves nothing."""
    before = amina_there("verify", "--json").data["entries"]

    told = answers.as_flags(answers.DEBRIEF)
    ran = amina_there("debrief", "AK-014", *told, *QUIET, "--dry-run")

    assert "Nothing was saved." in ran.out
    assert amina_there("verify", "--json").data["entries"] == before


def test_only_one_step_is_on_at_a_time(amina_there: Run) -> None:
    """A second start is refused, with what to do instead."""
    ran = amina_there("plan", "start", "AK-014", "--step", "1", "--agreed-with", "Jo",
                      *QUIET)  # fmt: skip

    assert ran.code == 11
    assert ran.err == (
        "Error: Step 1 is on. Decide about it first.\n"
        "Type: inclusion --practice review AK-014\n"
    )


def test_the_person_may_stop_without_a_reason(amina_there: Run) -> None:
    """Stopping is always honoured."""
    ran = amina_there("plan", "stop", "AK-014", *QUIET)

    assert ran.code == 0
    assert "No step is on." in amina_there("plan", "AK-014").out


def test_a_reason_is_needed_to_go_against_what_was_agreed(amina_there: Run) -> None:
    """Moving on too early can be done, and says why in twenty letters or more."""
    later = answers.STEP.keys() - {"goal", "baseline_contacts"}
    step = answers.as_flags({key: answers.STEP[key] for key in later})
    amina_there("plan", "add", "AK-014", *QUIET, *step)
    told = {**answers.REVIEW, "decision": "progress", "why": "She asks"}
    del told["needs"]

    refused = amina_there("review", "AK-014", *answers.as_flags(told), *QUIET)
    told["why"] = "She asks for it and has done this walk for years"
    allowed = amina_there("review", "AK-014", *answers.as_flags(told), *QUIET, "--json")

    assert refused.code == 2
    assert "Why now: the answer must say why, in 20 letters or more." in refused.err
    assert allowed.data["saved"]["record"]["overrides"]
    follows = " ".join(allowed.data["saved"]["follows"])
    assert "inclusion decide-risk AK-014" in follows


def test_undo_takes_back_the_last_save_only_until_it_is_used(amina_there: Run) -> None:
    """It stays in the history, and no longer counts."""
    told = answers.as_flags(answers.DEBRIEF)
    amina_there("debrief", "AK-014", *told, *QUIET)

    undone = amina_there("undo", "--confirm", "AK-014")
    again = amina_there("undo", "--confirm", "AK-014")

    assert "Taken back for Amina Khan, AK-014: a debrief." in undone.out
    assert "Last session" not in amina_there("person", "show", "AK-014").out
    assert again.code == 3
    assert amina_there("verify").code == 0


def test_undo_is_refused_once_a_paper_says_it(amina_there: Run, tmp_path: Path) -> None:
    """What is printed is mended by a new record."""
    amina_there("debrief", "AK-014", *answers.as_flags(answers.DEBRIEF), *QUIET)
    amina_there("review", "AK-014", "--pack-only", "--out", str(tmp_path))

    ran = amina_there("undo", "--confirm", "AK-014")

    assert ran.code == 11
    assert "it is on a paper that was made since" in ran.err
