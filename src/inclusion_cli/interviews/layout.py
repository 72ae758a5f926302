"""Lines for a terminal: as wide as it is, nothing cut."""

from __future__ import annotations

import os
import re
import textwrap

from inclusion_cli.edges import at_spaces, terminal_columns
from inclusion_cli.plain import wrapped_whole

WIDEST = 78
NARROW = 60
_NUMBERED = re.compile(r"\d+\. ")


def width() -> int:
    """Return how many letters a line may have."""
    try:
        return max(min(os.get_terminal_size().columns, WIDEST + 1) - 1, 20)
    except OSError:
        return WIDEST


def height() -> int:
    """Return how many lines the screen has, 0 where nobody knows."""
    try:
        return os.get_terminal_size().lines
    except OSError:
        return 0


def wrapped(line: str) -> str:
    """Return a line broken to the terminal, its own indent kept."""
    if len(line) <= width():
        return line
    indent = len(line) - len(line.lstrip())
    hang = indent + 3 if _NUMBERED.match(line.lstrip()) else indent
    lines = wrapped_whole(line.strip(), width(), lead=" " * indent, hang=" " * hang)
    return "\n".join(at_spaces(line, terminal_columns()) for line in lines)


def row(number: str, short: str, said: str, wide: int) -> tuple[str, ...]:
    """Return the lines of one row of the check page."""
    if width() < NARROW:
        return (*_hung(f"{number:>2}  {short}", 0), *_hung(said, 4))
    if len(short) > wide:  # its name is above, and what it says in its column
        return (*_hung(f"{number:>3}  {short}", 0), *_hung(said, wide + 7))
    first, *rest = _hung(said, wide + 7) or [""]
    head = f"{number:>3}  {short:<{wide}}  "
    return (head + first.strip(), *rest)


def _hung(text: str, indent: int) -> list[str]:
    return textwrap.wrap(
        text,
        width(),
        initial_indent=" " * indent,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )


def ruled(title: str) -> str:
    """Return a title with a rule behind it, as far as there is room."""
    room = width() - len(title) - 5
    return f"--- {title} {'-' * room}" if room > 3 else f"--- {title}"
