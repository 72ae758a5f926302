"""Partners: what is agreed, steps tied to them, and a page of consented items only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.store.reading import Reading
from tests.cli.test_consent_commands import PAGE, QUIET, maya, out

__all__ = ["out"]

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
BRIEF = ("partner", "brief", "PR-002", "kitchen", "--items")
TEXTS = {
    "2": ("--text-coming-for", "Cooking"),
    "3": ("--text-helps", "A seat by the door"),
}
NEW = (
    *("--kind", "venue", "--contact", "Lee", "--role", "the owner", "--phone", "01"),
    *("--boundaries", "1,2", "--worried", "Ring us", "--on-call", "Sam, 02"),
)


def brief(run: Run, items: str, out: Path, *more: str) -> Any:
    """Make a page for the kitchen."""
    texts = [word for key in items.split(",") for word in TEXTS.get(key, ())]
    return run(*BRIEF, items, *texts, *PAGE, *more, "--out", str(out), *QUIET)


def test_a_page_has_what_was_agreed_and_what_to_do(
    run: Run, cases_vault: Vault, out: Path
) -> None:
    """Boundaries, whom they ring, what not to do; what is left out, by name alone."""
    ran = brief(run, "1,2,3", out)

    page = next(out.glob("*.md")).read_text(encoding="utf-8")
    case = maya(cases_vault)
    assert ran.code == 0
    assert {p.suffix for p in out.iterdir()} == {".md", ".pdf"}
    for words in ("Cooking", "A seat by the door", "No lending", "0161 496 0123"):
        assert words in page
    assert "This page leaves out, whether there is any or not" in page
    assert "what happened before" in page
    assert "Practice" not in page.replace("PRACTICE", "")
    assert case.papers[-1].record.kind is PaperKind.BRIEFING
    assert case.safety.disclosures[-1].record.paper == case.papers[-1].id


@pytest.mark.parametrize("item", ["diagnosis", "history", "medication", "offending"])
def test_what_was_not_agreed_cannot_be_printed(
    run: Run, cases_vault: Vault, out: Path, item: str
) -> None:
    """It is refused with a sentence, and neither paper nor disclosure is written."""
    before = maya(cases_vault)

    ran = brief(run, f"1,{item}", out)

    assert ran.code == 11
    assert "has not agreed that Community kitchen is told" in ran.error["message"]
    assert list(out.glob("*")) == []
    after = maya(cases_vault)
    assert len(after.papers) == len(before.papers)
    assert len(after.safety.disclosures) == len(before.safety.disclosures)


def test_who_has_not_seen_the_page_has_none_made(run: Run, out: Path) -> None:
    """The person sees the exact page first; a no makes nothing."""
    ran = brief(run, "1", out, "--seen", "no")

    assert ran.code == 11
    assert "has not seen this page" in ran.error["message"]
    assert list(out.glob("*")) == []


@pytest.mark.parametrize("held", ["0", "5,7,8", "1,2,3,4"])
def test_a_page_is_made_only_where_what_has_to_hold_does(
    run: Run, cases_vault: Vault, out: Path, held: str
) -> None:
    """A clear reason, needed, the least, for who needs it, and lawful: each of them."""
    before = maya(cases_vault)

    ran = brief(run, "1", out, "--caldicott", held)

    assert ran.code == 2
    assert "It is lawful" in ran.error["problems"]["caldicott"]
    assert list(out.glob("*")) == []
    assert len(maya(cases_vault).papers) == len(before.papers)


def test_a_page_that_is_two_is_not_made(run: Run, out: Path) -> None:
    """One page: longer words are sent back to be shortened."""
    ran = brief(run, "1,3", out, "--text-helps", "A seat by the door. " * 300)

    assert ran.code == 11
    assert "has to fit on one" in ran.error["message"]


def test_what_was_asked_for_and_refused_is_said_to_the_worker(
    run: Run, out: Path
) -> None:
    """The worker reads what is not shared; the paper says nothing of who asked."""
    ran = brief(run, "1", out)

    assert "not shared because Maya said no: what happened before" in str(ran.data)
    assert "Asked for" not in str(ran.data)
    page = next(out.glob("*.md")).read_text(encoding="utf-8")
    assert "said no" not in page


def test_a_partner_shows_its_steps_by_code(run: Run) -> None:
    """Across people, with where each step stands; no name of anybody."""
    ran = run("partner", "show", "kitchen", *QUIET)

    steps = {(step["code"], step["number"]) for step in ran.data["steps"]}
    assert steps == {("PR-002", 1), ("PR-002", 2), ("PR-002", 3)}
    assert "Maya" not in ran.out


def test_a_step_is_tied_to_a_partner(run: Run, cases_vault: Vault) -> None:
    """It is asked where there are partners, shown on the step, and can be undone."""
    run(
        "plan",
        "edit",
        "PR-002",
        "4",
        "--partner",
        "1",
        "--reason",
        "they run it",
        *QUIET,
    )
    tied = run("plan", "show", "PR-002", "4", "--practice", "--no-input").out
    run("plan", "edit", "PR-002", "4", "--partner", "0", "--reason", "a slip", *QUIET)

    assert "Community kitchen" in tied
    assert maya(cases_vault).steps[-1].record.partner == ""


def test_two_partners_never_have_one_name(run: Run) -> None:
    """So that nobody is told what was agreed for another."""
    ran = run("partner", "add", "--name", "community KITCHEN", *NEW, *QUIET)

    assert ran.code == 2
    assert "is the name of another partner" in str(ran.error)


def test_a_name_that_fits_two_is_asked_again(run: Run) -> None:
    """A part of a name that two have is no choice."""
    run("partner", "add", "--name", "Garden kitchen", *NEW, *QUIET)

    ran = run("partner", "show", "kitchen", *QUIET)

    assert ran.code == 3
    assert "could be" in ran.error["message"]


def test_a_partner_is_mended_found_in_history_and_taken_back(
    run: Run, cases_vault: Vault
) -> None:
    """It stands in the service's file, and is amended as anything else is."""
    partner = Reading(cases_vault).of_kind("partner", "1")[0]
    short = partner.id[-8:]

    ran = run("amend", short, "--phone", "0999", "--reason", "a new number", *QUIET)
    history = run("history", short, *QUIET).data
    undone = run("undo", "--confirm", "", *QUIET[:2])

    assert ran.data["says"] == "Changed for the service: partner."
    assert "0999" in str(history)
    assert undone.code == 0
    assert Reading(cases_vault).of_kind("partner", "1")[0].record == partner.record


