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
from tests.interviews.script import NEWCOMER
from tests.interviews.side_by_side import quietly
from tests.interviews.typist import around, at_home

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses a POSIX shell")

HANGS = 20.0
QUICK = 3.0
INCLUSION = (sys.executable, "-m", "inclusion_cli")
READS = {0}
ASKS = {2}
LOCKED = {14}
NOTHING = {3}
MISSING = {
    "person add": ("--name", "--known-as", "--code"),
    "person edit": ("--reason",),
    "person close": ("--because", "--confirm"),
    "formulate write": (
        *("--what-matters", "--cost-of-not-doing", "--no-account"),
        "trigger.1.situation",
    ),
    "formulate confirm": ("--found", "--with-person"),
    "plan add": ("--title", "--place", "--time", "--minutes", "--criteria-from"),
    "plan edit": ("--reason",),
    "plan start": ("--step", "--agreed-with"),
    "plan away": ("--kind", "--first", "--last"),
    "prepare": ("--wanted",),
    "debrief": ("--how", "--signs", "--since"),
    "observe add": ("--seen", "--when"),
    "incident add": ("--what",),
    "incident review": ("--expected", "--happened", "--change", "--restriction"),
    "concern add": ("--seen",),
    "concern review": ("--factor", "--learning"),
    "action add": ("--what", "--due"),
    "session plan": ("--when",),
    "session move": ("--when",),
    "session cancel": ("--by",),
    "review": ("--ready", "--wish", "--decision", "--why", "--agreed-with"),
    "card write": ("sign1.1.text", "mine4.1.text", "--not-helpful", "--on-call"),
    "card check": ("--right",),
    "card returned": ("--copy", "--ended"),
    "init": ("--worker", "--service", "--nation"),
}
"""What each interview lists as missing, at the least; the rest has a default."""

COMMANDS: dict[str, tuple[tuple[str, ...], set[int]]] = {
    "": (("--practice",), READS),
    "today": (("today", "--practice"), READS),
    "person list": (("person", "list", "--practice"), READS),
    "person show": (("person", "show", "PR-001", "--practice"), READS),
    "plan show": (("plan", "show", "PR-001", "--practice"), READS),
    "card show": (("card", "show", "PR-001", "--practice"), READS),
    "observe list": (("observe", "list", "PR-001", "--practice"), READS),
    "session list": (("session", "list", "--practice"), READS),
    "formulate show": (("formulate", "show", "PR-001", "--practice"), READS),
    "incident list": (("incident", "list", "--practice"), READS),
    "incident show": (("incident", "show", "PR-001", "--practice"), READS),
    "incident raise": (("incident", "raise", "PR-003", "--practice"), NOTHING),
    "incident call": (("incident", "call", "PR-003", "--practice"), NOTHING),
    "incident close": (("incident", "close", "PR-003", "--practice"), NOTHING),
    "concern list": (("concern", "list", "--practice"), READS),
    "concern show": (("concern", "show", "PR-002", "--practice"), READS),
    "concern decide": (("concern", "decide", "PR-003", "--practice"), NOTHING),
    "concern close": (("concern", "close", "PR-003", "--practice"), NOTHING),
    "action list": (("action", "list", "--practice"), READS),
    "action done": (("action", "done", "PR-003", "--practice"), NOTHING | ASKS),
    "action check": (("action", "check", "PR-003", "--practice"), NOTHING | ASKS),
    "verify": (("verify", "--practice"), READS),
    "check-words": (("check-words", "README.md"), READS | NOTHING),
    "formulate sign": (("formulate", "sign", "PR-002", "--practice"), {11}),
    "find": (("find", "canal", "--practice"), READS),
    "why": (("why", "PR-001", "--practice"), READS),
    "history": (("history", "no-id", "--practice"), ASKS),
    "amend": (("amend", "no-id", "--practice"), ASKS),
    "refile": (("refile", "no-id", "PR-001", "--practice"), ASKS),
    "help": (("help",), READS),
    "completion": (("completion",), READS),
    "undo": (("undo", "--practice"), ASKS),
    "unlock": (("unlock",), LOCKED),
    "passphrase": (("passphrase",), LOCKED),
    "recover": (("recover",), LOCKED | ASKS),
    "lock": (("lock",), READS),
    "init": (("init",), LOCKED | ASKS),
}
ASKING = {
    "person add": ("person", "add"),
    "person edit": ("person", "edit", "PR-001"),
    "person close": ("person", "close", "PR-001"),
    "formulate write": ("formulate", "BD-004"),
    "formulate confirm": ("formulate", "confirm", "PR-001"),
    "plan add": ("plan", "add", "PR-001"),
    "plan edit": ("plan", "edit", "PR-001", "3"),
    "plan start": ("plan", "start", "PR-003"),
    "plan away": ("plan", "away", "PR-001"),
    "prepare": ("prepare", "PR-001"),
    "debrief": ("debrief", "PR-001"),
    "observe add": ("observe", "PR-001"),
    "incident add": ("incident", "add", "PR-001"),
    "incident review": ("incident", "review", "PR-001"),
    "concern add": ("concern", "add", "PR-002"),
    "concern review": ("concern", "review", "PR-002"),
    "action add": ("action", "add", "PR-001"),
    "session plan": ("session", "plan", "PR-001"),
    "session move": ("session", "move", "PR-001"),
    "session cancel": ("session", "cancel", "PR-001"),
    "reply": ("reply", "PR-001"),
    "review": ("review", "PR-001"),
    "card write": ("card", "write", "BD-004"),
    "card check": ("card", "check", "PR-001"),
    "card returned": ("card", "returned", "PR-001"),
}
COMMANDS |= {name: ((*words, "--practice"), ASKS) for name, words in ASKING.items()}
NEEDS_NOTHING = {"demo", "card print", "incident ladder", "plan stop"}
"""Commands whose every question has a default or may be skipped."""


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

    with ThreadPoolExecutor(2) as both_cores:
        ended = both_cores.map(one, [words for words, _codes in COMMANDS.values()])
        return Sitting(home, before, dict(zip(COMMANDS, ended, strict=True)))


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
