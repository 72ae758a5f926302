"""A page of HTML read strictly: every tag closed, in order, and what a reader meets."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "input", "link"}
DRAWN = {"circle", "rect", "line", "polyline", "polygon", "path"}


@dataclass
class Node:
    """An element with what is in it."""

    tag: str
    attrs: dict[str, str]
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str) -> list[Node]:
        """Return every element of a kind below, in order."""
        found = [self] if self.tag == tag else []
        return [*found, *(n for child in self.children for n in child.all(tag))]

    @property
    def words(self) -> str:
        """Return every word in it."""
        below = " ".join(child.words for child in self.children)
        return " ".join(f"{self.text} {below}".split())


class Strict(HTMLParser):
    """Build the tree, and refuse what does not fit."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__(convert_charrefs=True)
        self.root = Node("root", {})
        self.at, self.doctype = self.root, ""

    def handle_decl(self, decl: str) -> None:
        """Note the doctype."""
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        names = [name for name, _value in attrs]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice"
        node = Node(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that is closed at once; only drawings have those."""
        assert tag in VOID | DRAWN, tag
        self.at.children.append(Node(tag, dict(attrs), self.at))  # type: ignore[arg-type]

    def handle_endtag(self, tag: str) -> None:
        """Close the element that is open, and no other one."""
        assert self.at.tag == tag, f"{self.at.tag} is open where {tag} is closed"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.at.text += data


def read(html: bytes) -> Strict:
    """Return a page that was read to its end."""
    parser = Strict()
    parser.feed(html.decode())
    parser.close()
    assert parser.at is parser.root, f"{parser.at.tag} is never closed"
    return parser
