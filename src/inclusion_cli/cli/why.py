"""`inclusion why`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from inclusion_cli.casework.commissioner import why_pack
from inclusion_cli.casework.look_up import NoId, NotYours, by_code, find_record
from inclusion_cli.casework.why import kept_of, why_record
from inclusion_cli.cli.amend import Kind
from inclusion_cli.cli.mending import labels
from inclusion_cli.cli.options import command
from inclusion_cli.cli.today import today
from inclusion_cli.cli.tree import single
from inclusion_cli.cli.why_finding import finding_behind
from inclusion_cli.desk import Desk
from inclusion_cli.domain.claims_why import ClaimsWhy
from inclusion_cli.domain.person import matching
from inclusion_cli.domain.trail import Trail
from inclusion_cli.domain.why import DueWhy, PersonWhy, due_why, person_why
from inclusion_cli.errors import NothingFound
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

app = single("why")
MOST_RECORDS = 1000
"""Ids of records told behind one claim."""
LONGEST_NUMBER = 3
"""Digits of a line of home; an id has more signs."""


class NoSuchLine(NothingFound):
    """Home has no line of that number."""

    hint = say("To see home, type: inclusion")

    def __init__(self, number: int, last: int) -> None:
        lines = (
            say("Its lines are 1 to {last}.", last=last)
            if last
            else say("Nothing is due.")
        )
        super().__init__(
            say("Home has no line {number}. {lines}", number=number, lines=lines)
        )


class NothingToExplain(NothingFound):
    """What was typed is nothing that can be explained, or nothing was typed."""

    hint = say("To find a record by its words, type: inclusion find")

    def __init__(self, typed: str | None) -> None:
        lead = (
            say("Type what you want explained.")
            if typed is None
            else say('Nothing here is called "{typed}".', typed=one_line(typed))
        )
        super().__init__(
            say(
                "{lead} Behind the word why, you can type:\n"
                "  a line number of home, like 3.\n"
                "  the code of a person, like AK-014.\n"
                "  the letters before a finding of the audit, like 4G3J8Z.\n"
                "  the id beside a record in a list or on a paper, like 0f3a2b1c. Its "
                "first 4 digits and letters are enough.",
                lead=lead,
            )
        )


@command(app)
def why(
    desk: Desk,
    about: Annotated[
        str | None,
        typer.Argument(
            help=say(
                "An id, a code, a line number of home, or the letters of a finding."
            ),
            metavar="ID",
        ),
    ] = None,
    which: Kind = None,
) -> Any:
    """Say what stands behind a record, a person, a line of home, or a finding.

    Examples: inclusion why 3. inclusion why AK-014. inclusion why 0f3a2b1c. A line of
    home: its rule and its records. A person: each thing that was agreed, beside the
    records. A record: what it rests on, and what rests on it. A finding of the audit,
    by its 6 letters or its rule: what the rule looks for, and the records.
    """
    if about is None:
        raise NothingToExplain(about)
    if about.isascii() and about.isdigit() and len(about) <= LONGEST_NUMBER:
        return _line(desk, int(about))
    if which is None and by_code(about, desk.reading.people()):
        return _person(desk, about)
    try:
        trail = find_record(desk.search, about, which, worker=desk.worker.id)
    except (NothingFound, NoId) as error:
        if which is not None or isinstance(error, NotYours):
            raise
        return _no_record(desk, about)
    if trail.kind == "paper" and (claims := _claims(desk, trail)):
        return claims
    return why_record(
        desk.reading,
        trail,
        labels(desk, trail),
        now=desk.clock.now(),
        defaults=desk.defaults,
    )


def _no_record(desk: Desk, about: str) -> Any:
    """Return a person or a finding that was meant. Raises NothingToExplain."""
    if matching(about, desk.reading.people()):
        return _person(desk, about)
    if found := finding_behind(desk, about):
        return found
    raise NothingToExplain(about) from None


def _claims(desk: Desk, trail: Trail) -> ClaimsWhy | None:
    """Return what stands behind a pack of claims, None for any other paper."""
    stands = trail.standing
    if stands is None or not stands.record.claims:
        return None
    paper = kept_of(trail, stands)
    then = desk.reading_then(paper.recorded_at)
    return why_pack(then, paper, desk.defaults, records=MOST_RECORDS)


def _person(desk: Desk, typed: str) -> PersonWhy:
    case = desk.reading.casefile(desk.anyone(typed).file)
    return person_why(case, now=desk.clock.now(), defaults=desk.defaults)


def _line(desk: Desk, number: int) -> DueWhy:
    items = today(desk).items
    if not 1 <= number <= len(items):
        raise NoSuchLine(number, len(items))
    item = items[number - 1]
    person = by_code(item.code, desk.reading.people())
    case = desk.reading.casefile(person.file) if person else None
    return due_why(number, item, case)
