"""People on a list, and one person's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation import ControlKind, Formulation
from inclusion_cli.domain.pages import Caseload, PersonPage
from inclusion_cli.screens.page import Block, Command, Grid, Heading, Items, Line, Title
from inclusion_cli.screens.parts import alarm_words, listed, named
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator


def picture(record: Caseload | PersonPage) -> Iterator[Block | None]:
    """Return people, or a person, as a page."""
    match record:
        case Caseload():
            return _caseload(record)
        case PersonPage():
            return _person(record)


def _caseload(found: Caseload) -> Iterator[Block]:
    if not found.people:
        yield Line(say("There is nobody here yet."))
        yield Command(say("Next:"), ("person", "add"))
        return
    rows = tuple(
        (
            line.code,
            line.name,
            line.step,
            say_day(line.last) if line.last else say("no session yet"),
            say("closed {closed}", closed=say_day(line.closed)) if line.closed else "",
        )
        for line in found.people
    )
    yield Grid(
        (say("Code"), say("Name"), say("Step"), say("Last session"), say("File")), rows
    )
    if many := found.closed_hidden:
        hidden = say_many("{number} closed file", "{number} closed files", many)
        more = say("{hidden} not shown. To see all:", hidden=hidden)
        yield Command(more, ("person", "list", "--all"))


def _person(found: PersonPage) -> Iterator[Block | None]:
    yield Title(f"{found.name}, {found.code}")
    if found.closed:
        yield Line(
            say("This file was closed on {closed}.", closed=say_day(found.closed))
        )
    yield from _alarms(found)
    last = say(" Last session: {last}.", last=say_day(found.last)) if found.last else ""
    yield Line(
        say("On {step}.{last}", step=found.step, last=last)
        if found.on_step
        else found.step
    )
    if found.goal:
        yield Line(say("Goal: {goal}", goal=found.goal))
    if found.less:
        yield Line(found.less, strong=True)
    yield from _formulation(found)
    if found.money:
        yield Heading(say("Money"))
        yield from (Line(line) for line in found.money)
        yield Command(say("The whole of it:"), ("money", "show", found.code))
    yield from _under(say("Limits"), found.limits)
    yield from _under(say("Risk decisions"), found.risks)
    yield from _under(say("What they chose to say about themselves"), found.about)
    yield Heading(say("Card"))
    yield Line(found.card)
    if found.consents:
        yield Heading(say("Consent that holds"))
        yield Items(tuple(("", "", line) for line in found.consents))
    if found.measures:
        yield Heading(say("Measures"))
    for one in found.measures:
        yield Line(one.what)
        yield from listed(one.lines)
    due = tuple(("", "", item.says) for item in found.due if not item.alarm)
    if due:
        yield Heading(say("Due"))
        yield Items(due)


def _alarms(found: PersonPage) -> Iterator[Block]:
    """Return every alarm once: of the ladder, and of what is due beside it.

    What is due says the same and may say more, such as what else to look at then.
    """
    due = [(item.alarm, item.says) for item in found.due if item.alarm]
    own = [(alarm.side.value, alarm.says) for alarm in found.alarms]
    alone = [
        (side, says)
        for side, says in own
        if not any(side == too and more.startswith(says) for too, more in due)
    ]
    for side, says in dict.fromkeys((*alone, *due)):
        yield Line(alarm_words(side, says), strong=True)


def _under(heading: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        yield Heading(heading)
        yield Items(tuple(("", "", line) for line in lines))


def _formulation(found: PersonPage) -> Iterator[Block]:
    formulation = found.formulation
    yield Heading(say("Formulation"))
    if formulation is None and found.closed:
        yield Line(say("None was written."))
        return
    if formulation is None:
        yield Command(say("None yet. Next:"), ("formulate", found.code))
        return
    review = say_day(found.formulation_review or formulation.review_on)
    draft = "" if formulation.is_signed else say(", a draft")
    yield Line(
        say(
            "Version {version}{draft}. Look at it again on {review}.",
            version=formulation.version,
            draft=draft,
            review=review,
        )
    )
    yield Line(
        say("What matters: {what_matters}", what_matters=formulation.what_matters)
    )
    yield Line(
        say(
            "Lost by being too careful: {cost_of_not_doing}",
            cost_of_not_doing=formulation.cost_of_not_doing,
        )
    )
    for number, trigger in enumerate(formulation.triggers, start=1):
        yield Line(f"{number}. {trigger.situation}")
        yield named(
            (
                (say("What tends to happen"), trigger.tends_to_happen),
                (say("First signs"), trigger.early_signs),
                (say("What helps"), trigger.helps),
                *_controls(formulation, trigger.id),
            )
        )
    for control in formulation.untied():
        yield Line(say("For no situation: {text}", text=control.text))
    yield Line(
        say("Strengths: {strengths}", strengths="; ".join(formulation.strengths))
    )
    yield Command(say("The whole of it:"), ("formulate", "show", found.code))


_KINDS = {
    ControlKind.SUPPORT: say("Support"),
    ControlKind.ENVIRONMENTAL: say("Surroundings"),
    ControlKind.AGREEMENT: say("An agreement"),
    ControlKind.RESTRICTION: say("A restriction"),
}


def _controls(formulation: Formulation, trigger: str) -> Iterator[tuple[str, str]]:
    own = [control for control in formulation.controls if control.trigger == trigger]
    for control in own:
        yield _KINDS[control.kind], control.text
    if not own:
        known = formulation.trigger(trigger)
        why = known.unanswered_because if known else ""
        yield (
            say("Agreed"),
            say("Nothing, because: {why}", why=why) if why else say("Nothing yet."),
        )
