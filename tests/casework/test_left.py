"""A closed file: it is read, ended and called back in, and owes what it owed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.card import write_card
from inclusion_cli.casework.consent import give_consent
from inclusion_cli.casework.formulation import write_formulation
from inclusion_cli.casework.observe import record_observation
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.home import home
from inclusion_cli.domain.left_owed import open_at_closing
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.record import replace
from inclusion_cli.errors import FileClosed
from inclusion_cli.interviews.person import close_form
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.left import may_owe
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.casework.test_as_of import file_of
from tests.casework.test_incidents import later
from tests.casework.test_limits import at_once
from tests.casework.test_measure import PHQ, _nine, _switched_on
from tests.cli.answers import DEBRIEF, as_flags
from tests.conftest import NOW
from tests.domain.test_consent import a_consent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inclusion_cli.clock import Clock
    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
GONE = ("--because", "moved", "--closed-on", "today", "--confirm", "PR-002")
PUSHED = ("--what", "Maya was pushed", "--level", "danger_now")


@pytest.fixture
def left(run: Any, own_home: Path) -> Any:
    """Return what was said as Maya's file was closed, with much of it still open."""
    _switched_on(own_home)
    for words in (
        ("measure", "add", "PR-002", *PHQ, *_nine(3)),
        ("incident", "add", "PR-002", *PUSHED),
        ("incident", "close", "PR-002", "--because", "Sorted", "--anyway", "yes"),
    ):
        ran = run(*words, *QUIET)
        assert ran.code == 0, ran.error
    return run("person", "close", "PR-002", *GONE, *QUIET)


@pytest.mark.parametrize(
    "words",
    [
        ("consent", "list", "PR-002"),
        ("disclosure", "list", "PR-002"),
        ("incident", "list", "PR-002"),
        ("incident", "add", "PR-002", "--what", "We heard later that he took 20"),
        ("concern", "list", "PR-002"),
        ("measure", "list", "PR-002"),
        ("observe", "list", "PR-002"),
        ("plan", "show", "PR-002"),
        ("formulate", "show", "PR-002"),
        ("session", "list", "PR-002"),
        ("card", "show", "PR-002"),
        ("money", "show", "PR-002"),
        ("trace", "PR-002"),
        ("dashboard", "PR-002"),
        ("pack", "my-record", "PR-002", "--dry-run"),
    ],
    ids=" ".join,
)
def test_a_closed_file_is_read_and_told_in(
    run: Any, left: Any, words: tuple[str, ...]
) -> None:
    """Nobody's history ends with their support: no such command says it is closed."""
    assert left.code == 0, left.error

    ran = run(*words, *QUIET)

    assert "is closed" not in ran.out
    assert ran.code == 0 or "--" in ran.out


def test_nothing_new_is_planned_in_a_closed_file(run: Any, left: Any) -> None:
    """A step, a session and a limit are for people who are here."""
    del left
    for words in (("plan", "add"), ("session", "plan"), ("restriction", "place")):
        ran = run(*words, "PR-002", *QUIET)
        assert ran.code == 3
        assert "is closed" in ran.error["message"]


def test_what_is_owed_after_leaving_stays_on_home(run: Any, left: Any) -> None:
    """The calls, the review and the talk stay; what was to be planned does not."""
    del left
    mine = [i for i in run("today", *QUIET[:2]).data["items"] if i["code"] == "PR-002"]

    said = " ".join(item["says"] for item in mine)

    assert "Ring now, for the incident of today: Emergency services, 999" in said
    assert "After-action review of the incident of today" in said
    assert "was answered above 0" in said
    assert {i["command"][0] for i in mine} <= {
        *("incident", "observe", "action", "concern", "disclosure", "review")
    }


def test_an_alarm_of_somebody_who_left_is_brought_to_supervision(
    run: Any, left: Any
) -> None:
    """What nobody answered does not leave with the person."""
    del left
    groups = {g["key"]: g for g in run("supervision", "prepare", *QUIET).data["groups"]}

    lines = groups["alarms"]["lines"]

    assert any("above 0" in one["says"] for one in lines if one["code"] == "PR-002")


