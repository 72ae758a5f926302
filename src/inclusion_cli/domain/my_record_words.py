"""The wording of each kind of record in the person's own copy, and of its own words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.my_record_harm import HARM
from inclusion_cli.domain.my_record_known import KNOWN
from inclusion_cli.domain.my_record_plans import PLANS
from inclusion_cli.domain.my_record_safe import SAFE
from inclusion_cli.domain.my_record_sessions import SESSIONS
from inclusion_cli.domain.my_record_told import TOLD
from inclusion_cli.domain.naming import names_of
from inclusion_cli.domain.paper_parts import PaperLine
from inclusion_cli.domain.record import replace
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.my_record_rows import Piece, Row, Wording

WORDINGS: Mapping[str, Wording] = {
    **HARM,
    **KNOWN,
    **PLANS,
    **SAFE,
    **SESSIONS,
    **TOLD,
}
OWN_WORDS = {
    "account": say("In your own words"),
    "change": say("You want this changed"),
    "feels": say("How it feels to you"),
    "goal": say("Your goal"),
    "outcomes": say("What you want to come of it"),
    "person_said": say("What you said would help"),
    "told_how": say("How you want to be told"),
    "view": say("What you think of it"),
    "what_matters": say("What matters to you"),
    "wish": say("What you wished"),
    "wishes": say("What you wished"),
    "withdrawn_words": say("What you said when you took it back"),
    "words": say("You said"),
}
"""Fields that hold the person's own words, which come first, and what they are."""
HEADS = {
    "action": say("Something to be done"),
    "after_action": say("Looking back at what happened"),
    "agreement": say("What you agreed about money"),
    "away": say("Days you were away"),
    "card": say("Your card"),
    "case_review": say("Looking back at a worry about your safety"),
    "characteristics": say("What you said about yourself"),
    "concern": say("A worry about your safety"),
    "consent": say("What you agreed to, or did not"),
    "debrief": say("How a session went"),
    "decision": say("A decision about your step"),
    "disclosure": say("Somebody was told"),
    "event_plan": say("A plan for an evening"),
    "formulation": say("What matters, what is hard, and what helps"),
    "incident": say("Something that went wrong, or nearly"),
    "measure": say("Questions you answered"),
    "money_check": say("Looking at money together"),
    "observation": say("Something between sessions"),
    "paper": say("A paper that was made"),
    "person": say("Your name here"),
    "plan": say("What you are working towards"),
    "preparation": say("Getting ready for a session"),
    "read_tick": say("A worker read about your plan"),
    "recheck": say("Looking again at what helps"),
    "reduction": say("Less for a time"),
    "rehearsal": say("A sentence you practised"),
    "reply": say("What you replied"),
    "restriction": say("A limit"),
    "restriction_review": say("Looking again at a limit"),
    "review": say("A review of your step"),
    "risk_decision": say("A risk that was weighed with you"),
    "risk_outcome": say("How that risk went"),
    "session": say("A session that was planned"),
    "step": say("A step"),
}
"""What each kind of record is, in words its person would use."""
ID = re.compile(r" \([0-9a-f]{8}\)$")


def plain_names(case: Casefile, told: Any) -> dict[str, str]:
    """Return what stands behind each id, with no id in it; a step's own words first."""
    names = {key: ID.sub("", name) for key, name in names_of(case).items()}
    if case.card:
        stages = case.card.record.stages
        names |= {sign.id: sign.text for stage in stages for sign in stage.signs}
    step = case.step(getattr(told, "step", ""))
    own = step.record if step else told
    return names | getattr(own, "names", {})


PARAGRAPH = 3
"""So many sentences can stand in one paragraph; easy read has one idea on a line."""


def in_paragraphs(
    said: Iterable[Piece], head: str, ids: tuple[str, ...]
) -> tuple[PaperLine, ...]:
    """Return what a record says as lines: own words first, parts each on their own.

    A few sentences are one paragraph; where there are more, each has its own line.
    """
    said = tuple(said)
    lines = [
        PaperLine("", label=_own(piece), quote=piece.says)
        for piece in said
        if piece.own
    ]
    parts = dict.fromkeys(piece.part for piece in said if not piece.own)
    for part in parts:
        lines += _told(p.says for p in said if not p.own and p.part == part)
    if not lines:
        return ()
    first = lines[0]
    lead = f"{head}. {first.label}" if first.label else head
    lines[0] = replace(first, label=lead)
    lines[-1] = replace(lines[-1], ids=ids)
    return tuple(lines)


def _told(texts: Iterable[str]) -> tuple[PaperLine, ...]:
    texts = tuple(texts)
    if len(texts) <= PARAGRAPH:
        return (PaperLine(" ".join(texts)),)
    first, *rest = texts
    return (PaperLine(first), *(PaperLine(text, under=True) for text in rest))


def _own(piece: Piece) -> str:
    return OWN_WORDS[piece.key.rpartition(".")[2]]


def sentences_of_ours() -> Iterator[str]:
    """Return every sentence of ours that can stand in a copy."""
    yield from HEADS.values()
    yield from OWN_WORDS.values()
    for wording in WORDINGS.values():
        yield from _of_rows(wording.rows)


def _of_rows(rows: tuple[Row, ...]) -> Iterator[str]:
    for row in rows:
        yield from filter(None, (row.says, row.no, row.ahead))
        if row.says == "{it}" and row.words and not callable(row.words):
            yield from row.words.values()
        yield from _of_rows(row.each)
