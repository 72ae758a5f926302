"""The terminal itself: who is there, what was typed too early, how it is left."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from inclusion_cli.errors import Stopped
from inclusion_cli.interviews.asker import Leave

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType


def interactive() -> bool:
    """Say whether somebody sits at a terminal, on both sides."""
    try:
        return sys.stdin.isatty() and sys.stdout.isatty()
    except (AttributeError, ValueError):  # a stream that is closed, or not there
        return False


def drain() -> None:
    """Throw away keys that were typed before the question was on screen."""
    try:
        import termios  # noqa: PLC0415 - not on Windows

        termios.tcflush(sys.stdin, termios.TCIFLUSH)
    except ImportError:
        import msvcrt  # noqa: PLC0415 - only on Windows

        while msvcrt.kbhit():  # type: ignore[attr-defined]
            msvcrt.getwch()  # type: ignore[attr-defined]
    except (OSError, ValueError):
        return


@contextmanager
def unseen() -> Iterator[None]:
    """Show no key that is typed meanwhile.

    Whoever types a passphrase again while the last one is tried types it in the dark.
    """
    modes = _terminal_modes()
    if modes is None:
        yield
        return
    import termios  # noqa: PLC0415 - not on Windows

    dark = [*modes]
    dark[_LOCAL_MODES] &= ~termios.ECHO
    termios.tcsetattr(sys.stdin, termios.TCSANOW, dark)
    try:
        yield
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, modes)


_LOCAL_MODES = 3
"""Their place in what `tcgetattr` returns."""


def typed_line(label: str) -> str:
    """Return one line in plain mode, with the same ends as fancy."""
    try:
        return input(label)
    except EOFError:
        sys.stdout.write("\n")
        raise Leave from None
    except KeyboardInterrupt:
        sys.stdout.write("\n")
        raise Stopped from None


@contextmanager
def ending_well(save: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Save, and leave the terminal as it was, when the window or the system ends us."""
    modes = _terminal_modes()

    def end(number: int, _frame: FrameType | None) -> None:
        with suppress(Exception):  # the answers before it are safe either way
            save()
        with suppress(Exception):
            _restore_terminal(modes)
        os._exit(128 + number)

    names = [name for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {getattr(signal, n): signal.signal(getattr(signal, n), end) for n in names}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _terminal_modes() -> list[Any] | None:
    try:
        import termios  # noqa: PLC0415
    except ImportError:  # Windows
        return None
    try:
        modes: list[Any] = termios.tcgetattr(sys.stdin)
    except (OSError, ValueError, termios.error):
        return None
    return modes


def _restore_terminal(modes: list[Any] | None) -> None:
    """Show keys and the cursor again; no bracketed paste."""
    if modes is None:
        return
    import termios  # noqa: PLC0415 - not on Windows

    termios.tcsetattr(sys.stdin, termios.TCSANOW, modes)
    os.write(sys.stdout.fileno(), b"\x1b[?2004l\x1b[?25h\r\n")
