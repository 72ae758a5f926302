"""What was agreed for a step, told to the person it is about, in whole sentences.

For their own copy of the record: "you" and "we", short, with what was agreed in it. The
rule itself stays in the plan. Source: practice reference 3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card_pauses import THEN
from inclusion_cli.domain.criteria import ALL, CONSECUTIVE, NOT
from inclusion_cli.domain.predicates_to_you import TO_YOU
from inclusion_cli.domain.values import sentence
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.criteria import Criteria, PauseSign, Rule


def agreed_with_you(step: Criteria) -> Iterator[str]:
    """Return what was agreed, a sentence for each: to move on, then to stop."""
    rule = step.stability
    parts = rule.parts if rule.name == ALL else (rule,)
    yield say("You move on when all of this is so.")
    yield from (sentence(_kept(part)) for part in parts)
    yield say(
        "It stays so for {days}, and over {sessions}.",
        days=say_many("{number} day", "{number} days", step.hold.days),
        sessions=say_many("{number} session", "{number} sessions",
                          step.hold.min_sessions),
    )  # fmt: skip
    if step.pause:
        yield say("We agreed when to stop and think.")
    yield from map(_sign, step.pause)


def _sign(sign: PauseSign) -> str:
    then = THEN[sign.response]
    return say("If {condition}, {then}.", condition=_kept(sign.when), then=then)


def _kept(rule: Rule) -> str:
    """Return a rule as a clause that holds."""
    if rule.name == NOT:
        return _broken(rule.parts[0])
    if rule.name == CONSECUTIVE:
        times = dict(rule.args)["n"]
        return say("{what}, {times} times running", what=_kept(rule.parts[0]),
                   times=times)  # fmt: skip
    if rule.parts:
        joint = say(", and ") if rule.name == ALL else say(", or ")
        return joint.join(map(_kept, rule.parts))
    return TO_YOU[rule.name][0](**dict(rule.args))


def _broken(rule: Rule) -> str:
    """Return a rule as a clause that says it does not hold."""
    if rule.name == NOT:
        return _kept(rule.parts[0])
    if rule.name == CONSECUTIVE:
        return say("it is not so that {what}", what=_kept(rule))
    if rule.parts:
        joint = say(", or ") if rule.name == ALL else say(", and ")
        return joint.join(map(_broken, rule.parts))
    return TO_YOU[rule.name][1](**dict(rule.args))
