"""Limits that cannot be justified, and limits that grow in number: 6.4 rules 5 and 28.

Both are the alarm of caution: a limit without authority takes somebody's liberty away.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import Found, Rule, one_person
from inclusion_cli.domain.restriction_grounds import PROBLEM_WORDS
from inclusion_cli.domain.restrictions import in_force, register
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.audit_look import Look
    from inclusion_cli.domain.registered import Registered

SINCE_DAYS = 91
"""Three months, over which the number of limits is to stay or fall; 6.4 (28), 1.3."""
SOUND = frozenset({"unregistered"})
"""What is a note in the register, and no fault that rule 5 is about."""
ASKED_LATER = frozenset(
    {"unsigned", "no_exit", "no_basis", "no_trigger", "no_evidence"}
)
"""What a limit placed at once has a day to say: practice reference 1.2."""


def limits_now(look: Look) -> tuple[Registered, ...]:
    """Return the limits in force on the day of the audit, reckoned once."""
    found: tuple[Registered, ...] | None = vars(look).get("limits_now")
    if found is None:
        found = in_force(look.case, on=look.on)
        vars(look)["limits_now"] = found
    return found


def _unsound(look: Look) -> Iterator[Found]:
    for one in limits_now(look):
        passed = SOUND | ASKED_LATER if _promised(one) else SOUND
        problems = [key for key in one.problems if key not in passed]
        if one.without_authority and one.signed and "overdue" not in problems:
            problems.append("overdue")
        if not problems:
            continue
        told = and_list(_words(key) for key in problems)
        days = say_many("{number} day", "{number} days", one.days_limited)
        says = say(
            "A limit has been in force for {days}, and it is not sound: {told}.",
            days=days,
            told=told,
        )
        mend = ("restriction", _mends(one), look.code)
        subject = f"{one.id}-{_place(look, one)}" if one.written else one.id
        yield Found(says, (one.id,), mend, subject)


def _unsigned(one: Registered) -> bool:
    """Say whether a limit was placed at once, and the rest is not asked yet."""
    return one.kept is not None and "unsigned" in one.problems


def _promised(one: Registered) -> bool:
    """Say whether the day in which the rest is asked has not passed yet."""
    return _unsigned(one) and not one.without_authority


def _mends(one: Registered) -> str:
    """Return the command that mends it: a look is refused until it is signed off."""
    if one.written:
        return "place"
    return "sign" if _unsigned(one) else "review"


@cache
def _words(problem: str) -> str:
    return PROBLEM_WORDS.get(problem, problem).rstrip(".")


def _place(look: Look, one: Registered) -> int:
    """Return where a limit that is only written stands in its formulation."""
    texts = [c.text for c in look.formulation.controls] if look.formulation else []
    return texts.index(one.what) if one.what in texts else 0


def _rising(look: Look) -> Iterator[Found]:
    then = look.on - timedelta(days=SINCE_DAYS)
    was = [one for one in register(look.case, on=then) if one.in_force]
    now = limits_now(look)
    known = {(one.id, one.what) for one in was}
    new = [one for one in now if (one.id, one.what) not in known]
    bare = [one for one in new if not _new_evidence(one, then)]
    if not bare or len(now) - len(new) + len(bare) <= len(was):
        return
    says = say(
        "{now} in force now, {was} three months ago. {bare}",
        now=say_many("{number} limit is", "{number} limits are", len(now)),
        was=len(was) or say("none"),
        bare=say_many(
            "{number} of them is new, and has no evidence of these months.",
            "{number} of them are new, and have no evidence of these months.",
            len(bare),
        ),
    )
    ids = tuple(dict.fromkeys(one.id for one in bare))
    yield Found(says, ids, ("restriction", "list", look.code))


def _new_evidence(one: Registered, then: date) -> bool:
    """Say whether a limit is signed off with evidence that has a day since then."""
    it = one.kept.record if one.kept else None
    if it is None or it.signed_on is None or not it.evidence.strip():
        return False
    return it.evidence_on is not None and it.evidence_on > then


RULES = (
    Rule(
        5,
        "limit-not-sound",
        Grade.A,
        AuditSide.CAUTION,
        say(
            "A limit is past its review, or has no lawful basis, no end, no situation, "
            "or staffing as its reason."
        ),
        say("A limit without grounds takes liberty away, and nobody answers for it."),
        say("limits in force"),
        of=lambda look: len(limits_now(look)),
        person=_unsound,
    ),
    Rule(
        28,
        "limits-rising",
        Grade.B,
        AuditSide.CAUTION,
        say("More limits are in force than three months ago, without new evidence."),
        say("Limits stay or fall in number, unless there is new evidence."),
        say("people"),
        of=one_person,
        person=_rising,
    ),
)
