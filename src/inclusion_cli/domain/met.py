"""When a session met a situation: one rule, for every page that says so.

A session met what its step meets, where it was gone to, and what its debrief tells of
beside that: a request for money or things, drink or drugs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept


def last_met(case: Casefile, name: str, *, until: date) -> Kept[Debrief] | None:
    """Return the latest session up to a day that met a situation, by its id."""
    found = [d for d in case.debriefs if d.on <= until and name in met_in(case, d)]
    return max(found, key=lambda debrief: debrief.order, default=None)


def met_in(case: Casefile, kept: Kept[Debrief]) -> frozenset[str]:
    """Return the situations that a session met, by id; in words where it has none."""
    besides = met_besides(case, kept)
    if not kept.record.outcome.attended:
        return besides
    return met_by_step(case, kept.record.step) | besides


def met_by_step(case: Casefile, step_id: str) -> frozenset[str]:
    """Return what a step meets by id, where its words are those of the formulation."""
    step = case.step(step_id)
    if step is None:
        return frozenset()
    triggers = case.formulation.record.triggers if case.formulation else ()
    known = {folded(t.situation): t.id for t in triggers}
    return frozenset(known.get(folded(one), one) for one in step.record.triggers)


def met_besides(case: Casefile, kept: Kept[Debrief]) -> frozenset[str]:
    """Return what a debrief tells of beside the step: a request, drink or drugs."""
    told, met = kept.record, frozenset[str]()
    if told.money:
        met |= of_kind(case, TriggerKind.MONEY_PRESSURE)
    if told.used and told.used.what:
        met |= of_kind(case, TriggerKind.SUBSTANCE_SETTING)
    return met


def of_kind(case: Casefile, kind: TriggerKind) -> frozenset[str]:
    """Return the situations of a kind, by id."""
    triggers = case.formulation.record.triggers if case.formulation else ()
    return frozenset(t.id for t in triggers if t.kind is kind)
