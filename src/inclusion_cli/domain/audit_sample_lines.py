"""The files drawn for somebody to read, as they stand on the page of an audit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.audit import Audit, SampleRead
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person


@record
class SampleLine:
    """A file that a person reads, and what they saw; `read_on` None until then."""

    name: str
    code: str
    read_on: date | None = None
    saw: str = ""
    good: str = ""


def sample_lines(
    audit: Audit,
    people: Mapping[str, Kept[Person]],
    reads: Iterable[Kept[SampleRead]],
) -> tuple[SampleLine, ...]:
    """Return the files of an audit's sample, with names, and what was seen in them."""
    read = {kept.record.file: kept.record for kept in reads}
    lines = []
    for file in audit.sample:
        name, code = who(file, people)
        seen = read.get(file)
        told = (seen.on, seen.saw, seen.good) if seen else (None, "", "")
        lines.append(SampleLine(name, code, *told))
    return tuple(lines)


def who(file: str, people: Mapping[str, Kept[Person]]) -> tuple[str, str]:
    """Return the name and the code of a file's person; nobody for the service's."""
    kept = people.get(file)
    return (kept.record.name, kept.record.code) if kept else ("", "")