def test_a_partner_we_left_gets_no_page(
    run: Run, cases_vault: Vault, out: Path
) -> None:
    """Once the work has ended, nothing new is made for them."""
    partner = Reading(cases_vault).of_kind("partner", "1")[0]
    run("amend", partner.id[-8:], "--ended-on", "today", "--reason", "closed", *QUIET)

    ran = brief(run, "1", out)

    assert ran.code == 11
    assert "You stopped working with Community kitchen" in ran.error["message"]


def told(run: Run, out: Path, coming_for: str, *more: str, items: str = "1,2") -> Any:
    """Make a page whose words of what she comes for are these."""
    texts = ("--text-coming-for", coming_for)
    return run(*BRIEF, items, *texts, *PAGE, *more, "--out", str(out), *QUIET)


@pytest.mark.parametrize(
    ("words", "of"),
    [
        ("Cooking; she has schizophrenia", '"schizophrenia" may tell of a diagnosis'),
        ("Cooking; she was in prison", '"prison" may tell of police and court matters'),
        ("Cooking; lives at 4 Elm Road", '"4 Elm Road" may tell of their address'),
        ("Cooking, as Ms Practice", '"Practice" may tell of their full name'),
    ],
)
@pytest.mark.parametrize("more", [(), ("--tells-more", "they_do"), ("--dry-run",)])
def test_words_that_may_tell_more_make_no_page(
    run: Run, cases_vault: Vault, out: Path, words: str, of: str, more: tuple[str, ...]
) -> None:
    """Nothing is made or logged until somebody says that they do not tell of it."""
    before = maya(cases_vault)

    ran = told(run, out, words, *more)

    after = maya(cases_vault)
    assert ran.code == 11
    assert of in ran.error["message"]
    assert "--text-coming-for" in ran.error["hint"]
    assert list(out.glob("*")) == []
    assert len(after.papers) == len(before.papers)
    assert len(after.safety.disclosures) == len(before.safety.disclosures)


def test_words_that_were_looked_over_make_a_page_and_that_is_kept(
    run: Run, cases_vault: Vault, out: Path
) -> None:
    """A worker's own answer lets them stand, and the record of telling has it."""
    ran = told(run, out, "Cooking beside the court", "--tells-more", "they_do_not")

    kept = maya(cases_vault).safety.disclosures[-1].record
    assert ran.code == 0
    assert kept.looked_over == ('"court" may tell of police and court matters',)
    listed = run("disclosure", "list", "PR-002", *QUIET).data["lines"][0]
    assert 'Looked over: "court" may tell' in str(listed)


@pytest.mark.parametrize("more", [(), ("--tells-more", "they_do_not"), ("--dry-run",)])
def test_words_of_what_was_said_no_to_make_no_page_whatever_is_answered(
    run: Run, cases_vault: Vault, out: Path, more: tuple[str, ...]
) -> None:
    """Maya said no to her history: no answer of a worker puts it on a page."""
    before = len(maya(cases_vault).safety.disclosures)

    ran = told(run, out, "Cooking; she was abused", *more)

    assert ran.code == 11
    assert "Maya said no to this" in ran.error["message"]
    assert list(out.glob("*")) == []
    assert len(maya(cases_vault).safety.disclosures) == before


@pytest.mark.parametrize(
    "text", ["Her schizophrenia makes noise hard", "EUPD makes it hard"]
)
def test_no_answer_puts_the_name_of_a_diagnosis_on_a_page(
    run: Run, cases_vault: Vault, out: Path, text: str
) -> None:
    """A word that can be nothing else is not waved through."""
    before = len(maya(cases_vault).safety.disclosures)

    ran = told(run, out, text, "--tells-more", "they_do_not")

    assert ran.code == 11
    assert "No page has a diagnosis" in ran.error["message"]
    assert list(out.glob("*")) == []
    assert len(maya(cases_vault).safety.disclosures) == before


def test_an_answer_for_words_that_are_not_there_is_not_asked(
    run: Run, out: Path
) -> None:
    """The question comes only where words may tell of more."""
    ran = told(run, out, "Cooking", "--tells-more", "they_do_not")

    assert ran.code == 2
    assert "not asked here" in str(ran.error)
