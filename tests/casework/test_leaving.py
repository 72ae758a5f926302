"""A paper that leaves is logged before it appears, or it is not made at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.briefing import log_briefing
from inclusion_cli.casework.leaving import NotAgreed, leaving_from, log_leaving
from inclusion_cli.domain.briefing import Words
from inclusion_cli.domain.disclosure import Disclosure, Ground, Rests
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.clock import Clock
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person
    from inclusion_cli.store.vault import Vault

PACK = Paper(PaperKind.REVIEW_PACK, NOW.date(), "", "")


def test_a_paper_and_what_it_told_are_written_together(
    work: Work, amina: Kept[Person]
) -> None:
    """Who gets it, what for, what it rests on, and which paper it was."""
    case = work.casefile(amina.file)
    to = Leaving("Ms Shah", "social worker", "the care review", Rests.TO_THE_PERSON)

    told = log_leaving(work, amina.file, PACK, to, case=case, items=("review_pack",))

    paper = work.get(Paper, told.record.paper).record
    assert (paper.recipient, paper.purpose) == ("Ms Shah", "the care review")
    assert told.record.items == ("review_pack",)
    assert told.record.role == "social worker"


def test_without_consent_that_is_needed_nothing_is_written(
    work: Work, amina: Kept[Person]
) -> None:
    """It is refused with a sentence: no paper, and no disclosure."""
    case = work.casefile(amina.file)
    to = Leaving("Ms Shah", "", "the care review", Rests.CONSENT)

    with pytest.raises(NotAgreed, match="Nothing was shared") as refused:
        log_leaving(work, amina.file, PACK, to, case=case, items=("review_pack",))

    assert refused.value.exit_code == 11
    assert work.all(Paper) == ()
    assert work.all(Disclosure) == ()


def test_a_paper_that_names_nobody_needs_no_consent(
    work: Work, amina: Kept[Person]
) -> None:
    """Where nothing is asked about what it rests on, nobody is named in it."""
    given = {"recipient": "The council", "purpose": "the contract"}
    paper = replace(PACK, kind=PaperKind.COMMISSIONER)

    told = log_leaving(work, amina.file, paper, leaving_from(given))

    assert told.record.rests is Rests.NO_PERSON_NAMED


def test_on_a_ground_what_was_answered_is_kept_and_the_rest_is_open(
    work: Work, amina: Kept[Person]
) -> None:
    """Ground, harm and who decided; what the person knows is asked later."""
    given = {
        "recipient": "The police",
        "purpose": "to find her",
        "rests": "without_consent",
        "ground": "serious_crime",
        "harm": "She may be hurt",
        "decided_by": "Jo, manager",
    }
    case = work.casefile(amina.file)

    told = log_leaving(work, amina.file, PACK, leaving_from(given), case=case)

    assert told.record.ground is Ground.SERIOUS_CRIME
    assert told.record.harm == "She may be hurt"
    assert told.record.told_person is None


def test_consent_taken_back_while_the_page_is_made_stops_it(
    cases_vault: Vault, clock: Clock
) -> None:
    """It is looked at again in the moment of writing, whatever was shown before."""
    with Work(cases_vault, clock, "sam") as work:
        people = {kept.record.code: kept.file for kept in work.people()}
        case = work.casefile(people["PR-002"])
        (partner,) = work.of_kind("partner", "1")
        consent = case.safety.consents[-1]
        gone = replace(consent.record, withdrawn_on=NOW.date())
        work.amend(consent, gone, reason="meanwhile")
        before = len(work.all(Paper))
        answers: dict[str, Any] = {"seen": "yes"}

        with pytest.raises(NotAgreed, match="took back on"):
            log_briefing(work, case, partner, Words((("helps", "A seat"),)), answers)

        assert len(work.all(Paper)) == before
