"""Making the continuity pack: logged in the file of each person it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.consent_items import RECORD
from inclusion_cli.domain.continuity import continuity
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.home import DraftNote
    from inclusion_cli.domain.paper_parts import PartsPaper
    from inclusion_cli.domain.safety import ServiceRecords
    from inclusion_cli.store.work import Work

FORM = "pack_continuity"
PURPOSE = say("To carry on if this laptop is lost")
EVERYBODY = say("Everybody")


def make_continuity(
    work: Work,
    cases: tuple[Casefile, ...],
    given: Mapping[str, Any],
    *,
    drafts: Iterable[DraftNote],
    where: Mapping[str, str],
    defaults: Defaults,
    ours: ServiceRecords,
) -> PartsPaper:
    """Log the paper and that a colleague is told, in each file, and return it."""
    on = work.clock.today()
    told = Leaving(given["recipient"], given["recipient_role"], PURPOSE, Rests.OWN_TEAM)
    for case in cases:
        paper = Paper(
            PaperKind.CONTINUITY, on, recipient=told.recipient, purpose=PURPOSE
        )
        log_leaving(work, case.person.file, paper, told, case=case, items=(RECORD,))
    code = cases[0].person.record.code if len(cases) == 1 else EVERYBODY
    marks = sheet(work, code, recipient=told.recipient, purpose=PURPOSE, on=on)
    return continuity(
        cases,
        marks,
        now=work.clock.now(),
        defaults=defaults,
        drafts=drafts,
        where=where,
        ours=ours,
    )
