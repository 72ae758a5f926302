"""Data that comes with the program: crisis numbers, starter criteria, words."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

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
    from collections.abc import Callable

    from inclusion_cli.domain.incident import CallLadder
    from inclusion_cli.domain.safeguarding import Safeguarding
    from inclusion_cli.domain.service import Nation

R = TypeVar("R")
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


def own_or_shipped(
    name: str, make: Callable[[Any], R], own: Path | None = None
) -> tuple[R, str]:
    """Return what is made of a data file, and a sentence where the own one is wrong.

    Nobody waits in danger for a comma: the shipped file is used then, and the sentence
    names the file and the line.
    """
    mine, path = "", own / name if own else None
    if path is not None and path.is_file():
        try:
            mine = path.read_text(encoding="utf-8")
            return make(json.loads(mine)), ""
        except json.JSONDecodeError as wrong:
            line, why = wrong.lineno, say("it is not JSON there")
        except (OSError, UnicodeDecodeError):
            line, why = 1, say("it cannot be read as text")
        except KeyError as wrong:
            line = _line_of(mine, wrong)
            why = say('there is no "{key}"', key=str(wrong.args[0]))
        except (TypeError, ValueError, AttributeError) as wrong:
            line, why = _line_of(mine, wrong), str(wrong)
        told = say(
            'The service\'s own "{name}" is not used. Line {line}: {why}. The '
            "file that came with the program is used.",
            name=name,
            line=line,
            why=why,
        )
        return make(read(name)), told
    return make(read(name)), ""


def _line_of(text: str, wrong: Exception) -> int:
    """Return the line that an error names a word of, else the first one."""
    words = reversed(re.findall(r"""['"]([^'"]+)['"]""", str(wrong)))
    lines = text.splitlines()
    found = (n for word in words for n, line in enumerate(lines, 1) if word in line)
    return next(found, 1)


def call_ladder(nation: Nation, own: Path | None = None) -> tuple[CallLadder, str]:
    """Return the ladder of calls a nation starts from, and what is wrong with ours."""
    from inclusion_cli.domain.call_ladder import ladder_from  # noqa: PLC0415

    return own_or_shipped(
        "call_ladder.json", lambda told: ladder_from(told, nation.value), own
    )


def safeguarding(nation: Nation, own: Path | None = None) -> tuple[Safeguarding, str]:
    """Return a nation's words of safeguarding, and what is wrong with our own file."""
    from inclusion_cli.domain.safeguarding import safeguarding_from  # noqa: PLC0415

    return own_or_shipped(
        "safeguarding.json", lambda told: safeguarding_from(told, nation.value), own
    )


def read_all(folder: str) -> list[Any]:
    """Return every shipped data file of a folder, in order of their names."""
    paths = sorted((_DATA / folder).glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def practice_story() -> list[dict[str, Any]]:
    """Return every deed of the practice cases, of each capability in turn."""
    return [deed for deeds in read_all("practice") for deed in deeds]


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
