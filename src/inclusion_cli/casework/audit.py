"""Running an audit, keeping it, and putting it on paper."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from zlib import crc32

from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.audit_look import Means, span_of
from inclusion_cli.domain.audit_month import say_month
from inclusion_cli.domain.audit_page import AuditPage, audit_page
from inclusion_cli.domain.audit_paper import AuditPaper, audit_paper, mapped
from inclusion_cli.domain.audit_rules.rule import Rule
from inclusion_cli.domain.audit_run import audited_to_today
from inclusion_cli.domain.audit_since import latest_before
from inclusion_cli.domain.drift import drift
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import NothingFound
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from inclusion_cli.domain.audit import Audit, AuditFinding
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.drift_map import DriftMap
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.leaving import Leaving
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


class NoAuditKept(NothingFound):
    """There is no audit that could be shown, read or acted on."""

    hint = say("To keep an audit, type: inclusion audit keep")

    def __init__(self, month: str = "") -> None:
        super().__init__(
            say("No audit of {month} is kept yet.", month=say_month(month))
            if month
            else say("No audit is kept yet.")
        )


@record
class Order:
    """Which audit is to be run: of which month, now, by which rules, with what."""

    month: str
    now: datetime
    rules: tuple[Rule, ...]
    means: Means
    worker: str


def run_audit(
    reading: Reading, order: Order, *, progress: Callable[[int, int], None]
) -> tuple[Audit, tuple[AuditFinding, ...]]:
    """Return the audit, and what of grade A stands today beside it.

    Every file is read once; `progress` is told how far it is.
    """
    people = reading.people()

    def files() -> Iterator[Casefile]:
        for number, kept in enumerate(people, start=1):
            yield reading.casefile(kept.file)
            progress(number, len(people))

    return audited_to_today(
        files(),
        reading.service_records(order.worker),
        month=order.month,
        now=order.now,
        rules=order.rules,
        means=order.means,
        seed=seed_of(reading, order.month),
    )


def seed_of(reading: Reading, month: str) -> int:
    """Return the seed of the sample: from the head code, so that nobody chooses it."""
    return crc32(f"{reading.head().code} {month}".encode())


def page_of(
    reading: Reading,
    audit: Audit,
    *,
    worker: str,
    kept: Kept[Audit] | None = None,
    after: tuple[AuditFinding, ...] = (),
) -> AuditPage:
    """Return an audit as it is read, beside the one that was kept before it.

    `after` is what of grade A stands today and is not of its month.
    """
    service = reading.service_records(worker)
    entry = kept.entry if kept else ""
    earlier = latest_before(service.audits, audit.month, entry=entry)
    mine = kept or _same_month(service.audits, audit)
    reads = [r for r in service.sample_reads if mine and r.record.audit == mine.id]
    return audit_page(
        audit,
        {person.file: person for person in reading.people()},
        earlier=earlier.record if earlier else None,
        actions=reading.of_kind("action", "1"),
        reads=reads,
        kept_on=kept.record.on if kept else None,
        last_kept=mine.record.on if mine and not kept else None,
        after=len(after),
    )


def _same_month(audits: tuple[Kept[Audit], ...], audit: Audit) -> Kept[Audit] | None:
    found = [kept for kept in audits if kept.record.month == audit.month]
    return found[-1] if found else None


def kept_audit(reading: Reading, worker: str, month: str = "") -> Kept[Audit]:
    """Return the latest kept audit, of one month or of any. Raises NoAuditKept."""
    audits = reading.service_records(worker).audits
    found = [kept for kept in audits if month in ("", kept.record.month)]
    if not found:
        raise NoAuditKept(month)
    return found[-1] if month else max(found, key=lambda k: (k.record.month, k.order))


def keep_audit(work: Work, audit: Audit, note: str) -> Saved:
    """Write an audit into the service's file; return its receipt."""
    whole = replace(audit, note=note)
    kept = work.add(whole, file=work.service_file())
    work.clear_draft("", "audit_keep")
    grave = sum(finding.grade.value == "A" for finding in audit.findings)
    return Saved(
        say(
            "Saved for the service: the audit of {month}.", month=say_month(audit.month)
        ),
        kind="audit",
        id=kept.id,
        record=whole,
        follows=(
            say(
                "{findings}, {grave} of grade A.",
                findings=say_many(
                    "{number} finding", "{number} findings", len(audit.findings)
                ),
                grave=grave,
            ),
            say_many(
                "{number} file was drawn by chance for somebody to read.",
                "{number} files were drawn by chance for somebody to read.",
                len(audit.sample),
            ),
        ),
        next=("audit", "show"),
    )


def log_paper(work: Work, leaving: Leaving) -> None:
    """Write that the audit is put on paper, and for whom, before it is."""
    paper = Paper(PaperKind.AUDIT, work.clock.today(), "", "")
    log_leaving(work, work.service_file(), paper, leaving)
    work.clear_draft("", "audit_print")


def make_paper(
    reading: Reading, kept: Kept[Audit], leaving: Leaving, order: Order
) -> AuditPaper:
    """Return a kept audit as it is printed, with the drift maps of its month."""
    page = page_of(reading, kept.record, worker=order.worker, kept=kept)
    service = reading.service()
    marks = sheet(
        reading,
        say("AUDIT {month}", month=kept.record.month),
        recipient=leaving.recipient,
        purpose=leaving.purpose,
        on=order.now.date(),
    )
    open_ = [p for p in reading.people() if p.record.closed_on is None]
    codes = mapped(page, (person.record.code for person in open_))
    maps = (
        drift_of(reading.casefile(person.file), kept.record.month, order.now)
        for person in open_
        if person.record.code in codes
    )
    name = service.record.name if service else ""
    return audit_paper(page, marks, service=name, drifts=maps)


def drift_of(case: Casefile, month: str, now: datetime) -> DriftMap:
    """Return the drift map of a person over a month."""
    return drift(case, span_of(month, now))
