"""An audit on paper: codes and no names, its method, its numbers, its blind spots.

It ranks no worker, and it quotes nothing that was said: the records are named instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_page import FILE_CLOSED, earlier_title
from inclusion_cli.domain.audit_since import DOING_WORDS, SINCE_WORDS
from inclusion_cli.domain.dates import say_day, short_day
from inclusion_cli.domain.drift_map import MET_SIGNS, DriftMap, DriftRow
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.record import record
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inclusion_cli.domain.audit_page import AuditPage, FindingLine

SHOWN_IDS = 4
"""So many records of a finding are printed; the others are counted."""
ALL_PEOPLE = 25
"""Up to so many people each has a drift map; of more, those whose files were drawn."""
WIDEST = 14
"""Sessions a map shows day by day; of more it has the numbers alone."""


@record
class Part:
    """One part of the findings: a title, and a row for each."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@record
class DriftTable:
    """One person's drift map: the days over it, and a row for each situation."""

    code: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mends: tuple[str, ...]


@record
class AuditPaper:
    """An audit as it is printed."""

    sheet: Sheet
    title: str
    service: str
    method: tuple[str, ...]
    parts: tuple[Part, ...]
    earlier_title: str
    earlier: tuple[tuple[str, ...], ...]
    sample: tuple[tuple[str, ...], ...]
    drifts: tuple[DriftTable, ...]
    rules: tuple[tuple[str, ...], ...]
    blind: tuple[str, ...]
    note: str


def audit_paper(
    page: AuditPage, sheet: Sheet, *, service: str, drifts: Iterable[DriftMap]
) -> AuditPaper:
    """Return an audit that was kept, as it is printed."""
    parts = (
        Part(say("Risk nobody is managing"), _findings(page.risk)),
        Part(say("Caution nobody can justify"), _findings(page.caution)),
        Part(say("The records themselves"), _findings(page.record)),
    )
    maps = tuple(_drift(one) for one in drifts if any(row.says for row in one.rows))
    return AuditPaper(
        sheet=sheet,
        title=say("Audit of {month}", month=page.said),
        service=service,
        method=_method(page),
        parts=parts,
        earlier_title=earlier_title(page),
        earlier=_earlier(page),
        sample=_sample(page),
        drifts=maps,
        rules=_rules(page),
        blind=tuple(
            say("{rule}: {why}", rule=rule.name, why=rule.cannot)
            for rule in page.rules
            if rule.cannot
        ),
        note=page.note,
    )


def _method(page: AuditPage) -> tuple[str, ...]:
    people = say_many("{number} person", "{number} people", page.people)
    rules = say_many("{number} rule", "{number} rules", len(page.rules))
    return (
        say(
            "{rules} were run over the files of {people} on {day}. Every file was "
            "looked at, not a sample of them.",
            rules=rules,
            people=people,
            day=say_day(page.on),
        ),
        say(
            "What happened is of {month}. How plans, papers and limits stand is of the "
            "day it was run. "
            "Files that were closed before the month are not in it.",
            month=page.said,
        ),
        say(
            "{files} drawn by chance for somebody to read, with the seed {seed}. That "
            "is the root of the number of people and one more, 3 at least. One has "
            "most limits, and one has the fewest records.",
            files=say_many(
                "{number} file was", "{number} files were", len(page.sample)
            ),
            seed=page.seed,
        ),
        say("A: act at once. B: this month. C: take note. No worker is ranked."),
    )


def _findings(lines: Iterable[FindingLine]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            f"{line.handle} ({line.grade.value})",
            line.code or say("The service"),
            f"{line.says} {line.why}",
            _ids(line.records),
            " ".join(("inclusion", *line.mend)) if line.mend else FILE_CLOSED,
        )
        for line in lines
    )


def _ids(records: tuple[str, ...]) -> str:
    shown = [short_id(one) for one in records[:SHOWN_IDS]]
    if (more := len(records) - SHOWN_IDS) > 0:
        shown.append(say("and {more} more", more=more))
    return ", ".join(shown)


def _earlier(page: AuditPage) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            f"{line.handle} ({line.grade.value})",
            line.code or say("The service"),
            line.rule,
            SINCE_WORDS[line.since],
            DOING_WORDS[line.action],
        )
        for line in page.earlier
    )


def _sample(page: AuditPage) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            line.code,
            say_day(line.read_on) if line.read_on else say("not read yet"),
            line.saw,
            line.good,
        )
        for line in page.sample
    )


def _rules(page: AuditPage) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (
            str(rule.number),
            rule.grade.value,
            f"{rule.name}: {rule.looks}",
            f"{rule.counts}: {rule.of}",
            str(rule.found),
        )
        for rule in page.rules
    )


# --- drift maps ---------------------------------------------------------------------


def _drift(found: DriftMap) -> DriftTable:
    """Return a map by the number of each situation: its words stay in the file.

    Heads are short, as the paper says what each means: the days need the room.
    """
    few = len(found.columns) <= WIDEST
    days = tuple(short_day(column.on) for column in found.columns)
    counts = (
        say("met"),
        say("not"),
        say("new"),
        say("off"),
        "?",
        say("last met"),
    )
    rows = tuple(
        (
            str(number),
            *((MET_SIGNS[cell] for cell in row.cells) if few else ()),
            str(row.met),
            str(row.not_met),
            str(row.unplanned),
            str(row.called_off),
            str(row.not_known),
            _short(row.last_met) if row.last_met else say("never"),
        )
        for number, row in enumerate(found.rows, start=1)
    )
    head = (say("No."), *(days if few else ()), *counts)
    return DriftTable(found.code, head, rows, tuple(_mends(found.rows)))


def _short(day: date) -> str:
    return f"{short_day(day)} {day.year}"


def _mends(rows: tuple[DriftRow, ...]) -> Iterable[str]:
    for number, row in enumerate(rows, start=1):
        if row.says:
            command = " ".join(("inclusion", *row.mend))
            yield say(
                "Situation {number}: {says} {command}",
                number=number,
                says=row.says,
                command=command,
            )


def mapped(page: AuditPage, codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes of the people who have a drift map on paper."""
    drawn = {line.code for line in page.sample}
    codes = tuple(codes)
    return codes if len(codes) <= ALL_PEOPLE else tuple(c for c in codes if c in drawn)
