"""What is still asked of something that was told without consent, after the danger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.disclosed import still_asked
from inclusion_cli.interviews.disclosure import why
from inclusion_cli.interviews.question import Answers, Form, Question
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.disclosure import Disclosure
    from inclusion_cli.domain.kept import Kept


def open_ones(case: Casefile) -> tuple[Kept[Disclosure], ...]:
    """Return what was told without consent and has questions open, oldest first."""
    return tuple(k for k in case.safety.disclosures if still_asked(k.record))


def finish_form(case: Casefile, kept: Kept[Disclosure]) -> Form:
    """Return the questions that one disclosure has still to answer."""
    return Form(
        name="disclosure_finish",
        title=say("What was told, the rest"),
        questions=lambda _answers: finish_questions(
            case.known_as, still_asked(kept.record)
        ),
        header=say(
            "{label}. You told {to} without consent. The rest of the questions.",
            label=case.label,
            to=kept.record.recipient,
        ),
        who=case.label,
    )


def finish_questions(name: str, waits: Iterable[str]) -> Iterator[Question]:
    """Return the questions that were left for later."""
    wanted = {*waits}
    if "told_person" in wanted:
        wanted.add("why_not_told")
    wanted |= {"alternatives"}

    def always(_answers: Answers) -> bool:
        return True

    yield from why(name, always, wanted.__contains__)
