"""Golden pages: what a paper says, kept in `tests/golden` and compared whole."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "golden"


class Golden:
    """Compare a text with the page kept under a name, or renew the page."""

    def __init__(self, *, update: bool) -> None:
        self._update = update

    def __call__(self, name: str, text: str) -> None:
        """Assert that the text is the page."""
        path = FOLDER / name
        if self._update:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Return a way to compare with golden pages."""
    return Golden(update=bool(request.config.getoption("--update-golden")))
