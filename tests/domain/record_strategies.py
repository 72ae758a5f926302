"""Hypothesis strategies: one for every kind of record the log knows."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from inclusion_cli.domain.card import (
    Action,
    Card,
    Contact,
    Domain,
    PauseOnCard,
    Sign,
    Stage,
    StepChange,
    StepUp,
)
from inclusion_cli.domain.debrief import (
    Concern,
    Debrief,
    Happened,
    LimitKept,
    Outcome,
    Session,
    SignSeen,
    Tried,
    Used,
    Word,
)
from inclusion_cli.domain.decision import Choice, Decision, Evidence, Review
from inclusion_cli.domain.formulation import (
    Basis,
    Capacity,
    Contributor,
    Control,
    ControlKind,
    Dated,
    Disagreement,
    Exposure,
    Former,
    Formulation,
    KeptWords,
    Presumed,
    Scenario,
    Signed,
    SignOff,
    Source,
    Trigger,
    TriggerKind,
)
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.observation import Observation, Route, Seen
from inclusion_cli.domain.paper import Claimed, Ended, Holder, Paper, PaperKind
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.plan import (
    Away,
    AwayKind,
    Behaviour,
    Limit,
    Plan,
    SafetyBehaviour,
    Step,
)
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from inclusion_cli.domain.recheck import Event, Found, Recheck
from inclusion_cli.domain.reply import Reply
from inclusion_cli.domain.risk_decision import Option, RiskDecision
from inclusion_cli.domain.safety import SAFETY_KINDS
from inclusion_cli.domain.service import Nation, Service, Worker
from inclusion_cli.domain.thought import Real, Thought
from tests.builders import criteria
from tests.domain.strategies import RULES_WITH_NOT, ratings

T = TypeVar("T")

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


signs = st.builds(
    Sign, some_text, some_text, st.none() | st.sampled_from(Domain), *([texts] * 4)
)
actions = st.builds(
    Action,
    some_text,
    some_text,
    texts,
    texts,
    st.none() | st.booleans(),
    st.none() | days,
)
contacts = st.builds(Contact, some_text, some_text, st.none() | days)
step_ups = st.builds(
    StepUp,
    st.sampled_from(StepChange),
    several(st.builds(PauseOnCard, some_text, some_text)),
    *([texts] * 3),
)
cards = st.builds(
    Card,
    st.integers(1, 99),
    st.tuples(
        *(
            st.builds(
                Stage,
                st.just(n),
                several(signs, 1),
                several(actions, 1),
                several(actions),
            )
            for n in (1, 2, 3, 4)
        )
    ),
    some_text,
    some_text,
    several(contacts),
    step_up=st.none() | step_ups,
    told_how=texts,
    check_by=st.none() | days,
    reissue_from=st.integers(0, 9),
    crisis_team=texts,
    crisis_team_checked=st.none() | days,
)
sure = st.none() | st.integers(0, 100)
maybe = st.none() | st.booleans()
requests = st.builds(MoneyRequest, texts, texts, st.sampled_from(Did), texts)
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
    belief_before=sure,
    coped=ratings,
    behaviours=st.none() | several(ids),
    limits=st.none() | several(st.builds(LimitKept, ids, st.booleans())),
    tried=several(st.builds(Tried, texts, ids, ratings)),
    thought=st.none()
    | st.builds(Thought, some_text, some_text, st.sampled_from(Real), sure, ratings),
    used=st.none() | st.builds(Used, texts, texts, maybe, stopped=st.booleans()),
    medicine=texts,
    money=st.none() | requests,
    worry_next_day=ratings,
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
    Trigger,
    st.just("t1"),
    st.sampled_from(TriggerKind),
    texts,
    texts,
    texts,
    texts,
    basis=st.none() | st.sampled_from(Basis),
    worse=texts,
    exposure=st.none() | st.sampled_from(Exposure),
    example=texts,
    rating=ratings,
    unanswered_because=texts,
)
controls = st.builds(
    Control,
    some_text,
    st.sampled_from(ControlKind),
    st.just("t1"),
    *([some_text] * 4),
    started=st.none() | days,
    review_on=st.none() | days,
) | st.builds(
    Control,
    some_text,
    st.just(ControlKind.SUPPORT),
    st.just(""),
    no_trigger_because=texts,
)
scenarios = st.builds(
    Scenario, st.sampled_from([(), ("t1",)]), *([texts] * 10), context=texts
)
signatures = st.builds(
    SignOff,
    st.sampled_from(["person", "worker", "manager"]),
    st.sampled_from(Signed),
    days,
    texts,
    texts,
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
    account=texts,
    account_on=st.none() | days,
    identity=texts,
    scenarios=several(scenarios),
    contributors=several(st.builds(Contributor, texts, texts, days)),
    sources=several(st.builds(Source, texts, days)),
    disagreements=several(st.builds(Disagreement, texts, texts, texts)),
    capacity=st.none()
    | st.builds(
        Capacity,
        texts,
        st.sampled_from(Presumed),
        texts,
        st.none() | days,
        best_interests=texts,
    ),
    sign_offs=several(signatures),
    review_events=several(texts),
    words_kept=several(st.builds(KeptWords, texts, texts, texts)),
    former=several(st.builds(Former, texts, texts)),
    dated=several(st.builds(Dated, texts, texts, days)),
)
rechecks = st.builds(
    Recheck,
    ids,
    st.integers(1, 99),
    days,
    st.sampled_from(Found),
    maybe,
    texts,
    st.sampled_from(Event),
    texts,
    st.none() | days,
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
    fear_sure=sure,
    behaviours=several(
        st.builds(SafetyBehaviour, ids, texts, st.sampled_from(Behaviour))
    ),
    limits=several(st.builds(Limit, ids, texts)),
    stop_rules=several(texts),
)
observations = st.builds(
    Observation,
    st.sampled_from(Seen),
    moments,
    texts,
    told=texts.map(lambda who: who or "Jo"),
    minutes_slept=st.integers(0, 1440),
    craving=ratings,
    money=requests,
    signs=several(seen),
    within_limit=maybe,
    what=texts,
    stopped=st.booleans(),
    route=st.none() | st.sampled_from(Route),
)
guesses = st.none() | st.builds(Guess, ratings, sure, maybe)
preparations = st.builds(
    Preparation,
    ids,
    moments,
    st.sampled_from(Wanted),
    st.none() | ids,
    signs=st.none() | several(ids),
    mine=guesses,
    workers=guesses,
)
replies = st.builds(Reply, days, some_text, texts, texts, texts)
papers = st.builds(
    Paper,
    st.sampled_from(PaperKind),
    days,
    texts,
    texts,
    st.integers(0, 9),
    texts,
    st.none() | st.sampled_from(Holder),
    several(some_text),
    st.none() | st.sampled_from(Ended),
    st.none() | days,
    st.none() | days,
    st.none() | days,
    st.none() | days,
    st.none() | days,
    several(st.builds(Claimed, some_text, st.integers(0, 9), st.integers(0, 9))),
)
people = st.builds(Person, some_text, some_text, some_text, st.none() | days, texts)
counts = st.none() | st.integers(0, 99)


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for what a field of a record holds, by its annotation."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        (inner,) = (part for part in args if part is not NoneType)
        return st.none() | of_type(inner)
    if origin is tuple:
        some: st.SearchStrategy[Any] = several(of_type(args[0]))
        return some
    if is_dataclass(kind):
        return any_of(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    return _PLAIN[kind]


_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    date: days,
    datetime: moments,
    int: st.integers(0, 9),
    str: texts,
}


def any_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a record of which every field may be anything of its type.

    Records that refuse some of it have a strategy of their own.
    """
    hints = get_type_hints(kind)
    return st.builds(kind, **{f.name: of_type(hints[f.name]) for f in fields(kind)})


