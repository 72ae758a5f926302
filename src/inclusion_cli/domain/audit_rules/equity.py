"""Whether all fare alike: rule 25 of 6.4, and the equity lens of 7 (18).

Two groups are compared only where each has 10 people or more. A difference is told
where it is larger than twice its standard error, which chance alone makes 1 time in 20.
"""

from __future__ import annotations

from datetime import timedelta
from math import sqrt
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_look import QUARTER_DAYS
from inclusion_cli.domain.audit_rules.restrictions import limits_now
from inclusion_cli.domain.audit_rules.rule import Found, Noted, Rule
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.audit_look import Look, Whole

LEAST_PEOPLE = 10
ERRORS = 2.0


@record
class Fared:
    """What a person said of themselves, and how they fare: three counts of 0 or 1."""

    said: tuple[tuple[str, str], ...]
    limit: int
    paused: int
    waits: int


OUTCOMES = {
    "limit": say("a limit in force"),
    "paused": say("a pause in the last 90 days"),
    "waits": say("all met, and no next step offered"),
}


def _fared(look: Look) -> Fared | None:
    told = look.case.safety.characteristics
    if not told or not told[-1].record.said:
        return None
    since = look.on - timedelta(days=QUARTER_DAYS)
    paused = any(
        d.record.choice is Choice.PAUSE and since <= d.record.on <= look.on
        for d in look.case.decisions
    )
    stands = look.standing
    return Fared(
        tuple((one.what, one.answer) for one in told[-1].record.said),
        limit=int(bool(limits_now(look))),
        paused=int(paused),
        waits=int(bool(stands and stands.over_cautious)),
    )


Groups = tuple[tuple[Fared, ...], tuple[Fared, ...]]


def _groups(noted: tuple[Noted, ...]) -> Iterator[tuple[str, str, Groups]]:
    """Return each answer with who gave it and who gave another, of 10 or more each."""
    people = [kept for _file, _code, kept in noted if kept is not None]
    pairs = sorted({pair for one in people for pair in one.said})
    for what, answer in pairs:
        asked = [one for one in people if any(w == what for w, _a in one.said)]
        own = tuple(one for one in asked if (what, answer) in one.said)
        others = tuple(one for one in asked if (what, answer) not in one.said)
        if min(len(own), len(others)) >= LEAST_PEOPLE:
            yield what, answer, (own, others)


def _gaps(noted: tuple[Noted, ...], _whole: Whole) -> Iterator[Found]:
    for what, answer, (own, others) in _groups(noted):
        for key, words in OUTCOMES.items():
            mine = sum(getattr(one, key) for one in own)
            theirs = sum(getattr(one, key) for one in others)
            if not differs(mine, len(own), theirs, len(others)):
                continue
            says = say(
                '{words}: {mine} of {n} people who said "{answer}" for {what}, '
                "and {theirs} of {m} of the others.",
                words=words[0].upper() + words[1:],
                mine=mine,
                n=len(own),
                answer=answer,
                what=what,
                theirs=theirs,
                m=len(others),
            )
            mend = ("audit", "--only", OUTCOME_GAP.name)
            yield Found(says, (), mend, f"{what}-{answer}-{key}")


def differs(one: int, n: int, other: int, m: int) -> bool:
    """Say whether the first share is above the second by over two standard errors."""
    share = (one + other) / (n + m)
    error = sqrt(share * (1 - share) * (1 / n + 1 / m))
    return one / n - other / m > ERRORS * error


def _too_few(noted: tuple[Noted, ...], _whole: Whole) -> str:
    if any(True for _group in _groups(noted)):
        return ""
    return say("Not enough people to say: 10 in each group are needed.")


OUTCOME_GAP = Rule(
    25,
    "outcome-gap",
    Grade.C,
    AuditSide.CAUTION,
    say("Limits, pauses or waiting fall more on people of one group."),
    say("What falls on some more than on others is seldom about each one of them."),
    say("people who said something about themselves"),
    of=lambda look: int(bool(look.case.safety.characteristics)),
    note=_fared,
    across=_gaps,
    cannot=_too_few,
)
