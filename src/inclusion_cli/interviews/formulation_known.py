"""The answers a version of a formulation stands for, so that a new one starts there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.formulation import ControlKind
from inclusion_cli.interviews.formulation_done import UNTIL
from inclusion_cli.interviews.formulation_rows import KEEP, NO_SITUATION, OPEN
from inclusion_cli.interviews.question import raw_of
from inclusion_cli.plain import plain

if TYPE_CHECKING:
    from inclusion_cli.domain.formulation import Control, Formulation, Trigger

Given = dict[str, str | None]


def given_by(formulation: Formulation) -> Given:
    """Return the answers a version stands for; what it does not have is left open."""
    told: dict[str, Any] = {
        "what_matters": formulation.what_matters,
        "cost_of_not_doing": formulation.cost_of_not_doing,
        "account": formulation.account,
        "account_on": formulation.account_on,
        "no_account": formulation.no_account_because,
        "presenting": formulation.presenting,
        "background": formulation.background,
        "keeps_going": formulation.keeps_going,
        "identity": formulation.identity,
        "review_events": formulation.review_events,
    }
    for number, trigger in enumerate(formulation.triggers, start=1):
        told |= _trigger(_row_of(trigger.id, number), trigger)
    for number, strength in enumerate(formulation.strengths, start=1):
        told[f"strength.{number}.text"] = strength
    for number, control in enumerate(formulation.controls, start=1):
        told |= _control(number, control, formulation)
    told |= _lists(formulation)
    return {
        key: None if key.endswith(_SKIPPED) and not value else raw_of(value)
        for key, value in told.items()
        if value not in (None, "", ()) or key.endswith((".triggers", *_SKIPPED))
    }


_SKIPPED = (".context", ".protects")
"""What may be left out of a scenario, and is not asked again."""


def rows_gone(formulation: Formulation) -> frozenset[int]:
    """Return the numbers of situations that were taken out, so that none comes back."""
    used = {_row_of(trigger.id, 0) for trigger in formulation.triggers}
    former = {_row_of(gone.id, 0) for gone in formulation.former}
    return frozenset(range(1, max(used | former) + 1)) - used


def _row_of(trigger: str, place: int) -> int:
    return int(trigger[1:]) if trigger[1:].isdigit() else place


def _trigger(row: int, trigger: Trigger) -> dict[str, Any]:
    fields = {
        "situation": trigger.situation,
        "kind": trigger.kind,
        "tends": trigger.tends_to_happen,
        "signs": trigger.early_signs,
        "helps": trigger.helps,
        "unanswered": trigger.unanswered_because,
        "basis": trigger.basis,
        "example": trigger.example,
        "worse": trigger.worse,
        "exposure": trigger.exposure,
        "rating": trigger.rating,
    }
    return {f"trigger.{row}.{key}": value for key, value in fields.items()}


def _control(row: int, control: Control, of: Formulation) -> dict[str, Any]:
    ids = [trigger.id for trigger in of.triggers]
    tied = bool(control.trigger)
    place = ids.index(control.trigger) + 1 if tied else 0
    fields = {
        "text": control.text,
        "kind": control.kind,
        "trigger": f"t{_row_of(control.trigger, place)}" if tied else NO_SITUATION,
        "untied": "" if tied else KEEP if control.no_trigger_because else OPEN,
        "because": control.no_trigger_because,
        "harm": control.harm,
        "basis": control.lawful_basis,
        "tried": control.tried,
        "ends" if control.kind is ControlKind.RESTRICTION else UNTIL: control.ends_when,
        "started": control.started,
        "review_on": control.review_on,
    }
    return {f"control.{row}.{key}": value for key, value in fields.items()}


def _lists(formulation: Formulation) -> dict[str, Any]:
    told: dict[str, Any] = {}
    groups: dict[str, tuple[Any, ...]] = {
        "scenario": formulation.scenarios,
        "contributor": formulation.contributors,
        "source": formulation.sources,
        "disagreement": formulation.disagreements,
    }
    for group, rows in groups.items():
        for number, row in enumerate(rows, start=1):
            for name, value in plain(row).items():
                item = tuple(value) if isinstance(value, list) else value
                told[f"{group}.{number}.{name}"] = item
    if formulation.capacity:
        for name, value in plain(formulation.capacity).items():
            told[f"capacity_{name}"] = value
    return told
