"""Reading a PDF back: its words, its tags, its fonts."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator


def reader(pdf: bytes) -> PdfReader:
    """Return a reader over a PDF's bytes."""
    return PdfReader(io.BytesIO(pdf))


def words(pdf: bytes) -> str:
    """Return every word of a PDF, with single spaces."""
    pages = (page.extract_text() for page in reader(pdf).pages)
    return " ".join(" ".join(pages).split())


def tags(pdf: bytes) -> list[str]:
    """Return the names of the structure tree, in reading order."""
    root: Any = reader(pdf).trailer["/Root"]
    return list(_tags(root["/StructTreeRoot"]))


def _tags(node: Any) -> Iterator[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for child in node:
            yield from _tags(child)
    elif isinstance(node, dict):
        if "/S" in node and "/K" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from _tags(node["/K"])


def fonts(pdf: bytes) -> set[str]:
    """Return the names of the fonts, each without its subset mark."""
    found: set[str] = set()
    for page in reader(pdf).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            name = str(font.get_object()["/BaseFont"])
            found.add(name.removeprefix("/").split("+")[-1])
    return found
