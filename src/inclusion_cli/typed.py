"""Commands within sentences, as they are to be typed here."""

from __future__ import annotations

import re

COMMANDS = (
    *("action", "amend", "audit", "card", "check-words", "completion", "concern"),
    *("consent", "dashboard", "debrief", "decide-risk", "disclosure", "event"),
    *("find", "formulate", "help", "history", "incident", "lock", "measure"),
    *("money", "observe", "pack", "partner", "passphrase", "person", "plan"),
    *("prepare", "recover", "refile", "reply", "restriction", "review", "session"),
    *("supervision", "today", "trace", "undo", "verify", "why"),
)
"""Every command but those that choose the vault: they take no flag of practice."""
CHOOSE_THE_VAULT = ("demo", "init", "unlock")
NAME = "inclusion"
PRACTICE = " --practice"
_ALONE = rf"(?<=type: ){NAME}(?=$|[.,]| --)"
_BEFORE = r"(?:^|(?<=: ))"
_WITHIN = rf"{_BEFORE}{NAME}(?= (?:{'|'.join(COMMANDS)})\b(?!-))|{_ALONE}"
_CHOOSING = rf"{_BEFORE}{NAME}(?= (?:{'|'.join(CHOOSE_THE_VAULT)})\b(?!-))"


def as_typed(text: str, name: str) -> str:
    """Return a sentence, or a command alone, as it is to be typed here.

    `name` is how the program is called, such as "inclusion --practice". Other uses of
    the word, such as the name of a group, stay as they are.
    """
    if name == NAME or not (text.startswith(NAME) or f": {NAME}" in text):
        return text
    text = re.sub(_CHOOSING, lambda _hit: name.removesuffix(PRACTICE), text)
    return re.sub(_WITHIN, lambda _hit: name, text)
