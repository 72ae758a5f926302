"""The last part of an inspector's pack: known weaknesses, and what is done about them.

Contents: practice reference 6.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_rules import NAMES
from inclusion_cli.domain.inspector_lines import gap, told
from inclusion_cli.domain.paper_parts import PaperLine
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit import Audit, AuditFinding
    from inclusion_cli.domain.inspector_gather import Gathered


def weaknesses(it: Gathered, audit: Audit) -> Iterator[PaperLine]:
    """Return what an audit finds today, what is late, and limits without authority."""
    by_rule: dict[str, list[AuditFinding]] = {}
    for finding in audit.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    for rule, found in by_rule.items():
        ids = [record for one in found for record in one.records]
        known = NAMES[rule]
        says = say(
            "Grade {grade}, {times}: {looks}",
            grade=known.grade.value,
            times=say_many("found {number} time", "found {number} times", len(found)),
            looks=known.looks,
        )
        none = say("{says} No evidence found in any record.", says=says)
        yield told(says, ids) if ids else PaperLine(none, strong=True)
    late = it.of("overdue")
    if late:
        says = say_many(
            "{number} action is past its day.",
            "{number} actions are past their day.",
            len(late),
        )
        yield told(says, late)
    owed = it.of("closed_and_owed")
    if owed:
        says = say_many(
            "{number} incident is closed, and a call or a review is still owed.",
            "{number} incidents are closed, and calls or reviews are still owed.",
            len(owed),
        )
        yield told(says, owed)
    bare = [one.id for one in it.limits if one.without_authority]
    if bare:
        says = say_many(
            "{number} limit is in force without current authority.",
            "{number} limits are in force without current authority.",
            len(bare),
        )
        yield told(says, bare)
    if not (by_rule or late or owed or bare):
        yield gap(say("a weakness that an audit of today finds"))
    yield from _doing(it)


def _doing(it: Gathered) -> Iterator[PaperLine]:
    """Return what is done about it."""
    doing = it.of("actions")
    done = it.of("done")
    if doing:
        says = say(
            "What is done about it. Actions agreed: {n}. Done in this year: {done}.",
            n=len(doing),
            done=len(done),
        )
        yield told(says, doing)
    else:
        yield gap(say("an action agreed to mend any of it"))
