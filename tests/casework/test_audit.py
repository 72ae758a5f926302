"""The monthly audit over a real vault: run, kept, read, acted on, looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.audit_month import last_month
from inclusion_cli.domain.audit_names import handle
from inclusion_cli.store.reading import Reading
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault

QUIET = ("--practice", "--json", "--no-input")
ACTED = (
    "--cause", "Nobody was asked to", "--what", "Ask Jo to look at it", "--owner", "Jo",
    "--due", "2026-11-25",
)  # fmt: skip


def keys(data: Any) -> dict[str, str]:
    """Return the letters of each finding of a page, by its key."""
    lines = (*data["risk"], *data["caution"], *data["record"])
    return {line["key"]: line["handle"] for line in lines}


def rules(data: Any) -> set[str]:
    """Return the rules that found something on a page."""
    return {key.partition(":")[0] for key in keys(data)}


# --- the practice cases -------------------------------------------------------------


def test_the_first_audit_found_the_limit_without_an_end(
    cases_vault: Vault,
) -> None:
    """Grade A, on the side of caution, with its record."""
    first = Reading(cases_vault).service_records("").audits[0].record

    (limit,) = [f for f in first.findings if f.rule == "limit-not-sound"]
    assert (limit.grade.value, limit.side.value) == ("A", "caution")
    assert "nothing says what ends it" in limit.says or "not asked yet" in limit.says
    assert limit.records


def test_one_action_is_closed_with_evidence_and_one_is_overdue(
    run: Any, cases: Path
) -> None:
    """The audit of the next month says so of the first one's findings."""
    shown = run("audit", "show", "--month", "september", *QUIET)

    found = {line["rule"]: line for line in shown.data["earlier"]}
    assert found["limit-not-sound"]["since"] == "gone", cases
    assert found["limit-not-sound"]["action"] == "done"
    assert "overdue" in {line["action"] for line in shown.data["earlier"]}
    assert "action-left" in rules(shown.data)


def test_each_audit_is_of_the_month_just_ended_and_kept_once(
    cases_vault: Vault,
) -> None:
    """No month of the practice is audited before it is over, twice, or not at all."""
    held = [kept.record for kept in Reading(cases_vault).service_records("").audits]

    assert [one.month for one in held] == [last_month(one.on) for one in held]
    assert [one.month for one in held] == ["2026-08", "2026-09", "2026-10"]


def test_the_month_has_findings_on_both_sides(run: Any, cases: Path) -> None:
    """Risk beside caution: the stretch with no next step offered is told."""
    ran = run("audit", *QUIET)

    assert ran.data["risk"], cases
    assert "ready-not-offered" in rules(ran.data)
    assert all(line["side"] == "caution" for line in ran.data["caution"])


def test_somebody_read_a_file_and_said_what_they_saw(cases_vault: Vault) -> None:
    """A read of the sample, which was drawn with the seed that is kept."""
    kept = Reading(cases_vault).service_records("")

    (read,) = kept.sample_reads
    assert read.record.audit == kept.audits[0].id
    assert read.record.file in kept.audits[0].record.sample
    assert read.record.saw


def test_a_kept_audit_names_nobody(cases_vault: Vault) -> None:
    """What stands in the service's file has no name and quotes no words."""
    reading = Reading(cases_vault)
    names = {kept.record.known_as for kept in reading.people()}
    said = " ".join(
        finding.says
        for audit in reading.service_records("").audits
        for finding in audit.record.findings
    )

    assert not [name for name in names if name in said]


# --- run ----------------------------------------------------------------------------


def test_looking_keeps_nothing(run: Any, cases_vault: Vault) -> None:
    """Run as often as you like: the log is as it was."""
    before = Reading(cases_vault).head()

    run("audit", *QUIET)

    assert Reading(cases_vault).head() == before


