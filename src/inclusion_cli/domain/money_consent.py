"""Whether money may be looked at together: only under its own consent, of that day.

Once no consent holds, a look that was kept is corrected to say less, and never more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_standing import for_activity
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.money_weeks import MONEY_CHECK
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.consent import Consent
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.money_agreed import MoneyCheck


class NoMoneyConsent(RuleSaysNo):
    """Nobody may look at the money now: the sentence says why, and what to type."""

    def __init__(self, case: Casefile, *, on: date) -> None:
        super().__init__(why_not(case, on=on))
        self.hint = say(
            "To ask {name} first, type: inclusion consent give {code}",
            name=case.known_as,
            code=case.person.record.code,
        )


class AddsToALook(RuleSaysNo):
    """A correction would keep more about money, and nobody may look at it now."""

    def __init__(self, case: Casefile, *, on: date) -> None:
        super().__init__(
            say(
                "{why} A look that was kept can be corrected to say less, not more. "
                "Nothing was changed.",
                why=why_not(case, on=on),
            )
        )
        self.hint = say(
            "To ask {name} first, type: inclusion consent give {code}",
            name=case.known_as,
            code=case.person.record.code,
        )


def check_correction(
    case: Casefile, stood: MoneyCheck, made: MoneyCheck, *, on: date
) -> None:
    """Refuse, without a consent of today, what a look did not say before.

    Raises AddsToALook.
    """
    if adds(stood, made) and for_activity(case, MONEY_CHECK, on=on) is None:
        raise AddsToALook(case, on=on)


def adds(stood: MoneyCheck, made: MoneyCheck) -> bool:
    """Say whether a look tells more than it did: a thing, a word, or that it was."""
    more = (made.unexplained > stood.unexplained, made.done and not stood.done)
    return any(more) or bool(_words(made) - _words(stood))


def _words(look: MoneyCheck) -> frozenset[str]:
    texts = f"{look.what} {look.explained} {look.action}"
    return frozenset(word.strip(".,;:!?") for word in folded(texts).split())


def money_consent(case: Casefile, *, on: date) -> Kept[Consent]:
    """Return the consent that holds on a day. Raises NoMoneyConsent."""
    found = for_activity(case, MONEY_CHECK, on=on)
    if found is None:
        raise NoMoneyConsent(case, on=on)
    return found


def why_not(case: Casefile, *, on: date) -> str:
    """Return why money is not looked at: never asked, a no, taken back, or run out."""
    label, name = case.label, case.known_as
    told = [
        kept
        for kept in case.safety.consents
        if kept.record.activity == MONEY_CHECK and kept.record.on <= on
    ]
    if not told:
        return say(
            "{label} has not been asked whether to look at money together.", label=label
        )
    newest = max(told, key=lambda kept: (kept.record.on, kept.recorded_at)).record
    if newest.answered.value == "declined":
        return say(
            "{label} said no on {day} to looking at money together.",
            label=label,
            day=say_day(newest.on),
        )
    if newest.withdrawn_on and newest.withdrawn_on <= on:
        return say(
            "{label} took back the consent to look at money together, on {day}.",
            label=label,
            day=say_day(newest.withdrawn_on),
        )
    if newest.until is None:
        return say(
            "The consent of {label} to look at money together has no last day.",
            label=label,
        )
    return say(
        "The consent of {label} to look at money together ended on {day}. "
        "{name} can be asked again.",
        label=label,
        day=say_day(newest.until),
        name=name,
    )
