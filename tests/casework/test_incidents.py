"""Incidents in the real vault: told with a sentence, rung about, looked back on."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.clock import Clock
from inclusion_cli.domain.continuity import continuity
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.home import DraftNote
from inclusion_cli.domain.incident import AfterAction, Incident, Level, Rung
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.registration import Registration
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.conftest import NOW
from tests.interviews.script import NEWCOMER

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
SURE = ("--confirm", "PR-001")
FELL = ("--what", "Billie fell on the stairs")
SHEET = Sheet("BD-004", "Jo", "To carry on", NOW.date(), "", "", 1, practice=True)
AT_ONCE = (
    *("--emergency", "yes", "--what", "No stairs alone", "--harm", "A fall"),
    *("--authorised-by", "Ravi"),
)


@pytest.fixture
def tell(run: Any) -> Any:
    """Return a way to run quiet commands about Billie, who has no incident yet."""
    assert run(*NEWCOMER, *QUIET).code == 0

    def say(*words: str) -> Any:
        return run(*words, *QUIET)

    return say


def later(monkeypatch: pytest.MonkeyPatch, **more: float) -> datetime:
    """Let time pass."""
    then = NOW + timedelta(**more)
    monkeypatch.setenv("INCLUSION_NOW", then.isoformat())
    return then


def at_home(tell: Any, code: str = "BD-004") -> list[dict[str, Any]]:
    """Return what home says of somebody."""
    return [item for item in tell("today").data["items"] if item["code"] == code]


def newest(vault: Vault) -> Kept[Incident]:
    """Return the incident that was told last."""
    return max(Reading(vault).all(Incident), key=lambda kept: kept.recorded_at)


def test_one_sentence_is_enough(tell: Any, cases_vault: Vault) -> None:
    """All else may be skipped; home asks how serious it was."""
    ran = tell("incident", "add", "BD-004", *FELL)

    kept = newest(cases_vault)
    assert ran.code == 0
    assert ran.data["says"] == "Saved for Billie Doyle, BD-004: an incident."
    assert (kept.record.what, kept.record.level) == ("Billie fell on the stairs", None)
    assert "nobody has said how serious it was" in at_home(tell)[0]["says"]


def test_whom_to_ring_is_said_first(tell: Any) -> None:
    """In order, with the number and by when; then all else."""
    ran = tell("incident", "add", "BD-004", *FELL, "--level", "danger_now")

    first, second, *_rest = ran.data["follows"]
    assert first == "Ring now: 1. Emergency services, 999, at once."
    assert second.startswith("2. Jo, the team lead, or who is on call, 01632 960001")
    assert ran.data["next"][:2] == ["incident", "call"]


def test_a_level_goes_up_with_no_reason_and_down_with_one(
    tell: Any, cases_vault: Vault
) -> None:
    """Each change is kept with its time."""
    tell("incident", "add", "BD-004", *FELL, "--level", "near_miss")

    up = tell("incident", "raise", "BD-004", "--level", "serious")
    none = tell("incident", "raise", "BD-004", "--level", "no_harm")
    short = tell("incident", "raise", "BD-004", "--level", "no_harm", "--why", "slip")
    why = ("--why", "The doctor found no injury at all")
    down = tell("incident", "raise", "BD-004", "--level", "no_harm", *why)

    assert (up.code, none.code, short.code, down.code) == (0, 2, 2, 0)
    assert "20 letters" in short.error["message"]
    levels = newest(cases_vault).record.levels
    assert [change.level for change in levels] == [
        Level.NEAR_MISS,
        Level.SERIOUS,
        Level.NO_HARM,
    ]
    assert all(change.at == NOW for change in levels)
    assert down.data["follows"][-1].endswith("still to be rung.")


def test_what_cannot_be_read_is_left_out_and_the_rest_is_saved(
    tell: Any, cases_vault: Vault
) -> None:
    """Nothing stands between a sentence and the vault; what is missing is named."""
    told = ("--level", "red", "--when", "not a day", "--answer", "hurtt=her knee")
    ran = tell("incident", "add", "BD-004", *FELL, *told)

    kept = newest(cases_vault)
    left = " ".join(ran.data["left_out"])
    assert ran.code == 0
    assert (kept.record.what, kept.record.level) == (FELL[1], None)
    assert "You typed red." in left
    assert f"inclusion incident raise {short_id(kept.id)}" in left
    assert f"inclusion amend {short_id(kept.id)} --when" in left
    assert "hurtt: no question has this name." in left
    assert len(ran.data["left_out"]) == 3


def test_what_was_left_out_is_said_beside_the_receipt(run: Any, tell: Any) -> None:
    """A program that reads the receipt is not confused by it."""
    del tell
    quiet = ("--practice", "--no-input")
    ran = run("incident", "add", "BD-004", *FELL, "--level", "red", *quiet)

    assert "You typed red." in " ".join(ran.err.split())
    assert "You typed red." not in " ".join(ran.out.split())


def test_a_second_incident_of_one_minute_is_saved(
    tell: Any, cases_vault: Vault
) -> None:
    """It says that there is another one, in no words of it."""
    tell("incident", "add", "BD-004", *FELL)
    ran = tell("incident", "add", "BD-004", "--what", "He hit his head")

    assert ran.code == 0
    assert newest(cases_vault).record.what == "He hit his head"
    assert "Another incident of this minute" in ran.data["left_out"][0]
    assert FELL[1] not in ran.data["left_out"][0]


def test_a_number_that_is_taken_out_is_said(tell: Any) -> None:
    """Nobody thinks it was kept."""
    card = ("--what", "Lost the card 4111 1111 1111 1111")
    ran = tell("incident", "add", "BD-004", *card)

    assert "was taken out" in ran.data["follows"][0]
    assert "4111 1111" not in ran.out


@pytest.mark.parametrize(("whom", "code"), [((), 2), (("Practice",), 3)])
def test_a_sentence_about_nobody_named_is_kept_as_a_draft(
    tell: Any, whom: tuple[str, ...], code: int
) -> None:
    """It stands on home with whom to ring, and the hint says how to choose."""
    ran = tell("incident", "add", *whom, *FELL, "--level", "serious")

    assert ran.code == code
    assert "incident add --service" in ran.error["hint"]
    assert "person list" in ran.error["hint"]
    assert FELL[1] not in ran.out
    draft = next(i for i in tell("today").data["items"] if i["group"] == "drafts")
    assert draft["alarm"] == "risk"
    assert draft["command"] == ["incident", "add", "--service"]


def test_calls_are_ticked_in_any_order(tell: Any, cases_vault: Vault) -> None:
    """With the time and the name; what was not needed is ticked with why."""
    tell("incident", "add", "BD-004", *FELL, "--level", "harm", "--when", "today 2pm")
    rang = ("--rang", "rung", "--who", "Jo Hill", "--at", "today 3pm")
    second = tell("incident", "call", "BD-004", "--rung", "written_up", *rang)
    not_rung = ("--rang", "not_rung", "--why-not", "She stood beside us")
    first = tell("incident", "call", "BD-004", "--rung", "manager", *not_rung)

    calls = newest(cases_vault).record.called
    assert (second.code, first.code) == (0, 0)
    assert [call.rung for call in calls] == ["written_up", "manager"]
    assert calls[0].who == "Jo Hill"
    assert calls[1].not_rung == "She stood beside us"
    assert first.data["follows"] == ["Everybody on the ladder is ticked."]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("tomorrow 2pm", "is later than now"),
        ("today 1pm", "cannot be before the incident"),
    ],
)
def test_a_call_cannot_be_ticked_at_a_time_that_was_none(
    tell: Any, at: str, said: str
) -> None:
    """Neither in the future nor before it happened."""
    tell("incident", "add", "BD-004", *FELL, "--level", "harm", "--when", "today 2pm")
    rang = ("--rung", "manager", "--rang", "rung", "--who", "Jo", "--at", at)

    ran = tell("incident", "call", "BD-004", *rang)

    assert ran.code == 2
    assert said in ran.error["message"]


def test_a_call_past_its_time_is_an_alarm_until_it_is_ticked(
    tell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stays however long, closed or not; a reason why it was not rung ticks it."""
    tell("incident", "add", "BD-004", *FELL, "--level", "harm")
    soon = [item for item in at_home(tell) if item["says"].startswith("Ring, ")]
    later(monkeypatch, days=40)
    late = [item for item in at_home(tell) if item["alarm"] == "risk"]
    close = ("--because", "Told late, all is well", "--anyway", "yes")
    tell("incident", "close", "BD-004", *close)
    closed = [item for item in at_home(tell) if item["alarm"] == "risk"]
    for rung in ("manager", "written_up"):
        not_rung = ("--rung", rung, "--rang", "not_rung")
        why = ("--why-not", "He knew of it from the night staff", "--at", "now")
        assert tell("incident", "call", "BD-004", *not_rung, *why).code == 0

    assert [item["alarm"] for item in soon] == [""]
    assert late[0]["says"].startswith("Not rung in time, for the incident of ")
    assert "Jo, the team lead" in late[0]["says"]
    assert closed == late
    left = [i["command"][:2] for i in at_home(tell) if i["command"][0] == "incident"]
    assert left == [["incident", "review"]]


