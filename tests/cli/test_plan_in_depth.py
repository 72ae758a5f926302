"""A step with all that can be agreed, own criteria without JSON, and a clear no."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli import answers

if TYPE_CHECKING:
    from tests.conftest import Run

QUIET = ("--no-input",)
NEXT: dict[str, Any] = {
    **{
        key: answers.STEP[key] for key in ("place", "time", "accompaniment", "triggers")
    },
    "title": "A longer walk",
    "minutes": 30,
    "fear": "They will stare",
    "hold_days": 14,
    "hold_sessions": 3,
}
LINES: dict[str, Any] = {
    **NEXT,
    "criteria_from": "lines",
    "limit": [{"text": "60 minutes"}],
    "line": [
        {"what": "attended_at_least", "n": 3, "of_last": 4},
        {"what": "peak_suds_max", "x": 7, "last": 2, "join": "as_well"},
        {
            "what": "prediction_outcome_in",
            "outcomes": "no,partly",
            "last": 2,
            "join": "either",
        },
        {"what": "limit_kept", "limit_id": "l1", "last": 1, "join": "as_well"},
    ],
    "stop": [
        {"what": "crisis_contacts_max", "n": 0, "days": 7, "response": "pause"},
        {
            "what": "no_concern",
            "days": 7,
            "response": "review_same_day",
        },
    ],
}
OWN = {
    "stability": {"attended_at_least": {"n": 3, "of_last": 4}},
    "pause": [{"when": {"not": {"no_concern": {"days": 7}}}, "response": "pause"}],
    "hold": {"days": 14, "min_sessions": 3},
}


def add(p: Run, tmp_path: Path, told: dict[str, Any]) -> Any:
    """Add a step for Amina from an answers file."""
    path = tmp_path / "step.json"
    path.write_text(answers.as_json(told), encoding="utf-8")
    return p("plan", "add", "AK-014", "--answers", str(path), *QUIET, "--json")


def record(ran: Any) -> dict[str, Any]:
    """Return the step that was saved."""
    assert ran.code == 0, ran.err
    found: dict[str, Any] = json.loads(ran.out)["data"]["record"]
    return found


def message(ran: Any) -> str:
    """Return what a refusal says, with its problems."""
    assert ran.code == 2, ran.out
    error = json.loads(ran.out or ran.err)["error"]
    return " ".join([error["message"], *error.get("problems", {}).values()])


def test_own_criteria_are_chosen_line_by_line(amina_there: Run, tmp_path: Path) -> None:
    """Rows stand for a rule of the grammar; "either" joins a line to the one before."""
    step = record(add(amina_there, tmp_path, LINES))

    assert step["criteria"]["stability"] == {
        "all_of": [
            {"attended_at_least": {"n": 3, "of_last": 4}},
            {
                "any_of": [
                    {"peak_suds_max": {"x": 7, "last": 2}},
                    {
                        "prediction_outcome_in": {
                            "outcomes": ["no", "partly"],
                            "last": 2,
                        }
                    },
                ]
            },
            {"limit_kept": {"limit_id": "l1", "last": 1}},
        ]
    }
    assert step["criteria"]["pause"][0] == {
        "when": {"not": {"crisis_contacts_max": {"n": 0, "days": 7}}},
        "response": "pause",
    }
    assert step["limits"] == [{"id": "l1", "text": "60 minutes"}]


def test_a_sign_that_can_never_come_true_is_refused_in_its_row(
    amina_there: Run, tmp_path: Path
) -> None:
    """Where it was written."""
    dead = {"what": "peak_suds_max", "x": 10, "last": 1, "response": "pause"}

    said = message(add(amina_there, tmp_path, {**LINES, "stop": [dead]}))

    assert "This pause sign can never come true" in said


def test_own_criteria_come_from_a_file_by_its_path(
    amina_there: Run, tmp_path: Path
) -> None:
    """Or pasted: the same step."""
    path = tmp_path / "own criteria.json"
    path.write_text(json.dumps(OWN), encoding="utf-8")
    told = {**NEXT, "criteria_from": "own"}

    pasted = record(add(amina_there, tmp_path, {**told, "criteria": json.dumps(OWN)}))
    by_path = record(add(amina_there, tmp_path, {**told, "criteria": str(path)}))

    assert by_path["criteria"] == pasted["criteria"]


@pytest.mark.parametrize(
    ("criteria", "says"),
    [
        ("nowhere.json", "must be JSON, or the path of a file that can be read"),
        ("{", "it is not JSON"),
        (
            json.dumps({**OWN, "stability": {"attended_most": {"n": 1}}}),
            'There is no criterion called "attended_most". There are: all_of',
        ),
        (
            json.dumps({**OWN, "stability": {"peak_suds_max": {"y": 1}}}),
            'peak_suds_max has no "y". peak_suds_max takes exactly: last, x.',
        ),
        (
            json.dumps({**OWN, "stability": {"limit_kept": {"limit_id": "l1"}}}),
            'This step has no limit "l1". It has none.',
        ),
        (
            json.dumps(
                {
                    **OWN,
                    "stability": {
                        "all_of": [
                            {"peak_suds_max": {"x": 5, "last": 3}},
                            {"not": {"peak_suds_max": {"x": 6, "last": 2}}},
                        ]
                    },
                }
            ),
            "These 2 lines clash. They can never be met on the same day",
        ),
    ],
)
def test_criteria_that_cannot_work_are_refused_with_the_reason(
    amina_there: Run, tmp_path: Path, criteria: str, says: str
) -> None:
    """One sentence that names what is wrong, and what there is; nothing is saved."""
    told = {**NEXT, "criteria_from": "own", "criteria": criteria}

    assert says in message(add(amina_there, tmp_path, told))


def test_all_that_was_agreed_is_kept_and_shown(
    amina_there: Run, tmp_path: Path
) -> None:
    """Beliefs, safety behaviours, limits, travel, words to leave with, staff."""
    told = {
        **NEXT,
        "criteria_from": "first_outing",
        "often": "2 times a week",
        "fear_sure": 80,
        "hoped": "Nobody minds me",
        "hoped_sure": 30,
        "expected_worry": 6,
        "behaviour": [
            {"text": "sits by the door", "sort": "drop"},
            {"text": "leaves the card at home", "sort": "keep"},
        ],
        "limit": [{"text": "10 pounds"}],
        "stop_rule": [{"text": "I say red"}],
        "travel": "On foot, by the canal",
        "exit_words": "Time for tea",
        "staff_do_not": "Hurry",
        "ready_said": "Amina herself",
    }

    step = record(add(amina_there, tmp_path, told))
    page = amina_there("plan", "show", "AK-014", "2")

    assert step["behaviours"][1] == {
        "id": "b2",
        "text": "leaves the card at home",
        "sort": "keep",
    }
    for words in (
        "They will stare (80 of 100 sure)",
        "Nobody minds me (30 of 100 sure)",
        "6 of 10",
        "sits by the door: try without it",
        "leaves the card at home: keep",
        "10 pounds",
        "I say red",
        "Time for tea",
        "Amina herself",
        "30 minutes, 2 times a week",
    ):
        assert words in page.out


def test_a_change_keeps_what_it_does_not_touch(
    amina_there: Run, tmp_path: Path
) -> None:
    """Every field starts from what stands, rows too."""
    told = {
        **NEXT,
        "criteria_from": "one_hour",
        "behaviour": [{"text": "sits by the door", "sort": "drop"}],
        "travel": "On foot",
    }
    before = record(add(amina_there, tmp_path, told))

    ran = amina_there(
        "plan",
        "edit",
        "AK-014",
        "2",
        "--minutes",
        "45",
        "--reason",
        "It suits",
        "--json",
        *QUIET,
    )

    after = record(ran)
    assert before["limits"] == [{"id": "l1", "text": "60 minutes at most"}]
    assert {key for key in after if after[key] != before[key]} == {"minutes"}


def test_a_set_is_fitted_to_the_step(amina_there: Run, tmp_path: Path) -> None:
    """Where nothing is feared, the line about the fear is left out."""
    told = {**NEXT, "criteria_from": "first_outing"}
    told.pop("fear")

    step = record(add(amina_there, tmp_path, told))

    assert step["criteria"]["stability"]["all_of"][1] == {
        "peak_suds_max": {"x": 7, "last": 2}
    }
    assert step["sort"] == "first_outing"


def test_a_set_that_needs_a_limit_says_so(amina_there: Run, tmp_path: Path) -> None:
    """It cannot be answered without one."""
    said = message(add(amina_there, tmp_path, {**NEXT, "criteria_from": "drink_near"}))

    assert 'This step has no limit "l1"' in said


def test_a_service_has_sets_of_its_own(amina_there: Run, tmp_path: Path) -> None:
    """In their place, or beside those that are shipped."""
    folder = Path(os.environ["INCLUSION_HOME"]) / "data"
    folder.mkdir(exist_ok=True)
    own = {"key": "ours", "label": "Our own set", "criteria": OWN}
    file = folder / "starter_criteria.json"

    file.write_text(json.dumps({"extend": True, "sets": [own]}), encoding="utf-8")
    beside = record(add(amina_there, tmp_path, {**NEXT, "criteria_from": "ours"}))
    group = add(amina_there, tmp_path, {**NEXT, "criteria_from": "group"})
    file.write_text(json.dumps({"sets": [own]}), encoding="utf-8")
    alone = add(amina_there, tmp_path, {**NEXT, "criteria_from": "group"})
    file.write_text(json.dumps({"sets": [{"key": "x"}]}), encoding="utf-8")
    broken = add(amina_there, tmp_path, {**NEXT, "criteria_from": "group"})
    bad = {**own, "criteria": {**OWN, "stability": {"nope": {}}}}
    file.write_text(json.dumps({"sets": [bad]}), encoding="utf-8")
    unknown = add(amina_there, tmp_path, {**NEXT, "criteria_from": "ours"})

    assert beside["sort"] == "ours"
    assert group.code == 0
    assert alone.code == 2
    assert "needs key, label and criteria" in broken.err.replace("\n", " ")
    assert 'There is no criterion called "nope"' in unknown.err.replace("\n", " ")
    assert 'own "starter_criteria.json" is not used. Line 1: ' in unknown.err


def test_a_number_of_the_service_moves_the_alarm(amina_there: Run) -> None:
    """And one that cannot be used is named."""
    folder = Path(os.environ["INCLUSION_HOME"]) / "data"
    folder.mkdir(exist_ok=True)
    file = folder / "defaults.json"

    file.write_text(json.dumps({"quiet_days": 1}), encoding="utf-8")
    fine = amina_there("today")
    file.write_text(json.dumps({"quiet": 1}), encoding="utf-8")
    wrong = amina_there("today")

    assert fine.code == 0
    assert wrong.code == 0
    assert 'own "defaults.json" is not used. Line 1: ' in wrong.err.replace("\n", " ")
    assert 'There is no "quiet". There are: over_caution_days' in wrong.err.replace(
        "\n", " "
    )


# --- before a step starts -----------------------------------------------------------


def restarted(p: Run, *flags: str) -> Any:
    """Stop Amina's step, and start it anew."""
    assert p("plan", "stop", "AK-014", *QUIET).code == 0
    told = ("--step", "1", "--agreed-with", "Jo")
    return p("plan", "start", "AK-014", *told, *flags, *QUIET, "--json")


