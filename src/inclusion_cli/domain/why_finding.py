"""Why a finding of the audit is there: its rule, what it rests on, what mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_month import say_month
from inclusion_cli.domain.audit_names import LENGTH, LETTERS
from inclusion_cli.domain.audit_rules import NAMES
from inclusion_cli.domain.audit_since import Doing
from inclusion_cli.domain.record import record
from inclusion_cli.domain.ties import Tie
from inclusion_cli.domain.why import ties_to

if TYPE_CHECKING:
    from inclusion_cli.domain.audit_page import AuditPage, FindingLine
    from inclusion_cli.domain.casefile import Casefile


@record
class FindingWhy:
    """Why a finding is there. `handle` is what the audit prints before it.

    `kept` says that it stands in an audit that was kept; `looked_at` is how many things
    its rule looked at, None where nobody counted. `ids` are the records nobody's file
    holds.
    """

    handle: str
    month: str
    kept: bool
    code: str
    person: str
    grade: str
    rule: str
    looks: str
    why: str
    says: str
    looked_at: int | None
    action: Doing
    known: bool
    records: tuple[Tie, ...]
    ids: tuple[str, ...]
    command: tuple[str, ...]


def may_be_finding(typed: str) -> bool:
    """Say whether something typed looks like what an audit prints of a finding."""
    wanted = typed.strip()
    letters = len(wanted) == LENGTH and all(one in LETTERS for one in wanted.upper())
    return letters or wanted.casefold() in NAMES


def finding_why(
    page: AuditPage, line: FindingLine, case: Casefile | None
) -> FindingWhy:
    """Return why a finding of an audit is there."""
    rule = NAMES.get(line.rule)
    counted = (one.of for one in page.rules if one.name == line.rule)
    found = ties_to(case, set(line.records)) if case else ()
    told = {one.id for one in found}
    return FindingWhy(
        handle=line.handle,
        month=say_month(page.month),
        kept=page.kept_on is not None,
        code=line.code,
        person=line.name,
        grade=line.grade.value,
        rule=line.rule,
        looks=rule.looks if rule else "",
        why=line.why,
        says=line.says,
        looked_at=next(counted, None),
        action=line.action,
        known=line.known,
        records=found,
        ids=tuple(one for one in line.records if one not in told),
        command=line.mend,
    )
