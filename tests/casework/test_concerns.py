"""Safeguarding concerns, kept in the real vault: people decide, both sides are kept."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.concern import Refer, SafeguardingConcern, Sure
from inclusion_cli.domain.incident import Incident
from inclusion_cli.store.reading import Reading
from tests.conftest import NOW
from tests.interviews.script import NEWCOMER

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
SEEN = "He said: give me the card"
DECIDE = (
    *("--reasons-for", "A second card is gone", "--reasons-against", "She says no"),
    *("--decided", "refer", "--why", "Two people lost their cards to him"),
)


@pytest.fixture
def tell(run: Any) -> Any:
    """Return a way to run quiet commands about Billie, who has no concern yet."""
    assert run(*NEWCOMER, *QUIET).code == 0

    def say(*words: str) -> Any:
        return run(*words, *QUIET)

    return say


def newest(vault: Vault) -> Kept[SafeguardingConcern]:
    """Return the concern that was told last."""
    found = Reading(vault).all(SafeguardingConcern)
    return max(found, key=lambda kept: kept.recorded_at)


def at_home(tell: Any) -> list[dict[str, Any]]:
    """Return what home says of Billie's concerns."""
    items = tell("today").data["items"]
    return [item for item in items if item["command"][0] == "concern"]


def test_what_was_seen_is_enough_and_home_asks_for_the_rest(
    tell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what is missing and no word of what was seen; later it is an alarm."""
    ran = tell("concern", "add", "BD-004", "--seen", SEEN)
    now = at_home(tell)
    monkeypatch.setenv("INCLUSION_NOW", (NOW + timedelta(hours=9)).isoformat())
    late = at_home(tell)

    assert ran.code == 0
    assert (
        "Not there yet: when the manager was told, what the person wishes and "
        "whether it is referred."
    ) in now[0]["says"]
    assert (now[0]["alarm"], late[0]["alarm"]) == ("", "risk")
    assert "card" not in now[0]["says"]


def test_both_sides_stand_whatever_is_decided(tell: Any, cases_vault: Vault) -> None:
    """The reasons for and against, the tests, who decided and when."""
    tell("concern", "add", "BD-004", "--seen", SEEN)
    needs = ("--needs", "yes", "--needs-why", "Help with money", "--abuse", "not_sure")

    one_side = tell("concern", "decide", "BD-004", *DECIDE[:2], *DECIDE[4:])
    ran = tell("concern", "decide", "BD-004", *DECIDE, *needs)

    told = newest(cases_vault).record
    assert one_side.code == 2
    assert "--reasons-against" in one_side.error["message"]
    assert ran.code == 0, ran.out
    assert told.decided is Refer.REFER
    assert told.needs is not None
    assert (told.needs.answer, told.needs.why) == (Sure.YES, "Help with money")
    assert told.abuse is not None
    assert told.abuse.answer is Sure.NOT_SURE
    assert (told.reasons_for, told.reasons_against) == (DECIDE[1], DECIDE[3])
    assert told.decided_by == "Sam"
    assert told.decided_at == NOW
    assert "Care Act 2014, section 42" in ran.data["follows"][0]


def test_what_was_told_stays_when_it_is_decided(tell: Any, cases_vault: Vault) -> None:
    """Wishes and the manager are not asked twice, and not lost."""
    wishes = ("--wishes-asked", "asked_expressed", "--wishes", "My card back")
    tell("concern", "add", "BD-004", "--seen", SEEN, "--told-manager", "Jo", *wishes)

    ran = tell("concern", "decide", "BD-004", *DECIDE, "--referred-at", "today 5pm")

    told = newest(cases_vault).record
    assert (told.wishes, told.told_manager, told.seen) == ("My card back", "Jo", SEEN)
    assert told.told_manager_at == NOW
    assert ran.data["follows"][-1].startswith("Tell Billie")
    assert not at_home(tell)


def test_danger_crime_children_and_staff_say_what_to_do(tell: Any) -> None:
    """999, the police, the children's way; staff it is about are told nothing."""
    grave = ("--danger-now", "yes", "--crime", "yes", "--staff-source", "yes")
    others = ("--others-at-risk", "Her daughter, who is 9")

    follows = tell("concern", "add", "BD-004", "--seen", SEEN, *grave, *others).data[
        "follows"
    ]

    said = " ".join(follows)
    assert follows[0].startswith("Ring 999 now")
    for words in ("Tell the police", "Do not tell the worker it is about", "children"):
        assert words in said


def test_an_incident_and_its_concern_name_each_other(
    tell: Any, cases_vault: Vault
) -> None:
    """Both ways, so that either leads to the other."""
    tell("incident", "add", "BD-004", "--what", "The card is gone", "--level", "harm")
    incident = max(Reading(cases_vault).all(Incident), key=lambda k: k.recorded_at)

    tell("concern", "add", "BD-004", "--seen", SEEN, "--incident", incident.id[-8:])

    concern = newest(cases_vault)
    assert concern.record.incident == incident.id
    assert Reading(cases_vault).get(Incident, incident.id).record.concern == concern.id
    ties = tell("why", concern.id[-8:]).data
    assert "incident" in {tie["kind"] for tie in ties["rests_on"]}


def test_closing_asks_whether_the_wish_came_about(
    tell: Any, cases_vault: Vault
) -> None:
    """What is missing is said, and a yes closes it."""
    tell("concern", "add", "BD-004", "--seen", SEEN)
    close = ("--achieved", "partly", "--because", "The card is back with her")

    asked = tell("concern", "close", "BD-004", *close)
    closed = tell("concern", "close", "BD-004", *close, "--anyway", "yes")

    assert (asked.code, closed.code) == (2, 0)
    assert newest(cases_vault).record.closed_on == NOW.date()
    assert not at_home(tell)


def test_what_was_told_is_mended(tell: Any, cases_vault: Vault) -> None:
    """Its first words stay readable; what was decided has its own command."""
    tell("concern", "add", "BD-004", "--seen", SEEN)
    record = newest(cases_vault).id[-8:]

    ran = tell("amend", record, "--by", "Sam", "--reason", "who saw it")

    assert ran.code == 0, ran.out
    assert newest(cases_vault).record.by == "Sam"
    assert newest(cases_vault).record.seen == SEEN


def test_bank_numbers_are_never_kept(tell: Any, cases_vault: Vault) -> None:
    """Nothing holds a concern up: it is saved, and no card number with it."""
    ran = tell("concern", "add", "BD-004", "--seen", "He read out 4929 1234 5678 9012")

    assert ran.code == 0
    assert "4929" not in newest(cases_vault).record.seen
    assert "1234 5678" not in ran.out


KNOWS = ("--wishes-asked", "asked_expressed", "--wishes", "I want my card back")


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (KNOWS, True),
        ((), False),
        ((*KNOWS, "--staff-source", "yes"), False),
        ((*KNOWS, "--coercion", "Her cousin, who waits outside"), False),
    ],
    ids=["known to them", "not told to them", "about staff", "under pressure"],
)
def test_a_paper_puts_nobody_at_risk(
    run: Any, tmp_path: Path, told: tuple[str, ...], *, shown: bool
) -> None:
    """Staff, pressure, news to the person: the screen says it, the paper does not."""
    run("concern", "add", "PR-001", "--seen", SEEN, *told, *QUIET)

    out = ("--pack-only", "--out", str(tmp_path))
    made = run("review", "PR-001", *out, *QUIET)

    page = next(tmp_path.glob("*.md")).read_text(encoding="utf-8")
    assert made.code == 0
    assert SEEN not in page
    assert ("A safeguarding concern" in page) is shown
    assert ("I want my card back" in page) is shown
    assert ("afeguarding" in page) is shown
    said = " ".join(made.data["follows"])
    assert ("Left out of the paper: 1 record" in said) is not shown