def test_what_needs_a_clinician_needs_a_name(amina_there: Run) -> None:
    """Nothing starts before somebody oversees it; then both are on record."""
    refused = restarted(amina_there, "--clinical", "ptsd")
    told = ("--clinical", "ptsd", "--oversight", "Dr Ash")
    started = amina_there(
        "plan",
        "start",
        "AK-014",
        "--step",
        "1",
        "--agreed-with",
        "Jo",
        *told,
        *QUIET,
        "--json",
    )

    assert "Overseen by: add --oversight" in message(refused)
    decision = record(started)
    assert decision["clinical"] == ["Post-traumatic stress (PTSD) plays a part"]
    assert decision["oversight"] == "Dr Ash"
    page = amina_there("plan", "show", "AK-014", "1").out
    assert "Post-traumatic stress (PTSD) plays a part" in page
    assert "Overseen by" in page
    assert "Overseen clinically by: Dr Ash" in amina_there("plan", "AK-014").out


def test_not_having_asked_is_shown_not_taken_for_a_no(amina_there: Run) -> None:
    """None of them is an answer; silence is not."""
    assert record(restarted(amina_there))["clinical"] is None
    assert "Not asked whether a doctor or nurse should oversee it" in (
        amina_there("plan", "show", "AK-014", "1").out
    )
    assert record(restarted(amina_there, "--clinical", "0"))["clinical"] == []
    assert "versee" not in amina_there("plan", "show", "AK-014", "1").out


