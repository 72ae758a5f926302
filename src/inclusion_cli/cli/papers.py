"""Making papers: one view, two forms, one name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inclusion_cli.domain.card_sheet import CardSheet
from inclusion_cli.errors import RuleSaysNo

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.pack_lines import ReviewPack

WALLET_SIDES = 2
WALLET_POINTS = (7.5, 7.0, 6.5, 6.0, 5.5)


class WalletTooSmall(RuleSaysNo):
    """The words do not fit on two sides of a wallet card."""

    hint = "Print A4, or shorten the first sign and action of each stage."

    def __init__(self) -> None:
        super().__init__("These words do not fit on a wallet card.")


def folder(desk: Desk, out: str | None) -> Path:
    """Return the folder papers go to."""
    if out:
        return Path(out).expanduser().absolute()
    return desk.settings.papers(practice=desk.vault.practice)


def write_pack(desk: Desk, pack: ReviewPack, out: str | None) -> tuple[str, ...]:
    """Write a review pack as Markdown and PDF; return the paths."""
    from inclusion_cli.documents import pack as packs
    from inclusion_cli.documents import stationery

    papers, on = packs.papers(pack, desk.settings.templates), pack.sheet.made_on
    stem = f"review-{pack.sheet.code}"
    return tuple(map(str, stationery.put(folder(desk, out), stem, on, papers)))


def write_card(desk: Desk, sheet: CardSheet, out: str | None) -> tuple[str, ...]:
    """Write a card as PDF, and as Markdown where it is a page; return the paths."""
    from inclusion_cli.documents import markdown, pdf, stationery

    own, on = desk.settings.templates, sheet.sheet.made_on
    more = {"points": _wallet_points(sheet, own)} if sheet.size == "wallet" else {}
    papers = {
        "md": markdown.render("card.md.j2", own, card=sheet).encode(),
        "pdf": pdf.compiled("card.typ", sheet, made_on=on, own=own, **more),
    }
    copy = "staff" if sheet.staff else "own"
    stem = f"card-{sheet.sheet.code}-{sheet.size}-{copy}"
    return tuple(map(str, stationery.put(folder(desk, out), stem, on, papers)))


def _wallet_points(sheet: CardSheet, own: Path | None) -> float:
    """Return the largest letters that keep the card on its two sides."""
    from inclusion_cli.documents import pdf

    for points in WALLET_POINTS:
        if pdf.pages("card.typ", sheet, own=own, points=points) <= WALLET_SIDES:
            return points
    raise WalletTooSmall
