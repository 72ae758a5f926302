"""The one place that speaks and ends: results out, errors to exit codes."""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import Any, NoReturn

from inclusion_cli import files
from inclusion_cli.errors import InclusionError, Stopped

HOME_FLAGS = {"--json", "--plain", "--practice"}
PRACTICE = "--practice"


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    files.no_memory_dump()
    gc.disable()  # a command is over before collecting would pay: a tenth of its time
    sys.exit(run(sys.argv[1:]))


def run(argv: list[str]) -> int:
    """Run one command; return its exit code."""
    _steady_streams()
    try:
        return _present(_result(argv), argv)
    except InclusionError as error:
        return _told(error, argv)
    except KeyboardInterrupt:
        return _told(Stopped("Stopped."), argv)
    except BrokenPipeError:
        _hush()
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: no text of a record
        return _told(_our_mistake(error), argv)


def _told(error: InclusionError, argv: list[str]) -> int:
    """Say an error; return its exit code."""
    from inclusion_cli.screens.voice import present_error

    present_error(error, as_json="--json" in argv, practice=PRACTICE in argv)
    return error.exit_code


def _result(argv: list[str]) -> Any:
    words = [word for word in argv if word not in HOME_FLAGS]
    if words in ([], ["today"]):
        from inclusion_cli.cli.result import Result
        from inclusion_cli.cli.today import today
        from inclusion_cli.desk import open_desk
        from inclusion_cli.settings import Call

        call = Call(
            as_json="--json" in argv,
            plain="--plain" in argv,
            practice=PRACTICE in argv,
        )
        with open_desk(call) as desk:
            return Result(today(desk), desk.practice)
    from inclusion_cli.cli.tree import run_tree

    return run_tree(_practice_last(argv))


def _practice_last(argv: list[str]) -> list[str]:
    """Let `inclusion --practice debrief` be `inclusion debrief --practice`."""
    if argv[:1] == [PRACTICE]:
        return [*argv[1:], PRACTICE]
    return argv


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
    if type(record).__name__ == "Home" and not as_json:
        from inclusion_cli.cli.today import open_item

        return open_item(record, argv, run) or code
    return code


def _steady_streams() -> None:
    """Let no letter of a name break the screen."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if os.name == "nt":
                stream.reconfigure(encoding="utf-8", errors="replace")
            else:
                stream.reconfigure(errors="replace")


def _hush() -> None:
    """Leave quietly when whoever reads has gone."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())


class OurMistake(InclusionError):
    """A bug. It says where, and nothing of any record."""

    exit_code = 1
    hint = "Your answers so far are kept. Run the command again, and tell us of this."

    def __init__(self, where: str) -> None:
        super().__init__(f"Sorry, inclusion made a mistake ({where}).")


def _our_mistake(error: Exception) -> OurMistake:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "inclusion_cli" in f.filename] or list(frames)
    last = own[-1]
    place = last.filename.rpartition("inclusion_cli")[2].strip("/\\")
    return OurMistake(f"{type(error).__name__} at {place}:{last.lineno}")
