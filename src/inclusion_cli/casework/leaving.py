"""Logging a paper that leaves, as a paper and as a disclosure, before it appears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.disclosure import Disclosure, Ground, Rests
from inclusion_cli.domain.leaving import Leaving, consent_for, not_theirs, why_not
from inclusion_cli.domain.values import YES
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
            "To change who gets it, what for, or on what it rests, type the same "
            "command again. To see what stands, type: inclusion consent list {code}. "
            "To ask anew: inclusion consent give {code}. In danger, type: inclusion "
            "disclosure add {code}",
            code=code,
        )


def leaving_from(answers: Mapping[str, Any]) -> Leaving:
    """Return for whom a paper is and what it rests on, as it was answered.

    Where nothing is asked about what it rests on, nobody is named in the paper. What
    the person hands on rests on their own yes.
    """
    rests = Rests(answers.get("rests") or Rests.NO_PERSON_NAMED.value)
    handed = answers.get("hands_on") if rests is Rests.TO_THE_PERSON else None
    if handed:
        rests = Rests.HANDED_ON
    ground = answers.get("ground") if rests is Rests.WITHOUT_CONSENT else None
    return Leaving(
        recipient=answers["recipient"],
        role=answers.get("recipient_role") or "",
        purpose=answers["purpose"],
        rests=rests,
        ground=Ground(ground) if ground else None,
        harm=(answers.get("harm") or "") if ground else "",
        decided_by=(answers.get("decided_by") or "") if ground else "",
        said_yes=handed == YES,
    )


def check_leaving(
    work: Work, case: Casefile | None, leaving: Leaving, items: Iterable[str] = ()
) -> Leaving:
    """Return it with the consent it rests on, as it stands in this moment.

    Raises NotAgreed where there is none, and where a paper for the person alone goes to
    somebody else without their yes.
    """
    if leaving.rests in (Rests.TO_THE_PERSON, Rests.HANDED_ON):
        assert case is not None, "it is a person's"
        if why := not_theirs(case, leaving):
            raise NotAgreed(why, case.person.record.code)
    if leaving.rests is not Rests.CONSENT:
        return leaving
    assert case is not None, "consent is a person's"
    today, now = work.clock.today(), work.casefile(case.person.file)
    if why := why_not(now, leaving, items, on=today):
        raise NotAgreed(why, now.person.record.code)
    consent = consent_for(now, leaving, on=today)
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

    `case` is the person it is about, whose consent is read anew; `items` are what it
    tells. Raises NotAgreed where it rests on consent, and that is missing,
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
    """Return the record that a recipient was told; who was not asked may not know."""
    asked = leaving.rests is Rests.HANDED_ON and leaving.said_yes
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
        told_person=True if asked else None,
        paper=paper,
    )
