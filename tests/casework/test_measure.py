"""Taking a measure through the whole house: scored, shown, mended, taken back."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.clock import Clock
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.measure_due import unspoken
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.casework.test_as_of import file_of
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
UCLA = ("--instrument", "ucla_3", "--mode", "self")
THREE = ("--item-1", "3", "--item-2", "2", "--item-3", "2")
PHQ = ("--instrument", "phq_9", "--mode", "read_aloud")
NOTED = ("--seen", "other", "--when", "today 5:30pm", "--note", "Watered the plants")
TALKED = ("--seen", "suicide_talk", "--when", "today 5:30pm")
HELD = ("--note", "No plan. She rings her sister tonight")


def _took(run: Any, *words: str, who: str = "PR-003") -> Any:
    return run("measure", "add", who, *words, *QUIET)


def _nine(last: int) -> tuple[str, ...]:
    items = [0] * 8 + [last]
    return tuple(
        word for n, item in enumerate(items, 1) for word in (f"--item-{n}", str(item))
    )


def _switched_on(home: Path) -> None:
    data = home / "data"
    data.mkdir(parents=True, exist_ok=True)
    told = {
        "as_of": "2026-11-01",
        "extend": True,
        "instruments": [{"key": "phq_9", "on": True}],
    }
    (data / "measures.json").write_text(json.dumps(told, indent=1))


def _case(vault: Vault, code: str = "PR-003") -> Casefile:
    return Reading(vault).casefile(file_of(vault, code))


def test_three_and_the_direct_one_are_two_measures(run: Any) -> None:
    """The direct question is a category beside the sum, and never added to it."""
    ran = _took(run, *UCLA, *THREE, "--direct", "1")

    assert ran.code == 0
    assert [one["instrument"] for one in ran.data["record"]] == ["ucla_3", "ons_direct"]
    assert ran.data["follows"][:2] == [
        "UCLA three-item loneliness scale, 7 (from 3 to 9).",
        "ONS direct question on loneliness, Often or always.",
    ]


def test_an_answer_left_out_gives_no_score_and_is_named(run: Any) -> None:
    """Which one is missing is said at once, and stands in the list."""
    ran = _took(run, *UCLA, "--item-1", "3", "--item-3", "2")

    shown = run("measure", "list", "PR-003", *QUIET).data

    assert ran.data["follows"][0].startswith("No score: question 2 was left out")
    assert shown["sums"][-1]["n"] == 0
    assert "question 2 was left out" in shown["lines"][0]["score"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*UCLA, "--item-1", "4"), "must be a number from 1 to 3"),
        (("--instrument", "swemwbs", "--mode", "recorded", "--total", "36"), "7 to 35"),
        (("--instrument", "goal", "--mode", "self", "--item-1", "11"), "0 to 10"),
        (("--instrument", "phq_9", "--mode", "self"), "Measure"),
    ],
)
def test_what_is_out_of_range_is_refused_with_the_range(
    run: Any, words: tuple[str, ...], said: str
) -> None:
    """Nothing is capped; what is not switched on cannot be chosen."""
    ran = _took(run, *words)

    assert ran.code == 2
    assert said in str(ran.error)


def test_a_change_is_shown_between_two_scores_only(run: Any) -> None:
    """One score is no change; a second one is, with how many stand."""
    goal = ("--instrument", "goal", "--mode", "self", "--about", "See my sister")
    first = _took(run, *goal, "--item-1", "2", "--on", "2026-10-01")
    second = _took(run, *goal, "--item-1", "5")

    assert not any("since" in line for line in first.data["follows"])
    change = second.data["follows"][1]
    assert change.startswith("Change: +3 since Thursday 1 October 2026 (2 scores).")
    assert "Others report 2.45 points" in change


def test_a_fourth_goal_is_refused_and_the_three_are_named(run: Any) -> None:
    """Up to 3 goals, in the person's words; capitals make no new one."""
    goal = ("--instrument", "goal", "--mode", "self", "--item-1", "2", "--about")
    for about in ("One", "Two", "Three", "ONE"):
        assert _took(run, *goal, about).code == 0

    ran = _took(run, *goal, "Four")

    assert ran.code == 2
    assert "One, Two and Three" in str(ran.error)


