"""The flags every command has: where they may stand on the line."""

from __future__ import annotations

NO_INPUT = "--no-input"
PRACTICE = "--practice"
HOME_FLAGS = {"--json", "--plain", PRACTICE, NO_INPUT}
NUMBERED = "--passphrase-fd"


def behind(argv: list[str], *, alone: str) -> list[str]:
    """Let `inclusion --practice debrief` be `inclusion debrief --practice`.

    `alone` is what is meant where nothing but flags was typed, "" where nothing is.
    Help needs none of them.
    """
    front = 0
    while front < len(argv) and (words := _words(argv[front])):
        front += words
    rest = argv[front:] or ([alone] if alone else [])
    if not rest:
        return []
    if "--help" in rest or rest[0] == "--version":
        return [word for word in rest if word not in HOME_FLAGS]
    return [*rest, *argv[:front]]


def _words(typed: str) -> int:
    """Return how many words a flag takes, 0 where it is none of these."""
    if typed == NUMBERED:
        return 2
    return int(typed in HOME_FLAGS or typed.startswith(f"{NUMBERED}="))
