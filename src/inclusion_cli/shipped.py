"""Data that comes with the program: crisis numbers, starter criteria, words."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.card import Contact, Line, Numbers
from inclusion_cli.domain.characteristics import AskedAbout, asked_from
from inclusion_cli.domain.criteria import CriteriaRefused, parse_criteria
from inclusion_cli.domain.defaults import Defaults, defaults_from
from inclusion_cli.domain.recheck import EVENTS
from inclusion_cli.domain.refusals import Scene, refuse_contradictions
from inclusion_cli.domain.values import Choice
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.interviews.plan_about import Starter
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.service import Nation

STARTERS = "starter_criteria.json"
DEFAULTS = "defaults.json"
BOUNDARY = "clinical_boundary.json"
_DATA = Path(__file__).resolve().parent / "data"


def read(name: str, own: Path | None = None) -> Any:
    """Return a data file: the service's own in the folder `own`, or the shipped one.

    Raises NotUnderstood where the service's own cannot be read.
    """
    mine = own / name if own else None
    if mine is None or not mine.is_file():
        return json.loads((_DATA / name).read_text(encoding="utf-8"))
    try:
        return json.loads(mine.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NotUnderstood(
            say(
                'The service\'s own file "{mine}" cannot be read. Mend it '
                "or move it away.",
                mine=mine,
            )
        ) from None


def practice_story() -> list[dict[str, Any]]:
    """Return every deed of the practice cases, of each capability in turn."""
    folder = _DATA / "practice"
    return [
        deed
        for path in sorted(folder.glob("*.json"))
        for deed in json.loads(path.read_text(encoding="utf-8"))
    ]


def crisis_numbers(nation: Nation, own: Path | None = None) -> Numbers:
    """Return the crisis numbers of a nation, with the day they were checked.

    A service may have its own file. Raises NotUnderstood where it cannot be read.
    """
    told = read("crisis_numbers.json", own)
    try:
        return _numbers(told, nation)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise NotUnderstood(
            say(
                'The service\'s own file "crisis_numbers.json" is not as '
                "the shipped one: as_of, nations and lines. Mend it or "
                "move it away."
            )
        ) from None


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


def characteristics(own: Path | None = None) -> tuple[AskedAbout, ...]:
    """Return what a person may choose to say about themselves.

    A service may have its own file. Raises NotUnderstood where it cannot be used.
    """
    try:
        return asked_from(read("characteristics.json", own))
    except ValueError as reason:
        raise NotUnderstood(
            say(
                'The service\'s own file "characteristics.json" cannot be used. '
                "{reason}",
                reason=reason,
            )
        ) from None


def starters(own: Path | None = None) -> tuple[Starter, ...]:
    """Return the starter criteria: service defaults, to be agreed.

    A service's own file takes their place; with "extend": true it adds to them, and a
    set with a key that is there takes its place. Raises NotUnderstood where a set
    cannot be used.
    """
    told = read(STARTERS, own)
    path = str(own / STARTERS) if own else STARTERS
    if not (isinstance(told, dict) and isinstance(told.get("sets"), list)):
        raise NotUnderstood(
            say('"{path}" has no list of "sets". Mend it or move it away.', path=path)
        )
    sets = {one.key: one for one in (_starter(each, path) for each in told["sets"])}
    if told.get("extend"):
        sets = {**{one.key: one for one in starters()}, **sets}
    return tuple(sets.values())


def _starter(told: Any, path: str) -> Starter:
    """Return one set, read as a step would read it."""
    try:
        made = Starter(**{**told, "limits": tuple(told.get("limits", ()))})
        names = {f"l{n}": text for n, text in enumerate(made.limits, start=1)}
        scene = Scene(limits={"l1": "", **names}, behaviours={"b1": ""})
        refuse_contradictions(parse_criteria(made.criteria), scene)
    except CriteriaRefused as refused:
        key = told.get("key", "")
        raise NotUnderstood(
            say(
                'The set "{key}" in "{path}": {refused}',
                key=key,
                path=path,
                refused=refused,
            )
        ) from None
    except (TypeError, AttributeError, ValueError):
        raise NotUnderstood(
            say(
                'A set in "{path}" needs key, label and criteria; note '
                "and limits may stand beside them. Mend it or move it "
                "away.",
                path=path,
            )
        ) from None
    return made


def defaults(own: Path | None = None) -> Defaults:
    """Return the service's numbers. Raises NotUnderstood where they cannot be used."""
    told = read(DEFAULTS, own)
    try:
        return defaults_from(told)
    except (AttributeError, ValueError) as refused:
        path = str(own / DEFAULTS) if own else DEFAULTS
        raise NotUnderstood(f'"{path}": {refused}') from None


def clinical_boundary(own: Path | None = None) -> tuple[Choice, ...]:
    """Return what needs a clinician to oversee it before a step starts."""
    told = read(BOUNDARY, own)
    try:
        return tuple(Choice(one["key"], one["label"]) for one in told["choices"])
    except (TypeError, KeyError):
        path = str(own / BOUNDARY) if own else BOUNDARY
        raise NotUnderstood(
            say(
                '"{path}" needs "choices", each with key and label. Mend '
                "it or move it away.",
                path=path,
            )
        ) from None


def review_events(own: Path | None = None) -> tuple[Choice, ...]:
    """Return the events that bring a review of the formulation forward by default."""
    named = read("review_events.json", own)["events"]
    return tuple(choice for choice in EVENTS if choice.key in named)


def passphrase_words() -> tuple[str, ...]:
    """Return the 7,776 words of the EFF's long list (CC BY 3.0 US)."""
    text = (_DATA / "passphrase_words.txt").read_text(encoding="ascii")
    return tuple(text.split())
