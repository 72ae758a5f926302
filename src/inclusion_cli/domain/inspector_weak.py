"""Part 13 of an inspector's pack: what is weak, and what is done about it.

Whatever another part of the paper shows as open is named here too, with its records:
an audit looks at one month, and a paper that hides what it shows is not believed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_rules import NAMES
from inclusion_cli.domain.concerns import MISSING_WORDS, missing
from inclusion_cli.domain.inspector_lines import gap, told
from inclusion_cli.domain.inspector_risk import lacks
from inclusion_cli.domain.paper_parts import PaperLine
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from inclusion_cli.domain.audit import Audit, AuditFinding
    from inclusion_cli.domain.inspector_gather import Gathered


def weaknesses(it: Gathered, audit: Audit) -> Iterator[PaperLine]:
    """Return what an audit finds today, and what stands open in the other parts."""
    weak = (*_found(audit), *_limits(it), *_concerns(it), *_open(it))
    yield from weak or (gap(say("a weakness that an audit of the day finds")),)
    doing, done = it.of("actions"), it.of("done")
    if doing:
        says = say(
            "What is done about it. Actions agreed: {n}. Done in this year: {done}.",
            n=len(doing),
            done=len(done),
        )
        yield told(says, doing)
    else:
        yield gap(say("an action agreed to mend any of it"))


def _found(audit: Audit) -> Iterator[PaperLine]:
    """Return what each rule of an audit of today finds."""
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


def _limits(it: Gathered) -> Iterator[PaperLine]:
    """Return the limits without authority, and those that lack what part 3 asks for."""
    if bare := [one.id for one in it.limits if one.without_authority]:
        says = say_many(
            "{number} limit is in force without current authority.",
            "{number} limits are in force without current authority.",
            len(bare),
        )
        yield told(says, bare)
    lacking = [(one.id, lacks(one)) for one in it.limits]
    yield from _lacking(
        lacking,
        lambda number, what: say_many(
            "{number} limit with no evidence of {what}.",
            "{number} limits with no evidence of {what}.",
            number,
            what=what,
        ),
    )


def _concerns(it: Gathered) -> Iterator[PaperLine]:
    """Return the concerns that are open, and those that lack what part 4 asks for."""
    lacking = [
        (kept.id, tuple(MISSING_WORDS[key] for key in missing(kept.record)))
        for kept in it.concerns
    ]
    yield from _lacking(
        lacking,
        lambda number, what: say_many(
            "{number} safeguarding concern with no evidence of {what}.",
            "{number} safeguarding concerns with no evidence of {what}.",
            number,
            what=what,
        ),
    )
    if still := [kept.id for kept in it.concerns if kept.record.closed_on is None]:
        says = say_many(
            "{number} safeguarding concern is open.",
            "{number} safeguarding concerns are open.",
            len(still),
        )
        yield told(says, still)


def _lacking(
    lacking: Iterable[tuple[str, tuple[str, ...]]], says: Callable[[int, str], str]
) -> Iterator[PaperLine]:
    """Return records by what they lack, those that lack the same in one line."""
    found: dict[tuple[str, ...], list[str]] = {}
    for kept_id, missing_of in lacking:
        if missing_of:
            found.setdefault(missing_of, []).append(kept_id)
    for what, ids in found.items():
        yield told(says(len(ids), and_list(what)), ids)


def _open(it: Gathered) -> Iterator[PaperLine]:
    """Return what is not closed, not signed, not read, or past its day."""
    incidents = [kept.id for kept in it.incidents if kept.record.closed_on is None]
    yield from _counted(
        incidents,
        lambda number: say_many(
            "{number} incident or near miss is open.",
            "{number} incidents and near misses are open.",
            number,
        ),
    )
    yield from _counted(
        it.of("closed_and_owed"),
        lambda number: say_many(
            "{number} incident is closed, and a call or a review is still owed.",
            "{number} incidents are closed, and calls or reviews are still owed.",
            number,
        ),
    )
    yield from _papers(it)


def _papers(it: Gathered) -> Iterator[PaperLine]:
    """Return formulations not signed or not read, and actions past their day."""
    yield from _counted(
        it.of("draft"),
        lambda number: say_many(
            "{number} formulation is not signed.",
            "{number} formulations are not signed.",
            number,
        ),
    )
    yield from _counted(
        it.of("unread"),
        lambda number: say_many(
            "{number} formulation was not read by anybody else.",
            "{number} formulations were not read by anybody else.",
            number,
        ),
    )
    yield from _counted(
        it.of("overdue"),
        lambda number: say_many(
            "{number} action is past its day.",
            "{number} actions are past their day.",
            number,
        ),
    )


def _counted(ids: Sequence[str], says: Callable[[int], str]) -> Iterator[PaperLine]:
    if ids:
        yield told(says(len(ids)), ids)
