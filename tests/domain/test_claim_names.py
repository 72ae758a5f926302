"""What is counted and not shown is named by a noun, never told as a finding."""

from __future__ import annotations

import ast
import inspect

from inclusion_cli.domain import commissioner_claims
from inclusion_cli.domain.claim_names import NAMES

MADE = {"people", "events", "middle", "change", "asked", "rate"}
STATES = ("had ", "said ", "rated ", "went ", "waited", "People ", "kept ")


def keys() -> set[str]:
    """Return the key of every claim that the sections make, as they are written."""
    found = set()
    for node in ast.walk(ast.parse(inspect.getsource(commissioner_claims))):
        if not isinstance(node, ast.Call):
            continue
        named = {word.arg: word.value for word in node.keywords}
        first = named.get("key") or (node.args[0] if node.args else None)
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in MADE | {"Claim"} and isinstance(first, ast.Constant):
            whole = node.args[1] if name == "events" else None
            tail = f"_of_{whole.value!s}" if isinstance(whole, ast.Constant) else ""
            found.add(f"{first.value!s}{tail}")
    return found | {"lasting_12_weeks", "lasting_26_weeks"}


def test_each_claim_has_a_noun_for_where_its_count_is_not_shown() -> None:
    """A claim of too few is never printed as if it had been found."""
    assert keys() == set(NAMES)
    assert not [name for name in NAMES.values() if name.startswith(STATES)]
