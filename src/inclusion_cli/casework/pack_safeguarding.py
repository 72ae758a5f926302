"""Putting a safeguarding case review on paper: logged before it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.leaving import leaving_from, log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.case_review_pack import case_review_pack
from inclusion_cli.domain.consent_items import RECORD
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.paper_parts import PartsPaper
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

FORM = "pack_safeguarding"


class NoConcern(NothingFound):
    """There is no safeguarding concern to review."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("No safeguarding concern is recorded for {label}.", label=case.label)
        )
        self.hint = say(
            "To record one, type: inclusion concern add {code}",
            code=case.person.record.code,
        )


class NotForThem(RuleSaysNo):
    """The concern could bring somebody into danger, if the person had it on paper."""

    hint = say("Ask your manager. To see it yourself, type: inclusion concern show")

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say(
                "This concern is not given to {name} on paper: it may put somebody "
                "in danger. Nothing was made.",
                name=case.known_as,
            )
        )


def refuse_without_concern(case: Casefile) -> None:
    """Let a file go on that has a concern. Raises NoConcern."""
    if not case.safety.concerns:
        raise NoConcern(case)


def concern_meant(case: Casefile, short: str) -> Kept[SafeguardingConcern]:
    """Return the concern that was chosen."""
    return next(k for k in case.safety.concerns if short_id(k.id) == short)


def make_case_review(
    work: Work,
    case: Casefile,
    given: Mapping[str, Any],
    *,
    then: Callable[[datetime], Reading],
    defaults: Defaults,
) -> PartsPaper:
    """Log that the paper is made and who is told, and return it.

    `then` gives a way to read what was known at a moment.
    """
    file, on = case.person.file, work.clock.today()
    concern, told = concern_meant(case, given["concern"]), leaving_from(given)
    theirs = told.rests in (Rests.TO_THE_PERSON, Rests.HANDED_ON)
    if theirs and concern.id in kept_back(case):
        raise NotForThem(case)
    paper = Paper(
        PaperKind.SAFEGUARDING, on, recipient=told.recipient, purpose=told.purpose
    )
    log_leaving(work, file, paper, told, case=case, items=(RECORD,))
    marks = sheet(
        work,
        case.person.record.code,
        recipient=told.recipient,
        purpose=told.purpose,
        on=on,
    )
    known = then(concern.record.at)
    opened = case.person.recorded_at <= concern.record.at
    work.clear_draft(file, FORM)
    return case_review_pack(
        case,
        known.casefile(file) if opened else _nothing(case),
        concern,
        marks,
        defaults=defaults,
        partners=work.service_records("").partners,
    )


def _nothing(case: Casefile) -> Casefile:
    """Return a file in which nothing was known yet."""
    return type(case)(person=case.person)