def test_distress_is_kept_of_a_hundred_and_shown_of_ten(run: Any) -> None:
    """7 of 10 is kept as 70, and read as 7."""
    words = ("--instrument", "suds", "--mode", "self", "--scale", "10", "--item-1", "7")

    ran = _took(run, *words)

    assert ran.data["record"]["items"] == [70]
    assert ran.data["follows"][0].startswith("7 (from 0 to 10)")


def test_it_is_found_explained_and_taken_back(run: Any, cases_vault: Vault) -> None:
    """`find`, `why`, `history` and `undo` know it, in words."""
    ran = _took(run, *UCLA, *THREE, "--words", "Weekends are long")
    record = ran.data["id"]

    found = run("find", "weekends", *QUIET[:2]).data["found"]
    why = run("why", record[-8:], *QUIET[:2])
    past = run("history", record[-8:], *QUIET[:2])
    undone = run("undo", "--confirm", "PR-003", *QUIET[:2])

    assert any(hit["kind"] == "measure" for hit in found)
    assert "UCLA three-item loneliness scale, 7 (from 3 to 9)" in json.dumps(why.data)
    assert past.code == 0
    assert "a measure" in undone.data["says"]
    assert record not in {k.id for k in _case(cases_vault).safety.measures}


def test_it_is_amended_and_is_scored_again(run: Any, cases_vault: Vault) -> None:
    """An answer that was typed wrong is mended, with a reason."""
    record = _took(run, *UCLA, *THREE).data["id"]

    ran = run(
        "amend", record[-8:], "--answer", "item_1=1", "--reason", "A slip", *QUIET
    )

    kept = next(k for k in _case(cases_vault).safety.measures if k.id == record)
    assert ran.code == 0, ran.error
    assert kept.record.items == (1, 2, 2)
    assert kept.amended == 1


def test_it_is_moved_to_the_right_person(run: Any, cases_vault: Vault) -> None:
    """A measure of somebody else goes where it belongs, as it was answered."""
    record = _took(run, *UCLA, *THREE).data["id"]

    sure = ("--reason", "Wrong file", "--confirm", "PR-001")
    ran = run("refile", record[-8:], "PR-001", *sure, *QUIET)

    there = _case(cases_vault, "PR-001").safety.measures
    assert ran.code == 0, ran.error
    assert (3, 2, 2) in {k.record.items for k in there}


# --- question 9 ----------------------------------------------------------------------

GP = ("--instrument", "phq_9", "--mode", "recorded", "--asked-by", "GP")


@pytest.mark.parametrize("nine", ["0", "2", "not_known"])
def test_a_total_from_elsewhere_is_kept_and_question_9_is_asked_of_itself(
    run: Any, cases: Path, cases_vault: Vault, nine: str
) -> None:
    """A total is no harm unseen: above 0 is spoken about today, not known is asked."""
    _switched_on(cases)

    ran = _took(run, *GP, "--total", "12", "--item-9", nine)

    assert ran.code == 0, ran.out
    kept = _case(cases_vault).safety.measures[-1].record
    assert (kept.total, kept.items) == (12, ())
    assert kept.grave_item == (None if nine == "not_known" else int(nine))
    told = " ".join(ran.data["follows"])
    assert "12 (from 0 to 27)" in told
    assert ("Talk with Tomasz today" in told) is (nine == "2")
    assert ("What question 9 was is not known" in told) is (nine == "not_known")
    home = json.dumps(run("today", *QUIET).data)
    assert ("Question 9 of the PHQ-9" in home) is (nine == "2")


def test_a_total_alone_still_asks_for_question_9(run: Any, cases: Path) -> None:
    """Without an answer to it nothing is kept, and no answer may exceed the total."""
    _switched_on(cases)

    assert "item_9" in str(_took(run, *GP, "--total", "12").error)
    over = _took(run, *GP, "--total", "1", "--item-9", "3")
    assert "must be 1 or less" in str(over.error)


def test_a_total_of_a_scale_we_may_ask_can_come_from_elsewhere(run: Any) -> None:
    """UCLA-3 by somebody else is its total; asked here it stays its questions."""
    told = ("--instrument", "ucla_3", "--mode", "recorded", "--total", "7")

    assert _took(run, *told).code == 0
    assert _took(run, *UCLA, *THREE, "--total", "7").code == 2


def _above_nought(run: Any) -> list[Any]:
    return [d for d in run(*QUIET[:2]).data["items"] if "above 0" in d["says"]]


