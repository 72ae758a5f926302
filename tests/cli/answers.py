"""Whole sets of answers, as a script would give them."""

from __future__ import annotations

import json
from typing import Any

FORMULATION: dict[str, Any] = {
    "what_matters": "A hot chocolate in the corner cafe",
    "cost_of_not_doing": "Days alone in the flat",
    "account": "I like it there. It is the way there that I cannot do.",
    "account_on": "2026-11-18",
    "trigger": [
        {
            "situation": "The 8:15 bus",
            "kind": "crowds",
            "tends": "Gets off early",
            "signs": "Looks at the door",
            "helps": "Going at 10am",
        }
    ],
    "strength": [{"text": "Walks for miles"}, {"text": "Says when enough is enough"}],
    "control": [{"text": "Go at 10am", "trigger": "t1", "kind": "environmental"}],
    "review_on": "2027-02-01",
}
SIGN: dict[str, Any] = {
    "agreed": "signed",
    "person_on": "2026-11-18",
    "worker": "signed",
    "manager": "not_yet",
}
CONFIRM: dict[str, Any] = {
    "found": "still_true",
    "with_person": "yes",
    "review_on": "2027-03-01",
}
STEP: dict[str, Any] = {
    "goal": "A hot chocolate, alone",
    "baseline_contacts": 3,
    "title": "A morning walk",
    "place": "Canal path",
    "time": "Weekdays at 10am",
    "minutes": 15,
    "accompaniment": 6,
    "triggers": "t1",
    "fear": "They will stare",
    "criteria_from": "first_outing",
    "hold_days": 14,
    "hold_sessions": 3,
}
START: dict[str, Any] = {"step": 1, "agreed_with": "Amina and Jo"}
CARD: dict[str, Any] = {
    **{f"sign{n}": [{"text": f"sign of {n}"}] for n in (1, 2, 3, 4)},
    **{f"mine{n}": [{"text": f"I do {n}"}] for n in (1, 2, 3, 4)},
    "not_helpful": "Being rushed",
    "on_call": "01632 960001",
}
DEBRIEF: dict[str, Any] = {
    "when": "2026-11-18T14:00",
    "how": "stayed",
    "worry_before": 7,
    "worry_peak": 8,
    "worry_after": 4,
    "feared": "no",
    "signs": "0",
    "since": "0",
    "words": "It was loud at first but I stayed.",
}
REVIEW: dict[str, Any] = {
    "ready": "yes",
    "wish": "Carry on",
    "decision": "hold",
    "why": "Early days, and the walk is still new",
    "agreed_with": "Jo, team lead",
    "needs": "Two more walks",
    "look_again": "2026-12-02",
}


def as_flags(answers: dict[str, Any]) -> list[str]:
    """Return answers as options, rows as --answer KEY=VALUE."""
    words: list[str] = []
    for key, value in answers.items():
        if isinstance(value, list):
            for number, row in enumerate(value, start=1):
                for name, item in row.items():
                    words += ["--answer", f"{key}.{number}.{name}={item}"]
        else:
            words += [f"--{key.replace('_', '-')}", str(value)]
    return words


def as_json(answers: dict[str, Any]) -> str:
    """Return answers as the text of an answers file."""
    return json.dumps(answers)
