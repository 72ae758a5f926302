"""What steps meet that the formulation does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.plain import folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.formulation import Formulation
    from inclusion_cli.domain.plan import Step


def met_by(answers: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what a step meets: situations chosen by id, and others in words."""
    own = (answers.get("also_meets") or "").split(";")
    return (*(answers.get("triggers") or ()), *filter(None, map(str.strip, own)))


def of_formulation(trigger: str) -> bool:
    """Say whether what a step meets is the id of a situation, and not words."""
    return trigger.removeprefix("t").isdigit()


def missing_triggers(formulation: Formulation | None, step: Step) -> tuple[str, ...]:
    """Return what a step meets that the formulation does not have, in words.

    That is a situation taken out of it since, or one typed for the step alone. Source:
    practice reference 6.4, rule 3.
    """
    if formulation is None:
        return tuple(map(_named, step.triggers))
    known = {t.id for t in formulation.triggers}
    known |= {folded(t.situation) for t in formulation.triggers}
    former = {f.id: f.situation for f in formulation.former}
    return tuple(
        former.get(trigger) or _named(trigger)
        for trigger in step.triggers
        if not {trigger, folded(trigger)} & known
    )


def _named(trigger: str) -> str:
    """Return the name of what is not known: its words, if it is not a number."""
    if of_formulation(trigger):
        return say("a situation of an earlier version")
    return trigger


def missing_words(formulation: Formulation | None, step: Step) -> str:
    """Return the warning about a step as a sentence, "" where nothing is missing."""
    missing = missing_triggers(formulation, step)
    if not missing:
        return ""
    said = " and ".join(f'"{situation}"' for situation in missing)
    lacks = say("which the formulation does not have")
    if formulation is None:
        lacks = say("and there is no formulation yet")
    return say(
        "Step {number} meets {said}, {lacks}.",
        number=step.number,
        said=said,
        lacks=lacks,
    )
