"""What a debrief or an observation sets off at once: the card's own words, own first.

Source: practice reference 2.3 and 3.2. A sign seen, a crisis call or a pause sign that
fired leads to what the card says for the stage that is reached.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import CHANGING, NOW, STAGES, STRUGGLING
from inclusion_cli.domain.card_lines import changes_then
from inclusion_cli.domain.card_plan import RESPONSE_OF, tied
from inclusion_cli.domain.criteria import RESPONSE_WORDS, Response
from inclusion_cli.domain.debrief import Concern, Debrief
from inclusion_cli.domain.observation import GRAVE, Observation, Seen
from inclusion_cli.domain.own_card import who_to_ring
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.card import Action, Card
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.firing import Firing
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.standing import Standing

Entry = Debrief | Observation


def whom_to_ring(case: Casefile, told: Entry) -> Iterator[str]:
    """Return the numbers: of the hurt, of a crisis, of a talk about suicide."""
    hurt = isinstance(told, Debrief) and Concern.HURT in (told.concerns or ())
    grave = isinstance(told, Observation) and told.seen in GRAVE
    if hurt or grave or _crisis(told) or _said(told) == NOW:
        yield who_to_ring(case.card.record if case.card else None)


def at_once(
    case: Casefile, stands: Standing | None, entry: Kept[Debrief] | Kept[Observation]
) -> Iterator[str]:
    """Return the pause signs an entry fired and what to do now; then those still open.

    Own actions come first, then what others do, then what changes: who comes, what is
    left out.
    """
    told, open_signs = entry.record, stands.open_signs if stands else ()
    fired = [firing for firing in open_signs if firing.entry == entry.id]
    yield from (say("A pause sign: {told}", told=_agreed(firing)) for firing in fired)
    if told.signs:
        said = "; ".join(_quoted(sign.text) for sign in told.signs)
        yield say("Seen: {said}.", said=said)
    stage = _reached(case, told, fired)
    if stage and case.card:
        yield from _of_stage(case, case.card.record, stage)
        if stage >= STRUGGLING or any(_is_tied(case, firing) for firing in fired):
            yield from _step_up(case.card.record, open_signs)
    if fired:
        yield say("Do now what you agreed, with {known_as}.", known_as=case.known_as)
    yield from (
        say("Still open: {told}", told=_agreed(firing))
        for firing in open_signs
        if firing.entry != entry.id
    )


def _agreed(firing: Firing) -> str:
    return say(
        "{words}. You agreed to {response_words}.",
        words=firing.sign.when.words(),
        response_words=RESPONSE_WORDS[firing.sign.response],
    )


# --- the stage that is reached ------------------------------------------------------


def _reached(case: Casefile, told: Entry, fired: list[Firing]) -> int:
    """Return the stage to act on, 0 where nothing calls for it.

    A crisis call is the last stage; or "I'm struggling" at the least, where somebody
    said where the person is now. A pause sign alone is the stage it stands at.
    """
    said, seen = _said(told), bool(told.signs)
    if _crisis(told):
        stage_now = isinstance(told, Debrief) and told.stage
        return max(said, STRUGGLING) if stage_now else NOW
    if seen or said >= STRUGGLING:
        return said
    return max((_usual_stage(case, firing) for firing in fired), default=0)


def _said(told: Entry) -> int:
    """Return the highest stage an entry names, by its signs or in itself."""
    stage = told.stage if isinstance(told, Debrief) else None
    return max([*(sign.stage for sign in told.signs or ()), stage or 0])


def _crisis(told: Entry) -> bool:
    """Say whether an entry tells of a crisis call."""
    if isinstance(told, Observation):
        return told.seen is Seen.CRISIS_CONTACT
    return bool(told.contacts) or Concern.CRISIS in (told.concerns or ())


def _usual_stage(case: Casefile, firing: Firing) -> int:
    """Return the stage to act on where the pause sign is no sign of the card."""
    if _is_tied(case, firing):
        return STRUGGLING
    same_day = firing.sign.response is Response.REVIEW_SAME_DAY
    return CHANGING if same_day else STRUGGLING


def _is_tied(case: Casefile, firing: Firing) -> bool:
    """Say whether the card's step-up names the pause sign that fired."""
    current = case.current()
    if current is None or case.card is None:
        return False
    return tied(case.card.record, current.step.record, firing.sign)


# --- in the words of the card -------------------------------------------------------


def _of_stage(case: Casefile, card: Card, number: int) -> Iterator[str]:
    """Return what the person does at a stage, then what others do."""
    stage = card.stages[number - 1]
    yield say(
        '{known_as} does this ("{title}"): {mine}.',
        known_as=case.known_as,
        title=STAGES[number - 1],
        mine="; ".join(_quoted(action.text) for action in stage.mine),
    )
    if stage.others:
        others = "; ".join(_by_others(case, action) for action in stage.others)
        yield say("What others do: {others}.", others=others)


def _by_others(case: Casefile, action: Action) -> str:
    """Return who does what, and how soon; and where the person did not agree to it."""
    soon = f"({one_line(action.within)})" if action.within else ""
    lead = " ".join(part for part in (one_line(action.who), soon) if part)
    words = _quoted(action.text)
    if action.agreed is False:
        words += say(" ({known_as} has not agreed to this)", known_as=case.known_as)
    return f"{lead}: {words}" if lead else words


def _step_up(card: Card, open_signs: Iterable[Firing]) -> Iterator[str]:
    """Return in one line what changes: the step, who comes, what is left out.

    What becomes of the step is left to the pause signs where they lead elsewhere.
    """
    up = card.step_up
    if up is None:
        return
    of_step, *parts = changes_then(up)
    agreed = {firing.sign.response for firing in open_signs}
    if not agreed or RESPONSE_OF.get(up.step) in agreed:
        parts.insert(0, of_step)
    if parts:
        said = ". ".join(one_line(part).rstrip(".") for part in parts)
        yield say("What changes now: {parts}.", parts=said)


def _quoted(text: str) -> str:
    return f'"{one_line(text).rstrip(".")}"'
