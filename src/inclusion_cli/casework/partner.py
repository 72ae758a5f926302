"""Partners of the service: adding one, finding one, the steps tied to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.ids import fits
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.partner import Partner, PartnerKind
from inclusion_cli.domain.partner_page import BOUNDARY_WORDS
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import NothingFound
from inclusion_cli.plain import folded, one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.work import Work


class NoPartner(NothingFound):
    """No partner answers to what was typed."""

    hint = say("To see the partners, type: inclusion partner list")

    def __init__(self, typed: str) -> None:
        super().__init__(
            say('No partner matches "{typed}".', typed=one_line(typed))
            if typed
            else say("Which partner? Type a name or an id.")
        )


class SeveralPartners(NothingFound):
    """More than one partner answers to what was typed."""

    def __init__(self, typed: str, found: Iterable[Kept[Partner]]) -> None:
        names = "; ".join(f"{k.record.name} ({short_id(k.id)})" for k in found)
        super().__init__(
            say('"{typed}" could be: {names}.', typed=one_line(typed), names=names)
        )
        self.hint = say("Type the id of the one you mean.")


def partners(reading: Reading) -> tuple[Kept[Partner], ...]:
    """Return every partner, ended ones, too."""
    return reading.of_kind("partner", "1")


def partner_choices(reading: Reading) -> tuple[Choice, ...]:
    """Return the partners the service works with, to be chosen from."""
    return tuple(
        Choice(kept.id, kept.record.name)
        for kept in reading.of_kind("partner", "1")
        if kept.record.ended_on is None
    )


def partner_typed(found: tuple[Kept[Partner], ...], typed: str) -> Kept[Partner]:
    """Return the one partner meant by a name, a part of one, or an id.

    Raises NoPartner or SeveralPartners: nobody is taken for another.
    """
    wanted = folded(typed).strip()
    whole = [k for k in found if folded(k.record.name) == wanted]
    by_id = [k for k in found if fits(k.id, typed)]
    parts = [k for k in found if wanted and wanted in folded(k.record.name)]
    meant = whole or by_id or parts
    if not meant:
        raise NoPartner(typed)
    if len(meant) > 1:
        raise SeveralPartners(typed, meant)
    return meant[0]


def partner_from(answers: Mapping[str, Any]) -> Partner:
    """Return the partner the answers stand for."""
    own = (answers.get("own_boundaries") or "").split(";")
    chosen = [BOUNDARY_WORDS[key] for key in answers.get("boundaries") or ()]
    return Partner(
        name=answers["name"],
        kind=PartnerKind(answers["kind"]),
        contact=answers.get("contact") or "",
        role=answers.get("role") or "",
        phone=answers.get("phone") or "",
        boundaries=(*chosen, *(text.strip() for text in own if text.strip())),
        worried=answers.get("worried") or "",
        on_call=answers.get("on_call") or "",
        will_share=answers.get("will_share") or "",
        agreed_on=answers.get("agreed_on"),
        ended_on=answers.get("ended_on"),
    )


def add_partner(work: Work, partner: Partner) -> Saved:
    """Write a partner into the service's file."""
    kept = work.add(partner, file=work.service_file())
    work.clear_draft("", "partner_add")
    return Saved(
        say("Saved: {name}.", name=partner.name),
        kind="partner",
        id=kept.id,
        record=partner,
        follows=(
            say("Nothing about anybody is told to them until that person agrees."),
            say("Then ask the person, and choose this partner: inclusion consent give"),
        ),
        next=("partner", "show", short_id(kept.id)),
    )


def cases_of(reading: Reading) -> tuple[Casefile, ...]:
    """Return everybody's casefiles: what is held of somebody outlives their file."""
    return tuple(reading.casefile(file) for file in reading.files())
