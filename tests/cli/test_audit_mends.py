"""What mends a finding can be typed: each rule names a command that there is."""

from __future__ import annotations

import pytest

from inclusion_cli.domain.audit_look import span_of
from inclusion_cli.domain.audit_rules import NAMES
from inclusion_cli.domain.drift import drift
from tests.cli.test_contract import LEAVES
from tests.domain.audit.firing import FIRES
from tests.domain.audit.making import MONTH, NOW, run
from tests.domain.audit.more import MORE_FIRES

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
    it = run(*told.cases, only=name, service=told.service, proof=told.proof)

    assert it.findings
    assert [f.mend for f in it.findings if not is_command(f.mend)] == []


@pytest.mark.parametrize("name", list(NAMES))
def test_what_drifts_apart_is_mended_by_a_command(name: str) -> None:
    """The drift map too."""
    for case in FIRES[name]().cases:
        rows = drift(case, span_of(MONTH, NOW)).rows
        assert [row.mend for row in rows if row.says and not is_command(row.mend)] == []
