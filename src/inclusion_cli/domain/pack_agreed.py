"""What was agreed for a step and used or kept in its sessions: limits, behaviours, use.

Each line has its n: how often it was asked, and how often it was so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.pack_ladder import BEHAVIOUR_WORDS
from inclusion_cli.domain.pack_lines import Table
from inclusion_cli.domain.pack_marks import listed
from inclusion_cli.domain.plan import in_order
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step

Debriefs = tuple["Kept[Debrief]", ...]
Cells = tuple[tuple[str, ...], list[str]]


def limits(
    case: Casefile, debriefs: Debriefs, numbers: Mapping[str, int]
) -> Table | None:
    """Return how often each limit of each step was kept, of how often it was asked."""
    found = [row for step in in_order(case.steps) for row in _kept(step, debriefs)]
    heads = (
        say("Step"),
        say("Limit agreed"),
        say("Kept"),
        say("Records where it was not"),
    )
    return _table(heads, (0, 4, 2, 3), found, numbers)


def _kept(step: Kept[Step], debriefs: Debriefs) -> Iterator[Cells]:
    own = [d for d in debriefs if d.record.step == step.id]
    for limit in step.record.limits:
        told = {
            d.id: one.kept
            for d in own
            for one in d.record.limits or ()
            if one.id == limit.id
        }
        if told:
            kept = say(
                "{sum} of {told}",
                sum=sum(told.values()),
                told=say_many("{number} time", "{number} times", len(told)),
            )
            broken = [record for record, was_kept in told.items() if not was_kept]
            yield (str(step.record.number), limit.text, kept), broken


def behaviours(
    case: Casefile, debriefs: Debriefs, numbers: Mapping[str, int]
) -> Table | None:
    """Return how often each thing done to feel safe was done, and what was agreed."""
    found = [row for step in in_order(case.steps) for row in _done(step, debriefs)]
    heads = (
        say("Step"),
        say("Done to feel safe"),
        say("Agreed"),
        say("Done"),
        say("Records"),
    )
    return _table(heads, (0, 4, 2, 2, 3), found, numbers)


def _done(step: Kept[Step], debriefs: Debriefs) -> Iterator[Cells]:
    own = [d for d in debriefs if d.record.step == step.id]
    asked = [d for d in own if d.record.behaviours is not None]
    for one in step.record.behaviours if asked else ():
        done = [d.id for d in asked if one.id in (d.record.behaviours or ())]
        often = say(
            "{done} of {asked}",
            done=len(done),
            asked=say_many("{number} time", "{number} times", len(asked)),
        )
        agreed = BEHAVIOUR_WORDS[one.sort]
        yield (str(step.record.number), one.text, agreed, often), done


def _table(
    heads: tuple[str, ...],
    wide: tuple[int, ...],
    found: list[Cells],
    numbers: Mapping[str, int],
) -> Table | None:
    rows = tuple(
        (*cells, listed(records, numbers) or "none") for cells, records in found
    )
    return Table(heads, rows, wide) if rows else None


def used(debriefs: Debriefs) -> str:
    """Return in how many debriefs drink or drugs were told of, "" where nobody asked.

    Each time is told among what was written about sessions.
    """
    asked = [d.record.used for d in debriefs if d.record.used]
    if not asked:
        return ""
    times = sum(bool(one.what) for one in asked)
    of = say_many("{number} debrief", "{number} debriefs", len(asked))
    return say(
        "Drink or drugs were asked about in {of}, and told of in {times}.",
        of=of,
        times=times,
    )
