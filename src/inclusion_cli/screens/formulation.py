"""The whole formulation on screen: the person's account first, what is missing last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.finding import CANNOT_TELL, Finding
from inclusion_cli.screens.page import Block, Command, Heading, Line, Title
from inclusion_cli.screens.parts import named, under
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.formulation_page import FormulationPage
    from inclusion_cli.domain.pack_formulation import FormulationLines


def picture(found: FormulationPage) -> Iterator[Block]:
    """Return a formulation as a page."""
    lines = found.lines
    yield Title(say("{name}, {code}. Formulation", name=found.name, code=found.code))
    yield Line(lines.standing)
    yield Heading(say("In {known_as}'s own words", known_as=found.known_as))
    if lines.account:
        yield Line(f'"{lines.account}"', indent=2)
    yield Line(lines.account_from, indent=2)
    yield named(
        (
            (say("What matters"), found.what_matters),
            (say("Lost by being too careful"), found.cost_of_not_doing),
            (say("Strengths"), "; ".join(lines.strengths)),
        )
    )
    yield from _situations(lines)
    yield from _scenarios(lines)
    if lines.background:
        yield Heading(say("What it is about"))
        yield named(lines.background)
    yield from _names(lines)
    yield from under(say("Limits today"), found.limits)
    yield from under(say("Who has read this version"), found.readers)
    yield from _missing(found)
    yield Command(say("Next:"), found.next)


def _situations(lines: FormulationLines) -> Iterator[Block]:
    for number, one in enumerate(lines.situations, start=1):
        yield Heading(f"{number}. {one.situation}")
        rows = [(say("Kind"), one.kind), *one.rows]
        rows += [(say("What we do"), text) for text in one.done]
        for limit in one.limits:
            rows += [(say("What we do"), limit.text), *limit.rows]
        yield named(rows)
        if one.none:
            yield Line(one.none, strong=not one.reasoned, indent=2)
    yield from under(say("Done for no situation"), lines.untied)


def _scenarios(lines: FormulationLines) -> Iterator[Block]:
    for number, one in enumerate(lines.scenarios, start=1):
        yield Heading(
            say("Could happen {number}: {what}", number=number, what=one.what)
        )
        yield named(one.rows)


def _names(lines: FormulationLines) -> Iterator[Block]:
    groups = (
        (say("Where views differ"), lines.disagreements),
        (say("Capacity"), (lines.capacity,) if lines.capacity else ()),
        (say("Who helped, and what it rests on"), lines.rests_on),
        (say("Signatures"), lines.sign_offs),
        (say("Words kept after the language check"), lines.words_kept),
    )
    for title, texts in groups:
        yield from under(title, texts)


def _missing(found: FormulationPage) -> Iterator[Block]:
    yield from under(say("Not looked at yet"), found.events)
    yield Heading(say("What is missing"))
    if not found.missing:
        yield Line(say("Nothing."), indent=2)
    for finding in found.missing:
        yield Line(_said(finding), indent=2)


def _said(finding: Finding) -> str:
    unsure = say("Cannot tell. ") if finding.answer is CANNOT_TELL else ""
    mend = (
        say(" To mend it: {missing}.", missing=finding.missing)
        if finding.missing
        else ""
    )
    return f"{unsure}{finding.shows}.{mend}"
