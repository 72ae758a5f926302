"""`inclusion audit [run] | keep | show | act | read | drift | print`."""

from __future__ import annotations

import sys
import time
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from inclusion_cli import asking
from inclusion_cli.casework import audit as acts
from inclusion_cli.casework import audit_after
from inclusion_cli.casework.leaving import leaving_from
from inclusion_cli.cli.options import Out, Person, command, guided, nothing_saved
from inclusion_cli.cli.papers import write_audit
from inclusion_cli.cli.tree import group
from inclusion_cli.cli.typed_flag import flag_typed
from inclusion_cli.desk import Desk
from inclusion_cli.domain.audit_look import Means, Proof
from inclusion_cli.domain.audit_month import read_month, say_month
from inclusion_cli.domain.audit_names import handle, rules_named
from inclusion_cli.domain.audit_page import rule_list
from inclusion_cli.domain.receipts import PapersMade
from inclusion_cli.interviews import audit as asks
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.audit import Audit, AuditFinding
    from inclusion_cli.domain.audit_rules.rule import Rule
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

app = group("audit", say("The monthly audit: plan against life."), default="run")
EARLY = date(2000, 1, 1)
QUIET_SECONDS, TOLD_EVERY = 1.0, 25
CHAIN = "backdated-entry"
"""The rule that needs every chain of the log checked."""
Month = Annotated[
    str | None,
    typer.Option(
        "--month",
        metavar="MONTH",
        help=say("2026-10, october, this or last; else the month that has ended."),
    ),
]


@command(app, "run")
def run(
    desk: Desk,
    *,
    month: Month = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            "--only", metavar="NAME", help=say("This rule and no other; repeatable.")
        ),
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help=say("List the 30 rules, and run none."))
    ] = False,
) -> Any:
    """Compare what was agreed with what was done, by 30 rules. It keeps nothing.

    Risk nobody is managing stands beside caution nobody can justify. What happened is
    of the month; how things stand is of today. The exit code is 30 where something of
    grade A is open, in that month or since. It is 0 where nothing is.
    """
    rules = rules_named(only or ())
    if list_:
        return rule_list()
    audit, after = audit_of(desk, month_of(desk, month), rules)
    return acts.page_of(desk.reading, audit, worker=desk.worker.id, after=after)


def month_of(desk: Desk, typed: str | None) -> str:
    """Return the month that was typed. Raises NotUnderstood."""
    today = desk.clock.today()
    return flag_typed("--month", typed or "", lambda text: read_month(text, today))


def audit_of(
    desk: Desk, month: str, rules: tuple[Rule, ...]
) -> tuple[Audit, tuple[AuditFinding, ...]]:
    """Return the audit of a month as it is run now, showing how far it is.

    With it comes what of grade A stands today and is not of that month.
    """
    from inclusion_cli.wording import rules_of

    progress = _Progress(shows=sys.stderr.isatty() and not desk.call.as_json)
    progress.begin(month)
    checks = any(rule.name == CHAIN for rule in rules)
    means = Means(
        defaults=desk.defaults,
        words=rules_of(desk.settings.data, desk.told),
        proof=_proof(desk, progress) if checks else Proof(),
    )
    order = acts.Order(month, desk.clock.now(), rules, means, desk.worker.id)
    return acts.run_audit(desk.reading, order, progress=progress.people)


def _proof(desk: Desk, progress: _Progress) -> Proof:
    from inclusion_cli.store.verify import chain_faults

    found = chain_faults(desk.vault, progress=progress.entries)
    faults = tuple(fault.what for fault in found)
    return Proof(checked=True, faults=faults, jumped=desk.reading.jumped())


class _Progress:
    """Say on standard error how far an audit is, where it takes more than a second."""

    def __init__(self, *, shows: bool) -> None:
        self._shows, self._since = shows, time.monotonic()

    def begin(self, month: str) -> None:
        """Say at once that it is at work: a silent second is long."""
        if self._shows:
            sys.stderr.write(f"{say('Auditing {month}.', month=say_month(month))}\n")
            sys.stderr.flush()

    def people(self, done: int, total: int) -> None:
        """Tell how many files were looked at."""
        if done % TOLD_EVERY == 0:
            self._tell(say("{done} of {total} people.", done=done, total=total))

    def entries(self, done: int, total: int) -> None:
        """Tell how many entries of the log were checked."""
        told = say(
            "{done} of {total} entries checked.", done=f"{done:,}", total=f"{total:,}"
        )
        self._tell(told)

    def _tell(self, line: str) -> None:
        if self._shows and time.monotonic() - self._since > QUIET_SECONDS:
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()


@guided(app, "keep", "audit_keep", lambda: asks.keep_questions(EARLY))
def keep(desk: Desk) -> Any:
    """Run the audit of a month and keep it: its findings, its seed and its sample."""
    form = asks.keep_form(desk.clock.today())
    draft = asking.resumed(desk, "", form.name, say("keeping the audit"))
    given = asking.gather(desk, form, "", draft=draft, again="audit keep")
    month = read_month(given["month"], desk.clock.today())
    audit, _after = audit_of(desk, month, rules_named(()))
    with desk.writing() as work:
        saved = acts.keep_audit(work, audit, given.get("note") or "")
    if desk.call.dry_run:
        return nothing_saved(form.who, None, form, given)
    return saved


