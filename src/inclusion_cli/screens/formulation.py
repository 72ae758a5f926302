"""The whole formulation on screen: the person's account first, what is missing last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.finding import CANNOT_TELL, Finding
from inclusion_cli.screens.page import (
    Block,
    Command,
    Heading,
    Items,
    Line,
    Page,
    Title,
    page,
)
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.formulation_page import FormulationPage
    from inclusion_cli.domain.pack_formulation import FormulationLines


def picture(found: FormulationPage) -> Page:
    """Return a formulation as a page."""
    return page(*_page(found))


def _page(found: FormulationPage) -> Iterator[Block]:
    lines = found.lines
    yield Title(say("{name}, {code}. Formulation", name=found.name, code=found.code))
    yield Line(lines.standing)
    yield Heading(say("In {known_as}'s own words", known_as=found.known_as))
    if lines.account:
        yield Line(f'"{lines.account}"', indent=2)
    yield Line(lines.account_from, indent=2)
    yield Items(
        (
            ("", say("What matters"), found.what_matters),
            ("", say("Lost by being too careful"), found.cost_of_not_doing),
            ("", say("Strengths"), "; ".join(lines.strengths)),
        )
    )
    yield from _situations(lines)
    yield from _scenarios(lines)
    if lines.background:
        yield Heading(say("What it is about"))
        yield Items(tuple(("", label, text) for label, text in lines.background))
    yield from _names(lines)
    yield from _under(say("Limits today"), found.limits)
    yield from _under(say("Who has read this version"), found.readers)
    yield from _missing(found)
    yield Command(say("Next:"), found.next)


def _situations(lines: FormulationLines) -> Iterator[Block]:
    for number, one in enumerate(lines.situations, start=1):
        yield Heading(f"{number}. {one.situation}")
        rows = [("", label, text) for label, text in one.rows]
        rows += [("", say("What we do"), text) for text in one.done]
        for limit in one.limits:
            rows += [
                ("", say("What we do"), limit.text),
                *(("", *row) for row in limit.rows),
            ]
        yield Items((("", say("Kind"), one.kind), *rows))
        if one.none:
            yield Line(one.none, strong=not one.reasoned, indent=2)
    if lines.untied:
        yield Heading(say("Done for no situation"))
        for text in lines.untied:
            yield Line(text, indent=2)


def _scenarios(lines: FormulationLines) -> Iterator[Block]:
    for number, one in enumerate(lines.scenarios, start=1):
        yield Heading(
            say("Could happen {number}: {what}", number=number, what=one.what)
        )
        yield Items(tuple(("", label, text) for label, text in one.rows))


def _names(lines: FormulationLines) -> Iterator[Block]:
    groups = (
        (say("Where views differ"), lines.disagreements),
        (say("Capacity"), (lines.capacity,) if lines.capacity else ()),
        (say("Who helped, and what it rests on"), lines.rests_on),
        (say("Signatures"), lines.sign_offs),
        (say("Words kept after the language check"), lines.words_kept),
    )
    for title, texts in groups:
        if texts:
            yield Heading(title)
            for text in texts:
                yield Line(text, indent=2)


def _under(heading: str, lines: tuple[str, ...]) -> Iterator[Block]:
    if lines:
        yield Heading(heading)
        for line in lines:
            yield Line(line, indent=2)


def _missing(found: FormulationPage) -> Iterator[Block]:
    if found.events:
        yield Heading(say("Not looked at yet"))
        for event in found.events:
            yield Line(event, indent=2)
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
