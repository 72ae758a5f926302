"""A review pack on paper: its charts drawn, then Markdown and PDF of one view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.documents import charts, markdown, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.pack_lines import ReviewPack


def papers(pack: ReviewPack, own: Path | None = None) -> dict[str, bytes]:
    """Return a pack as Markdown and PDF, by their endings."""
    return {"md": as_markdown(pack, own).encode(), "pdf": as_pdf(pack, own)}


def as_markdown(pack: ReviewPack, own: Path | None = None) -> str:
    """Return a pack as Markdown; charts are told in words and numbers."""
    return markdown.render("review_pack.md.j2", own, pack=pack)


def as_pdf(pack: ReviewPack, own: Path | None = None) -> bytes:
    """Return a pack as PDF, with its charts."""
    art = {chart.key: charts.drawn(chart) for chart in pack.charts}
    made_on = pack.sheet.made_on
    return pdf.compiled("pack.typ", pack, made_on=made_on, own=own, art=art)