@command(app, "show")
def show(desk: Desk, *, month: Month = None) -> Any:
    """Show an audit that was kept, with its sample and what became of its actions."""
    wanted = month_of(desk, month) if month else ""
    kept = acts.kept_audit(desk.reading, desk.worker.id, wanted)
    return acts.page_of(desk.reading, kept.record, worker=desk.worker.id, kept=kept)


@guided(app, "read", "audit_read", lambda: asks.read_questions(EARLY))
def read(desk: Desk, person: Person = None) -> Any:
    """Say that a file of the sample was read by somebody, and what they saw."""
    audit = acts.kept_audit(desk.reading, desk.worker.id)
    case, draft = asking.begin(desk, person, "audit_read", say("reading the file of"))
    audit_after.in_sample(audit, case)
    form = asks.read_form(case, audit.record.month, desk.clock.today())
    given = asking.answers_about(desk, case, draft, form, "audit read")
    record = audit_after.read_from(audit, case, given)
    with desk.writing() as work:
        saved = audit_after.keep_read(work, case, record)
    if desk.call.dry_run:
        return nothing_saved(case.label, record, form, given)
    return saved


@guided(app, "act", "audit_act", lambda: asks.act_questions(asks.Acting(EARLY)))
def act(
    desk: Desk,
    finding: Annotated[
        str | None,
        typer.Argument(
            help=say("The 6 letters before a finding, or its rule."),
            metavar="[FINDING]",
        ),
    ] = None,
) -> Any:
    """Act on a finding: what lies behind it, what is done, by whom, by when.

    The next audit says whether the finding is gone, and whether the action is overdue.
    To close it, with evidence: inclusion action done
    """
    audit, form, found, code = _acting(desk, finding)
    draft = asking.resumed(desk, found.file, form.name, say("acting on a finding"))
    given = asking.gather(
        desk,
        form,
        found.file,
        draft=draft,
        about={"record": handle(found.key)},
        again=f"audit act {handle(found.key)}",
    )
    record = audit_after.action_from(audit, found, given)
    with desk.writing() as work:
        saved = audit_after.act_on(work, found, record, code=code)
    if desk.call.dry_run:
        return nothing_saved(form.who, record, form, given)
    return saved


def _acting(
    desk: Desk, typed: str | None
) -> tuple[Kept[Audit], Form, AuditFinding, str]:
    audit = acts.kept_audit(desk.reading, desk.worker.id)
    if typed is None:
        raise audit_after.NoFindingNamed
    found = audit_after.finding_of(audit, typed)
    who, code = asks.SERVICE, ""
    if found.file:
        person = desk.reading.casefile(found.file).person.record
        who, code = person.label, person.code
    today, worker = desk.clock.today(), desk.worker.record.name
    return audit, asks.act_form(asks.Acting(today, worker, who, found)), found, code


@command(app, "drift")
def drift(desk: Desk, person: Person = None, *, month: Month = None) -> Any:
    """Show one person's situations against their sessions, and what mends each."""
    case = asking.anybody(desk, person)
    return acts.drift_of(case, month_of(desk, month), desk.clock.now())


@guided(app, "print", "audit_print", lambda: asks.print_questions(EARLY))
def print_(desk: Desk, *, out: Out = None) -> Any:
    """Put an audit that was kept on paper: Markdown and PDF, with codes and no names.

    It tells its method and its seed, and how many things each rule looked at. It says
    what could not be looked at, and what became of the audit before it.
    """
    form = asks.print_form(desk.clock.today())
    draft = asking.resumed(desk, "", form.name, say("the audit on paper"))
    given = asking.gather(desk, form, "", draft=draft, again="audit print")
    month = read_month(given["month"], desk.clock.today())
    kept = acts.kept_audit(desk.reading, desk.worker.id, month)
    leaving = leaving_from(given)
    with desk.writing() as work:
        acts.log_paper(work, leaving)
    if desk.call.dry_run:
        return nothing_saved(form.who, None, form, given)
    order = acts.Order(month, desk.clock.now(), (), Means(), desk.worker.id)
    paper = acts.make_paper(desk.reading, kept, leaving, order)
    says = say("The audit of {month}:", month=say_month(month))
    paths = write_audit(desk, paper, month, out)
    return PapersMade(says, "", paths, ("audit", "show"))


def draft_form(desk: Desk, draft: Draft) -> Form:
    """Return a form of this capability again, for a draft of it."""
    today = desk.clock.today()
    if draft.form == "audit_act":
        return _acting(desk, draft.about["record"])[1]
    if draft.form == "audit_read":
        audit = acts.kept_audit(desk.reading, desk.worker.id)
        case = desk.reading.casefile(draft.subject)
        return asks.read_form(case, audit.record.month, today)
    make = asks.keep_form if draft.form == "audit_keep" else asks.print_form
    return make(today)
