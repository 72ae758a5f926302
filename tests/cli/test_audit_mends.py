"""What mends a finding can be typed: each rule names a command that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.audit_look import span_of
from inclusion_cli.domain.audit_rules import NAMES
from inclusion_cli.domain.drift import drift
from inclusion_cli.store import keys
from inclusion_cli.store.keyfile import read_key
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import open_vault
from tests.cli.laying import lay
from tests.cli.test_contract import LEAVES
from tests.domain.audit.firing import FIRES
from tests.domain.audit.making import MONTH, NOW
from tests.domain.audit.making import run as audited
from tests.domain.audit.more import MORE_FIRES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Ran, Run

COMMANDS = {" ".join(words) for words, _command in LEAVES}
GROUPS = {name.split()[0] for name in COMMANDS}
MADE = [
    pytest.param(name, make, id=f"{name} {number}")
    for name in NAMES
    for number, make in enumerate((FIRES[name], *MORE_FIRES.get(name, {}).values()))
]


def is_command(mend: tuple[str, ...]) -> bool:
    """Say whether a command begins with a command of one word or two, or a default."""
    two, one = " ".join(mend[:2]), mend[0]
    return two in COMMANDS or one in COMMANDS or (one in GROUPS and one in DEFAULTED)


DEFAULTED = ("audit", "formulate")
"""Groups of which one command may be left out."""


@pytest.mark.parametrize(("name", "make"), MADE)
def test_each_finding_is_mended_by_a_command(name: str, make: object) -> None:
    """It can be typed as it is shown."""
    told = make()  # type: ignore[operator]
    it = audited(*told.cases, only=name, service=told.service, proof=told.proof)

    assert it.findings
    assert [f.mend for f in it.findings if not is_command(f.mend)] == []


@pytest.mark.parametrize("name", list(NAMES))
def test_what_drifts_apart_is_mended_by_a_command(name: str) -> None:
    """The drift map too."""
    for case in FIRES[name]().cases:
        rows = drift(case, span_of(MONTH, NOW)).rows
        assert [row.mend for row in rows if row.says and not is_command(row.mend)] == []


@pytest.mark.parametrize("name", list(NAMES))
def test_what_mends_a_finding_runs_where_it_was_found(
    run: Run, empty_practice: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """In the vault it was found in, each is done or asks: none is refused or lost."""
    folder = empty_practice / "practice"
    vault = open_vault(folder, keys.open_practice(read_key(folder)))
    (worker,) = Reading(vault).workers()
    lay(vault, FIRES[name](), worker=worker.id)
    vault.close()
    monkeypatch.setenv("INCLUSION_NOW", NOW.isoformat())

    audit = run("audit", "--month", MONTH, "--only", name, *QUIET).data
    mends = [line["mend"] for part in PARTS for line in audit[part]]

    ran = [(mend, run(*mend, *QUIET)) for mend in mends]
    assert mends
    assert [(mend, it.out) for mend, it in ran if not done_or_asks(it)] == []


QUIET = ("--practice", "--json", "--no-input")
PARTS = ("risk", "caution", "record")


def done_or_asks(it: Ran) -> bool:
    """Say whether a command was done, or lacks nothing but answers."""
    asks = ("answers_wrong", "nothing_given")
    return it.code == 0 or (it.code == 2 and it.error["code"] in asks)
