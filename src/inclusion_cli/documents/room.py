"""Where Jinja2 reads templates: the service's own before ours, sandboxed and strict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from inclusion_cli.documents.stationery import shipped

if TYPE_CHECKING:
    from pathlib import Path


def room(kind: str, own: Path | None, *, escapes: bool) -> SandboxedEnvironment:
    """Return the room of a kind of template, "markdown" or "html".

    `own` is a folder of the service's templates. `escapes` says that what is put in is
    escaped by itself, as HTML.
    """
    folders = [own / kind] if own else []
    loaders = [FileSystemLoader(folder) for folder in (*folders, shipped() / kind)]
    return SandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=escapes,
    )
