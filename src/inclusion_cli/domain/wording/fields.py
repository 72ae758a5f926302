"""The texts of a formulation: where each is, and whose words it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.formulation import Formulation


@record
class Field:
    """A text of a record: its key, its name, and whether it is somebody's own words.

    A `key` field is one that should say enough to act on.
    """

    where: str
    label: str
    text: str
    own: bool = False
    key: bool = False
    view: bool = False


def fields_of(it: Formulation) -> Iterator[Field]:
    """Return the texts of a formulation, in the order they are asked."""
    yield Field("what_matters", say("What matters"), it.what_matters, own=True)
    yield Field("account", say("Their account"), it.account, own=True)
    lost = it.cost_of_not_doing
    yield Field("cost_of_not_doing", say("Cost of not doing it"), lost, key=True)
    for where, label, text in (
        ("no_account_because", say("Why there is no account"), it.no_account_because),
        ("presenting", say("How it is now"), it.presenting),
        ("background", say("Background"), it.background),
        ("keeps_going", say("What keeps it going"), it.keeps_going),
    ):
        yield Field(where, label, text)
    yield Field("identity", say("Who they are"), it.identity, own=True)
    yield from _rows(it)


def _rows(it: Formulation) -> Iterator[Field]:
    for n, trigger in enumerate(it.triggers, start=1):
        at = f"trigger.{n}."
        yield Field(f"{at}situation", say("Situation {n}", n=n), trigger.situation)
        tends = trigger.tends_to_happen
        yield Field(f"{at}tends", say("What tends to happen {n}", n=n), tends, key=True)
        yield Field(f"{at}signs", say("First signs {n}", n=n), trigger.early_signs)
        yield Field(f"{at}helps", say("What helps {n}", n=n), trigger.helps)
        yield Field(f"{at}worse", say("What makes it worse {n}", n=n), trigger.worse)
        yield Field(f"{at}example", say("Past example {n}", n=n), trigger.example)
    for n, strength in enumerate(it.strengths, start=1):
        yield Field(f"strength.{n}.text", say("Strength {n}", n=n), strength)
    for n, control in enumerate(it.controls, start=1):
        at = f"control.{n}."
        yield Field(f"{at}text", say("What we do {n}", n=n), control.text)
        limit = control.is_limit
        yield Field(
            f"{at}harm", say("Harm it prevents {n}", n=n), control.harm, key=limit
        )
        yield Field(f"{at}tried", say("Tried first {n}", n=n), control.tried)
        ends = f"{at}ends" if limit else f"{at}until"
        yield Field(ends, say("It ends when {n}", n=n), control.ends_when)
    yield from _plots(it)


def _plots(it: Formulation) -> Iterator[Field]:
    for n, plot in enumerate(it.scenarios, start=1):
        at, label = f"scenario.{n}.", say("What could happen {n}", n=n)
        yield Field(f"{at}what", label, plot.what, key=True)
        for key in ("context", "starts", "soon", "worst", "likely", "protects"):
            yield Field(f"{at}{key}", label, getattr(plot, key))
        for key in ("first_sign", "we_do", "told", "will_not"):
            yield Field(f"{at}{key}", label, getattr(plot, key))
        yield Field(f"{at}person_does", label, plot.person_does, own=True)
    for n, other in enumerate(it.disagreements, start=1):
        label = say("Another view {n}", n=n)
        yield Field(f"disagreement.{n}.view", label, other.view, view=True)
        yield Field(f"disagreement.{n}.met", label, other.met)
    if it.capacity:
        for key in ("decision", "support", "outcome", "best_interests"):
            text = getattr(it.capacity, key)
            yield Field(f"capacity_{key}", say("Capacity"), text)
