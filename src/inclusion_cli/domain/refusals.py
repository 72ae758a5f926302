"""Refusing criteria where they are written, with the lines that clash and why.

Only writing asks here. What is in the log was agreed once and is always read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from inclusion_cli.domain.contradictions import (
    alternatives,
    double_not,
    implies,
    impossible,
    never,
    walk_any,
)
from inclusion_cli.domain.criteria import (
    Criteria,
    CriteriaRefused,
    Hold,
    PauseSign,
    Rule,
)
from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.record import field, record
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator


@record
class Scene:
    """What criteria may speak of: what the step has, and what the plan counted.

    `behaviours` and `limits` are words by id; `kept` are the behaviours that were
    agreed to be kept.
    """

    feared: bool = True
    baseline: bool = True
    behaviours: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, str] = field(default_factory=dict)
    kept: tuple[str, ...] = ()


def refuse_contradictions(criteria: Criteria, scene: Scene) -> None:
    """Raise CriteriaRefused where criteria clash, or speak of what is not there."""
    rules = (criteria.stability, *(sign.when for sign in criteria.pause))
    if found := double_not(rules):
        raise CriteriaRefused(
            say(
                "The opposite of an opposite is the rule itself. Write "
                'it without "not": {words}.',
                words=found.parts[0].parts[0].words(),
            )
        )
    for rule in rules:
        _refuse_unknown(rule, scene)
    _refuse_hold(criteria.hold)
    _refuse_impossible(criteria.stability)
    for sign in criteria.pause:
        _refuse_dead_sign(sign)
        _refuse_clash(criteria, sign)
        _refuse_each_session(sign)


def _refuse_unknown(rule: Rule, scene: Scene) -> None:
    """Refuse a rule about what this step and this plan do not have."""
    for node in rule.walk():
        args = dict(node.args)
        kinds = PREDICATES[node.name].takes if node.name in PREDICATES else {}
        for key, kind in kinds.items():
            if kind.ids:
                _refuse_no_such(kind.ids, args[key], scene)
        if node.name in ("prediction_outcome_in", "belief_drop") and not scene.feared:
            raise CriteriaRefused(
                say(
                    "This step names nothing that is feared, so nobody can "
                    "tell: {words}. Say what is feared, or leave this line "
                    "out.",
                    words=node.words(),
                )
            )
        if args.get("n") == "baseline" and not scene.baseline:
            raise CriteriaRefused(
                say(
                    "The crisis calls before the plan were not counted, so "
                    "nobody can tell: {words}. Put a number in place of "
                    "baseline.",
                    words=node.words(),
                )
            )


def _refuse_no_such(kind: str, own_id: str, scene: Scene) -> None:
    there = scene.limits if kind == "limit" else scene.behaviours
    name = say("limit") if kind == "limit" else say("safety behaviour")
    if own_id not in there:
        known = and_list(f'{known} ("{words}")' for known, words in there.items())
        has = say("It has: {known}", known=known) if there else say("It has none")
        raise CriteriaRefused(
            say(
                'This step has no {name} "{own_id}". {has}.',
                name=name,
                own_id=own_id,
                has=has,
            )
        )
    if kind == "behaviour" and own_id in scene.kept:
        raise CriteriaRefused(
            say(
                'You agreed to keep "{there}". Criteria cannot ask to do '
                "without it. Let it fade or drop, or leave this line out.",
                there=there[own_id],
            )
        )


MOST_SESSIONS = 60


def _refuse_hold(hold: Hold) -> None:
    """Refuse a hold without a session: nothing would have been seen to hold."""
    if not 1 <= hold.min_sessions <= MOST_SESSIONS:
        raise CriteriaRefused(
            say(
                "hold min_sessions is {number}. Type a number from 1 to {most}.",
                number=hold.min_sessions,
                most=MOST_SESSIONS,
            )
        )


def _refuse_impossible(stability: Rule) -> None:
    ways = alternatives(stability)
    if ways is None:
        return
    blocked = [impossible(way) for way in ways]
    if all(blocked):
        raise CriteriaRefused(_cannot_be(blocked[0]))
    for part in walk_any(stability):
        own = alternatives(part)
        dead = [impossible(way) for way in own] if own is not None else []
        if dead and all(dead):
            raise CriteriaRefused(
                say(
                    "One alternative is of no use. {cannot_be}",
                    cannot_be=_cannot_be(dead[0]),
                )
            )


def _cannot_be(lines: tuple[Rule, ...]) -> str:
    """Return which lines cannot be met, and why."""
    said = [line.words() for line in dict.fromkeys(lines)]
    if len(said) > 1:
        return say(
            "These {number} lines clash. They can never be met on the same "
            "day: {lines}. Change one, or leave one out.",
            number=len(said),
            lines="; ".join(said),
        )
    own = alternatives(lines[0])
    why = next((never(lit) for way in own or () for lit in way if never(lit)), "")
    because = say(", because {why}", why=why) if why else ""
    return say(
        "This can never be met{because}: {said}. Change it or leave it out.",
        because=because,
        said=said[0],
    )


def _refuse_dead_sign(sign: PauseSign) -> None:
    ways = alternatives(sign.when)
    if ways is None:
        return
    blocked = [impossible(way) for way in ways]
    if ways and all(blocked):
        own = next(
            (never(lit) for way in ways for lit in way if never(lit)),
            say("its parts clash"),
        )
        raise CriteriaRefused(
            say(
                "This pause sign can never come true, because {own}: "
                "{words}. Change it.",
                own=own,
                words=sign.when.words(),
            )
        )


def _refuse_each_session(sign: PauseSign) -> None:
    """Refuse a sign that one session they go to is enough for: nothing could hold."""
    for way in alternatives(sign.when) or ():
        if way and all(
            lit.good and lit.name == "attended_at_least" and lit.given()["n"] == 1
            for lit in way
        ):
            raise CriteriaRefused(
                say(
                    "This pause sign comes true after each session they go to, "
                    "so what you agreed could never hold: {words}. Change it.",
                    words=sign.when.words(),
                )
            )


def _refuse_clash(criteria: Criteria, sign: PauseSign) -> None:
    """Refuse a sign that is on whenever what was agreed for moving on is met."""
    ways = alternatives(criteria.stability)
    if ways is None:
        return
    possible = [way for way in ways if not impossible(way)]
    if possible and all(implies(way, sign.when) for way in possible):
        raise CriteriaRefused(
            say(
                "Moving on and pausing cannot rest on the same thing: "
                "{words}. Change one of the two.",
                words=sign.when.words(),
            )
        )


def doubts(criteria: Criteria) -> Iterator[str]:
    """Return what is possible and is probably a slip of the pen."""
    for sign in criteria.pause:
        if _fires_when_all_is_well(sign.when):
            yield say(
                "This pause sign comes true when things go well: "
                '{words}. For the opposite, put "not" around it.',
                words=sign.when.words(),
            )


def _fires_when_all_is_well(rule: Rule) -> bool:
    if rule.name in ("all_of", "any_of", "consecutive"):
        return all(_fires_when_all_is_well(part) for part in rule.parts)
    return rule.name in PREDICATES
