"""Where templates lie, what papers are called, and how they are put on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from inclusion_cli import files
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

PAPERS_OF_ONE_DAY = 99


def shipped() -> Path:
    """Return the templates, packed in the wheel or lying in the checkout."""
    here = Path(__file__).resolve().parents[1]
    packed, checkout = here / "templates", here.parents[1] / "templates"
    return packed if packed.is_dir() else checkout


def template(kind: str, name: str, own: Path | None) -> Path:
    """Return a template: the service's own where it has one, else the shipped one."""
    if own and (own / kind / name).is_file():
        return own / kind / name
    return shipped() / kind / name


def put(
    folder: Path,
    stem: str,
    on: date,
    papers: dict[str, bytes],
    *,
    known_on: date | None = None,
) -> tuple[Path, ...]:
    """Write the same paper in several forms under one free name; return the paths.

    `papers` maps an ending, such as "pdf", to bytes. The name holds a code and a day,
    never a name; that of a paper as known on an earlier day has this one, too. Nothing
    is written over.
    """
    then = f"-as-of-{known_on.isoformat()}" if known_on else ""
    files.make_folder(folder)
    for number in range(1, PAPERS_OF_ONE_DAY + 1):
        again = f"-{number}" if number > 1 else ""
        name = f"{stem}-{on.isoformat()}{then}{again}"
        paths = {ending: folder / f"{name}.{ending}" for ending in papers}
        if not _any_there(paths.values()):
            _write(folder, {path: papers[end] for end, path in paths.items()})
            return tuple(paths.values())
    raise FileExistsError(str(folder / stem))


def _write(folder: Path, papers: dict[Path, bytes]) -> None:
    """Write papers. Raises NotUnderstood where the folder takes none."""
    try:
        for path, data in papers.items():
            files.write_new(path, data)
    except FileExistsError:
        raise
    except OSError as error:
        raise NotUnderstood(
            say(
                'Nothing can be put into the folder "{folder}": {strerror}. '
                "Name another one.",
                folder=folder,
                strerror=error.strerror,
            )
        ) from None


def _any_there(paths: Iterable[Path]) -> bool:
    return any(path.exists() for path in paths)
