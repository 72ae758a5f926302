"""A paper that leaves: for whom, what for, and what that rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent import Answered
from inclusion_cli.domain.consent_items import items_in_words
from inclusion_cli.domain.consent_standing import (
    about_recipient,
    for_recipient,
    items_agreed,
)
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.disclosure import Ground, Rests
from inclusion_cli.domain.record import record
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person


@record
class Leaving:
    """Who gets a paper, as what, what for, and what telling rests on.

    `partner` is the id of a partner, `consent` of the consent it rests on; "" lets
    `log_leaving` find it. `ground`, `harm` and `decided_by` are for telling without
    consent; what else that asks is asked later. `said_yes` is that the person was asked
    and wants to hand it on themselves.
    """

    recipient: str
    role: str
    purpose: str
    rests: Rests
    partner: str = ""
    consent: str = ""
    ground: Ground | None = None
    harm: str = ""
    decided_by: str = ""
    said_yes: bool = False


def is_the_person(person: Person, recipient: str) -> bool:
    """Say whether who gets a paper is the person it is about, by name or code."""
    return folded(recipient) in map(folded, (person.name, person.known_as, person.code))


def not_theirs(case: Casefile, leaving: Leaving) -> str:
    """Return why a paper is not the person's to have or to hand on, "" where it is."""
    name, to = case.known_as, leaving.recipient
    theirs = is_the_person(case.person.record, to)
    if leaving.rests is Rests.TO_THE_PERSON and not theirs:
        return say(
            "{to} is not {name}. Ask {name} if they want to hand it on themselves. "
            "Nothing was shared.",
            to=to,
            name=name,
        )
    if leaving.rests is Rests.HANDED_ON and not leaving.said_yes:
        return say(
            "{name} did not say yes to handing it to {to}. Nothing was shared.",
            name=name,
            to=to,
        )
    return ""


def why_not(case: Casefile, leaving: Leaving, items: Iterable[str], *, on: date) -> str:
    """Return why a paper may not be given on consent, as a sentence; "" where it may.

    Expired, taken back, not begun, for somebody else, for other things, or none.
    """
    whom = leaving.partner or leaving.recipient
    missing = frozenset(items) - items_agreed(case, whom, on=on, role=leaving.role)
    holding = for_recipient(case, whom, on=on, role=leaving.role)
    name, to = case.known_as, leaving.recipient
    if holding and missing:
        return say(
            "{name} has not agreed that {to} is told: {items}. Nothing was shared.",
            name=name,
            to=to,
            items=items_in_words(missing),
        )
    if holding:
        roles = {folded(kept.record.role) for kept in holding}
        if len(roles) > 1 and not leaving.role and not leaving.partner:
            return say(
                "{name} agreed to tell two people called {to}. Say which: what are "
                "they? Nothing was shared.",
                name=name,
                to=to,
            )
        return _another_purpose(name, leaving, holding)
    told = list(about_recipient(case, whom))
    return _ended(told[-1].record, leaving, name, on) if told else _never(case, to, on)


def _another_purpose(
    name: str, leaving: Leaving, holding: Iterable[Kept[Consent]]
) -> str:
    """Return why what was agreed is for something else, "" where it is for this.

    What is told to a partner takes its purpose from the consent itself.
    """
    agreed = dict.fromkeys(kept.record.purpose.strip().rstrip(".") for kept in holding)
    wanted = same_words(leaving.purpose)
    if leaving.partner or not wanted or wanted in map(same_words, agreed):
        return ""
    return say(
        "{name} agreed that {to} is told for this: {agreed}. For anything else "
        "{name} has to be asked anew. Nothing was shared.",
        name=name,
        to=leaving.recipient,
        agreed="; ".join(agreed),
    )


def same_words(purpose: str) -> str:
    """Return a purpose as it is compared: without its stop, spaces and capitals."""
    return folded(purpose).strip().rstrip(".")


def purposes_agreed(
    case: Casefile, recipient: str, *, on: date, role: str = ""
) -> tuple[str, ...]:
    """Return what a person agreed that a recipient is told for, the newest first."""
    holding = for_recipient(case, recipient, on=on, role=role)
    return tuple(dict.fromkeys(kept.record.purpose for kept in reversed(holding)))


def consent_for(case: Casefile, leaving: Leaving, *, on: date) -> Kept[Consent] | None:
    """Return the newest consent that a paper rests on, None where there is none."""
    whom = leaving.partner or leaving.recipient
    found = for_recipient(case, whom, on=on, role=leaving.role)
    wanted = same_words(leaving.purpose)
    exact = [kept for kept in found if same_words(kept.record.purpose) == wanted]
    return (exact or found)[-1] if found else None


def _ended(said: Consent, leaving: Leaving, name: str, on: date) -> str:
    to = leaving.recipient
    if said.answered is Answered.DECLINED:
        return say(
            "{name} said no to telling {to}. Nothing was shared.", name=name, to=to
        )
    if said.withdrawn_on is not None and said.withdrawn_on <= on:
        return say(
            "{name} took back on {day} that {to} is told. Nothing was shared.",
            name=name,
            day=say_day(said.withdrawn_on),
            to=to,
        )
    if said.on > on:
        return say(
            "{name} agreed that {to} is told from {day} on. Nothing was shared.",
            name=name,
            to=to,
            day=say_day(said.on),
        )
    if said.until is not None and said.until < on:
        return say(
            "What {name} agreed for {to} ended on {day}. Nothing was shared.",
            name=name,
            to=to,
            day=say_day(said.until),
        )
    return say(
        "{name} agreed to tell {to}, the {role}, and nobody else of that name. "
        "Nothing was shared.",
        name=name,
        to=to,
        role=said.role or say("one they named"),
    )


def _never(case: Casefile, to: str, on: date) -> str:
    others = {
        kept.record.recipient
        for kept in case.safety.consents
        if kept.record.recipient and for_recipient(case, kept.record.recipient, on=on)
    }
    if others:
        return say(
            "{name} agreed to tell {others}, not {to}. Nothing was shared.",
            name=case.known_as,
            others=", ".join(sorted(others)),
            to=to,
        )
    return say(
        "{name} has not agreed that {to} is told anything. Nothing was shared.",
        name=case.known_as,
        to=to,
    )
