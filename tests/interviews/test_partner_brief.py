"""A partner's page is seen as it is made: what changes after is seen again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.interviews.asker import Page
from tests.interviews import peek
from tests.interviews.by_lines import Script, walked
from tests.interviews.scripts_consent import PARTNER_BRIEF

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.interviews.asker import Prompt
    from tests.conftest import Ran, Run
    from tests.interviews.by_lines import Sitting

pytestmark = pytest.mark.usefixtures("cases")


def test_the_exact_page_is_read_before_the_question(run: Run) -> None:
    """All that will stand on it, and that nothing else does."""
    _ran, sitting = walked(run, PARTNER_BRIEF.words, Script(PARTNER_BRIEF))

    shown = "\n".join(sitting.asked[-1].notes)
    assert sitting.asked[-1].question.key == "seen"
    for words in ("Not near court", "No lending", "what happened before"):
        assert words in shown
    assert "Thursdays" not in shown


def changed(run: Run, text: str) -> tuple[Ran, Sitting]:
    """Return a page of which one line is changed on the check page, and saved."""
    script, pages = Script(PARTNER_BRIEF), list[Page]()

    def reply(prompt: Prompt) -> str:
        if pages and prompt.question.key == "text_helps":
            return text
        return script(prompt)

    def change_one(page: Page) -> str:
        pages.append(page)
        return "3" if len(pages) == 1 else "s"

    return walked(run, PARTNER_BRIEF.words, reply, change_one)


def test_a_page_that_changed_after_it_was_seen_is_seen_again(run: Run) -> None:
    """On the check page a line is changed: the person sees the page as it now is."""
    ran, sitting = changed(run, "Another seat")

    seen = [p for p in sitting.asked if p.question.key == "seen"]
    assert ran.code == 0
    assert len(seen) == 2
    assert "Another seat" in "\n".join(seen[-1].notes)


def test_a_no_to_the_changed_page_makes_nothing(run: Run) -> None:
    """Having seen an earlier one is not enough."""
    script, pages, asked = Script(PARTNER_BRIEF), list[Page](), list[str]()

    def reply(prompt: Prompt) -> str:
        asked.append(prompt.question.key)
        if prompt.question.key == "seen" and asked.count("seen") == 2:
            return "2"
        return "Other" if pages else script(prompt)

    def change_one(page: Page) -> str:
        pages.append(page)
        return "3" if len(pages) == 1 else "s"

    ran, _sitting = walked(run, PARTNER_BRIEF.words, reply, change_one)

    assert ran.code == 11
    assert "has not seen this page" in ran.err


def test_words_that_tell_more_are_changed_before_the_page_goes_on(
    run: Run, cases: Path
) -> None:
    """Yes, they do: nothing more is asked, nothing is made, the answers are kept."""
    script, before = Script(PARTNER_BRIEF), peek.entries(cases)

    def reply(prompt: Prompt) -> str:
        return "1" if prompt.question.key == "tells_more" else script(prompt)

    ran, sitting = walked(run, PARTNER_BRIEF.words, reply)

    asked = [prompt.question.key for prompt in sitting.asked]
    assert asked[-1] == "tells_more"
    assert '"court" may tell of police and court matters.' in sitting.asked[-1].notes
    assert ran.code == 11
    assert "--text-helps" in ran.err
    assert peek.entries(cases) == before
    assert peek.drafts(cases) != ()


def test_words_that_changed_after_they_were_looked_over_are_looked_over_again(
    run: Run,
) -> None:
    """A word that nobody looked at stands on no page."""
    ran, sitting = changed(run, "Not near the police")

    over = [p for p in sitting.asked if p.question.key == "tells_more"]
    assert ran.code == 0
    assert "police" in "\n".join(over[-1].notes)


def test_words_of_what_was_said_no_to_are_asked_for_again(run: Run) -> None:
    """Maya said no to her history: the line is typed anew at once."""
    script, typed = Script(PARTNER_BRIEF), list[str]()

    def reply(prompt: Prompt) -> str:
        if prompt.question.key == "text_helps" and not typed:
            typed.append(prompt.question.key)
            return "She was abused"
        return script(prompt)

    ran, sitting = walked(run, PARTNER_BRIEF.words, reply)

    errors = [p.error for p in sitting.asked if p.question.key == "text_helps"]
    assert ran.code == 0
    assert "said no to this" in errors[-1]
