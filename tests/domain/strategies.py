"""Hypothesis strategies: rules of the grammar, sessions, and every kind of record."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, TypeVar

from hypothesis import strategies as st

from inclusion_cli.domain.card import Card, Contact, Sign, Stage
from inclusion_cli.domain.debrief import (
    Concern,
    Debrief,
    Happened,
    Outcome,
    Session,
    SignSeen,
    Word,
)
from inclusion_cli.domain.decision import Choice, Decision, Evidence, Review
from inclusion_cli.domain.formulation import (
    Control,
    ControlKind,
    Formulation,
    Trigger,
    TriggerKind,
)
from inclusion_cli.domain.paper import Holder, Paper, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import Away, AwayKind, Plan, Step
from inclusion_cli.domain.predicates import PREDICATES, Kind
from inclusion_cli.domain.service import Nation, Service, Worker
from tests.builders import a_debrief, criteria, day
from tests.domain.making import LATE_SIGN

T = TypeVar("T")
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
    made = [
        st.fixed_dictionaries(
            {key: arguments(kind) for key, kind in PREDICATES[name].takes.items()}
        ).map(lambda args, name=name: {name: _possible(name, args)})
        for name in names or sorted(PREDICATES)
    ]
    return st.one_of(made)


def _possible(name: str, args: dict[str, Any]) -> dict[str, Any]:
    if name != "attended_at_least":
        return args
    return {"n": min(args.values()), "of_last": max(args.values())}


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
def debriefs(draw: st.DrawFn, number: int = 1, **fixed: Any) -> Any:
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
def stretches(draw: st.DrawFn, last: int = 30, **fixed: Any) -> tuple[Any, ...]:
    """Return debriefs of some days of a step, one a day, in order."""
    numbers = draw(st.sets(st.integers(1, last), max_size=9))
    return tuple(draw(debriefs(number, **fixed)) for number in sorted(numbers))


# --- records ------------------------------------------------------------------------

texts = st.text(max_size=12)
some_text = st.text(min_size=1, max_size=12)
ids = st.uuids().map(str)
zones = st.integers(-56, 56).map(lambda n: timezone(timedelta(minutes=15 * n)))
moments = st.datetimes(
    min_value=datetime(1, 1, 3),  # noqa: DTZ001 - the strategy takes naive bounds
    max_value=datetime(9999, 12, 29),  # noqa: DTZ001
    timezones=zones,
)
days = st.dates()


def several(one: st.SearchStrategy[T], least: int = 0) -> Any:
    """Return a few of something."""
    return st.lists(one, min_size=least, max_size=3).map(tuple)


signs = st.builds(Sign, some_text, some_text)
contacts = st.builds(Contact, some_text, some_text)
cards = st.builds(
    Card,
    st.integers(1, 99),
    st.tuples(
        *(
            st.builds(
                Stage,
                st.just(n),
                several(signs, 1),
                several(some_text, 1),
                several(some_text),
            )
            for n in (1, 2, 3, 4)
        )
    ),
    some_text,
    some_text,
    several(contacts),
)
seen = st.builds(SignSeen, some_text, some_text, st.integers(2, 4))
told_debriefs = st.builds(
    Debrief,
    step=ids,
    at=moments,
    outcome=st.sampled_from(Outcome),
    session=st.none() | ids,
    worry_before=ratings,
    worry_peak=ratings,
    worry_after=ratings,
    feared=st.none() | st.sampled_from(Happened),
    signs=st.none() | several(seen),
    concerns=st.none() | several(st.sampled_from(Concern)),
    contacts=several(days),
    what_happened=texts,
    words=texts,
    note=texts,
    ready=st.none() | st.sampled_from(Word),
)
evidence = st.builds(Evidence, texts, texts, texts, several(ids), texts)
decisions = st.builds(
    Decision,
    step=ids,
    choice=st.sampled_from(Choice),
    on=days,
    to_step=ids,
    why=st.text(min_size=20, max_size=30),
    look_again=days,
    resume_when=some_text,
    cites=several(ids),
    overrides=several(some_text),
)
triggers = st.builds(
    Trigger, st.just("t1"), st.sampled_from(TriggerKind), texts, texts, texts, texts
)
controls = st.builds(
    Control,
    some_text,
    st.sampled_from(ControlKind),
    st.just("t1"),
    *([some_text] * 4),
)
formulations = st.builds(
    Formulation,
    st.integers(1, 99),
    texts,
    texts,
    several(triggers, 1),
    several(texts, 2),
    several(controls),
    days,
)
aways = st.builds(
    lambda kind, pair: Away(kind, min(pair), max(pair)),
    st.sampled_from(AwayKind),
    st.tuples(days, days),
)
steps = st.builds(
    Step,
    plan=ids,
    number=st.integers(1, 99),
    title=texts,
    place=texts,
    time=texts,
    minutes=st.integers(1, 1440),
    accompaniment=st.integers(0, 6),
    triggers=several(ids),
    criteria=RULES_WITH_NOT.map(criteria),
    fear=texts,
)
papers = st.builds(
    Paper,
    st.sampled_from(PaperKind),
    days,
    texts,
    texts,
    st.integers(0, 9),
    texts,
    st.none() | st.sampled_from(Holder),
)
people = st.builds(Person, some_text, some_text, some_text, st.none() | days, texts)
counts = st.none() | st.integers(0, 99)

RECORDS: dict[str, st.SearchStrategy[Any]] = {
    "away": aways,
    "card": cards,
    "debrief": told_debriefs,
    "decision": decisions,
    "formulation": formulations,
    "paper": papers,
    "person": people,
    "plan": st.builds(Plan, texts, counts, counts),
    "review": st.builds(
        Review, ids, days, several(evidence), st.sampled_from(Word), texts
    ),
    "service": st.builds(Service, texts, st.sampled_from(Nation)),
    "session": st.builds(Session, ids, moments),
    "step": steps,
    "worker": st.builds(Worker, texts, texts),
}
