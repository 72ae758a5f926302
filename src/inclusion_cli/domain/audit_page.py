"""An audit as it is read: risk beside caution, each finding with what mends it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_month import say_month
from inclusion_cli.domain.audit_names import handle
from inclusion_cli.domain.audit_rules import NAMES, RULES
from inclusion_cli.domain.audit_sample_lines import SampleLine, sample_lines, who
from inclusion_cli.domain.audit_since import (
    Actions,
    Doing,
    Since,
    actions_of_findings,
    doing,
    since,
)
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.audit import Audit, AuditFinding, SampleRead
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person

GRADE_A_OPEN = 30
"""The exit code where something of grade A is open; no other result has it."""


FILE_CLOSED = say("The file is closed: keep the audit, then act on it there.")
"""What stands where no command of the person's file can mend a finding any more."""


@record
class FindingLine:
    """One finding as it is read.

    `handle` is what is typed; `known` says that it was there in the earlier audit.
    """

    handle: str
    key: str
    rule: str
    number: int
    grade: Grade
    side: AuditSide
    name: str
    code: str
    says: str
    why: str
    records: tuple[str, ...]
    mend: tuple[str, ...]
    action: Doing = Doing.NONE
    known: bool = False


@record
class RuleLine:
    """One rule: what it looks for and why, what it looked at, and what it found.

    `of` and `found` are None where the rules are only listed.
    """

    number: int
    name: str
    grade: Grade
    side: AuditSide
    looks: str
    why: str
    counts: str
    of: int | None = None
    found: int | None = None
    cannot: str = ""


@record
class RuleList:
    """The thirty rules, as `--list` shows them."""

    rules: tuple[RuleLine, ...]


@record
class EarlierLine:
    """A finding of the earlier audit, and what became of it."""

    handle: str
    rule: str
    grade: Grade
    name: str
    code: str
    says: str
    since: Since
    action: Doing


@record
class AuditPage:
    """An audit as it is read.

    `kept_on` is the day it was kept, None where it was looked at; then `last_kept` is
    the day one of this month was kept, if it was, and `after` how many findings of
    grade A stand on the day it is run and are not of its month. `earlier` tells what
    became of the audit of `earlier_month`, run on `earlier_on`. `whole` is False where
    some rules were not run.
    """

    month: str
    said: str
    on: date
    people: int
    risk: tuple[FindingLine, ...]
    caution: tuple[FindingLine, ...]
    record: tuple[FindingLine, ...]
    rules: tuple[RuleLine, ...]
    seed: int
    sample: tuple[SampleLine, ...]
    earlier: tuple[EarlierLine, ...] = ()
    earlier_month: str = ""
    earlier_on: date | None = None
    kept_on: date | None = None
    last_kept: date | None = None
    whole: bool = True
    note: str = ""
    after: int = 0

    @property
    def findings(self) -> tuple[FindingLine, ...]:
        """Return every finding, risk first, and caution after it."""
        return (*self.risk, *self.caution, *self.record)

    @property
    def open_a(self) -> int:
        """Return how many findings of grade A there are in its month."""
        return sum(line.grade is Grade.A for line in self.findings)

    @property
    def exit_code(self) -> int:
        """Return 30 where something of grade A is open, of its month or since."""
        return GRADE_A_OPEN if self.open_a or self.after else 0


def rule_list() -> RuleList:
    """Return the thirty rules."""
    return RuleList(tuple(_rule(rule.name) for rule in RULES))


def audit_page(
    audit: Audit,
    people: Mapping[str, Kept[Person]],
    *,
    earlier: Audit | None = None,
    actions: Iterable[Kept[Action]] = (),
    reads: Iterable[Kept[SampleRead]] = (),
    kept_on: date | None = None,
    last_kept: date | None = None,
    after: int = 0,
) -> AuditPage:
    """Return an audit as it is read: with names, and what became of the earlier one."""
    doings = actions_of_findings(actions)
    known = {finding.key for finding in earlier.findings} if earlier else set()
    lines = [_line(f, people, audit, doings, known) for f in audit.findings]
    return AuditPage(
        month=audit.month,
        said=say_month(audit.month),
        on=audit.on,
        people=audit.people,
        risk=tuple(line for line in lines if line.side is AuditSide.RISK),
        caution=tuple(line for line in lines if line.side is AuditSide.CAUTION),
        record=tuple(line for line in lines if line.side is AuditSide.RECORD),
        rules=_rules(audit),
        seed=audit.seed,
        sample=sample_lines(audit, people, reads),
        earlier=_earlier(earlier, audit, people, doings) if earlier else (),
        earlier_month=say_month(earlier.month) if earlier else "",
        earlier_on=earlier.on if earlier else None,
        kept_on=kept_on,
        last_kept=last_kept,
        whole=len(audit.looked) == len(RULES),
        note=audit.note,
        after=after,
    )


def earlier_title(page: AuditPage) -> str:
    """Return which earlier audit a page is held against, with its day; "" for none."""
    if page.earlier_on is None:
        return ""
    return say(
        "Since the earlier audit, of {month}, run on {day}",
        month=page.earlier_month,
        day=say_day(page.earlier_on),
    )


def _line(
    finding: AuditFinding,
    people: Mapping[str, Kept[Person]],
    audit: Audit,
    doings: Actions,
    known: set[str],
) -> FindingLine:
    rule, (name, code) = NAMES.get(finding.rule), who(finding.file, people)
    return FindingLine(
        handle=handle(finding.key),
        key=finding.key,
        rule=finding.rule,
        number=rule.number if rule else 0,
        grade=finding.grade,
        side=finding.side,
        name=name,
        code=code,
        says=finding.says,
        why=rule.why if rule else "",
        records=finding.records,
        mend=finding.mend,
        action=doing(doings.get(finding.key), on=audit.on),
        known=finding.key in known,
    )


def _rule(name: str, **told: int | str) -> RuleLine:
    rule = NAMES[name]
    return RuleLine(
        rule.number,
        rule.name,
        rule.grade,
        rule.side,
        rule.looks,
        rule.why,
        rule.counts,
        **told,  # type: ignore[arg-type]
    )


def _rules(audit: Audit) -> tuple[RuleLine, ...]:
    found = [finding.rule for finding in audit.findings]
    return tuple(
        _rule(one.rule, of=one.of, found=found.count(one.rule), cannot=one.cannot)
        for one in audit.counted
        if one.rule in NAMES
    )


def _earlier(
    earlier: Audit, now: Audit, people: Mapping[str, Kept[Person]], doings: Actions
) -> tuple[EarlierLine, ...]:
    lines = []
    for one in since(earlier, now, doings):
        name, code = who(one.finding.file, people)
        lines.append(
            EarlierLine(
                handle(one.finding.key),
                one.finding.rule,
                one.finding.grade,
                name,
                code,
                one.finding.says,
                one.since,
                one.doing,
            )
        )
    return tuple(lines)
