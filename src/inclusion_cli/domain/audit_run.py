"""One audit: every rule over every file, each file read once and looked at once.

Files may come one by one: of each, only what rules over several people need is held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.audit import Audit, AuditFinding, Counted, Grade
from inclusion_cli.domain.audit_look import Look, Means, Whole, span_of
from inclusion_cli.domain.audit_rules import RULES
from inclusion_cli.domain.audit_rules.restrictions import limits_now
from inclusion_cli.domain.audit_sample import Weight, drawn
from inclusion_cli.domain.left_owed import takes
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.safety import SAFETY_KINDS, ServiceRecords

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from inclusion_cli.domain.audit_rules.rule import Found, Noted, Rule
    from inclusion_cli.domain.casefile import Casefile

USUAL = Means()


def audited(
    cases: Iterable[Casefile],
    service: ServiceRecords,
    *,
    month: str,
    now: datetime,
    rules: tuple[Rule, ...] = RULES,
    means: Means = USUAL,
    seed: int = 0,
) -> Audit:
    """Return the audit of a month such as "2026-10", as it is run now.

    The order of people does not matter, and a rule that is run alone finds the same.
    """
    run = _Run(Whole(span_of(month, now), service, means), rules)
    for case in cases:
        run.meet(case)
    return run.audit(seed)


def audited_to_today(
    cases: Iterable[Casefile],
    service: ServiceRecords,
    *,
    month: str,
    now: datetime,
    rules: tuple[Rule, ...] = RULES,
    means: Means = USUAL,
    seed: int = 0,
) -> tuple[Audit, tuple[AuditFinding, ...]]:
    """Return the audit of a month, and what of grade A stands today beside it.

    What happened after the month is no finding of it, and is not left unsaid either.
    """
    this = _Run(Whole(span_of(month, now), service, means), rules)
    grave = tuple(rule for rule in rules if rule.grade is Grade.A)
    today = _Run(Whole(span_of(f"{now:%Y-%m}", now), service, means), grave)
    for case in cases:
        this.meet(case)
        today.meet(case)
    audit = this.audit(seed)
    told = {(finding.key, finding.records) for finding in audit.findings}
    found = today.findings()
    return audit, tuple(f for f in found if (f.key, f.records) not in told)


class _Run:
    """An audit while it is run."""

    def __init__(self, whole: Whole, rules: tuple[Rule, ...]) -> None:
        self.whole, self.rules = whole, rules
        self.weights: list[Weight] = []
        self._found: list[AuditFinding] = []
        self._of = dict.fromkeys((rule.name for rule in rules), 0)
        self._noted: dict[str, list[Noted]] = {r.name: [] for r in rules if r.note}

    def audit(self, seed: int) -> Audit:
        """Return the audit, once every file was met."""
        return Audit(
            month=self.whole.span.month,
            on=self.whole.span.on,
            people=len(self.weights),
            looked=tuple(rule.name for rule in self.rules),
            findings=self.findings(),
            seed=seed,
            sample=drawn(self.weights, seed),
            counted=self.sizes(),
        )

    def meet(self, case: Casefile) -> None:
        """Look at one file with every rule, and let go of it."""
        closed_on = case.person.record.closed_on
        if closed_on and closed_on < self.whole.span.first:
            return
        look = Look(case, self.whole)
        if closed_on is None:
            self.weights.append(_weight(look))
        for rule in self.rules:
            if closed_on and rule.stands:
                continue
            self._of[rule.name] += rule.of(look)
            if rule.note:
                note = rule.note(look)
                self._noted[rule.name].append((look.file, look.code, note))
            for found in rule.person(look) if rule.person else ():
                mend = () if closed_on and not self._taken(look, found) else found.mend
                it = replace(found, file=look.file, mend=mend)
                self._found.append(_finding(rule, it))

    def _taken(self, look: Look, found: Found) -> bool:
        """Say whether the closed file of somebody who left takes what mends a finding.

        What happened in the month is of that month, also where they left since.
        """
        return takes(look.case, found.mend, now=self.whole.span.now)

    def _all_noted(self, rule: Rule) -> tuple[Noted, ...]:
        found = self._noted.get(rule.name, [])
        return tuple(sorted(found, key=lambda noted: noted[0]))

    def findings(self) -> tuple[AuditFinding, ...]:
        """Return what was found: grade by grade, rule by rule, in a settled order."""
        found = list(self._found)
        for rule in self.rules:
            if rule.across:
                across = rule.across(self._all_noted(rule), self.whole)
                found += [_finding(rule, one) for one in across]
            if rule.service:
                found += [_finding(rule, one) for one in rule.service(self.whole)]
        numbers = {rule.name: rule.number for rule in self.rules}
        grades = tuple(Grade)
        return tuple(
            sorted(
                found,
                key=lambda f: (grades.index(f.grade), numbers[f.rule], f.key),
            )
        )

    def sizes(self) -> tuple[Counted, ...]:
        """Return how many things each rule looked at, and why one could not."""
        return tuple(
            Counted(
                rule.name,
                self._of[rule.name]
                + (rule.of_service(self.whole) if rule.of_service else 0),
                rule.cannot(self._all_noted(rule), self.whole) if rule.cannot else "",
            )
            for rule in self.rules
        )


def _finding(rule: Rule, found: Found) -> AuditFinding:
    return AuditFinding(
        key=f"{rule.name}:{found.file}:{found.subject}",
        rule=rule.name,
        grade=rule.grade,
        side=found.side or rule.side,
        says=found.says,
        file=found.file,
        records=tuple(dict.fromkeys(found.records)),
        mend=found.mend,
    )


def _weight(look: Look) -> Weight:
    case = look.case
    kinds: tuple[tuple[Any, ...], ...] = (
        case.debriefs,
        case.observations,
        case.decisions,
        case.reviews,
        case.preparations,
        case.rechecks,
        *(getattr(case.safety, name) for name in SAFETY_KINDS.values()),
    )
    return Weight(look.file, len(limits_now(look)), sum(map(len, kinds)))
