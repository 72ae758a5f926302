"""A pattern that is compiled when it is first used: most commands look for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping


class _Late:
    def __init__(self, text: str, flags: int) -> None:
        self._told = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._told), name)
        self.__dict__[name] = found
        return found


def late(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is what `re.compile` makes, once something asks it."""
    return cast("re.Pattern[str]", _Late(text, flags))


class Ways:
    """The ways to say one thing, whatever the letters' case.

    Each stands by the words, with bars between, of which it needs one or the other:
    where none of them is in a text, that way is not even compiled.
    """

    def __init__(self, ways: Mapping[str, str]) -> None:
        self.ways = [
            (tuple(words.split("|")), late(way, re.IGNORECASE))
            for words, way in ways.items()
        ]

    def said_in(self, text: str) -> bool:
        """Say whether a text says it, in one way or another."""
        low = text.casefold()
        return any(
            way.search(text)
            for words, way in self.ways
            if any(word in low for word in words)
        )
