"""An audit as a page: risk and caution in two parts of equal weight, then records."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_page import (
    FILE_CLOSED,
    AuditPage,
    FindingLine,
    RuleLine,
    RuleList,
    earlier_title,
)
from inclusion_cli.domain.audit_since import DOING_WORDS, SINCE_WORDS, Doing
from inclusion_cli.domain.dates import say_day
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST = 8
"""So many findings of one rule are shown; the others are told by their number."""
GRADES = {
    "A": say("act today"),
    "B": say("this month"),
    "C": say("take note"),
}


def picture(record: AuditPage | RuleList) -> Iterator[Block | None]:
    """Return an audit, or the list of its rules, as a page."""
    if isinstance(record, RuleList):
        return _listed(record)
    return _audit(record)


def _listed(found: RuleList) -> Iterator[Block]:
    yield Title(say("The 30 rules of the audit"))
    yield Line(say("A: act today. B: this month. C: take note."))
    for part, side in (
        (say("Risk nobody is managing"), "risk"),
        (say("Caution nobody can justify"), "caution"),
        (say("The records themselves"), "record"),
    ):
        yield Heading(part)
        rules = [rule for rule in found.rules if rule.side.value == side]
        yield Items(tuple(_rule_row(rule) for rule in rules))
    yield Command(say("Next:"), ("audit", "--only", found.rules[0].name))


def _rule_row(rule: RuleLine) -> tuple[str, str, str]:
    return f"{rule.number}", f"{rule.grade.value}  {rule.name}", _looks(rule)


def _looks(rule: RuleLine) -> str:
    return f"{rule.looks} {rule.why}"


def _audit(found: AuditPage) -> Iterator[Block]:
    yield Title(say("Audit of {month}", month=found.said))
    yield Line(_about(found))
    yield Line(
        say(
            "What happened is of {month}. How plans, papers and limits stand is of "
            "{day}.",
            month=found.said,
            day=say_day(found.on),
        ),
    )
    if found.note:
        yield Line(found.note)
    yield from _part(say("Risk nobody is managing"), found.risk)
    yield from _part(say("Caution nobody can justify"), found.caution)
    if found.record or found.whole:
        yield from _part(say("The records themselves"), found.record)
    yield from _earlier(found)
    yield from _not_looked(found)
    yield from _sample(found)
    yield from _next(found)


def _about(found: AuditPage) -> str:
    people = say_many("{number} person", "{number} people", found.people)
    rules = say_many("{number} rule", "{number} rules", len(found.rules))
    told = say(
        "{people}, {rules}, looked at on {day}.",
        people=people,
        rules=rules,
        day=say_day(found.on),
    )
    kept = say(" Kept on {day}.", day=say_day(found.kept_on)) if found.kept_on else ""
    if found.last_kept:
        kept = say(" One was kept on {day}.", day=say_day(found.last_kept))
    return f"{told}{kept}"


def _part(title: str, lines: tuple[FindingLine, ...]) -> Iterator[Block]:
    """Return one part: its findings, rule by rule, each with what mends it."""
    number = say_many("{number} finding", "{number} findings", len(lines))
    yield Heading(f"{title}: {number}")
    if not lines:
        yield Line(say("Nothing was found."), indent=2)
    for (grade, name), mine in groupby(lines, key=lambda one: (one.grade, one.rule)):
        of_rule = tuple(mine)
        told = f"{grade.value}, {GRADES[grade.value]}: {name}. {of_rule[0].why}"
        yield Line(told, strong=grade.value == "A")
        for line in of_rule[:MOST]:
            yield Items(((line.handle, _who(line), _says(line)),))
            if line.mend:
                yield Command(say("  To mend it:"), line.mend)
            else:
                yield Line(FILE_CLOSED, indent=2)
        if more := len(of_rule) - MOST:
            yield from _more(name, more)


def _more(name: str, more: int) -> Iterator[Block]:
    if more > 0:
        told = say_many("And {number} more:", "And {number} more:", more)
        yield Command(f"  {told}", ("audit", "--only", name, "--json"))


def _who(line: FindingLine) -> str:
    return f"{line.name} ({line.code})" if line.code else say("The service")


def _says(line: FindingLine) -> str:
    seen = say(" It was there in the audit before.") if line.known else ""
    doing = DOING_WORDS[line.action]
    acted = "" if line.action is Doing.NONE else f" {doing[0].upper()}{doing[1:]}."
    return f"{line.says}{seen}{acted}"


def _earlier(found: AuditPage) -> Iterator[Block]:
    if not found.earlier_month:
        return
    yield Heading(earlier_title(found))
    if not found.earlier:
        yield Line(say("It had found nothing."), indent=2)
        return
    became = Counter(line.since for line in found.earlier)
    told = [f"{number} {SINCE_WORDS[since]}" for since, number in became.items()]
    yield Line(f"{', '.join(told)}.", indent=2)
    acted = [line for line in found.earlier if line.action is not Doing.NONE]
    rows = (
        (
            line.handle,
            f"{line.name} ({line.code})" if line.code else say("The service"),
            say(
                "{rule}: {since}, {doing}.",
                rule=line.rule,
                since=SINCE_WORDS[line.since],
                doing=DOING_WORDS[line.action],
            ),
        )
        for line in acted
    )
    yield from _if_any(tuple(rows))


def _if_any(rows: tuple[tuple[str, str, str], ...]) -> Iterator[Block]:
    if rows:
        yield Items(rows)


def _not_looked(found: AuditPage) -> Iterator[Block]:
    blind = [rule for rule in found.rules if rule.cannot]
    if blind:
        yield Heading(say("What could not be looked at"))
        yield named((rule.name, rule.cannot) for rule in blind)


def _sample(found: AuditPage) -> Iterator[Block]:
    if not found.sample or not found.whole:
        return
    yield Heading(say("To be read by somebody, drawn by chance"))
    if found.kept_on is None:
        told = say_many(
            "{number} file is drawn when the audit is kept.",
            "{number} files are drawn when the audit is kept.",
            len(found.sample),
        )
        yield Line(told, indent=2)
        return
    yield Items(
        tuple(
            (
                "",
                f"{line.name} ({line.code})",
                say("Read on {day}: {saw}", day=say_day(line.read_on), saw=line.saw)
                if line.read_on
                else say("Not read yet."),
            )
            for line in found.sample
        )
    )


def _next(found: AuditPage) -> Iterator[Block]:
    yield Heading(_grave(found))
    if found.after:
        yield from _since_then(found)
    if found.kept_on is None and found.whole:
        command = ("audit", "keep", "--month", found.month)
        yield Command(say("To keep this audit:"), command)
        return
    unread = next((line for line in found.sample if line.read_on is None), None)
    if found.whole and unread:
        yield Command(say("To read the next file:"), ("audit", "read", unread.code))
    worst = _first_open(found.findings)
    if found.kept_on and worst:
        yield Command(say("To act on a finding:"), ("audit", "act", worst.handle))


def _first_open(lines: Iterable[FindingLine]) -> FindingLine | None:
    return next((line for line in lines if line.action is Doing.NONE), None)


def _grave(found: AuditPage) -> str:
    if found.open_a:
        return say_many(
            "{number} finding of grade A is open: act today.",
            "{number} findings of grade A are open: act today.",
            found.open_a,
        )
    if found.kept_on:
        day = say_day(found.on)
        return say("On {day} nothing of grade A was open.", day=day)
    if not found.whole:
        return say("What was looked at has nothing of grade A that is open.")
    if found.after:
        return say("Of {month} nothing of grade A is open.", month=found.said)
    return say("Nothing of grade A is open.")


def _since_then(found: AuditPage) -> Iterator[Block]:
    """Return what happened after the month and stands today: it is not of this one."""
    told = say_many(
        "Since then: {number} finding of grade A stands today. Act today:",
        "Since then: {number} findings of grade A stand today. Act today:",
        found.after,
    )
    yield Command(told, ("audit", "--month", "this"))
