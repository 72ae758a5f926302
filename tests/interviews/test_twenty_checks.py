"""The twenty checks of the asking, each with the tests that hold it.

A test says which one it holds with `@pytest.mark.check(number)`, on itself or on its
whole file. Nothing here is a check itself but that each has its tests in every run.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
CHECKS = {
    1: "Kill and resume. After each debrief question send SIGKILL; start again. "
    "Next question is the right one, at every point, fancy and plain.",
    2: "Half a sentence. Type 20 letters in the note, SIGHUP, start again. "
    "The 20 letters are on the line.",
    3: "Ctrl+C, Ctrl+D at every prompt type. No traceback; says answers are kept and "
    "how to carry on; exit 130 / 4.",
    4: "Back and forward. Shift+Tab (plain <) from every question to the first, then "
    "Enter to the end. All answers unchanged; check screen the same.",
    5: "Change from the check screen, with one bad try first. Returns to the check "
    "screen; only that line differs.",
    6: "Branch. Did not go + reason, back, As planned, save. Saved record has no "
    "reason; counter is right on each screen.",
    7: "Wrong person. At Who? send zz, Enter, 99; search for a look-alike pair. No one "
    "chosen each time; look-alike line shown; header, save line and saved line all "
    "carry the same name and code.",
    8: "Typed ahead. Send 2, 7, 4, 0, 1, Enter, s in one write before the first "
    "prompt; also a 3-line paste without brackets in the note. Person, harm, decision "
    "and save never answered by those keys; nothing saved.",
    9: "No silent default. Press only Enter at person, scores, signs, harm, decision, "
    "consent. Each asks again with an Error line.",
    10: "Scores. 11, -1, 4.5, ten, empty; then edit a stored 4 to 9. Refused with the "
    "question's words and what was typed; 9 stored, never 49 or 10.",
    11: "Dates. Table of 43 phrases at a fixed clock, plus 1430, half past 2, 31/02, "
    "blursday, tomorrow. Right or refused, none wrong; weekday read back; 3/11 is "
    "3 November; future refused for a debrief.",
    12: "Check then save. Stop at the check screen; then save. Before: 0 records, 1 "
    "draft. After: 1 record, 0 drafts, 1 audit line, in one transaction (kill during "
    "save: all or none).",
    13: "Undo. Save, undo, answer no, then yes. Shows who, what, when; no = "
    "unchanged; yes = left out of counts, still in the audit.",
    14: "Parity. For every question: same answers by keys, by flags, by --answers. "
    "Byte-equal JSON records. A test walks the question list and fails if a flag is "
    "missing.",
    15: "No terminal. stdin /dev/null, and stdin a pipe of newlines, for every "
    "command. Never hangs, never takes the newlines as answers; lists all missing "
    "flags; exit 2.",
    16: "Plain mode. ACCESSIBLE=1, whole debrief through teletype. 0 escape bytes; no "
    "box, braille or arrow characters; each choice echoed You chose; nothing printed "
    "twice.",
    17: "Poor terminals. NO_COLOR, TERM=dumb, PYTHONIOENCODING=ascii and cp437, with a "
    "person named Zoë Łukasz. No crash; no colour codes; YES / NOT YET / Error still "
    "in words.",
    18: "Narrow. today, review, check screen at 40x12 and 60x20, and tmux resize 80 to "
    "40 in mid-question. No line over width; no ellipsis; every code, date, sign and "
    "option is fully there; answer typed so far survives.",
    19: "User text is text. Shown and exported exactly (escape code neutralised) on "
    "screen, in PDF and Markdown, in --json.",
    20: "Words. Every message, prompt, error and help text from the catalogue. None of "
    "the banned words; no sentence over 20 words; every error starts Error: and has a "
    "verb of action; every success names what changed and one next command; bare "
    "inclusion prints its first line within 300 ms.",
}


@cache
def marked() -> dict[int, list[tuple[str, bool]]]:
    """Return the tests of each check, and whether each is in every run."""
    found: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        whole = [n for node in tree.body if isinstance(node, ast.Assign)
                 and ast.unparse(node.targets[0]) == "pytestmark"
                 for n in numbers(node.value)]  # fmt: skip
        for test in (n for n in tree.body if isinstance(n, ast.FunctionDef)):
            if test.name.startswith("test_"):
                own = [n for mark in test.decorator_list for n in numbers(mark)]
                usual = "mark.long" not in map(ast.unparse, test.decorator_list)
                for number in {*whole, *own}:
                    found[number].append((f"{path.name}::{test.name}", usual))
    return found


def numbers(node: ast.expr) -> list[int]:
    """Return the checks that a mark, or a list of marks, names."""
    return [
        call.args[0].value
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func) == "pytest.mark.check"
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, int)
    ]


@pytest.mark.parametrize("number", CHECKS)
def test_each_check_is_held_by_tests_in_every_run(number: int) -> None:
    """All twenty are tests, and none of them waits for the long run."""
    held = [name for name, usual in marked()[number] if usual]

    assert held, f"no test is marked check({number}): {CHECKS[number]}"


def test_no_test_claims_a_check_that_is_none() -> None:
    """There are twenty."""
    assert set(marked()) == set(CHECKS)
