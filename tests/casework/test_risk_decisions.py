"""Positive risk decisions over the real vault: weighed, locked, told afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.risk_decisions import is_rating
from tests.casework.test_limits import QUIET, flags
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.conftest import Run

WISH = {
    "question": "Alone to the cafe?",
    "wish": "I want to go alone once",
    "benefits": "An hour of his own",
    "harms": "He turns back halfway",
    "likely": "It happened once, in the rain",
    "cost_of_refusing": "He waits again",
    "option.1.what": "Alone, at noon",
    "option.1.for": "He asked for it",
    "option.1.against": "The school is out",
    "option.2.what": "At ten",
    "option.2.for": "It is quiet",
    "option.2.against": "The cafe opens late",
    "chosen": "2",
    "why": "Robin chose it",
    "safeguard.1.what": "A call afterwards",
    "safeguard.1.trigger": "t1",
    "stop_if": "Robin says so",
    "agreed": "Robin, and Jo",
    "review_on": "2 December",
}
TOLD = {
    "weighed": "well",
    "went": "as_hoped",
    "happened": "He sat for an hour",
    "stopped": "no",
}


def weighed(run: Run, **more: str | None) -> Any:
    """Weigh Robin's wish, with some answers of its own."""
    return run("decide-risk", "PR-001", *flags(WISH, **more), *QUIET)


@pytest.mark.usefixtures("cases")
def test_a_wish_is_weighed_and_its_reasons_are_locked(run: Run) -> None:
    """Two ways, the one chosen, safeguards by situation; amend refuses with why."""
    saved = weighed(run)
    assert saved.code == 0, saved.out

    refused = run("amend", saved.data["id"], "--reason", "hindsight", *QUIET)

    assert refused.code == 11
    assert "are locked" in refused.error["message"]
    (line,) = run("decide-risk", "list", "PR-001", *QUIET).data["lines"]
    assert line["chosen"] == "At ten"
    assert line["state"].startswith("To be looked at again on ")
    shown = run("why", saved.data["id"], "--practice").out
    assert "He turns back halfway" in shown


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("key", "answer", "says"),
    [
        ("likely", "30%", "must be in words"),
        ("likely", "low", "must be in words"),
        ("likely", "The risk is high", "must be in words"),
        ("likely", "1 in 10", "must be in words"),
        ("option.2.what", None, "Chosen must be 1"),
        ("review_on", "1 December 2027", "must be within 92 days"),
        ("chosen", "3", "must be"),
        ("stop_if", None, "add --stop-if"),
    ],
)
def test_what_was_not_weighed_is_refused(
    run: Run, key: str, answer: str | None, says: str
) -> None:
    """No number for a person, two ways at least, a day that is near."""
    refused = weighed(run, **{key: answer})

    assert refused.code == 2
    assert says in refused.out


@pytest.mark.usefixtures("cases")
def test_home_asks_on_the_day_and_the_outcome_is_told_once(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits from its day on; once it is told, it cannot be told again."""
    weighed(run)
    early = run("--practice", "--json").data["items"]
    assert not any("Risk decision" in item["says"] for item in early)
    moment = NOW + timedelta(days=15)
    monkeypatch.setenv("INCLUSION_NOW", moment.isoformat())
    items = run("--practice", "--json").data["items"]
    (item,) = [i for i in items if i["says"].startswith("Risk decision")]
    assert (item["group"], item["command"]) == (
        "today",
        ["decide-risk", "outcome", "PR-001"],
    )

    told = run("decide-risk", "outcome", "PR-001", *flags(TOLD), *QUIET)
    again = run("decide-risk", "outcome", "PR-001", *flags(TOLD), *QUIET)

    assert told.code == 0, told.out
    assert again.code == 3
    assert "no risk decision that waits" in again.error["message"]
    (line,) = run("decide-risk", "list", "PR-001", *QUIET).data["lines"]
    assert not line["open"]
    assert run("amend", told.data["id"], "--happened", "He sat for two",
               "--reason", "typing", *QUIET).code == 0  # fmt: skip
    assert run("undo", "--confirm", "PR-001", *QUIET[::2]).code == 0


@pytest.mark.usefixtures("cases")
def test_a_decision_is_taken_back_while_it_is_new(run: Run) -> None:
    """A slip is taken back by its author; it is no longer listed."""
    weighed(run)

    ran = run("undo", "--confirm", "PR-001", *QUIET[::2])

    assert "a positive risk decision" in ran.data["says"]
    assert run("decide-risk", "list", "PR-001", *QUIET).data["lines"] == []


@pytest.mark.usefixtures("cases")
def test_one_for_the_wrong_person_moves_with_its_words(run: Run) -> None:
    """Its reasons go along unchanged; the wrong person's situation stays behind."""
    kept = weighed(run).data["id"]

    moved = run("refile", kept, "PR-002", "--reason", "wrong person",
                "--confirm", "PR-002", *QUIET)  # fmt: skip

    assert moved.code == 0, moved.out
    assert "the situation that something is done for" in moved.out
    (line,) = run("decide-risk", "list", "PR-002", *QUIET).data["lines"]
    assert dict(line["rows"])["Why"] == "Robin chose it"


@pytest.mark.parametrize(
    "text",
    ["20 per cent", "High", "low to medium risk", "likelihood: high", "7", "amber"],
)
def test_a_rating_is_known_in_any_form(text: str) -> None:
    """Practice reference 0 (3): no rating of a person, anywhere."""
    assert is_rating(text)


@pytest.mark.parametrize(
    "text",
    [
        "It happened twice in May, after a night without sleep",
        "Not likely: he has gone 14 times, and it happened at none",
        "The kerb is high and he fell there on 3 May",
    ],
)
def test_words_with_reasons_are_no_rating(text: str) -> None:
    """What happened, and how often, may be told."""
    assert not is_rating(text)


@pytest.mark.usefixtures("cases")
def test_a_review_names_the_way_to_weigh_a_wish_to_go_faster(run: Run) -> None:
    """Moving on before it is met, with the person's yes, is weighed and not refused."""
    told = {
        "ready": "yes",
        "wish": "Now",
        "decision": "hold",
        "why": "One more week, he is tired",
        "agreed_with": "Robin",
        "needs": "A calm week",
        "look_again": "25 November",
        "formulation": "still_true",
    }

    ran = run("review", "PR-001", *flags(told), *QUIET)

    assert ran.code == 0, ran.out
    assert "inclusion decide-risk PR-001" in ran.out
