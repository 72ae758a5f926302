"""An agreed pause sign as the person's own card says it, from "If" to the full stop.

A card is read in a bad hour, by the person: plain words, in the first person, and no
window of days. The rule itself stays in the plan. Source: practice reference 3.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.criteria import ALL, ANY, CONSECUTIVE, NOT, Response, Rule
from inclusion_cli.domain.debrief import Happened
from inclusion_cli.domain.predicates.registry import words_of
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.domain.criteria import PauseSign

THEN = {
    Response.PAUSE: say("the step pauses"),
    Response.STEP_BACK: say("we step back"),
    Response.REVIEW_SAME_DAY: say("we talk that day"),
}


def in_my_words(sign: PauseSign) -> str:
    """Return an agreed pause sign as one sentence of the person's card."""
    return say(
        "If {condition}: {then}.", condition=_when(sign.when), then=THEN[sign.response]
    )


def _when(rule: Rule) -> str:
    """Return what a rule waits for, as it follows "If"."""
    if rule.name == NOT:
        return _broken(rule.parts[0])
    if rule.name == CONSECUTIVE:
        times = dict(rule.args)["n"]
        return say("{what}, {times} times running", what=_when(rule.parts[0]),
                   times=times)  # fmt: skip
    if rule.parts:
        joint = say(", and ") if rule.name == ALL else say(", or ")
        return joint.join(_when(part) for part in rule.parts)
    return say("this is so: {words}", words=rule.words())


def _broken(kept: Rule) -> str:
    """Return how a rule that should hold is broken, as it follows "If"."""
    if kept.name == NOT:
        return _when(kept.parts[0])
    if kept.name in (ALL, ANY):
        joint = say(", or ") if kept.name == ALL else say(", and ")
        return joint.join(_broken(part) for part in kept.parts)
    if kept.name in FIRST_PERSON:
        return FIRST_PERSON[kept.name](**dict(kept.args))
    return say("this is so: {words}", words=Rule(NOT, parts=(kept,)).words())


# --- each predicate, in the first person --------------------------------------------


def _signs(stage: int, **_more: int) -> str:
    past = [f'"{title}"' for title in STAGES[stage:]]
    if len(past) == len(STAGES) - 1:
        return say("any sign of this card shows")
    return say("signs of {stages} show", stages=say(" or ").join(past))


def _calls(n: int | str, **_more: int) -> str:
    if isinstance(n, str):
        return say("there are more crisis calls than before")
    if n == 0:
        return say("there is a crisis call")
    return say(
        "there are more than {calls}",
        calls=say_many("{number} crisis call", "{number} crisis calls", n),
    )


def _nights(h: int, max_nights: int, days: int) -> str:
    return say(
        "I sleep under {h} hours on {nights} in {days}",
        h=h,
        nights=say_many("{number} night", "{number} nights", max_nights + 1),
        days=days,
    )


def _feared(outcomes: tuple[str, ...], **_more: int) -> str:
    if set(outcomes) >= {Happened.NO.value, Happened.PARTLY.value}:
        return say("what I fear happens")
    return say("what I fear happens, even a part of it")


def _fallen(points: int | None = None, percent: int | None = None) -> str:
    by = str(points) if points is not None else say("{percent}%", percent=percent)
    return say("my worry has not come down by {by}", by=by)


def _own(own_id: str) -> str:
    return one_line(words_of(own_id))


FIRST_PERSON: dict[str, Callable[..., str]] = {
    "attended_at_least": lambda n, of_last: say(
        "fewer than {n} of {of_last} sessions go ahead", n=n, of_last=of_last
    ),
    "belief_drop": lambda **_more: say("I am still as sure that it will happen"),
    "card_reviewed_within": lambda days: say(
        "nobody looked at this card for {days}",
        days=say_many("{number} day", "{number} days", days),
    ),
    "confidence_min": lambda x, **_more: say("I feel less sure than {x} of 10", x=x),
    "coped_rating_min": lambda x, **_more: say("I cope less than {x} of 10", x=x),
    "cravings_max": lambda x, **_more: say("my craving goes over {x} of 10", x=x),
    "crisis_contacts_max": _calls,
    "debrief_done": lambda **_more: say("we did not talk after a session"),
    "limit_kept": lambda limit_id, **_more: say(
        'I go over this limit: "{limit}"', limit=_own(limit_id)
    ),
    "no_concern": lambda **_more: say("anyone is hurt or unsafe, or asks me for money"),
    "no_financial_request_unreviewed": lambda: say("someone asks me for money"),
    "peak_suds_max": lambda x, **_more: say("my worry goes over {x} of 10", x=x),
    "post_le_pre": lambda **_more: say("I worry more after a session than before it"),
    "prediction_outcome_in": _feared,
    "restriction_review_in_date": lambda: say("a limit on me was not looked at again"),
    "safety_behaviour_reduced": lambda **told: say(
        'I do this again: "{behaviour}"', behaviour=_own(told["id"])
    ),
    "signs_stage_max": _signs,
    "sleep_nights_below": _nights,
    "stayed_planned_minutes": lambda p, **_more: say(
        "I stay less than {p}% of the time", p=p
    ),
    "suds_drop_from_baseline": _fallen,
}
