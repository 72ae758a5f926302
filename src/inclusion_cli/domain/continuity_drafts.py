"""What was begun and is not saved, on the paper for a colleague: incidents first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.incident_begun import BEGUN, begun_incidents, begun_words
from inclusion_cli.domain.paper_parts import PaperLine
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.home import DraftNote


def nobodys(drafts: tuple[DraftNote, ...], now: datetime) -> Iterator[PaperLine]:
    """Return the drafts that are about nobody yet."""
    ours = tuple(draft for draft in drafts if not draft.code)
    yield from begun(ours, now)
    yield from not_finished(ours)


def begun(drafts: tuple[DraftNote, ...], now: datetime) -> Iterator[PaperLine]:
    """Return the incidents that are not saved yet, with whom to ring."""
    for says in begun_words(drafts, now=now):
        yield PaperLine(says, label=BEGUN, strong=True)


def not_finished(drafts: tuple[DraftNote, ...]) -> Iterator[PaperLine]:
    """Return the other drafts, and how far each is."""
    first = begun_incidents(drafts)
    for draft in drafts:
        if draft not in first:
            yield PaperLine(_draft(draft), label=say("Not finished"))


def _draft(draft: DraftNote) -> str:
    answers = say_many("{number} answer", "{number} answers", draft.answered)
    return say("{title}, {answers} kept", title=draft.title, answers=answers)
