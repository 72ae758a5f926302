"""Around a session from the command line: no terminal, steps that ended, seals."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.cli import answers
from tests.conftest import NOW

if TYPE_CHECKING:
    import pytest

    from tests.conftest import Run

QUIET = ("--no-input",)
WHEN = NOW - timedelta(hours=3)
GUESSED = {
    "wanted": "yes",
    "worry_now": 5,
    "my_sure": 73,
    "my_peak": 8,
    "worker_peak": 9,
    "worker_going": "no",
    "signs": "0",
}
LOOKS = (
    ("today",),
    ("person", "show", "AK-014"),
    ("plan", "AK-014"),
    ("session", "list", "AK-014"),
    ("observe", "list", "AK-014"),
)


def flags(told: dict[str, Any]) -> list[str]:
    """Return answers as options."""
    return [*answers.as_flags(told), *QUIET]


def at_noon(monkeypatch: pytest.MonkeyPatch, days: int = 0) -> datetime:
    """Set the clock of the practice vault to noon of a day; return that moment."""
    noon = NOW.replace(hour=12, minute=0) + timedelta(days=days)
    monkeypatch.setenv("INCLUSION_NOW", noon.isoformat())
    return noon


def test_sealed_means_nowhere(amina_there: Run) -> None:
    """No screen, list or JSON says a guess before the debrief; then the receipt."""
    saved = amina_there("prepare", "AK-014", *flags(GUESSED), "--json")
    dry = amina_there("prepare", "AK-014", *flags(GUESSED), "--dry-run", "--json")
    asked = [(verb, saved.data["id"][-8:]) for verb in ("why", "history")]
    seen = [amina_there(*words, "--json").out for words in (*LOOKS, *asked)]

    assert saved.code == 0
    assert saved.data["record"]["mine"] is None
    assert dry.data["record"]["workers"] is None
    assert dict(dry.data["lines"])["Your guess: worry"] == "Sealed until the debrief"
    for out in (saved.out, dry.out, *seen):
        assert '"will_happen"' not in out
        assert '"peak"' not in out
    told = {**answers.DEBRIEF, "when": WHEN.isoformat(), "worry_peak": 7}
    opened = amina_there("debrief", "AK-014", *flags(told))
    assert "Amina thought 8, you thought 9, it was 7." in opened.out
    assert "you thought Amina would not go. Amina went." in opened.out
    assert "73 in 100 sure" in opened.out


def test_a_session_is_planned_listed_moved_and_cancelled(amina_there: Run) -> None:
    """Every question has its flag; what is left out is usual."""
    planned = amina_there(
        "session", "plan", "AK-014", "--when", "2026-11-20T14:00", *QUIET
    )
    listed = amina_there("session", "list", "AK-014", "--json").data["lines"]
    moved = amina_there(
        "session", "move", "AK-014", "--when", "2026-11-21T10:00", *QUIET
    )
    gone = amina_there(
        *("session", "cancel", "AK-014", "--session", listed[0]["record"]),
        *("--by", "cancelled_by_venue", *QUIET),
    )
    left = amina_there("session")

    assert planned.out.startswith("PRACTICE. Planned for Amina Khan, AK-014: Friday 20")
    assert listed[0]["when"] == "Friday 20 November 2pm"
    assert "It was Friday 20 November 2026, 2pm." in moved.out
    assert "It does not count against Amina." in gone.out
    assert "No session is planned." in left.out


def test_of_several_sessions_the_one_is_named(
    amina_there: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script is not left to luck: all that wait are listed, each with its id."""
    for when in ("2026-11-19T10:00", "2026-11-20T10:00"):
        amina_there("session", "plan", "AK-014", "--when", when, *QUIET)
    at_noon(monkeypatch, days=3)
    told = {**answers.DEBRIEF}
    del told["when"]

    asked = amina_there("debrief", "AK-014", *flags(told))
    lines = amina_there("session", "list", "AK-014", "--json").data["lines"]
    given = amina_there(
        "debrief", "AK-014", *flags({**told, "session": lines[1]["record"]}), "--json"
    )

    assert asked.code == 2
    assert all(line["record"] in asked.err for line in lines)
    assert given.data["record"]["at"].startswith("2026-11-20T10:00")


def test_a_debrief_finds_the_step_that_has_ended(amina_there: Run) -> None:
    """Stopped meanwhile, its session is still recorded, and it says so."""
    amina_there("plan", "stop", "AK-014", *QUIET)

    ran = amina_there("debrief", "AK-014", *flags(answers.DEBRIEF), "--json")

    assert ran.code == 0
    assert ran.data["kind"] == "debrief"


