"""People on a list, and one person's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation import ControlKind, Formulation
from inclusion_cli.domain.pages import Caseload, PersonPage
from inclusion_cli.domain.values import counted
from inclusion_cli.screens.page import (
    Block,
    Command,
    Grid,
    Heading,
    Items,
    Line,
    Page,
    Title,
    page,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


def picture(record: Caseload | PersonPage) -> Page:
    """Return people, or a person, as a page."""
    match record:
        case Caseload():
            return _caseload(record)
        case PersonPage():
            return page(*_person(record))


def _caseload(found: Caseload) -> Page:
    if not found.people:
        return page(
            Line("There is nobody here yet."),
            Command("Next:", ("person", "add")),
        )
    rows = tuple(
        (
            line.code,
            line.name,
            line.step,
            say_day(line.last) if line.last else "no session yet",
            f"closed {say_day(line.closed)}" if line.closed else "",
        )
        for line in found.people
    )
    hidden = counted(found.closed_hidden, "closed file")
    return page(
        Grid(("Code", "Name", "Step", "Last session", "File"), rows),
        Command(f"{hidden} not shown. To see all:", ("person", "list", "--all"))
        if found.closed_hidden
        else None,
    )


def _person(found: PersonPage) -> Iterator[Block | None]:
    yield Title(f"{found.name}, {found.code}")
    if found.closed:
        yield Line(f"This file was closed on {say_day(found.closed)}.")
    for alarm in found.alarms:
        yield Line(f"{alarm.side.value.upper()} ALARM. {alarm.says}", strong=True)
    last = f" Last session: {say_day(found.last)}." if found.last else ""
    yield Line(f"On {found.step}.{last}" if found.step[0] == "s" else found.step)
    if found.goal:
        yield Line(f"Goal: {found.goal}")
    yield from _formulation(found)
    yield Heading("Card")
    yield Line(found.card)
    due = tuple(("", "", item.says) for item in found.due if not item.alarm)
    if due:
        yield Heading("Due")
        yield Items(due)


def _formulation(found: PersonPage) -> Iterator[Block]:
    formulation = found.formulation
    yield Heading("Formulation")
    if formulation is None:
        yield Command("None yet. Next:", ("formulate", found.code))
        return
    review = say_day(found.formulation_review or formulation.review_on)
    draft = "" if formulation.is_signed else ", a draft"
    yield Line(f"Version {formulation.version}{draft}. Look at it again on {review}.")
    yield Line(f"What matters: {formulation.what_matters}")
    yield Line(f"Lost by being too careful: {formulation.cost_of_not_doing}")
    for number, trigger in enumerate(formulation.triggers, start=1):
        yield Line(f"{number}. {trigger.situation}")
        yield Items(
            (
                ("", "What tends to happen", trigger.tends_to_happen),
                ("", "First signs", trigger.early_signs),
                ("", "What helps", trigger.helps),
                *_controls(formulation, trigger.id),
            )
        )
    for control in formulation.untied():
        yield Line(f"For no situation: {control.text}")
    yield Line(f"Strengths: {'; '.join(formulation.strengths)}")
    yield Command("The whole of it:", ("formulate", "show", found.code))


_KINDS = {
    ControlKind.SUPPORT: "Support",
    ControlKind.ENVIRONMENTAL: "Surroundings",
    ControlKind.AGREEMENT: "An agreement",
    ControlKind.RESTRICTION: "A restriction",
}


def _controls(formulation: Formulation, trigger: str) -> Iterator[tuple[str, str, str]]:
    own = [control for control in formulation.controls if control.trigger == trigger]
    for control in own:
        yield ("", _KINDS[control.kind], control.text)
    if not own:
        known = formulation.trigger(trigger)
        why = known.unanswered_because if known else ""
        yield ("", "Agreed", f"Nothing, because: {why}" if why else "Nothing yet.")
