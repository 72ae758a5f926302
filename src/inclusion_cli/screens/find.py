"""What was found: each record in a line, with the words around the match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.naming import capital, kind_words
from inclusion_cli.domain.values import counted
from inclusion_cli.screens.page import (
    Block,
    Command,
    Items,
    Line,
    Page,
    Title,
    page,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.find import FoundPage


def picture(found: FoundPage) -> Page:
    """Return what was found as a page."""
    return page(*_blocks(found))


def _blocks(found: FoundPage) -> Iterator[Block | None]:
    yield Title(f"{counted(found.total, 'record')} with {found.words}")
    for one in found.found:
        kind = capital(kind_words(one.kind))
        yield Line(f"{one.person} ({one.code}). {kind}, {say_day(one.on)}.")
        yield Items(((short_id(one.id), "", one.says),))
    more = found.total - len(found.found)
    if more > 0:
        yield Line(f"{counted(more, 'more record')} not shown. To see more, add")
        yield Line(f"--limit {min(found.total, 1000)}", indent=2)
    yield Command("To open one:", ("why", short_id(found.found[0].id)))
