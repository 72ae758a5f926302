"""Actions, kept in the real vault: done with evidence, and looked at again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.action import add_action
from inclusion_cli.clock import Clock
from inclusion_cli.domain.action import Action, Worked
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
RING = ("--what", "Ring the bank", "--owner", "Jo", "--due", "Friday")


def newest(vault: Vault) -> Kept[Action]:
    """Return the action that was written last."""
    return max(Reading(vault).all(Action), key=lambda kept: kept.recorded_at)


def home(run: Any) -> list[dict[str, Any]]:
    """Return what home says of the actions that are added here."""
    items = run("today", *QUIET).data["items"]
    ours = ("Ring the bank", "Write to Jo", "Read the files")
    return [item for item in items if any(what in item["says"] for what in ours)]


def test_done_needs_evidence(run: Any, cases_vault: Vault) -> None:
    """Ten letters at least; then it leaves home."""
    run("action", "add", "PR-002", *RING, *QUIET)
    there = home(run)

    short = run("action", "done", "PR-002", "--evidence", "did it", *QUIET)
    ran = run("action", "done", "PR-002", "--evidence", "Letter of today", *QUIET)

    assert there[0]["says"].startswith("Action for Jo, by Friday 20 November")
    assert (short.code, ran.code) == (2, 0)
    assert newest(cases_vault).record.done_on == NOW.date()
    assert not home(run)


def test_past_its_day_it_stands_on_home_and_later_asks_if_it_worked(
    run: Any, cases_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long ago it was due or done."""
    run("action", "add", "PR-002", *RING, *QUIET)
    monkeypatch.setenv("INCLUSION_NOW", (NOW + timedelta(days=200)).isoformat())
    late = home(run)
    run("action", "done", "PR-002", "--evidence", "Letter of today", *QUIET)
    monkeypatch.setenv("INCLUSION_NOW", (NOW + timedelta(days=500)).isoformat())
    asked = home(run)
    ran = run("action", "check", "PR-002", "--worked", "no", *QUIET)

    assert "past its day" in late[0]["says"]
    assert [item["command"][1] for item in asked] == ["check"]
    assert ran.data["next"][:2] == ["action", "add"]
    assert newest(cases_vault).record.worked is Worked.NO
    assert not home(run)


def test_one_of_several_is_named_by_its_id(run: Any, cases_vault: Vault) -> None:
    """Without it, the command says which there are; with it, it needs no name."""
    run("action", "add", "PR-002", *RING, *QUIET)
    run("action", "add", "PR-002", "--what", "Write to Jo", *RING[2:], *QUIET)
    second = newest(cases_vault).id[-8:]

    unclear = run("action", "done", "PR-002", "--evidence", "Letter of today", *QUIET)
    ran = run("action", "done", second, "--evidence", "Letter of today", *QUIET)

    assert unclear.code == 2
    assert "--which" in unclear.error["message"]
    assert ran.code == 0
    assert newest(cases_vault).record.what == "Write to Jo"


def test_the_service_has_its_own(run: Any, cases_vault: Vault) -> None:
    """Home names the service, and its command opens the right one."""
    run("action", "add", "--service", *RING, *QUIET)
    with Work(cases_vault, Clock(NOW), "sam") as work:
        other = Action("Read the files", "Sam", NOW.date(), finding="read_ticks")
        kept = add_action(work, work.service_file(), other)

    items = home(run)
    ran = run(*items[0]["command"], "--evidence", "All of them read", *QUIET)

    assert {item["person"] for item in items} == {"The service"}
    assert items[0]["records"] == [kept.id]
    assert ran.code == 0, ran.out
    assert Reading(cases_vault).get(Action, kept.id).record.finding == "read_ticks"


def test_an_action_names_what_it_comes_of(run: Any, cases_vault: Vault) -> None:
    """By the id of the record; a wrong one is said."""
    run("observe", "PR-002", "--seen", "other", "--when", "today 9am", "--note", "x",
        *QUIET)  # fmt: skip
    file = Reading(cases_vault).people()[1].file
    seen = Reading(cases_vault).casefile(file).observations[-1].id

    wrong = run("action", "add", "PR-002", *RING, "--of", "0000aaaa", *QUIET)
    ran = run("action", "add", "PR-002", *RING, "--of", seen[-8:], *QUIET)

    assert (wrong.code, ran.code) == (3, 0)
    assert newest(cases_vault).record.of == seen


def test_it_is_mended_until_it_is_done(run: Any, cases_vault: Vault) -> None:
    """Another owner, another day; that it was done has its own command."""
    run("action", "add", "PR-002", *RING, *QUIET)
    record = newest(cases_vault).id[-8:]

    ran = run("amend", record, "--owner", "Sam", "--reason", "Jo is away", *QUIET)

    assert ran.code == 0, ran.out
    assert newest(cases_vault).record.owner == "Sam"
