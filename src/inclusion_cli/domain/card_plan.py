"""The card held against the step that is on, so that the two cannot disagree.

At "I'm struggling" the card says what becomes of the step. The step's own pause signs
say it too. Source: practice reference 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES, STRUGGLING, Card, PauseOnCard, StepChange
from inclusion_cli.domain.card_pauses import in_my_words
from inclusion_cli.domain.criteria import ALL, ANY, NOT, RESPONSE_WORDS, Response, Rule
from inclusion_cli.domain.record import record
from inclusion_cli.plain import canonical, one_line, plain
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.criteria import PauseSign
    from inclusion_cli.domain.plan import Step

ON_STAGE = "signs_stage_max"
CARD_SAYS = {
    StepChange.PAUSE: say("the step pauses"),
    StepChange.SMALLER: say("the step gets smaller"),
    StepChange.REVIEW: say("the step is looked at the same day"),
    StepChange.STAY: say("the step goes on"),
}
RESPONSE_OF = {
    StepChange.PAUSE: Response.PAUSE,
    StepChange.SMALLER: Response.STEP_BACK,
    StepChange.REVIEW: Response.REVIEW_SAME_DAY,
}
STAGE = f'"{STAGES[STRUGGLING - 1]}"'


@record
class Disagreement:
    """One thing plan and card say differently, and which of them to mend."""

    says: str
    in_plan: bool = False


def pauses_of(step: Step) -> tuple[PauseOnCard, ...]:
    """Return the pause signs that were agreed for a step, as the card says them."""
    agreed, written = step.agreed.pause, step.criteria["pause"]
    return tuple(
        PauseOnCard(in_my_words(sign), canonical(plain(told["when"])))
        for sign, told in zip(agreed, written, strict=True)
    )


def tied(card: Card, step: Step, sign: PauseSign) -> bool:
    """Say whether the card's step-up names a pause sign of the step."""
    named = {pause.rule for pause in card.step_up.pauses} if card.step_up else set()
    pairs = zip(step.agreed.pause, pauses_of(step), strict=True)
    return any(pause.rule in named for one, pause in pairs if one == sign)


def at_struggling(step: Step) -> tuple[Response, ...]:
    """Return what the step's pause signs lead to once "I'm struggling" is seen."""
    found = (s.response for s in step.agreed.pause if _on_stage(s.when))
    return tuple(dict.fromkeys(found))


def _on_stage(rule: Rule) -> bool:
    """Say whether a rule comes true by a sign of "I'm struggling" alone."""
    if rule.name == ANY:
        return any(_on_stage(part) for part in rule.parts)
    if rule.name != NOT:
        return False
    kept = rule.parts[0]
    parts = kept.parts if kept.name == ALL else (kept,)
    return any(
        part.name == ON_STAGE and dict(part.args)["stage"] < STRUGGLING
        for part in parts
    )


def disagreements(card: Card, step: Step) -> tuple[Disagreement, ...]:
    """Return where the card's step-up and the step's pause signs differ.

    A card that says nothing of the step contradicts nothing: see `unsaid`.
    """
    return (*_of_the_step(card, step), *_of_the_signs(card, step))


def _of_the_step(card: Card, step: Step) -> Iterator[Disagreement]:
    if card.step_up is None:
        return
    change, agreed = card.step_up.step, at_struggling(step)
    wanted = RESPONSE_OF.get(change)
    if wanted in agreed or (wanted is None and not agreed):
        return
    card_says = say(
        "The card says: at {stage}, {card_says}.",
        stage=STAGE,
        card_says=CARD_SAYS[change],
    )
    if not agreed:
        yield Disagreement(
            say(
                "{card_says} Step {number} has no pause sign for that.",
                card_says=card_says,
                number=step.number,
            ),
            in_plan=True,
        )
        return
    responses = " or ".join(RESPONSE_WORDS[response] for response in agreed)
    yield Disagreement(
        say(
            "{card_says} Step {number} says: {responses}.",
            card_says=card_says,
            number=step.number,
            responses=responses,
        )
    )


def _of_the_signs(card: Card, step: Step) -> Iterator[Disagreement]:
    rules = {pause.rule for pause in pauses_of(step)}
    for pause in card.step_up.pauses if card.step_up else ():
        if pause.rule not in rules:
            yield Disagreement(
                say(
                    'The card names "{text}". That is not agreed for step {number}.',
                    text=one_line(pause.text).rstrip("."),
                    number=step.number,
                )
            )


def unsaid(card: Card, step: Step) -> str:
    """Return that the card is silent about what the step does, "" where it is not."""
    agreed = at_struggling(step)
    if card.step_up is not None or not agreed:
        return ""
    responses = " or ".join(RESPONSE_WORDS[response] for response in agreed)
    return say(
        "Step {number} says: {responses} at {stage}. Write that on the card too.",
        stage=STAGE,
        number=step.number,
        responses=responses,
    )


def card_and_plan(case: Casefile) -> tuple[Disagreement, ...]:
    """Return where a person's card and the step that is on differ."""
    if case.card is None or case.card.record.step_up is None:
        return ()
    current = case.current()
    if current is None:
        return ()
    return disagreements(case.card.record, current.step.record)
