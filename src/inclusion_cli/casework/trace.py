"""Drawing the thread of one person, and the form of it that names nobody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.leaving import leaving_from, log_leaving
from inclusion_cli.casework.look_up import authors_of
from inclusion_cli.casework.papers import sheet
from inclusion_cli.casework.why import kept_of
from inclusion_cli.domain.consent_items import RECORD
from inclusion_cli.domain.names_hidden import hide, is_named
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.perhaps_named import INSTEAD, perhaps_names
from inclusion_cli.domain.trace import Trace, TracePaper, nameless, trace
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.trails import Trails
    from inclusion_cli.store.work import Work


def thread(trails: Trails, case: Casefile, *, now: datetime) -> Trace:
    """Return the thread of a person, every version of the card in it."""
    return trace(
        case,
        now=now,
        authors=authors_of(trails),
        formulations=_formulations(trails, case),
        cards=tuple(_versions(trails, case.card)),
    )


def unnamed(
    trails: Trails, case: Casefile, letter: str, *, now: datetime
) -> tuple[Trace, tuple[str, ...]]:
    """Return the thread of a person with a letter for them, and what is left out of it.

    Names that are known here are replaced. Words of people that may be names of others
    are left out: they are for the worker to look over, and stand on no paper.
    """
    told = thread(trails, case, now=now)
    made = nameless(told, letter, names_to_hide(trails, case, letter))
    lines = (line for line in made.lines if not line.gap)
    found = perhaps_names(text for line in lines for text in (line.says, line.quote))
    return nameless(made, letter, dict.fromkeys(found, INSTEAD)), found


def says_names_out(found: Iterable[str]) -> tuple[str, ...]:
    """Return which words were left out as names, for the worker who gives it away."""
    names = "; ".join(found)
    out = (say("Left out, because they may be names: {names}.", names=names),)
    return (*(out if names else ()), HIDDEN)


FORM = "trace"
NOTES = (
    say(
        "A line with No evidence found is a gap in what is written. It may have been "
        "done."
    ),
    say("What a safeguarding concern says is not in this paper."),
)
HIDDEN = say(
    "Names that are known here are left out. Others may stand in what somebody said: "
    "read it through before you give it away."
)


def paper_of(
    work: Work, case: Casefile, told: Trace, given: Mapping[str, Any]
) -> TracePaper:
    """Log that a thread is printed and who gets it; return it with its marks."""
    on, file, leaves = work.clock.today(), case.person.file, leaving_from(given)
    paper = Paper(
        PaperKind.TRACE, on, recipient=leaves.recipient, purpose=leaves.purpose
    )
    log_leaving(work, file, paper, leaves, case=case, items=(RECORD,))
    marks = sheet(
        work, told.code, recipient=leaves.recipient, purpose=leaves.purpose, on=on
    )
    work.clear_draft(file, FORM)
    return TracePaper(marks, told, (*NOTES, *([HIDDEN] if told.anonymous else [])))


def _versions(trails: Trails, kept: Kept[Any] | None) -> Iterator[Kept[Any]]:
    """Return each version of a record that counts, oldest first."""
    trail = trails.trail(kept.id) if kept else None
    if trail is None:
        return
    for past in trail.alive:
        if past.record is not None:
            yield kept_of(trail, past)


def _formulations(trails: Trails, case: Casefile) -> tuple[Kept[Any], ...]:
    """Return the formulation by its versions: each on its first day, as last signed."""
    found: dict[int, Kept[Any]] = {}
    for kept in _versions(trails, case.formulation):
        before = found.get(kept.record.version)
        at = before.happened_at if before else kept.happened_at
        found[kept.record.version] = replace(kept, happened_at=at)
    return tuple(found.values())


def names_to_hide(trails: Trails, case: Casefile, letter: str) -> dict[str, str]:
    """Return each name that is known here, and what stands for it.

    Those of the person, the workers, other people of the service, who helped, who is
    on the card, and the partners.
    """
    person = say("Person {letter}", letter=letter)
    places = (name for name in _places(trails, case) if is_named(name))
    hidden = dict.fromkeys(places, say("somebody"))
    for name in _other_names(trails, case):
        hidden |= hide(name, say("somebody"))
    for kept in trails.people():
        if kept.id != case.person.id:
            for name in (kept.record.name, kept.record.known_as, kept.record.code):
                hidden |= hide(name, say("another person"))
    for number, worker in enumerate(trails.workers(), start=1):
        hidden |= hide(worker.record.name, say("Worker {number}", number=number))
    if service := trails.service():
        hidden[service.record.name] = say("the service")
    told = case.person.record
    for name in (told.name, told.known_as, told.code):
        hidden |= hide(name, person)
    return hidden


def _other_names(trails: Trails, case: Casefile) -> Iterator[str]:
    """Return who else is named: who helped, who sees it differently, partners."""
    for formulation in case.formulations:
        yield from (one.name for one in formulation.record.contributors)
        yield from (one.who for one in formulation.record.disagreements)
    for partner in trails.service_records("").partners:
        yield partner.record.contact


def _places(trails: Trails, case: Casefile) -> Iterator[str]:
    """Return names that are hidden as a whole: who is on the card, partners."""
    yield from (c.name for c in (case.card.record.contacts if case.card else ()))
    yield from (partner.record.name for partner in trails.service_records("").partners)