def test_the_ninth_question_is_spoken_about_today(
    run: Any, own_home: Path, cases_vault: Vault
) -> None:
    """Above 0 asks for a talk and the manager, and names the command that answers."""
    _switched_on(own_home)

    ran = _took(run, *PHQ, *_nine(1))
    alarms = _above_nought(run)
    answers = alarms[0]["command"]
    talked = run(*answers, *TALKED[2:], *HELD, "--told", "Jo, today 6pm", *QUIET)

    assert "Talk with" in ran.data["follows"][0]
    assert "A score decides nothing." in ran.data["follows"][1]
    assert [(d["group"], d["alarm"]) for d in alarms] == [("today", "risk")]
    assert answers == ran.data["next"] == ["observe", "PR-003", *TALKED[:2]]
    assert talked.code == 0, talked.error
    assert _above_nought(run) == []
    assert not list(unspoken(_case(cases_vault)))


@pytest.mark.parametrize(
    "words",
    [
        ("observe", "PR-003", *NOTED),
        ("incident", "add", "PR-003", "--what", "Cups on the stairs"),
    ],
)
def test_no_other_record_silences_the_ninth_question(
    run: Any, own_home: Path, cases_vault: Vault, words: tuple[str, ...]
) -> None:
    """A note about plants, or a near miss, is no talk about staying alive."""
    _switched_on(own_home)
    _took(run, *PHQ, *_nine(3))

    ran = run(*words, *QUIET)

    assert ran.code == 0, ran.error
    assert len(_above_nought(run)) == 1
    assert len(list(unspoken(_case(cases_vault)))) == 1


def test_a_talk_about_suicide_says_which_manager_knows(
    run: Any, own_home: Path
) -> None:
    """A talk that nobody was told of takes no alarm away: it is not kept."""
    _switched_on(own_home)
    _took(run, *PHQ, *_nine(3))

    ran = run("observe", "PR-003", *TALKED, *HELD, *QUIET)

    assert ran.code == 2
    assert "--told" in str(ran.error)
    assert len(_above_nought(run)) == 1


def test_an_answer_that_nobody_talked_about_is_brought_to_supervision(
    run: Any, own_home: Path
) -> None:
    """What stands on home as an alarm is read in supervision, too."""
    _switched_on(own_home)
    _took(run, *PHQ, *_nine(3))

    groups = {g["key"]: g for g in run("supervision", "prepare", *QUIET).data["groups"]}

    assert any("above 0" in line["says"] for line in groups["alarms"]["lines"])


def test_nought_asks_for_nothing(run: Any, own_home: Path) -> None:
    """No alarm where there is nothing to speak about."""
    _switched_on(own_home)

    ran = _took(run, *PHQ, *_nine(0))

    assert not any("Talk with" in line for line in ran.data["follows"])


@pytest.mark.parametrize("answered", [False, True])
def test_home_is_the_same_from_near_however_long_ago(
    run: Any, own_home: Path, cases_vault: Vault, *, answered: bool
) -> None:
    """What was not spoken about stays on home for years; what was, stays away."""
    _switched_on(own_home)
    _took(run, *PHQ, *_nine(2))
    if answered:
        run("observe", "PR-003", *TALKED, *HELD, "--told", "Jo", *QUIET)
    reading, file = Reading(cases_vault), file_of(cases_vault, "PR-003")

    for days in (0, 1, 95, 400, 2000):
        now = NOW + timedelta(days=days)
        near = due_for(reading.near(file, now=now), now=now)
        whole = due_for(reading.casefile(file), now=now)

        assert near == whole
        assert any("above 0" in due.says for due in near) is not answered


def test_a_talk_that_a_decision_cited_answers_for_years(
    run: Any, own_home: Path, cases_vault: Vault
) -> None:
    """Old and settled, it still answers the latest measure, near or whole."""
    _switched_on(own_home)
    _took(run, *PHQ, *_nine(2))
    told = run("observe", "PR-003", *TALKED, *HELD, "--told", "Jo", *QUIET).data["id"]
    reading, file = Reading(cases_vault), file_of(cases_vault, "PR-003")
    before = reading.casefile(file)
    assert before.formulation is not None
    with Work(cases_vault, Clock(NOW + timedelta(days=1)), "sam") as work:
        step, day = before.steps[-1].id, work.clock.today()
        work.add(Decision(step, Choice.COMPLETE, day, cites=(told,)), file=file)
        work.add(before.formulation.record, file=file)

    for days in (1, 400, 2000):
        now = NOW + timedelta(days=days)
        near = due_for(reading.near(file, now=now), now=now)
        assert near == due_for(reading.casefile(file), now=now)
        assert not any("above 0" in due.says for due in near)


