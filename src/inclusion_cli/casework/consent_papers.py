"""The papers of consent: a copy for the person, and letters that call things back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.casework.consent import NoConsent, TakenBack
from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.look_up import case_of
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.card import to_ring
from inclusion_cli.domain.consent import Consent
from inclusion_cli.domain.consent_copy import PURPOSE, consent_copy
from inclusion_cli.domain.consent_standing import can_be_taken_back
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.partner import Partner
from inclusion_cli.domain.recall_letter import PURPOSE as TO_STOP
from inclusion_cli.domain.recall_letter import Sender, recall_letter
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.leaf import Leaf
    from inclusion_cli.domain.trail import Trail
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


class NotAConsent(NothingFound):
    """The id is that of something else, or of what was taken back or moved."""

    hint = say("To see the consents of a person, type: inclusion consent list")

    def __init__(self) -> None:
        super().__init__(say("There is no consent of that id."))


def consent_of(reading: Reading, trail: Trail) -> tuple[Casefile, Kept[Consent]]:
    """Return a consent that stands and whose it is. Raises NotAConsent."""
    case = case_of(reading, trail.file)
    if trail.kind != "consent" or not trail.heads or case is None:
        raise NotAConsent
    return case, reading.get(Consent, trail.id)


def refuse_none(case: Casefile) -> None:
    """Raise NoConsent where there is nothing to take back."""
    if any(can_be_taken_back(kept.record) for kept in case.safety.consents):
        return
    raise NoConsent(case)


def log_consent_copy(work: Work, case: Casefile) -> None:
    """Write that the person is given a copy, before it is made."""
    leaving = Leaving(case.known_as, "", PURPOSE, Rests.TO_THE_PERSON)
    paper = Paper(PaperKind.CONSENT_COPY, work.clock.today(), "", "")
    log_leaving(work, case.person.file, paper, leaving, case=case)


def copy_for(
    reading: Reading, case: Casefile, kept: Kept[Consent], *, on: date
) -> Leaf:
    """Return the copy of a consent for the person."""
    code = case.person.record.code
    marks = sheet(reading, code, recipient=case.known_as, purpose=PURPOSE, on=on)
    return consent_copy(marks, case, kept, on=on)


def letter(
    reading: Reading, case: Casefile, back: TakenBack, *, ended: date, on: date
) -> Leaf:
    """Return the letter to whoever was told on a consent that was taken back."""
    service, workers = reading.service(), reading.workers()
    partner, card = back.consent.partner, case.card.record if case.card else None
    marks = sheet(
        reading,
        case.person.record.code,
        recipient=back.consent.recipient,
        purpose=TO_STOP,
        on=on,
    )
    return recall_letter(
        marks,
        tuple(kept.record for kept in back.held),
        back.consent,
        ended=ended,
        sender=Sender(
            workers[0].record.name if workers else "",
            service.record.name if service else "",
            card.on_call if card and to_ring(card.on_call) else "",
        ),
        person=case.person.record,
        partner=reading.get(Partner, partner).record if partner else None,
    )
