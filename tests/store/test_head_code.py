"""The head code: sixteen signs and a count that stand for the whole log."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.store import log
from tests.store.making import save_people

if TYPE_CHECKING:
    from inclusion_cli.clock import Clock
    from inclusion_cli.store.vault import Vault


def test_the_head_code_is_sixteen_signs_and_a_count(vault: Vault, clock: Clock) -> None:
    """It is read aloud and typed back, in groups of four."""
    save_people(vault, clock, "AK-001", "AK-002", "AK-003")
    head = vault.head()

    assert re.fullmatch("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", head.code)
    assert head.words() == f"{head.code} · 3"
    assert log.Head(head.code, 1204).words() == f"{head.code} · 1,204"


def test_every_entry_changes_the_head_code(vault: Vault, clock: Clock) -> None:
    """And the code of a day in the past can be made again, whatever came since."""
    heads = [vault.head()]
    for number in range(12):
        save_people(vault, clock, f"AK-{number:03}")
        heads.append(vault.head())

    assert len({head.code for head in heads}) == 13
    assert [log.head(vault.connection, first=n) for n in range(13)] == heads


@given(st.permutations([("d1", 3, "aa"), ("d2", 7, "bb"), ("d3", 1, "cc")]))
def test_the_head_code_does_not_depend_on_the_order_of_devices(
    tips: list[tuple[str, int, str]],
) -> None:
    """The union of logs has one code, wherever it was put together."""
    assert log.head_code(tips) == log.head_code(sorted(tips))
