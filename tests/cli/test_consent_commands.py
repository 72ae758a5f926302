"""Consent over the real vault: given, ended, taken back; who holds what; papers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.store.reading import Reading
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
YES = (
    *("--asked-how", "talked it through", "--answered", "given"),
    *("--capacity", "presumed", "--given-how", "signed", "--copy-given", "no"),
    *("--excluded", "0"),
)
SHAH = ("--partner", "0", "--recipient", "Ms Shah", "--recipient-role", "social worker")
TELL = ("--kind", "tell", *SHAH, "--purpose", "the care review", *YES)
PAGE = (*("--caldicott", "1,2,3,4,6", "--seen", "yes"),)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder for papers, not there yet."""
    return tmp_path / "papers"


def maya(vault: Vault) -> Casefile:
    """Return the casefile of PR-002."""
    reading = Reading(vault)
    people = {kept.record.code: kept.file for kept in reading.people()}
    return reading.casefile(people["PR-002"])


def at_day(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Let so many days pass."""
    monkeypatch.setenv("INCLUSION_NOW", (NOW + timedelta(days=days)).isoformat())


def pack_for_shah(run: Run, out: Path) -> Any:
    """Make the review pack for the social worker, on consent."""
    told = ("--for", "Ms Shah", "--purpose", "the care review", "--rests", "consent")
    return run("review", "PR-002", "--pack-only", *told, "--out", str(out), *QUIET)


def test_nothing_is_chosen_by_a_stray_word(run: Run) -> None:
    """There is no word for all of it: each thing is chosen by its number or key."""
    ran = run("consent", "give", "PR-002", *TELL, "--items", "all", *QUIET)

    assert ran.code == 2
    assert "items" in ran.error["problems"]


def test_a_no_is_written_in_the_same_way_and_tells_nothing(run: Run, out: Path) -> None:
    """It is saved, asks for nothing more, and ends what was agreed before."""
    run("consent", "give", "PR-002", *TELL, "--items", "review_pack", *QUIET)
    told = ("--kind", "tell", *SHAH, "--purpose", "the care review")
    no = (*told, "--asked-how", "by phone", "--answered", "declined")

    ran = run("consent", "give", "PR-002", *no, *QUIET)
    made = pack_for_shah(run, out)

    assert ran.data["says"].startswith("Saved for Maya Practice, PR-002: no.")
    assert made.code == 11
    assert "said no" in made.error["message"]


def test_it_holds_six_months_at_most(run: Run) -> None:
    """A last day after that is refused, with the longest there is."""
    late = ("--items", "1", "--until", "20 June 2027")

    ran = run("consent", "give", "PR-002", *TELL, *late, *QUIET)

    assert ran.code == 2
    assert "183 days" in str(ran.error)


def test_who_cannot_decide_gives_no_consent(run: Run) -> None:
    """A doubt that stands is no consent, and the sentence says what to do."""
    no = (*TELL, "--items", "1", "--capacity", "cannot")

    ran = run("consent", "give", "PR-002", *no, *QUIET)

    assert ran.code == 2
    assert "this is no consent" in str(ran.error)


def test_a_pack_leaves_on_consent_and_is_told_of_before_it_appears(
    run: Run, cases_vault: Vault, out: Path
) -> None:
    """It names its reader on each page; the list says who was told, and on what."""
    run("consent", "give", "PR-002", *TELL, "--items", "review_pack", *QUIET)

    made = pack_for_shah(run, out)

    told = maya(cases_vault).safety.disclosures[-1]
    page = next(out.glob("*.md")).read_text(encoding="utf-8")
    assert made.code == 0
    assert "For: Ms Shah" in page
    assert told.record.recipient == "Ms Shah"
    assert told.record.rests is Rests.CONSENT
    assert told.record.items == ("review_pack",)
    assert told.record.consent == maya(cases_vault).safety.consents[-1].id
    assert told.record.paper == maya(cases_vault).papers[-1].id


@pytest.mark.parametrize(
    ("days", "says"),
    [(0, ""), (3, ""), (4, "ended on Saturday 21 November 2026")],
)
def test_a_consent_that_ended_yesterday_lets_nothing_out(
    run: Run, out: Path, monkeypatch: pytest.MonkeyPatch, days: int, says: str
) -> None:
    """It is judged when a paper is made: the last day holds, the next does not."""
    short = ("--items", "review_pack", "--until", "2026-11-21")
    run("consent", "give", "PR-002", *TELL, *short, *QUIET)
    at_day(monkeypatch, days)

    ran = pack_for_shah(run, out)

    assert (ran.code == 11) == bool(says)
    assert bool(list(out.glob("*"))) != bool(says)
    if says:
        assert says in ran.error["message"]
        assert ran.error["message"].endswith("Nothing was shared.")


def test_a_consent_for_somebody_else_lets_nothing_out(
    run: Run, out: Path, cases_vault: Vault
) -> None:
    """The kitchen may be told; that is no consent for anybody else."""
    before = len(maya(cases_vault).safety.disclosures)

    ran = pack_for_shah(run, out)

    assert ran.code == 11
    assert "agreed to tell Community kitchen, not Ms Shah" in ran.error["message"]
    assert list(out.glob("*")) == []
    assert len(maya(cases_vault).safety.disclosures) == before


def test_two_people_of_one_name_are_never_taken_for_each_other(
    run: Run, out: Path, cases_vault: Vault
) -> None:
    """A page is about one code: another of that name shares nothing of theirs."""
    run("person", "add", "--name", "Maya Practice", "--code", "MP-009", *QUIET)
    before = len(maya(cases_vault).papers)

    both = run("partner", "brief", "Maya", "kitchen", "--items", "1", *PAGE, *QUIET)
    other = run("partner", "brief", "MP-009", "kitchen", "--items", "1", *PAGE, *QUIET)

    assert both.code == 3
    assert "PR-002" in both.error["message"]
    assert other.code == 11
    assert "has not agreed that Community kitchen is told" in other.error["message"]
    assert list(out.glob("*")) == []
    assert len(maya(cases_vault).papers) == before


def test_missing_answers_of_a_paper_that_leaves_are_told_at_once(run: Run) -> None:
    """Recipient, purpose and basis: with nobody to ask, all that lacks is listed."""
    card = run("card", "print", "PR-002", "--holder", "other", *QUIET)
    pack = run("review", "PR-002", "--pack-only", "--for", "Ms Shah", *QUIET)

    assert card.code == pack.code == 2
    assert set(card.error["problems"]) == {"recipient", "purpose", "rests"}
    assert set(pack.error["problems"]) == {"purpose", "rests"}


def test_the_pack_of_a_review_is_for_those_at_it(run: Run, cases_vault: Vault) -> None:
    """It asks nothing more, and is on the list of what was told."""
    run("review", "PR-002", "--pack-only", *QUIET)

    told = maya(cases_vault).safety.disclosures[-1].record
    assert told.recipient == "the people at this review"
    assert told.rests is Rests.AT_THE_REVIEW


# --- taken back ---------------------------------------------------------------------


def withdrawn(run: Run, out: Path) -> Any:
    """Take back what the kitchen may be told."""
    which = ("--consent", "1", "--words", "I have changed my mind")
    return run("consent", "withdraw", "PR-002", *which, "--out", str(out), *QUIET)


def test_a_record_is_chosen_by_the_id_that_is_shown(
    run: Run, cases_vault: Vault, tmp_path: Path
) -> None:
    """The id of `consent list` is taken where a number is asked for."""
    shown = [kept for kept in maya(cases_vault).safety.consents if kept.record.items]
    short = shown[-1].id[-8:]

    ran = run(
        *("consent", "withdraw", "PR-002", "--consent", short.upper()),
        *("--out", str(tmp_path), *QUIET),
    )

    taken = {kept.id: kept.record for kept in maya(cases_vault).safety.consents}
    assert ran.code == 0, ran.error
    assert taken[shown[-1].id].withdrawn_on is not None


def test_taking_it_back_says_who_holds_what_and_writes_to_them(
    run: Run, cases_vault: Vault, out: Path
) -> None:
    """A letter and an action for who was told; what was told stays on the list."""
    ran = withdrawn(run, out)

    case = maya(cases_vault)
    letter = next(out.glob("letter-*.md")).read_text(encoding="utf-8")
    action = case.safety.actions[-1].record
    assert ran.code == 0
    assert "Community kitchen: What they like to be called" in str(ran.data["saved"])
    assert {p.suffix for p in out.glob("letter-*")} == {".md", ".pdf"}
    assert "Stop using it at once" in letter
    assert "A seat near the door" not in letter
    assert case.papers[-1].record.kind is PaperKind.LETTER
    assert (
        action.what == "Tell Community kitchen to stop using what they hold of PR-002"
    )
    assert any(d.record.items for d in case.safety.disclosures)


def test_a_page_is_refused_midway_once_it_is_taken_back(run: Run, out: Path) -> None:
    """From that day on nothing is made, and the sentence says why."""
    withdrawn(run, out)

    ran = run("partner", "brief", "PR-002", "kitchen", "--items", "1", *PAGE, *QUIET)

    assert ran.code == 11
    assert "took back on Wednesday 18 November 2026" in ran.error["message"]
    assert list(out.glob("partner-*")) == []


def test_what_was_told_before_it_was_taken_back_that_day_is_no_finding(
    run: Run, out: Path
) -> None:
    """The page was made on a consent that held; it was taken back some hours later."""
    words = ("--text-first-name", "Maya", "--out", str(out))
    made = run(
        *("partner", "brief", "PR-002", "kitchen", "--items", "1"),
        *(*words, *PAGE, *QUIET),
    )
    withdrawn(run, out)

    rule = ("--only", "told-after-consent-ended")
    found = run("audit", "--month", "this", *rule, *QUIET)

    assert made.code == 0, made.out
    assert found.data["risk"] == []


def test_it_stands_on_home_until_they_were_told_to_stop(run: Run, out: Path) -> None:
    """The line goes once it is called back, and the action is done with it."""
    withdrawn(run, out)
    before = _home(run)
    told = ("--disclosure", "1", "--how", "Noor tore it up")
    run("disclosure", "recalled", "PR-002", *told, *QUIET)

    listed = run("disclosure", "list", "PR-002", *QUIET).data

    assert len([says for says in before if _calls_back(says)]) == 1
    assert not any(map(_calls_back, _home(run)))
    assert listed["recalled"] == 1


def _calls_back(says: str) -> bool:
    """Say whether a line of home is about calling back; an action may say it."""
    return "took consent back" in says or "to stop using what they hold" in says


def test_taking_it_back_can_be_undone_whole(
    run: Run, cases_vault: Vault, out: Path
) -> None:
    """A slip: the consent stands again, and its action is gone."""
    withdrawn(run, out)

    ran = run("undo", "--confirm", "PR-002", *QUIET[:2])

    assert ran.code == 0
    assert maya(cases_vault).safety.actions == ()
    assert maya(cases_vault).safety.consents[-1].record.withdrawn_on is None


def test_a_copy_is_for_the_person(run: Run, cases_vault: Vault, out: Path) -> None:
    """It says what may be told, what not, and how to take it back, as text and PDF."""
    consent = maya(cases_vault).safety.consents[-1]

    ran = run("consent", "show", consent.id[-8:], "--paper", "--out", str(out), *QUIET)

    page = next(out.glob("*.md")).read_text(encoding="utf-8")
    assert ran.code == 0
    assert {p.suffix for p in out.iterdir()} == {".md", ".pdf"}
    for words in (
        "What may be told",
        "What happened before",
        "You can change your mind",
    ):
        assert words in page


def _home(run: Run) -> list[str]:
    return [item["says"] for item in run("today", *QUIET).data["items"]]


def test_home_says_that_a_consent_is_about_to_end(run: Run) -> None:
    """Two weeks before its last day, with the command that shows it."""
    assert any(s.startswith("A consent ends Friday 27 November") for s in _home(run))


def test_home_says_who_holds_something_after_the_end(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day after, and until it is called back or agreed anew."""
    at_day(monkeypatch, 10)

    assert any("The consent ended on Friday 27" in says for says in _home(run))


# --- mending ------------------------------------------------------------------------


def test_a_consent_is_mended_and_the_first_version_stays(
    run: Run, cases_vault: Vault
) -> None:
    """One item fewer: the list says what it was and what it is now."""
    consent = maya(cases_vault).safety.consents[-1]
    less = ("--items", "1,2", "--reason", "ticked one too many")

    ran = run("amend", consent.id[-8:], *less, *QUIET)
    history = run("history", consent.id[-8:], *QUIET).data

    assert ran.code == 0
    assert maya(cases_vault).safety.consents[-1].record.items == (
        "first_name",
        "coming_for",
    )
    assert "What helps them feel at ease" in str(history)


def test_a_consent_saved_for_the_wrong_person_moves(
    run: Run, cases_vault: Vault
) -> None:
    """It covers nothing in the wrong file; one that was told on stays put."""
    run("consent", "give", "PR-002", *TELL, "--items", "1", *QUIET)
    told_on, new = maya(cases_vault).safety.consents[-2:]
    to = ("PR-001", "--reason", "the wrong Maya", "--confirm", "PR-001")

    moved = run("refile", new.id[-8:], *to, *QUIET)
    stays = run("refile", told_on.id[-8:], *to, *QUIET)

    assert moved.code == 0
    assert stays.code == 11
    assert "A disclosure rests on this consent." in stays.error["message"]
    assert len(maya(cases_vault).safety.consents) == 2


def test_what_a_consent_is_about_is_found_and_explained(
    run: Run, cases_vault: Vault
) -> None:
    """Its words are found, and why says what rests on it."""
    consent = maya(cases_vault).safety.consents[-1]

    found = run("find", "mine to tell", *QUIET[:2]).data["found"]
    why = run("why", consent.id[-8:], *QUIET[:2]).data

    assert consent.id in {hit["id"] for hit in found}
    assert "disclosure" in {tie["kind"] for tie in why["used_by"]}


def test_a_basis_in_law_is_no_consent_to_be_taken_back(run: Run) -> None:
    """It is kept apart: nobody says yes to it, and nothing is told on it."""
    law = ("--kind", "legal_basis", "--basis", "care", "--purpose", "support at home")

    saved = run("consent", "give", "PR-003", *law, *QUIET)
    taken = run("consent", "withdraw", "PR-003", *QUIET)
    shown = run("consent", "show", saved.data["id"][-8:], *QUIET).data

    assert saved.code == 0
    assert taken.code == 3
    assert "has given no consent that stands" in taken.error["message"]
    assert "Answer" not in dict(shown["rows"])


def test_what_was_told_after_it_was_taken_back_is_an_alarm(
    run: Run, out: Path, cases_vault: Vault
) -> None:
    """They took it back yesterday, and today it was told: home and page say so."""
    told = ("--items", "1", *PAGE, "--out", str(out))
    made = run("partner", "brief", "PR-002", "kitchen", *told, *QUIET)
    run("consent", "withdraw", "PR-002", "--consent", "1", "--on", "yesterday", "--out",
        str(out), *QUIET)  # fmt: skip

    due = run("today", *QUIET).data["items"]
    page = " ".join(run("person", "show", "PR-002", "--practice").out.split())

    late = [item for item in due if "after the consent had ended" in item["says"]]
    assert made.code == 0
    assert [item["alarm"] for item in late] == ["risk"]
    assert late[0]["records"] == [maya(cases_vault).safety.disclosures[-1].id]
    assert "RISK ALARM. Told on Wednesday 18 November" in page


def test_the_action_that_is_done_calls_it_back(
    run: Run, out: Path, cases_vault: Vault
) -> None:
    """Whoever ticks off the action has told them to stop; nothing else is asked."""
    withdrawn(run, out)
    action = maya(cases_vault).safety.actions[-1]

    ran = run("action", "done", action.id[-8:], "--evidence", "They tore it up", *QUIET)

    listed = run("disclosure", "list", "PR-002", *QUIET).data
    assert ran.code == 0
    assert listed["recalled"] == 1
    assert not any(map(_calls_back, _home(run)))


def test_what_was_taken_back_is_no_longer_what_may_be_told(run: Run, out: Path) -> None:
    """In the list and on its page it says "Was": a glance tells nobody anything."""
    run("consent", "withdraw", "PR-002", "--consent", "1", "--out", str(out), *QUIET)
    plain = ("--practice", "--no-input", "--plain")

    listed = run("consent", "list", "PR-002", *plain).out

    gone = " ".join(listed.split("Does not hold")[1].split())
    assert "Was: " in gone
    assert "May be told:" not in gone
