"""The register of limits: one person's with all it rests on, or everybody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import sentence
from inclusion_cli.screens.page import Block, Command, Heading, Line, Title
from inclusion_cli.screens.parts import alarm_words, named
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.restriction_lines import (
        LimitLine,
        LimitList,
        LimitTotals,
    )


def picture(found: LimitList) -> Iterator[Block | None]:
    """Return the register as a page."""
    return _one(found) if found.code else _everybody(found)


def _one(found: LimitList) -> Iterator[Block]:
    yield Title(say("{name}, {code}. Limits", name=found.name, code=found.code))
    if not found.lines:
        yield Line(say("No limit stands in the register, and none did."))
        return
    for line in found.lines:
        yield Heading(line.what)
        yield Line(sentence(line.state), strong=line.without_authority)
        yield Line(line.told)
        yield from _wrong(line)
        yield named(line.rows)
        if line.looks:
            yield named((say("Look"), said) for said in line.looks)
        yield Line(say("Id {record}.", record=line.record))
        yield from _ways_on(line)


def _ways_on(line: LimitLine) -> Iterator[Block]:
    """Return the command that mends a limit, named by what it does, and lifting."""
    if not line.mend:
        return
    leads = {
        "sign": say("To ask the rest and sign it off:"),
        "review": say("To look at it again:"),
        "place": say("To put it in the register:"),
    }
    act = line.mend[1]
    yield Command(leads[act], line.mend)
    if act != "place":
        yield Command(
            say("To lift it, at any time:"), ("restriction", "lift", line.code)
        )


def _wrong(line: LimitLine) -> Iterator[Block]:
    if line.wrong:
        yield Line(sentence(line.wrong), strong=True)
    for said in line.advice:
        yield Line(said, strong=True)


def _everybody(found: LimitList) -> Iterator[Block]:
    yield Title(say("Limits, everybody"))
    yield from (Line(said) for said in _totals(found.totals))
    for said in found.blanket:
        yield Line(alarm_words("caution", said), strong=True)
    if not found.lines:
        return
    yield Heading(say("In force"))
    yield named((_who(line), _told(line)) for line in found.lines)
    yield Command(say("One person's, with all it rests on:"), _first(found.lines[0]))


def _who(line: LimitLine) -> str:
    return f"{line.name} ({line.code})" if line.name else line.code


def _first(line: LimitLine) -> tuple[str, ...]:
    return ("restriction", "list", line.code)


def _told(line: LimitLine) -> str:
    wrong = f" {sentence(line.wrong)}" if line.wrong else ""
    return f'"{line.what}". {sentence(line.state)} {line.told}{wrong}'


def _totals(totals: LimitTotals) -> Iterator[str]:
    yield say(
        "{number} in force, {late} of them without current authority.",
        number=totals.in_force,
        late=totals.without_authority,
    )
    if totals.unregistered:
        yield say_many(
            "{number} stands in a formulation, and not in the register.",
            "{number} stand in a formulation, and not in the register.",
            totals.unregistered,
        )
    if totals.median_days is None:
        yield say("None was lifted in {year}.", year=totals.year)
        return
    days = totals.median_days
    yield say(
        "Lifted in {year}: {lifted}. The middle of the days they held: {days}.",
        lifted=totals.lifted,
        year=totals.year,
        days=int(days) if days == int(days) else days,
    )
