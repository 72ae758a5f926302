"""Consents, what was told, and partners, as pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_page import ConsentList, ConsentPage
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Title
from inclusion_cli.screens.parts import named, under
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.consent_page import ConsentLine


def picture(found: ConsentList | ConsentPage) -> Iterator[Block | None]:
    """Return consents as a page."""
    match found:
        case ConsentList():
            return _list(found)
        case ConsentPage():
            return _one(found)


def _list(found: ConsentList) -> Iterator[Block]:
    yield Title(say("{name}, {code}. Consent", name=found.name, code=found.code))
    if not found.lines:
        yield Line(say("Nothing is agreed. Nothing is told."))
        if not found.closed:
            yield Command(say("To ask:"), ("consent", "give", found.code))
        return
    holding = tuple(line for line in found.lines if line.holds)
    rest = tuple(line for line in found.lines if not line.holds)
    if holding:
        yield Heading(say("Holds today"))
        yield Items(tuple(map(_row, holding)))
    if rest:
        yield Heading(say("Does not hold"))
        yield Items(tuple(map(_row, rest)))
    yield Command(say("All of one:"), ("consent", "show", "ID"))


def _row(line: ConsentLine) -> tuple[str, str, str]:
    told = [f"{line.what.rstrip('.')}. {line.stands}."]
    if line.items:
        things = "; ".join(line.items)
        may = say("May be told: {items}.", items=things)
        was = say("Was: {items}. Nothing of it may be told now.", items=things)
        told.append(may if line.holds else was)
    told += [say("Holds it: {who}.", who=who) for who in line.held]
    return "", line.id, " ".join(told)


def _one(found: ConsentPage) -> Iterator[Block]:
    yield Title(say("{name}, {code}. {kind}", name=found.name, code=found.code,
                    kind=found.kind))  # fmt: skip
    yield Line(f"{found.what.rstrip('.')}.")
    yield Line(f"{found.stands}.", strong=not found.holds)
    yield from under(say("May be told") if found.holds else say("Was"), found.items)
    if found.left_out:
        yield from under(say("Nobody may tell on it"), ("; ".join(found.left_out),))
    yield Heading(say("How it was asked"))
    yield named(found.rows)
    yield from under(say("Who holds something on it"), found.held)
    yield Command(say("A copy for them:"), ("consent", "show", found.id, "--paper"))