def test_a_session_after_its_step_ended_is_refused(
    amina_there: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the step and the day it ended."""
    amina_there("plan", "stop", "AK-014", *QUIET)
    noon = at_noon(monkeypatch, days=2)
    told = {**answers.DEBRIEF, "when": (noon - timedelta(hours=1)).isoformat()}

    ran = amina_there("debrief", "AK-014", *flags(told))

    assert ran.code == 2
    assert "is after step 1 ended, on Wednesday 18 November 2026." in ran.err


def test_a_clock_set_back_is_told_as_such(
    amina_there: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the clock that is wrong, not the worker."""
    at_noon(monkeypatch, days=-3)

    ran = amina_there("debrief", "AK-014", *flags(answers.DEBRIEF))

    assert ran.code == 2
    assert (
        "his computer's clock says Sunday 15 November 2026, 12pm, and the last record "
        "is from Wednesday 18 November 2026, 5:40pm. Set the clock, then go on."
    ) in " ".join(ran.err.split())


def test_a_pattern_cannot_be_named_before_it_could_be_real(amina_there: Run) -> None:
    """Nor where it is real."""
    thought = {"thought_seen": "Two men", "thought_mind": "They wait for me"}
    pattern = {"thought_pattern": "mind_reading"}
    told = {**answers.DEBRIEF, **thought, **pattern}

    unasked = amina_there("debrief", "AK-014", *flags(told))
    real = amina_there("debrief", "AK-014", *flags({**told, "thought_real": "yes"}))
    named = amina_there(
        "debrief", "AK-014", *flags({**told, "thought_real": "no"}), "--json"
    )

    assert "thought_pattern: not asked here" in unasked.err
    assert "thought_pattern: not asked here" in real.err
    assert named.data["record"]["thought"]["pattern"] == "mind_reading"


def test_a_card_number_is_refused_and_never_repeated_in_a_log(amina_there: Run) -> None:
    """One sentence, and nothing is saved."""
    told = {**answers.DEBRIEF, "note": "He read out 4929 1234 5678 9012"}

    ran = amina_there("debrief", "AK-014", *flags(told))

    assert ran.code == 2
    assert "Leave out card, account and PIN numbers" in ran.err
    assert "4929" not in ran.err


def test_an_observation_is_taken_back_like_any_save(amina_there: Run) -> None:
    """It stays in the history and no longer stands on the list."""
    told = {"seen": "craving", "when": WHEN.isoformat(), "craving": 7}
    amina_there("observe", "AK-014", *flags(told))

    undone = amina_there("undo", "--confirm", "AK-014")

    assert "Taken back for Amina Khan, AK-014: an observation." in undone.out
    assert "Nothing is recorded yet." in amina_there("observe", "list", "AK-014").out


def test_what_was_recorded_is_mended_and_its_guesses_are_not(amina_there: Run) -> None:
    """Each kind opens on what it says; a sealed guess stays as it was, and sealed."""
    made = {
        "prepare": amina_there("prepare", "AK-014", *flags(GUESSED), "--json"),
        "observe": amina_there(
            "observe",
            "AK-014",
            *flags({"seen": "craving", "when": WHEN.isoformat(), "craving": 7}),
            "--json",
        ),
        "session": amina_there(
            *("session", "plan", "AK-014", "--when", "2026-11-20T14:00"),
            *(*QUIET, "--json"),
        ),
        "debrief": amina_there("debrief", "AK-014", *flags(answers.DEBRIEF), "--json"),
    }
    changes = {
        "prepare": "money_plan=10 pounds, no card",
        "observe": "craving=6",
        "session": "place=The other door",
        "debrief": "went_well=She said when",
    }

    mended = {
        name: amina_there(
            *("amend", made[name].data["id"][-8:], "--answer", change),
            *("--reason", "It was told again", *QUIET, "--json"),
        )
        for name, change in changes.items()
    }

    assert {name: ran.code for name, ran in mended.items()} == dict.fromkeys(made, 0)
    records = {name: ran.data["record"] for name, ran in mended.items()}
    assert records["prepare"]["money_plan"] == "10 pounds, no card"
    assert records["prepare"]["worry_now"] == 5
    assert records["observe"]["craving"] == 6
    assert records["session"]["place"] == "The other door"
    assert records["debrief"] == {
        **made["debrief"].data["record"],
        "went_well": "She said when",
    }


def test_a_sealed_guess_is_not_given_away_by_mending(amina_there: Run) -> None:
    """Before the debrief, what is handed back has no guess in it."""
    made = amina_there("prepare", "AK-014", *flags(GUESSED), "--json")

    ran = amina_there(
        *("amend", made.data["id"][-8:], "--answer", "money_plan=No card"),
        *("--reason", "It was told again", *QUIET, "--json"),
    )
    told = {**answers.DEBRIEF, "when": WHEN.isoformat()}
    opened = amina_there("debrief", "AK-014", *flags(told))

    assert ran.data["record"]["money_plan"] == "No card"
    assert ran.data["record"]["mine"] is None
    assert "Amina thought 8, you thought 9" in opened.out
