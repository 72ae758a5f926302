"""The one place that speaks and ends: results out, errors to exit codes."""

from __future__ import annotations

import io
import os
import sys
import traceback
from typing import Any, NoReturn

from inclusion_cli.cli.result import Result
from inclusion_cli.domain.due import Home
from inclusion_cli.errors import InclusionError, NotUnderstood, Stopped
from inclusion_cli.screens import voice
from inclusion_cli.settings import Call, likes_plain, load

HOME_FLAGS = {"--json", "--plain", "--practice"}
PRACTICE = "--practice"


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(argv: list[str]) -> int:
    """Run one command; return its exit code."""
    _steady_streams()
    as_json, practice = "--json" in argv, PRACTICE in argv
    try:
        result = _result(argv)
        return _present(result, as_json=as_json, argv=argv)
    except InclusionError as error:
        voice.present_error(error, as_json=as_json, practice=practice)
        return error.exit_code
    except KeyboardInterrupt:
        voice.present_error(Stopped("Stopped."), as_json=as_json, practice=practice)
        return Stopped.exit_code
    except BrokenPipeError:
        _hush()
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: no text of a record
        voice.present_error(_our_mistake(error), as_json=as_json, practice=practice)
        return 1


def _result(argv: list[str]) -> Any:
    words = [word for word in argv if word not in HOME_FLAGS]
    if words in ([], ["today"]):
        from inclusion_cli.cli.today import today
        from inclusion_cli.desk import open_desk

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


def _present(result: Any, *, as_json: bool, argv: list[str]) -> int:
    """Show a result; return its exit code."""
    if not isinstance(result, Result):
        return int(result or 0)  # Typer's own exit code, after --help or --version
    record = result.record
    call = Call(plain="--plain" in argv)
    simple = likes_plain(load(), call)
    voice.present(record, as_json=as_json, simple=simple, practice=result.practice)
    code = int(getattr(record, "exit_code", 0))
    if not as_json and isinstance(record, Home):
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
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if "inclusion_cli" in f.filename] or list(frames)
    last = own[-1]
    place = last.filename.rpartition("inclusion_cli")[2].strip("/\\")
    return OurMistake(f"{type(error).__name__} at {place}:{last.lineno}")


def usage_error(message: str, usage: str) -> NotUnderstood:
    """Return the error for a command line that was not understood."""
    error = NotUnderstood(message)
    error.hint = usage
    return error
