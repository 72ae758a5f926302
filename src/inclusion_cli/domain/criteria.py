"""Criteria as data: what was agreed for a step, and its words.

Grammar (practice reference 2.3). A rule is an object with one key:

    {"attended_at_least": {"n": 3, "of_last": 4}}       a predicate with its arguments
    {"all_of": [rule, ...]}  {"any_of": [rule, ...]}    {"not": rule}
    {"consecutive": {"n": 3, "of": rule}}               true after each of the last n

and the criteria of a step are

    {"stability": rule, "pause": [{"when": rule, "response": "pause"}, ...],
     "hold": {"days": 14, "min_sessions": 3}}
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

ALL, ANY, NOT, CONSECUTIVE = "all_of", "any_of", "not", "consecutive"


class CriteriaRefused(ValueError):
    """Criteria that are not in the grammar, or that could never be met."""


class Response(Enum):
    """What a pause sign leads to; a person decides."""

    PAUSE = "pause"
    STEP_BACK = "step_back"
    REVIEW_SAME_DAY = "review_same_day"


RESPONSE_WORDS = {
    Response.PAUSE: say("pause"),
    Response.STEP_BACK: say("step back"),
    Response.REVIEW_SAME_DAY: say("review the same day"),
}


@record
class Rule:
    """One node: a predicate with its arguments, or a join of other rules."""

    name: str
    args: tuple[tuple[str, Any], ...] = ()
    parts: tuple[Rule, ...] = ()

    def words(self) -> str:
        """Return the rule in plain words."""
        if self.name == NOT:
            return _broken(self.parts[0])
        if self.name == CONSECUTIVE:
            times = dict(self.args)["n"]
            return say(
                "{words}, {times} sessions running",
                words=self.parts[0].words(),
                times=times,
            )
        if self.parts:
            joint = say(" and ") if self.name == ALL else say(", or ")
            return joint.join(part.words() for part in self.parts)
        return PREDICATES[self.name].says(**dict(self.args))

    def walk(self) -> Iterator[Rule]:
        """Return this rule and every rule in it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def _broken(rule: Rule) -> str:
    if rule.name in PREDICATES:
        return PREDICATES[rule.name].breaks(**dict(rule.args))
    return say("not: {words}", words=rule.words())


@record
class PauseSign:
    """A bad state that was agreed to stop for, and what it leads to."""

    when: Rule
    response: Response


@record
class Hold:
    """How long stability must hold: days, and sessions gone to in them."""

    days: int
    min_sessions: int

    def words(self) -> str:
        """Return the hold in plain words."""
        sessions = say_many("{number} session", "{number} sessions", self.min_sessions)
        return say(
            "all of this holds for {days} and {sessions}",
            days=say_many("{number} day", "{number} days", self.days),
            sessions=sessions,
        )


@record
class Criteria:
    """What was agreed for a step."""

    stability: Rule
    pause: tuple[PauseSign, ...]
    hold: Hold

    def rules(self) -> Iterator[Rule]:
        """Return every rule in stability."""
        return self.stability.walk()


_OF_MONEY = say(
    "A pause sign cannot ask about the week's money. What is unexplained there is "
    "looked at the same day. Leave this line out."
)
NEVER_SIGNS = {
    "no_pause_event": say(
        "A pause sign cannot ask about pause signs: it would answer itself."
    ),
    "money_looked_at": _OF_MONEY,
    "no_unexplained_money": _OF_MONEY,
}
"""What cannot be a pause sign, and why: no debrief or observation makes it so."""
