"""The plan of an evening on one page, in the person's hands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.clock import Clock
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.event_plan import UseGoal
from inclusion_cli.domain.naming import everything
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.ties import shown_on
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.conftest import NOW
from tests.documents.reading import reader, words

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")


def tomasz(vault: Vault) -> Casefile:
    """Return the file of who has an evening planned."""
    reading = Reading(vault)
    (file,) = [p.file for p in reading.people() if p.record.code == "PR-003"]
    return reading.casefile(file)


def test_an_evening_is_one_page_that_gets_the_person_home(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """Limits, travel, words to leave with, who answers, the day after, and danger."""
    ran = run("event", "print", "PR-003", "--out", str(tmp_path), *QUIET)

    assert ran.code == 0, ran.out
    (pdf,), (text,) = tmp_path.glob("*.pdf"), tmp_path.glob("*.md")
    assert len(reader(pdf.read_bytes()).pages) == 1
    event = max(tomasz(cases_vault).safety.event_plans, key=lambda k: k.record.at)
    for page in (words(pdf.read_bytes()), " ".join(text.read_text("utf-8").split())):
        for said in (
            "You stay at most: 75 minutes.",
            "You want no drink or drugs.",
            event.record.travel.rstrip("."),
            event.record.leave_phrase,
            "Lech, the sponsor, 01632 960004, from 6pm to 11pm.",
            "A nod at half past 7, and when it is time to go.",
            "We talk the day after:",
        ):
            assert said in page, said
    assert pdf.name.startswith("evening-PR-003")


def printed(run: Any, folder: Path) -> str:
    """Return what the page of the evening says."""
    assert run("event", "print", "PR-003", "--out", str(folder), *QUIET).code == 0
    (text,) = folder.glob("*.md")
    return text.read_text("utf-8")


def test_who_drinks_nothing_is_not_told_that_withdrawal_kills(
    run: Any, tmp_path: Path
) -> None:
    """No drink is planned or recorded: it would speak against the goal."""
    page = printed(run, tmp_path)

    assert "Drink: None." in page
    assert "Withdrawal" not in page
    assert "stop" not in page.lower()


@pytest.mark.parametrize("seen", ["in the plan", "recorded lately", "long ago"])
def test_the_danger_of_stopping_is_told_where_drink_is(
    run: Any, tmp_path: Path, cases_vault: Vault, seen: str
) -> None:
    """In the plan of the evening, or recorded in the last 28 days; not after that."""
    case = tomasz(cases_vault)
    event = max(case.safety.event_plans, key=lambda k: k.record.at)
    days = 3 if seen == "recorded lately" else 60
    drank = Observation(Seen.SUBSTANCE_USE, NOW - timedelta(days=days), what="Beer")
    with Work(cases_vault, Clock(NOW), "sam") as work:
        if seen == "in the plan":
            drinks = replace(event.record, goal=UseGoal.REDUCE, units=20)
            work.amend(event, drinks, reason="x")
        else:
            work.add(drank, file=case.person.file, happened_at=drank.at)

    page = printed(run, tmp_path)

    assert ("Withdrawal can kill." in page) == (seen != "long ago")


def test_it_is_logged_as_given_to_the_person(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """As a paper and on the list of what was told; theirs and nobody else's."""
    before = len(tomasz(cases_vault).safety.disclosures)

    assert run("event", "print", "PR-003", "--out", str(tmp_path), *QUIET).code == 0

    case = tomasz(cases_vault)
    told = case.safety.disclosures[-1].record
    assert len(case.safety.disclosures) == before + 1
    assert (told.rests, told.recipient) == (Rests.TO_THE_PERSON, case.known_as)
    assert case.papers[-1].record.kind is PaperKind.EVENING


