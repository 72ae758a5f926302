"""`inclusion why`."""

from __future__ import annotations

from typing import Annotated

import typer

from inclusion_cli.casework import why as acts
from inclusion_cli.casework.amend import GoneAlready
from inclusion_cli.cli.options import command
from inclusion_cli.cli.today import today
from inclusion_cli.cli.trails import case_of, standing_of, traced
from inclusion_cli.cli.tree import single
from inclusion_cli.desk import Desk
from inclusion_cli.domain.person import matching
from inclusion_cli.domain.told import kind_words
from inclusion_cli.domain.why import WhyPage
from inclusion_cli.errors import NothingFound

app = single("why")
LONGEST_LINE = 3  # signs; a number this short is a line of home, not an id


@command(app)
def why(
    desk: Desk,
    asked: Annotated[
        str,
        typer.Argument(
            metavar="WHAT", help="The id of a record, a person, or a line of home."
        ),
    ],
) -> WhyPage:
    """Say why: what a record rests on, and what rests on it.

    With a person's code: where they stand, line by line, with dates and records. With
    the number of a line of home: why that line stands there.

    Examples: inclusion why 4f09a1c2. inclusion why AK-014. inclusion why 3
    """
    text = asked.strip()
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_LINE:
        return _line(desk, int(text))
    people = matching(text, desk.reading.people())
    if len(people) == 1 and people[0].record.code.casefold() == text.casefold():
        return _person(desk, people[0].file)
    return _record(desk, text)


def _line(desk: Desk, number: int) -> WhyPage:
    from inclusion_cli.store.trails import in_file

    shown = today(desk)
    if not 1 <= number <= len(shown.items):
        last = len(shown.items)
        says = f"Home has {last} lines." if last else "Home has no line today."
        raise NothingFound(f"There is no line {number}. {says}")
    item = shown.items[number - 1]
    people = matching(item.code, desk.reading.people())
    around = in_file(desk.reading, people[0].file) if people else {}
    return acts.why_due(item, number, around)


def _person(desk: Desk, file: str) -> WhyPage:
    from inclusion_cli.store.trails import in_file

    case = desk.reading.casefile(file)
    around = in_file(desk.reading, file)
    return acts.why_person(case, around, now=desk.clock.now())


def _record(desk: Desk, typed: str) -> WhyPage:
    from inclusion_cli.store.trails import in_file, naming

    trace = traced(desk, typed)
    kept = standing_of(desk, trace)
    if kept is None:
        raise GoneAlready(kind_words(trace.kind), trace.record)
    return acts.why_record(
        desk.reading,
        case_of(desk, trace),
        kept,
        in_file(desk.reading, trace.file),
        naming(desk.reading, trace.file, trace.record),
        now=desk.clock.now(),
    )
