"""Sessions as a list: when, whose, which step, and what is still to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import capital, sentence
from inclusion_cli.screens.page import Block, Command, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.sessions import SessionListed, Sessions


def picture(found: Sessions) -> Iterator[Block]:
    """Return sessions as a page."""
    whose = f"{found.whose}, {found.code}. " if found.whose else ""
    yield Title(say("{whose}Sessions", whose=whose))
    if not found.lines:
        plan = ("session", "plan", *([found.code] if found.code else []))
        yield Line(say("No session is planned."))
        if not found.closed:
            yield Command(say("Next:"), plan)
        return
    yield named(_row(line, whose=not found.whose) for line in found.lines)
    if found.closed:
        return
    waits = next((line for line in found.lines if line.waits), None)
    first = waits or found.lines[0]
    verb = "debrief" if waits else "prepare"
    yield Command(say("Next:"), (verb, first.code))


def _row(line: SessionListed, *, whose: bool) -> tuple[str, str]:
    when = capital(line.when)
    who = f"{line.name} ({line.code}). " if whose else ""
    where = f" {line.where}." if line.where else ""
    state = sentence(line.state)
    told = say(
        "{who}Step {step}: {title}.{where} {state} ({record})",
        who=who,
        step=line.step,
        title=line.title,
        where=where,
        state=state,
        record=line.record,
    )
    return when, told