# --- reviews ------------------------------------------------------------------------


def review(p: Run, **told: Any) -> Any:
    """Review Amina's step."""
    flags = answers.as_flags({**answers.REVIEW, **told})
    return p("review", "AK-014", *flags, *QUIET)


def test_a_no_is_honoured_whatever_the_reason(amina_there: Run) -> None:
    """The next step waits for a yes."""
    told = {"decision": "complete", "ready": "no"}
    why = "We all think it would do her good to go on"
    flags = {**answers.REVIEW, **told, "why": why}
    for key in ("needs", "look_again"):
        flags.pop(key)

    ran = amina_there("review", "AK-014", *answers.as_flags(flags), *QUIET)

    assert ran.code == 2
    assert "Amina says no, so the next step waits until Amina says yes." in ran.err


def test_moving_on_early_is_kept_with_the_persons_wish(amina_there: Run) -> None:
    """An override, and whose wish it is."""
    flags = {**answers.REVIEW, "decision": "complete", "wish": "I want to go alone"}
    for key in ("needs", "look_again"):
        flags.pop(key)

    ran = amina_there("review", "AK-014", *answers.as_flags(flags), *QUIET, "--json")

    assert ran.code == 0, ran.err
    decision = json.loads(ran.out)["data"]["saved"]["record"]
    assert decision["overrides"][-1] == 'Amina wishes it: "I want to go alone"'


