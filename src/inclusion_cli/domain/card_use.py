"""How the card is used: what was tried and helped, what is missing, what lies idle.

Counts come from debriefs alone. An action helped where it was rated 5 or more of 10;
one that was not rated counts as tried, and says so.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.card import (
    CHANGING,
    STAGES,
    STRUGGLING,
    Action,
    Card,
    Sign,
)
from inclusion_cli.domain.record import record
from inclusion_cli.plain import folded, one_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import SignSeen, Tried
    from inclusion_cli.domain.kept import Kept

HELPED = 5
IDLE_DAYS = 90
OTHERS_SHOWN, OTHERS_LEAST = 3, 2


@record
class Use:
    """How often an action was tried and helped, and the debriefs that tell so."""

    tried: int = 0
    helped: int = 0
    not_rated: int = 0
    records: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return "tried 5, helped 4", "" where it was never tried."""
        if not self.tried:
            return ""
        unsaid = (
            say(", not rated {not_rated}", not_rated=self.not_rated)
            if self.not_rated
            else ""
        )
        return say(
            "tried {tried}, helped {helped}{unsaid}",
            tried=self.tried,
            helped=self.helped,
            unsaid=unsaid,
        )


@record
class OtherSign:
    """Something seen more than once that is not on the card."""

    text: str
    times: int
    stage: int
    records: tuple[str, ...]

    @property
    def says(self) -> str:
        """Return it as a thing to think about."""
        return say(
            'Seen {times} times and not on the card: "{text}".',
            times=self.times,
            text=one_line(self.text),
        )


@record
class Idle:
    """An own action that was not used while its stage was seen."""

    action: str
    text: str
    stage: int
    seen: int

    @property
    def says(self) -> str:
        """Return it as a thing to think about."""
        times = say_many("{number} time", "{number} times", self.seen)
        return say(
            'Not used in {idle_days} days: "{text}". "{stages}" was seen {times}.',
            idle_days=IDLE_DAYS,
            text=one_line(self.text),
            stages=STAGES[self.stage - 1],
            times=times,
        )


def use_of(action: Action, case: Casefile) -> Use:
    """Return how often an action was tried, by its id, or by its text without one."""
    tried = [
        (kept.id, told)
        for kept in case.debriefs
        for told in kept.record.tried
        if _is(told, action)
    ]
    rated = [told.helped for _id, told in tried if told.helped is not None]
    return Use(
        len(tried),
        sum(helped >= HELPED for helped in rated),
        len(tried) - len(rated),
        tuple(dict.fromkeys(debrief for debrief, _told in tried)),
    )


def _is(told: Tried, action: Action) -> bool:
    if told.id and action.id:
        return told.id == action.id
    return _same(told.text) == _same(action.text)


def uses(case: Casefile) -> tuple[tuple[Action, Use], ...]:
    """Return every own action of the card that was tried, with its use."""
    if case.card is None:
        return ()
    actions = (action for _stage, action in case.card.record.actions())
    found = ((action, use_of(action, case)) for action in actions)
    return tuple((action, use) for action, use in found if use.tried)


def other_signs(case: Casefile) -> tuple[OtherSign, ...]:
    """Return what was seen twice or more and is not on the card, at most three."""
    known = {_same(sign.text) for sign in _signs_on(case.card)}
    seen: dict[str, list[tuple[str, SignSeen]]] = {}
    for entry, sign in _seen(case):
        if not sign.id and _same(sign.text) not in known:
            seen.setdefault(_same(sign.text), []).append((entry, sign))
    common = sorted(seen.values(), key=len, reverse=True)[:OTHERS_SHOWN]
    return tuple(
        OtherSign(
            told[-1][1].text,
            len(told),
            told[-1][1].stage,
            tuple(dict.fromkeys(entry for entry, _sign in told)),
        )
        for told in common
        if len(told) >= OTHERS_LEAST
    )


def _signs_on(card: Kept[Card] | None) -> Iterator[Sign]:
    yield from (sign for _stage, sign in card.record.signs()) if card else ()


def _seen(case: Casefile) -> Iterator[tuple[str, SignSeen]]:
    for debrief in case.debriefs:
        yield from ((debrief.id, sign) for sign in debrief.record.signs or ())
    for observation in case.observations:
        yield from ((observation.id, sign) for sign in observation.record.signs or ())


def idle_actions(case: Casefile, *, on: date) -> tuple[Idle, ...]:
    """Return own actions nobody used in 90 days although their stage was seen.

    Those of "I need help now" are kept for need, and those of "I'm OK" are daily. Where
    no debrief of these days says what was tried, nothing is known and nothing is said.
    """
    if case.card is None:
        return ()
    first = on - timedelta(days=IDLE_DAYS)
    lately = [kept for kept in case.debriefs if first < kept.on <= on]
    tried = [told for kept in lately for told in kept.record.tried]
    if not tried:
        return ()
    seen = [s.stage for kept in lately for s in kept.record.signs or ()]
    return tuple(
        Idle(action.id, action.text, stage.number, seen.count(stage.number))
        for stage, action in case.card.record.actions()
        if stage.number in (CHANGING, STRUGGLING)
        and (action.since or case.card.on) <= first
        and stage.number in seen
        and not any(_is(told, action) for told in tried)
    )


def worth_a_thought(case: Casefile, *, on: date) -> tuple[str, ...]:
    """Return what the debriefs suggest for the next version of the card."""
    return (
        *(sign.says for sign in other_signs(case)),
        *(idle.says for idle in idle_actions(case, on=on)),
    )


def most_used(case: Casefile) -> str:
    """Return a line about the actions that were tried most, "" where none was."""
    found: Iterable[tuple[Action, Use]] = sorted(
        uses(case), key=lambda pair: pair[1].tried, reverse=True
    )[:3]
    told = [f'"{one_line(action.text)}" {use.words}' for action, use in found]
    return say("Own actions used: {told}.", told="; ".join(told)) if told else ""


def _same(text: str) -> str:
    return " ".join(folded(text).split()).rstrip(".")
