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
    given = {
        "recipient": "Ms Shah",
        "recipient_role": "social worker",
        "purpose": "the care review",
        "rests": "to_the_person",
        "hands_on": "yes",
    }
    to = leaving_from(given)

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


@pytest.mark.parametrize("said", [None, "no"])
def test_what_is_for_the_person_goes_to_nobody_else_unasked(
    work: Work, amina: Kept[Person], said: str | None
) -> None:
    """It leaves on their own yes, or not at all; nothing is written of it."""
    case = work.casefile(amina.file)
    given = {"recipient": "Ann", "purpose": "review", "rests": "to_the_person"}
    to = leaving_from(given | ({"hands_on": said} if said else {}))

    with pytest.raises(NotAgreed, match="Nothing was shared"):
        log_leaving(work, amina.file, PACK, to, case=case, items=("review_pack",))

    assert work.all(Paper) == ()
    assert work.all(Disclosure) == ()


def test_the_yes_to_handing_on_is_kept_as_what_it_is(
    work: Work, amina: Kept[Person]
) -> None:
    """Not as theirs alone; that they know is written, as they were asked."""
    case = work.casefile(amina.file)
    to = Leaving("Ann", "social worker", "review", Rests.HANDED_ON, said_yes=True)

    told = log_leaving(work, amina.file, PACK, to, case=case).record

    assert (told.rests, told.told_person) == (Rests.HANDED_ON, True)


def test_the_person_gets_their_own_paper_by_any_of_their_names(
    work: Work, amina: Kept[Person]
) -> None:
    """Nobody is asked for leave to give them what is theirs."""
    case, of = work.casefile(amina.file), amina.record

    for name in (of.name, of.known_as.upper(), of.code):
        to = Leaving(name, "", "to keep", Rests.TO_THE_PERSON)
        told = log_leaving(work, amina.file, PACK, to, case=case).record
        assert told.rests is Rests.TO_THE_PERSON


def test_nobody_is_said_to_know_who_was_not_asked(
    work: Work, amina: Kept[Person]
) -> None:
    """A colleague's paper and the meeting's say nothing of what the person knows."""
    case = work.casefile(amina.file)

    for rests in (Rests.OWN_TEAM, Rests.AT_THE_REVIEW):
        to = Leaving("Jo", "key worker", "to read", rests)
        told = log_leaving(work, amina.file, PACK, to, case=case).record
        assert told.told_person is None
