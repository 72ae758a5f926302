"""Keeping what is agreed about money, practised, and looked at together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.money_agreed import Agreement, MoneyCheck, Rehearsal
from inclusion_cli.domain.money_consent import money_consent
from inclusion_cli.domain.money_page import says_look, says_looked, says_rehearsed
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work

SAME_DAY = say("A review looks at this today. Tell your manager.")
ENDED = say("looked at again, and it ends")
KEPT = say("looked at again, and it stands")


def agreement_from(answers: Mapping[str, Any]) -> Agreement:
    """Return the agreement the answers stand for."""
    return Agreement(
        words=answers["words"],
        on=answers["on"],
        about=answers["about"],
        look_on=answers.get("look_on"),
    )


def rehearsal_from(answers: Mapping[str, Any]) -> Rehearsal:
    """Return the rehearsal the answers stand for."""
    return Rehearsal(
        words=answers["words"],
        on=answers["on"],
        with_whom=answers.get("with_whom") or "",
        sure=answers.get("sure"),
    )


def check_from(answers: Mapping[str, Any], *, on: date, consent: str) -> MoneyCheck:
    """Return the look at a week the answers stand for."""
    done = answers["done"] == YES
    return MoneyCheck(
        week=answers["week"],
        on=on,
        consent=consent,
        present=answers.get("present") == YES,
        unexplained=answers.get("unexplained") or 0,
        what=answers.get("what") or "",
        explained=answers.get("explained") or "",
        action=answers.get("action") or "",
        done=done,
        why_not=answers.get("why_not") or "",
    )


def record_agreement(work: Work, case: Casefile, agreement: Agreement) -> Saved:
    """Write an agreement about money."""
    kept = work.add(agreement, file=case.person.file)
    work.clear_draft(case.person.file, "agreement")
    follows = (
        (say("You look at it again on {day}.", day=say_day(agreement.look_on)),)
        if agreement.look_on
        else ()
    )
    return _saved(case, kept.id, agreement, "agreement", follows)


def looked_at(
    agreement: Agreement, answers: Mapping[str, Any], *, today: date
) -> Agreement:
    """Return an agreement as it is once it was looked at again; its words stay."""
    if answers["now"] == "end":
        return replace(agreement, ended_on=today, ended_because=answers["because"])
    return replace(agreement, look_on=answers["look_on"])


def look_at_agreement(
    work: Work, case: Casefile, kept: Kept[Agreement], answers: Mapping[str, Any]
) -> Saved:
    """Let an agreement stand until another day, or end."""
    made = looked_at(kept.record, answers, today=work.clock.today())
    ends = made.ended_on is not None
    work.amend(kept, made, reason=ENDED if ends else KEPT)
    work.clear_draft(case.person.file, "agreement_look")
    told = (
        say("It ended today. To write the next one: inclusion money agree")
        if made.ended_on or made.look_on is None
        else say("It stands. You look at it again on {day}.", day=say_day(made.look_on))
    )
    return _saved(case, kept.id, made, "agreement", (told,))


def record_rehearsal(work: Work, case: Casefile, rehearsal: Rehearsal) -> Saved:
    """Write a sentence that was practised, and say how often that makes."""
    kept = work.add(rehearsal, file=case.person.file)
    work.clear_draft(case.person.file, "rehearsal")
    said = says_rehearsed((*case.safety.rehearsals, kept))
    return _saved(case, kept.id, rehearsal, "rehearsal", (said,))


def record_check(work: Work, case: Casefile, check: MoneyCheck) -> Saved:
    """Write a look at a week, under the consent of this moment.

    Raises NoMoneyConsent where the consent was taken back or ended meanwhile.
    """
    now = work.casefile(case.person.file)
    consent = money_consent(now, on=check.on)
    kept = work.add(replace(check, consent=consent.id), file=case.person.file)
    work.clear_draft(case.person.file, "money_check")
    after = work.casefile(case.person.file)
    follows = [says_look(check), says_looked(after, on=check.on)]
    if check.unexplained:
        follows.insert(1, SAME_DAY)
    return _saved(case, kept.id, check, "money_check", tuple(follows))


def _saved(
    case: Casefile, record_id: str, record: Any, kind: str, follows: tuple[str, ...]
) -> Saved:
    code = case.person.record.code
    open_ = isinstance(record, MoneyCheck) and record.unexplained
    return Saved(
        say("Saved for {label}.", label=case.label),
        code=code,
        kind=kind,
        id=record_id,
        record=record,
        follows=follows,
        next=("review", code) if open_ else ("money", "show", code),
    )
