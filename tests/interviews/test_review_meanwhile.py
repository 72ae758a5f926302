"""A record is mended while a review is open: one clear sentence, nothing lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.clock import Clock
from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.conftest import NOW
from tests.interviews import peek, scripts
from tests.interviews.screen import CHECK, squeezed
from tests.interviews.typist import PLAIN, Typist

if TYPE_CHECKING:
    from pathlib import Path


def mend_latest_debrief(home: Path) -> str:
    """Mend the latest debrief of PR-001 in another window; return its record."""
    with peek.opened(home) as vault:
        people = Reading(vault).people()
        file = next(k.file for k in people if k.record.code == "PR-001")
        with Work(vault, Clock(NOW), "sam") as work:
            latest = work.all(Debrief, file=file)[-1]
            mended = replace(latest.record, outcome=Outcome.CHOSE_NOT_TO)
            work.amend(latest, mended, reason="a slip of the pen")
            return latest.id


def answer_all(typist: Typist) -> None:
    """Answer each question of the review up to its check page."""
    for step in scripts.REVIEW.steps:
        typist.asked(step.asks)
        typist.answer(step.types)
    typist.asked(CHECK)


def test_what_was_seen_is_what_is_kept_or_nothing_is(cases: Path) -> None:
    """The save is refused in a sentence; all answers are there when it is run again."""
    before = peek.entries(cases)
    with Typist(*scripts.REVIEW.words, mode=PLAIN) as typist:
        answer_all(typist)
        mend_latest_debrief(cases)
        typist.answer("s")
        assert typist.ends() == 13
    said = squeezed(typist.page())
    assert "Robin Practice, PR-001 changed while you were answering." in said
    assert "Nothing was saved over it. Your answers are kept." in said
    after = peek.entries(cases)
    assert after - before == {"debrief": 1}

    with Typist(*scripts.REVIEW.words, mode=PLAIN) as typist:
        kept = len(scripts.REVIEW.steps)
        typist.asked("Not finished", f"{kept} answers kept")
        typist.answer("1")
        page = typist.asked(CHECK)
        for step in scripts.REVIEW.steps:
            assert step.on_check_page(PLAIN) in page
        typist.answer("s")
        assert typist.ends() == 0

    assert peek.entries(cases) - after == {
        "review": 1,
        "decision": 1,
        "paper": 1,
        "disclosure": 1,
    }


def test_what_changes_while_a_draft_is_asked_about_is_in_the_evidence(
    cases: Path,
) -> None:
    """The evidence is read after the question about the draft, not before it."""
    peek.keep(cases, "review", {"ready": "yes"})
    with Typist(*scripts.REVIEW.words, mode=PLAIN) as typist:
        typist.asked("Not finished", "1 answer kept")
        record = mend_latest_debrief(cases)
        typist.answer("1")
        for step in scripts.REVIEW.steps[1:]:
            typist.asked(step.asks)
            typist.answer(step.types)
        typist.asked(CHECK)
        typist.answer("s")
        assert typist.ends() == 0

    evidence = peek.newest(cases, "review")["evidence"]
    shown = " ".join(line["shows"] for line in evidence if record in line["records"])
    assert "0 of 1 went ahead" in shown
