"""Every text of a formulation, with its name and whose words it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.formulation import Formulation, Scenario, Trigger


@record
class Text:
    """One text: the field it stands in, its name in words, and whose words it is.

    `field` names the kind of field, not its place, so that a line that moved is known
    again. `own` are the person's own words.
    """

    field: str
    label: str
    text: str
    own: bool = False


def texts_of(formulation: Formulation) -> tuple[Text, ...]:
    """Return every text that is there, in the order it is read."""
    return tuple(text for text in _all(formulation) if text.text)


def _all(it: Formulation) -> Iterator[Text]:
    yield Text("what_matters", "What matters", it.what_matters, own=True)
    yield Text("cost", "Cost of not doing it", it.cost_of_not_doing)
    yield Text("account", "Own account", it.account, own=True)
    yield Text("no_account", "Why there is no own account", it.no_account_because)
    yield Text("presenting", "What it is about now", it.presenting)
    yield Text("background", "Background", it.background)
    yield Text("keeps_going", "What keeps it going", it.keeps_going)
    yield Text("identity", "Culture, identity, past hurt", it.identity, own=True)
    for number, trigger in enumerate(it.triggers, start=1):
        yield from _trigger(number, trigger)
    for number, strength in enumerate(it.strengths, start=1):
        yield Text("strength", f"Strength {number}", strength)
    for number, control in enumerate(it.controls, start=1):
        what = f"What we do {number}"
        yield Text("control", what, control.text)
        yield Text("because", f"{what}: why", control.no_trigger_because)
        yield Text("harm", f"{what}: harm it prevents", control.harm)
        yield Text("tried", f"{what}: tried first", control.tried)
        yield Text("ends", f"{what}: ends when", control.ends_when)
    for number, scenario in enumerate(it.scenarios, start=1):
        yield from _scenario(number, scenario)
    for one in it.disagreements:
        yield Text("view", f"The view of {one.who}", one.view)
        yield Text("met", f"How the view of {one.who} was met", one.met)
    if it.capacity:
        yield Text("capacity", "Capacity, decision", it.capacity.decision)
        yield Text("support", "Capacity, support given", it.capacity.support)
        yield Text("outcome", "Capacity, outcome", it.capacity.outcome)


def _trigger(number: int, trigger: Trigger) -> Iterator[Text]:
    where = f"Situation {number}"
    yield Text("situation", where, trigger.situation)
    yield Text("tends", f"{where}: what tends to happen", trigger.tends_to_happen)
    yield Text("signs", f"{where}: first signs", trigger.early_signs)
    yield Text("helps", f"{where}: what helps", trigger.helps)
    yield Text("example", f"{where}: last time", trigger.example)
    yield Text("worse", f"{where}: what makes it worse", trigger.worse)
    yield Text("unanswered", f"{where}: why no answer", trigger.unanswered_because)


def _scenario(number: int, it: Scenario) -> Iterator[Text]:
    lines = (
        ("what", "what could happen", it.what),
        ("context", "when", it.context),
        ("starts", "how it starts", it.starts),
        ("soon", "how soon", it.soon),
        ("worst", "at the worst", it.worst),
        ("likely", "most likely", it.likely),
        ("protects", "what protects", it.protects),
        ("first_sign", "first sign", it.first_sign),
        ("we_do", "what we do", it.we_do),
        ("person_does", "what the person does", it.person_does),
        ("told", "who is told", it.told),
        ("will_not", "what we will not do", it.will_not),
    )
    for key, name, text in lines:
        yield Text(f"scenario_{key}", f"Scenario {number}: {name}", text)
