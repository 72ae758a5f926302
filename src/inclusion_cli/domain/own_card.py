"""What the person's own card says when signs are seen: their actions, their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import NOBODY, Action, Card, to_ring
from inclusion_cli.domain.debrief import SignSeen, Tried
from inclusion_cli.tongue import say, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterable

Actions = dict[str, Action]
"""The person's own actions by a key that can be typed."""


def as_said(text: str) -> str:
    """Return words of the card in quotes: on a paper for others, "I" is the person."""
    return say('"{words}"', words=unquoted(text.strip()).replace('"', "'"))


def done_by_others(action: Action) -> str:
    """Return what others do, led by who does it and how soon.

    What the person did not agree to is told as that.
    """
    who = as_said(action.who) if action.who else say("Staff")
    if action.within:
        who = say("{who} (within: {time})", who=who, time=action.within)
    says = f"{who}: {as_said(action.text)}"
    return says if action.agreed is not False else say("{what} (not agreed)", what=says)


def done_by_them(action: Action) -> str:
    """Return what the person does, in their words."""
    return say("They do: {text}", text=as_said(action.text))


def signs_on(card: Card | None) -> tuple[SignSeen, ...]:
    """Return the card's signs of change, each with its stage."""
    found = card.signs() if card else ()
    return tuple(SignSeen(sign.id, sign.text, stage.number) for stage, sign in found)


def actions_on(card: Card | None) -> Actions:
    """Return the person's own actions, in the order of the card.

    The key is the action's id, or its place where a card of before has none.
    """
    found = card.actions() if card else ()
    return {
        action.id or f"a{number}": action
        for number, (_stage, action) in enumerate(found, start=1)
    }


def with_tried(actions: Actions, tried: Iterable[Tried]) -> Actions:
    """Return the actions and those that were tried when they were on the card."""
    found = dict(actions)
    for one in tried:
        if key_of(one, found) is None:
            found[one.id or f"was{len(found) + 1}"] = Action(one.id, one.text)
    return found


def key_of(tried: Tried, actions: Actions) -> str | None:
    """Return the key of the action that was tried, None where it is not there."""
    for key, action in actions.items():
        if tried.id == action.id and (tried.id or tried.text == action.text):
            return key
    return None


def first_action(card: Card | None, stage: int) -> str:
    """Return what the person does first at a stage, in their own words; "" for none."""
    for one, action in card.actions() if card else ():
        if one.number == stage:
            return action.text
    return ""


def first_to_ring(card: Card | None) -> str:
    """Return whom to ring in danger; where no number is on the card, who it is."""
    said = who_to_ring(card)
    if card and to_ring(card.on_call):
        return said
    return say(
        "{said} No number here is on a card: ring whoever is on call, or your manager.",
        said=said,
    )


def who_to_ring(card: Card | None) -> str:
    """Return whom to ring in danger: 999, then the number here, then their people."""
    said = say("In danger now: 999.")
    if card and card.on_call != NOBODY:
        said += say(" On call here: {on_call}.", on_call=card.on_call)
    if card and to_ring(card.crisis_team):
        said += say(" Crisis team: {number}.", number=card.crisis_team)
    for contact in card.contacts if card else ():
        said += f" {contact.name}: {contact.number}."
    return said