def test_what_waits_is_looked_at_with_no_step_on(amina_there: Run) -> None:
    """A request for money told before the step stopped: a review of its own."""
    debrief = {**answers.DEBRIEF, "since": "money"}
    debrief |= {
        "what_happened": "A neighbour asked for 20 pounds",
        "told": "Jo",
        "money_what": "20 pounds",
        "money_who": "A neighbour",
        "money_did": "unsure",
    }
    told = amina_there("debrief", "AK-014", *answers.as_flags(debrief), *QUIET)
    assert told.code == 0, told.err
    assert amina_there("plan", "stop", "AK-014", *QUIET).code == 0

    looked = amina_there(
        "review",
        "AK-014",
        "--wish",
        "To be left alone",
        "--why",
        "We wrote down what to say next time",
        "--agreed-with",
        "Jo",
        *QUIET,
    )

    assert looked.code == 0, looked.err
    assert "looked at, 1 record" in looked.out
    assert "RISK ALARM" not in amina_there("today").out
    again = amina_there("review", "AK-014", *QUIET)
    assert "No step is on for AK-014." in again.err


def test_a_debrief_of_a_paused_step_says_what_it_counts_for(amina_there: Run) -> None:
    """It is kept, and nothing is pretended."""
    pause = {
        "decision": "pause",
        "look_again": "2026-11-24",
        "least_change": "Less often",
        "resume_when": "Two calm days",
    }
    flags = {**answers.REVIEW, **pause}
    flags.pop("needs")
    paused = amina_there("review", "AK-014", *answers.as_flags(flags), *QUIET)
    assert paused.code == 0, paused.err

    ran = amina_there("debrief", "AK-014", *answers.as_flags(answers.DEBRIEF), *QUIET)

    assert ran.code == 0, ran.err
    said = " ".join(ran.out.split())
    assert "Step 1 is paused. What you record is kept and shown." in said
    assert "Good time starts anew when the step is resumed." in said


@pytest.mark.parametrize("words", [("plan", "AK-014"), ("person", "show", "AK-014")])
def test_a_person_with_nothing_yet_has_a_page_that_says_what_is_next(
    p: Run, words: tuple[str, ...]
) -> None:
    """No formulation, no plan, no debrief."""
    p("person", "add", "--name", "Amina Khan", "--code", "AK-014", *QUIET)

    ran = p(*words)

    assert ran.code == 0
    assert "plan add AK-014" in ran.out or "formulate AK-014" in ran.out


def test_one_step_in_full_says_what_would_change_each_line(amina_there: Run) -> None:
    """On screen and for programs."""
    data = json.loads(amina_there("plan", "show", "AK-014", "1", "--json").out)["data"]

    assert data["stands"] == "active"
    assert all(line["change"] for line in data["moving_on"])
    assert "What would change this: " in amina_there("plan", "show", "AK-014", "1").out
    nobody = amina_there("plan", "show", "AK-014", "9")
    assert (nobody.code, "There is no step 9 on the ladder" in nobody.err) == (3, True)
