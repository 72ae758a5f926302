"""Hypothesis strategies: rules of the grammar, and sessions."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from inclusion_cli.domain.debrief import Concern, Happened, Outcome
from inclusion_cli.domain.predicates import PREDICATES, Kind
from tests.builders import a_debrief, day
from tests.domain.making import LATE_SIGN

Rules = st.SearchStrategy[dict[str, Any]]

# --- rules --------------------------------------------------------------------------


def arguments(kind: Kind) -> st.SearchStrategy[Any]:
    """Return every value an argument of this kind may have."""
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
    args = st.fixed_dictionaries({key: arguments(kind) for key, kind in takes})
    if name == "attended_at_least":  # never more than there are
        args = args.map(lambda a: {"n": min(a.values()), "of_last": max(a.values())})
    return args.map(lambda told: {name: told})


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
        "concerns": draw(st.sampled_from([None, (), (Concern.HURT,)])),
        "contacts": tuple(
            day(n) for n in draw(st.lists(st.integers(1, number), max_size=2))
        ),
        **fixed,
    }
    return a_debrief(number, **told)


@st.composite
def stretches(draw: st.DrawFn, /, last: int = 30, **fixed: Any) -> tuple[Any, ...]:
    """Return debriefs of some days of a step, one a day, in order."""
    numbers = draw(st.sets(st.integers(1, last), max_size=9))
    return tuple(draw(debriefs(number, **fixed)) for number in sorted(numbers))
