"""What was found: each record in a line, with the words around the match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.naming import kind_words
from inclusion_cli.domain.values import capital
from inclusion_cli.screens.page import Block, Command, Items, Line, Title
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.find import FoundPage


def picture(found: FoundPage) -> Iterator[Block | None]:
    """Return what was found as a page."""
    yield Title(
        say(
            "{total} with {words}",
            total=say_many("{number} record", "{number} records", found.total),
            words=found.words,
        )
    )
    for one in found.found:
        kind = capital(kind_words(one.kind))
        whose = f"{one.person} ({one.code})" if one.code else one.person
        yield Line(f"{whose}. {kind}, {say_day(one.on)}.")
        yield Items(((short_id(one.id), "", one.says),))
    more = found.total - len(found.found)
    if more > 0:
        yield Line(
            say(
                "{more} not shown. To see more, add",
                more=say_many("{number} more record", "{number} more records", more),
            )
        )
        yield Line(say("--limit {min}", min=min(found.total, 1000)), indent=2)
    yield Command(say("To open one:"), ("why", short_id(found.found[0].id)))
