"""Setting up the service's ladder of calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.rows import rows_of
from inclusion_cli.domain.incident import CallLadder, Level, Rung
from inclusion_cli.domain.incident_words import rung_words
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.two_numbers import of_ladder
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from inclusion_cli.store.work import Work


def ladder_made(
    given: Mapping[str, Any], old: CallLadder | None, today: date
) -> CallLadder:
    """Return the ladder the answers stand for; a step keeps its id."""
    ids = [rung.id for rung in old.rungs] if old else []
    rungs = tuple(
        Rung(
            ids[n - 1] if n <= len(ids) else f"step{n}",
            row["who"],
            row.get("phone") or "",
            row["within"],
            Level(row["level"]),
        )
        for n, row in rows_of(given, "rung", "who")
    )
    return CallLadder(rungs, today)


def set_ladder(work: Work, file: str, service: str, ladder: CallLadder) -> Saved:
    """Write the service's ladder of calls."""
    kept = work.add(ladder, file=file)
    work.clear_draft(file, "call_ladder")
    now = work.clock.now()
    people = (one for one in work.people() if not one.record.closed_on)
    cases = [work.near(one.file, now=now) for one in people]
    bare = [rung.who for rung in ladder.rungs if not rung.phone]
    return Saved(
        say("Saved for {service}: the ladder of calls.", service=service),
        kind="call_ladder",
        id=kept.id,
        record=ladder,
        follows=(
            *(rung_words(rung) for rung in ladder.rungs),
            *(
                [say("Some numbers are still not known. Find them before the day.")]
                if bare
                else []
            ),
            *of_ladder(cases, ladder),
        ),
        next=("today",),
    )
