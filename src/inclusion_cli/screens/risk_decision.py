"""Positive risk decisions: one person's, whole, or everybody's in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import sentence
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.risk_lines import RiskList


def picture(found: RiskList) -> Iterator[Block | None]:
    """Return the decisions as a page."""
    return _one(found) if found.code else _everybody(found)


def _one(found: RiskList) -> Iterator[Block]:
    title = say("{name}, {code}. Risk decisions", name=found.name, code=found.code)
    yield Title(title)
    if not found.lines:
        yield Line(say("None is on record."))
        if not found.closed:
            yield Command(say("Next:"), ("decide-risk", found.code))
        return
    for line in found.lines:
        yield Heading(line.question)
        yield Line(sentence(line.state))
        yield named(line.rows)
        if line.after:
            yield Line(say("Told afterwards:"))
            yield named(line.after)
        yield Line(say("Id {record}.", record=line.record))
        if line.open and not found.closed:
            yield Command(
                say("To tell how it went:"), ("decide-risk", "outcome", line.code)
            )


def _everybody(found: RiskList) -> Iterator[Block]:
    yield Title(say("Risk decisions, everybody"))
    if not found.lines:
        yield Line(say("None is on record."))
        return
    yield Items(
        tuple(
            ("", line.code, f"{line.question} {sentence(line.state)}")
            for line in found.lines
        )
    )
    first = ("decide-risk", "list", found.lines[0].code)
    yield Command(say("One of them, whole:"), first)
