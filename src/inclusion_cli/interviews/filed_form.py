"""A form about a person, or about something that stands in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.values import capital
from inclusion_cli.interviews.question import Form
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.filed import Filed
    from inclusion_cli.interviews.question import Answers, Question, Raws


def make_form(
    found: Filed,
    name: str,
    title: str,
    questions: Callable[[Answers], Iterable[Question]],
    known: Raws | None = None,
) -> Form:
    """Return a form about something that stands in a file, with what is known of it."""
    return Form(
        name=name,
        title=title,
        questions=questions,
        header=say("{label}. {title}.", label=capital(found.label), title=title),
        who=found.label,
        known=known or {},
    )


def person_form(
    case: Casefile,
    name: str,
    title: str,
    questions: Callable[[Answers], Iterable[Question]],
    header: str,
) -> Form:
    """Return a form about a person, who stands before its header."""
    return Form(
        name=name,
        title=title,
        questions=questions,
        header=f"{case.label}. {header}",
        who=case.label,
    )
