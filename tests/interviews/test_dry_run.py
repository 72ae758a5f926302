"""A dry run does the whole act and keeps none of it: what is refused is refused."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inclusion_cli import cli
from tests.cli.test_consent_commands import QUIET
from tests.interviews import peek
from tests.interviews.by_lines import Script, walked
from tests.interviews.test_every_interview import a_quarter, ready

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run
    from tests.interviews.script import Interview

FOR = ("--recipient", "Dr Moss", "--purpose", "the care review", "--rests", "consent")
PACK = ("review", "PR-001", "--pack-only", "--for", "Dr Moss", "--rests", "consent")
TOLD = ("disclosure", "add", "PR-001", "--danger", "no", "--items", "helps")
ON_NO_CONSENT = {
    "disclosure add": (*TOLD, *FOR),
    "review pack": (*PACK, "--purpose", "the care review"),
    "pack inspector": (
        *("pack", "inspector", "--registered", "no", "--said-by", "Jo"),
        *("--people", "PR-001", *FOR),
    ),
}


@pytest.mark.parametrize("name", ON_NO_CONSENT)
@pytest.mark.parametrize("dry", [(), ("--dry-run",)], ids=["saved", "dry"])
def test_a_dry_run_refuses_what_consent_does_not_reach(
    run: Run, cases: Path, tmp_path: Path, name: str, dry: tuple[str, ...]
) -> None:
    """Checked means checked: consent is judged as if it was told now."""
    before = peek.entries(cases)
    words = ON_NO_CONSENT[name]
    out = () if words == ON_NO_CONSENT["disclosure add"] else ("--out", str(tmp_path))

    ran = run(*words, *out, *dry, *QUIET)

    assert ran.code == 11, ran.out
    assert "has not agreed that Dr Moss is told" in ran.error["message"]
    assert peek.entries(cases) == before


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize("interview", a_quarter(0))
def test_a_dry_run_of_any_interview_keeps_nothing(
    run: Run, cases: Path, interview: Interview
) -> None:
    """It is walked to its end, says that nothing was saved, and no entry is there."""
    ready(run, interview)
    before = peek.entries(cases)

    ran, _sitting = walked(run, (*interview.words, "--dry-run"), Script(interview))

    assert ran.code == 0, ran.err
    assert "Nothing was saved" in ran.out
    assert peek.entries(cases) == before


def bodies() -> Iterator[tuple[str, str]]:
    """Return the source of each function of the front desk, with its name."""
    for path in sorted(Path(cli.__file__).parent.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef):
                yield (
                    f"{path.stem}.{node.name}",
                    ast.get_source_segment(text, node) or "",
                )


def test_no_command_says_checked_before_its_act_was_done() -> None:
    """A dry run goes through the act, which looks at every rule, and is let go."""
    early = [
        name
        for name, text in bodies()
        if "desk.writing(" in text
        and 0 <= text.find("nothing_saved(") < text.find("desk.writing(")
    ]

    assert early == ["init.init"], "it has no vault to try in"
