"""Earlier supervisions as a list, and what a supervision opens from as a paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.action_standing import actions_of
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.paper_parts import PaperLine, Part, PartsPaper
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.sheet import Sheet
    from inclusion_cli.domain.supervision import Supervision
    from inclusion_cli.domain.supervision_since import Prepared, SinceLine


@record
class AgreedLine:
    """Something that was agreed, and how it stands."""

    what: str
    owner: str
    due: date
    done_on: date | None
    record: str


@record
class SupervisionLine:
    """One supervision: when, with whom, how much was talked about, what was agreed."""

    on: date
    supervisor: str
    says: str
    agreed: tuple[AgreedLine, ...]
    record: str
    short: str
    next_on: date | None = None


@record
class Supervisions:
    """A worker's supervisions, the latest first."""

    worker: str
    lines: tuple[SupervisionLine, ...]


def supervisions(
    worker: str,
    earlier: tuple[Kept[Supervision], ...],
    agreed: tuple[Kept[Action], ...],
) -> Supervisions:
    """Return a worker's supervisions, the latest first, with what was agreed."""
    order = sorted(earlier, key=lambda kept: (kept.record.on, kept.order), reverse=True)
    return Supervisions(worker, tuple(_line(kept, agreed) for kept in order))


def _line(kept: Kept[Supervision], agreed: tuple[Kept[Action], ...]) -> SupervisionLine:
    told = kept.record
    talked = say_many(
        "{number} thing was talked about",
        "{number} things were talked about",
        len(told.cases),
    )
    return SupervisionLine(
        on=told.on,
        supervisor=told.supervisor,
        says=f"{talked}.",
        agreed=tuple(
            AgreedLine(
                one.record.what,
                one.record.owner,
                one.record.due,
                one.record.done_on,
                one.id,
            )
            for one in actions_of(agreed, kept.id)
        ),
        record=kept.id,
        short=short_id(kept.id),
        next_on=told.next_on,
    )


def to_paper(found: Prepared, sheet: Sheet) -> PartsPaper:
    """Return what a supervision opens from as a paper, with room to write."""
    parts = [
        Part(group.title, tuple(_said(line) for line in group.lines), group.none)
        for group in found.groups
    ]
    asked = tuple(PaperLine(question, tick=True) for question in found.questions)
    return PartsPaper(
        sheet=sheet,
        name=say("Supervision"),
        title=say("For supervision: {worker}", worker=found.worker),
        lead=lead(found),
        parts=(*parts, Part(say("To think about"), asked)),
    )


def lead(found: Prepared) -> tuple[str, ...]:
    """Return from when to when it is, and how it is to be read."""
    since = say_day(found.since)
    first = (
        say(
            "There was no supervision here before: the last six weeks, from {since}.",
            since=since,
        )
        if found.first
        else say("What happened since the last one, {since}.", since=since)
    )
    return (
        first,
        say(
            "Look at how you decided, not at how it turned out. Nothing here is a mark."
        ),
    )


def _said(line: SinceLine) -> PaperLine:
    ids = (line.short,) if line.short else ()
    return PaperLine(line.says, label=line.code, ids=ids)
