"""Whether a consent holds on a day. It is judged when something is made, never stored.

The newest answer about one recipient, role and purpose, or about one activity, is the
one that counts: an older one is not fallen back on. Default is none. Whoever says that
a consent holds asks `counts`, which looks at every answer as telling does. Source:
practice reference 6.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.consent_items import ITEMS, OTHER
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

__all__ = [
    "ITEMS",
    "can_be_taken_back",
    "counts",
    "for_activity",
    "for_recipient",
    "holds",
    "items_agreed",
    "may_tell",
    "over_on",
    "same_recipient",
]


def holds(consent: Consent, *, on: date) -> bool:
    """Say whether a consent holds on a day: given, begun, not ended, not taken back.

    That is by itself alone. Whether it still counts beside later answers: `counts`.
    """
    if consent.answered is not Answered.GIVEN or consent.on > on:
        return False
    if consent.withdrawn_on is not None and consent.withdrawn_on <= on:
        return False
    if consent.until is None:
        return consent.kind is ConsentKind.LEGAL_BASIS
    return on <= consent.until


def can_be_taken_back(consent: Consent) -> bool:
    """Say whether there is a yes to take back: a basis in law is none, as a rule."""
    own = consent.kind is not ConsentKind.LEGAL_BASIS or consent.basis == "agreed"
    given = consent.answered is Answered.GIVEN
    return own and given and consent.withdrawn_on is None


def counts(case: Casefile, kept: Kept[Consent], *, on: date) -> bool:
    """Say whether a consent holds on a day, and no later answer took its place."""
    said = kept.record
    if said.kind is ConsentKind.TELL:
        standing = (one.id for one in _standing(case, *_whom(said), on=on))
        return kept.id in standing and (not said.items or bool(_left(case, kept, on)))
    newest = _newest_alike(case, said, on)
    return holds(said, on=on) and newest is not None and newest.id == kept.id


def may_tell(case: Casefile, kept: Kept[Consent], *, on: date) -> tuple[str, ...]:
    """Return the items of a consent that may be told on it on a day, in its order."""
    return _left(case, kept, on) if counts(case, kept, on=on) else ()


def over_on(case: Casefile, kept: Kept[Consent], *, on: date) -> date | None:
    """Return the day from which a yes counted no more, None where it still does.

    It was taken back, it ran out, or a later answer took its place.
    """
    said = kept.record
    if said.on > on or counts(case, kept, on=on):
        return None
    later = (
        one.record.on
        for one in case.safety.consents
        if _order(one) > _order(kept)
        and one.record.on <= on
        and not counts(case, kept, on=one.record.on)
    )
    ends = (said.withdrawn_on, said.until, min(later, default=None))
    return min((day for day in ends if day and day <= on), default=None)


def for_activity(case: Casefile, activity: str, *, on: date) -> Kept[Consent] | None:
    """Return the consent to take part in an activity that holds on a day, or None."""
    told = (
        kept
        for kept in case.safety.consents
        if kept.record.kind is ConsentKind.TAKE_PART
        and kept.record.activity == activity
        and kept.record.on <= on
    )
    newest = max(told, key=_order, default=None)
    return newest if newest and holds(newest.record, on=on) else None


def _newest_alike(case: Casefile, said: Consent, on: date) -> Kept[Consent] | None:
    """Return the newest answer about what a consent to take part, or a basis, is of.

    An activity of no list, and a basis in law, go by what they are for.
    """
    listed = said.activity not in ("", OTHER)
    told = (
        kept
        for kept in case.safety.consents
        if (kept.record.kind, kept.record.activity) == (said.kind, said.activity)
        and (listed or folded(kept.record.purpose) == folded(said.purpose))
        and kept.record.on <= on
    )
    return max(told, key=_order, default=None)


def _whom(said: Consent) -> tuple[str, str]:
    """Return whom a consent is about, as `for_recipient` takes it, and as what."""
    return (said.partner, "") if said.partner else (said.recipient, said.role)


def same_recipient(consent: Consent, recipient: str, role: str = "") -> bool:
    """Say whether a consent is about a recipient: a name, or the id of a partner.

    Where both sides say what the recipient is, that has to be the same, too.
    """
    if consent.kind is not ConsentKind.TELL or not recipient:
        return False
    if consent.partner == recipient:
        return True
    if folded(consent.recipient) != folded(recipient):
        return False
    return not (role and consent.role) or folded(role) == folded(consent.role)


def for_recipient(
    case: Casefile, recipient: str, *, on: date, role: str = ""
) -> tuple[Kept[Consent], ...]:
    """Return the consents that hold on a day for telling a recipient, oldest first."""
    standing = _standing(case, recipient, role, on=on)
    return tuple(kept for kept in standing if same_recipient(kept.record, recipient))


def _standing(
    case: Casefile, recipient: str, role: str, *, on: date
) -> tuple[Kept[Consent], ...]:
    """Return the newest answers that hold for a recipient, oldest first.

    For a partner, an answer about their name is one, too: it may take a yes back and
    gives none.
    """
    newest: dict[tuple[str, ...], Kept[Consent]] = {}
    for kept in _answers(case, recipient, role, on=on):
        said = kept.record
        if said.answered is Answered.DECLINED:
            newest = {key: it for key, it in newest.items() if not _same(it, said)}
        else:
            newest[folded(said.role), folded(said.purpose)] = kept
    found = (kept for kept in newest.values() if holds(kept.record, on=on))
    return tuple(sorted(found, key=_order))


def _answers(
    case: Casefile, recipient: str, role: str, *, on: date
) -> list[Kept[Consent]]:
    """Return every answer about a recipient up to a day, oldest first."""
    every = [kept for kept in case.safety.consents if kept.record.on <= on]
    chosen = [k.record for k in every if k.record.partner == recipient != ""]
    told = (
        kept
        for kept in every
        if same_recipient(kept.record, recipient, role)
        or any(
            not kept.record.partner and same_recipient(kept.record, p.recipient, p.role)
            for p in chosen
        )
    )
    return sorted(told, key=_order)


def items_agreed(
    case: Casefile, recipient: str, *, on: date, role: str = ""
) -> frozenset[str]:
    """Return what may be told to a recipient on a day; a later no takes an item out."""
    agreed: frozenset[str] = frozenset()
    for kept in _standing(case, recipient, role, on=on):
        gives = same_recipient(kept.record, recipient)
        agreed |= {*kept.record.items} if gives else frozenset()
        agreed -= {*kept.record.excluded}
    return agreed


def _left(case: Casefile, kept: Kept[Consent], on: date) -> tuple[str, ...]:
    """Return the items of a consent that no answer since then took out."""
    standing = _standing(case, *_whom(kept.record), on=on)
    since = (one for one in standing if _order(one) >= _order(kept))
    out = {item for one in since for item in one.record.excluded}
    return tuple(item for item in kept.record.items if item not in out)


def about_recipient(case: Casefile, recipient: str) -> Iterator[Kept[Consent]]:
    """Return every answer about telling a recipient, whether it holds or not."""
    for kept in sorted(case.safety.consents, key=_order):
        if same_recipient(kept.record, recipient):
            yield kept


def _same(kept: Kept[Consent], said: Consent) -> bool:
    """Say whether a no is about what an earlier answer was about.

    A no without a purpose, and one to the same purpose, ends it.
    """
    asked = not said.purpose or folded(said.purpose) == folded(kept.record.purpose)
    return asked and same_recipient(kept.record, said.recipient, said.role)


def _order(kept: Kept[Consent]) -> tuple[object, ...]:
    return (kept.record.on, kept.recorded_at, kept.id)
