"""Safeguarding concerns that lack what a decision needs: rule 7 of 6.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import Found, Rule
from inclusion_cli.domain.concerns import MISSING_WORDS, missing
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Look


def _incomplete(look: Look) -> Iterator[Found]:
    for kept in look.case.safety.concerns:
        if kept.on >= look.on or not (lacks := missing(kept.record)):
            continue
        says = say(
            "The concern of {day} does not say: {lacks}.",
            day=say_day(kept.on),
            lacks=and_list(MISSING_WORDS[key] for key in lacks),
        )
        yield Found(says, (kept.id,), ("concern", "decide", look.code), kept.id)


RULES = (
    Rule(
        7,
        "concern-incomplete",
        Grade.A,
        AuditSide.RISK,
        say("A safeguarding concern lacks the manager's time, a reason or the wishes."),
        say("Both a yes and a no have reasons, and the person is heard first."),
        say("safeguarding concerns"),
        of=lambda look: len(look.case.safety.concerns),
        person=_incomplete,
        stands=False,
    ),
)
