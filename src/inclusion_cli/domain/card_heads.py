"""The headings of a card: in the first person on a carried one, by name on staff's."""

from __future__ import annotations

from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say


@record
class Heads:
    """What stands above each part of a card, and in front of a short card's lines."""

    shows: str
    mine: str
    others: str
    told: str
    then: str
    home: str
    not_helpful: str
    ring: str
    wishes: str
    wishes_here: str
    again: str
    again_by: str
    notice: str
    do: str


def heads_of(name: str, *, easy: bool) -> Heads:
    """Return the headings of a card. `name` is "" where the person carries it."""
    if name:
        return _easy_of(name) if easy else _of(name)
    return _easy_mine() if easy else _mine()


def _mine() -> Heads:
    return Heads(
        shows=say("How it shows"),
        mine=say("What I do"),
        others=say("What others do"),
        told=say("How I want to be told"),
        then=say("What changes then"),
        home=say("Who looks after pets, the flat and keys"),
        not_helpful=say("What does not help"),
        ring=say("Who I can ring"),
        wishes=say("My advance statement"),
        wishes_here="",
        again="",
        again_by="",
        notice=say("I notice"),
        do=say("I do"),
    )


def _of(name: str) -> Heads:
    return Heads(
        shows=say("How it shows"),
        mine=say("What {name} does", name=name),
        others=say("What staff do"),
        told=say("How {name} wants to be told", name=name),
        then=say("What changes then"),
        home=say("Who looks after pets, the flat and keys"),
        not_helpful=say("What does not help"),
        ring=say("Who {name} can ring", name=name),
        wishes=say("The advance statement of {name}", name=name),
        wishes_here="",
        again="",
        again_by="",
        notice=say("{name} notices", name=name),
        do=say("{name} does", name=name),
    )


def _easy_mine() -> Heads:
    return Heads(
        shows=say("This is how I am"),
        mine=say("This is what I do"),
        others=say("This is what other people do"),
        told=say("This is how I want to be told"),
        then=say("This is what changes then"),
        home=say("This is who looks after my home"),
        not_helpful=say("This does not help me"),
        ring=say("I can ring these numbers"),
        wishes=say("My wishes are written down"),
        wishes_here=say("Mine is here:"),
        again=say("When I look at this card again"),
        again_by=say("I look at it again by"),
        notice="",
        do="",
    )


def _easy_of(name: str) -> Heads:
    return Heads(
        shows=say("This is how {name} is", name=name),
        mine=say("This is what {name} does", name=name),
        others=say("This is what staff do"),
        told=say("This is how {name} wants to be told", name=name),
        then=say("This is what changes then"),
        home=say("This is who looks after the home"),
        not_helpful=say("This does not help {name}", name=name),
        ring=say("{name} can ring these numbers", name=name),
        wishes=say("The wishes of {name} are written down", name=name),
        wishes_here=say("The one of {name} is here:", name=name),
        again=say("When {name} looks at this card again", name=name),
        again_by=say("{name} looks at it again by", name=name),
        notice="",
        do="",
    )
