"""Which signs were seen, by stage, and what helped; each with its n."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.pack_lines import Table
from inclusion_cli.domain.pack_marks import listed
from inclusion_cli.plain import folded, one_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Debrief
    from inclusion_cli.domain.kept import Kept

Debriefs = tuple["Kept[Debrief]", ...]
Numbers = Mapping[str, int]
MOST_SCORES = 8
"""More scores than this are told by their spread and their middle."""


def signs_asked(debriefs: Debriefs) -> str:
    """Return in how many debriefs signs were asked about, "" where there is none.

    A session that others called off has nobody to ask.
    """
    own = [
        d.record
        for d in debriefs
        if d.record.outcome.countable or d.record.signs is not None
    ]
    if not own:
        return ""
    asked = [debrief for debrief in own if debrief.signs is not None]
    seen = sum(bool(debrief.signs) for debrief in asked)
    if not asked:
        return say("Signs were not asked about in this time.")
    of = say(
        "{asked} of {own}",
        asked=len(asked),
        own=say_many("{number} debrief", "{number} debriefs", len(own)),
    )
    return say("Signs were asked about in {of}, and seen in {seen}.", of=of, seen=seen)


def stages(debriefs: Debriefs) -> str:
    """Return how often each stage of the card was the one after a session, with n."""
    told = [d.record.stage for d in debriefs if d.record.stage]
    if not told:
        return ""
    counts = ", ".join(
        f'"{name}" {told.count(number)}'
        for number, name in enumerate(STAGES, start=1)
        if number in told
    )
    return say(
        "Stage after a session, told {told}: {counts}.",
        told=say_many("{number} time", "{number} times", len(told)),
        counts=counts,
    )


def signs(case: Casefile, debriefs: Debriefs, numbers: Numbers) -> Table | None:
    """Return the signs seen, late stages first; the card's stage as it was then."""
    found: dict[tuple[int, str], list[str]] = {}
    words: dict[tuple[int, str], str] = {}
    for kept in debriefs:
        for sign in kept.record.signs or ():
            key = (sign.stage, folded(sign.text))
            found.setdefault(key, []).append(kept.id)
            words[key] = sign.text
    between = [o for o in case.observations if o.record.signs]
    begin = min((d.happened_at for d in debriefs), default=None)
    for seen in between if begin else ():
        for sign in seen.record.signs if begin and seen.happened_at >= begin else ():
            key = (sign.stage, folded(sign.text))
            found.setdefault(key, []).append(seen.id)
            words[key] = sign.text
    if not found:
        return None
    order = sorted(found, key=lambda key: (-key[0], -len(found[key]), key[1]))
    rows = tuple(
        (
            str(key[0]),
            one_line(words[key]),
            str(len(found[key])),
            listed(found[key], numbers),
        )
        for key in order
    )
    return Table(
        (say("Stage"), say("Sign"), say("Times seen"), say("Records")),
        rows,
        (0, 2, 0, 2),
    )


def helped(debriefs: Debriefs, numbers: Numbers) -> Table | None:
    """Return what was tried, most often first, with each score of how far it helped."""
    times: Counter[str] = Counter()
    words: dict[str, str] = {}
    scores: dict[str, list[int]] = {}
    records: dict[str, list[str]] = {}
    for kept in debriefs:
        for text, score in _tried(kept.record):
            key = folded(text)
            times[key] += 1
            words.setdefault(key, one_line(text))
            records.setdefault(key, []).append(kept.id)
            if score is not None:
                scores.setdefault(key, []).append(score)
    if not times:
        return None
    order = sorted(times, key=lambda key: (-times[key], key))
    rows = tuple(
        (
            words[key],
            str(times[key]),
            _scores(scores.get(key, []), times[key]),
            listed(records[key], numbers),
        )
        for key in order
    )
    heads = (
        say("What was tried"),
        say("Times"),
        say("How far it helped, 0 to 10"),
        say("Records"),
    )
    return Table(heads, rows, (3, 0, 2, 2))


def _tried(debrief: Debrief) -> Iterable[tuple[str, int | None]]:
    for tried in debrief.tried:
        yield tried.text, tried.helped
    told = {folded(tried.text) for tried in debrief.tried}
    if debrief.helped and folded(debrief.helped) not in told:
        yield debrief.helped, None


def _scores(scores: list[int], times: int) -> str:
    if not scores:
        return say("not given")
    said, missing = ", ".join(map(str, scores)), times - len(scores)
    if len(scores) > MOST_SCORES:
        middle = sorted(scores)[(len(scores) - 1) // 2]
        said = say(
            "from {min} to {max}, middle {middle}, {scores} times",
            min=min(scores),
            max=max(scores),
            middle=middle,
            scores=len(scores),
        )
    return (
        say("{said}; {missing} not given", said=said, missing=missing)
        if missing
        else said
    )
