"""What lies in a practice vault while nobody is working in it."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from inclusion_cli.clock import Clock
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.plain import plain
from inclusion_cli.store import keys
from inclusion_cli.store.drafts import Draft, Drafts
from inclusion_cli.store.keyfile import read_key
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import Vault, open_vault
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@contextmanager
def opened(home: Path) -> Iterator[Vault]:
    """Return the open practice vault of a data folder."""
    folder = home / "practice"
    vault = open_vault(folder, keys.open_practice(read_key(folder)))
    try:
        yield vault
    finally:
        vault.close()


def entries(home: Path) -> Counter[str]:
    """Return how many entries of each kind there are."""
    with opened(home) as vault:
        rows = vault.connection.execute("SELECT kind FROM entry").fetchall()
    return Counter(kind for (kind,) in rows)


def drafts(home: Path) -> tuple[Draft, ...]:
    """Return every draft."""
    with opened(home) as vault:
        return Drafts(vault, Clock(NOW)).all()


def drafted(home: Path) -> dict[str, str | None]:
    """Return the answers of the one draft there is."""
    (draft,) = drafts(home)
    return dict(draft.answers)


def half(home: Path) -> dict[str, str]:
    """Return the half-typed lines of the one draft there is."""
    (draft,) = drafts(home)
    return dict(draft.half)


def keep(home: Path, form: str, answers: Mapping[str, str]) -> None:
    """Put a draft about PR-001 into the vault, as if it had been answered."""
    with opened(home) as vault:
        drafts, file = Drafts(vault, Clock(NOW)), _robin(vault)
        drafts.begin(file, form, 1, {})
        for key, raw in answers.items():
            drafts.keep(file, form, key, raw)


def newest(home: Path, kind: str) -> Any:
    """Return the newest record of a kind in the file of PR-001, as plain data."""
    with opened(home) as vault:
        found = Reading(vault).newest(KINDS[kind], file=_robin(vault))
    assert found is not None
    return plain(found.record)


def debriefs(home: Path) -> int:
    """Return how many debriefs of PR-001 count."""
    with opened(home) as vault:
        return len(Reading(vault).casefile(_robin(vault)).debriefs)


def newest_id(home: Path, kind: str) -> str:
    """Return the id of the newest record of a kind in the file of PR-001."""
    with opened(home) as vault:
        found = Reading(vault).newest(KINDS[kind], file=_robin(vault))
    assert found is not None
    return found.id


def _robin(vault: Vault) -> str:
    """Return the file of PR-001."""
    people = Reading(vault).people()
    return next(kept.file for kept in people if kept.record.code == "PR-001")
