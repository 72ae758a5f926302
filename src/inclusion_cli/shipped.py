"""Data that comes with the program: crisis numbers, starter criteria, words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from inclusion_cli.domain.card import Contact, Line, Numbers
from inclusion_cli.domain.characteristics import AskedAbout, asked_from
from inclusion_cli.domain.criteria import CriteriaRefused
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.data_fault import DataFault
from inclusion_cli.domain.defaults import Defaults, defaults_from
from inclusion_cli.domain.recheck import EVENTS
from inclusion_cli.domain.refusals import Scene, refuse_contradictions
from inclusion_cli.domain.values import Choice
from inclusion_cli.interviews.plan_about import Starter
from inclusion_cli.own_file import Loaded, own_or
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.domain.incident import CallLadder
    from inclusion_cli.domain.safeguarding import Safeguarding
    from inclusion_cli.domain.service import Nation

    Tell = Callable[[str], None]

R = TypeVar("R")
STARTERS = "starter_criteria.json"
DEFAULTS = "defaults.json"
BOUNDARY = "clinical_boundary.json"
_DATA = Path(__file__).resolve().parent / "data"


def read(name: str) -> Any:
    """Return what a shipped data file holds."""
    return json.loads((_DATA / name).read_text(encoding="utf-8"))


def _quietly(_sentence: str) -> None:
    """Say nothing: there is no file of the service's own to tell of."""


def _loaded(name: str, make: Callable[[Any], R], own: Path | None) -> Loaded[R]:
    """Return what is made of a data file: the service's own, or ours and why."""
    ours = read(name)
    return own_or(own / name if own else None, make(ours), make, like=ours)


def _own_or_shipped(
    name: str, make: Callable[[Any], R], own: Path | None, told: Tell
) -> R:
    """Return what is made of a data file: the service's own, or ours, told why."""
    found = _loaded(name, make, own)
    for note in found.notes:
        told(note)
    return found.value


def call_ladder(nation: Nation, own: Path | None = None) -> tuple[CallLadder, str]:
    """Return the ladder of calls a nation starts from, and what is wrong with ours."""
    from inclusion_cli.domain.call_ladder import ladder_from  # noqa: PLC0415

    found = _loaded(
        "call_ladder.json", lambda told: ladder_from(told, nation.value), own
    )
    return found.value, " ".join(found.notes)


def safeguarding(nation: Nation, own: Path | None = None) -> tuple[Safeguarding, str]:
    """Return a nation's words of safeguarding, and what is wrong with our own file."""
    from inclusion_cli.domain.safeguarding import safeguarding_from  # noqa: PLC0415

    found = _loaded(
        "safeguarding.json", lambda told: safeguarding_from(told, nation.value), own
    )
    return found.value, " ".join(found.notes)


def read_all(folder: str) -> list[Any]:
    """Return every shipped data file of a folder, in order of their names."""
    paths = sorted((_DATA / folder).glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def practice_story() -> list[dict[str, Any]]:
    """Return every deed of the practice cases, of each capability in turn."""
    return [deed for deeds in read_all("practice") for deed in deeds]


def crisis_numbers(
    nation: Nation, own: Path | None = None, told: Tell = _quietly
) -> Numbers:
    """Return the crisis numbers of a nation, with the day they were checked."""
    return _own_or_shipped(
        "crisis_numbers.json", lambda data: _numbers(data, nation), own, told
    )


def _numbers(told: Any, nation: Nation) -> Numbers:
    contacts = (
        Contact(say(n["name"]), n["number"]) for n in told["nations"][nation.value]
    )
    lines = (
        Line(line["key"], say(line["name"]), line["number"])
        for line in told.get("lines", ())
        if nation.value in line.get("nations", [nation.value])
    )
    return Numbers(date.fromisoformat(told["as_of"]), tuple(contacts), tuple(lines))


def characteristics(
    own: Path | None = None, told: Tell = _quietly
) -> tuple[AskedAbout, ...]:
    """Return what a person may choose to say about themselves."""
    return _own_or_shipped("characteristics.json", asked_from, own, told)


def starters(own: Path | None = None, told: Tell = _quietly) -> tuple[Starter, ...]:
    """Return the starter criteria: service defaults, to be agreed.

    A service's own file takes their place; with "extend": true it adds to them, and a
    set with a key that is there takes its place.
    """
    return _own_or_shipped(STARTERS, _starters, own, told)


def _starters(data: Any) -> tuple[Starter, ...]:
    """Return the sets of a file. Raises ValueError where one cannot be used."""
    if not (isinstance(data, dict) and isinstance(data.get("sets"), list)):
        raise DataFault(say('write a list of "sets" in it'))
    sets = {one.key: one for one in map(_starter, data["sets"])}
    if data.get("extend"):
        sets = {**{one.key: one for one in starters()}, **sets}
    return tuple(sets.values())


def _starter(told: Any) -> Starter:
    """Return one set, read as a step would read it."""
    try:
        made = Starter(**{**told, "limits": tuple(told.get("limits", ()))})
        names = {f"l{n}": text for n, text in enumerate(made.limits, start=1)}
        scene = Scene(limits={"l1": "", **names}, behaviours={"b1": ""})
        refuse_contradictions(parse_criteria(made.criteria), scene)
    except CriteriaRefused as refused:
        key = told.get("key", "")
        raise DataFault(
            say('mend the set "{key}": {refused}', key=key, refused=refused), key
        ) from None
    except (TypeError, AttributeError, ValueError):
        raise DataFault(
            say(
                "mend the set: it needs key, label and criteria; note and limits may "
                "stand beside them"
            ),
            str(told.get("key", "")) if isinstance(told, dict) else "",
        ) from None
    return made


def defaults(own: Path | None = None, told: Tell = _quietly) -> Defaults:
    """Return the service's numbers."""
    return _own_or_shipped(DEFAULTS, defaults_from, own, told)


def clinical_boundary(
    own: Path | None = None, told: Tell = _quietly
) -> tuple[Choice, ...]:
    """Return what needs a clinician to oversee it before a step starts."""
    return _own_or_shipped(BOUNDARY, _boundary, own, told)


def _boundary(data: Any) -> tuple[Choice, ...]:
    choices = data.get("choices") if isinstance(data, dict) else None
    if not isinstance(choices, list) or not all(map(_is_choice, choices)):
        raise DataFault(say('write "choices" in it, each with key and label'))
    return tuple(Choice(one["key"], one["label"]) for one in choices)


def _is_choice(one: Any) -> bool:
    return isinstance(one, dict) and all(
        isinstance(one.get(key), str) and one[key] for key in ("key", "label")
    )


def review_events(own: Path | None = None, told: Tell = _quietly) -> tuple[Choice, ...]:
    """Return the events that bring a review of the formulation forward by default."""
    return _own_or_shipped("review_events.json", _events, own, told)


def _events(data: Any) -> tuple[Choice, ...]:
    named = data.get("events") if isinstance(data, dict) else None
    if not isinstance(named, list):
        raise DataFault(say('write a list of "events" in it'))
    known = [choice.key for choice in EVENTS]
    for name in named:
        if name not in known:
            raise DataFault(
                say(
                    'there is no event "{name}"; write one of {known}',
                    name=name,
                    known=", ".join(known),
                ),
                name if isinstance(name, str) else "",
            )
    return tuple(choice for choice in EVENTS if choice.key in named)


def passphrase_words() -> tuple[str, ...]:
    """Return the 7,776 words of the EFF's long list (CC BY 3.0 US)."""
    text = (_DATA / "passphrase_words.txt").read_text(encoding="ascii")
    return tuple(text.split())
