"""Telling that no consent held for: it had ended, nobody asked, or no ground is there.

Rule 18 of practice reference 6.4; telling without consent is audited by 6.7.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit import AuditSide, Grade
from inclusion_cli.domain.audit_rules.rule import Found, Rule
from inclusion_cli.domain.consent_standing import holds
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosed import still_asked
from inclusion_cli.domain.disclosure import Disclosure, Rests
from inclusion_cli.domain.held import after_the_end, beyond, recalled
from inclusion_cli.domain.leaving import is_the_person
from inclusion_cli.domain.record import replace
from inclusion_cli.tongue import say, say_many

WHY_WITHIN_DAYS = 1

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.audit_look import Look
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.kept import Kept


def told_on_consent(look: Look) -> list[Kept[Disclosure]]:
    """Return what was told in the month and rests on a consent."""
    return [
        kept
        for kept in look.case.safety.disclosures
        if look.span.has(kept.record.on) and kept.record.rests is Rests.CONSENT
    ]


def told_as_theirs(look: Look) -> list[Kept[Disclosure]]:
    """Return what was given out in the month as if it was for the person alone."""
    return [
        kept
        for kept in look.case.safety.disclosures
        if look.span.has(kept.record.on) and kept.record.rests is Rests.TO_THE_PERSON
    ]


def told_without(look: Look) -> list[Kept[Disclosure]]:
    """Return what was told without consent in the month, and earlier with its why open.

    Its questions may wait a day: in danger, three are asked and no more.
    """
    return [
        kept
        for kept in look.case.safety.disclosures
        if kept.record.rests is Rests.WITHOUT_CONSENT
        and (look.span.has(kept.record.on) or _why_is_open(look, kept))
    ]


def _why_is_open(look: Look, kept: Kept[Disclosure]) -> bool:
    """Say whether the grounds of what was told are still to write, past their day."""
    owed = kept.record.on + timedelta(days=WHY_WITHIN_DAYS)
    return owed <= look.span.until and bool(still_asked(kept.record))


def _told(look: Look) -> Iterator[Found]:
    yield from _told_after(look)
    yield from _not_theirs(look)
    yield from _why_not_written(look)


def _why_not_written(look: Look) -> Iterator[Found]:
    for kept in told_without(look):
        if not _why_is_open(look, kept):
            continue
        waits = len(still_asked(kept.record))
        says = say_many(
            "On {day} something was told without consent, and {number} question about "
            "it is still to answer.",
            "On {day} something was told without consent, and {number} questions about "
            "it are still to answer.",
            waits,
            day=say_day(kept.record.on),
        )
        yield Found(says, (kept.id,), ("disclosure", "finish", look.code), kept.id)


def _not_theirs(look: Look) -> Iterator[Found]:
    for kept in told_as_theirs(look):
        told = kept.record
        if is_the_person(look.case.person.record, told.recipient):
            continue
        says = say(
            "On {day} something meant for the person went to somebody else. Nobody "
            "asked the person first.",
            day=say_day(told.on),
        )
        yield Found(says, (kept.id,), ("disclosure", "list", look.code), kept.id)


def _told_after(look: Look) -> Iterator[Found]:
    consents = {kept.id: kept.record for kept in look.case.safety.consents}
    for kept in told_on_consent(look):
        told, consent = kept.record, consents.get(kept.record.consent)
        if consent is not None and _held(consent, on=told.on):
            if after_the_end(look.case, kept):
                why = say("a later answer had taken the place of its consent")
            elif beyond(look.case, told, consent):
                why = say("more was told than was agreed to")
            else:
                continue
        elif consent is None:
            why = say("the consent it rests on is not there")
        elif consent.withdrawn_on and consent.withdrawn_on < told.on:
            day = say_day(consent.withdrawn_on)
            why = say("the consent for it was taken back on {day}", day=day)
        elif consent.until and consent.until < told.on:
            why = say("the consent for it ended on {day}", day=say_day(consent.until))
        else:
            why = say("the consent for it did not hold on the day")
        says = say(
            "Something was told on {day}, and {why}.", day=say_day(told.on), why=why
        )
        records = (kept.id, *([told.consent] if told.consent else []))
        verb = "list" if recalled(look.case, kept) else "recalled"
        yield Found(says, records, ("disclosure", verb, look.code), kept.id)


def _held(consent: Consent, *, on: date) -> bool:
    """Say whether a consent held on a day, or until it was taken back on that day.

    Nothing can be told on it once that is written: what was told that day was before.
    """
    if consent.withdrawn_on == on:
        return holds(replace(consent, withdrawn_on=None), on=on)
    return holds(consent, on=on)


RULES = (
    Rule(
        18,
        "told-after-consent-ended",
        Grade.B,
        AuditSide.RISK,
        say(
            "Something was told after its consent had ended, with no yes asked, or "
            "without consent and with no reason written."
        ),
        say("What is told without a yes that holds has to say why it was right."),
        say("things told on consent or without it, or given to the person"),
        of=lambda look: sum(
            len(told(look)) for told in (told_on_consent, told_as_theirs, told_without)
        ),
        person=_told,
        stands=False,
    ),
)
