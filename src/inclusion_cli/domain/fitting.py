"""A starter set fitted to a step: what the step cannot answer is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.refusals import Scene

FEARED = ("prediction_outcome_in", "belief_drop")


def fitted(criteria: Mapping[str, Any], scene: Scene) -> dict[str, Any]:
    """Return a set of criteria without what this step and plan cannot answer.

    Where nothing is feared, an alternative about the fear is left out. Where crisis
    calls before the plan were not counted, none takes the place of "as before".
    """
    made = dict(criteria)
    stability = _fitted(criteria["stability"], scene)
    if stability is not None:
        made["stability"] = stability
    return made


def _fitted(rule: Any, scene: Scene) -> Any:
    """Return the rule as it fits, None where nothing of it is left."""
    (name, inner), *_ = rule.items()
    if name in ("all_of", "any_of"):
        parts = [one for part in inner if (one := _fitted(part, scene)) is not None]
        if not parts:
            return None
        return parts[0] if len(parts) == 1 and name == "any_of" else {name: parts}
    if name in FEARED and not scene.feared:
        return None
    uncounted = name == "crisis_contacts_max" and not scene.baseline
    if uncounted and inner["n"] == "baseline":
        return {name: {**inner, "n": 0}}
    return rule
