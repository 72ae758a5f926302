"""The sheet for a stand-in worker on paper: exactly one page, always."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.documents import markdown, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.visit import VisitSheet

TEMPLATE = "visit.typ"


def papers(sheet: VisitSheet, own: Path | None = None) -> dict[str, bytes]:
    """Return the sheet as Markdown and PDF, by their endings."""
    made_on = sheet.sheet.made_on
    return {
        "md": markdown.render("visit.md.j2", own, visit=sheet).encode(),
        "pdf": pdf.compiled(TEMPLATE, sheet, made_on=made_on, own=own),
    }


def fits(sheet: VisitSheet, own: Path | None = None) -> bool:
    """Say whether the sheet is one page."""
    return pdf.pages(TEMPLATE, sheet, own=own) == 1
