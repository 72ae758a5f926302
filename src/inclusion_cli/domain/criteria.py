"""Criteria as data: read, refused where they cannot work, and put in words.

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
from enum import Enum
from typing import Any

from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.predicates.registry import COUNT, Kind, Named
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say, say_many

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


def parse_criteria(data: Any, names: Mapping[str, str] | None = None) -> Criteria:
    """Return the criteria written in `data`.

    `names` are the words of the step's own limits and safety behaviours, by id. Raises
    CriteriaRefused with a sentence that names what is wrong and what there is.
    """
    names = names or {}
    parts = _object(data, say("Criteria"), {"stability", "pause", "hold"})
    stability = _rule(parts["stability"], names)
    pause = tuple(_pause_sign(part, names) for part in _list(parts["pause"], "pause"))
    hold = _object(parts["hold"], "hold", {"days", "min_sessions"})
    return Criteria(
        stability,
        pause,
        Hold(
            _number(hold["days"], say("hold days"), LONGEST_HOLD),
            _number(hold["min_sessions"], say("hold min_sessions"), LONGEST_HOLD),
        ),
    )


# --- reading ------------------------------------------------------------------------


def _rule(data: Any, names: Mapping[str, str]) -> Rule:
    if not (isinstance(data, Mapping) and len(data) == 1):
        raise CriteriaRefused(
            say(
                "A rule is an object with one name in it, such as "
                '{"attended_at_least": {"n": 3, "of_last": 4}}.'
            )
        )
    (name, inner), *_ = data.items()
    if name in (ALL, ANY):
        parts = tuple(_rule(part, names) for part in _list(inner, name))
        if not parts:
            raise CriteriaRefused(
                say("{name} needs at least one rule in it.", name=name)
            )
        return Rule(name, parts=parts)
    if name == NOT:
        return Rule(NOT, parts=(_rule(inner, names),))
    if name == CONSECUTIVE:
        args = _object(inner, name, {"n", "of"})
        number = _number(args["n"], say("consecutive n"), COUNT)
        return Rule(name, (("n", number),), (_rule(args["of"], names),))
    return _predicate(name, inner, names)


def _predicate(name: Any, inner: Any, names: Mapping[str, str]) -> Rule:
    known = PREDICATES.get(name) if isinstance(name, str) else None
    if known is None:
        raise CriteriaRefused(
            say(
                'There is no criterion called "{name}". There are: {sorted}.',
                name=name,
                sorted=", ".join(sorted([*PREDICATES, ALL, ANY, NOT, CONSECUTIVE])),
            )
        )
    args = _arguments(name, inner, known.takes)
    read = {key: _argument(name, key, args[key], known.takes[key]) for key in args}
    for key, kind in known.takes.items():
        if kind.ids and read[key] in names:
            read[key] = Named(read[key], names[read[key]])
    if "of_last" in read and read["n"] > read["of_last"]:
        raise CriteriaRefused(_too_many(name, read["n"], read["of_last"]))
    return Rule(name, tuple(sorted(read.items())))


def _too_many(name: str, wanted: int, last: int) -> str:
    """Return why more can never be met than there are."""
    if name == "money_looked_at":
        return say(
            "{wanted} of the last {weeks} weeks can never be met. "
            "Make n {weeks} or less.",
            wanted=wanted,
            weeks=last,
        )
    return say(
        "{wanted} of the last {sessions} sessions can never be met. "
        "Make n {sessions} or less.",
        wanted=wanted,
        sessions=last,
    )


def _arguments(name: str, inner: Any, takes: Mapping[str, Kind]) -> dict[str, Any]:
    """Return what a predicate was given, with what stands for what was left out.

    Raises CriteriaRefused that names what is not there, or was not given.
    """
    told = say("{name} takes {takes}.", name=name, takes=_takes(takes))
    if not isinstance(inner, Mapping):
        raise CriteriaRefused(told)
    unknown = [key for key in inner if key not in takes]
    if unknown:
        raise CriteriaRefused(
            say(
                '{name} has no "{unknown}". {told}',
                name=name,
                unknown=unknown[0],
                told=told,
            )
        )
    given = dict(inner)
    for key, kind in takes.items():
        if key not in given and kind.usual is not None:
            given[key] = kind.usual
    either = [key for key, kind in takes.items() if kind.choice]
    lacking = [key for key in takes if key not in given and key not in either]
    if lacking or (either and sum(key in given for key in either) != 1):
        raise CriteriaRefused(told)
    return given


def _takes(takes: Mapping[str, Kind]) -> str:
    """Return in words what a predicate takes."""
    either = [key for key, kind in takes.items() if kind.choice]
    needed = sorted(k for k, v in takes.items() if v.usual is None and not v.choice)
    spare = sorted(key for key, kind in takes.items() if kind.usual is not None)
    if either:
        return say("exactly one of: {either}", either=", ".join(either))
    if not needed and not spare:
        return say("nothing: {}")
    also = say("; {spare} may be left out", spare=and_list(spare)) if spare else ""
    return say(
        "exactly: {sorted}{also}",
        sorted=", ".join(sorted([*needed, *spare])),
        also=also,
    )


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


def _pause_sign(data: Any, names: Mapping[str, str]) -> PauseSign:
    parts = _object(data, say("A pause sign"), {"when", "response"})
    when = _rule(parts["when"], names)
    for rule in when.walk():
        if rule.name in NEVER_SIGNS:
            raise CriteriaRefused(NEVER_SIGNS[rule.name])
    try:
        return PauseSign(when, Response(parts["response"]))
    except ValueError:
        known = ", ".join(response.value for response in Response)
        raise CriteriaRefused(
            say(
                'There is no response "{parts}". There are: {known}.',
                parts=parts["response"],
                known=known,
            )
        ) from None


def _argument(name: str, key: str, value: Any, kind: Kind) -> Any:
    try:
        return kind.reads(value)
    except ValueError as wanted:
        raise CriteriaRefused(
            say(
                'In {name}, {key} must be {wanted}. It says "{value}".',
                name=name,
                key=key,
                wanted=wanted,
                value=value,
            )
        ) from None


def _number(value: Any, name: str, kind: Kind) -> int:
    return int(_argument("criteria", name, value, kind))


def _object(data: Any, name: str, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(data, Mapping) or set(data) != keys:
        raise CriteriaRefused(
            say(
                "{name} takes exactly: {sorted}.",
                name=name,
                sorted=", ".join(sorted(keys)),
            )
        )
    return data


def _list(data: Any, name: str) -> list[Any]:
    if not isinstance(data, list | tuple):
        raise CriteriaRefused(say("{name} takes a list.", name=name))
    return list(data)
