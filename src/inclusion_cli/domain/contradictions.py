"""Criteria that contradict each other, or could never be met, found before they stand.

What is refused is proved impossible; what might be possible is let through. Every
predicate says something good, so that they never clash among themselves: what clashes
is a predicate and the opposite of another. Stability is taken apart into its
alternatives, each a list of literals; an alternative is impossible where one literal
forbids what another asks for.
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.attendance_sums import attendance_clashes
from inclusion_cli.domain.criteria import ALL, ANY, CONSECUTIVE, NOT, Rule
from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BY_SESSION = frozenset(
    {
        "attended_at_least",
        "belief_drop",
        "confidence_min",
        "coped_rating_min",
        "limit_kept",
        "peak_suds_max",
        "post_le_pre",
        "prediction_outcome_in",
        "safety_behaviour_reduced",
        "stayed_planned_minutes",
        "suds_drop_from_baseline",
    }
)
"""Predicates that nothing but another session changes."""
MOST = 500
"""Alternatives looked at; criteria with more are let through."""


@record
class Literal:
    """A predicate that must be met, or must not; `rule` is how it was written."""

    name: str
    args: tuple[tuple[str, Any], ...]
    good: bool
    rule: Rule

    def given(self) -> dict[str, Any]:
        """Return the arguments."""
        return dict(self.args)


Alternative = tuple[Literal, ...]


def alternatives(rule: Rule) -> tuple[Alternative, ...] | None:
    """Return the ways in which a rule is met; None where there are too many."""
    return _ways(rule, good=True, written=rule)


def _ways(rule: Rule, *, good: bool, written: Rule) -> tuple[Alternative, ...] | None:
    if rule.name == NOT:
        return _ways(rule.parts[0], good=not good, written=written)
    if rule.name == CONSECUTIVE:
        return _run_ways(rule, good=good)
    if rule.name in (ALL, ANY):
        ways = [_ways(part, good=good, written=part) for part in rule.parts]
        return _joined(ways, any_is_enough=(rule.name == ANY) == good)
    said = rule if good else Rule(NOT, parts=(rule,))
    return ((Literal(rule.name, rule.args, good, said),),)


def _joined(
    ways: list[tuple[Alternative, ...] | None], *, any_is_enough: bool
) -> tuple[Alternative, ...] | None:
    known = [way for way in ways if way is not None]
    if len(known) < len(ways):
        return None
    sizes = [len(way) for way in known]
    if (sum(sizes) if any_is_enough else prod(sizes)) > MOST:
        return None
    if any_is_enough:
        return tuple(one for way in known for one in way)
    return tuple(sum(some, ()) for some in product(*known))


def _run_ways(rule: Rule, *, good: bool) -> tuple[Alternative, ...] | None:
    """Return what a run asks of today: its rule, over as many more sessions.

    The opposite of a run may fail on any session of it, and a rule that time or an
    observation can change may have changed since: neither asks anything of today.
    """
    inner, times = rule.parts[0], int(dict(rule.args)["n"])
    leaves = [part.name for part in inner.walk() if part.name in PREDICATES]
    if not good or not BY_SESSION.issuperset(leaves):
        return ((),)
    if inner.name in PREDICATES and "last" in dict(inner.args):
        args = dict(inner.args)
        args["last"] = min(args["last"] + times - 1, 60)
        longer = Literal(inner.name, tuple(sorted(args.items())), good, rule)
        return ((longer,),)
    return _ways(inner, good=True, written=rule)


# --- one literal against another ----------------------------------------------------


def asks_more(one: Literal, other: Literal) -> bool:
    """Say whether a predicate being met leaves the other no way to fail."""
    if one.name != other.name:
        return False
    takes = PREDICATES[one.name].takes
    mine, theirs = one.given(), other.given()
    if set(mine) != set(theirs):
        return False
    return all(takes[key].at_least_as_strict(mine[key], theirs[key]) for key in mine)


def clash(one: Literal, other: Literal) -> bool:
    """Say whether two literals can never be true on the same day."""
    if one.good == other.good:
        return False
    good, bad = (one, other) if one.good else (other, one)
    return asks_more(good, bad) or _falls_too_far(good, bad)


def _falls_too_far(good: Literal, bad: Literal) -> bool:
    """Say whether worry must be so high now that it cannot have fallen by so much."""
    if (good.name, bad.name) != ("suds_drop_from_baseline", "peak_suds_max"):
        return False
    args, over = good.given(), bad.given()
    if over["last"] != 1 or "points" not in args:
        return False
    return bool(over["x"] + 1 + args["points"] > HIGHEST_WORRY)


HIGHEST_WORRY = 10


def never(literal: Literal) -> str:
    """Return why a literal alone can never be true, "" where it can."""
    if literal.good:
        return ""
    args = literal.given()
    match literal.name:
        case "peak_suds_max" | "cravings_max" if args["x"] == HIGHEST_WORRY:
            return say("a score goes from 0 to 10")
        case "coped_rating_min" | "confidence_min" if args["x"] == 0:
            return say("a score goes from 0 to 10")
        case "prediction_outcome_in" if len(set(args["outcomes"])) == 3:
            return say("there is no other answer")
        case "sleep_nights_below" if args["max_nights"] >= args["days"]:
            return say("there are {args} nights in {args} days", args=args["days"])
        case _:
            return ""


def impossible(way: Alternative) -> tuple[Rule, ...]:
    """Return the lines that make an alternative impossible; none where it may be."""
    for literal in way:
        if never(literal):
            return (literal.rule,)
    for place, one in enumerate(way):
        for other in way[place + 1 :]:
            if clash(one, other):
                return (one.rule, other.rule)
    if left_over := _no_outcome_left(way):
        return left_over
    sums = [lit for lit in way if lit.name == "attended_at_least"]
    if attendance_clashes((lit.given(), lit.good) for lit in sums):
        return tuple(literal.rule for literal in sums)
    return ()


def _no_outcome_left(way: Alternative) -> tuple[Rule, ...]:
    """Return the lines that leave no answer to "did it happen?" of the last session."""
    left, lines = {"no", "partly", "yes"}, []
    for literal in way:
        if literal.name != "prediction_outcome_in":
            continue
        args = literal.given()
        if not literal.good and args["last"] != 1:
            continue
        own = set(args["outcomes"])
        left = left & own if literal.good else left - own
        lines.append(literal.rule)
    return tuple(lines) if not left else ()


def implies(way: Alternative, sign: Rule, *, good: bool = True) -> bool:
    """Say whether an alternative being true makes a sign true as well."""
    if sign.name == NOT:
        return implies(way, sign.parts[0], good=not good)
    if sign.name == CONSECUTIVE:
        return False
    if sign.name in (ALL, ANY):
        join = all if (sign.name == ALL) == good else any
        return join(implies(way, part, good=good) for part in sign.parts)
    wanted = Literal(sign.name, sign.args, good, sign)
    return any(
        asks_more(literal, wanted) if good else asks_more(wanted, literal)
        for literal in way
        if literal.good == good
    )


def walk_any(rule: Rule) -> Iterator[Rule]:
    """Return every part that stands as one of several alternatives."""
    for node in rule.walk():
        if node.name == ANY:
            yield from node.parts


def double_not(rules: Iterable[Rule]) -> Rule | None:
    """Return the first rule that is the opposite of an opposite."""
    for rule in rules:
        for node in rule.walk():
            if node.name == NOT and node.parts[0].name == NOT:
                return node
    return None
