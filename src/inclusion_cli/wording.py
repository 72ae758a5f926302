"""The language check at the front desk: its rules are read where they are needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from inclusion_cli.domain.wording.rules import Rules

MODES = {"card": "person", "formulation": "formulation"}
"""What a form's answers are read as; all others are notes."""
FILE = "language.json"


def rules_of(own: Path, told: Callable[[str], None]) -> Rules:
    """Return the rules of the language check, with the service's own in a folder.

    Where its file cannot be used, ours alone are, and `told` gets the sentence that
    says so.
    """
    from inclusion_cli import shipped
    from inclusion_cli.domain.wording import rules as made
    from inclusion_cli.own_file import own_or

    if not (own / FILE).is_file():
        return _shipped_rules()
    data = shipped.read(FILE)
    found = own_or(own / FILE, _shipped_rules(), lambda mine: made.rules(data, mine))
    for note in found.notes:
        told(note)
    return found.value


@cache
def _shipped_rules() -> Rules:
    """Return the rules as they came with the program: made once."""
    from inclusion_cli import shipped
    from inclusion_cli.domain.wording import rules as made

    return made.rules(shipped.read(FILE), None)


def look(own: Path, form: str) -> Callable[[str], tuple[str, ...]]:
    """Return what says which phrases of an answer are worth a look.

    Nothing is read before the first answer is looked at. Where the service's own file
    cannot be used, that is said beside the first one.
    """
    mode, notes = MODES.get(form, "note"), []  # type: ignore[var-annotated]

    @cache
    def rules() -> Rules:
        return rules_of(own, notes.append)

    @cache
    def found(text: str) -> tuple[str, ...]:
        from inclusion_cli.domain.wording.check import flags

        met = flags(text, rules(), mode)
        said, notes[:] = tuple(notes), []
        return (
            *said,
            *(f'"{f.text}": {f.question}' for f in met if f.severity != "I"),
        )

    return found
