"""`inclusion measure add | list | chart`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

import typer

from inclusion_cli import asking, own_data
from inclusion_cli.casework.amend_refused import NotAmended
from inclusion_cli.casework.measure import (
    amended_measure,
    measure_receipt,
    measured_with,
    measures_from,
    record_measures,
)
from inclusion_cli.cli.options import Person, command, guided, nothing_saved
from inclusion_cli.cli.tree import group
from inclusion_cli.desk import Desk
from inclusion_cli.domain.casefile import Casefile
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.measure import Measure
from inclusion_cli.domain.measure_chart import MeasureChart, chart
from inclusion_cli.domain.measure_lines import MeasuresTaken, taken
from inclusion_cli.domain.measure_table import Instrument as InstrumentLine
from inclusion_cli.domain.measure_table import MeasureTable
from inclusion_cli.interviews import measure as asks
from inclusion_cli.interviews.question import Form, Question
from inclusion_cli.tongue import say

app = group("measure", say("Measures: take one, list them, draw them."), default="add")
Instrument = Annotated[
    str | None,
    typer.Argument(help=say("A measure by its key, like ucla_3."), metavar="[MEASURE]"),
]


def measure_questions() -> Iterator[Question]:
    """Return the questions of any measure that comes with inclusion."""
    return asks.every_question(own_data.measures().value)


@guided(app, "add", "measure", measure_questions)
def add(desk: Desk, person: Person = None) -> Any:
    """Take a measure with a person, or write down a score from elsewhere.

    Example: inclusion measure add AK-014. An answer that is left out gives no score.
    """
    case, draft = asking.begin(desk, person, "measure", say("a measure for"))
    table = own_data.measures(desk.settings.data)
    for note in table.notes if desk.asker is None else ():
        desk.told(note)  # who is asked reads it above the questions
    form = form_of(desk, case)
    given = asking.answers_about(desk, case, draft, form, "measure add")
    records = measures_from(given, table.value)
    with desk.writing() as work:
        kept = record_measures(work, case, records)
    if desk.call.dry_run:
        return nothing_saved(case.label, records, form, given)
    return measure_receipt(desk.reading, kept, notes=table.notes)


def form_of(desk: Desk, case: Casefile) -> Form:
    """Return what is asked to take a measure here, with the service's own table."""
    table, worker = own_data.measures(desk.settings.data), desk.worker.record.name
    it = asks.taking(
        case,
        table.value,
        today=desk.clock.today(),
        worker=worker,
        notes=table.notes,
    )
    return asks.form(case, it)


def amend_form_of(desk: Desk, case: Casefile, kept: Kept[Measure]) -> Form:
    """Return a measure opened again; its instrument stays."""
    one, table = _instrument(desk, kept)
    it = asks.taking(case, table, today=desk.clock.today())
    return asks.amend_form(case, kept.record, replace(it, fixed=one))


def amended(desk: Desk, kept: Kept[Measure], given: Mapping[str, Any]) -> Measure:
    """Return the measure that the answers make."""
    return amended_measure(kept.record, _instrument(desk, kept)[0], given)


def _instrument(desk: Desk, kept: Kept[Measure]) -> tuple[InstrumentLine, MeasureTable]:
    """Return the line of the table a measure was taken by, ours where it is gone."""
    table = own_data.measures(desk.settings.data).value
    key = kept.record.instrument
    one = table.get(key) or own_data.measures().value.get(key)
    if one is None:
        raise NotAmended("measure")
    return one, table


@command(app, "list")
def show(desk: Desk, person: Person = None) -> MeasuresTaken:
    """List what was measured: first score, latest, how many, and each time."""
    notes = own_data.measures(desk.settings.data).notes
    return taken(asking.anybody(desk, person), notes=notes)


@command(app, "chart")
def draw(desk: Desk, person: Person = None, measure: Instrument = None) -> MeasureChart:
    """Draw what was measured over time, each score with its number beside."""
    case = asking.anybody(desk, person)
    return chart(case, measured_with(case, measure) if measure else "")
