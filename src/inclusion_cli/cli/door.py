"""The one place that speaks and ends: results out, errors to exit codes."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from contextlib import suppress
from typing import Any, NoReturn

from inclusion_cli import files
from inclusion_cli.cli.flags import HOME_FLAGS, NO_INPUT, PRACTICE, behind
from inclusion_cli.errors import DiskFailed, DiskFull, InclusionError, Stopped
from inclusion_cli.tongue import say


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    files.no_memory_dump()
    gc.disable()  # a command is over before collecting would pay: a tenth of its time
    _leave(run(sys.argv[1:]))


def _leave(code: int) -> NoReturn:
    """End at once: the vault is closed, and what was shown is out.

    Clearing memory away piece by piece was a twentieth of home's time.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def run(argv: list[str]) -> int:
    """Run one command; return its exit code."""
    _steady_streams()
    if "_INCLUSION_COMPLETE" in os.environ:  # a shell asks what could come next
        from inclusion_cli.cli.completion import complete

        return complete()
    argv = behind(argv, alone="today")
    try:
        return _done(argv)
    except BrokenPipeError:
        _hush()
        return 0
    except OSError as error:
        _hush()
        with suppress(OSError):
            return _told(NotShown(error), [PRACTICE] if PRACTICE in argv else [])
        return NotShown(error).exit_code


def _done(argv: list[str]) -> int:
    """Run one command. Raises OSError where it cannot be shown."""
    try:
        return _present(_result(argv), argv)
    except InclusionError as error:
        return _told(error, argv)
    except KeyboardInterrupt:
        return _told(Stopped(say("Stopped.")), argv)
    except Exception as error:  # the last resort: no text of a record
        if isinstance(error, OSError) and error.errno in _UNWRITTEN:
            raise
        return _told(_our_mistake(error), argv)


def _told(error: InclusionError, argv: list[str]) -> int:
    """Say an error; return its exit code."""
    from inclusion_cli.screens.voice import present_error

    present_error(error, as_json="--json" in argv, practice=PRACTICE in argv)
    return error.exit_code


def _result(argv: list[str]) -> Any:
    words = [word for word in argv if word not in HOME_FLAGS]
    if words == ["today"]:
        from inclusion_cli.cli.result import Result
        from inclusion_cli.cli.today import today
        from inclusion_cli.desk import open_desk
        from inclusion_cli.settings import Call

        call = Call(
            as_json="--json" in argv,
            plain="--plain" in argv,
            practice=PRACTICE in argv,
            no_input=NO_INPUT in argv,
        )
        with open_desk(call) as desk:
            return Result(today(desk), desk.practice)
    from inclusion_cli.cli.tree import run_tree

    return run_tree(argv)


def _present(result: Any, argv: list[str]) -> int:
    """Show a result; return its exit code."""
    if result is None or isinstance(result, int):
        return int(result or 0)  # Typer's own, after --help or --version
    from inclusion_cli.screens import voice
    from inclusion_cli.settings import Call, likes_plain, load

    record, as_json = result.record, "--json" in argv
    simple = likes_plain(load(), Call(plain="--plain" in argv))
    voice.present(record, as_json=as_json, simple=simple, practice=result.practice)
    code = int(getattr(record, "exit_code", 0))
    if type(record).__name__ == "Home" and not (as_json or NO_INPUT in argv):
        from inclusion_cli.cli.today import open_item

        return open_item(record, argv, run) or code
    return code


def _steady_streams() -> None:
    """Let no letter break the screen, and no file take the place of a closed one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if os.name == "nt":
                stream.reconfigure(encoding="utf-8", errors="replace")
            else:
                stream.reconfigure(errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper) and sys.stdin.isatty():
        sys.stdin.reconfigure(errors="surrogateescape")  # refused where it is read


def _hush() -> None:
    """Send nowhere what was still to be written, so that the end is quiet."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    with suppress(OSError):
        sys.stdout.flush()


_UNWRITTEN = {errno.EPIPE, errno.EIO, errno.EBADF, errno.ENOSPC, errno.EFBIG}


class NotShown(InclusionError):
    """What was done could not be written where the output goes."""

    hint = say("What was saved before this is kept. To look, type: inclusion")

    def __init__(self, error: OSError) -> None:
        full = error.errno == errno.ENOSPC
        self.exit_code = DiskFull.exit_code if full else DiskFailed.exit_code
        why = say("the disk is full") if full else say("it could not be written to")
        super().__init__(
            say("The result could not be shown where it was sent: {why}.", why=why)
        )


class OurMistake(InclusionError):
    """A bug. It says where, and nothing of any record."""

    exit_code = 1
    hint = say(
        "Your answers so far are kept. Run the command again, and tell us of this."
    )

    def __init__(self, where: str) -> None:
        super().__init__(say("Sorry, inclusion made a mistake ({where}).", where=where))


def _our_mistake(error: Exception) -> OurMistake:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "inclusion_cli" in f.filename] or list(frames)
    last = own[-1]
    place = last.filename.rpartition("inclusion_cli")[2].strip("/\\")
    return OurMistake(
        say(
            "{name} at {place}:{lineno}",
            name=type(error).__name__,
            place=place,
            lineno=last.lineno,
        )
    )