def test_the_exit_code_is_that_of_grade_a(
    run: Any, cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """30 once a limit stands without an end; 0 in the day it has to say its own."""
    calm = run("audit", "--only", "limit-not-sound", *QUIET)
    placed = run(
        "restriction", "place", "PR-001", "--emergency", "yes", "--what", "No visitors",
        "--harm", "A fight on the stairs", "--authorised-by", "Sam", *QUIET,
    )  # fmt: skip
    promised = run("audit", "--only", "limit-not-sound", *QUIET)
    monkeypatch.setenv("INCLUSION_NOW", (NOW + timedelta(days=2)).isoformat())
    grave = run("audit", "--only", "limit-not-sound", *QUIET)

    assert (calm.code, placed.code, promised.code) == (0, 0, 0), (cases, placed.out)
    assert "limit-not-sound" not in rules(promised.data)
    assert grave.code == 30
    assert "limit-not-sound" in rules(grave.data)


@pytest.mark.usefixtures("cases")
def test_an_audit_of_a_past_month_says_what_of_grade_a_stands_today(run: Any) -> None:
    """October has nothing of it; what home rings for today is said, and exits 30."""
    home = run("--practice", "--no-input").out
    past = run("audit", "--practice", "--no-input")
    this = run("audit", "--month", "this", *QUIET)

    grave = [line for line in this.data["risk"] if line["grade"] == "A"]
    said = " ".join(past.out.split())
    assert "RISK ALARM" in home
    assert [line["rule"] for line in grave] == ["no-same-day-review"]
    assert (past.code, this.code) == (30, 30)
    assert "Of October 2026 nothing of grade A is open." in said
    assert "Since then: 1 finding of grade A stands today. Act today:" in said
    assert "audit --month this" in said
    assert "Nothing of grade A is open." not in said


@pytest.mark.usefixtures("cases")
def test_an_audit_by_some_rules_speaks_of_those_alone(run: Any) -> None:
    """What no rule looked at is not said to be in order."""
    some = run("audit", "--only", "card-stale", "--practice", "--no-input")

    assert some.code == 0
    assert "Nothing of grade A is open." not in some.out


@pytest.mark.usefixtures("cases")
def test_a_kept_audit_speaks_of_its_own_day(run: Any) -> None:
    """It was not run again: what it says of grade A is of the day it was run."""
    shown = run("audit", "show", "--practice", "--no-input").out

    assert "Nothing of grade A is open." not in shown
    assert "nothing of grade A was open." in " ".join(shown.split())


def test_one_rule_alone_finds_what_it_finds_in_the_whole(run: Any, cases: Path) -> None:
    """--only may be said twice; nothing else is run."""
    whole = run("audit", *QUIET)
    some = run("audit", "--only", "card-stale", "--only", "13", *QUIET)

    wanted = {"card-stale", "ready-not-offered"}
    assert {line["name"] for line in some.data["rules"]} == wanted, cases
    assert keys(some.data) == {
        key: said
        for key, said in keys(whole.data).items()
        if key.partition(":")[0] in wanted
    }


def test_an_unknown_rule_is_told_with_the_near_ones(run: Any, cases: Path) -> None:
    """Exit 2, what was typed, and what it may have meant."""
    ran = run("audit", "--only", "card-stail", *QUIET)

    assert ran.code == 2, cases
    assert '"card-stail"' in ran.error["message"]
    assert "card-stale" in ran.error["message"]


@pytest.mark.parametrize("typed", ["soon", "2026-13", "2027-01"])
def test_a_month_that_is_none_is_told(run: Any, cases: Path, typed: str) -> None:
    """Exit 2, with what was typed; a month to come is none to look at."""
    ran = run("audit", "--month", typed, *QUIET)

    assert ran.code == 2, cases
    assert typed in ran.error["message"]


def test_the_list_has_the_thirty_rules_and_looks_at_nobody(
    run: Any, cases: Path
) -> None:
    """Each has a name, a grade and a side; nothing is found, and the code is 0."""
    ran = run("audit", "--list", *QUIET)

    assert (ran.code, len(ran.data["rules"])) == (0, 30), cases


def test_the_drift_map_of_a_person(run: Any, cases: Path) -> None:
    """Each situation with the sessions that met it, and what mends it."""
    ran = run("audit", "drift", "PR-001", "--month", "this", *QUIET)

    assert ran.code == 0, cases
    assert ran.data["rows"]
    assert any(row["met"] for row in ran.data["rows"])
    assert all(row["mend"] for row in ran.data["rows"] if row["says"])


# --- kept, read, acted on -----------------------------------------------------------


def test_a_finding_is_acted_on_and_looked_at_again(run: Any, cases: Path) -> None:
    """Keep, act, mend: the next audit says that it is gone, and how the action is."""
    run("audit", "keep", "--month", "october", *QUIET)
    before = run("audit", "show", *QUIET)
    key = next(key for key in keys(before.data) if key.startswith("ready-not-offered"))

    acted = run("audit", "act", handle(key).lower(), *ACTED, *QUIET)
    again = run("audit", "--month", "this", *QUIET)

    assert acted.code == 0, (cases, acted.out)
    assert acted.data["record"]["finding"] == key
    assert acted.data["record"]["cause"] == "Nobody was asked to"
    earlier = {line["handle"]: line for line in again.data["earlier"]}
    assert earlier[handle(key)]["since"] == "still_there"
    assert earlier[handle(key)]["action"] == "open"


def test_an_action_on_the_service_stands_in_its_file(
    run: Any, cases_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is about nobody is in nobody's file: no supervision for months."""
    monkeypatch.setenv("INCLUSION_NOW", (NOW + timedelta(days=120)).isoformat())
    run("audit", "keep", "--month", "last", *QUIET)
    shown = run("audit", "show", *QUIET)
    ours = next(key for key in keys(shown.data) if "::" in key)

    soon = (*ACTED[:-1], (NOW + timedelta(days=130)).date().isoformat())
    acted = run("audit", "act", handle(ours), *soon, *QUIET)

    assert acted.code == 0, acted.out
    actions = Reading(cases_vault).service_records("").actions
    assert ours in {kept.record.finding for kept in actions}


def test_an_unknown_finding_is_told(run: Any, cases: Path) -> None:
    """Exit 3, with what was typed."""
    ran = run("audit", "act", "QQQQQQ", *ACTED, *QUIET)

    assert (ran.code, "QQQQQQ" in ran.error["message"]) == (3, True), cases


def test_without_a_kept_audit_there_is_nothing_to_act_on(
    run: Any, empty_practice: Path
) -> None:
    """Exit 3, with the command that keeps one."""
    ran = run("audit", "act", "QQQQQQ", *ACTED, *QUIET)

    assert ran.code == 3, empty_practice
    assert "audit keep" in ran.error["hint"]


def test_a_read_is_kept_with_the_audit(run: Any, cases: Path) -> None:
    """Who was drawn is shown as read, with what was seen."""
    shown = run("audit", "show", *QUIET)
    code = shown.data["sample"][0]["code"]

    said = run("audit", "read", code, "--saw", "The plan leads", *QUIET)
    again = run("audit", "show", *QUIET)

    assert said.code == 0, cases
    found = {line["code"]: line["saw"] for line in again.data["sample"]}
    assert found[code] == "The plan leads"


def test_the_latest_kept_audit_can_be_taken_back(run: Any, cases_vault: Vault) -> None:
    """A slip is undone by its author; it stays in the history."""
    before = len(Reading(cases_vault).service_records("").audits)
    run("audit", "keep", "--month", "october", *QUIET)

    ran = run("undo", "--confirm", "", *QUIET[:2])

    assert ran.code == 0, ran.out
    assert "an audit" in ran.data["says"]
    assert len(Reading(cases_vault).service_records("").audits) == before


def test_home_says_that_a_month_has_no_audit(
    run: Any, cases_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once a first one was kept; a month later the next one is asked for."""
    monkeypatch.setenv("INCLUSION_NOW", "2027-01-04T09:00")
    late = run("today", *QUIET[:2])
    monkeypatch.setenv("INCLUSION_NOW", "2026-11-18T18:00")
    now = run("today", *QUIET[:2])

    def asks(data: Any) -> bool:
        return any("No audit of" in item["says"] for item in data["items"])

    assert asks(late.data), cases_vault
    assert not asks(now.data)


# --- on paper -----------------------------------------------------------------------


def test_the_paper_has_its_method_and_names_nobody(
    run: Any, cases: Path, tmp_path: Path
) -> None:
    """Seed, denominators and blind spots; codes, no names; a disclosure is logged."""
    told = ("--recipient", "Jo Lead", "--purpose", "The monthly meeting")
    ran = run("audit", "print", *told, "--out", str(tmp_path), *QUIET)

    assert ran.code == 0, (cases, ran.out)
    page = next(tmp_path.glob("audit-2026-10-*.md")).read_text(encoding="utf-8")
    shown = run("audit", "show", *QUIET).data
    assert str(shown["seed"]) in page
    assert "What could not be looked at" in page
    assert "safeguarding concerns: 1 " in page
    assert all(letters in page for letters in keys(shown).values())
    assert not [name for name in ("Robin", "Maya", "Tomasz") if name in page]
    assert next(tmp_path.glob("*.pdf")).read_bytes().startswith(b"%PDF")


def test_a_month_without_a_kept_audit_is_not_printed(
    run: Any, cases: Path, tmp_path: Path
) -> None:
    """Exit 3, and no paper."""
    told = ("--recipient", "Jo Lead", "--purpose", "A look", "--month", "2024-01")
    ran = run("audit", "print", *told, "--out", str(tmp_path), *QUIET)

    assert (ran.code, list(tmp_path.glob("*.pdf"))) == (3, []), cases


@pytest.mark.usefixtures("cases")
def test_the_head_names_the_day_how_things_stand_is_of(run: Any) -> None:
    """Two days stand above it: which one is meant is said, not guessed."""
    head = " ".join(run("audit", "--practice", "--no-input").out.split())

    assert "How things stand is of that day" not in head
    day = head.partition("looked at on ")[2].partition(".")[0]
    assert day
    assert "What happened is of October 2026." in head
    assert f"How plans, papers and limits stand is of {day}." in head
