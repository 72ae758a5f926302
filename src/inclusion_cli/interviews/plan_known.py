"""The answers a step stands for, so that a change starts from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_steps import of_formulation
from inclusion_cli.interviews.plan_more import KEYS
from inclusion_cli.interviews.question import raw_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.plan import Step

Known = dict[str, str | None]


def given_by(step: Step) -> Known:
    """Return the answers a step stands for, so that a change starts from it."""
    told: Known = {
        "title": step.title,
        "place": step.place,
        "time": step.time,
        "minutes": str(step.minutes),
        "often": step.often or None,
        "partner": step.partner or None,
        "accompaniment": str(step.accompaniment),
        "triggers": raw_of(tuple(t for t in step.triggers if of_formulation(t))),
        "also_meets": "; ".join(t for t in step.triggers if not of_formulation(t))
        or None,
        "fear": step.fear or None,
        "fear_sure": _number(step.fear_sure),
        "criteria_from": "as_now",
        "hold_days": str(step.agreed.hold.days),
        "hold_sessions": str(step.agreed.hold.min_sessions),
    }
    more = dict(_more(step))
    groups = [
        group
        for group, keys in KEYS.items()
        if any(more.get(key) for key in keys)
        or any(name.partition(".")[0] in keys for name in more if "." in name)
    ]
    return {**told, **_asked(more, groups), "more": ",".join(groups) or "0"}


def _asked(more: Known, groups: list[str]) -> Known:
    """Return the answers of the groups that were written, the others left out."""
    keys = {key for group in groups for key in KEYS[group]}
    return {name: raw for name, raw in more.items() if name.partition(".")[0] in keys}


def _more(step: Step) -> Iterator[tuple[str, str | None]]:
    texts = ("hoped", "travel", "exit_words", "coping", "staff_do", "staff_do_not")
    for name in (*texts, "success", "ready_said"):
        yield name, getattr(step, name) or None
    yield "hoped_sure", _number(step.hoped_sure)
    yield "expected_worry", _number(step.expected_worry)
    behaviours = {int(one.id[1:]): one for one in step.behaviours}
    for number in range(1, max(behaviours, default=0) + 1):
        own = behaviours.get(number)
        yield f"behaviour.{number}.text", own.text if own else None
        if own:
            yield f"behaviour.{number}.sort", own.sort.value
    limits = {int(one.id[1:]): one.text for one in step.limits}
    for number in range(1, max(limits, default=0) + 1):
        yield f"limit.{number}.text", limits.get(number)
    for number, text in enumerate(step.stop_rules, start=1):
        yield f"stop_rule.{number}.text", text
    for group, last in (
        ("behaviour", max(behaviours, default=0)),
        ("limit", max(limits, default=0)),
        ("stop_rule", len(step.stop_rules)),
    ):
        if last:
            yield f"{group}.{last + 1}.text", None


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)
