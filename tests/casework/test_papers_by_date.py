"""What is on paper is read on another day: it tells days by their date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.store.reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault


QUIET = ("--practice", "--json", "--no-input")
FOR = ("--recipient", "Jo Ash", "--recipient-role", "Manager")
WHY = ("--purpose", "To read it")
TEAM = (*WHY, "--rests", "own_team", "--team-member", "yes")
DUTY = (
    *("--rests", "without_consent", "--ground", "court_or_duty"),
    *("--harm", "None: the law lets them see it", "--decided-by", "Jo, manager"),
)
SHIFT = ("--until", "2026-11-18T22:00", "--agreed", "yes", "--given-how", "signed")
WHERE = ("--recovery-where", "In the safe", "--backup-where", "In the office")
OF_ONE: dict[str, tuple[str, ...]] = {
    "my record": ("pack", "my-record", "--checked-by", "Jo Ash", "--allow", "0"),
    "visit": ("pack", "visit", *FOR, *SHIFT),
    "continuity": ("pack", "continuity", *FOR, *WHERE),
    "trace": ("trace", "--paper", *FOR, *TEAM),
    "review": ("review", "--pack-only"),
    "card": ("card", "print"),
}
OF_ALL: dict[str, tuple[str, ...]] = {
    "evening": ("event", "print", "PR-003"),
    "safeguarding": (
        *("pack", "safeguarding", "PR-002", "--concern", "@concerns", *FOR, *TEAM),
    ),
    "consent copy": ("consent", "show", "@consents", "--paper"),
    "supervision": ("supervision", "prepare", "--paper"),
    "audit": ("audit", "print", *FOR, *WHY),
    "commissioner": ("pack", "commissioner", *FOR, *WHY),
    "inspector": (
        *("pack", "inspector", *FOR, *WHY, *DUTY),
        *("--registered", "no", "--said-by", "Jo"),
    ),
}
PAPERS = {
    **{
        f"{name} {code}": (*command, code)
        for name, command in OF_ONE.items()
        for code in ("PR-001", "PR-002", "PR-003")
    },
    **OF_ALL,
}
NEAR = re.compile(r"\b(today|tomorrow|yesterday)\b", re.IGNORECASE)
TYPED = re.compile(r"^\s*>.*$|\"[^\"]*\"|That will do for today", re.MULTILINE)
"""What somebody typed: it stands as it was said."""


def named(word: str, vault: Vault) -> str:
    """Return a word of a command, or the id of the first record of a sort of Maya's."""
    if not word.startswith("@"):
        return word
    reading = Reading(vault)
    (file,) = [p.file for p in reading.people() if p.record.code == "PR-002"]
    found: str = getattr(reading.casefile(file).safety, word[1:])[0].id
    return found[-8:]


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_tells_days_by_their_date(
    run: Any, cases_vault: Vault, tmp_path: Path, name: str
) -> None:
    """Never today, tomorrow or yesterday: it is read on another day."""
    command = [named(word, cases_vault) for word in PAPERS[name]]

    made = run(*command, "--out", str(tmp_path), *QUIET)

    assert made.code == 0, made.out
    pages = list(tmp_path.glob("*.md"))
    assert pages
    for page in pages:
        text = TYPED.sub("", page.read_text(encoding="utf-8"))
        assert [line for line in text.splitlines() if NEAR.search(line)] == []
