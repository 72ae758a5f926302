"""The plan: a goal in the person's words and a ladder of graded steps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.formulation import TriggerKind
from inclusion_cli.domain.record import field, record
from inclusion_cli.plain import canonical, folded
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.criteria import Criteria
    from inclusion_cli.domain.kept import Kept

ACCOMPANIMENT = (
    say("on their own, with a talk before and after"),
    say("with a friend or someone from the place"),
    say("on their own, with a worker on call by phone"),
    say("a worker travels there and back"),
    say("a worker in the building, out of sight"),
    say("a worker nearby, in sight"),
    say("a worker beside them all the way"),
)
"""What accompaniment 0 to 6 means; practice reference 2.2."""
ACCOMPANIMENT_TO_YOU = (
    say("You go on your own, with a talk before and after."),
    say("You go with a friend or someone from the place."),
    say("You go on your own, with a worker on call by phone."),
    say("A worker travels there and back with you."),
    say("A worker is in the building, out of sight."),
    say("A worker is nearby, in sight."),
    say("A worker is beside you all the way."),
)
"""The same, said to the person."""

LONGEST_MINUTES = 24 * 60
BASELINE_DAYS = 56
"""Days before the plan over which crisis contacts are counted; reference 4.2."""


@record
class Plan:
    """What the person is working towards, and where they started.

    The baseline is a count of crisis contacts and the days it was counted over.
    `goal_rating` is how near the person feels to the goal, 0 to 10. `oversight` names
    who oversees the work clinically, "" where nobody was named.
    """

    goal: str
    baseline_contacts: int | None = None
    baseline_days: int | None = None
    goal_rating: int | None = None
    oversight: str = ""
    pace_agreed_with: str = ""


class Behaviour(Enum):
    """What is to become of a safety behaviour; practice reference 2.2."""

    KEEP = "keep"
    FADE = "fade"
    DROP = "drop"


@record
class SafetyBehaviour:
    """Something the person does to feel safe, such as sitting by the door."""

    id: str
    text: str
    sort: Behaviour


@record
class Limit:
    """A limit agreed for a step: on drink, money, time. `id` stays when it is kept."""

    id: str
    text: str


@record
class Step:
    """One rung: what, where, when, how long, with whom, and when to move on.

    `fear` is what the person thinks might happen, "" where they named nothing, and
    `fear_sure` how sure of it they are, 0 to 100; `hoped` and `hoped_sure` are the
    other way it might go. `sort` is the type of step its criteria were started from.
    `expected_worry` is 0 to 10. `ready_said` is who said that they are ready.
    `partner` is the id of the venue, group, employer or leader it is tied to.
    `criteria` is data, in the grammar of `criteria.parse_criteria`.
    """

    plan: str
    number: int
    title: str
    place: str
    time: str
    minutes: int
    accompaniment: int
    triggers: tuple[str, ...]
    criteria: Mapping[str, Any] = field(hash=False)
    fear: str = ""
    fear_sure: int | None = None
    hoped: str = ""
    hoped_sure: int | None = None
    expected_worry: int | None = None
    sort: str = ""
    behaviours: tuple[SafetyBehaviour, ...] = ()
    limits: tuple[Limit, ...] = ()
    travel: str = ""
    exit_words: str = ""
    coping: str = ""
    staff_do: str = ""
    staff_do_not: str = ""
    success: str = ""
    often: str = ""
    stop_rules: tuple[str, ...] = ()
    ready_said: str = ""
    partner: str = ""

    def __post_init__(self) -> None:
        if not 0 <= self.accompaniment < len(ACCOMPANIMENT):
            raise ValueError("accompaniment is from 0 to 6")
        if not 0 < self.minutes <= LONGEST_MINUTES:
            raise ValueError("a step lasts from 1 minute to a day")
        if self.expected_worry is not None and not 0 <= self.expected_worry <= 10:
            raise ValueError("worry is rated from 0 to 10")
        for sure in (self.fear_sure, self.hoped_sure):
            if sure is not None and not 0 <= sure <= 100:
                raise ValueError("how sure somebody is goes from 0 to 100")
        assert self.agreed  # read once, and refused where it cannot be

    @property
    def agreed(self) -> Criteria:
        """Return the criteria agreed for this step."""
        return self._agreed

    @cached_property
    def _agreed(self) -> Criteria:
        return _read_once(canonical(self.criteria), tuple(self.names.items()))

    @property
    def names(self) -> dict[str, str]:
        """Return the words of its limits and safety behaviours, by id."""
        return {
            **{limit.id: limit.text for limit in self.limits},
            **{own.id: own.text for own in self.behaviours},
        }

    @property
    def company(self) -> str:
        """Return in words who is with the person."""
        return ACCOMPANIMENT[self.accompaniment]


@lru_cache(maxsize=1024)
def _read_once(text: str, names: tuple[tuple[str, str], ...] = ()) -> Criteria:
    """Return criteria from their text; many steps are agreed in the same words."""
    return parse_criteria(json.loads(text), dict(names))


class AwayKind(Enum):
    """Why the clock of a step stood still."""

    HOSPITAL = "hospital"
    HOLIDAY = "holiday"
    SERVICE = "service"


@record
class Away:
    """A stretch of days that counts neither for nor against the person."""

    kind: AwayKind
    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("the last day cannot be before the first")


def changed_dimensions(
    before: Step, after: Step, kinds: Mapping[str, TriggerKind] | None = None
) -> tuple[str, ...]:
    """Return what differs between two steps; practice reference 2.2.

    Who, where, when, how long; and whether drink and drugs, or money, come in. `kinds`
    are those of the triggers, by id.
    """
    kinds = kinds or {}
    new = {kinds.get(trigger) for trigger in {*after.triggers} - {*before.triggers}}
    pairs = {
        "who is there": before.accompaniment != after.accompaniment,
        "where": folded(before.place) != folded(after.place),
        "when": folded(before.time) != folded(after.time),
        "how long": before.minutes != after.minutes,
        "drink or drugs near": TriggerKind.SUBSTANCE_SETTING in new,
        "money": TriggerKind.MONEY_PRESSURE in new,
    }
    return tuple(name for name, differs in pairs.items() if differs)


def in_order(steps: Iterable[Kept[Step]]) -> tuple[Kept[Step], ...]:
    """Return steps as the rungs of the ladder, first rung first."""
    return tuple(sorted(steps, key=lambda kept: (kept.record.number, kept.id)))
