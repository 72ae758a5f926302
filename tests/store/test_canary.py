"""The canary: not one byte of what is written down is readable outside the vault."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.store.canary import CANARY, CODE, READING, SESSION, steps
from tests.store.making import PASSPHRASE
from tests.store.tracing import Call, calls, clean, needs_strace, run

pytestmark = needs_strace

WRITES = (
    *("write", "writev", "pwrite64", "pwritev", "pwritev2", "sendto", "sendmsg"),
    *("copy_file_range", "sendfile", "splice"),
)
CHANGES = (*WRITES, "unlink", "unlinkat", "rename", "renameat2", "ftruncate", "mkdir")


@dataclass(frozen=True)
class Session:
    """What was said, where papers went, the folders, and every call."""

    said: str
    papers: Path
    root: Path
    calls: tuple[Call, ...]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """Return a session that was watched, done once."""
    root = tmp_path_factory.mktemp("canary")
    home, papers, log = root / "home", root / "papers", root / "trace"
    told = {"secret": PASSPHRASE, "steps": list(steps(papers))}
    env = clean(home, INCLUSION_NOW=NOW.isoformat())
    said = run(log, sys.executable, "-c", SESSION, env=env, stdin=json.dumps(told))
    found = tuple(calls(log))
    log.unlink()
    return Session(said, papers, root, found)


def sings(data: bytes, word: str = CANARY) -> bool:
    """Say whether a word is in some bytes, in either case, one byte a letter or two."""
    low, wanted = data.lower(), word.lower()
    return any(wanted.encode(code) in low for code in ("utf-8", "utf-16-le"))


def test_the_session_went_as_it_should(session: Session) -> None:
    """Each command but the two that are wrong ended well: the rest means something."""
    ends = [line.split() for line in session.said.splitlines() if line[:5] == "exit "]

    assert [words[1:] for words in ends if words[1] != "0"] == [
        ["2", "debrief", CODE, "--practice"],
        ["14", "person", "show", READING],
    ]
    assert len(ends) == 21


def test_the_canary_is_in_no_byte_that_was_written(session: Session) -> None:
    """No write to any file holds it, but papers asked for and the screen."""
    out = f"{session.papers}/"
    written = [call for call in session.calls if call.name in WRITES]
    quiet = [
        call
        for call in written
        if not call.path.startswith((out, "pipe:", "/dev/null"))
    ]
    heard = {call.path for call in quiet if any(map(sings, call.texts))}

    assert heard == set()
    assert len(quiet) > 500


def test_the_canary_can_be_heard(session: Session) -> None:
    """The pack on paper and the screen do hold it: the test above is not deaf."""
    heard = {
        c.path for c in session.calls if c.name in WRITES and any(map(sings, c.texts))
    }

    assert any(path.endswith((".part", ".md")) for path in heard)
    assert any(path.startswith("pipe:") for path in heard)


def test_the_canary_is_in_no_file_afterwards(session: Session) -> None:
    """Vaults, keys, settings, home, temporary folder: nothing, names of files too."""
    files = [path for path in session.root.rglob("*") if path.is_file()]
    outside = [path for path in files if session.papers not in path.parents]

    assert {path.name for path in outside} >= {"vault.db", "vault.key", "settings.json"}
    assert [path for path in outside if sings(path.read_bytes())] == []
    assert [path for path in files if sings(str(path).encode())] == []
    assert any(sings(path.read_bytes()) for path in files)


@pytest.mark.parametrize("word", [CANARY, PASSPHRASE, PASSPHRASE.split()[0]])
def test_no_word_is_in_an_argument_or_an_environment(
    session: Session, word: str
) -> None:
    """Whoever lists processes learns nothing; an agent was one of them."""
    started = [call for call in session.calls if call.name == "execve"]

    assert any(b"inclusion_cli.store.agent" in call.texts for call in started)
    assert not any(sings(text, word) for call in started for text in call.texts)


def test_the_passphrase_is_in_no_byte_that_was_written(session: Session) -> None:
    """But for the pipe it was handed through by who ran the command."""
    written = [c for c in session.calls if c.name in WRITES]
    heard = [c for c in written if any(sings(text, PASSPHRASE) for text in c.texts)]

    assert all(call.path.startswith("pipe:") for call in heard)
    assert not sings(session.said.encode(), PASSPHRASE)


def test_no_file_is_changed_in_memory(session: Session) -> None:
    """A file mapped to be written to would be written behind this test's back."""
    shared = [c for c in session.calls if c.name == "mmap" and "MAP_SHARED" in c.line]

    assert [c.path for c in shared if "PROT_WRITE" in c.line and c.path] == []


def test_reading_changes_nothing(session: Session) -> None:
    """Home, a person, a card, `verify`: no write to the data folder (trust, 9.8)."""
    home = f"{session.root / 'home'}/"
    begun = max(
        number
        for number, call in enumerate(session.calls)
        if any(b"exit 14" in text for text in call.texts)
    )
    changed = [
        (call.name, call.path)
        for call in session.calls[begun:]
        if call.name in CHANGES and call.path.startswith(home)
    ]

    assert changed == []
