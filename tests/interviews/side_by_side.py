"""Several walks at once: while one program starts, another is typed to."""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import pytest

from tests.interviews.typist import around, at_home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

Walk = Generator[None]
"""Yields when a program was started that it has to wait for."""

AT_ONCE = 4


def side_by_side(walks: Mapping[str, Walk]) -> dict[str, Exception | None]:
    """Walk them all; return what went wrong with each."""
    ended: dict[str, Exception | None] = {}
    waiting, walking = deque(walks.items()), deque[tuple[str, Walk]]()
    while waiting or walking:
        while waiting and len(walking) < AT_ONCE:
            walking.append(waiting.popleft())
        name, walk = walking.popleft()
        try:
            next(walk)
        except StopIteration:
            ended[name] = None
        except Exception as error:  # noqa: BLE001 - told by the test it belongs to
            ended[name] = error
        else:
            walking.append((name, walk))
    return ended


class Several:
    """Walks by name, AT_ONCE of them side by side when one of these is asked about.

    A worker that is given a few of the tests walks those and their neighbours, not all.
    """

    def __init__(self, names: Iterable[str], begin: Callable[[str], Walk]) -> None:
        self._names, self._begin = list(names), begin
        self._ended: dict[str, Exception | None] = {}

    def told(self, name: str) -> None:
        """Raise what went wrong with a walk, if anything did."""
        if name not in self._ended:
            first = self._names.index(name) // AT_ONCE * AT_ONCE
            near = self._names[first : first + AT_ONCE]
            self._ended |= side_by_side({one: self._begin(one) for one in near})
        outcome = self._ended[name]
        if outcome is not None:
            raise outcome


def chosen(
    request: pytest.FixtureRequest, test: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the cases of a test that this run has chosen: the name, and with what."""
    for item in request.session.items:
        if isinstance(item, pytest.Function) and item.originalname == test:
            yield item.callspec.id, dict(item.callspec.params)


def quietly(home: Path, *words: str) -> None:
    """Run a command that asks nobody, in the practice vault of a data folder."""
    subprocess.run(
        [sys.executable, "-m", "inclusion_cli", *words, "--practice", "--no-input"],
        env={**around(), **at_home(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=20,
    )
