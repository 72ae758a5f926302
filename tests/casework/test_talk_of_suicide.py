"""A talk about thoughts of suicide: whom to ring now, and the card as the next step."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.lately import named, told_in_full
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.visit_rows import LATELY, rows
from inclusion_cli.interviews.observe import between, form
from inclusion_cli.store.reading import Reading
from tests.casework.test_as_of import file_of
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
TALK = ("observe", "PR-002", "--seen", "suicide_talk", "--when", "now", "--told", "Jo")


def test_the_receipt_says_whom_to_ring_and_goes_on_to_the_card(run: Any) -> None:
    """999, on call and the crisis team of her card stand first; the card is next."""
    ran = run(*TALK, "--note", "She is safe with her aunt", *QUIET)

    ring = ran.data["follows"][0]
    assert ring.startswith("In danger now: 999. On call here: 01632 960001.")
    assert "Crisis team: 01632 960002." in ring
    assert ran.data["next"] == ["card", "show", "PR-002"]


def test_999_is_said_right_after_the_choice(cases_vault: Vault) -> None:
    """Nobody answers "When was it?" before they are told to call."""
    case = Reading(cases_vault).casefile(file_of(cases_vault, "PR-002"))
    asked = form(case, between(case, now=NOW)).questions({"seen": "suicide_talk"})

    first = next(question for question in asked if question.key != "seen")

    assert first.key == "when"
    assert "call 999 first" in first.before({})[0]


@pytest.mark.parametrize("note", ["1", "safe", "1 2", "ok 1"])
def test_what_keeps_them_safe_is_said_in_words(run: Any, note: str) -> None:
    """A stray key or one word is no answer to what keeps somebody safe."""
    ran = run(*TALK, "--note", note, *QUIET)

    assert ran.code == 2
    assert "two words or more" in ran.out


# --- it is as loud as a crisis call, until it is answered ----------------------------


UNTOLD = (*TALK[:-1], "nobody yet", "--note", "She is safe with her aunt")
LATER = "2026-11-24T09:00:00+00:00"


def _alarms(run: Any) -> list[dict[str, Any]]:
    items = run(*QUIET).data["items"]
    return [i for i in items if i["alarm"] and "thoughts of suicide" in i["says"]]


@pytest.mark.parametrize("day", ["", LATER])
def test_a_talk_nobody_was_told_of_comes_before_all_else(
    run: Any, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    """Home says whom to ring from the moment it is saved, and days later, too."""
    run(*UNTOLD, *QUIET)
    if day:
        monkeypatch.setenv("INCLUSION_NOW", day)

    (alarm,) = _alarms(run)

    assert alarm["urgency"] == "now"
    assert "Nobody was told. Ring now." in alarm["says"]
    assert "999" in alarm["says"]
    assert "01632 960001" in alarm["says"]
    assert alarm["command"][0] == "amend"


def test_a_review_before_anybody_was_told_answers_nothing(run: Any) -> None:
    """It rings until a name is written, and then until a review has looked at it."""
    run(*UNTOLD, *QUIET)
    _review(run)
    (untold,) = _alarms(run)

    run(*untold["command"], "--told", "Jo Reyes", "--reason", "told", *QUIET)
    (unlooked,) = _alarms(run)
    _review(run)

    assert "No review has looked at it" in unlooked["says"]
    assert unlooked["command"] == ["review", "PR-002"]
    assert _alarms(run) == []


def _review(run: Any) -> None:
    given = ("--decision", "hold", "--ready", "not_sure", "--wish", "To be well")
    more = ("--why", "We looked at what she said together", "--agreed-with", "Jo")
    again = ("--look-again", "tomorrow", "--needs", "A quiet week")
    ran = run("review", "PR-002", *given, *more, *again, *QUIET)
    assert ran.code == 0, ran.out


def test_a_talk_with_a_person_with_no_step_is_answered_by_a_review(run: Any) -> None:
    """Nobody needs a plan to have what they said looked at."""
    run("person", "add", "--name", "Ana Quinn", "--code", "AQ-009", *QUIET)
    talk = ("observe", "AQ-009", "--seen", "suicide_talk", "--when", "now")
    run(*talk, "--told", "Jo", "--note", "Safe with her aunt", *QUIET)
    assert "No number here is on a card" in _alarms(run)[0]["says"]

    why = ("--wish", "Sleep", "--why", "Rang the crisis team together")
    ran = run("review", "AQ-009", *why, "--agreed-with", "Jo", *QUIET)

    assert ran.code == 0, ran.out
    assert _alarms(run) == []


@pytest.mark.parametrize(
    "command",
    [
        ("person", "show", "PR-002"),
        ("why", "PR-002"),
        ("trace", "PR-002"),
        ("dashboard", "PR-002"),
        ("supervision", "prepare"),
    ],
)
def test_a_talk_is_named_wherever_a_worker_looks(
    run: Any, command: tuple[str, ...]
) -> None:
    """No picture of a person leaves out that they spoke of suicide."""
    run(*UNTOLD, *QUIET)

    shown = run(*command, "--practice", "--no-input").out

    assert "thoughts of suicide" in " ".join(shown.split())


def test_a_talk_asks_for_the_card_and_the_formulation(run: Any) -> None:
    """After it both are looked at, as after a crisis call."""
    run(*UNTOLD, *QUIET)

    says = " ".join(item["says"] for item in run(*QUIET).data["items"])

    assert "There was a talk about thoughts of suicide on" in says
    assert "Formulation review, early: a talk about thoughts of suicide" in says


@pytest.mark.parametrize("told", ["Jo Reyes, 3pm", "Noel", "Jo, nobody else"])
def test_a_name_says_that_somebody_was_told(told: str) -> None:
    """Only a name stops the alarm."""
    assert Observation(Seen.SUICIDE_TALK, NOW, told=told).is_told


@pytest.mark.parametrize(
    "told",
    [
        "nobody yet",
        "Nobody",
        "no-one",
        "no",
        "not yet",
        "I have told no one",
        "n/a",
        "-",
        "I tried to ring Jo but no answer",
        "will tell Jo tomorrow",
        "Rang Jo, who didn't pick up",
    ],
)
def test_nobody_yet_is_an_answer_and_no_name(told: str) -> None:
    """In no way of saying it does nobody count as somebody."""
    assert not Observation(Seen.SUICIDE_TALK, NOW, told=told).is_told


# --- what is stopped all at once -----------------------------------------------------


STOPPED = ("observe", "PR-003", "--seen", "substance_use", "--used", "stopped")


def test_what_is_stopped_at_once_rings_until_somebody_gave_advice(run: Any) -> None:
    """Withdrawal can kill: home says so until it is written who was asked."""
    when = ("--what", "Whisky", "--when", "now", "--note", "Shaking")
    run(*STOPPED, *when, *QUIET)

    (alarm,) = _stops(run)
    run(*alarm["command"], "--told", "NHS 111", "--reason", "rang", *QUIET)

    assert "medical advice today" in alarm["says"]
    assert _stops(run) == []


def _stops(run: Any) -> list[dict[str, Any]]:
    items = run(*QUIET).data["items"]
    return [i for i in items if i["alarm"] and "Stopped all at once" in i["says"]]


# --- on paper, in the audit, and once somebody has left ------------------------------


def test_the_papers_of_these_days_name_a_talk_and_a_sudden_stop(
    run: Any, cases_vault: Vault
) -> None:
    """A stand-in reads what it was, and a colleague also what keeps them safe."""
    run(*UNTOLD, *QUIET)
    when = ("--what", "Whisky", "--when", "now", "--note", "Shaking")
    run(*STOPPED, *when, *QUIET)
    reading = Reading(cases_vault)
    maya = reading.casefile(file_of(cases_vault, "PR-002"))
    tomasz = reading.casefile(file_of(cases_vault, "PR-003"))

    page = [row.text for row in rows(maya, now=NOW) if row.part == LATELY]
    stop = [row.text for row in rows(tomasz, now=NOW) if row.part == LATELY]
    full = [says for _kept, says in told_in_full(maya, on=NOW.date())]

    assert "a talk about thoughts of suicide" in page[0]
    assert "aunt" not in page[0]
    assert "111 or a doctor" in stop[0]
    assert "Told: nobody yet." in full[0]
    assert "She is safe with her aunt." in full[0]
    assert named(maya, on=NOW.date() + timedelta(days=15)) == ()


def test_the_audit_finds_a_talk_on_its_day_and_one_no_review_looked_at(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What rings on home is in the audit: untold at once, unlooked the next day."""
    only = ("--only", "event-not-looked-at", "--month", "2026-11")
    run(*UNTOLD, *QUIET)

    at_once = run("audit", *only, *QUIET)
    (alarm, *_) = [i for i in run(*QUIET).data["items"] if "suicide" in i["says"]]
    run(*alarm["command"], "--told", "Jo Reyes", "--reason", "told now", *QUIET)
    that_day = run("audit", *only, *QUIET)
    monkeypatch.setenv("INCLUSION_NOW", LATER)
    later = run("audit", *only, *QUIET)

    assert "Nobody was told." in at_once.out
    assert at_once.code == 30
    assert "suicide" not in that_day.out
    assert "No review has looked at it." in later.out


def test_the_audit_finds_a_talk_nobody_was_told_of(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands beside the calls nobody made, with the command that mends it."""
    run(*UNTOLD, *QUIET)
    monkeypatch.setenv("INCLUSION_NOW", LATER)

    only = ("--only", "event-not-looked-at", "--month", "2026-11")
    ran = run("audit", *only, *QUIET)

    assert "Nobody was told." in ran.out
    assert "Nobody has gone through the formulation since" in ran.out


def test_a_talk_rings_after_the_file_is_closed_and_can_be_answered(run: Any) -> None:
    """Who left is not forgotten: it is written who was told, and looked at."""
    run(*UNTOLD, *QUIET)
    left = ("--closed-on", "today", "--because", "moved", "--confirm", "PR-002")
    run("person", "close", "PR-002", *left, *QUIET)

    (untold,) = _alarms(run)
    told = ("--told", "Jo Reyes", "--reason", "told")
    assert run(*untold["command"], *told, *QUIET).code == 0
    why = ("--wish", "Nobody can ask", "--why", "Rang the crisis team together")
    looked = run("review", "PR-002", *why, "--agreed-with", "Jo", *QUIET)

    assert looked.code == 0, looked.out
    assert _alarms(run) == []
