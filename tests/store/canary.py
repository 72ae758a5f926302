"""A session with the canary in every text, and a program that lives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CANARY = "Zaffrequill"
CODE = "ZQ-001"
READING = "only-reading-from-here"
SESSION = """
import io, json, os, sys
from inclusion_cli.cli import door
from inclusion_cli.store import kernel_keyring
kernel_keyring.works_here = lambda: False  # an agent is another process to look at

def through_a_pipe(line):
    reads, writes = os.pipe()
    os.write(writes, (line + chr(10)).encode())
    os.close(writes)
    return str(reads)

told = json.loads(sys.stdin.read())
for words, answers in told["steps"]:
    sys.stdin = io.StringIO(json.dumps(answers))
    words = [through_a_pipe(told["secret"]) if w == "FD" else w for w in words]
    code = door.run(words)
    print("exit", code, *words[:3], flush=True)
"""


def text(about: str) -> str:
    """Return words about something, the canary among them."""
    return f"{about} {CANARY} and so on"


def rows(*keys: str, **more: str) -> list[dict[str, str]]:
    """Return one row with the canary in each of its fields."""
    return [{**{key: text(key) for key in keys}, **more}]


ANSWERS: dict[str, dict[str, Any]] = {
    "person add": {"name": f"{CANARY} Q", "known_as": CANARY, "code": CODE},
    "formulate": {
        "what_matters": text("matters"),
        "cost_of_not_doing": text("cost"),
        "account": text("account"),
        "trigger": rows("situation", "tends", "signs", "helps", kind="crowds"),
        "strength": [{"text": text("one")}, {"text": text("two")}],
        "control": rows("text", trigger="t1", kind="environmental"),
        "review_on": "2027-02-01",
    },
    "plan add": {
        **{key: text(key) for key in ("goal", "title", "place", "time", "fear")},
        "baseline_contacts": 3,
        "minutes": 15,
        "accompaniment": 6,
        "triggers": "t1",
        "criteria_from": "first_outing",
        "hold_days": 14,
        "hold_sessions": 3,
    },
    "plan start": {"step": 1, "agreed_with": text("agreed")},
    "card write": {
        **{f"sign{n}": rows("text") for n in (1, 2, 3, 4)},
        **{f"mine{n}": rows("text") for n in (1, 2, 3, 4)},
        **{f"others{n}": rows("text") for n in (2, 3, 4)},
        "not_helpful": text("not helpful"),
        "contact": rows("name", number="01632 960002"),
        "on_call": "01632 960001",
    },
    "debrief": {
        "when": "2026-11-18T14:00",
        "how": "stayed",
        "worry_before": 7,
        "worry_peak": 8,
        "worry_after": 4,
        "feared": "no",
        "signs": "s2-1",
        "helped": text("helped"),
        "since": "money",
        "what_happened": text("happened"),
        "money_what": text("asked for"),
        "money_who": text("somebody"),
        "money_did": "agreed",
        "told": text("told"),
        "words": text("words"),
        "note": text("note"),
    },
    "review": {
        "ready": "yes",
        "wish": text("wish"),
        "decision": "hold",
        "why": text("why"),
        "agreed_with": text("agreed"),
        "needs": text("needs"),
        "look_again": "2026-12-02",
    },
}


def steps(papers: Path) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """Return a whole practice session, and then one with a passphrase."""
    out = ["--out", str(papers)]
    alone = ["--practice", "--answers", "-", "--no-input"]
    yield ["demo", "--empty"], {}
    for command, answers in ANSWERS.items():
        who = [] if command == "person add" else [CODE]
        if command == "review":
            yield ["review", CODE, "--practice", "--pack-only", *out], {}
            who += out
        yield [*command.split(), *who, *alone], answers
    again = {**ANSWERS["debrief"], "when": "2026-11-18T16:00"}
    yield ["debrief", CODE, *alone], again
    yield ["undo", "--practice", "--confirm", CODE], {}
    wrong = {**ANSWERS["debrief"], "worry_peak": text("a number")}
    yield ["debrief", CODE, *alone], wrong
    setup = {"worker": CANARY, "role": CANARY, "service": CANARY, "nation": "england"}
    yield ["init", "--no-input", "--answers", "-", "--passphrase-fd", "FD"], setup
    yield ["unlock", "--passphrase-fd", "FD"], {}
    yield ["today"], {}
    yield ["lock"], {}
    yield ["person", "show", READING], {}
    yield ["--practice"], {}
    yield ["person", "show", CODE, "--practice"], {}
    yield ["card", "show", CODE, "--practice"], {}
    yield ["verify", "--practice"], {}
