"""Answers from a file: the same keys as the flags, rows as lists."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inclusion_cli.errors import NotUnderstood
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

STANDARD_INPUT = "-"
LARGEST = 1 << 20
WHOLE = "."


def read(source: str) -> dict[str, str | None]:
    """Return the answers in a JSON file, or on standard input for "-".

    Rows are lists of objects: {"trigger": [{"situation": "..."}]} is the key
    trigger.1.situation. null is a skipped question. Raises NotUnderstood.
    """
    try:
        text = _text(source)
        told = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotUnderstood(
            say(
                "The answers are not JSON: {msg}, line {lineno}, column {colno}.",
                msg=error.msg,
                lineno=error.lineno,
                colno=error.colno,
            )
        ) from None
    except UnicodeDecodeError:
        raise NotUnderstood(say("The answers must be in UTF-8.")) from None
    if not isinstance(told, dict):
        raise NotUnderstood(
            say('The answers must be one object, like {"how": "stayed"}.')
        )
    return dict(flat(told))


def _text(source: str) -> str:
    if source == STANDARD_INPUT:
        return sys.stdin.read(LARGEST)
    try:
        return Path(source).read_text(encoding="utf-8")
    except OSError as error:
        raise NotUnderstood(
            say(
                'The answers file "{source}" cannot be read: {strerror}.',
                source=source,
                strerror=error.strerror,
            )
        ) from None


def flat(told: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    """Return the keys of answers and what would be typed; rows are numbered.

    A list of rows is the whole list: the key "trigger." stands for that.
    """
    for key, value in told.items():
        rows = isinstance(value, list) and all(isinstance(row, dict) for row in value)
        if rows:
            yield f"{key}{WHOLE}", None
            for number, row in enumerate(value, start=1):
                for name, item in row.items():
                    yield f"{key}.{number}.{name}", _raw(f"{key}.{number}.{name}", item)
        if not (rows and value):
            yield key, _raw(key, value)


def _raw(key: str, value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list) and all(isinstance(v, str | int) for v in value):
        return ",".join(str(item) for item in value) or "0"
    raise NotUnderstood(
        say('The answer "{key}" must be text, a whole number or a list.', key=key)
    )


def pair(text: str) -> tuple[str, str]:
    """Return the key and value of "KEY=VALUE". Raises NotUnderstood."""
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise NotUnderstood(
            say("--answer must be KEY=VALUE, like trigger.1.kind=crowds.")
        )
    return key.strip(), value
