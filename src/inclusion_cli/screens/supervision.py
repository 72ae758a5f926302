"""What a supervision opens from, and earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.supervision_page import Supervisions, lead
from inclusion_cli.domain.supervision_since import Prepared
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Title
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.supervision_page import SupervisionLine
    from inclusion_cli.domain.supervision_since import SinceLine


def picture(found: Prepared | Supervisions) -> Iterator[Block | None]:
    """Return supervision as a page."""
    match found:
        case Prepared():
            return _prepared(found)
        case Supervisions():
            return _listed(found)


def _prepared(found: Prepared) -> Iterator[Block]:
    yield Title(say("{worker}. For supervision", worker=found.worker))
    yield from (Line(line) for line in lead(found))
    for group in found.groups:
        yield Heading(group.title)
        if group.lines:
            yield from (_since(line) for line in group.lines)
        else:
            yield Line(group.none, indent=2)
    yield Heading(say("To think about"))
    yield Items(
        tuple((str(n), "", text) for n, text in enumerate(found.questions, start=1))
    )
    yield Command(say("After it:"), ("supervision", "note"))


def _since(line: SinceLine) -> Block:
    code = f"{line.code}  " if line.code else ""
    who = f"{line.name} ({line.code})  " if line.name else code
    short = f" ({line.short})" if line.short else ""
    return Line(f"{who}{line.says}{short}", indent=2)


def _listed(found: Supervisions) -> Iterator[Block]:
    yield Title(say("{worker}. Supervision", worker=found.worker))
    if not found.lines:
        yield Line(say("There is none yet."))
        yield Command(say("To prepare one:"), ("supervision", "prepare"))
        return
    for line in found.lines:
        yield from _one(line)
    first = found.lines[0]
    yield Command(say("To read one:"), ("why", first.short))


def _one(line: SupervisionLine) -> Iterator[Block]:
    yield Heading(
        say(
            "{day}, with {supervisor} ({short})",
            day=say_day(line.on),
            supervisor=line.supervisor,
            short=line.short,
        )
    )
    yield Line(line.says, indent=2)
    for one in line.agreed:
        by = say_day(one.due)
        done = (
            say("Done on {day}.", day=say_day(one.done_on))
            if one.done_on
            else say("By {day}.", day=by)
        )
        yield Line(
            say(
                "Agreed: {what}. {owner}. {done}",
                what=one.what.rstrip("."),
                owner=one.owner,
                done=done,
            ),
            indent=2,
        )
    if line.next_on:
        yield Line(say("The next one: {day}.", day=say_day(line.next_on)), indent=2)
