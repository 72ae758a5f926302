"""What the records show of themselves: rules 24, 25, 27 and 30 of 6.4."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.action_standing import overdue
from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.equity import OUTCOME_GAP
from inclusion_cli.domain.audit_rules.rule import Found, Rule
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.decision import Choice
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.audit_look import Look, Whole
    from inclusion_cli.domain.audit_rules.rule import Noted
    from inclusion_cli.domain.kept import Kept

BASELINE_DAYS = 28
"""A first measure later than this after the first step began is no baseline."""
BACK_DATED_DAYS = 7
"""Written so long after the day it gives, an entry counts as back-dated."""


# --- 24: no baseline ----------------------------------------------------------------


def _began(look: Look) -> date | None:
    """Return the day the first step of all began."""
    return next((m.at.date() for m in look.moves if m.choice is Choice.START), None)


def _no_baseline(look: Look) -> Iterator[Found]:
    began = _began(look)
    if began is None:
        return
    until = began + timedelta(days=BASELINE_DAYS)
    if look.on <= until or any(k.record.on <= until for k in look.case.safety.measures):
        return
    says = say(
        "The first step began on {day}. No measure was taken by {until}.",
        day=say_day(began),
        until=say_day(until),
    )
    later = tuple(kept.id for kept in look.case.safety.measures[:1])
    yield Found(says, later, ("measure", "add", look.code))


# --- 27: actions of an earlier audit ------------------------------------------------


def _of_audits(actions: Iterable[Kept[Action]]) -> list[Kept[Action]]:
    return [kept for kept in actions if kept.record.finding]


def _left(actions: Iterable[Kept[Action]], on: date) -> Iterator[Found]:
    ours = _of_audits(actions)
    for kept in overdue(ours, on=on):
        says = say(
            "An action of an audit was to be done by {day}. It is not done yet.",
            day=say_day(kept.record.due),
        )
        yield Found(says, (kept.id,), ("action", "done", kept.id[-8:]), kept.id)
    for kept in ours:
        done = kept.record.done_on
        if done and done <= on and not kept.record.evidence.strip():
            says = say(
                "An action of an audit was closed on {day} with no evidence.",
                day=say_day(done),
            )
            yield Found(says, (kept.id,), ("action", "check", kept.id[-8:]), kept.id)


def _actions_of(look: Look) -> Iterator[Found]:
    yield from _left(look.case.safety.actions, look.on)


def _actions(whole: Whole) -> Iterator[Found]:
    yield from _left(whole.service.actions, whole.span.on)


# --- 30: the log itself -------------------------------------------------------------


def _dated(look: Look) -> Iterator[Kept[Any]]:
    """Return what gives a day of its own and was written in the month.

    Debriefs are rule 15's, and of what was told later it is known only then.
    """
    case, safety = look.case, look.case.safety
    kinds: tuple[Iterable[Kept[Any]], ...] = (
        case.decisions,
        case.reviews,
        case.rechecks,
        safety.consents,
        safety.disclosures,
        safety.restrictions,
        safety.restriction_reviews,
        safety.risk_decisions,
        safety.money_checks,
        safety.agreements,
    )
    for kept in (one for kind in kinds for one in kind):
        if look.span.has(kept.recorded_at.astimezone().date()):
            yield kept


def _back_dated(look: Look) -> Iterator[Found]:
    jumped = look.whole.means.proof.jumped
    back = [kept for kept in _dated(look) if _days_back(kept) > BACK_DATED_DAYS]
    if back:
        says = say_many(
            "{number} entry was written more than {days} days after the day it tells "
            "of.",
            "{number} entries were written more than {days} days after the day they "
            "tell of.",
            len(back),
            days=BACK_DATED_DAYS,
        )
        ids = tuple(kept.id for kept in back)
        yield Found(says, ids, ("history", ids[0][-8:]), "back")
    case = look.case
    if jumped:
        written = (*case.debriefs, *case.observations, *_dated(look))
        odd = dict.fromkeys(k.id for k in written if k.entry in jumped)
        if odd:
            says = say_many(
                "{number} entry was written while the computer's clock had jumped.",
                "{number} entries were written while the computer's clock had jumped.",
                len(odd),
            )
            yield Found(says, tuple(odd), ("history", next(iter(odd))[-8:]), "clock")


def _days_back(kept: Kept[Any]) -> int:
    gives: date = kept.record.on
    return (kept.recorded_at.astimezone().date() - gives).days


def _log(whole: Whole) -> Iterator[Found]:
    for number, fault in enumerate(whole.means.proof.faults, start=1):
        says = say("The log does not hold: {fault}.", fault=fault)
        yield Found(says, (), ("verify",), f"fault-{number}")


def _unchecked(_noted: tuple[Noted, ...], whole: Whole) -> str:
    return (
        ""
        if whole.means.proof.checked
        else say("The chain of the log was not checked.")
    )


RULES = (
    Rule(
        24,
        "baseline-missing",
        Grade.C,
        AuditSide.RECORD,
        say("No measure was taken when the first step began."),
        say("Without a start, nobody can tell what has changed."),
        say("people with a step begun"),
        of=lambda look: int(_began(look) is not None),
        person=_no_baseline,
    ),
    OUTCOME_GAP,
    Rule(
        27,
        "action-left",
        Grade.B,
        AuditSide.RECORD,
        say("An action of an audit is past its day, or was closed without evidence."),
        say("An audit that changes nothing is a list."),
        say("actions of audits"),
        of=lambda look: len(_of_audits(look.case.safety.actions)),
        person=_actions_of,
        service=_actions,
        of_service=lambda whole: len(_of_audits(whole.service.actions)),
    ),
    Rule(
        30,
        "backdated-entry",
        Grade.B,
        AuditSide.RECORD,
        say("The chain of the log does not hold, or an entry was dated back."),
        say("A record is believed because nobody can write it anew."),
        say("entries with a day of their own"),
        of=lambda look: sum(1 for _kept in _dated(look)),
        person=_back_dated,
        service=_log,
        cannot=_unchecked,
        stands=False,
    ),
)
