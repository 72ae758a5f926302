"""A paper of parts: Markdown and PDF of one view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.documents import markdown, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.paper_parts import PartsPaper


def papers(paper: PartsPaper, own: Path | None = None) -> dict[str, bytes]:
    """Return a paper of parts as Markdown and PDF, by their endings."""
    made_on = paper.sheet.made_on
    return {
        "md": as_markdown(paper, own).encode(),
        "pdf": pdf.compiled("parts.typ", paper, made_on=made_on, own=own),
    }


def as_markdown(paper: PartsPaper, own: Path | None = None) -> str:
    """Return a paper of parts as Markdown."""
    return markdown.render("parts.md.j2", own, paper=paper)
