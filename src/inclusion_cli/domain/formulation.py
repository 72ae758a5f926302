"""The formulation: trigger, what tends to happen, early sign, what helps, control.

Source of the fields and of the two-strengths rule: practice reference 1.2.
"""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from inclusion_cli.domain.formulation_parts import (
    CONTROL_KINDS,
    LAWFUL_BASES,
    TRIGGER_KINDS,
    Basis,
    Capacity,
    Contributor,
    ControlKind,
    Dated,
    Disagreement,
    Exposure,
    Former,
    KeptWords,
    Presumed,
    Scenario,
    Signed,
    SignOff,
    Source,
    TriggerKind,
)
from inclusion_cli.domain.record import record, replace
from inclusion_cli.domain.values import HIGHEST, LOWEST

__all__ = [
    "CONTROL_KINDS",
    "LAWFUL_BASES",
    "SCENARIOS_MOST",
    "STRENGTHS_NEEDED",
    "TRIGGER_KINDS",
    "Basis",
    "Capacity",
    "Contributor",
    "Control",
    "ControlKind",
    "Dated",
    "Disagreement",
    "Exposure",
    "Former",
    "Formulation",
    "KeptWords",
    "Presumed",
    "Scenario",
    "SignOff",
    "Signed",
    "Source",
    "Status",
    "Trigger",
    "TriggerKind",
    "same_content",
]
STRENGTHS_NEEDED = 2
SCENARIOS_MOST = 3


@record
class Trigger:
    """A real situation that unsettles this person, and what is known about it.

    `example` is a past example with its date and source, "none known" counted as such;
    `rating` is the worry the person expects there now, 0 to 10. `unanswered_because` is
    why nothing is done about it, where nothing is.
    """

    id: str
    kind: TriggerKind
    situation: str
    tends_to_happen: str
    early_signs: str
    helps: str
    basis: Basis | None = None
    worse: str = ""
    exposure: Exposure | None = None
    example: str = ""
    rating: int | None = None
    unanswered_because: str = ""

    def __post_init__(self) -> None:
        if self.rating is not None and not LOWEST <= self.rating <= HIGHEST:
            raise ValueError("worry is rated from 0 to 10")


@record
class Control:
    """Anything done to limit or shape; it names the trigger it answers.

    A restriction also says why, on what lawful basis, what less limiting way was tried
    and what ends it. Anything else may name no trigger, "": that is probably a blanket
    rule, unless `no_trigger_because` says why it is needed. `started` is the day it
    began, `review_on` the day it is looked at by itself, before the whole is.
    """

    text: str
    kind: ControlKind
    trigger: str
    harm: str = ""
    lawful_basis: str = ""
    tried: str = ""
    ends_when: str = ""
    no_trigger_because: str = ""
    started: date | None = None
    review_on: date | None = None

    @property
    def is_limit(self) -> bool:
        """Say whether it is a restriction."""
        return self.kind is ControlKind.RESTRICTION

    def __post_init__(self) -> None:
        if not self.is_limit:
            return
        if not all((self.harm, self.lawful_basis, self.tried, self.ends_when)):
            raise ValueError("a restriction says why, on what basis, and what ends it")
        if not self.trigger:
            raise ValueError("a restriction names the trigger it answers")


class Status(Enum):
    """How far a version of a formulation is."""

    DRAFT = "draft"
    CURRENT = "current"
    SUPERSEDED = "superseded"


@record
class Formulation:
    """The shared account of what is hard, what is strong and what is done about it.

    `account` is the person's own, given on `account_on`; where they gave none,
    `no_account_because` says why and how their view was sought. `review_events` are the
    keys of the events that force an early review, empty for all of them. `former` are
    the situations of earlier versions that were taken out, `dated` the words that stand
    unchanged from an earlier version.
    """

    version: int
    what_matters: str
    cost_of_not_doing: str
    triggers: tuple[Trigger, ...]
    strengths: tuple[str, ...]
    controls: tuple[Control, ...]
    review_on: date
    account: str = ""
    account_on: date | None = None
    no_account_because: str = ""
    presenting: str = ""
    background: str = ""
    keeps_going: str = ""
    identity: str = ""
    scenarios: tuple[Scenario, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    sources: tuple[Source, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    capacity: Capacity | None = None
    sign_offs: tuple[SignOff, ...] = ()
    review_events: tuple[str, ...] = ()
    words_kept: tuple[KeptWords, ...] = ()
    former: tuple[Former, ...] = ()
    dated: tuple[Dated, ...] = ()

    def __post_init__(self) -> None:
        if not self.triggers:
            raise ValueError("a formulation names at least one trigger")
        if len(self.strengths) < STRENGTHS_NEEDED:
            raise ValueError(f"a formulation names {STRENGTHS_NEEDED} strengths")
        if len(self.scenarios) > SCENARIOS_MOST:
            raise ValueError(f"a formulation has {SCENARIOS_MOST} scenarios at most")
        known = {"", *(trigger.id for trigger in self.triggers)}
        if any(control.trigger not in known for control in self.controls):
            raise ValueError("each control names a trigger of this formulation")
        if any(not known >= set(plot.triggers) for plot in self.scenarios):
            raise ValueError("each scenario names triggers of this formulation")

    def trigger(self, trigger_id: str) -> Trigger | None:
        """Return the trigger with that id."""
        return next((t for t in self.triggers if t.id == trigger_id), None)

    def unanswered(self) -> tuple[Trigger, ...]:
        """Return the triggers no control answers: risk nobody is managing."""
        answered = {control.trigger for control in self.controls}
        return tuple(t for t in self.triggers if t.id not in answered)

    def untied(self) -> tuple[Control, ...]:
        """Return the controls that name no trigger: probably blanket rules."""
        return tuple(control for control in self.controls if not control.trigger)

    def open_risks(self) -> tuple[Trigger, ...]:
        """Return the triggers with neither an answer nor a reason."""
        return tuple(t for t in self.unanswered() if not t.unanswered_because)

    def blanket_rules(self) -> tuple[Control, ...]:
        """Return the controls with neither a trigger nor a reason."""
        return tuple(c for c in self.untied() if not c.no_trigger_because)

    def sign_off(self, who: str) -> SignOff | None:
        """Return the sign-off of "person", "worker" or "manager"."""
        return next((s for s in self.sign_offs if s.who == who), None)

    @property
    def is_signed(self) -> bool:
        """Say whether the worker signed and the person's answer is kept.

        A person who declined, or was not asked with a reason, holds nothing up.
        """
        worker = self.sign_off("worker")
        signed = worker is not None and worker.how is Signed.SIGNED
        return signed and self.sign_off("person") is not None

    def status(self, *, newest: int) -> Status:
        """Return how far this version is, where `newest` is the latest one."""
        if self.version < newest:
            return Status.SUPERSEDED
        return Status.CURRENT if self.is_signed else Status.DRAFT


def same_content(one: Formulation, other: Formulation) -> bool:
    """Say whether two versions say the same, whoever signed and whenever they are due.

    Source: practice reference 1.3, "reviewed but nothing changed".
    """
    return _content(one) == _content(other)


_NOT_CONTENT = ("version", "review_on", "sign_offs", "words_kept", "former", "dated")


def _content(formulation: Formulation) -> Formulation:
    return replace(formulation, **{name: _BLANK[name] for name in _NOT_CONTENT})


_BLANK: dict[str, Any] = {
    "version": 0,
    "review_on": date.min,
    **dict.fromkeys(_NOT_CONTENT[2:], ()),
}
