"""Verify: pages of the file that rotted, or are older than the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import sqlcipher3.dbapi2 as sql

from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.errors import InclusionError
from inclusion_cli.store import log
from inclusion_cli.store.folder import DATABASE, PAGE
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import Vault, open_vault
from inclusion_cli.store.verify import verify
from tests.store.making import save_people

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from inclusion_cli.clock import Clock
    from tests.conftest import Run


def flipped(whole: bytes) -> Iterator[tuple[int, bytes]]:
    """Return the file with one bit flipped in one page, for every page."""
    for page in range(len(whole) // PAGE):
        damaged = bytearray(whole)
        damaged[page * PAGE + (page * 37) % PAGE] ^= 1 << page % 8
        yield page + 1, bytes(damaged)


@pytest.fixture
def database(vault: Vault, clock: Clock) -> Path:
    """Return the file of a closed practice vault with three people in it."""
    save_people(vault, clock, "AK-001", "BL-002", "CM-003")
    vault.close()
    return vault.folder / DATABASE


def everything(vault: Vault) -> list[Any]:
    """Return everything the vault says: the log, and what stands."""
    reading = Reading(vault)
    said: list[Any] = list(log.read(vault.connection.cursor()))
    return said + [reading.all(kind) for kind in KINDS.values()]


def test_a_bit_that_rotted_on_any_page_is_found(run: Run, database: Path) -> None:
    """`inclusion verify` ends with 15 and says so: never 0, and never "our mistake"."""
    whole, wrong = database.read_bytes(), []

    for page, damaged in flipped(whole):
        database.write_bytes(damaged)
        ran = run("verify", "--practice", "--json")
        if ran.code != 15:
            wrong.append((page, ran.code, ran.out))

    database.write_bytes(whole)
    assert wrong == []
    assert run("verify", "--practice", "--json").code == 0


def test_a_bit_that_rotted_is_never_shown_as_truth(run: Run, database: Path) -> None:
    """Home shows what is so, or exit 15: a damaged vault is said to be damaged."""
    whole, wrong = database.read_bytes(), []
    truth = run("person", "list", "--practice", "--json").out

    for page, damaged in flipped(whole):
        database.write_bytes(damaged)
        ran = run("person", "list", "--practice", "--json")
        if ran.code != 15 and ran.out != truth:
            wrong.append((page, ran.code, ran.out))

    assert wrong == []


def test_pages_older_than_the_rest_are_found(vault: Vault, clock: Clock) -> None:
    """Half a copy over another: found inside the file, or by the code, or harmless.

    The seal of a page says nothing of its age (trust reference, decision 4); the chain,
    the views and the head code together leave nothing unseen.
    """
    save_people(vault, clock, "AK-001", "BL-002", "CM-003")
    older = (vault.folder / DATABASE).read_bytes()
    save_people(vault, clock, "DN-004", "EO-005")
    head, truth = vault.head(), everything(vault)
    vault.close()
    newer = (vault.folder / DATABASE).read_bytes()
    changed = [
        start
        for start in range(0, len(older), PAGE)
        if older[start : start + PAGE] != newer[start : start + PAGE]
    ]
    mixtures: set[tuple[int, ...]] = {(start,) for start in changed}
    mixtures |= {tuple(changed[:n]) for n in range(1, len(changed))}
    mixtures |= {tuple(changed[n:]) for n in range(1, len(changed))}

    unseen = [m for m in mixtures if not seen(vault, m, older, newer, head, truth)]

    assert len(mixtures) > 15
    assert unseen == []


def seen(
    vault: Vault,
    stale: tuple[int, ...],
    older: bytes,
    newer: bytes,
    head: log.Head,
    truth: list[Any],
) -> bool:
    """Say whether these stale pages are noticed, or change nothing at all."""
    mixed = bytearray(newer)
    for start in stale:
        mixed[start : start + PAGE] = older[start : start + PAGE]
    (vault.folder / DATABASE).write_bytes(mixed)
    try:
        opened = open_vault(vault.folder, bytes(range(32)))
    except InclusionError:
        return True
    try:
        found = verify(opened, against=head.code, entries=head.entries)
        return not found.holds or everything(opened) == truth
    except (InclusionError, sql.Error):
        return True
    finally:
        opened.close()
