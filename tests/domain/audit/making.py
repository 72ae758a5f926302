"""One person about whom an audit has nothing to say, and what it takes to change that.

The month is September 2026, and the audit is run at noon of day 35, 5 October.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.audit_look import Means, Proof
from inclusion_cli.domain.audit_rules import NAMES, RULES
from inclusion_cli.domain.audit_run import audited
from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.measure import Measure, Mode
from inclusion_cli.domain.safety import Safety, ServiceRecords
from inclusion_cli.domain.supervision import Supervision
from inclusion_cli.domain.wording.rules import rules as word_rules
from inclusion_cli.shipped import read
from tests.builders import a_card, a_debrief, a_formulation, at, day
from tests.domain.making import a_case, decided, keep

if TYPE_CHECKING:
    from inclusion_cli.domain.audit import Audit, AuditFinding
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

MONTH, TODAY = "2026-09", 35
NOW = at(TODAY, 12)
WORDS = word_rules(read("language.json"))
OWN = "I like the cafe by the canal. The bus at 8:15 is what I cannot do."


def written(number: int = 1, **told: Any) -> Kept[Any]:
    """Return a signed formulation in the person's own words, kept on the n-th day."""
    recorded = told.pop("recorded", number)
    made = a_formulation(**{"account": OWN, "account_on": day(1), **told})
    moment = at(recorded, 7)
    return keep(made, number, hour=7, id="formulation-1", recorded_at=moment)


def calm(*debriefs: Any, **told: Any) -> Casefile:
    """Return a file in which everything is as it should be."""
    own = dict(told)
    safety = own.pop("safety", {})
    formulation = own.pop("formulation", written())
    began = decided(1, Choice.START, hour=8)
    return a_case(
        *(debriefs or (a_debrief(3), a_debrief(10), a_debrief(17), a_debrief(24))),
        **{
            "formulation": formulation,
            "formulations": (formulation,) if formulation else (),
            "card": keep(a_card(), 1, id="card-1"),
            "card_days": (day(1),),
            "decisions": (began, decided(25, Choice.HOLD)),
            "safety": Safety(**{"measures": (measured(2),), **safety}),
            **own,
        },
    )


def measured(number: int) -> Kept[Measure]:
    """Return a measure of the n-th day."""
    return keep(Measure("goal", day(number), Mode.SELF, (4,)), number)


def supervised(number: int = 20, **told: Any) -> Kept[Supervision]:
    """Return the worker's meeting of the n-th day."""
    words = {"supported": "The bus, alone. I was afraid, and glad.", **told}
    return keep(Supervision("sam", day(number), **words), number, file="worker")


WELL = ServiceRecords(supervisions=(supervised(),))


def named(case: Casefile, number: int) -> Casefile:
    """Return a file as that of the n-th person: its own code, file and ids."""
    file = f"file-{number}"
    person = replace(case.person.record, code=f"PX-{number:03}")
    return replace(case, person=replace(case.person, file=file, record=person))


def run(
    *cases: Casefile,
    only: str = "",
    service: ServiceRecords = WELL,
    proof: Proof | None = None,
    **told: Any,
) -> Audit:
    """Return the audit of September over some files."""
    rules = (NAMES[only],) if only else RULES
    return audited(
        cases,
        service,
        **{"month": MONTH, "now": NOW, **told},
        rules=rules,
        means=Means(words=WORDS, proof=proof or Proof(checked=True)),
    )


def rules_of(findings: tuple[AuditFinding, ...]) -> list[str]:
    """Return the names of the rules that found something."""
    return list(dict.fromkeys(f.rule for f in findings))


__all__ = ["MONTH", "NOW", "TODAY", "WELL", "Word", "calm", "named", "run"]