def test_the_talk_and_a_call_are_told_in_a_closed_file(run: Any, left: Any) -> None:
    """What home asks for can be answered there, and then it is gone."""
    del left
    talk = ("--seen", "suicide_talk", "--when", "now", "--note", "Safe with her aunt")
    rang = ("--rung", "emergency", "--rang", "rung", "--who", "999", "--at", "now")

    answered = run("observe", "PR-002", *talk, "--told", "Jo, today", *QUIET)
    ticked = run("incident", "call", "PR-002", *rang, *QUIET)

    assert answered.code == ticked.code == 0, (answered.error, ticked.error)
    says = [i["says"] for i in run("today", *QUIET[:2]).data["items"]]
    assert not [s for s in says if "answered above 0" in s or "services, 999" in s]


def test_home_is_the_same_from_near_of_those_who_left(
    left: Any, cases_vault: Vault
) -> None:
    """Which closed files are read, and how much of each, changes nothing due."""
    del left
    reading = Reading(cases_vault)
    closed = {k.file for k in reading.people() if k.record.closed_on}
    near = [
        reading.near(f, now=NOW)
        for f in may_owe(reading, frozenset(closed), on=NOW.date())
    ]
    whole = [reading.casefile(file) for file in sorted(closed)]

    assert near
    assert home((), (), left=near, now=NOW, worker="S") == home(
        (), (), left=whole, now=NOW, worker="S"
    )


def test_closing_a_file_says_what_is_open(left: Any) -> None:
    """Calls, the talk and who holds what are said with the closing."""
    follows = left.data["follows"]

    assert follows[0] == "Still open:"
    said = " ".join(follows)
    assert "5 calls not ticked, no review yet" in said
    assert "Question 9 was answered above 0" in said
    assert "Held by Community kitchen: 1 thing of Maya." in said


def test_the_check_page_says_how_much_is_open(run: Any, cases_vault: Vault) -> None:
    """The last key before a file is closed says it, too."""
    run("incident", "add", "PR-002", *PUSHED, *QUIET)
    case = Reading(cases_vault).casefile(file_of(cases_vault, "PR-002"))

    form = close_form(case.person, NOW.date(), open_at_closing(case, now=NOW))
    asked = {question.key: question for question in form.questions({})}

    assert form.saving.endswith("with 6 things still open")
    assert asked["confirm"].before({})[0] == "Still open:"


def test_a_partner_still_holds_what_was_told_of_somebody_who_left(
    run: Any, left: Any
) -> None:
    """The page is in the kitchen, whoever lives here."""
    del left
    lines = run("partner", "list", *QUIET).data["lines"]

    assert [(line["holds"], line["steps"]) for line in lines] == [(1, 0)]


