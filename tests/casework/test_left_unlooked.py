"""What nobody looked at of somebody who left: it is said, it rings, it is answered."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.alarms import LEFT_DAYS
from inclusion_cli.domain.home import home
from inclusion_cli.store.left import may_owe
from inclusion_cli.store.reading import Reading
from tests.casework.test_incidents import later
from tests.casework.test_left import GONE, QUIET
from tests.casework.test_packs import CONTINUITY
from tests.conftest import NOW
from tests.interviews.script import NEWCOMER

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
REVIEW = "inclusion --practice review PR-002"
ASKED = (
    *("--money-what", "20 pounds", "--money-who", "A man at the gate"),
    *("--money-did", "declined_with_help", "--when", "2026-11-10 14:00"),
)
LOOKED = (
    *("--wish", "Nobody can ask her any more"),
    *("--why", "Her new key worker was told, and rings the bank with her"),
    *("--agreed-with", "Jo, manager"),
)
SHOWN = (
    *(("person", "show"), ("plan", "show"), ("money", "show"), ("formulate", "show")),
    *(("card", "show"), ("session", "list"), ("observe", "list"), ("why",)),
    *(("consent", "list"), ("disclosure", "list"), ("incident", "list")),
    *(("concern", "list"), ("measure", "list"), ("restriction", "list")),
    *(("decide-risk", "list"), ("trace",), ("dashboard",), ("action", "list")),
    *(("plan", "show", "", "1"), ("audit", "drift"), ("event", "show")),
    *(("measure", "chart"), ("consent", "withdraw"), ("disclosure", "recalled")),
    *(("disclosure", "finish"), ("restriction", "lift"), ("incident", "close")),
    *(("concern", "close"), ("action", "done"), ("incident", "review")),
    *(("pack", "continuity"), ("pack", "safeguarding"), ("reply",)),
)


@pytest.fixture
def asked(run: Any) -> Any:
    """Return what was said as Maya's file was closed with a request in it."""
    assert run("money", "request", "PR-002", *ASKED, *QUIET).code == 0
    return run("person", "close", "PR-002", *GONE, *QUIET)


def rings(run: Any) -> list[str]:
    """Return the alarms of home about Maya."""
    items = run("today", *QUIET[:2]).data["items"]
    return [i["says"] for i in items if i["code"] == "PR-002" and i["alarm"]]


def test_closing_names_each_alarm_with_what_answers_it(run: Any) -> None:
    """A pause sign and a request for money are said before the file is closed."""
    page = run("person", "show", "PR-002", *QUIET).data
    sign = next(a["says"] for a in page["alarms"] if "pause sign" in a["says"])

    closed = run("person", "close", "PR-002", *GONE, *QUIET)

    answers = " To look at it: inclusion review PR-002"
    assert f"{sign}{answers}" in closed.data["follows"]


def test_closing_names_a_request_for_money(asked: Any) -> None:
    """Money that somebody asked for is named, whatever the step says of it."""
    named = [line for line in asked.data["follows"] if "asked for money" in line]

    assert len(named) == 2
    assert all("To look at it: inclusion review PR-002" in line for line in named)


def test_it_rings_until_a_review_in_the_closed_file_has_looked(
    run: Any, asked: Any
) -> None:
    """A review of a closed file looks at what rings, moves no step, and ends it."""
    del asked
    before = rings(run)
    shown = run("person", "show", "PR-002", *QUIET).data["alarms"]

    looked = run("review", "PR-002", *LOOKED, *QUIET)

    assert looked.code == 0, looked.error
    assert len(before) == len(shown) == 2
    assert not rings(run)
    assert not run("plan", "show", "PR-002", *QUIET).data["alarms"]


def test_a_review_with_nothing_to_look_at_is_refused(run: Any, asked: Any) -> None:
    """A closed file has no step to decide about."""
    del asked
    run("review", "PR-002", *LOOKED, *QUIET)

    again = run("review", "PR-002", *LOOKED, *QUIET)

    assert again.code == 3
    assert "is closed" in again.error["message"]


