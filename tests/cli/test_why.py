"""What stands behind a record, a person and a line of home; histories."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.look_up import find_record
from inclusion_cli.cli.mending import labels
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.debrief import Debrief, Outcome, Session
from inclusion_cli.domain.decision import Decision, Review
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.paper import Paper
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from inclusion_cli.domain.why import by_day
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

QUIET = ("--no-input", "--practice")
WHY = ("--reason", "typing error")


@pytest.mark.usefixtures("cases")
def test_each_line_of_home_says_its_rule_and_its_records(run: Run) -> None:
    """Promise 6: every due item can say why."""
    items = run("today", "--practice", "--json").data["items"]

    for number, item in enumerate(items, start=1):
        found = run("why", str(number), "--practice", "--json").data
        assert found["rule"], item["says"]
        assert {tie["id"] for tie in found["records"]} == set(item["records"])
        assert run("why", str(number), "--practice").code == 0


@pytest.mark.usefixtures("cases")
def test_a_person_is_answered_line_by_line(run: Run) -> None:
    """What was agreed, what the records show, which they are, what is missing."""
    found = run("why", "PR-002", "--practice", "--json").data

    lines = found["table"]["agreed"]
    cited = {record for line in lines for record in line["records"]}
    assert cited <= {tie["id"] for tie in found["records"]}
    assert any(line["missing"] for line in lines)


def test_every_record_says_what_it_rests_on_and_links_hold_both_ways(
    run: Run, cases_vault: Vault
) -> None:
    """Session, debrief, review, decision, paper: each end knows the other."""
    reading = Reading(cases_vault)
    found: dict[str, Any] = {}
    for kind in (Session, Debrief, Review, Decision, Paper):
        for kept in reading.all(kind)[-4:]:
            ran = run("why", kept.id, "--practice", "--json")
            assert ran.code == 0, ran.out
            found[kept.id] = ran.data
            assert run("why", kept.id, "--practice").code == 0
    for record, told in found.items():
        for under in told["rests_on"]:
            if under["id"] in found and told["kind"] != "paper":
                over = {tie["id"] for tie in found[under["id"]]["used_by"]}
                assert record in over
    decisions = [told for told in found.values() if told["kind"] == "decision"]
    assert any(told["evidence"] for told in decisions)


def test_the_history_of_every_record_can_be_shown(run: Run, cases_vault: Vault) -> None:
    """Whatever its kind: no version is left out, none is unreadable."""
    reading = Reading(cases_vault)
    for record_class in KINDS.values():
        for kept in reading.all(record_class)[:2]:
            ran = run("history", kept.id, "--practice", "--json")
            assert ran.code == 0, ran.out
            assert len(ran.data["lines"]) == kept.amended + 1
            assert not any(line["note"] for line in ran.data["lines"])
            assert run("history", kept.id, "--practice").code == 0


@pytest.mark.usefixtures("cases")
def test_the_history_of_a_card_is_in_words_and_counts_entries(run: Run) -> None:
    """No rule is shown as code; an entry is not taken for a version of the card."""
    told = run("history", "PR-001", "card", "--practice").out

    assert "{" not in told
    assert "If there is a crisis call" in told
    assert "Entry 3. Changed (entry 2)" in " ".join(told.split())
    assert "Version 3" not in told
    assert '"Something is changing", others do 1' in told
    assert re.search(r'"Something is changing", others do 1, agreed\s+yes', told)


def test_a_form_lends_its_words_to_a_history(cases_vault: Vault) -> None:
    """The person's name and the question's own words, where there is a form."""
    desk = Desk.at(cases_vault, b"", clock=Clock(NOW), given={})
    kept = desk.reading.all(Debrief)[0]

    asked = labels(desk, find_record(desk.search, kept.id, worker=desk.worker.id))

    assert asked["worry_peak"].short == "Worry at its worst"


def test_sealed_guesses_are_shown_nowhere_before_the_debrief(
    run: Run, cases_vault: Vault
) -> None:
    """Neither why nor history nor find; and both once the debrief is saved."""
    reading = Reading(cases_vault)
    session = next(
        s
        for kept in reading.people()
        for s in reading.casefile(kept.file).open_sessions()
    )
    ready = Preparation(
        session.record.step, NOW, Wanted.YES, session=session.id,
        mine=Guess(peak=9, will_happen=83), workers=Guess(peak=2, going=True),
    )  # fmt: skip
    with Work(cases_vault, Clock(NOW), "sam") as work:
        kept = work.add(ready, file=session.file)

    def told_83() -> bool:
        words = (("why", kept.id), ("history", kept.id))
        pages = [
            run(*w, "--practice", *j).out for w in words for j in ((), ("--json",))
        ]
        assert pages[0]
        return bool(re.search(r"(?<![\w-])83(?![\w-])", " ".join(pages)))

    assert not told_83()
    assert run("find", "83", "--practice").code == 3

    told = Debrief(
        session.record.step, session.record.at, Outcome.ATTENDED_FULL, session.id
    )
    with Work(cases_vault, Clock(NOW), "sam") as work:
        work.add(told, file=session.file)
    assert told_83()


@pytest.mark.parametrize("command", ["why", "history", "amend", "consent show"])
def test_an_id_is_meant_by_its_beginning_and_its_end(
    run: Run, cases_vault: Vault, command: str
) -> None:
    """As it is printed, from either side; as it is kept, whole or from its end."""
    reading = Reading(cases_vault)
    consent = reading.casefile(reading.files()[1]).safety.consents[-1].id
    dry = ("--dry-run", "--reason", "slip") if command == "amend" else ()

    for typed in (consent[-8:-2], consent[-6:], consent, consent.upper()[-8:-1]):
        ran = run(*command.split(), typed, *dry, *QUIET)

        assert ran.code == 0, (typed, ran.err)


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("why", "99"), 3, "Home has no line 99. Its lines are 1 to"),
        (("why", "abcdabcd"), 3, 'Nothing here is called "abcdabcd".'),
        (("why",), 3, "Type what you want explained. Behind the word why"),
        (("history", "abcdabcd"), 3, 'No record has the id "abcdabcd".'),
        (("history", "0a"), 2, '"0a" is no id. An id is 8 digits and letters'),
        (("history", "no-id"), 2, '"no-id" is no id.'),
        (("history",), 2, "Type the id of the record after the command."),
        (("history", "PR-001", "debrief"), 2, "could be any of these:"),
        (
            ("history", "PR-001", "postcard"),
            2,
            'There is no kind "postcard". Type one of:',
        ),
        (("amend", "PR-003", "away"), 3, "has no days away."),
        (("find", "zzzz"), 3, 'No record has all of "zzzz".'),
        (("find", "??"), 2, "Type the words to look for"),
        (("find", "walk", "--kind", "x"), 2, 'There is no kind "x".'),
        (("find", "walk", "--since", "x"), 2, "--since must be a day"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_slip_gets_one_clear_sentence(
    run: Run, words: tuple[str, ...], code: int, says: str
) -> None:
    """What was typed, and what to do."""
    ran = run(*words, *QUIET)

    assert ran.code == code
    assert says in " ".join(ran.err.split())


def test_what_is_known_by_its_day_tells_no_time(run: Run, cases_vault: Vault) -> None:
    """A measure, a night, days away: nobody reads that it was at midnight."""
    reading = Reading(cases_vault)
    cases = [reading.casefile(kept.file) for kept in reading.people()]
    by_day = [
        *(kept.id for case in cases for kept in case.safety.measures),
        *(kept.id for case in cases for kept in case.aways),
        *(k.id for c in cases for k in c.observations if k.record.seen is Seen.SLEEP),
    ]

    for one in by_day:
        for command in ("why", "history"):
            assert "12am" not in run(command, one, "--practice").out
    assert len(by_day) > 30


def test_a_crisis_call_at_midnight_keeps_its_time() -> None:
    """It was told when it was: only a night and what has no moment are by day."""
    midnight = datetime(2026, 11, 18).astimezone()

    assert not by_day(Observation(Seen.CRISIS_CONTACT, midnight), midnight)
    assert by_day(Observation(Seen.SLEEP, midnight, minutes_slept=400), midnight)


@pytest.mark.usefixtures("cases")
def test_a_supervision_names_what_was_talked_about(run: Run) -> None:
    """In words and with the code, not by ids nobody can read."""
    lines = run("supervision", "list", "--practice", "--json").data["lines"]

    for line in lines:
        says = run("why", line["short"], "--practice", "--json").data["says"]
        past = run("history", line["short"], "--practice").out
        told = " ".join(one["says"] for one in says)
        assert re.search(r"PR-00\d: ", told)
        for text in (told, past):
            assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}-", text)
