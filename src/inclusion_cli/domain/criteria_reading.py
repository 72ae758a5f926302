"""Criteria read from data, and refused where they could never work."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from inclusion_cli.domain.criteria import (
    ALL,
    ANY,
    CONSECUTIVE,
    NEVER_SIGNS,
    NOT,
    Criteria,
    CriteriaRefused,
    Hold,
    PauseSign,
    Response,
    Rule,
)
from inclusion_cli.domain.predicates import PREDICATES
from inclusion_cli.domain.predicates.registry import COUNT, Kind, Named
from inclusion_cli.domain.values import and_list
from inclusion_cli.tongue import say

LONGEST_HOLD = Kind(0, 365)


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
