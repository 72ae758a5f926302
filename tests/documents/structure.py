"""Reading a PDF's structure back: what a screen reader is told, and in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.documents.reading import reader

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class Node:
    """One element: its tag, what it says of itself, and what is in it."""

    tag: str
    alt: str = ""
    lang: str = ""
    scope: str = ""
    headers: tuple[str, ...] = ()
    within: tuple[Node, ...] = field(default=())

    def every(self, *tags: str) -> Iterator[Node]:
        """Return the elements of some tags, in reading order, this one among them."""
        if self.tag in tags:
            yield self
        for node in self.within:
            yield from node.every(*tags)


def tree(pdf: bytes) -> Node:
    """Return the structure tree of a PDF, its own tags resolved to standard ones."""
    root: Any = reader(pdf).trailer["/Root"]
    struct = root["/StructTreeRoot"]
    own = {str(k): str(v) for k, v in struct.get("/RoleMap", {}).items()}
    (top,) = _nodes(struct["/K"], own)
    return top


def _nodes(data: Any, own: dict[str, str]) -> Iterator[Node]:
    data = data.get_object() if hasattr(data, "get_object") else data
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, own)
    elif isinstance(data, dict) and "/S" in data:
        tag = str(data["/S"])
        told = _attributes(data)
        yield Node(
            own.get(tag, tag).removeprefix("/") if tag != "/Title" else "Title",
            str(data.get("/Alt", "")),
            str(data.get("/Lang", "")),
            str(told.get("/Scope", "")).removeprefix("/"),
            tuple(str(header) for header in told.get("/Headers", ())),
            tuple(_nodes(data.get("/K", []), own)),
        )


def _attributes(data: Any) -> dict[str, Any]:
    found = data.get("/A", [])
    found = found.get_object() if hasattr(found, "get_object") else found
    told: dict[str, Any] = {}
    for part in found if isinstance(found, list) else [found]:
        told |= dict(part.get_object())
    return told


def languages(pdf: bytes) -> set[str]:
    """Return the languages named in the tree and in the marked text of the pages."""
    found = {node.lang for node in _all(tree(pdf)) if node.lang}
    for page in reader(pdf).pages:
        contents: Any = page.get_contents()
        found |= set(re.findall(r"/Lang ?\((\w+)", contents.get_data().decode("latin")))
    return {lang.partition("-")[0] for lang in found}


def _all(node: Node) -> Iterator[Node]:
    yield node
    for child in node.within:
        yield from _all(child)


def artifacts(pdf: bytes) -> list[set[str]]:
    """Return for each page which sorts of artifact are on it, such as Header."""
    found: list[set[str]] = []
    for page in reader(pdf).pages:
        contents: Any = page.get_contents()
        text = contents.get_data().decode("latin")
        marks = re.findall(r"/Artifact ?<<(.*?)>> ?BDC", text)
        found.append(set(re.findall(r"/(?:Subtype|Type) ?/(\w+)", " ".join(marks))))
    return found


def unembedded(pdf: bytes) -> set[str]:
    """Return the fonts that are named and not carried along, those of charts too."""
    found: set[str] = set()
    for page in reader(pdf).pages:
        found |= _bare_fonts(page["/Resources"])
    return found


def _bare_fonts(resources: Any) -> set[str]:
    resources = resources.get_object()
    found = set()
    for told in resources.get("/Font", {}).values():
        font = told.get_object()
        parts = [font, *(f.get_object() for f in font.get("/DescendantFonts", []))]
        files = {"/FontFile", "/FontFile2", "/FontFile3"}
        carried = any(
            files & set(part["/FontDescriptor"].get_object())
            for part in parts
            if "/FontDescriptor" in part
        )
        if not carried:
            found.add(str(font["/BaseFont"]))
    for told in resources.get("/XObject", {}).values():
        form = told.get_object()
        if "/Resources" in form:
            found |= _bare_fonts(form["/Resources"])
    return found
