"""The command a stop names is one that can be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.cli import keys, options, plan, tree

if TYPE_CHECKING:
    import typer


@pytest.mark.parametrize(
    ("app", "name", "words"),
    [
        (keys.app, "passphrase", ["passphrase"]),
        (keys.app, "recover", ["recover"]),
        (plan.app, "add", ["plan", "add"]),
    ],
)
def test_a_command_is_named_as_it_is_typed(
    app: typer.Typer, name: str, words: list[str]
) -> None:
    """No file's own name stands in it."""
    assert options._words(app, name) == words
    assert words[0] in {name for group in tree.GROUPS.values() for name in group}
