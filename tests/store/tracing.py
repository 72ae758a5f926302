"""What a program did to files, as strace saw it: every byte, every name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CALLS = (
    "execve,openat,open,creat,write,writev,pwrite64,pwritev,pwritev2,fsync,fdatasync,"
    "ftruncate,truncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,"
    "sendto,sendmsg,copy_file_range,sendfile,splice,mmap"
)
needs_strace = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("strace"), reason="needs strace"
)

_LINE = re.compile(r"\d+ +(\w+)\((.*)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")
_RESULT = re.compile(r"\) += (-?\d+)")


class Call(NamedTuple):
    """One call: its name, the file it was about, its texts, its result."""

    name: str
    line: str
    path: str
    texts: tuple[bytes, ...]
    result: int

    @property
    def numbers(self) -> list[int]:
        """Return the plain numbers after the last text: a length, an offset."""
        rest = self.line.rpartition('"')[2].partition(")")[0]
        return [int(number) for number in re.findall(r"\b\d+\b", rest)]


def strace(log: Path, *words: str) -> list[str]:
    """Return the command that runs another one and writes down what it does."""
    told = [
        "-f",
        "--seccomp-bpf",
        "-v",
        "-y",
        "-xx",
        "-s",
        "1000000",
        "-e",
        f"trace={CALLS}",
    ]
    return ["strace", *told, "-o", str(log), *words]


def clean(home: Path, **more: str) -> dict[str, str]:
    """Return an environment with nothing of ours in it, and folders of its own."""
    for name in ("own", "tmp"):
        (home.parent / name).mkdir(exist_ok=True)
    keep = {
        name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ
    }
    return {
        **keep,
        "LANG": "C.UTF-8",
        "TERM": "dumb",
        "HOME": str(home.parent / "own"),
        "TMPDIR": str(home.parent / "tmp"),
        "INCLUSION_HOME": str(home),
        **more,
    }


def run(log: Path, *words: str, env: Mapping[str, str], stdin: str) -> str:
    """Run a command under strace; return what it said."""
    done = subprocess.run(
        strace(log, *words),
        check=False,
        input=stdin,
        env=dict(env),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def calls(log: Path) -> Iterator[Call]:
    """Return every call in a trace, in order."""
    with log.open(encoding="ascii") as lines:
        for line in lines:
            if not (found := _LINE.match(line)):
                continue
            name, rest = found.groups()
            handle = _FD.search(rest.partition('"')[0])
            texts = tuple(_bytes(text) for text in _TEXT.findall(rest))
            result = _RESULT.search(rest.rpartition('"')[2])
            path = _bytes(handle[2]).decode() if handle else ""
            if name in ("openat", "open") and (
                opened := _FD.search(rest.rpartition("=")[2])
            ):
                path = _bytes(opened[2]).decode()
            elif name.startswith(("unlink", "rename", "link", "mkdir")) and texts:
                path = texts[0].decode()
            yield Call(name, rest, path, texts, int(result[1]) if result else 0)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
