"""A pattern that is compiled when it is first used: most commands look for nothing."""

from __future__ import annotations

import re
from typing import Any, cast


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
