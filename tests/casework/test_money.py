"""Money and evenings through the real vault: consent, weeks, requests, reductions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.money import record_check
from inclusion_cli.clock import Clock
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.money_agreed import MoneyCheck
from inclusion_cli.domain.money_consent import NoMoneyConsent, money_consent
from inclusion_cli.domain.money_weeks import unreviewed_requests, weeks
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.casework.test_as_of import file_of
from tests.conftest import NOW
from tests.interviews.scripts_money import AGREED, CONSENT, LESS

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault

QUIET = ("--practice", "--json", "--no-input")
CHECK = ("money", "check", "PR-001", "--done", "yes", "--present", "yes")
CLEAR = (*CHECK, "--unexplained", "0")
FOUND = (
    *(*CHECK, "--unexplained", "1", "--what", "Cash at night"),
    *("--action", "Robin rings the bank"),
)
REQUEST = (
    *("money", "request", "PR-001", "--when", "today 2pm", "--money-what", "A loan"),
    *("--money-who", "A man", "--money-did", "declined_independently"),
)


def case_of(vault: Vault) -> Casefile:
    """Return PR-001 as it stands."""
    return Reading(vault).casefile(file_of(vault))


def withdraw(run: Any, vault: Vault) -> None:
    """Take the consent to look at money back, as a worker would type it."""
    record = case_of(vault).safety.consents[-1].id
    done = run(
        *("consent", "withdraw", "PR-001", "--consent", record, "--on", "today"),
        *("--words", "Not any more", *QUIET),
    )
    assert done.code == 0, done.out


def test_without_a_consent_nobody_looks(run: Any, cases: Path) -> None:
    """The sentence says that nobody asked, and what to type; nothing is asked."""
    ran = run(*CLEAR, *QUIET)
    assert ran.code == 11, cases
    assert ran.error["message"] == (
        "Robin Practice, PR-001 has not been asked whether to look at money together."
    )
    assert "inclusion consent give PR-001" in ran.error["hint"]


def test_with_a_consent_a_week_is_kept(run: Any, cases_vault: Vault) -> None:
    """The week, that it was done, who was there, a count; under which consent."""
    assert run(*CONSENT, *QUIET).code == 0
    ran = run(*CLEAR, *QUIET)
    assert ran.code == 0, ran.out
    (kept,) = case_of(cases_vault).safety.money_checks
    assert (kept.record.done, kept.record.present) == (True, True)
    assert kept.record.week.weekday() == 0
    assert kept.record.consent == case_of(cases_vault).safety.consents[-1].id
    assert any("checked" in line for line in ran.data["follows"])


def test_a_week_has_one_look(run: Any, cases: Path) -> None:
    """The same week again is told, with the command that mends the first."""
    run(*CONSENT, *QUIET)
    run(*CLEAR, *QUIET)
    ran = run(*CLEAR, *QUIET)
    assert ran.code == 2, cases
    assert "has its look already" in str(ran.error)
    assert "inclusion amend" in str(ran.error)


def test_a_no_is_said_to_be_a_no(run: Any, cases: Path) -> None:
    """A declined consent is no missing one, and an expired one is neither."""
    declined = tuple("declined" if word == "given" else word for word in CONSENT)
    keep = declined[: declined.index("--capacity")]
    assert run(*keep, *QUIET).code == 0, cases
    ran = run(*CLEAR, *QUIET)
    assert ran.code == 11
    assert "said no on" in ran.error["message"]


def test_an_expired_consent_is_said_to_have_ended(
    run: Any, cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On its last day it holds; the day after it does not."""
    assert run(*CONSENT, *QUIET).code == 0, cases
    monkeypatch.setenv("INCLUSION_NOW", "2027-02-28T10:00:00+00:00")
    assert run(*CLEAR, *QUIET).code == 0
    monkeypatch.setenv("INCLUSION_NOW", "2027-03-01T10:00:00+00:00")
    ran = run(*CLEAR, *QUIET)
    assert ran.code == 11
    assert "ended on Sunday 28 February 2027" in ran.error["message"]


def test_something_unexplained_rings_until_a_review_looks(
    run: Any, cases: Path
) -> None:
    """A risk alarm on home, the same day; a review that cites it ends it."""
    run(*CONSENT, *QUIET)
    ran = run(*FOUND, *QUIET)
    assert ran.code == 0, cases
    assert ran.data["next"] == ["review", "PR-001"]
    alarms = [i for i in _home(run) if "was unexplained" in i["says"]]
    assert [alarm["alarm"] for alarm in alarms] == ["risk"]
    reviewed = run(
        *("review", "PR-001", "--ready", "not_sure", "--wish", "To stay"),
        *("--decision", "hold", "--why", "Robin knows what it was: a taxi home."),
        *("--agreed-with", "Robin, and Jo", "--needs", "A quiet week"),
        *("--formulation", "3", "--look-again", "2026-11-25", *QUIET),
    )
    assert reviewed.code == 0, reviewed.out
    assert not any("was unexplained" in item["says"] for item in _home(run))


