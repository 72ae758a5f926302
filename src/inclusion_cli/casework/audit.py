"""Running an audit, keeping it, reading its sample, and acting on what it found."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zlib import crc32

from inclusion_cli.casework.action import add_action
from inclusion_cli.casework.leaving import log_leaving
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.action import Action
from inclusion_cli.domain.audit import Audit, AuditFinding, SampleRead
from inclusion_cli.domain.audit_look import Means, span_of
from inclusion_cli.domain.audit_month import say_month
from inclusion_cli.domain.audit_names import finding_named, handle
from inclusion_cli.domain.audit_page import AuditPage, audit_page
from inclusion_cli.domain.audit_paper import AuditPaper, audit_paper, mapped
from inclusion_cli.domain.audit_rules.rule import Rule
from inclusion_cli.domain.audit_run import audited
from inclusion_cli.domain.audit_since import latest_before
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.drift import DriftMap, drift
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import NothingFound
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.leaving import Leaving
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

KEEP_HINT = say("To keep an audit, type: inclusion audit keep")


class NoAuditKept(NothingFound):
    """There is no audit that could be shown, read or acted on."""

    hint = KEEP_HINT

    def __init__(self, month: str = "") -> None:
        of = say(" of {month}", month=say_month(month)) if month else ""
        super().__init__(say("No audit{of} is kept yet.", of=of))


class NoSuchFinding(NothingFound):
    """No kept audit has a finding that answers to what was typed."""

    hint = say("To see the findings with their letters, type: inclusion audit")

    def __init__(self, typed: str) -> None:
        super().__init__(
            say(
                "No finding of the audit that was kept last is called {typed}.",
                typed=one_line(typed),
            )
        )


class NotInTheSample(NothingFound):
    """A person whose file was not drawn."""

    hint = say("To see which files were drawn, type: inclusion audit show")

    def __init__(self, label: str, month: str) -> None:
        super().__init__(
            say(
                "{label} is not in the sample of {month}.",
                label=label,
                month=say_month(month),
            )
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
) -> Audit:
    """Return the audit, every file read once; `progress` is told how far it is."""
    people = reading.people()

    def files() -> Iterator[Casefile]:
        for number, kept in enumerate(people, start=1):
            yield reading.casefile(kept.file)
            progress(number, len(people))

    return audited(
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
    reading: Reading, audit: Audit, *, worker: str, kept: Kept[Audit] | None = None
) -> AuditPage:
    """Return an audit as it is read, beside the one that was kept before it."""
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
        kept_on=mine.record.on if mine else None,
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


def in_sample(audit: Kept[Audit], case: Casefile) -> None:
    """Let a person go on whose file was drawn. Raises NotInTheSample."""
    if case.person.file not in audit.record.sample:
        raise NotInTheSample(case.label, audit.record.month)


def read_from(
    audit: Kept[Audit], case: Casefile, given: Mapping[str, Any]
) -> SampleRead:
    """Return that a file was read, as it was answered."""
    return SampleRead(
        audit.id,
        case.person.file,
        given["on"],
        given["saw"],
        given.get("good") or "",
    )


def keep_read(work: Work, case: Casefile, read: SampleRead) -> Saved:
    """Write that a file of the sample was read; return the receipt."""
    kept = work.add(read, file=work.service_file())
    work.clear_draft(case.person.file, "audit_read")
    return Saved(
        say("Saved: the file of {label} was read.", label=case.label),
        kind="sample_read",
        id=kept.id,
        record=read,
        next=("audit", "show"),
    )


def finding_of(audit: Kept[Audit], typed: str) -> AuditFinding:
    """Return a finding of a kept audit by its letters. Raises NoSuchFinding."""
    found = finding_named(typed, audit.record.findings)
    if found is None:
        raise NoSuchFinding(typed)
    return found


def action_from(
    audit: Kept[Audit], finding: AuditFinding, given: Mapping[str, Any]
) -> Action:
    """Return the action about a finding, as it was answered."""
    return Action(
        given["what"],
        given["owner"],
        given["due"],
        of=audit.id,
        finding=finding.key,
        cause=given["cause"],
    )


def act_on(work: Work, finding: AuditFinding, action: Action, *, code: str) -> Saved:
    """Write an action about a finding: in the person's file, or in the service's."""
    kept = add_action(work, finding.file or work.service_file(), action)
    work.clear_draft(finding.file, "audit_act")
    return Saved(
        say(
            "Saved: {owner} acts on {handle} by {day}.",
            owner=action.owner,
            handle=handle(finding.key),
            day=say_day(action.due),
        ),
        code=code,
        kind="action",
        id=kept.id,
        record=action,
        follows=(
            say("Home shows it until it is done. The next audit looks at it again."),
        ),
        next=("action", "list", code or "--service"),
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