def test_a_limit_ends_with_the_file(
    run: Any, cases_vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in force for nobody who left; its days stop, and nobody lifted it."""
    at_once(run)
    gone = ("--because", "moved", "--closed-on", "today", "--confirm", "PR-001")
    run("person", "close", "PR-001", *gone, *QUIET)
    later(monkeypatch, days=30)

    line = run("restriction", "list", "PR-001", *QUIET).data["lines"][0]
    lifted = run("restriction", "lift", "PR-001", *QUIET)
    found = run("audit", "--month", "2026-11", *QUIET).out

    assert file_of(cases_vault, "PR-001")
    assert "ended when the file was closed on" in line["state"]
    assert line["state"].endswith(", never lifted")
    assert line["told"].startswith("1 day of liberty limited")
    assert not line["open"]
    assert "has no limit in force" in lifted.error["message"]
    assert "A limit has been in force" not in found


def test_what_the_audit_finds_of_a_closed_file_can_be_mended(
    run: Any, left: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No finding sends anybody to a command that a closed file refuses."""
    del left
    later(monkeypatch, days=20)

    page = run("audit", "--month", "2026-11", *QUIET).data
    mends = [
        one["mend"]
        for side in ("risk", "caution", "record")
        for one in page[side]
        if one["code"] == "PR-002"
    ]

    assert any(mends)
    for mend in filter(None, mends):
        ran = run(*mend, *QUIET)
        assert "is closed" not in ran.out, mend


def test_the_drift_of_a_closed_file_is_read(run: Any) -> None:
    """It only reads, as the thread and the dashboard do."""
    run("person", "close", "PR-002", *GONE, *QUIET)

    assert run("audit", "drift", "PR-002", "--month", "2026-10", *QUIET).code == 0


def test_closing_a_file_takes_nothing_out_of_the_month(run: Any) -> None:
    """What was missed stays missed: grade A does not go because somebody left."""

    def grave() -> set[str]:
        page = run("audit", "--month", "2026-11", *QUIET).data
        lines = [one for side in ("risk", "caution", "record") for one in page[side]]
        return {one["says"] for one in lines if one["grade"] == "A"}

    asked = ("--money-what", "20 pounds", "--money-who", "A man at the gate")
    did = ("--money-did", "declined_with_help", "--when", "2026-11-10 14:00")
    assert run("money", "request", "PR-002", *asked, *did, *QUIET).code == 0
    before = grave()
    run("person", "close", "PR-002", *GONE, *QUIET)

    assert before
    assert before <= grave()


@pytest.mark.parametrize("gone", [False, True])
def test_what_was_taken_back_is_named_where_it_was_told(
    run: Any, tmp_path: Path, *, gone: bool
) -> None:
    """A line of what was told says that its consent was taken back, here or gone."""
    if gone:
        run("person", "close", "PR-002", *GONE, *QUIET)
    which = ("--consent", "1", "--words", "Enough", "--out", str(tmp_path))
    taken = run("consent", "withdraw", "PR-002", *which, *QUIET)

    page = run("disclosure", "list", "PR-002", *QUIET).out
    due = [i for i in run("today", *QUIET[:2]).data["items"] if i["code"] == "PR-002"]

    assert taken.code == 0, taken.error
    assert "Taken back on" in page
    assert "and not called back yet" in page
    assert any("stop using" in item["says"] or "call" in item["says"] for item in due)


def test_what_was_begun_is_not_saved_in_a_file_that_was_closed_meanwhile(
    left: Any, cases_vault: Vault, clock: Clock
) -> None:
    """A rule is not got round by two windows; what became known is still told."""
    del left
    file = file_of(cases_vault, "PR-002")
    case = Reading(cases_vault).casefile(file)

    with (
        pytest.raises(FileClosed, match="PR-002 is closed"),
        Work(cases_vault, clock, "sam") as work,
    ):
        give_consent(work, case, a_consent())
    with Work(cases_vault, clock, "sam") as work:
        what = Observation(Seen.OTHER, NOW, note="Her aunt rang")
        kept = record_observation(work, case, what)

    assert kept.file == file
    assert Reading(cases_vault).casefile(file).safety.consents == case.safety.consents


@pytest.mark.parametrize("what", ["card", "formulation", "moved here"])
def test_no_new_version_is_saved_in_a_file_that_was_closed_meanwhile(
    left: Any, cases_vault: Vault, clock: Clock, what: str
) -> None:
    """A version that was begun before is refused in the transaction that saves it."""
    del left
    reading = Reading(cases_vault)
    case = reading.casefile(file_of(cases_vault, "PR-002"))
    step = reading.casefile(file_of(cases_vault, "PR-001")).steps[0]
    card, formulation = case.card, case.formulation
    assert card
    assert formulation
    changed = replace(formulation.record, what_matters="The sea", version=9)
    told = {"reason": "Wrong file", "left": "Moved"}
    saves: dict[str, Callable[[Work], Any]] = {
        "card": lambda w: write_card(w, case, replace(card.record, version=9)),
        "formulation": lambda w: write_formulation(w, case, changed, {}),
        "moved here": lambda w: w.refile(
            step, step.record, file=case.person.file, **told
        ),
    }

    with (
        pytest.raises(FileClosed, match="PR-002 is closed"),
        Work(cases_vault, clock, "sam") as work,
    ):
        saves[what](work)

    assert Reading(cases_vault).casefile(case.person.file).card == card


def test_what_was_written_wrong_is_put_right_in_a_closed_file(
    run: Any, left: Any
) -> None:
    """A correction plans nothing: whoever left has a right to a record that is true."""
    del left
    matters = ("--answer", "what_matters=The sea", "--reason", "A slip")

    ran = run("amend", "PR-002", "formulation", *matters, *QUIET)

    assert ran.code == 0, ran.error
    assert "Changed for Maya Practice, PR-002" in ran.data["says"]


def test_a_session_a_card_and_what_was_begun_are_open_at_closing(
    run: Any, cases: Path, cases_vault: Vault, clock: Clock
) -> None:
    """Each is said before the code is typed: nothing is lost by closing a file."""
    assert cases
    case = Reading(cases_vault).casefile(file_of(cases_vault))
    at = NOW - timedelta(days=1)
    with Work(cases_vault, clock, "sam") as work:
        work.add(replace(case.sessions[-1].record, at=at), file=case.person.file)
        paper = Paper(PaperKind.CARD, NOW.date(), "her sister", "to carry")
        work.add(
            replace(paper, holder=Holder.OTHER, size="a4", version=1),
            file=case.person.file,
        )
    drafts = Drafts(cases_vault, clock)
    drafts.begin(case.person.file, "consent", 1, {})
    drafts.keep(case.person.file, "consent", "kind", "take_part")

    gone = ("--because", "moved", "--closed-on", "today", "--confirm", "PR-001")
    ran = run("person", "close", "PR-001", *gone, *QUIET)

    follows = ran.data["follows"]
    assert f"The session of {say_day(at.date())} has no debrief." in follows
    assert any("her sister holds a copy of the card: A4" in line for line in follows)
    assert any(line.startswith("Begun, and not saved: ") for line in follows)


SHORT = as_flags({key: value for key, value in DEBRIEF.items() if key != "when"})


@pytest.mark.usefixtures("cases")
def test_a_session_before_the_file_was_closed_is_told_afterwards(
    run: Any, cases_vault: Vault
) -> None:
    """What closing says has no debrief can be answered; nothing new is told."""
    gone = ("--because", "moved", "--closed-on", "today", "--confirm", "PR-001")
    assert run("person", "close", "PR-001", *gone, *QUIET).code == 0

    told = run("debrief", "PR-001", *SHORT, *QUIET)
    again = run("debrief", "PR-001", *SHORT, *QUIET)

    assert told.code == 0, told.error
    assert again.code == 3
    assert "is closed" in again.error["message"]
    assert Reading(cases_vault).casefile(file_of(cases_vault)).closed_on


def test_in_danger_somebody_is_told_about_one_who_left(run: Any, left: Any) -> None:
    """A closed file stands in nobody's way."""
    del left
    danger = ("--danger", "yes", "--recipient", "Police", "--harm", "He will hit her")

    ran = run("disclosure", "add", "PR-002", *danger, *QUIET)

    assert ran.code == 0, ran.error


def test_what_is_planned_is_named_before_a_file_is_closed_and_undo_names_the_closing(
    run: Any, cases_vault: Vault
) -> None:
    """A session to come falls away, and it is said; undo names the closing."""
    planned = run("session", "plan", "PR-002", "--when", "2026-11-20T10:00", *QUIET)
    assert planned.code == 0, planned.out
    case = Reading(cases_vault).casefile(file_of(cases_vault, "PR-002"))
    left = open_at_closing(case, now=NOW)

    run("person", "close", "PR-002", *GONE, *QUIET)
    undone = run("undo", "--confirm", "PR-002", *QUIET)

    coming = [line for line in left if line.startswith("A session is planned")]
    assert any("It falls away with the file" in line for line in coming)
    assert "the closing of the file" in undone.out, undone.out
