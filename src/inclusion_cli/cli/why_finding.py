"""`inclusion why` of what an audit prints: the letters of a finding, or its rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.casework import audit as acts
from inclusion_cli.casework.look_up import case_of
from inclusion_cli.cli.audit import audit_of
from inclusion_cli.domain.audit_month import read_month
from inclusion_cli.domain.audit_names import findings_named, rules_named
from inclusion_cli.domain.values import and_list
from inclusion_cli.domain.why_finding import FindingWhy, finding_why, may_be_finding
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.audit_page import AuditPage

MONTHS = ("", "this")
"""The months that are looked at where no kept audit has it: as `inclusion audit`."""


class SeveralFindings(NotUnderstood):
    """A rule was named that found more than one thing."""

    hint = say("Type the letters that stand before the finding you mean.")

    def __init__(self, rule: str, letters: tuple[str, ...]) -> None:
        super().__init__(
            say(
                "{rule} found more than one thing: {letters}.",
                rule=rule,
                letters=and_list(letters),
            )
        )


def finding_behind(desk: Desk, typed: str) -> FindingWhy | None:
    """Return why a finding is there, None where no audit prints what was typed.

    Kept audits are looked at first, the newest foremost; then it is audited now.
    Raises SeveralFindings.
    """
    if not may_be_finding(typed):
        return None
    for page in _pages(desk):
        found = findings_named(typed, {one.handle: one.rule for one in page.findings})
        if len(found) > 1:
            raise SeveralFindings(typed.strip().casefold(), found)
        for line in page.findings:
            if line.handle in found:
                people = desk.reading.people()
                file = next((p.file for p in people if p.record.code == line.code), "")
                return finding_why(page, line, case_of(desk.reading, file))
    return None


def _pages(desk: Desk) -> Iterator[AuditPage]:
    worker = desk.worker.id
    for kept in reversed(desk.reading.service_records(worker).audits):
        yield acts.page_of(desk.reading, kept.record, worker=worker, kept=kept)
    for month in MONTHS:
        named = read_month(month, desk.clock.today())
        audit, _after = audit_of(desk, named, rules_named(()))
        yield acts.page_of(desk.reading, audit, worker=worker)
