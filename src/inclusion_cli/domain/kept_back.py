"""What no paper tells, and the person's own copy neither: the one rule of it, with why.

What could bring somebody into danger, and what it was decided not to tell yet. Source:
practice reference 4.3 (do not alert who may be the source).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.concerns import fit_for_paper
from inclusion_cli.domain.disclosure import Ground
from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

SAFETY = say("Telling it now could bring somebody into danger.")
NOT_TOLD = say("It was decided that they are not told yet.")
_SOURCES = frozenset({Ground.STAFF_IMPLICATED, Ground.COERCION})


def kept_back(case: Casefile) -> dict[str, str]:
    """Return the records that no paper tells, with why, by id.

    A restricted concern takes with it the incident it came of and all that came of it.
    """
    safety = case.safety
    found = {k.id: SAFETY for k in safety.concerns if not fit_for_paper(k.record)}
    papers = [p for p in case.papers if p.record.kind is PaperKind.SAFEGUARDING]
    found |= {paper.id: SAFETY for paper in papers if found}
    found |= dict(_untold(case))
    tied: tuple[Kept[Any], ...] = (
        *(*safety.incidents, *safety.concerns, *safety.disclosures),
        *(*safety.case_reviews, *safety.after_actions, *safety.actions),
    )
    before = -1
    while before != len(found):
        before = len(found)
        for kept in tied:
            links = {getattr(kept.record, name, "") for name in LINKS} - {""}
            if kept.id in found:
                found |= {link: found[kept.id] for link in links if link not in found}
            elif links & found.keys():
                found[kept.id] = SAFETY
    return found


LINKS = ("concern", "incident", "of", "paper")
"""Fields that say what a record came of, or which paper it is about."""


def _untold(case: Casefile) -> Iterator[tuple[str, str]]:
    for kept in case.safety.disclosures:
        if kept.record.ground in _SOURCES:
            yield kept.id, SAFETY
        elif kept.record.told_person is False:
            yield kept.id, NOT_TOLD
