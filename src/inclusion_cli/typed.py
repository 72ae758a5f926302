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
_WITHIN = rf"(?<=: ){NAME}(?= (?:{'|'.join(COMMANDS)})\b(?!-))|{_ALONE}"
_CHOOSING = rf"(?<=: ){NAME}(?= (?:{'|'.join(CHOOSE_THE_VAULT)})\b(?!-))"


def as_typed(text: str, name: str) -> str:
    """Return a sentence with the commands in it as they are to be typed here.

    `name` is how the program is called, such as "inclusion --practice". Other uses of
    the word, such as the name of a group, stay as they are.
    """
    if name == NAME or f": {NAME}" not in text:
        return text
    text = re.sub(_CHOOSING, lambda _hit: name.removesuffix(PRACTICE), text)
    return re.sub(_WITHIN, lambda _hit: name, text)


def command_typed(lead: str, name: str) -> str:
    """Return what stands before a row: a command alone is as it is to be typed here."""
    return as_typed(f": {lead}", name)[2:] if lead.startswith(NAME) else lead