def test_a_request_rings_for_good_and_a_pause_sign_for_six_weeks(
    run: Any, cases_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sign was about a step that ended; that money was asked for never ends."""
    run("person", "close", "PR-002", *GONE, *QUIET)
    later(monkeypatch, days=LEFT_DAYS)
    until = rings(run)
    later(monkeypatch, days=LEFT_DAYS + 1)
    after = rings(run)

    assert any("A pause sign" in says for says in until)
    assert after
    assert all("someone asked for money or things" in says for says in after)
    assert_near_is_whole(cases_vault, LEFT_DAYS)
    assert_near_is_whole(cases_vault, LEFT_DAYS + 1)


def assert_near_is_whole(vault: Vault, days: int) -> None:
    """Hold home of those who may owe against home of all who left, on a later day."""
    reading, now = Reading(vault), NOW + timedelta(days=days)
    closed = frozenset(k.file for k in reading.people() if k.record.closed_on)
    few = may_owe(reading, closed, on=now.date())
    near = [reading.near(file, now=now) for file in few]
    whole = [reading.casefile(file) for file in sorted(closed)]
    assert home((), (), left=near, now=now, worker="S") == home(
        (), (), left=whole, now=now, worker="S"
    )


@pytest.mark.parametrize("who", ["PR-002", ""])
def test_a_colleague_is_told_what_is_owed_of_somebody_who_left(
    run: Any, asked: Any, tmp_path: Path, who: str
) -> None:
    """One person's continuity pack tells it, and so does that of everybody."""
    del asked
    whom = (*([who] if who else []), *CONTINUITY, "--out", str(tmp_path))

    made = run("pack", "continuity", *whom, *QUIET)

    assert made.code == 0, made.error
    (page,) = tmp_path.glob("*.md")
    own = page.read_text(encoding="utf-8").partition("Maya Practice, PR-002")[2]
    assert "What is due here is still owed." in own
    assert own.count("someone asked for money or things") == 2
    assert "The next 7 days" not in own


def test_a_closed_file_that_owes_nothing_is_not_in_the_pack_of_everybody(
    run: Any, tmp_path: Path
) -> None:
    """A colleague has nothing to do about them."""
    run("person", "close", "PR-001", *(*GONE[:-1], "PR-001"), *QUIET)

    run("pack", "continuity", *CONTINUITY, "--out", str(tmp_path), *QUIET)

    (page,) = tmp_path.glob("*.md")
    told = page.read_text(encoding="utf-8")
    assert "PR-003" in told
    assert "PR-001" not in told


def test_a_safeguarding_review_can_be_made_of_somebody_who_left(run: Any) -> None:
    """It is asked for most where somebody moved away or died."""
    seen = ("--seen", "A neighbour takes the bank card", "--at-once", "Rang Jo")
    run("concern", "add", "PR-002", *seen, *QUIET)
    run("person", "close", "PR-002", *GONE, *QUIET)

    ran = run("pack", "safeguarding", "PR-002", *QUIET)

    assert "is closed" not in ran.out
    assert ran.code == 2, ran.out


def test_the_receipt_of_what_is_finished_names_no_plan(run: Any) -> None:
    """A look back says that a limit was added; a closed file has no register for it."""
    hit = ("--what", "Maya was pushed", "--level", "harm")
    run("incident", "add", "PR-002", *hit, *QUIET)
    run("person", "close", "PR-002", *GONE, *QUIET)
    back = (
        *("--expected", "A calm day", "--happened", "A push", "--change", "Less noise"),
        *("--why-differed", "It was loud", "--restriction", "yes"),
        *("--proportionate", "Two weeks at most"),
    )

    ran = run("incident", "review", "PR-002", *back, *QUIET)

    assert ran.code == 0, ran.error
    assert "restriction place" not in " ".join(ran.data["follows"])


def test_what_is_told_later_sends_to_nothing_that_is_refused(run: Any) -> None:
    """An observation of somebody who left is followed by no plan for them."""
    run("person", "close", "PR-003", *(*GONE[:-1], "PR-003"), *QUIET)
    slept = ("--seen", "sleep", "--slept", "3", "--morning", "today")

    told = run("observe", "PR-003", *slept, *QUIET)

    assert told.code == 0, told.error
    assert told.data["next"] == ["today"]
    assert not [line for line in told.data["follows"] if "event reduce" in line]


@pytest.mark.parametrize("code", ["PR-001", "PR-002", "PR-003", "BD-004"])
def test_no_page_of_a_closed_file_sends_to_what_it_refuses(
    run: Any, code: str, tmp_path: Path
) -> None:
    """Each command that a page of a closed file names is one that it takes."""
    gone = ("--because", "moved", "--closed-on", "today", "--confirm", code)
    run(*NEWCOMER, *QUIET)
    assert run("person", "close", code, *gone, *QUIET).code == 0
    out, refused = ("--out", str(tmp_path)), []

    for words in SHOWN:
        page = run(*with_code(words, code), "--practice", "--no-input")
        for named in commands(f"{page.out} {page.err}", code):
            extra = out if named[0] == "pack" else ()
            ran = run(*named, *extra, *QUIET)
            if "is closed" in ran.out:
                refused.append((*words, "->", *named))

    assert refused == [], refused


def with_code(words: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Return a command about a person: the code stands last, or where "" stands."""
    return tuple(w or code for w in words) if "" in words else (*words, code)


def commands(page: str, code: str) -> list[tuple[str, ...]]:
    """Return the commands that a page names for a person, in one line again."""
    text = re.sub(r"\s+", " ", page)
    found = re.findall(rf"inclusion --practice ((?:[a-z-]+ ){{1,2}}){code}", text)
    return [(*words.split(), code) for words in found]
