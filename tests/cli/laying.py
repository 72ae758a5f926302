"""Files that were made for the rules, laid into a vault as if they were lived there."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.clock import Clock
from inclusion_cli.domain.kept import Kept
from inclusion_cli.store.work import Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.store.vault import Vault
    from tests.domain.audit.building import Told


def lay(vault: Vault, told: Told, *, worker: str) -> None:
    """Write every record of some files, under ids as the program makes them.

    What is the service's stands in its file, and supervisions are the worker's own.
    """
    with Work(vault, Clock(), worker) as work:
        own, services = work.new_file(), work.service_file()
    for case in told.cases:
        _lay(vault, _kept(case), Clock().new_id(), worker, own=own)
    _lay(vault, _kept(told.service), services, worker, own=own)


def _lay(
    vault: Vault, kept: Iterator[Kept[Any]], file: str, worker: str, *, own: str
) -> None:
    found = sorted(kept, key=lambda one: (one.recorded_at, one.id))
    ids = {one.id: Clock().new_id() for one in found} | {"sam": worker}
    for one in found:
        author = ids.get(one.author, one.author)
        with Work(vault, Clock(one.recorded_at), author) as work:
            mine = type(one.record).__name__ == SELF
            record = replace(one.record, worker=worker) if mine else one.record
            work.add(
                _renamed(record, ids),
                file=own if mine else file,
                happened_at=one.happened_at,
                record_id=ids[one.id],
            )


SELF = "Supervision"
"""What stands in the worker's own file."""


def _kept(told: Any) -> Iterator[Kept[Any]]:
    """Return each record of a file once, people first."""
    once: dict[str, Kept[Any]] = {}
    for one in _all(told):
        once.setdefault(one.id, one)
    return iter(once.values())


def _all(told: Any) -> Iterator[Kept[Any]]:
    for field in fields(told):
        it = getattr(told, field.name)
        if isinstance(it, Kept):
            yield it
        elif isinstance(it, tuple):
            yield from (one for one in it if isinstance(one, Kept))
        elif is_dataclass(it):
            yield from _all(it)


def _renamed(it: Any, ids: dict[str, str]) -> Any:
    if isinstance(it, str):
        return ids.get(it, it)
    if isinstance(it, tuple):
        return tuple(_renamed(one, ids) for one in it)
    if is_dataclass(it) and not isinstance(it, type):
        own = {f.name: _renamed(getattr(it, f.name), ids) for f in fields(it) if f.init}
        return replace(it, **own)
    return it
