"""Every text of a formulation, with its name and whose words it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

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
    yield Text("what_matters", say("What matters"), it.what_matters, own=True)
    yield Text("cost", say("Cost of not doing it"), it.cost_of_not_doing)
    yield Text("account", say("Own account"), it.account, own=True)
    yield Text("no_account", say("Why there is no own account"), it.no_account_because)
    yield Text("presenting", say("What it is about now"), it.presenting)
    yield Text("background", say("Background"), it.background)
    yield Text("keeps_going", say("What keeps it going"), it.keeps_going)
    yield Text("identity", say("Culture, identity, past hurt"), it.identity, own=True)
    for number, trigger in enumerate(it.triggers, start=1):
        yield from _trigger(number, trigger)
    for number, strength in enumerate(it.strengths, start=1):
        yield Text("strength", say("Strength {number}", number=number), strength)
    for number, control in enumerate(it.controls, start=1):
        what = say("What we do {number}", number=number)
        yield Text("control", what, control.text)
        yield Text("because", say("{what}: why", what=what), control.no_trigger_because)
        yield Text("harm", say("{what}: harm it prevents", what=what), control.harm)
        yield Text("tried", say("{what}: tried first", what=what), control.tried)
        yield Text("ends", say("{what}: ends when", what=what), control.ends_when)
    for number, scenario in enumerate(it.scenarios, start=1):
        yield from _scenario(number, scenario)
    for one in it.disagreements:
        yield Text("view", say("The view of {who}", who=one.who), one.view)
        yield Text("met", say("How the view of {who} was met", who=one.who), one.met)
    if it.capacity:
        yield Text("capacity", say("Capacity, decision"), it.capacity.decision)
        yield Text("support", say("Capacity, support given"), it.capacity.support)
        yield Text("outcome", say("Capacity, outcome"), it.capacity.outcome)
        where = it.capacity.best_interests
        yield Text("best_interests", say("Best-interests decision"), where)


def _trigger(number: int, trigger: Trigger) -> Iterator[Text]:
    where = say("Situation {number}", number=number)
    yield Text("situation", where, trigger.situation)
    yield Text(
        "tends",
        say("{where}: what tends to happen", where=where),
        trigger.tends_to_happen,
    )
    yield Text("signs", say("{where}: first signs", where=where), trigger.early_signs)
    yield Text("helps", say("{where}: what helps", where=where), trigger.helps)
    yield Text("example", say("{where}: last time", where=where), trigger.example)
    yield Text("worse", say("{where}: what makes it worse", where=where), trigger.worse)
    yield Text(
        "unanswered",
        say("{where}: why no answer", where=where),
        trigger.unanswered_because,
    )


def _scenario(number: int, it: Scenario) -> Iterator[Text]:
    lines = (
        ("what", say("what could happen"), it.what),
        ("context", "when", it.context),
        ("starts", say("how it starts"), it.starts),
        ("soon", say("how soon"), it.soon),
        ("worst", say("at the worst"), it.worst),
        ("likely", say("most likely"), it.likely),
        ("protects", say("what protects"), it.protects),
        ("first_sign", say("first sign"), it.first_sign),
        ("we_do", say("what we do"), it.we_do),
        ("person_does", say("what the person does"), it.person_does),
        ("told", say("who is told"), it.told),
        ("will_not", say("what we will not do"), it.will_not),
    )
    for key, name, text in lines:
        yield Text(
            f"scenario_{key}",
            say("Scenario {number}: {name}", number=number, name=name),
            text,
        )
