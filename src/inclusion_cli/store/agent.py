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
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from inclusion_cli import files
from inclusion_cli.store.keeper import Held, seconds_left, steady_now

_STARTS_WITHIN_SECONDS = 10
_GIVE, _DROP = b"give", b"drop"


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
            with Client(
                note["address"], authkey=bytes.fromhex(note["secret"])
            ) as connection:
                connection.send_bytes(what)
                return connection.recv_bytes()
        except (OSError, EOFError, ValueError, KeyError, AuthenticationError):
            return None


def _address(vault: str) -> str:
    name = f"inclusion-{vault[:8]}-{secrets.token_hex(4)}"
    if os.name == "nt":
        return rf"\\.\pipe\{name}"
    folder = os.environ.get("XDG_RUNTIME_DIR") or tempfile.mkdtemp(prefix="inclusion-")
    return str(Path(folder) / name)  # short: a socket's path has 100 letters at most


def serve(address: str, secret: str, data_key: str) -> None:
    """Answer until told to stop, idle too long, or at the hard end."""
    put_at = steady_now()
    watch = _ends_in(seconds_left(put_at, put_at), address)
    with Listener(address, authkey=bytes.fromhex(secret)) as listener:
        while True:
            connection = _accepted(listener)
            if connection is None:
                continue
            with connection, suppress(OSError, EOFError):
                what = connection.recv_bytes(maxlength=64)
                left = seconds_left(put_at, steady_now())
                if what == _DROP or left <= 0:
                    connection.send_bytes(b"{}")
                    return
                watch.cancel()
                watch = _ends_in(left, address)
                reply = {"key": data_key, "seconds": left}
                connection.send_bytes(json.dumps(reply).encode())


def _ends_in(seconds: int, address: str) -> threading.Timer:
    def end() -> None:
        with suppress(OSError):
            Path(address).unlink()
        os._exit(0)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    return timer


def _accepted(listener: Listener) -> Connection | None:
    """Return whoever knows the secret, or None: a stranger does not end the agent."""
    try:
        return listener.accept()
    except (OSError, EOFError, AuthenticationError):
        return None


def _no_core_file() -> None:
    """Keep the key out of a memory dump, where the system lets us."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Serve what standard input tells: address, secret and key."""
    _no_core_file()
    told = json.loads(sys.stdin.read())
    serve(told["address"], told["secret"], told["key"])


if __name__ == "__main__":
    main()
