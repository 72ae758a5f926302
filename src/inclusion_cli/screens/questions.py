"""The questions of a command, for whoever writes a script or a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.screens.page import Block, Heading, Line, Title
from inclusion_cli.screens.parts import named
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.receipts import QuestionLine, QuestionList


def picture(found: QuestionList) -> Iterator[Block]:
    """Return the questions as a page."""
    yield Title(f"inclusion {found.command}. Questions, version {found.version}")
    if any("." in question.key for question in found.questions):
        yield Line(say("Keys with .1. may be repeated as .2., .3. and so on."))
    for question in found.questions:
        yield Heading(question.key)
        yield Line(question.label, indent=2)
        yield named(_facts(question))


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
