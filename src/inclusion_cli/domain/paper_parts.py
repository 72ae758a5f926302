"""A paper made of parts: titles, lines, what was said, and the ids behind each line."""

from __future__ import annotations

from inclusion_cli.domain.record import record
from inclusion_cli.domain.sheet import Sheet


@record
class PaperLine:
    """One line of a paper: what it says, in whose words, and the ids behind it.

    `label` stands in front of it. `strong` is for what must not be overlooked. `tick`
    gives it an empty box to tick by hand. `under` says that it goes on from the line
    before: the two stand together.
    """

    says: str
    label: str = ""
    quote: str = ""
    ids: tuple[str, ...] = ()
    strong: bool = False
    tick: bool = False
    under: bool = False


@record
class Part:
    """One part of a paper; `none` is what stands where it has no lines."""

    title: str
    lines: tuple[PaperLine, ...]
    none: str = ""


@record
class PartsPaper:
    """A paper of parts, with the marks of its pages.

    `name` is what the document is called where nobody may be named. `points` is the
    size of its letters; `lead` stands under the title.
    """

    sheet: Sheet
    name: str
    title: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    points: int = 10
