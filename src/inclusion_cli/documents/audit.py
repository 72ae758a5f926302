"""An audit on paper: Markdown and PDF of one view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.documents import markdown, pdf

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.audit_paper import AuditPaper


def papers(paper: AuditPaper, own: Path | None = None) -> dict[str, bytes]:
    """Return an audit as Markdown and PDF, by their endings."""
    return {"md": as_markdown(paper, own).encode(), "pdf": as_pdf(paper, own)}


def as_markdown(paper: AuditPaper, own: Path | None = None) -> str:
    """Return an audit as Markdown."""
    return markdown.render("audit.md.j2", own, audit=paper)


def as_pdf(paper: AuditPaper, own: Path | None = None) -> bytes:
    """Return an audit as PDF."""
    return pdf.compiled("audit.typ", paper, made_on=paper.sheet.made_on, own=own)