def test_what_takes_two_pages_is_refused_and_nothing_is_logged(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """It says so; a page is read between two things."""
    case = tomasz(cases_vault)
    event = max(case.safety.event_plans, key=lambda k: k.record.at)
    with Work(cases_vault, Clock(NOW), "sam") as work:
        work.amend(event, replace(event.record, travel="On foot. " * 400), reason="x")
    before = tomasz(cases_vault)

    ran = run("event", "print", "PR-003", "--out", str(tmp_path), *QUIET)

    assert ran.code == 11
    assert "has to fit on one" in ran.error["message"]
    assert tomasz(cases_vault) == before


def test_no_evening_ahead_is_no_page(run: Any, tmp_path: Path) -> None:
    """It says how to plan one."""
    ran = run("event", "print", "PR-001", "--out", str(tmp_path), *QUIET)

    assert ran.code == 3
    assert "event plan PR-001" in ran.error["hint"]


def test_the_sheet_is_named_where_the_evening_it_tells_of_is_changed(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """They hold the old limits; what it does not tell of has no such line."""
    assert run("event", "print", "PR-003", "--out", str(tmp_path), *QUIET).code == 0

    case = tomasz(cases_vault)
    sheet, evenings = case.papers[-1], case.safety.event_plans
    ahead = max(evenings, key=lambda k: k.record.at)
    told_of = [kept.id for kept in everything(case) if sheet in shown_on(case, kept)]
    assert told_of == [ahead.id]
    assert "evening sheet" in run("why", ahead.id, "--practice", "--plain").out
    why = ("--reason", "wrong person", "--confirm", "PR-001")
    moved = run("refile", ahead.id, "PR-001", *why, "--no-input", "--practice")
    assert moved.code == 0, moved.err
    assert "The evening sheet of" in " ".join(moved.out.split())


EVENING = (
    *("event", "plan", "PR-001", "--place", "The Railway", "--goal", "safer"),
    *("--units", "2", "--travel", "By taxi", "--leave-phrase", "My lift is here"),
    *("--contact", "His brother", "--next-day", "2026-11-22T10:00"),
)
FRIDAY = (*EVENING, "--when", "2026-11-20T20:00", "--minutes", "60")
SATURDAY = (*EVENING, "--when", "2026-11-21T19:00", "--minutes", "60")
REACHED = ("--reachable-from", "6pm", "--reachable-to", "11pm")


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("6pm", "6:30pm", "it may last until 9pm, and nobody answers then"),
        ("6pm", "8:30pm", "it may last until 9pm, and nobody answers then"),
        ("8:30pm", "11pm", "it begins at 8pm, and nobody answers yet"),
    ],
)
def test_a_phone_is_answered_from_the_beginning_to_the_end(
    run: Any, first: str, last: str, says: str
) -> None:
    """A window that does not cover the evening is refused with what it leaves open."""
    ran = run(*FRIDAY, "--reachable-from", first, "--reachable-to", last, *QUIET)

    assert ran.code == 2
    assert says in ran.out


def test_a_phone_that_is_answered_past_midnight_covers_the_evening(run: Any) -> None:
    """From 6pm to 1am is seven hours."""
    reached = ("--reachable-from", "6pm", "--reachable-to", "1am", "--phone", "01632 1")

    ran = run(*FRIDAY, *reached, *QUIET)

    assert ran.code == 0, ran.out


def test_that_no_number_is_written_is_said_wherever_the_evening_is(
    run: Any, tmp_path: Path
) -> None:
    """As it is saved, on its page, on home as an alarm, and on the sheet."""
    saved = run(*FRIDAY, *REACHED, *QUIET)
    shown = run("event", "show", "PR-001", *QUIET)
    run("event", "print", "PR-001", "--out", str(tmp_path), *QUIET)
    home = run("today", *QUIET).data["items"]

    (text,) = tmp_path.glob("*.md")
    (line,) = [item for item in home if "The Railway" in item["says"]]
    for said in (saved.out, shown.out, line["says"], text.read_text("utf-8")):
        assert "No number is written for who answers the phone" in said
    assert (line["group"], line["alarm"]) == ("coming", "risk")
    assert line["command"][0] == "amend"


def test_two_evenings_to_come_are_both_on_home_and_each_is_printed(
    run: Any, tmp_path: Path
) -> None:
    """The second one is no evening before; its id prints it."""
    phone = ("--phone", "01632 960111", *REACHED, *QUIET)
    assert run(*FRIDAY, *phone).code == 0
    second = run(*SATURDAY, *phone)
    assert second.code == 0, second.out
    home = run("today", *QUIET).data["items"]
    shown = run("event", "show", "PR-001", *QUIET).data
    page = run("event", "show", "PR-001", "--practice", "--no-input").out
    evening = second.data["id"][-8:]
    out = ("--evening", evening, "--out", str(tmp_path))
    printed = run("event", "print", "PR-001", *out, *QUIET)
    wrong = run("event", "show", "PR-001", "--evening", "99999999", *QUIET)

    coming = [i["says"] for i in home if i["group"] == "coming"]
    assert sum("The Railway" in says for says in coming) == 2
    assert (len(shown["ahead"]), shown["others"]) == (1, [])
    assert "Evenings planned before" not in page
    assert evening in page
    assert printed.code == 0, printed.out
    (text,) = tmp_path.glob("*.md")
    assert "Saturday 21 November" in text.read_text("utf-8")
    assert wrong.code == 3


def test_an_evening_beside_another_one_at_that_time_is_warned_of(run: Any) -> None:
    """Nobody is at two places."""
    phone = ("--phone", "01632 960111", *REACHED, *QUIET)
    run(*FRIDAY, *phone)

    again = run(*FRIDAY, *phone)

    assert any(
        "Another evening is planned at that time" in f for f in again.data["follows"]
    )


def test_an_evening_beside_a_session_at_that_time_is_warned_of(run: Any) -> None:
    """It says which session, and what can be done."""
    planned = run("session", "plan", "PR-001", "--when", "2026-11-20T20:30", *QUIET)
    assert planned.code == 0, planned.out

    ran = run(
        *FRIDAY, "--session", "another", "--phone", "01632 960111", *REACHED, *QUIET
    )

    assert ran.code == 0, ran.out
    assert any(
        "A session is planned at that time, too" in f for f in ran.data["follows"]
    )
