"""Making the person's own copy: logged, with what is not in it and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.leaving import disclosure_of
from inclusion_cli.casework.papers import sheet
from inclusion_cli.domain.consent_items import RECORD
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.leaving import Leaving
from inclusion_cli.domain.my_record import MyRecord, my_record, pieces
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.my_record_leaves import LeftOut
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

FORM = "pack_my_record"
PURPOSE = say("Their own copy")


def about_others(reading: Reading, case: Casefile) -> tuple[LeftOut, ...]:
    """Return the pieces of a file that tell of others."""
    return pieces(case, other_names(reading, case))


def other_names(reading: Reading, case: Casefile) -> tuple[str, ...]:
    """Return the names of the other people of the service, and their first words."""
    own = {*case.person.record.name.split(), case.person.record.name, case.known_as}
    names: set[str] = set()
    for kept in reading.people():
        if kept.id != case.person.id:
            told = kept.record
            names |= {told.name, told.known_as, told.name.split()[0], told.code}
    return tuple(sorted(names - own))


def make_copy(work: Work, case: Casefile, given: Mapping[str, Any]) -> MyRecord:
    """Log that the copy is made, with what is left out and why, and return it."""
    on, file = work.clock.today(), case.person.file
    told = Leaving(case.known_as, say("the person"), PURPOSE, Rests.TO_THE_PERSON)
    marks = sheet(
        work, case.person.record.code, recipient=case.known_as, purpose=PURPOSE, on=on
    )
    made = my_record(
        case,
        marks,
        names=other_names(work, case),
        allowed=given.get("allow") or (),
        large=given.get("large") == "yes",
    )
    paper = Paper(
        PaperKind.MY_RECORD,
        on,
        recipient=case.known_as,
        purpose=PURPOSE,
        size="large" if given.get("large") == "yes" else "a4",
    )
    kept = work.add(paper, file=file)
    disclosure = disclosure_of(work, told, items=(RECORD,), paper=kept.id)
    out = tuple(
        f"{short_id(one.record)} {one.what}: {one.why}" for one in made.left_out
    )
    checked = replace(disclosure, decided_by=given["checked_by"], left_out=out)
    work.add(checked, file=file)
    work.clear_draft(file, FORM)
    return made


def says_left_out(made: MyRecord) -> Iterator[str]:
    """Return what is not in the copy, for the worker who makes it."""
    if not made.left_out:
        yield say("Nothing is left out.")
        return
    yield say("Left out, and logged with the reason:")
    for one in made.left_out:
        yield say(
            "  {short}  {what}. {why}",
            short=short_id(one.record),
            what=one.what,
            why=one.why,
        )