def test_a_consent_taken_back_midway_saves_nothing(
    run: Any, cases_vault: Vault
) -> None:
    """What was asked under it is not kept, and the next look asks nothing."""
    run(*CONSENT, *QUIET)
    before = case_of(cases_vault)
    today = NOW.date()
    consent = money_consent(before, on=today)
    withdraw(run, cases_vault)
    check = MoneyCheck(today, today, consent.id, present=True, unexplained=0)
    with (
        pytest.raises(NoMoneyConsent, match="took back the consent"),
        Work(cases_vault, Clock(NOW), "sam") as work,
    ):
        record_check(work, before, check)
    assert case_of(cases_vault).safety.money_checks == ()
    assert run(*CLEAR, *QUIET).code == 11


def _home(run: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = run("today", *QUIET).data["items"]
    return items


def test_a_request_by_the_direct_way_is_an_observation(
    run: Any, cases_vault: Vault
) -> None:
    """It is kept by the act that keeps the others, and waits for a review at once."""
    ran = run(*REQUEST, *QUIET)
    assert ran.code == 0, ran.out
    assert any("review the same day" in line for line in ran.data["follows"])
    case = case_of(cases_vault)
    assert case.observations[-1].record.money is not None
    (open_,) = unreviewed_requests(case, on=NOW.date())
    assert (open_.id, open_.reviewed_on) == (case.observations[-1].id, None)
    assert any("No review has looked at it" in i["says"] for i in _home(run)) or any(
        "has no answer" in i["says"] for i in _home(run)
    )


def test_an_agreement_can_be_mended_ended_and_taken_back(
    run: Any, cases_vault: Vault
) -> None:
    """Its first words stay readable; what ended says why."""
    assert run(*AGREED, *QUIET).code == 0
    record = case_of(cases_vault).safety.agreements[-1].id
    short = record[-8:]
    mended = run(
        *("amend", short, "--answer", "words=I never lend"),
        *("--reason", "She says never", *QUIET),
    )
    assert mended.code == 0, mended.out
    ended = run(
        *("money", "look", "PR-001", "--agreement", record, "--now", "end"),
        *("--because", "I say it another way", *QUIET),
    )
    assert ended.code == 0, ended.out
    kept = case_of(cases_vault).safety.agreements[-1].record
    assert (kept.words, kept.ended_on) == ("I never lend", NOW.date())
    history = run("history", short, *QUIET[:2])
    assert "I do not lend" in history.out
    assert run("why", short, *QUIET[:2]).code == 0
    assert run("find", "another way", *QUIET[:2]).code == 0
    undone = run("undo", "--confirm", "PR-001", *QUIET[:2])
    assert undone.code == 0, undone.out
    assert case_of(cases_vault).safety.agreements[-1].record.ended_on is None


def test_a_reduction_is_never_a_ban(run: Any, cases_vault: Vault) -> None:
    """The words of a ban, eight days, or nothing less: each is sent back."""
    ban = ("Banned from the evenings",)
    words = list(LESS)
    words[words.index("--why") + 1 : words.index("--why") + 2] = ban
    assert run(*words, *QUIET).code == 2
    late = tuple("2026-11-27" if word == "2026-11-25" else word for word in LESS)
    assert "must not become a ban" in str(run(*late, *QUIET).error)
    none = (*LESS[:3], *LESS[5:])
    assert "First say what is less" in str(run(*none, *QUIET).error)
    assert case_of(cases_vault).safety.reductions == ()


def test_one_reduction_at_a_time(run: Any, cases_vault: Vault) -> None:
    """A second is sent to look at the first; ended, the plan is as it was."""
    assert run(*LESS, *QUIET).code == 0
    again = run(*LESS, *QUIET)
    assert (again.code, "event look PR-001" in again.error["hint"]) == (11, True)
    for shown in ("person", "plan"):
        page = run(shown, "show", "PR-001", "--practice")
        assert "Less for a while, since" in page.out, page.out
    done = run(
        *("event", "look", "PR-001", "--now", "end"),
        *("--because", "Calm again", *QUIET),
    )
    assert done.code == 0, done.out
    assert case_of(cases_vault).safety.reductions[0].record.ended_on == NOW.date()
    assert run("event", "look", "PR-001", *QUIET).code == 3


def test_a_first_evening_over_an_hour_asks_why(run: Any, cases_vault: Vault) -> None:
    """60 minutes first; 75 then; and one thing grows at a time."""
    evening = (
        *("event", "plan", "PR-001", "--when", "2026-11-20T19:00:00+00:00"),
        *("--place", "The Railway", "--goal", "safer", "--units", "2"),
        *("--travel", "By taxi", "--leave-phrase", "My lift is here"),
        *("--contact", "His brother", "--reachable-from", "6pm"),
        *("--reachable-to", "11pm", "--next-day", "2026-11-21T10:00:00+00:00"),
    )
    long = run(*evening, "--minutes", "90", *QUIET)
    assert long.code == 2
    assert "--why-longer" in str(long.error)
    assert run(*evening, "--minutes", "45", *QUIET).code == 0
    more = tuple("3" if word == "2" else word for word in evening)
    both = run(*more, "--minutes", "60", *QUIET)
    assert both.code == 2
    assert "one thing grows at a time" in str(both.error)
    assert run(*more, "--minutes", "45", *QUIET).code == 0
    plans = case_of(cases_vault).safety.event_plans
    assert [kept.record.units for kept in plans] == [20, 30]
    shown = run("event", "show", "PR-001", "--practice")
    assert "My lift is here" in shown.out


def test_a_card_number_is_not_kept_anywhere(run: Any, cases: Path) -> None:
    """Every way in sends it back, without saying the number again."""
    card = "4111 1111 1111 1111"
    for words in (
        (*AGREED[:5], "--words", f"My card is {card}"),
        ("money", "rehearse", "PR-001", "--words", card),
        (*REQUEST, "--words", f"He wanted {card}"),
        ("observe", "PR-001", "--seen", "other", "--note", f"pin 4321 and {card}"),
        ("debrief", "PR-001", "--words", f"account 12345678, {card}"),
        ("consent", "give", "PR-001", "--purpose", f"To use {card}"),
    ):
        ran = run(*words, *QUIET)
        assert ran.code == 2, (cases, words)
        assert "Leave out card, account and PIN numbers" in str(ran.error)
        assert "4111" not in ran.out


def test_weeks_are_counted_in_the_vault(run: Any, cases_vault: Vault) -> None:
    """A week that was not looked at is kept with why, and is not checked."""
    run(*CONSENT, *QUIET)
    no = run(
        *("money", "check", "PR-001", "--done", "no", "--why-not", "Robin was ill"),
        *QUIET,
    )
    assert no.code == 0, no.out
    case = case_of(cases_vault)
    week = case.safety.money_checks[0].record.week
    found = weeks(case, first=week, last=NOW.date())
    assert (found.checked, found.not_looked, found.of) == (0, 1, 1)


def test_an_evening_is_no_longer_than_what_is_less_now(run: Any, cases: Path) -> None:
    """While something is less for a while, a plan for more is sent to look at that."""
    assert run(*LESS, *QUIET).code == 0, cases
    evening = (
        *("event", "plan", "PR-001", "--when", "2026-11-20T19:00:00+00:00"),
        *("--place", "The Railway", "--goal", "abstain", "--withdrawal-told", "yes"),
        *("--travel", "By taxi", "--leave-phrase", "My lift is here"),
        *("--contact", "His brother", "--reachable-from", "6pm"),
        *("--reachable-to", "11pm", "--next-day", "2026-11-21T10:00:00+00:00"),
    )
    ran = run(*evening, "--minutes", "30", *QUIET)
    assert ran.code == 2
    assert "must be 20 at most" in str(ran.error)
    assert run(*evening, *QUIET).data["record"]["minutes"] == 20


def test_what_is_open_is_on_home_however_old_it_is(
    run: Any, cases_vault: Vault
) -> None:
    """Something unexplained, an agreement and a reduction: near is as the whole."""
    run(*CONSENT, *QUIET)
    run(*FOUND, *QUIET)
    run(*AGREED, *QUIET)
    run(*LESS, *QUIET)
    reading, file = Reading(cases_vault), file_of(cases_vault)
    for days in (0, 5, 30, 100, 200, 400):
        now = NOW + timedelta(days=days)
        near, whole = reading.near(file, now=now), reading.casefile(file)
        assert due_for(near, now=now) == due_for(whole, now=now)
        says = [due.says for due in due_for(near, now=now)]
        assert any("was unexplained" in line for line in says)
    assert any("Less for a while" in line for line in says)


def test_a_look_saved_for_the_wrong_person_is_moved(
    run: Any, cases_vault: Vault
) -> None:
    """Its words go along; the consent it was done under stays behind, and is said."""
    run(*CONSENT, *QUIET)
    run(*CLEAR, *QUIET)
    record = case_of(cases_vault).safety.money_checks[0].id[-8:]
    ran = run(
        *("refile", record, "PR-003", "--reason", "It was Tomasz's week"),
        *("--confirm", "PR-003", *QUIET),
    )
    assert ran.code == 0, ran.out
    assert "the consent it was done under" in ran.out
    assert case_of(cases_vault).safety.money_checks == ()


@pytest.mark.usefixtures("cases")
def test_a_request_that_a_pause_sign_names_rings_once(run: Any) -> None:
    """Two requests, one sign: it names both days, and the early look is told of."""
    said = ["PR-002" if word == "PR-001" else word for word in REQUEST]
    first = run(*said, *QUIET).data["id"]
    said[said.index("today 2pm")] = "today 9am"
    second = run(*said, *QUIET).data["id"]

    items = [item for item in _home(run) if item["code"] == "PR-002"]

    (alarm,) = [i for i in items if {first, second} & set(i["records"])]
    assert {first, second} <= set(alarm["records"])
    assert alarm["alarm"] == "risk"
    assert alarm["says"].startswith("A pause sign on ")
    assert "requests not reviewed: " in alarm["says"]
    assert alarm["says"].endswith("Then look at the formulation early, too.")


A_LOOK = ("money", "check", "PR-001", "--week", "2026-11-09", "--done", "yes")
ONE_THING = (
    *("--present", "yes", "--unexplained", "1", "--what", "One cash withdrawal"),
    *("--action", "We ask the bank together"),
)


@pytest.fixture
def taken_back(run: Any, cases: Any) -> str:
    """Return the id of a look whose consent was taken back since."""
    run(*CONSENT, *QUIET)
    look = run(*A_LOOK, *ONE_THING, *QUIET)
    back = run("consent", "withdraw", "PR-001", "--consent", "1", *QUIET)
    assert back.code == 0, (back.out, cases)
    return str(look.data["id"][-8:])


@pytest.mark.parametrize(
    "more",
    [
        ("--unexplained", "2"),
        ("--what", "Two cash withdrawals at night"),
        ("--action", "We ask the bank together, and the police"),
    ],
)
@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_look_gets_no_new_facts_once_its_consent_was_taken_back(
    run: Any, taken_back: str, more: tuple[str, ...], dry: tuple[str, ...]
) -> None:
    """Nobody may look at the money now, so a correction adds nothing."""
    ran = run("amend", taken_back, *more, "--reason", "there was more", *dry, *QUIET)

    assert ran.code == 11
    assert "took back the consent" in ran.error["message"]
    assert "to say less, not more" in ran.error["message"]


def test_a_look_can_still_be_corrected_to_say_less(run: Any, taken_back: str) -> None:
    """What was wrong is taken out, though the consent is gone."""
    less = ("--what", "One withdrawal", "--reason", "it was no cash")

    ran = run("amend", taken_back, *less, *QUIET)

    assert ran.code == 0, ran.out


@pytest.mark.usefixtures("cases")
def test_a_look_is_corrected_freely_while_its_consent_holds(run: Any) -> None:
    """It is agreed to be looked at, so what was missed is written in."""
    run(*CONSENT, *QUIET)
    look = run(*A_LOOK, *ONE_THING, *QUIET)
    more = ("--unexplained", "2", "--what", "Two withdrawals", "--reason", "one more")

    ran = run("amend", look.data["id"][-8:], *more, *QUIET)

    assert ran.code == 0, ran.out


@pytest.mark.usefixtures("cases")
def test_taking_back_the_look_at_money_says_that_the_look_stops(run: Any) -> None:
    """It is no telling: each kind of consent has a sentence of its own."""
    run(*CONSENT, *QUIET)

    ran = run("consent", "withdraw", "PR-001", "--consent", "1", *QUIET)

    said = " ".join(ran.data["follows"])
    assert "The weekly look at money with Robin stops on" in said
    assert "Nothing is told" not in said


@pytest.mark.usefixtures("cases")
def test_a_no_to_the_look_at_money_says_that_it_is_not_done(run: Any) -> None:
    """A no to taking part is no no to telling."""
    no = ("--kind", "take_part", "--activity", "money_check", "--purpose", "To look")
    how = ("--on", "today", "--asked-how", "At the table", "--answered", "declined")

    ran = run("consent", "give", "PR-001", *no, *how, *QUIET)

    assert ran.data["follows"][0] == "It is not done, and no support changes."
