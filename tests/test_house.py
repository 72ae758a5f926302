"""The house itself: walls, light start, what README and wheel carry."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from inclusion_cli.cli.tree import GROUPS
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.errors import InclusionError
from inclusion_cli.store.view_tables import TABLES
from tests.cli.test_contract import LEAVES

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "inclusion_cli"
README = (ROOT / "README.md").read_text(encoding="utf-8")
HEAVY = (
    "sqlmodel", "sqlalchemy", "pydantic", "questionary", "prompt_toolkit", "jinja2",
    "typst", "rich", "zxcvbn", "argon2", "leather",
)  # fmt: skip
NOT_FOR_HOME = {
    "typer", "dataclasses", "inspect", "ast", "tokenize", "traceback", "gettext",
    "subprocess", "asyncio", "logging", "shutil", "tempfile", "random", "decimal",
    "statistics", "threading", "inclusion_cli.store.view_tables",
    "inclusion_cli.interviews.interview", "inclusion_cli.casework.review",
}  # fmt: skip
ROOMS = {
    "domain": ("sqlcipher3", "sqlmodel", "sqlalchemy", "rich", "typer", "jinja2",
               "questionary", "typst", "pyrage", "argon2"),
    "interviews": ("sqlcipher3", "sqlmodel", "rich", "typer", "jinja2", "typst"),
    "casework": ("sqlcipher3", "sqlmodel", "rich", "typer", "questionary", "typst"),
    "documents": ("sqlcipher3", "sqlmodel", "rich", "typer", "questionary"),
    "screens": ("sqlcipher3", "sqlmodel", "typer", "questionary", "jinja2", "typst"),
}  # fmt: skip


def test_the_walls_stand(capsys: pytest.CaptureFixture[str]) -> None:
    """No room imports another; the desk joins them; the hall knows nobody."""
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)

    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


@pytest.mark.parametrize("room", ROOMS)
def test_each_room_keeps_to_its_own_libraries(room: str) -> None:
    """The domain is standard library only; each other room touches only its own."""
    for path in (SOURCE / room).rglob("*.py"):
        for name in imported(path):
            assert name.partition(".")[0] not in ROOMS[room], f"{path.name}: {name}"


def test_questionary_has_one_importer() -> None:
    """Only the fancy terminal knows the prompt library."""
    users = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if {n.partition(".")[0] for n in imported(path)}
        & {"questionary", "prompt_toolkit"}
    }

    assert users == {"interviews/terminal.py"}


def test_only_voices_print() -> None:
    """Nobody calls print; only the door's voice and the terminals write."""
    writers = set()
    for path in SOURCE.rglob("*.py"):
        calls = [n for n in nodes(path) if isinstance(n, ast.Call)]
        assert not [c for c in calls if getattr(c.func, "id", "") == "print"], path
        if "sys.stdout.write" in path.read_text(encoding="utf-8"):
            writers.add(path.relative_to(SOURCE).as_posix())
    assert writers == {
        "cli/today.py",
        "interviews/lines.py",
        "interviews/terminal.py",
        "interviews/tty.py",
    }


