"""A small process that holds a data key where there is no kernel keyring.

It listens on a socket (a named pipe on Windows) in the data folder, answers only to
who can read the secret beside it, and ends by itself when the time is up. The data key
reaches it through its standard input; it is on no disk, in no argument and in no
environment.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import (
    Client,
    Connection,
    Listener,
    answer_challenge,
    deliver_challenge,
)
from pathlib import Path

from inclusion_cli import files
from inclusion_cli.store.held import Held, seconds_left, steady_now

_SET_DUMPABLE = 4  # prctl(2)
_STARTS_WITHIN_SECONDS = 10
_ANSWERS_WITHIN_SECONDS = 5
_GIVE, _DROP, _GONE = b"give", b"drop", b"gone"


class AgentKeeper:
    """Hold a data key in an agent process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, vault: str, data_key: bytes) -> bool:
        """Start an agent that holds the key; say whether it answers."""
        self.drop(vault)
        secret = secrets.token_hex(32)
        note = {"address": _address(vault), "secret": secret}
        files.replace(self._note(vault), json.dumps(note).encode())
        process = subprocess.Popen(
            [sys.executable, "-m", "inclusion_cli.store.agent"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            creationflags=getattr(subprocess, "DETACHED_PROCESS", 0),
            start_new_session=os.name != "nt",
        )
        told = {**note, "key": data_key.hex()}
        if process.stdin:
            process.stdin.write(json.dumps(told).encode())
            process.stdin.close()
        return self._answers(vault)

    def get(self, vault: str) -> Held | None:
        """Return the key the agent holds, and begin its idle time anew."""
        reply = self._ask(vault, _GIVE)
        if not reply:
            return None
        said = json.loads(reply)
        return Held(bytes.fromhex(said["key"]), said["seconds"])

    def drop(self, vault: str) -> bool:
        """End the agent; say whether there was one."""
        there = self._ask(vault, _DROP) is not None
        self._note(vault).unlink(missing_ok=True)
        return there

    def drop_all(self) -> None:
        """End the agents of all vaults."""
        for note in self._folder.glob("agent-*.json"):
            self.drop(note.stem.partition("-")[2])

    def _note(self, vault: str) -> Path:
        return self._folder / f"agent-{vault[:8]}.json"

    def _answers(self, vault: str) -> bool:
        end = time.monotonic() + _STARTS_WITHIN_SECONDS
        while time.monotonic() < end:
            if self.get(vault):
                return True
            time.sleep(0.02)
        return False

    def _ask(self, vault: str, what: bytes) -> bytes | None:
        try:
            note = json.loads(self._note(vault).read_text())
            secret = bytes.fromhex(note["secret"])
            with Client(note["address"]) as connection:
                _wait_for(connection)
                answer_challenge(connection, secret)
                deliver_challenge(connection, secret)
                connection.send_bytes(what)
                _wait_for(connection)
                return connection.recv_bytes() or None
        except (OSError, EOFError, ValueError, KeyError, AuthenticationError):
            return None


def _wait_for(connection: Connection) -> None:
    """Wait until something comes. Raises EOFError where nothing does."""
    if not connection.poll(_ANSWERS_WITHIN_SECONDS):
        raise EOFError


def _address(vault: str) -> str:
    name = f"inclusion-{vault[:8]}-{secrets.token_hex(4)}"
    if os.name == "nt":
        return rf"\\.\pipe\{name}"
    home = os.environ.get("XDG_RUNTIME_DIR")
    folder = tempfile.mkdtemp(prefix="inclusion-", dir=home)
    return str(Path(folder) / "agent")  # short: a socket's path has 100 letters at most


class _Agent:
    """The process that holds the key: it answers until it is told to stop."""

    def __init__(self, address: str, secret: str, data_key: str) -> None:
        self._address, self._secret = address, bytes.fromhex(secret)
        self._data_key = data_key
        self._put_at = steady_now()
        self._watch = self._ends_in(seconds_left(self._put_at, self._put_at))

    def serve(self) -> None:
        """Let everybody who asks have a turn, and a silent one keep nobody waiting."""
        listener = Listener(self._address)
        while True:
            with suppress(OSError, EOFError):
                connection = listener.accept()
                threading.Thread(
                    target=self._answer, args=(connection,), daemon=True
                ).start()

    def _answer(self, connection: Connection) -> None:
        """Answer one who knows the secret; a stranger gets nothing and ends nothing."""
        with connection, suppress(OSError, EOFError, AuthenticationError):
            deliver_challenge(connection, self._secret)
            answer_challenge(connection, self._secret)
            what = connection.recv_bytes(maxlength=64)
            left = seconds_left(self._put_at, steady_now())
            if what == _DROP or left <= 0:
                connection.send_bytes(_GONE if what == _DROP else b"")
                self._end()
            self._watch.cancel()
            self._watch = self._ends_in(left)
            reply = {"key": self._data_key, "seconds": left}
            connection.send_bytes(json.dumps(reply).encode())

    def _ends_in(self, seconds: int) -> threading.Timer:
        timer = threading.Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        return timer

    def _end(self) -> None:
        if os.name != "nt":
            shutil.rmtree(Path(self._address).parent, ignore_errors=True)
        os._exit(0)


def _hide_memory() -> None:
    """Keep the key out of a memory dump, where the system lets us.

    On Linux nobody but root may look into the process, a debugger neither.
    """
    files.no_memory_dump()
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - needed here only

        ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)


def main() -> None:
    """Serve what standard input tells: address, secret and key."""
    _hide_memory()
    told = json.loads(sys.stdin.read())
    _Agent(told["address"], told["secret"], told["key"]).serve()


if __name__ == "__main__":
    main()
