"""Criteria as data: read, refused where they cannot work, put in words, and judged.

Grammar (practice reference 2.3). A rule is an object with one key:

    {"attended_at_least": {"n": 3, "of_last": 4}}       a predicate with its arguments
    {"all_of": [rule, ...]}  {"any_of": [rule, ...]}    {"not": rule}
    {"consecutive": {"n": 3, "of": rule}}               true after each of the last n

and the criteria of a step are

    {"stability": rule, "pause": [{"when": rule, "response": "pause"}, ...],
     "hold": {"days": 14, "min_sessions": 3}}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.finding import (
    CANNOT_TELL,
    OPPOSITE,
    Finding,
    all_met,
    any_met,
)
from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.predicates.registry import COUNT, Kind
from inclusion_cli.domain.predicates.sessions import more_sessions, most_sessions
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import counted

if TYPE_CHECKING:
    from inclusion_cli.domain.facts import Facts

ALL, ANY, NOT, CONSECUTIVE = "all_of", "any_of", "not", "consecutive"
LONGEST_HOLD = Kind(0, 365)


class CriteriaRefused(ValueError):
    """Criteria that are not in the grammar, or that could never be met."""


class Response(Enum):
    """What a pause sign leads to; a person decides."""

    PAUSE = "pause"
    STEP_BACK = "step_back"
    REVIEW_SAME_DAY = "review_same_day"


RESPONSE_WORDS = {
    Response.PAUSE: "pause",
    Response.STEP_BACK: "step back",
    Response.REVIEW_SAME_DAY: "review the same day",
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
            return f"{self.parts[0].words()}, {times} sessions running"
        if self.parts:
            joint = " and " if self.name == ALL else ", or "
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
    return f"not: {rule.words()}"


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
        sessions = counted(self.min_sessions, "session")
        return f"all of this holds for {counted(self.days, 'day')} and {sessions}"


@record
class Criteria:
    """What was agreed for a step."""

    stability: Rule
    pause: tuple[PauseSign, ...]
    hold: Hold

    def rules(self) -> Iterator[Rule]:
        """Return every rule in stability."""
        return self.stability.walk()


def parse_criteria(data: Any) -> Criteria:
    """Return the criteria written in `data`.

    Raises CriteriaRefused with a sentence that names what is wrong and what there is.
    """
    parts = _object(data, "Criteria", {"stability", "pause", "hold"})
    stability = _rule(parts["stability"])
    pause = tuple(_pause_sign(part) for part in _list(parts["pause"], "pause"))
    hold = _object(parts["hold"], "hold", {"days", "min_sessions"})
    return Criteria(
        stability,
        pause,
        Hold(
            _number(hold["days"], "hold days", LONGEST_HOLD),
            _number(hold["min_sessions"], "hold min_sessions", LONGEST_HOLD),
        ),
    )


def judge(rule: Rule, facts: Facts) -> Finding:
    """Return what the records show for a rule: MET, NOT_MET or CANNOT_TELL."""
    if rule.name == NOT:
        found = judge(rule.parts[0], facts)
        return replace(found, answer=OPPOSITE[found.answer], agreed=rule.words())
    if rule.name == CONSECUTIVE:
        return _consecutive(rule, facts)
    if rule.parts:
        return _joined(rule, tuple(judge(part, facts) for part in rule.parts))
    return PREDICATES[rule.name].find(facts, dict(rule.args))


def _joined(rule: Rule, found: tuple[Finding, ...]) -> Finding:
    join = all_met if rule.name == ALL else any_met
    answer = join(part.answer for part in found)
    telling = [part for part in found if part.answer is answer]
    missing = [part.missing for part in telling if part.missing]
    if rule.name == ALL:
        lacking = "; ".join(most_sessions(missing))
    else:
        lacking = "; or ".join(dict.fromkeys(missing))
    return Finding(
        answer,
        "; ".join(dict.fromkeys(part.shows for part in telling)),
        tuple(dict.fromkeys(used for part in found for used in part.used)),
        lacking,
        rule.words(),
        found if rule.name == ALL else (),
    )


def _consecutive(rule: Rule, facts: Facts) -> Finding:
    """Judge the inner rule as it stood after each of the last n sessions.

    A rating is read over sessions the person went to, attendance over all that count.
    """
    wanted, inner = dict(rule.args)["n"], rule.parts[0]
    attendance = any(part.name == "attended_at_least" for part in inner.walk())
    last = (facts.countable if attendance else facts.attended)[-wanted:]
    found = []
    for session in last:
        known = facts.sessions[: facts.sessions.index(session) + 1]
        found.append(judge(inner, facts.as_of(session.on, known)))
    short = wanted - len(last)
    answer = all_met([f.answer for f in found] + [CANNOT_TELL] * bool(short))
    more = more_sessions(short) if short else ""
    missing = [*(f.missing for f in found if f.missing), *([more] if more else [])]
    return Finding(
        answer,
        "; ".join(f.shows for f in found) or "No session yet",
        tuple(session.id for session in last),
        "; ".join(missing) if answer is CANNOT_TELL else "",
        rule.words(),
    )


# --- reading ------------------------------------------------------------------------


def _rule(data: Any) -> Rule:
    if not (isinstance(data, Mapping) and len(data) == 1):
        raise CriteriaRefused(
            "A rule is an object with one name in it, such as "
            '{"attended_at_least": {"n": 3, "of_last": 4}}.'
        )
    (name, inner), *_ = data.items()
    if name in (ALL, ANY):
        parts = tuple(_rule(part) for part in _list(inner, name))
        if not parts:
            raise CriteriaRefused(f"{name} needs at least one rule in it.")
        return Rule(name, parts=parts)
    if name == NOT:
        return Rule(NOT, parts=(_rule(inner),))
    if name == CONSECUTIVE:
        args = _object(inner, name, {"n", "of"})
        number = _number(args["n"], "consecutive n", COUNT)
        return Rule(name, (("n", number),), (_rule(args["of"]),))
    return _predicate(name, inner)


def _predicate(name: Any, inner: Any) -> Rule:
    known = PREDICATES.get(name)
    if known is None:
        raise CriteriaRefused(
            f'There is no criterion called "{name}". There are: '
            f"{', '.join(sorted([*PREDICATES, ALL, ANY, NOT, CONSECUTIVE]))}."
        )
    args = _object(inner, name, set(known.takes))
    read = {key: _argument(name, key, args[key], known.takes[key]) for key in args}
    if name == "attended_at_least" and read["n"] > read["of_last"]:
        raise CriteriaRefused(
            f"{read['n']} of the last {read['of_last']} sessions can never be met. "
            f"Make n {read['of_last']} or less."
        )
    return Rule(name, tuple(sorted(read.items())))


def _pause_sign(data: Any) -> PauseSign:
    parts = _object(data, "A pause sign", {"when", "response"})
    when = _rule(parts["when"])
    if any(rule.name == "no_pause_event" for rule in when.walk()):
        raise CriteriaRefused(
            "A pause sign cannot ask about pause signs: it would answer itself."
        )
    try:
        return PauseSign(when, Response(parts["response"]))
    except ValueError:
        known = ", ".join(response.value for response in Response)
        raise CriteriaRefused(
            f'There is no response "{parts["response"]}". There are: {known}.'
        ) from None


def _argument(name: str, key: str, value: Any, kind: Kind) -> Any:
    try:
        return kind.reads(value)
    except ValueError as wanted:
        raise CriteriaRefused(
            f'In {name}, {key} must be {wanted}. It says "{value}".'
        ) from None


def _number(value: Any, name: str, kind: Kind) -> int:
    return int(_argument("criteria", name, value, kind))


def _object(data: Any, name: str, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(data, Mapping) or set(data) != keys:
        raise CriteriaRefused(f"{name} takes exactly: {', '.join(sorted(keys))}.")
    return data


def _list(data: Any, name: str) -> list[Any]:
    if not isinstance(data, list | tuple):
        raise CriteriaRefused(f"{name} takes a list.")
    return list(data)