def test_three_months_later_it_is_asked_again(run: Any, cases_vault: Vault) -> None:
    """A line under Worth a look, from the day it is due; none before."""
    _took(run, *UCLA, *THREE)
    case = _case(cases_vault)

    def due(days: int) -> bool:
        lines = due_for(case, now=NOW + timedelta(days=days))
        return any("The measures were last asked" in one.says for one in lines)

    assert [due(90), due(91)] == [False, True]


# --- the service's own table ----------------------------------------------------------


def test_a_table_that_cannot_be_read_is_named_and_ours_is_used(
    run: Any, own_home: Path
) -> None:
    """With its file and line, on the list and on the receipt; nobody is kept out."""
    (own_home / "data").mkdir(parents=True)
    (own_home / "data" / "measures.json").write_text('{\n "as_of": oops\n}\n')

    ran = _took(run, *UCLA, *THREE)
    listed = run("measure", "list", "PR-003", *QUIET).data

    assert ran.code == 0
    assert "measures.json" in ran.data["follows"][-1]
    assert "Line 2: it is not JSON there, and cannot be read." in listed["notes"][0]


def test_a_measure_that_was_taken_out_keeps_its_score(run: Any, own_home: Path) -> None:
    """What was answered under the old table is read as it was read then."""
    _took(run, *UCLA, *THREE)
    (own_home / "data").mkdir(parents=True)
    told = {"as_of": "2026-11-01", "instruments": []}
    (own_home / "data" / "measures.json").write_text(json.dumps(told))

    shown = run("measure", "list", "PR-003", *QUIET).data

    assert shown["lines"][0]["score"] == "7 (from 3 to 9)"
    assert shown["sums"][0]["acknowledges"]


def test_the_chart_has_each_number_beside_its_mark(run: Any) -> None:
    """Drawn or plain, the numbers are there; a gap has no mark."""
    _took(run, *UCLA, *THREE, "--on", "2026-08-18")
    _took(run, *UCLA, "--item-1", "3", "--on", "2026-09-18")
    _took(run, *UCLA, "--item-1", "1", "--item-2", "1", "--item-3", "1")

    drawn = run("measure", "chart", "PR-003", "ucla_3", "--practice")
    plain = run("measure", "chart", "PR-003", "--practice", "--plain")
    nothing = run("measure", "chart", "PR-003", "gad_7", "--practice")

    lines = [line for line in drawn.out.splitlines() if "2026" in line]
    assert ["*" in line for line in lines[:3]] == [True, False, True]
    assert "7 (from 3 to 9)" in lines[0]
    assert "*" not in plain.out
    assert "3 (from 3 to 9)" in plain.out
    assert nothing.code == 2
    assert "ucla_3" in nothing.err


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize("typed", ["phq_9", "PHQ-9"])
def test_a_measure_that_is_off_says_so_and_how_to_switch_it_on(
    run: Any, own_home: Path, typed: str
) -> None:
    """What it says to write does switch it on."""
    words = ("measure", "add", "PR-001", "--instrument", typed, *QUIET)
    refused = run(*words).error["message"]
    data = own_home / "data"
    data.mkdir(exist_ok=True)
    written = refused.partition("data folder: ")[2].partition(". You typed")[0]
    (data / "measures.json").write_text(written)
    switched_on = run(*words).error["message"]

    assert "cannot be PHQ-9: it is off. To switch it on, write this into" in refused
    assert "it is off" not in switched_on
    assert "Measure" not in switched_on.split(" ")[0]


@pytest.mark.usefixtures("cases")
def test_a_table_without_its_day_is_named_when_a_measure_is_refused(
    run: Any, own_home: Path
) -> None:
    """Who wonders why it changed nothing reads why."""
    data = own_home / "data"
    data.mkdir(exist_ok=True)
    one = {"extend": True, "instruments": [{"key": "phq_9", "on": True}]}
    (data / "measures.json").write_text(json.dumps(one))

    ran = run("measure", "add", "PR-001", "--instrument", "phq_9", *QUIET)

    assert ran.code == 2
    assert 'own "measures.json" is not used.' in ran.err
    assert '"as_of"' in ran.err
