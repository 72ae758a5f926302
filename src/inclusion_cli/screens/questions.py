"""The questions of a command, for whoever writes a script or a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Heading, Items, Line, Page, Title, page
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.receipts import QuestionLine, QuestionList


def picture(found: QuestionList) -> Page:
    """Return the questions as a page."""
    blocks: list[Block] = []
    for question in found.questions:
        blocks.append(Heading(question.key))
        blocks.append(Line(question.label, indent=2))
        blocks.append(Items(tuple(("", name, text) for name, text in _facts(question))))
    return page(
        Title(f"inclusion {found.command}. Questions, version {found.version}"),
        Line(say("Keys with .1. may be repeated as .2., .3. and so on."))
        if any("." in question.key for question in found.questions)
        else None,
        *blocks,
    )


def _facts(question: QuestionLine) -> list[tuple[str, str]]:
    needed = "yes" if question.required else "no"
    facts = [
        ("flag", question.flag or say("--answer KEY=VALUE, or an answers file")),
        ("type", question.type),
        ("needed", needed),
        ("asked", question.asked),
    ]
    if question.choices:
        facts.append(("choices", ", ".join(question.choices)))
    return facts
