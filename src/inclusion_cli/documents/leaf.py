"""A short paper as Markdown and PDF, and how many pages it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.documents import markdown, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.leaf import Leaf

PAGE = "leaf.typ"


def papers(leaf: Leaf, own: Path | None = None) -> dict[str, bytes]:
    """Return a short paper as Markdown and PDF, by their endings."""
    made_on = leaf.sheet.made_on
    return {
        "md": markdown.render("leaf.md.j2", own, leaf=leaf).encode(),
        "pdf": pdf.compiled(PAGE, leaf, made_on=made_on, own=own),
    }


def pages(leaf: Leaf, own: Path | None = None) -> int:
    """Return how many pages it takes."""
    return pdf.pages(PAGE, leaf, own=own)
