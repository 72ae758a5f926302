"""The register of limits: which are in force, for how long, and with what authority.

It covers what was registered, and the restrictions written in the formulation alone.
Source: practice reference 1.2, and 7 (3), the half-life of a restriction.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.blanket import Blanket, blankets
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.formulation import Control, ControlKind, Formulation
from inclusion_cli.domain.formulation_events import line_review_day, looks
from inclusion_cli.domain.registered import Registered
from inclusion_cli.domain.restriction import (
    Restriction,
    RestrictionReview,
    days_stood,
    holds_until,
)
from inclusion_cli.domain.restriction_grounds import names_of
from inclusion_cli.plain import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept


def register(case: Casefile, *, on: date) -> tuple[Registered, ...]:
    """Return every limit that has begun by a day, the oldest first.

    What was reviewed or lifted after that day does not change it.
    """
    formulation = _stood(case, on)
    own = tuple(_own(case, formulation, on))
    written = _written(case, formulation, own, on)
    return tuple(sorted((*own, *written), key=lambda one: (one.began, one.id)))


def in_force(case: Casefile, *, on: date) -> tuple[Registered, ...]:
    """Return the limits that are in force on a day."""
    return tuple(one for one in register(case, on=on) if one.in_force)


def blanket(
    cases: Iterable[Casefile], *, on: date = date.max - timedelta(days=400)
) -> Iterator[Blanket]:
    """Return what looks like a rule for all: practice reference 1.3 and 7 (6).

    That is the same limit, or the same end date, for three people or more, and one for
    a whole address. Only what is in force on the day counts; with no day, what was
    never lifted.
    """
    return blankets(
        (case.person.record.code, one)
        for case in cases
        for one in in_force(case, on=on)
    )


def _stood(case: Casefile, on: date) -> Kept[Formulation] | None:
    """Return the formulation that stood on a day."""
    known = case.formulations or ((case.formulation,) if case.formulation else ())
    stood = [kept for kept in known if kept.on <= on]
    return stood[-1] if stood else None


def _own(
    case: Casefile, formulation: Kept[Formulation] | None, on: date
) -> Iterator[Registered]:
    for kept in case.safety.restrictions:
        if kept.record.on <= on:
            reviews = _reviews(case, kept.id, on)
            yield _registered(case, kept, reviews, formulation, on)


def _reviews(
    case: Casefile, restriction: str, on: date
) -> tuple[Kept[RestrictionReview], ...]:
    """Return the reviews of a limit by a day, in order, up to its lifting."""
    found = [
        kept
        for kept in case.safety.restriction_reviews
        if kept.record.restriction == restriction and kept.record.on <= on
    ]
    found.sort(key=lambda kept: (kept.record.on, kept.order))
    lifted = [n for n, kept in enumerate(found) if kept.record.lifts]
    return tuple(found[: lifted[0] + 1] if lifted else found)


def _registered(
    case: Casefile,
    kept: Kept[Restriction],
    reviews: tuple[Kept[RestrictionReview], ...],
    formulation: Kept[Formulation] | None,
    on: date,
) -> Registered:
    it = kept.record
    lifted_on = next((r.record.on for r in reviews if r.record.lifts), None)
    until = holds_until(it, reviews[-1].record.on if reviews else None)
    left = _left(case, on) if lifted_on is None else None
    ended = lifted_on or left
    late = ended is None and on > until
    harms = [it.evidence_on, *(r.record.harm_since for r in reviews)]
    known = [day for day in harms if day and day <= on]
    now = [r.record.now for r in reviews if r.record.now]
    return Registered(
        id=kept.id,
        what=now[-1] if now else it.what,
        began=it.on,
        trigger=it.trigger,
        situation=_situation(formulation, it.trigger),
        in_force=ended is None,
        without_authority=late,
        until=until if ended is None else None,
        days_limited=days_stood(it.on, ended or on),
        lifted_on=lifted_on,
        closed_on=left,
        days_since_harm=(on - max(known)).days if known else None,
        ends_when=it.ends_when,
        ends_on=it.ends_on,
        address=it.address,
        lawful_basis=it.lawful_basis,
        kept=kept,
        reviews=reviews,
        names=names_of(case),
        triggers=_triggers(formulation),
    )


def _left(case: Casefile, on: date) -> date | None:
    """Return the day the file was closed, by a day: no limit stands after it."""
    return case.closed_on if case.closed_on and case.closed_on <= on else None


def _triggers(formulation: Kept[Formulation] | None) -> tuple[str, ...]:
    return tuple(t.id for t in formulation.record.triggers) if formulation else ()


def _situation(formulation: Kept[Formulation] | None, trigger: str) -> str:
    found = formulation.record.trigger(trigger) if formulation else None
    return found.situation if found else ""


# --- written in the formulation, and not registered ---------------------------------


def _written(
    case: Casefile,
    formulation: Kept[Formulation] | None,
    own: tuple[Registered, ...],
    on: date,
) -> Iterator[Registered]:
    for control in formulation.record.controls if formulation else ():
        if control.kind is not ControlKind.RESTRICTION or formulation is None:
            continue
        if not any(_stands_for(one, control, formulation) for one in own):
            since = _first_written(case, control, formulation, own)
            began = min(control.started or since, on)
            yield _unregistered(case, formulation, control, began=began, on=on)


def _stands_for(
    one: Registered, control: Control, formulation: Kept[Formulation]
) -> bool:
    """Say whether a limit of the register is this one of the formulation.

    One that was lifted still is, until a later version says it again.
    """
    said_again = one.lifted_on is not None and formulation.on > one.lifted_on
    return _same(one, control) and not said_again


def still_written(case: Casefile, one: Registered, *, on: date) -> bool:
    """Say whether a limit that was lifted still stands in the formulation."""
    formulation = _stood(case, on)
    if formulation is None or one.lifted_on is None:
        return False
    return any(
        control.kind is ControlKind.RESTRICTION
        and _stands_for(one, control, formulation)
        for control in formulation.record.controls
    )


def _same(one: Registered, control: Control) -> bool:
    it = one.kept.record if one.kept else None
    texts = (it.control, it.what, one.what) if it else ()
    return folded(control.text) in {folded(text) for text in texts}


def _unregistered(
    case: Casefile,
    formulation: Kept[Formulation],
    control: Control,
    *,
    began: date,
    on: date,
) -> Registered:
    until, left = _look_by(case, formulation, control), _left(case, on)
    signed = formulation.record.is_signed
    late = until is not None and on > until
    return Registered(
        id=formulation.id,
        what=control.text,
        began=began,
        trigger=control.trigger,
        situation=_situation(formulation, control.trigger),
        in_force=left is None,
        without_authority=left is None and (late or not signed),
        until=until if left is None else None,
        days_limited=days_stood(began, left or on),
        closed_on=left,
        ends_when=control.ends_when,
        lawful_basis=control.lawful_basis,
        written=True,
        names=names_of(case),
        control=control,
        signed=signed,
    )


def _look_by(
    case: Casefile, formulation: Kept[Formulation], control: Control
) -> date | None:
    """Return the day it is looked at by: as late as the register allows, at most."""
    looked = max([formulation.on, *(look.on for look in looks(case))])
    most = looked + timedelta(days=SHIPPED.restriction_days)
    own = line_review_day(case, control)
    return min(own, most) if own else most


def _first_written(
    case: Casefile,
    control: Control,
    formulation: Kept[Formulation],
    own: tuple[Registered, ...],
) -> date:
    """Return since when the formulation has had it, or has had it again."""
    said = folded(control.text)
    lifted = [one.lifted_on for one in own if one.lifted_on and _same(one, control)]
    days = [
        kept.on
        for kept in case.formulations
        for other in kept.record.controls
        if other.kind is ControlKind.RESTRICTION and folded(other.text) == said
        if not lifted or kept.on > max(lifted)
    ]
    return min([*days, formulation.on])