@cache
def nodes(path: Path) -> tuple[ast.Call | ast.Import | ast.ImportFrom, ...]:
    """Return the calls and imports of a file, read once for all tests."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wanted = (ast.Call, ast.Import, ast.ImportFrom)
    return tuple(node for node in ast.walk(tree) if isinstance(node, wanted))


@cache
def imported(path: Path) -> set[str]:
    """Return the modules a file imports, at the top or inside."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize(
    ("words", "may"),
    [
        (["--help"], ()),
        (["--version"], ()),
        (["--practice"], ()),
        (["today", "--practice", "--json"], ()),
        (["plan", "PR-001", "--practice"], ()),
        (["debrief", "--help"], ()),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_nothing_heavy_is_imported_before_it_is_needed(
    cases: Path, words: list[str], may: tuple[str, ...]
) -> None:
    """Home, help and reading start without the heavy libraries; home with least."""
    code = (
        f"import sys; from inclusion_cli.cli.door import run; run({words!r});"
        "sys.stderr.write(' '.join(sorted(sys.modules)))"
    )

    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip

    loaded = set(ran.stderr.split())
    assert not loaded & (set(HEAVY) - set(may)), cases
    if words[0] == "--practice":
        assert not loaded & NOT_FOR_HOME


def test_the_readme_names_every_command() -> None:
    """What is there is in the README, and what is in the README is there."""
    known = {" ".join(words) for words, _command in LEAVES}
    told = set(re.findall(r"`inclusion ([a-z-]+(?: [a-z-]+)?)", README))

    assert known <= told
    assert {words for words in told if words.split()[0] in _names()} == told


def _names() -> set[str]:
    return {name for group in GROUPS.values() for name in group}


def test_the_readme_has_its_two_commands() -> None:
    """One block each, of one command each."""
    for heading, ends in (("## Try it", "inclusion demo"), ("## Test it", "pytest -q")):
        part = README.split(heading)[1].split("```")[1]
        lines = part.removeprefix("sh").strip().splitlines()
        assert len(lines) == 1
        assert lines[0].endswith(ends)


def test_every_error_has_a_sentence_and_an_exit() -> None:
    """Each error's exit code is one of the table's, and each says what it is."""
    errors = list(_leaves(InclusionError))
    table = {int(code) for code in re.findall(r"\| (\d+) \|", README)}

    assert len(errors) > 15
    for error in errors:
        assert error.exit_code in table, error
        assert error.__doc__


def _leaves(kind: type[InclusionError]) -> list[type[InclusionError]]:
    found = []
    for child in kind.__subclasses__():
        found += [child, *_leaves(child)]
    return found


def test_every_kind_of_record_has_a_view() -> None:
    """What the log can hold can be read."""
    assert set(KINDS) == set(TABLES)


def test_the_wheel_carries_templates_fonts_and_data(tmp_path: Path) -> None:
    """What is installed can print and set up without the checkout."""
    built = next(iter(WheelBuilder(str(ROOT)).build(directory=str(tmp_path))))

    names = set(zipfile.ZipFile(built).namelist())
    for path in (*(ROOT / "templates").rglob("*"), *(SOURCE / "data").iterdir()):
        if path.is_file() and path.parent.name != "__pycache__":
            base = ROOT if "templates" in path.parts else ROOT / "src" / "inclusion_cli"
            assert f"inclusion_cli/{path.relative_to(base).as_posix()}" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_templates_fetch_nothing() -> None:
    """No template asks the network for a package."""
    for path in (ROOT / "templates" / "typst").glob("*.typ"):
        assert "@preview" not in path.read_text(encoding="utf-8")


def test_the_coverage_list_is_what_the_fonts_can_print() -> None:
    """A letter we call printable is in the fonts we carry."""
    sys.path.insert(0, str(ROOT / "templates" / "fonts"))
    try:
        import json

        from make_coverage import ranges  # type: ignore[import-not-found]

        kept = json.loads((ROOT / "templates" / "fonts" / "coverage.json").read_text())
        assert ranges() == kept
    finally:
        sys.path.pop(0)


def test_the_readme_tells_each_command_once() -> None:
    """Each has one row, each group of them one table."""
    rows = re.findall(r"^\| `(inclusion [^`]*)`", README, re.MULTILINE)
    captions = re.findall(r"^\n?([A-Z][^\n|]*)\n\n\| command \|", README, re.MULTILINE)

    assert len(rows) == len(set(rows)), sorted(r for r in rows if rows.count(r) > 1)
    assert len(captions) == len(set(captions)), captions
    assert {"Keeping safe", "Showing it"} <= set(captions)


def test_the_readme_has_a_blank_line_around_each_table() -> None:
    """Without it a caption is drawn as a row."""
    lines = README.splitlines()
    for above, below in pairwise(lines):
        edge = above.startswith("|") != below.startswith("|")
        assert not edge or not (above and below), (above[:40], below[:40])


def test_the_readme_says_what_comes_first_and_how_to_practise() -> None:
    """A command that needs another one names it there, too."""
    needs = README.split("| there must be |")[1].split("\n\n")[0]

    assert "`--practice` goes with each" in README
    for command in ("debrief", "restriction place", "partner brief", "money check"):
        assert f"`{command}`" in needs
