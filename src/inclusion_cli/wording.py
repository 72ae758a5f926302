"""The language check at the front desk: its rules are read where they are needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from inclusion_cli.errors import NotUnderstood
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inclusion_cli.domain.wording.rules import Rules

MODES = {"card": "person", "formulation": "formulation"}
"""What a form's answers are read as; all others are notes."""
FILE = "language.json"


def rules_of(own: Path) -> Rules:
    """Return the rules of the language check, with the service's own in a folder.

    Raises NotUnderstood, which names the service's file and what is wrong in it.
    """
    from inclusion_cli import shipped
    from inclusion_cli.domain.wording import rules as made

    path = own / FILE
    if not path.is_file():
        return _shipped_rules()
    mine = shipped.read(FILE, own)
    try:
        return made.rules(shipped.read(FILE), mine)
    except made.LanguageRefused as refused:
        raise NotUnderstood(
            say(
                'The service\'s own file "{path}" cannot be used: {refused}.',
                path=path,
                refused=refused,
            )
        ) from None


@cache
def _shipped_rules() -> Rules:
    """Return the rules as they came with the program: made once."""
    from inclusion_cli import shipped
    from inclusion_cli.domain.wording import rules as made

    return made.rules(shipped.read(FILE), None)


def look(own: Path, form: str) -> Callable[[str], tuple[str, ...]]:
    """Return what says which phrases of an answer are worth a look.

    Nothing is read before the first answer is looked at. Where the service's own file
    cannot be used, that is what is said.
    """
    mode = MODES.get(form, "note")

    @cache
    def rules() -> Rules:
        return rules_of(own)

    @cache
    def found(text: str) -> tuple[str, ...]:
        from inclusion_cli.domain.wording.check import flags

        try:
            met = flags(text, rules(), mode)
        except NotUnderstood as refused:
            return (str(refused),)
        return tuple(f'"{f.text}": {f.question}' for f in met if f.severity != "I")

    return found
