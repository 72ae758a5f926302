"""Keeping what a person agrees to, and what follows when they take it back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.action import Action
from inclusion_cli.domain.consent import Answered, Consent, ConsentKind, HowGiven
from inclusion_cli.domain.consent_items import MONEY_CHECK
from inclusion_cli.domain.consent_page import who_holds
from inclusion_cli.domain.consent_wider import widened
from inclusion_cli.domain.consent_words import PRESUMED, what_for
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosure import Disclosure
from inclusion_cli.domain.held import held_under
from inclusion_cli.domain.kept import Kept, short_id
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.partner import Partner
from inclusion_cli.domain.recall_letter import PURPOSE
from inclusion_cli.domain.record import record
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import YES
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work

NO_PARTNER = ("", "0")
CALL_BACK_DAYS = 3
"""Working days and a weekend: those who were told hear of it soon. Service default."""
LOOKED_INTO = "looked_into"


class NoConsent(NothingFound):
    """There is nothing that could be taken back or shown."""

    def __init__(self, case: Casefile) -> None:
        super().__init__(
            say("{label} has given no consent that stands.", label=case.label)
        )
        if not case.closed_on:
            self.hint = say(
                "To ask for one, type: inclusion consent give {code}",
                code=case.person.record.code,
            )


def partner_of(reading: Reading, answers: Mapping[str, Any]) -> Kept[Partner] | None:
    """Return the partner that is told, None for anybody else."""
    chosen = answers.get("partner") or ""
    return None if chosen in NO_PARTNER else reading.get(Partner, chosen)


def consent_from(answers: Mapping[str, Any], partner: Kept[Partner] | None) -> Consent:
    """Return the consent the answers stand for."""
    kind = ConsentKind(answers["kind"])
    answered = Answered(answers.get("answered") or Answered.GIVEN.value)
    agreed = answered is Answered.GIVEN and kind is not ConsentKind.LEGAL_BASIS
    told = answers if agreed else {}
    how, copy = told.get("given_how"), told.get("copy_given")
    return Consent(
        kind=kind,
        on=answers["on"],
        answered=answered,
        purpose=answers["purpose"],
        recipient=partner.record.name if partner else answers.get("recipient") or "",
        role=(partner.record.role if partner else answers.get("recipient_role")) or "",
        partner=partner.id if partner else "",
        activity=answers.get("activity") or "",
        items=tuple(told.get("items") or ()),
        excluded=tuple(told.get("excluded") or ()),
        asked_how=answers.get("asked_how") or "",
        interpreter=answers.get("interpreter") or "",
        given_how=HowGiven(how) if how else None,
        witness=told.get("witness") or "",
        capacity=_capacity(told),
        until=told.get("until"),
        withdraw_how=told.get("withdraw_how") or "",
        copy_given=None if copy is None else copy == YES,
        basis=answers.get("basis") or "",
        words=answers.get("words") or "",
    )


def _capacity(told: Mapping[str, Any]) -> str:
    if told.get("capacity") == LOOKED_INTO:
        return say("There was a doubt: {note}", note=told.get("capacity_note") or "")
    return PRESUMED if told.get("capacity") else ""


def give_consent(work: Work, case: Casefile, consent: Consent) -> Saved:
    """Write what a person answered: a yes and a no in the same way."""
    kept = work.add(consent, file=case.person.file)
    work.clear_draft(case.person.file, "consent")
    code, agreed = case.person.record.code, consent.answered is Answered.GIVEN
    what = what_for(consent)
    says = say("Saved for {label}: yes. {what}", label=case.label, what=what)
    if not agreed:
        says = say("Saved for {label}: no. {what}", label=case.label, what=what)
    if consent.kind is ConsentKind.LEGAL_BASIS:
        says = say("Saved for {label}: {what}", label=case.label, what=what)
    wants_copy = agreed and consent.copy_given is False
    show = ("consent", "show", short_id(kept.id))
    copy = say(
        "A copy for {name}, on paper: inclusion consent show {id} --paper",
        name=case.known_as,
        id=short_id(kept.id),
    )
    return Saved(
        says,
        code=code,
        kind="consent",
        id=kept.id,
        record=consent,
        follows=(
            *_follows(case, consent),
            *([copy] if agreed and not wants_copy else []),
        ),
        next=(*show, "--paper") if wants_copy else ("consent", "list", code),
    )


def _follows(case: Casefile, consent: Consent) -> Iterator[str]:
    if consent.answered is Answered.DECLINED:
        tells = consent.kind is ConsentKind.TELL
        yield (
            say("Nothing is told, and no support changes.")
            if tells
            else say("It is not done, and no support changes.")
        )
    elif consent.until:
        yield say(
            "It holds until {day}. {name} can take it back at any time: inclusion "
            "consent withdraw {code}",
            day=say_day(consent.until),
            name=case.known_as,
            code=case.person.record.code,
        )


class Wider(RuleSaysNo):
    """A change would let more be told: that is for the person to agree to."""

    def __init__(self, case: Casefile, more: tuple[str, ...]) -> None:
        super().__init__(
            say(
                "A change cannot widen what {name} agreed to: {more}. It is given "
                "anew.",
                name=case.known_as,
                more="; ".join(more),
            )
        )
        if not case.closed_on:
            self.hint = say(
                "To ask {name} anew, type: inclusion consent give {code}",
                name=case.known_as,
                code=case.person.record.code,
            )


def changed_consent(case: Casefile, stood: Consent, made: Consent) -> Consent:
    """Return a consent as it is changed; that it was taken back stays.

    Raises Wider where it would let more be told than the person agreed to.
    """
    if more := widened(stood, made):
        raise Wider(case, more)
    return replace(
        made, withdrawn_on=stood.withdrawn_on, withdrawn_words=stood.withdrawn_words
    )


# --- taken back ---------------------------------------------------------------------


@record
class TakenBack:
    """What a withdrawal did: its receipt, and what its letter calls back."""

    saved: Saved
    consent: Consent
    held: tuple[Kept[Disclosure], ...]


def withdraw_consent(
    work: Work, case: Casefile, answers: Mapping[str, Any], *, owner: str
) -> TakenBack:
    """Write that consent is taken back; who was told gets a letter, and we an action.

    What was told stays on the list of what was told. `owner` is who tells them.
    """
    kept = next(k for k in case.safety.consents if k.id == answers["consent"])
    words = answers.get("words") or ""
    gone = replace(kept.record, withdrawn_on=answers["on"], withdrawn_words=words)
    held, holding = held_under(case, kept), who_holds(case, kept)
    work.amend(kept, gone, reason=say("taken back by the person"))
    if held:
        _call_back(work, case, kept, owner)
    work.clear_draft(case.person.file, "consent_withdraw")
    code = case.person.record.code
    saved = Saved(
        say(
            "Saved for {label}: taken back. {what}",
            label=case.label,
            what=what_for(kept.record),
        ),
        code=code,
        kind="consent",
        id=kept.id,
        record=gone,
        follows=(
            _over(case, kept.record, answers["on"]),
            *holding,
        ),
        next=("disclosure", "recalled", code) if held else ("consent", "list", code),
    )
    return TakenBack(saved, gone, held)


def _over(case: Casefile, consent: Consent, on: date) -> str:
    """Return what ends with a consent that is taken back, by its kind."""
    day, name = say_day(on), case.known_as
    if consent.kind is ConsentKind.TELL:
        return say("Nothing is told on it from {day} on.", day=day)
    if consent.kind is ConsentKind.LEGAL_BASIS:
        return say(
            "The record rests on it no more from {day} on. Ask your manager what it "
            "rests on now.",
            day=day,
        )
    if consent.activity == MONEY_CHECK:
        return say(
            "The weekly look at money with {name} stops on {day}. What was looked at "
            "before stays.",
            name=name,
            day=day,
        )
    return say(
        "{name} takes part in it no more from {day} on. No other support changes.",
        name=name,
        day=day,
    )


def _call_back(work: Work, case: Casefile, kept: Kept[Consent], owner: str) -> None:
    """Log the letter to the recipient, and open the action that goes with it."""
    today, file, to = work.clock.today(), case.person.file, kept.record.recipient
    work.add(Paper(PaperKind.LETTER, today, to, PURPOSE), file=file)
    what = say(
        "Tell {to} to stop using what they hold of {code}",
        to=to,
        code=case.person.record.code,
    )
    due = today + timedelta(days=CALL_BACK_DAYS)
    work.add(Action(what, owner, due, of=kept.id), file=file)


def record_recalled(work: Work, case: Casefile, answers: Mapping[str, Any]) -> Saved:
    """Write that somebody was told to stop; the last one closes the action for it."""
    told = next(k for k in case.safety.disclosures if k.id == answers["disclosure"])
    day, how = answers["on"], answers["how"]
    gone = replace(told.record, recalled_on=day)
    work.amend(told, gone, reason=say("called back: {how}", how=how))
    now = work.casefile(case.person.file)
    consents = {kept.id: kept for kept in now.safety.consents}
    for action in now.safety.actions:
        consent = consents.get(action.record.of)
        if action.record.done_on or consent is None or held_under(now, consent):
            continue
        done = replace(action.record, done_on=day, evidence=how)
        work.amend(action, done, reason=say("called back"))
    work.clear_draft(case.person.file, "disclosure_recalled")
    return Saved(
        say(
            "Saved for {label}. Told to stop using it: {to}.",
            label=case.label,
            to=told.record.recipient,
        ),
        code=case.person.record.code,
        kind="disclosure",
        id=told.id,
        record=gone,
        follows=(say("What was told stays on the list."),),
        next=("disclosure", "list", case.person.record.code),
    )
