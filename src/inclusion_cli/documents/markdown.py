"""Markdown by Jinja2: sandboxed, strict, and one filter for what people wrote."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from inclusion_cli.documents.room import room
from inclusion_cli.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from jinja2.sandbox import SandboxedEnvironment

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#~&$@])")
_LEADING = re.compile(r"^([-+=:>]|\d+(?=[.)](?:\s|$)))")
_LINK = re.compile(r"(?i)(:)(?=//)|\b(www)(?=\.)")


def escaped(text: str) -> str:
    """Return what a person wrote as Markdown that shows it, letter for letter."""
    line = _SPECIAL.sub(r"\\\1", one_line(text))
    line = _LINK.sub(lambda m: f"{m[1]}\\" if m[1] else f"{m[2]}\\", line)
    return _LEADING.sub(_led, line)


def _led(found: re.Match[str]) -> str:
    return f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}"


def _ids(records: Sequence[str]) -> str:
    return f" ({', '.join(records)})" if records else ""


def render(name: str, own: Path | None, **view: Any) -> str:
    """Return the Markdown of a view. `own` is a folder of the service's templates."""
    text = _room(own).get_template(name).render(**view)
    return re.sub(r"\n{3,}", "\n\n", text)


@cache
def _room(own: Path | None) -> SandboxedEnvironment:
    """Return where templates are read from, with the filters of Markdown."""
    made = room("markdown", own, escapes=False)
    made.filters |= {"md": escaped, "ids": _ids}
    return made
