"""Finding a formulation still true, or telling that something has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation import Formulation
from inclusion_cli.domain.formulation_copy import copies
from inclusion_cli.domain.formulation_events import review_day, say_events, silent
from inclusion_cli.domain.recheck import Event, Found, Recheck
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation_copy import Named
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

NOT_TODAY = "not_today"


def others(reading: Reading, case: Casefile) -> tuple[Named, ...]:
    """Return the formulations of everybody else who is supported, by their codes."""
    people = {
        kept.file: kept.record.code
        for kept in reading.people()
        if kept.record.closed_on is None and kept.file != case.person.file
    }
    return tuple(
        (people[kept.file], kept.record)
        for kept in reading.all(Formulation)
        if kept.file in people
    )


def recheck_from(
    kept: Kept[Formulation], answers: Mapping[str, Any], *, on: date
) -> Recheck:
    """Return the look again the answers stand for."""
    found, said = Found(answers["found"]), answers.get("with_person")
    change = answers.get("change")
    return Recheck(
        formulation=kept.id,
        version=kept.record.version,
        on=on,
        found=found,
        with_person=None if said is None else said == YES,
        unchanged_because=answers.get("unchanged_because") or "",
        change=Event(change) if change else None,
        what=answers.get("what_is_new") or "",
        review_on=answers.get("review_on"),
    )


def confirm(work: Work, case: Casefile, look: Recheck) -> Saved:
    """Keep a look again at the formulation."""
    kept = recheck(work, case, look)
    work.clear_draft(case.person.file, "formulation_confirm")
    code, version = case.person.record.code, look.version
    true = look.found is Found.STILL_TRUE
    said = (
        say("version {version} is still true.", version=version)
        if true
        else say("something has changed.")
    )
    return Saved(
        say("Saved for {label}: {said}", label=case.label, said=said),
        code=code,
        kind="recheck",
        id=kept.id,
        record=look,
        follows=tuple(recheck_follows(work, case)),
        next=("formulate", "show", code) if true else ("formulate", code),
    )


def recheck(work: Work, case: Casefile, look: Recheck) -> Kept[Recheck]:
    """Write a look again."""
    return work.add(look, file=case.person.file)


def recheck_at_review(
    work: Work, case: Casefile, answers: Mapping[str, Any]
) -> tuple[str, ...]:
    """Write the look again of a step review, where there was one; return what follows.

    Nobody said whether the person took part in that.
    """
    said = answers.get("formulation")
    if case.formulation is None or said in (None, NOT_TODAY):
        return ()
    told = {**answers, "found": said, "with_person": None, "review_on": None}
    look = recheck_from(case.formulation, told, on=work.clock.today())
    recheck(work, case, look)
    if look.found is Found.CHANGED:
        return (say("Write what has changed as a new version of the formulation."),)
    return tuple(recheck_follows(work, case))


def recheck_follows(work: Work, case: Casefile) -> Iterator[str]:
    """Return what follows from a look again that was kept."""
    after = work.casefile(case.person.file)
    if unsaid := silent(after):
        said = say_events(unsaid, today=work.clock.today())
        yield say(
            "Nobody said why nothing changed after {said}. The alarm stays.", said=said
        )
    if after.formulation:
        for copied in copies(after.formulation.record, others(work, after)):
            yield copied.says
    if day := review_day(after):
        yield say(
            "The formulation is to be looked at again on {day}.", day=say_day(day)
        )
