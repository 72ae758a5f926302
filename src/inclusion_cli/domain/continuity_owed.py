"""What went wrong lately and what is due, in a continuity pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.lately import LATELY, told_in_full
from inclusion_cli.domain.paper_parts import PaperLine, Part
from inclusion_cli.domain.service_due import OURS
from inclusion_cli.domain.service_due import dues as service_due
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.defaults import Defaults
    from inclusion_cli.domain.due import Due
    from inclusion_cli.domain.incident import Incident
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.safety import ServiceRecords


def of_service(ours: ServiceRecords, now: datetime) -> Iterator[Part]:
    """Return what went wrong of nobody in particular, and what is due of it."""
    lines = (*_went_wrong(ours.incidents, now), *_is_due(service_due(ours, now=now)))
    if lines:
        yield Part(OURS, lines)


def lately(case: Casefile, now: datetime) -> Iterator[PaperLine]:
    """Return what went wrong lately, or is not closed, and may be on paper."""
    for seen, says in told_in_full(case, on=now.date()):
        yield PaperLine(says, label=say("Crisis"), ids=(short_id(seen.id),))
    back = kept_back(case).keys()
    found = (kept for kept in case.safety.incidents if kept.id not in back)
    yield from _went_wrong(found, now)


def _went_wrong(found: Iterable[Kept[Incident]], now: datetime) -> Iterator[PaperLine]:
    for kept in found:
        if kept.happened_at >= now - LATELY or kept.record.closed_on is None:
            says = say(
                "{day}: {what}",
                day=say_day(kept.record.at.date(), today=now.date()),
                what=kept.record.what,
            )
            yield PaperLine(
                says, label=say("What went wrong"), ids=(short_id(kept.id),)
            )


def what_is_due(
    case: Casefile, now: datetime, defaults: Defaults
) -> Iterator[PaperLine]:
    """Return what is due of a person and may be on paper; "Nothing." for nothing."""
    back = kept_back(case).keys()
    every = due_for(case, now=now, defaults=defaults)
    found = [item for item in every if not back & set(item.records)]
    yield from _is_due(found)
    if not found:
        yield PaperLine(say("Nothing."), label=say("Due"))


def _is_due(found: Iterable[Due]) -> Iterator[PaperLine]:
    for item in found:
        ids = tuple(short_id(record) for record in item.records[:3])
        strong = bool(item.alarm)
        yield PaperLine(item.says, label=say("Due"), ids=ids, strong=strong)
