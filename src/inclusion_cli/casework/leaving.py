"""Logging a paper that leaves, as a paper and as a disclosure, before it appears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.disclosure import Disclosure, Ground, Rests
from inclusion_cli.domain.leaving import Leaving, consent_for, why_not
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.paper import Paper
    from inclusion_cli.store.work import Work


class NotAgreed(RuleSaysNo):
    """The person has not agreed to this, for this recipient, on this day."""

    def __init__(self, told: str, code: str) -> None:
        super().__init__(told)
        self.hint = say(
            "To see what stands, type: inclusion consent list {code}. In danger, type: "
            "inclusion disclosure add {code}",
            code=code,
        )


def leaving_from(answers: Mapping[str, Any]) -> Leaving:
    """Return for whom a paper is and what it rests on, as it was answered.

    Where nothing is asked about what it rests on, nobody is named in the paper.
    """
    rests = Rests(answers.get("rests") or Rests.NO_PERSON_NAMED.value)
    ground = answers.get("ground") if rests is Rests.WITHOUT_CONSENT else None
    return Leaving(
        recipient=answers["recipient"],
        role=answers.get("recipient_role") or "",
        purpose=answers["purpose"],
        rests=rests,
        ground=Ground(ground) if ground else None,
        harm=(answers.get("harm") or "") if ground else "",
        decided_by=(answers.get("decided_by") or "") if ground else "",
    )


def check_leaving(
    work: Work, case: Casefile | None, leaving: Leaving, items: Iterable[str] = ()
) -> Leaving:
    """Return it with the consent it rests on. Raises NotAgreed where there is none."""
    if leaving.rests is not Rests.CONSENT:
        return leaving
    assert case is not None, "consent is a person's"
    today = work.clock.today()
    if why := why_not(case, leaving, items, on=today):
        raise NotAgreed(why, case.person.record.code)
    consent = consent_for(case, leaving, on=today)
    assert consent is not None, "why_not found one"
    return replace(leaving, consent=consent.id, partner=consent.record.partner)


def log_leaving(
    work: Work,
    file: str,
    paper: Paper,
    leaving: Leaving,
    *,
    case: Casefile | None = None,
    items: Iterable[str] = (),
) -> Kept[Disclosure]:
    """Write that a paper is made and that its recipient is told, before it is.

    `case` is the person it is about as they stand now, read in this work; `items` are
    what it tells. Raises NotAgreed where it rests on consent, and that is missing,
    expired, taken back, or for somebody or something else.
    """
    items = tuple(items)
    leaving = check_leaving(work, case, leaving, items)
    told = replace(paper, recipient=leaving.recipient, purpose=leaving.purpose)
    kept = work.add(told, file=file)
    return work.add(disclosure_of(work, leaving, items=items, paper=kept.id), file=file)


def disclosure_of(
    work: Work, leaving: Leaving, *, items: tuple[str, ...], paper: str = ""
) -> Disclosure:
    """Return the record that a recipient was told."""
    known = leaving.rests is not Rests.WITHOUT_CONSENT
    return Disclosure(
        on=work.clock.today(),
        recipient=leaving.recipient,
        role=leaving.role,
        purpose=leaving.purpose,
        rests=leaving.rests,
        items=items,
        partner=leaving.partner,
        consent=leaving.consent,
        ground=leaving.ground,
        harm=leaving.harm,
        decided_by=leaving.decided_by,
        told_person=True if known else None,
        paper=paper,
    )