def test_a_closed_incident_says_what_was_never_rung_or_looked_back_on(
    tell: Any, cases_vault: Vault
) -> None:
    """Closing ticks nothing: home, the list and its page say what is owed."""
    tell("incident", "add", "BD-004", *FELL, "--level", "danger_now")
    close = ("--because", "Sorted out", "--anyway", "yes")
    closed = tell("incident", "close", "BD-004", *close)

    home = [i["says"] for i in at_home(tell) if i["command"][0] == "incident"]
    row = tell("incident", "list", "BD-004").data["parts"][0]["rows"][0]["says"]
    page = tell("incident", "show", newest(cases_vault).id[-8:])

    assert any(line.startswith("Not ticked: ") for line in closed.data["follows"])
    assert closed.data["follows"][-1].startswith("Closing ticks nothing.")
    assert home[0].startswith("Ring now, for the incident of ")
    assert "999" in home[0]
    assert any(says.startswith("After-action review") for says in home)
    assert "with 5 calls not ticked, no review yet" in row
    assert "with 5 calls not ticked, no review yet" in page.out
    assert page.data["next"][:2] == ["incident", "call"]


def test_the_audit_and_the_inspector_see_what_a_closed_incident_owes(
    tell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call that was never made is a finding for as long as nobody says why."""
    tell("incident", "add", "BD-004", *FELL, "--level", "danger_now")
    close = ("--because", "Sorted out", "--anyway", "yes")
    tell("incident", "close", "BD-004", *close)
    later(monkeypatch, days=20)

    found = tell("audit", "--only", "event-not-looked-at").out

    assert "with 5 calls not ticked, no review yet" in found


def test_what_stands_is_not_chosen_again_and_the_numbers_stay(tell: Any) -> None:
    """The fifth level is "in danger now" in both commands, whatever stands."""
    tell("incident", "add", "BD-004", *FELL, "--level", "harm")

    same = tell("incident", "raise", "BD-004", "--level", "3")
    up = tell("incident", "raise", "BD-004", "--level", "5")

    assert same.code == 2
    assert "That is how serious it is now" in same.error["message"]
    assert up.data["record"]["level"] == "danger_now"


def test_closing_says_what_is_open_and_asks(tell: Any, cases_vault: Vault) -> None:
    """It never blocks: a yes closes it, and what is open stays open."""
    tell("incident", "add", "BD-004", *FELL, "--level", "harm")

    asked = tell("incident", "close", "BD-004", "--because", "It is done")
    yes = ("--because", "It is done", "--anyway", "yes")
    closed = tell("incident", "close", "BD-004", *yes)

    assert asked.code == 2
    assert "--anyway" in asked.error["message"]
    assert closed.code == 0
    assert "There is no after-action review." in closed.data["follows"]
    assert newest(cases_vault).record.closed_because == "It is done"


REVIEW = {
    "expected": "A quiet walk",
    "happened": "A fall in the dark",
    "why-differed": "The light was broken",
    "change": "Check it weekly",
}


def review(tell: Any, *more: str) -> Any:
    """Look back on Billie's incident."""
    told = [word for key, text in REVIEW.items() for word in (f"--{key}", text)]
    return tell("incident", "review", "BD-004", *told, *more)


def test_looking_back_leads_to_actions(tell: Any, cases_vault: Vault) -> None:
    """Each with its owner and its day, named for the review it came of."""
    tell("incident", "add", "BD-004", *FELL, "--level", "harm")
    action = ("what=Mend the light", "owner=Jo", "due=Friday")
    rows = [w for one in action for w in ("--answer", f"action.1.{one}")]
    limit = ("--restriction", "yes", "--proportionate", "Until Friday")

    ran = review(tell, *rows, *limit)

    file = newest(cases_vault).file
    held = Reading(cases_vault).casefile(file).safety
    looked = held.after_actions[-1]
    assert ran.code == 0, ran.out
    assert [a.record.of for a in held.actions] == [looked.id]
    assert any("inclusion restriction place BD-004" in f for f in ran.data["follows"])
    assert isinstance(looked.record, AfterAction)
    shown = tell("incident", "show", "BD-004").data["parts"]
    assert "Mend the light" in str(shown)
    assert any(item["command"][:2] == ["action", "done"] for item in at_home(tell))


def test_danger_of_a_closed_incident_is_told_as_what_was_said_then(
    tell: Any, cases_vault: Vault
) -> None:
    """Nobody reads that somebody is in danger now, where it is over."""
    tell("incident", "add", "BD-004", *FELL, "--level", "danger_now")
    opened = str(tell("incident", "show", "BD-004").data["parts"])
    close = ("--because", "All is mended", "--anyway", "yes")
    assert tell("incident", "close", "BD-004", *close).code == 0

    shown = str(tell("incident", "show", "BD-004").data["parts"])
    listed = str(tell("incident", "list", "BD-004").data["parts"])

    said = 'It was said then: "somebody is in danger now".'
    assert "'Somebody is in danger now.'" in opened
    assert said in shown
    assert "'Somebody is in danger now.'" not in shown
    assert said in listed
    why = tell("why", newest(cases_vault).id[-8:]).out
    assert "It was said then" in why
    assert '"Somebody is in danger now' not in why


LIMIT = ("--restriction", "yes", "--proportionate", "Until Friday")
NOT_PLACED = "A limit was added after the incident of today. It is not in the register."


def test_a_limit_that_was_added_is_due_until_it_is_in_the_register(tell: Any) -> None:
    """It stands on the page and on home, with the command, of a closed one, too."""
    tell("incident", "add", "BD-004", *FELL, "--level", "no_harm")
    review(tell, *LIMIT)
    close = ("--because", "All is mended", "--anyway", "yes")
    assert tell("incident", "close", "BD-004", *close).code == 0

    shown = str(tell("incident", "show", "BD-004").data["parts"])
    (due,) = [item for item in at_home(tell) if item["says"] == NOT_PLACED]
    placed = tell("restriction", "place", "BD-004", *AT_ONCE)

    assert "'lead': 'A limit was added', 'says': 'Until Friday'" in shown
    assert "not in the register: inclusion restriction place BD-004" in shown
    assert due["command"] == ["restriction", "place", "BD-004"]
    assert placed.code == 0, placed.out
    assert NOT_PLACED not in [item["says"] for item in at_home(tell)]
    after = str(tell("incident", "show", "BD-004").data["parts"])
    assert "not in the register" not in after
    assert "Until Friday" in after


def test_a_limit_that_has_ended_is_named_and_not_asked_for(tell: Any) -> None:
    """The day it ended stands on the page; home asks for no place in the register."""
    tell("incident", "add", "BD-004", *FELL, "--level", "no_harm")
    looked = review(tell, *LIMIT, "--limit-ended", "today")

    shown = str(tell("incident", "show", "BD-004").data["parts"])

    assert not any("restriction place" in line for line in looked.data["follows"])
    assert "The limit ended" in shown
    assert NOT_PLACED not in [item["says"] for item in at_home(tell)]


def test_an_incident_of_nobody_known_is_the_service_s(
    tell: Any, run: Any, cases_vault: Vault
) -> None:
    """It stands in the service's own file, and home says so."""
    told = ("--what", "The back door stood open all night", "--level", "near_miss")

    ran = tell("incident", "add", "--service", *told)
    listed = run("incident", "--service", "--practice").out
    home = [i for i in tell("today").data["items"] if i["person"] == "The service"]

    assert ran.code == 0
    assert newest(cases_vault).file == Reading(cases_vault).service_file()
    assert "The back door stood open" in listed
    assert ["incident", "call"] in [i["command"][:2] for i in home]
    record = newest(cases_vault).id[-8:]
    assert tell("incident", "show", record).code == 0
    assert tell("why", record).code == 0
    found = tell("find", "back", "door", "stood").data["found"]
    assert [one["person"] for one in found] == ["The service"]
    what = ("--what", "The back door stood open till 6am")
    assert tell("amend", record, *what, "--reason", "the time").code == 0
    assert tell("refile", record, "PR-001", "--reason", "wrong").code == 11


def test_two_people_of_one_name_are_told_apart(tell: Any) -> None:
    """The saved line shows the code, too."""
    twin = ("--name", "Billie Doyle", "--known-as", "Billie", "--code", "BD-005")
    tell("person", "add", *twin)

    unclear = tell("incident", "add", "Billie", *FELL)
    ran = tell("incident", "add", "BD-005", *FELL)

    assert unclear.code != 0
    assert "BD-004, BD-005" in unclear.error["message"]
    assert ran.data["says"] == "Saved for Billie Doyle, BD-005: an incident."


def test_no_regulator_no_notice(tell: Any, cases_vault: Vault) -> None:
    """Where the service says it is not registered, nothing is said of notifying."""
    serious = ("--level", "serious")
    before = tell("incident", "add", "BD-004", *FELL, *serious).data["follows"]
    with Work(cases_vault, Clock(NOW), "sam") as work:
        none = Registration(NOW.date(), registered=False)
        work.add(none, file=work.service_file())
    what = ("--what", "Billie fell once more", "--when", "today 1pm")
    after = tell("incident", "add", "BD-004", *what, *serious).data["follows"]

    assert any("registered with a regulator" in line for line in before)
    assert not any("registered with a regulator" in line for line in after)


def test_what_was_told_is_mended_and_taken_back(tell: Any, cases_vault: Vault) -> None:
    """Its words are opened again; its level and calls are not asked there."""
    tell("incident", "add", "BD-004", *FELL, "--level", "harm")
    kept = newest(cases_vault)
    mend = ("--what", "Billie slipped on the stairs", "--reason", "she did not fall")

    amended = tell("amend", kept.id[-8:], *mend)
    level = tell("amend", kept.id[-8:], "--level", "near_miss", "--reason", "less")
    now = newest(cases_vault).record
    undone = tell("undo", "--confirm", "BD-004")

    assert (amended.code, undone.code) == (0, 0), amended.out
    assert level.code == 2
    assert now.what == "Billie slipped on the stairs"
    assert (now.level, now.levels) == (Level.HARM, kept.record.levels)
    assert newest(cases_vault).record.what == "Billie fell on the stairs"


def test_it_moves_to_the_right_person(tell: Any, cases_vault: Vault) -> None:
    """Its words and its calls go along; a review that looked back keeps it."""
    tell("incident", "add", "BD-004", *FELL, "--level", "near_miss")
    kept = newest(cases_vault)

    moved = tell("refile", kept.id[-8:], "PR-001", "--reason", "wrong person", *SURE)
    tell("incident", "add", "BD-004", *FELL, "--level", "near_miss")
    review(tell, "--restriction", "no")
    stays = newest(cases_vault).id[-8:]
    held = tell("refile", stays, "PR-001", "--reason", "wrong person", *SURE)

    assert moved.code == 0, moved.out
    assert held.code == 11
    robin = next(
        p for p in Reading(cases_vault).all(Person) if p.record.code == "PR-001"
    )
    there = Reading(cases_vault).casefile(robin.file).safety.incidents
    assert "Billie fell on the stairs" in [one.record.what for one in there]


def test_an_incident_brings_the_formulation_s_review_forward(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Home says which; a look at it settles that."""
    run("incident", "add", "PR-001", "--what", "A man followed Robin", *QUIET)
    later(monkeypatch, minutes=10)

    home = run("today", *QUIET).data["items"]

    says = [i["says"] for i in home if i["code"] == "PR-001"]
    assert any("Formulation review, early: an incident" in one for one in says)


def test_a_ladder_of_the_service_s_own_that_is_wrong_is_named(
    tell: Any, cases: Path
) -> None:
    """The incident is saved all the same, by the ladder that was set up."""
    data = cases / "data"
    data.mkdir(exist_ok=True)
    (data / "safeguarding.json").write_text('{\n "as_of" 1\n}', encoding="utf-8")

    ran = tell("concern", "add", "BD-004", "--seen", "He kept her card")

    assert ran.code == 0
    said = ran.data["follows"][-1]
    assert said.startswith(
        'The service\'s own "safeguarding.json" is not used. Line 2:'
    )


def test_a_debrief_of_harm_leads_to_its_incident(run: Any, cases_vault: Vault) -> None:
    """The receipt names the command; the incident names the debrief and its session."""
    scores = ("--worry-before", "5", "--worry-peak", "6", "--worry-after", "4")
    told = (
        *("--how", "stayed", *scores, "--feared", "no", "--signs", "0"),
        *("--since", "hurt", "--what-happened", "Robin tripped", "--told", "Jo at 4pm"),
        *("--words", "It was a step", "--when", "today 2pm"),
    )
    ran = run("debrief", "PR-001", *told, *QUIET)
    (line,) = [one for one in ran.data["follows"] if "inclusion incident add" in one]
    words = line.partition("inclusion ")[2].split()

    added = run(*words, "--what", "Robin tripped", "--level", "harm", *QUIET)

    assert added.code == 0, added.out
    assert newest(cases_vault).record.debrief == ran.data["id"]
    assert any("inclusion concern add PR-001" in one for one in ran.data["follows"])


def test_one_that_is_closed_can_be_raised_and_is_open_again(
    tell: Any, cases_vault: Vault
) -> None:
    """With whom to ring, on home too; when and why it was closed stays on its page."""
    tell("incident", "add", "BD-004", *FELL, "--level", "no_harm")
    kept = newest(cases_vault)
    close = ("--because", "Nobody was hurt", "--anyway", "yes")
    tell("incident", "close", "BD-004", *close)

    raised = tell("incident", "raise", kept.id[-8:], "--level", "danger_now")

    assert raised.code == 0, raised.out
    assert raised.data["follows"][0] == "Ring now: 1. Emergency services, 999, at once."
    said = f"It was closed on {say_day(NOW.date())}: Nobody was hurt. It is open again."
    assert said in raised.data["follows"]
    now = newest(cases_vault).record
    assert (now.closed_on, now.closed_because) == (None, "")
    page = tell("incident", "show", kept.id[-8:]).out
    assert "Nobody was hurt. It was opened again." in page
    assert "Nobody was hurt" in tell("history", kept.id[-8:]).out
    assert at_home(tell)[0]["says"].startswith("Ring now, for the incident of ")


def test_raising_means_the_one_that_is_open_where_others_are_closed(
    tell: Any, cases_vault: Vault
) -> None:
    """What is closed is offered, and never meant by accident."""
    tell("incident", "add", "BD-004", *FELL, "--level", "no_harm")
    first = newest(cases_vault).id
    tell("incident", "close", "BD-004", "--because", "Done", "--anyway", "yes")
    tell("incident", "add", "BD-004", "--what", "He was hit", "--when", "yesterday 9am")
    there = Reading(cases_vault).all(Incident)
    second = next(k for k in there if k.record.what == "He was hit")

    raised = tell("incident", "raise", "BD-004", "--level", "serious")

    assert raised.data["id"] == second.id
    stays = next(k for k in Reading(cases_vault).all(Incident) if k.id == first)
    assert stays.record.closed_on


@pytest.mark.parametrize(
    "told",
    [
        ("incident", "add", "BD-004", *FELL, "--level", "danger_now"),
        ("concern", "add", "BD-004", "--seen", "He was hit", "--danger-now", "yes"),
    ],
    ids=["incident", "concern"],
)
def test_danger_now_is_the_first_line_of_home(
    run: Any, tell: Any, told: tuple[str, ...]
) -> None:
    """Before drafts and all other alarms, as an alarm, in the minute it is told."""
    run("debrief", "PR-001", "--answer", "happened=yes", *QUIET)
    assert tell(*told).code == 0

    items = tell("today").data["items"]
    page = run("today", "--practice").out

    assert (items[0]["code"], items[0]["alarm"]) == ("BD-004", "risk")
    assert [item["urgency"] for item in items[:2]] == ["now", "usual"]
    assert "999" in items[0]["says"]
    assert "Not rung in time" not in items[0]["says"]
    assert page.index("Now, before all else") < page.index("1. ")


def test_999_not_rung_stays_first_however_long(
    tell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is ticked; then the rest of the ladder waits its turn."""
    tell("incident", "add", "BD-004", *FELL, "--level", "danger_now")
    then = later(monkeypatch, days=3)
    first = tell("today").data["items"][0]
    call = ("--rung", "emergency", "--rang", "rung", "--who", "Control")
    tell("incident", "call", "BD-004", *call, "--at", f"{then:%Y-%m-%d %H:%M}")

    assert first["says"].startswith("Ring now, for the incident of ")
    assert {item["urgency"] for item in tell("today").data["items"]} == {"usual"}


def test_what_is_rung_today_comes_before_what_has_waited_for_days(run: Any) -> None:
    """Behind the alarms, a call with a time today is first, then the old backlog."""
    quiet = ("--practice", "--no-input", "--json")
    run("incident", "add", "PR-003", *FELL, "--level", "serious", *quiet)

    items = [i for i in run(*quiet).data["items"] if i["group"] == "today"]

    alarms = [bool(item["alarm"]) for item in items]
    rest = [item["says"] for item in items if not item["alarm"]]
    assert alarms == sorted(alarms, reverse=True)
    assert rest[0].startswith("Ring, for the incident of today")
    assert any("past its day" in says for says in rest[1:])


@pytest.fixture
def half_told(cases: Path, run: Any, cases_vault: Vault) -> None:
    """Leave an incident of Billie after its level and its sentence."""
    del cases
    assert run(*NEWCOMER, *QUIET).code == 0
    file = next(
        kept.file
        for kept in Reading(cases_vault).people()
        if kept.record.code == "BD-004"
    )
    drafts = Drafts(cases_vault, Clock(NOW))
    drafts.begin(file, "incident", 1, {})
    drafts.keep(file, "incident", "level", "serious")
    drafts.keep(file, "incident", "what", FELL[1])


@pytest.mark.parametrize(
    "command", [("list",), ("list", "BD-004"), ("show", "BD-004")], ids=" ".join
)
@pytest.mark.usefixtures("half_told")
def test_an_incident_that_is_not_saved_stands_first(
    run: Any, command: tuple[str, ...]
) -> None:
    """It says whom to ring and how to carry on; nobody reads that there is none."""
    page = run("incident", *command, *QUIET).data

    assert page["parts"][0]["heading"] == "Begun, not saved"
    says = page["parts"][0]["rows"][0]["says"]
    assert "It is not saved yet. Ring now:" in says
    assert says.endswith("inclusion incident add BD-004")
    assert FELL[1] not in says


@pytest.mark.usefixtures("half_told")
def test_a_colleague_reads_first_what_was_begun(run: Any, cases_vault: Vault) -> None:
    """If the laptop dies tonight, somebody still rings."""
    del run
    case = next(
        Reading(cases_vault).casefile(kept.file)
        for kept in Reading(cases_vault).people()
        if kept.record.code == "BD-004"
    )
    rung = Rung("lead", "Jo", "01632 960001", 0, Level.HARM)
    begun = DraftNote(
        *("Billie Doyle", "BD-004", "An incident", 2, 6, NOW, ("incident", "add")),
        ring=(rung,),
    )
    paper = continuity(
        *((case,), SHEET),
        now=NOW,
        defaults=SHIPPED,
        drafts=(begun,),
        where={},
    )

    first = paper.parts[1].lines[0]

    assert first.label == "Begun, not saved"
    assert "Ring now: Jo, 01632 960001" in first.says
