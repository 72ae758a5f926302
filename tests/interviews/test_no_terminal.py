"""Nobody at the terminal: nothing is asked, nothing hangs, what is missing is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from inclusion_cli.cli import tree
from tests.interviews import peek
from tests.interviews.conftest import make_locked
from tests.interviews.nobody_there import COMMANDS, MISSING, NEEDS_NOTHING
from tests.interviews.script import NEWCOMER
from tests.interviews.side_by_side import quietly
from tests.interviews.typist import around, at_home

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses a POSIX shell")

HANGS = 20.0
QUICK = 3.0
INCLUSION = (sys.executable, "-m", "inclusion_cli")


@dataclass(frozen=True)
class Ended:
    """How one command ended with nobody there."""

    code: int
    told: str
    seconds: float


@dataclass(frozen=True)
class Sitting:
    """Every command, run once with one kind of standard input."""

    home: Path
    before: Counter[str]
    ended: Mapping[str, Ended]


STDINS: dict[str, tuple[str, bytes]] = {
    "nothing": ('exec "$@" </dev/null', b""),
    "newlines": ('exec "$@"', b"\n" * 200),
    "closed": ('exec "$@" <&-', b""),
}


@pytest.fixture(
    scope="session",
    params=[
        "newlines",
        pytest.param("nothing", marks=pytest.mark.long),
        pytest.param("closed", marks=pytest.mark.long),
    ],
)
def sitting(
    request: pytest.FixtureRequest,
    lived_in: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Sitting:
    """Return what every command did, two at a time."""
    home = tmp_path_factory.mktemp(request.param) / "home"
    shutil.copytree(lived_in, home)
    make_locked(home, bytes(range(32)))
    quietly(home, *NEWCOMER)
    quietly(home, "plan", "stop", "PR-003")
    env = {**around(), **at_home(home)}
    before = peek.entries(home)
    script, typed = STDINS[request.param]

    def one(words: tuple[str, ...]) -> Ended:
        start = time.monotonic()
        ran = run(("sh", "-c", script, "sh", *INCLUSION), *words, env=env, typed=typed)
        said = (ran.stdout + ran.stderr).decode()
        return Ended(ran.returncode, said, time.monotonic() - start)

    asked = {name: words for name, (words, _codes) in COMMANDS.items()}
    with ThreadPoolExecutor(2) as both_cores:
        ended = dict(zip(asked, both_cores.map(one, asked.values()), strict=True))
    for name, first in ended.items():
        if first.seconds > QUICK:  # the machine had other work: once more, alone
            ended[name] = min(first, one(asked[name]), key=lambda e: e.seconds)
    return Sitting(home, before, ended)


def run(
    command: tuple[str, ...],
    *words: str,
    env: dict[str, str] | None = None,
    typed: bytes = b"",
) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end."""
    return subprocess.run(
        [*command, *words],
        input=typed,
        env=env or around(),
        capture_output=True,
        timeout=HANGS,
        check=False,
    )


def test_every_command_is_on_the_list() -> None:
    """A new command is tried here, too."""
    stubs = [name for group in tree.GROUPS.values() for name in group]
    found = set()
    for name in stubs:
        loaded = tree.Stub(name=name).load()
        inner = getattr(loaded, "commands", {})
        found |= {f"{name} {sub}" for sub in inner} if inner else {name}

    assert found == (COMMANDS.keys() - {""}) | NEEDS_NOTHING


@pytest.mark.check(15)
def test_none_waits_for_somebody(sitting: Sitting) -> None:
    """With nobody there a command ends within 3 seconds."""
    slow = {n: e.seconds for n, e in sitting.ended.items() if e.seconds > QUICK}

    assert slow == {}


@pytest.mark.check(15)
def test_each_ends_with_its_exit_code(sitting: Sitting) -> None:
    """Reading works; asking is a command not understood; a locked vault is locked."""
    wrong = {
        name: (ended.code, ended.told[-200:])
        for name, ended in sitting.ended.items()
        if ended.code not in COMMANDS[name][1]
    }

    assert wrong == {}


@pytest.mark.check(15)
def test_all_that_is_missing_is_told_at_once(sitting: Sitting) -> None:
    """Each missing answer stands there with its flag, or its key."""
    left_out = {
        name: flag
        for name, flags in MISSING.items()
        for flag in flags
        if flag not in sitting.ended[name].told and name != "init"
    }

    assert left_out == {}


@pytest.mark.check(15)
def test_no_line_of_it_is_an_answer(sitting: Sitting) -> None:
    """Newlines from a pipe answer nothing: nothing is saved, no draft is begun."""
    assert peek.entries(sitting.home) == sitting.before
    assert peek.drafts(sitting.home) == ()


@pytest.mark.check(15)
def test_none_shows_a_traceback(sitting: Sitting) -> None:
    """Whatever is missing, it is told in a sentence."""
    broken = [
        name
        for name, ended in sitting.ended.items()
        if "Traceback" in ended.told or "made a mistake" in ended.told
    ]

    assert broken == []


@pytest.mark.check(15)
@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize("name", ["", "debrief", "person add"])
def test_a_closed_input_is_nobody(name: str) -> None:
    """Not even an empty input is there: it ends as it does with nobody to ask."""
    words, codes = COMMANDS[name]

    ran = run(("sh", "-c", STDINS["closed"][0], "sh", *INCLUSION), *words)

    assert ran.returncode in codes
    assert b"Traceback" not in ran.stderr
    assert b"made a mistake" not in ran.stderr


@pytest.mark.usefixtures("own_home")
def test_setting_up_lists_what_it_needs() -> None:
    """A set-up by script is told every answer it lacks, and how to pass a secret."""
    ran = run(INCLUSION, "init")

    told = ran.stderr.decode()
    assert ran.returncode == 2
    assert all(flag in told for flag in MISSING["init"])
    assert "--passphrase-fd" in told


@pytest.mark.usefixtures("cases")
def test_the_command_a_hint_names_can_be_run() -> None:
    """After a slip of the finger the command it names is one that works."""
    told = run(INCLUSION, "debreif", "--practice").stderr.decode()

    words = told.rpartition("type: inclusion ")[2].split()
    assert run(INCLUSION, *words).returncode == 0
