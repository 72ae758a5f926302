"""An incident waits for nothing: no draft, no other window, no pulled plug."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.incident import Incident
from inclusion_cli.store.reading import Reading
from tests.interviews import peek
from tests.interviews.screen import squeezed
from tests.interviews.script import MENU
from tests.interviews.typist import FANCY, PLAIN, STOP, Typist

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

ADD = ("incident", "add", "PR-001")
STOPPED = 130
SENTENCE = "A man followed Robin to the bus"


def incidents(home: Path) -> list[str]:
    """Return what every incident says."""
    with peek.opened(home) as vault:
        return [kept.record.what for kept in Reading(vault).all(Incident)]


def begun(typist: Typist, sentence: str) -> None:
    """Say how serious it is and what happened, and come to the next question."""
    typist.asked("How serious is it")
    typist.answer("3")
    typist.asked("What happened, in one sentence?")
    typist.answer(sentence)
    typist.asked("When was it?")


def test_the_ladder_is_said_before_the_next_question(cases: Path) -> None:
    """Whom to ring stands on the screen as soon as it is said how serious it is."""
    with Typist(*ADD, mode=PLAIN) as typist:
        typist.asked("How serious is it")
        typist.answer("5")
        typist.asked("What happened, in one sentence?")
        said = squeezed(typist.page())
        typist.kill()

    assert cases
    assert "Ring now, in this order: 1. Emergency services, 999. At once." in said


def test_a_pulled_plug_keeps_the_sentence(cases: Path) -> None:
    """It is there again, and home lists it."""
    with Typist(*ADD, mode=FANCY) as typist:
        begun(typist, SENTENCE)
        typist.kill()

    with Typist(*ADD, mode=PLAIN) as again:
        again.asked(MENU, "2 answers kept")
        again.answer("1")
        again.asked("When was it?")

    assert peek.drafted(cases)["what"] == SENTENCE


def test_another_window_does_not_stand_in_its_way(cases: Path) -> None:
    """A second incident is told while a first one is open elsewhere."""
    with Typist(*ADD, mode=PLAIN) as first:
        begun(first, SENTENCE)
        with Typist(*ADD, mode=PLAIN) as second:
            begun(second, "Robin's bag is gone")
            second.answer("today 8am")
            for asked in ("Who was hurt", "What was done at once", "What does Robin"):
                second.asked(asked)
                second.answer("")
            second.asked("Check before you save")
            second.answer("S")
            second.hears("Saved for Robin Practice, PR-001")
        first.kill()

    assert "Robin's bag is gone" in incidents(cases)


def test_a_draft_is_kept_and_another_incident_told(cases: Path, run: Run) -> None:
    """What was begun stays; nobody has to finish it first."""
    with Typist(*ADD, mode=PLAIN) as first:
        begun(first, SENTENCE)
        first.kill()

    with Typist(*ADD, mode=PLAIN) as second:
        second.asked(MENU, "2 answers kept")
        second.answer("3")
        begun(second, "Robin's bag is gone")
        second.kill()

    assert cases
    items = run("today", "--practice", "--json").data["items"]
    begun_ones = [i for i in items if i["group"] == "drafts"]
    assert [i["says"][:12] for i in begun_ones] == ["An incident,"] * 2


def test_two_of_one_minute_are_asked_about(cases: Path, run: Run) -> None:
    """It can be the same one, told twice; typed again, it is another."""
    run(*ADD, "--practice", "--no-input", "--what", SENTENCE)

    with Typist(*ADD, mode=PLAIN) as typist:
        begun(typist, "Robin's bag is gone")
        typist.answer("today 5:40pm")
        said = typist.asked("is recorded already", "Ctrl+D")
        typist.answer("today 5:40pm")
        typist.asked("Who was hurt")
        typist.kill()

    assert cases
    assert SENTENCE in squeezed(said)


def test_one_left_half_way_is_an_alarm_with_whom_to_ring(cases: Path, run: Run) -> None:
    """The first line of home, before it is saved; the draft carries on from there."""
    with Typist(*ADD, mode=PLAIN) as typist:
        typist.asked("How serious is it")
        typist.answer("5")
        typist.asked("What happened, in one sentence?")
        typist.type(STOP)
        assert typist.ends() == STOPPED

    first, *others = run("today", "--practice", "--json").data["items"]

    assert peek.drafted(cases)["level"]
    assert (first["code"], first["alarm"], first["urgency"]) == (
        "PR-001",
        "risk",
        "now",
    )
    assert "1 of about 6 answered. It is not saved yet." in first["says"]
    assert "Ring now: Emergency services, 999; " in first["says"]
    assert first["command"] == ["incident", "add", "PR-001"]
    assert {other["urgency"] for other in others} == {"usual"}


def test_the_count_of_questions_never_grows(cases: Path) -> None:
    """What is serious is asked more about: that is counted from the start."""
    with Typist(*ADD, mode=PLAIN) as typist:
        typist.asked("1 of about 6", "How serious is it")
        typist.answer("5")
        typist.asked("2 of 6", "What happened, in one sentence?")
        typist.kill()
    assert cases

    with Typist("incident", "add", "PR-002", mode=PLAIN) as lighter:
        lighter.asked("1 of about 6", "How serious is it")
        lighter.answer("1")
        lighter.asked("2 of 3", "What happened, in one sentence?")
        lighter.kill()
