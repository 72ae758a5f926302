"""The thread of a person on paper: Markdown and PDF of one view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.documents import markdown, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.trace import TracePaper


def papers(paper: TracePaper, own: Path | None = None) -> dict[str, bytes]:
    """Return a thread as Markdown and PDF, by their endings."""
    made_on = paper.sheet.made_on
    return {
        "md": markdown.render("trace.md.j2", own, paper=paper).encode(),
        "pdf": pdf.compiled("trace.typ", paper, made_on=made_on, own=own),
    }
