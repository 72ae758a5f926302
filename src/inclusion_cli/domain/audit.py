"""One month's audit as it was run: what was found, and which records a person reads."""

from __future__ import annotations

from datetime import date
from enum import Enum

from inclusion_cli.domain.record import record


class Grade(Enum):
    """Act today, this month, or take note; practice reference 6.4."""

    A = "A"
    B = "B"
    C = "C"


class AuditSide(Enum):
    """Which alarm a finding belongs to, or that it is about the record itself."""

    RISK = "risk"
    CAUTION = "caution"
    RECORD = "record"


@record
class AuditFinding:
    """One thing an audit found: the rule, about whom, which records, what mends it.

    `key` stays the same from month to month for the same thing, so that an action and
    a re-audit find it again. `file` is the person's file, "" for the service's. Kept in
    the service's file, it names nobody and quotes nothing: the records say the rest.
    """

    key: str
    rule: str
    grade: Grade
    side: AuditSide
    says: str
    file: str = ""
    records: tuple[str, ...] = ()
    mend: tuple[str, ...] = ()


@record
class Counted:
    """How many things a rule looked at; `cannot` says why it could not look, if so."""

    rule: str
    of: int
    cannot: str = ""


@record
class Audit:
    """An audit that was kept: the month, what it found, and the sample with its seed.

    `sample` are the files a person reads, drawn with `seed`; `looked` are the rules
    that were run, `people` how many files they looked at, and `counted` how many
    things each rule looked at.
    """

    month: str
    on: date
    people: int
    looked: tuple[str, ...]
    findings: tuple[AuditFinding, ...]
    seed: int
    sample: tuple[str, ...] = ()
    note: str = ""
    counted: tuple[Counted, ...] = ()


@record
class SampleRead:
    """That somebody read one file of the sample, and what they saw."""

    audit: str
    file: str
    on: date
    saw: str
    good: str = ""