def risk_decisions() -> st.SearchStrategy[RiskDecision]:
    """Return decisions that weigh two options or more, and choose one of them."""
    hints = get_type_hints(RiskDecision)
    rest = {f.name: of_type(hints[f.name]) for f in fields(RiskDecision)}
    options = st.lists(any_of(Option), min_size=2, max_size=3).map(tuple)
    return options.flatmap(
        lambda found: st.builds(
            RiskDecision,
            **{
                **rest,
                "options": st.just(found),
                "chosen": st.sampled_from([option.id for option in found]),
            },
        )
    )


OWN_STRATEGIES = {"risk_decision": risk_decisions()}
SAFE_KINDS = (
    *SAFETY_KINDS,
    *("audit", "call_ladder", "partner", "registration", "sample_read", "supervision"),
)
RECORDS: dict[str, st.SearchStrategy[Any]] = {
    **{kind: any_of(KINDS[kind]) for kind in SAFE_KINDS},
    **OWN_STRATEGIES,
    "away": aways,
    "card": cards,
    "debrief": told_debriefs,
    "decision": decisions,
    "formulation": formulations,
    "observation": observations,
    "paper": papers,
    "person": people,
    "plan": st.builds(Plan, texts, counts, counts, ratings, texts),
    "preparation": preparations,
    "recheck": rechecks,
    "reply": replies,
    "review": st.builds(
        Review, ids, days, several(evidence), st.sampled_from(Word), texts
    ),
    "service": st.builds(Service, texts, st.sampled_from(Nation)),
    "session": st.builds(Session, ids, moments),
    "step": steps,
    "worker": st.builds(Worker, texts, texts),
}
