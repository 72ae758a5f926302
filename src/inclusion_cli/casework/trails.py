"""Asking about a record: which one is meant, how it may be shown, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day, say_when
from inclusion_cli.domain.history import HistoryPage, Version, VersionLine
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.late import late_words
from inclusion_cli.domain.predictions import as_seen
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.told import changes, kind_words, lines_of
from inclusion_cli.errors import NothingFound, NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept, Trace
    from inclusion_cli.store.reading import Reading

HOW_TO_FIND = "To find a record by its words, type: inclusion find WORDS"


class NoSuchId(NothingFound):
    """No record has an id like that."""

    hint = f"Ids stand on papers and in lists. {HOW_TO_FIND}"

    def __init__(self, typed: str) -> None:
        super().__init__(f'No record has the id "{typed}".')


class IdTooShort(NotUnderstood):
    """What was typed cannot be part of an id."""

    hint = f"Type its last 8 signs, as papers print them. {HOW_TO_FIND}"

    def __init__(self, typed: str) -> None:
        super().__init__(
            f'"{typed}" is no id. An id has digits and the letters a to f, 4 or more.'
        )


class SeveralIds(NotUnderstood):
    """More than one record has an id like that."""

    hint = "Type more of the id."

    def __init__(self, typed: str, meant: tuple[str, ...]) -> None:
        lines = "".join(f"\n  {line}" for line in meant)
        super().__init__(f'{len(meant)} records have "{typed}" in their id:{lines}')


def meant(
    reading: Reading,
    typed: str,
    *,
    find: Callable[[Reading, str], tuple[Trace, ...]],
    is_part: Callable[[str], bool],
) -> Trace:
    """Return the record meant. Raises IdTooShort, NoSuchId or SeveralIds."""
    if not is_part(typed):
        raise IdTooShort(typed)
    found = find(reading, typed)
    if not found:
        raise NoSuchId(typed)
    if len(found) > 1:
        codes = {kept.file: kept.record.code for kept in reading.people()}
        lines = (
            f"{short_id(t.record)}  {kind_words(t.kind)}, "
            f"{codes.get(t.file, 'service')}, "
            f"{say_day(t.recorded_at.astimezone().date())}"
            for t in found
        )
        raise SeveralIds(typed, tuple(lines))
    return found[0]


def shown(case: Casefile | None, record: Any) -> Any:
    """Return a record as it may be shown: what is sealed stays sealed."""
    if isinstance(record, Preparation):
        return as_seen(record, case.debriefs if case else ())
    return record


def names(reading: Reading) -> dict[str, str]:
    """Return the name of every worker, by id."""
    return {kept.id: kept.record.name for kept in reading.workers()}


def late(kept: Kept[Any]) -> str:
    """Return how late something was written down, "" where it was in time."""
    telling = kind_of(kept.record) in ("debrief", "observation")
    words = late_words(kept) if telling else ""
    return f" {words[0].upper()}{words[1:]}." if words else ""


# --- history ------------------------------------------------------------------------


def history(
    reading: Reading, trace: Trace, case: Casefile | None, versions: tuple[Version, ...]
) -> HistoryPage:
    """Return every version of a record, oldest first."""
    by = names(reading)
    known = {version.entry: version for version in versions}
    lines = tuple(
        _line(number, version, known, by, case)
        for number, version in enumerate(versions, start=1)
    )
    forks = sum(version.stands for version in versions)
    return HistoryPage(
        id=short_id(trace.record),
        code=case.person.record.code if case else "",
        label=case.label if case else "The service",
        what=kind_words(trace.kind),
        happened=say_when(versions[0].happened_at.astimezone()) if versions else "",
        versions=lines,
        forks=forks,
        next=("why", short_id(trace.record)) if forks else ("today",),
    )


def _line(
    number: int,
    version: Version,
    known: dict[str, Version],
    by: dict[str, str],
    case: Casefile | None,
) -> VersionLine:
    old = next((known[e] for e in version.supersedes if e in known), None)
    own = shown(case, version.record)
    before = shown(case, old.record) if old else None
    return VersionLine(
        number=number,
        when=say_when(version.recorded_at.astimezone()),
        by=by.get(version.author, ""),
        state=_state(version, by),
        reason=version.reason,
        says=tuple(lines_of(own)) if own is not None and before is None else (),
        changes=tuple(changes(before, own)) if own and before else (),
    )


def _state(version: Version, by: dict[str, str]) -> str:
    if version.erased:
        return "Its words were erased under an order."
    if version.taken_back and version.taken_back_at:
        when = say_when(version.taken_back_at.astimezone())
        who = by.get(version.taken_back_by, "")
        return f"Taken back{f' by {who}' if who else ''}, {when}."
    if version.record is None:
        return "A newer version of inclusion wrote this. It cannot be read here."
    return "This one stands." if version.stands else "A later version stands."
