"""After an audit is kept: files of its sample are read, its findings acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.action import add_action
from inclusion_cli.domain.action import Action
from inclusion_cli.domain.audit import Audit, AuditFinding, SampleRead
from inclusion_cli.domain.audit_month import say_month
from inclusion_cli.domain.audit_names import finding_named, handle
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.saved import Saved
from inclusion_cli.errors import NothingFound, NotUnderstood
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work


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


class NoFindingNamed(NotUnderstood):
    """Nobody said which finding is meant."""

    hint = say("To see the findings with their letters, type: inclusion audit show")

    def __init__(self) -> None:
        super().__init__(say("Name the finding by its 6 letters, or by its rule."))


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
