"""Making papers: one view, two forms, one name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from inclusion_cli.desk import Desk
    from inclusion_cli.domain.audit_paper import AuditPaper
    from inclusion_cli.domain.card_lines import CardSheet
    from inclusion_cli.domain.leaf import Leaf
    from inclusion_cli.domain.pack_lines import ReviewPack
    from inclusion_cli.domain.paper_parts import PartsPaper
    from inclusion_cli.domain.trace import TracePaper
    from inclusion_cli.domain.visit import VisitSheet
    from inclusion_cli.domain.visit_rows import Row


Paths = tuple[str, ...]


class CardTooSmall(RuleSaysNo):
    """The words do not fit on the sides of a wallet card or the pages of a booklet."""

    hint = say("Print A6 or A5, which take more pages, or shorten those words.")

    def __init__(self, size: str, sides: tuple[str, ...]) -> None:
        super().__init__(
            say(
                "These words do not fit on a {size} card. Too long: {sides}.",
                size=size,
                sides=and_list(sides),
            )
        )


def folder(desk: Desk, out: str | None) -> Path:
    """Return the folder papers go to."""
    if out:
        return Path(out).expanduser().absolute()
    return desk.settings.papers(practice=desk.vault.practice)


def write_pack(
    desk: Desk,
    pack: ReviewPack,
    out: str | None,
    *,
    known_on: date | None = None,
    leaves: bool = False,
) -> tuple[str, ...]:
    """Write a review pack as Markdown and PDF; return the paths.

    One that `leaves`, to somebody who was not at the review, is called so: it is not
    taken for the one of those who were.
    """
    from inclusion_cli.documents import pack as packs
    from inclusion_cli.documents import stationery

    papers, on = packs.papers(pack, desk.settings.templates), pack.sheet.made_on
    reader = "-for-a-reader" if leaves else ""
    stem = f"review-{pack.sheet.code}{reader}"
    made = stationery.put(folder(desk, out), stem, on, papers, known_on=known_on)
    return tuple(map(str, made))


def write_trace(desk: Desk, paper: TracePaper, out: str | None) -> tuple[str, ...]:
    """Write a thread as Markdown and PDF; return the paths. No name is in theirs."""
    from inclusion_cli.documents import stationery, trace

    papers, on = trace.papers(paper, desk.settings.templates), paper.sheet.made_on
    stem = "trace-anonymous" if paper.trace.anonymous else f"trace-{paper.sheet.code}"
    return tuple(map(str, stationery.put(folder(desk, out), stem, on, papers)))


def write_parts(
    desk: Desk, paper: PartsPaper, stem: str, out: str | None
) -> tuple[str, ...]:
    """Write a paper of parts as Markdown and PDF; return the paths."""
    from inclusion_cli.documents import parts, stationery

    papers, on = parts.papers(paper, desk.settings.templates), paper.sheet.made_on
    return tuple(map(str, stationery.put(folder(desk, out), stem, on, papers)))


def fit_visit(
    desk: Desk, rows: tuple[Row, ...], draw: Callable[[tuple[Row, ...]], VisitSheet]
) -> tuple[Row, ...]:
    """Return the rows that fill one page, the least needed left out. PageTooSmall."""
    from inclusion_cli.casework.pack_visit import PageTooSmall
    from inclusion_cli.documents import visit
    from inclusion_cli.domain.visit import filled

    own = desk.settings.templates
    kept = filled(rows, lambda some: visit.fits(draw(some), own))
    if kept is None:
        raise PageTooSmall(())
    return kept


def write_visit(desk: Desk, made: VisitSheet, out: str | None) -> tuple[str, ...]:
    """Write a sheet for a stand-in as Markdown and PDF; return the paths."""
    from inclusion_cli.documents import stationery, visit

    papers, on = visit.papers(made, desk.settings.templates), made.sheet.made_on
    stem = f"visit-{made.sheet.code}"
    return tuple(map(str, stationery.put(folder(desk, out), stem, on, papers)))


def fit_card(desk: Desk, sheet: CardSheet) -> None:
    """Let a card go on that fits its size. Raises CardTooSmall."""
    from inclusion_cli.documents import card

    if sides := card.overfull(sheet, desk.settings.templates):
        raise CardTooSmall(sheet.size, sides)


def write_card(desk: Desk, sheet: CardSheet, out: str | None) -> tuple[str, ...]:
    """Write a card as Markdown and PDF; return the paths."""
    from inclusion_cli.documents import card, stationery

    copy = "staff" if sheet.staff else "own"
    stem = f"card-{sheet.sheet.code}-{sheet.size}-{copy}"
    papers = card.papers(sheet, desk.settings.templates)
    made_on = sheet.sheet.made_on
    return tuple(map(str, stationery.put(folder(desk, out), stem, made_on, papers)))


def write_audit(desk: Desk, paper: AuditPaper, month: str, out: str | None) -> Paths:
    """Write an audit as Markdown and PDF; return the paths."""
    from inclusion_cli.documents import audit, stationery

    papers, on = audit.papers(paper, desk.settings.templates), paper.sheet.made_on
    made = stationery.put(folder(desk, out), f"audit-{month}", on, papers)
    return tuple(map(str, made))


def said_of(sheet: CardSheet) -> Iterator[str]:
    """Return what whoever prints a card does with it, by its size."""
    from inclusion_cli.documents import card

    if how := _HOW.get(sheet.size):
        yield how
    for sentence in card.long_sentences(sheet):
        yield say(
            'Longer than the {longest_easy} words of easy read: "{sentence}"',
            longest_easy=card.LONGEST_EASY,
            sentence=sentence,
        )


_HOW = {
    "wallet": say("Print at 100%. Cut along the line and fold in the middle."),
    "booklet": say("Print at 100%, on one side. Then fold and cut as it is drawn."),
}


def write_leaf(desk: Desk, kind: str, leaf: Leaf, out: str | None) -> tuple[str, ...]:
    """Write a short paper as Markdown and PDF; return the paths."""
    from inclusion_cli.documents import leaf as leaves
    from inclusion_cli.documents import stationery

    stem, on = f"{kind}-{leaf.sheet.code}", leaf.sheet.made_on
    papers = leaves.papers(leaf, desk.settings.templates)
    return tuple(map(str, stationery.put(folder(desk, out), stem, on, papers)))


def fit_leaf(desk: Desk, leaf: Leaf) -> None:
    """Let a page go on that is one. Raises TooLong."""
    from inclusion_cli.casework.briefing import PAGES, TooLong
    from inclusion_cli.documents import leaf as leaves

    if (pages := leaves.pages(leaf, desk.settings.templates)) > PAGES:
        raise TooLong(pages)
