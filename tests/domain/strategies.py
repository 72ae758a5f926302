"""Hypothesis strategies: rules of the grammar, and sessions."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from inclusion_cli.domain.debrief import Concern, Happened, LimitKept, Outcome
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.predicates import PREDICATES, Kind
from tests.builders import a_debrief, day
from tests.domain.making import LATE_SIGN, observed

Rules = st.SearchStrategy[dict[str, Any]]

# --- rules --------------------------------------------------------------------------


def arguments(kind: Kind) -> st.SearchStrategy[Any]:
    """Return every value an argument of this kind may have."""
    if kind.ids:
        return st.sampled_from([f"{kind.ids[0]}1", f"{kind.ids[0]}2"])
    if kind.words:
        return st.lists(st.sampled_from(kind.words), min_size=1, unique=True)
    few = st.integers(kind.low, min(kind.high, kind.low + 4))
    numbers = few | st.integers(kind.low, min(kind.high, kind.low + 40))
    return numbers | st.just(kind.also) if kind.also else numbers


def predicates(*names: str) -> Rules:
    """Return rules of one predicate; without names, of every one there is."""
    return st.one_of([_of_one(name) for name in names or sorted(PREDICATES)])


def _of_one(name: str) -> Rules:
    takes = PREDICATES[name].takes.items()
    needed = {key: arguments(kind) for key, kind in takes if not kind.choice}
    spare = {key: needed.pop(key) for key, kind in takes if kind.usual is not None}
    args: Rules = st.fixed_dictionaries(needed, optional=spare)
    if either := [(key, kind) for key, kind in takes if kind.choice]:
        args = st.one_of([_alone(key, kind) for key, kind in either])
    if name in ("attended_at_least", "money_looked_at"):  # never more than there are
        args = args.map(lambda a: {"n": min(a.values()), "of_last": max(a.values())})
    return args.map(lambda told: {name: told})


def _alone(key: str, kind: Kind) -> Rules:
    return arguments(kind).map(lambda value: {key: value})


def trees(leaves: Rules, *, opposites: bool) -> Rules:
    """Return rule trees: joins, runs and, where asked for, opposites."""

    def grown(inner: Rules) -> Rules:
        some = st.lists(inner, min_size=1, max_size=3)
        runs = st.fixed_dictionaries({"n": st.integers(1, 4), "of": inner})
        joined = (
            some.map(lambda parts: {"all_of": parts})
            | some.map(lambda parts: {"any_of": parts})
            | runs.map(lambda run: {"consecutive": run})
        )
        return joined | inner.map(lambda rule: {"not": rule}) if opposites else joined

    return st.recursive(leaves, grown, max_leaves=6)


RULES = trees(predicates(), opposites=False)
RULES_WITH_NOT = trees(predicates(), opposites=True)

# --- sessions -----------------------------------------------------------------------

ratings = st.none() | st.integers(0, 10)
sure = st.none() | st.integers(0, 100)
LIMITS = (None, (), (LimitKept("l1", kept=True),), (LimitKept("l1", kept=False),))


@st.composite
def debriefs(draw: st.DrawFn, /, number: int = 1, **fixed: Any) -> Any:
    """Return a kept debrief of the n-th day, with everything left to chance."""
    told: dict[str, Any] = {
        "outcome": draw(st.sampled_from(Outcome)),
        "worry_before": draw(ratings),
        "worry_peak": draw(ratings),
        "worry_after": draw(ratings),
        "feared": draw(st.none() | st.sampled_from(Happened)),
        "signs": draw(st.sampled_from([None, (), (LATE_SIGN,)])),
        "concerns": draw(
            st.sampled_from(
                [None, (), (Concern.HURT,), (Concern.MONEY,), (Concern.NOT_SURE,)]
            )
        ),
        "contacts": tuple(
            day(n) for n in draw(st.lists(st.integers(1, number), max_size=2))
        ),
        "coped": draw(ratings),
        "confidence": draw(ratings),
        "craving": draw(ratings),
        "belief_before": draw(sure),
        "belief_after": draw(sure),
        "minutes": draw(st.none() | st.integers(0, 20)),
        "minutes_slept": draw(st.none() | st.integers(180, 540)),
        "stage": draw(st.none() | st.integers(1, 4)),
        "behaviours": draw(st.sampled_from([None, (), ("b1",), ("b2",)])),
        "limits": draw(st.sampled_from(LIMITS)),
        **fixed,
    }
    return a_debrief(number, **told)


@st.composite
def observations(draw: st.DrawFn, /, number: int = 1, hour: int = 12) -> Any:
    """Return a kept observation of the n-th day, of any kind."""
    seen = draw(st.sampled_from(Seen))
    told: dict[str, Any] = {}
    if seen is Seen.SLEEP:
        told["minutes_slept"] = draw(st.integers(180, 540))
    if seen is Seen.CRAVING:
        told["craving"] = draw(ratings)
    if seen is Seen.MONEY_REQUEST:
        told["money"] = MoneyRequest("20 pounds", "A neighbour", Did.UNSURE)
    if seen is Seen.SIGN:
        told["signs"] = (LATE_SIGN,)
    if seen is Seen.SUICIDE_TALK:
        told["told"] = draw(st.sampled_from(["Jo", "nobody yet"]))
    if seen is Seen.SUBSTANCE_USE:
        told["stopped"] = draw(st.booleans())
    return observed(number, seen, hour=hour, **told)


@st.composite
def lives(draw: st.DrawFn, /, last: int = 30) -> Any:
    """Return debriefs and observations of some days of a step, each in order."""
    sessions = draw(stretches(last))
    numbers = draw(st.lists(st.integers(1, last), max_size=8))
    seen = [
        draw(observations(number, hour=8 + place))
        for place, number in enumerate(sorted(numbers))
    ]
    return sessions, tuple(sorted(seen, key=lambda kept: kept.order))


@st.composite
def stretches(draw: st.DrawFn, /, last: int = 30, **fixed: Any) -> tuple[Any, ...]:
    """Return debriefs of some days of a step, one a day, in order."""
    numbers = draw(st.sets(st.integers(1, last), max_size=9))
    return tuple(draw(debriefs(number, **fixed)) for number in sorted(numbers))
