"""The answers a debrief stands for, so that mending one starts from what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Concern, Debrief, Outcome
from inclusion_cli.domain.own_card import key_of
from inclusion_cli.domain.sleep import say_minutes
from inclusion_cli.interviews.debrief_choices import SOMETHING_ELSE
from inclusion_cli.interviews.question import raw_of

if TYPE_CHECKING:
    from inclusion_cli.domain.money import MoneyRequest
    from inclusion_cli.domain.thought import Thought
    from inclusion_cli.interviews.debrief_about import About

Given = Iterator[tuple[str, str]]
EARLY = (Outcome.LEFT_BY_CHOICE, Outcome.LEFT_IN_DISTRESS, Outcome.LEFT_OTHER)
SAME = (
    "worry_before",
    "worry_peak",
    "worry_after",
    "worry_next_day",
    "belief_before",
    "belief_after",
    "minutes",
    "coped",
    "enjoyed",
    "belonged",
    "confidence",
    "craving",
    "stage",
    "what_happened",
    "told",
    "words",
    "in_the_way",
    "helped",
    "note",
    "went_well",
    "differed",
    "place",
    "company",
    "travel",
    "harm",
    "medicine",
)
"""Fields that are answered under their own name."""


def given_by(debrief: Debrief, it: About) -> dict[str, str | None]:
    """Return what would be typed to make this debrief; the rest is left out."""
    given: dict[str, str | None] = {"when": raw_of(debrief.at)}
    given |= dict(_outcome(debrief.outcome))
    for name in SAME:
        value = getattr(debrief, name)
        if value is not None and value != "":
            given[name] = raw_of(value)
    given |= dict(_chosen(debrief))
    given |= dict(_signs(debrief, it))
    given |= dict(_tried(debrief, it))
    given |= dict(_used(debrief))
    given |= dict(thought_given(debrief.thought)) if debrief.thought else {}
    given |= dict(money_given(debrief.money)) if debrief.money else {}
    return given


def _outcome(outcome: Outcome) -> Given:
    if outcome is Outcome.ATTENDED_FULL:
        yield "how", "stayed"
    elif outcome in EARLY:
        yield from (("how", "left_early"), ("why_early", outcome.value))
    else:
        yield from (("how", "did_not_go"), ("why_not", outcome.value))


def _chosen(debrief: Debrief) -> Given:
    told = [c.value for c in debrief.concerns or () if c is not Concern.MAY_BE_REAL]
    if debrief.concerns is not None:
        yield "since", ",".join(told) or "0"
    if debrief.feared:
        yield "feared", debrief.feared.value
    if debrief.ready:
        yield "ready", debrief.ready.value
    if debrief.contacts:
        yield "contacts", raw_of(debrief.contacts)
    if debrief.behaviours is not None:
        yield "behaviours", raw_of(debrief.behaviours)
    if debrief.limits is not None:
        yield "limits", raw_of(tuple(one.id for one in debrief.limits if one.kept))
    if debrief.indicators:
        yield "indicators", raw_of(debrief.indicators)
    if debrief.minutes_slept is not None:
        yield "minutes_slept", say_minutes(debrief.minutes_slept)


def _signs(debrief: Debrief, it: About) -> Given:
    if debrief.signs is None:
        return
    others = [sign.text for sign in debrief.signs if not sign.id]
    ids = [sign.id or SOMETHING_ELSE for sign in debrief.signs]
    if it.signs:
        yield "signs", ",".join(ids) or "0"
    if others:
        yield "sign_other", others[0]


def _tried(debrief: Debrief, it: About) -> Given:
    keys = {key_of(one, it.actions): one for one in debrief.tried}
    chosen = [key for key in keys if key]
    if chosen and debrief.helped:
        chosen.append(SOMETHING_ELSE)
    if chosen:
        yield "tried", ",".join(chosen)
    for key, one in keys.items():
        if one.helped is not None:
            yield f"tried.{key}.helped", str(one.helped)


def _used(debrief: Debrief) -> Given:
    used = debrief.used
    if used is None:
        return
    if not used.what:
        yield "used", "no"
        return
    yield "used", "stopped" if used.stopped else "yes"
    yield "used_what", used.what
    if used.amount:
        yield "used_amount", used.amount
    if used.within_limit is not None:
        yield "used_within", raw_of(used.within_limit)


def thought_given(thought: Thought) -> Given:
    """Return the answers of a thought record."""
    told = {
        "seen": thought.seen,
        "mind": thought.mind,
        "real": thought.real and thought.real.value,
        "belief": thought.belief,
        "feeling": thought.feeling,
        "for": thought.evidence_for,
        "against": thought.evidence_against,
        "other": thought.other_view,
        "other_belief": thought.other_belief,
        "pattern": thought.pattern,
    }
    for name, value in told.items():
        if value is not None and value != "":
            yield f"thought_{name}", str(value)


def money_given(money: MoneyRequest) -> Given:
    """Return the answers about a request for money or things."""
    told = {
        "what": money.what,
        "who": money.who,
        "did": money.did.value,
        "known_for": money.known_for,
        "amount": money.amount,
        "feelings": money.feelings,
    }
    for name, value in told.items():
        if value:
            yield f"money_{name}", value
