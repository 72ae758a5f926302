"""Parts 4 to 6 of an inspector's pack: concerns, incidents, audits. Reference 6.3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_month import say_month
from inclusion_cli.domain.concern import Achieved, WishesAsked
from inclusion_cli.domain.concern_words import decided_words
from inclusion_cli.domain.concerns import MISSING_WORDS, missing
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.incident import Level
from inclusion_cli.domain.incident_words import level_then
from inclusion_cli.domain.inspector_lines import counted, gap, spread_in, told
from inclusion_cli.domain.values import and_list, lowered
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit import Audit
    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.inspector_gather import Gathered
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.numbers_total import ServiceNumbers
    from inclusion_cli.domain.paper_parts import PaperLine
    from inclusion_cli.domain.safety import ServiceRecords


def safeguarding(it: Gathered, numbers: ServiceNumbers) -> Iterator[PaperLine]:
    """Return the log of concerns: manager, wishes, decision, what came about."""
    if not it.concerns:
        yield gap(say("a safeguarding concern in this year"))
        return
    hours = spread_in(numbers, "hours_to_manager")
    if hours.median is not None:
        yield told(
            say_many(
                "Hours until a manager knew of {number} concern: {hours} at most.",
                "Hours until a manager knew, in half of {number} concerns: {hours} at "
                "most.",
                hours.n,
                hours=-(-hours.median // 10),
            ),
            hours.ids,
            of=hours.n,
        )
    for kept in sorted(it.concerns, key=lambda kept: kept.order):
        yield told(_concern(kept), [kept.id])
    yield from counted(
        it.of("case_reviews"),
        say("Reviewed for what can be learned: {n}.", n=len(it.of("case_reviews"))),
        say("a review of a concern for what can be learned"),
    )


WISHES = {
    WishesAsked.EXPRESSED: say("their wishes were asked and told"),
    WishesAsked.NONE_EXPRESSED: say("their wishes were asked, none was told"),
    WishesAsked.NOT_ASKED: say("their wishes were not asked, and it says why"),
}
CAME = {
    Achieved.FULLY: say("what they wished for came about"),
    Achieved.PARTLY: say("what they wished for came about in part"),
    Achieved.NOT: say("what they wished for did not come about"),
}


def _concern(kept: Kept[SafeguardingConcern]) -> str:
    """Return one concern without its words."""
    said = kept.record
    parts = [WISHES[said.wishes_asked]] if said.wishes_asked else []
    if said.decided:
        how = decided_words(said)
        parts.append(say("{how}, with the reason", how=how) if said.why else how)
    if said.achieved:
        parts.append(CAME[said.achieved])
    parts.append(say("closed") if said.closed_on else say("open"))
    line = say(
        "Concern of {day}: {parts}.", day=say_day(kept.on), parts=", ".join(parts)
    )
    lacks = [MISSING_WORDS[key] for key in missing(said)]
    if lacks:
        line += " " + say("No evidence found: {lacks}.", lacks=and_list(lacks))
    return line


def _ours(number: int) -> str:
    """Return how many of the incidents are of the service, "" for none."""
    if not number:
        return ""
    return say(
        " Of these {number} of the service, of nobody in particular.", number=number
    )


def incidents(it: Gathered) -> Iterator[PaperLine]:
    """Return incidents by level, what was learned, and the actions that came of it."""
    found = it.incidents
    if found:
        levels = [
            (level_then(level), sum(kept.record.level is level for kept in found))
            for level in Level
        ]
        ungraded = sum(kept.record.level is None for kept in found)
        levels.append((say("Not graded"), ungraded))
        said = "; ".join(f"{lowered(words)}: {n}" for words, n in levels if n)
        open_ = sum(kept.record.closed_on is None for kept in found)
        yield told(
            say(
                "Incidents and near misses: {n} ({levels}). Still open: {open}.",
                n=len(found),
                levels=said,
                open=open_,
            )
            + _ours(len(it.of("ours"))),
            [kept.id for kept in found],
        )
    else:
        yield gap(say("an incident or near miss in this year"))
    after = it.of("after_actions")
    yield from counted(
        after,
        say(
            "After-action reviews of what was expected, what came, and why: {n}.",
            n=len(after),
        ),
        say("an after-action review in this year"),
    )
    done, seen = it.of("done"), it.of("with_evidence")
    yield from counted(
        done,
        say(
            "Actions done: {n}. With evidence: {seen}. Looked at again to see if they "
            "worked: {again}.",
            n=len(done),
            seen=len(seen),
            again=len(it.of("looked_at_again")),
        ),
        say("an action that was done in this year"),
    )


def audits(it: Gathered, service: ServiceRecords) -> Iterator[PaperLine]:
    """Return the audits that were kept, and the files that a person read for them."""
    kept = [audit for audit in service.audits if audit.record.on >= it.first]
    if not kept:
        yield gap(say("a monthly audit that was kept in this year"))
        return
    for one in kept:
        yield told(_audit(one), [one.id])
    reads = [read for read in service.sample_reads if read.record.on >= it.first]
    yield from counted(
        [read.id for read in reads],
        say("Files of the samples that a person has read: {n}.", n=len(reads)),
        say("a file of the samples that a person has read"),
    )


def _audit(kept: Kept[Audit]) -> str:
    audit = kept.record
    grades = [
        say("{n} of grade {grade}", n=n, grade=grade.value)
        for grade in Grade
        if (n := sum(found.grade is grade for found in audit.findings))
    ]
    careful = sum(found.side is AuditSide.CAUTION for found in audit.findings)
    return say(
        "Audit of {month}, kept on {day}. Files: {people}. Found: {n} ({grades}). "
        "About too much caution: {careful}.",
        month=say_month(audit.month),
        day=say_day(kept.on),
        people=audit.people,
        n=len(audit.findings),
        grades=and_list(grades) or say("none"),
        careful=careful,
    )
