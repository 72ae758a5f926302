"""Each predicate as a clause to the person it is about: "you" and "we", and short.

Source: practice reference 3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.debrief import Happened
from inclusion_cli.domain.predicates.registry import words_of
from inclusion_cli.domain.predicates.windowed import in_days
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Callable


def _each(last: int) -> str:
    if last == 1:
        return say("at the last session")
    return say("at each of the last {last} sessions", last=last)


def _one(last: int) -> str:
    if last == 1:
        return say("at the last session")
    return say("at one of the last {last} sessions", last=last)


def _own(own_id: str) -> str:
    return one_line(words_of(own_id))


def _calls(n: int | str, days: int) -> str:
    if isinstance(n, str):
        return say("you make no more crisis calls than before")
    if not n:
        return say("there is no crisis call {in_days}", in_days=in_days(days))
    calls = say_many(
        "there is {number} crisis call at most",
        "there are {number} crisis calls at most",
        n,
    )
    return f"{calls} {in_days(days)}"


def _more_calls(n: int | str, days: int) -> str:
    if isinstance(n, str):
        return say("you make more crisis calls than before")
    if not n:
        return say("there is a crisis call {in_days}", in_days=in_days(days))
    calls = say_many("{number} crisis call", "{number} crisis calls", n)
    return say("there are more than {calls} {in_days}", calls=calls,
               in_days=in_days(days))  # fmt: skip


def _fear(outcomes: tuple[str, ...]) -> str:
    """Return what comes of a fear, one of some outcomes."""
    told = {
        (Happened.NO,): say("what you fear does not happen"),
        (Happened.NO, Happened.PARTLY): say("what you fear does not all happen"),
        (Happened.PARTLY,): say("a part of what you fear happens"),
        (Happened.PARTLY, Happened.YES): say("what you fear happens, or a part of it"),
        (Happened.YES,): say("what you fear happens"),
        (Happened.NO, Happened.YES): say("all of what you fear happens, or none"),
    }
    order = (Happened.NO, Happened.PARTLY, Happened.YES)
    some = tuple(one for one in order if one.value in outcomes)
    return told.get(some) or say("we know what came of what you feared")


def _fear_else(outcomes: tuple[str, ...]) -> str:
    return _fear(tuple(one.value for one in Happened if one.value not in outcomes))


def _fallen(points: int | None = None, percent: int | None = None) -> str:
    by = str(points) if points is not None else say("{percent}%", percent=percent)
    return say("your worry at its worst came down by {by}", by=by)


def _not_fallen(points: int | None = None, percent: int | None = None) -> str:
    by = str(points) if points is not None else say("{percent}%", percent=percent)
    return say("your worry at its worst has not come down by {by}", by=by)


def _nights(nights: int) -> str:
    return say_many("{number} night", "{number} nights", nights)


def _weeks(weeks: int) -> str:
    return say_many("{number} week", "{number} weeks", weeks)


def _times(last: int) -> str:
    return say_many("the last session", "each of the last {number} sessions", last)


TO_YOU: dict[str, tuple[Callable[..., str], Callable[..., str]]] = {
    "attended_at_least": (
        lambda n, of_last: say(
            "{n} of the last {of_last} sessions go ahead", n=n, of_last=of_last
        ),
        lambda n, of_last: say(
            "fewer than {n} of the last {of_last} sessions go ahead",
            n=n,
            of_last=of_last,
        ),
    ),
    "belief_drop": (
        lambda points, **_more: say(
            "you are {points} of 100 less sure that it will happen", points=points
        ),
        lambda **_more: say("you are still as sure that it will happen"),
    ),
    "card_reviewed_within": (
        lambda days: say("we looked at your card {in_days}", in_days=in_days(days)),
        lambda days: say(
            "nobody looked at your card {in_days}", in_days=in_days(days)
        ),
    ),
    "confidence_min": (
        lambda x, last=1: say("you feel sure, {x} of 10 or more, {when}", x=x,
                            when=_each(last)),
        lambda x, last=1: say("you feel less sure than {x} of 10 {when}", x=x,
                            when=_one(last)),
    ),
    "coped_rating_min": (
        lambda x, last=1: say("you cope, {x} of 10 or better, {when}", x=x,
                              when=_each(last)),
        lambda x, last=1: say("you cope less than {x} of 10 {when}", x=x,
                              when=_one(last)),
    ),
    "cravings_max": (
        lambda x, last: say("your craving is {x} of 10 or less {when}", x=x,
                            when=_each(last)),
        lambda x, last: say("your craving goes over {x} of 10 {when}", x=x,
                            when=_one(last)),
    ),
    "crisis_contacts_max": (_calls, _more_calls),
    "debrief_done": (
        lambda last, within_hours: say(
            "we talk within {hours} hours of {sessions}",
            hours=within_hours,
            sessions=_times(last),
        ),
        lambda within_hours, **_more: say(
            "we did not talk within {hours} hours of a session", hours=within_hours
        ),
    ),
    "limit_kept": (
        lambda limit_id, last: say(
            'you keep to "{limit}" {when}', limit=_own(limit_id), when=_each(last)
        ),
        lambda limit_id, last: say(
            'you go over "{limit}" {when}', limit=_own(limit_id), when=_one(last)
        ),
    ),
    "money_looked_at": (
        lambda n, of_last: say(
            "we look at your money together in {n} of {weeks}",
            n=n,
            weeks=_weeks(of_last),
        ),
        lambda n, of_last: say(
            "we look at your money together in fewer than {n} of {weeks}",
            n=n,
            weeks=_weeks(of_last),
        ),
    ),
    "no_concern": (
        lambda days: say(
            "nobody is hurt or unsafe, or asks you for money, {in_days}",
            in_days=in_days(days),
        ),
        lambda days: say(
            "anyone is hurt or unsafe, or asks you for money, {in_days}",
            in_days=in_days(days),
        ),
    ),
    "no_financial_request_unreviewed": (
        lambda: say("we have talked about each time someone asked you for money"),
        lambda: say("someone asks you for money, and we have not talked yet"),
    ),
    "no_pause_event": (
        lambda days: say("no sign to stop shows {in_days}", in_days=in_days(days)),
        lambda days: say("a sign to stop shows {in_days}", in_days=in_days(days)),
    ),
    "no_unexplained_money": (
        lambda weeks: say(
            "all your money is explained in {weeks} that we look at",
            weeks=_weeks(weeks),
        ),
        lambda weeks: say(
            "some money is not explained in {weeks} that we look at",
            weeks=_weeks(weeks),
        ),
    ),
    "peak_suds_max": (
        lambda x, last: say("your worry stays at {x} of 10 or less {when}", x=x,
                            when=_each(last)),
        lambda x, last: say("your worry goes over {x} of 10 {when}", x=x,
                            when=_one(last)),
    ),
    "post_le_pre": (
        lambda last: say("you worry no more after than before {when}",
                         when=_each(last)),
        lambda last: say("you worry more after than before {when}", when=_one(last)),
    ),
    "prediction_outcome_in": (
        lambda outcomes, last: say("{fear}, {when}", fear=_fear(outcomes),
                                   when=_each(last)),
        lambda outcomes, last: say("{fear}, {when}", fear=_fear_else(outcomes),
                                   when=_one(last)),
    ),
    "restriction_review_in_date": (
        lambda: say("each limit on you was looked at in time"),
        lambda: say("a limit on you was not looked at in time"),
    ),
    "safety_behaviour_reduced": (
        lambda last=1, **told: say('you do without "{behaviour}" {when}',
                                   behaviour=_own(told["id"]), when=_each(last)),
        lambda last=1, **told: say('you do "{behaviour}" again {when}',
                                   behaviour=_own(told["id"]), when=_one(last)),
    ),
    "signs_stage_max": (
        lambda stage, days: say('no sign past "{stage}" shows {in_days}',
                                stage=STAGES[stage - 1], in_days=in_days(days)),
        lambda stage, days: say('a sign past "{stage}" shows {in_days}',
                                stage=STAGES[stage - 1], in_days=in_days(days)),
    ),
    "sleep_nights_below": (
        lambda h, max_nights, days: say(
            "you sleep under {h} hours on {nights} at most {in_days}",
            h=h, nights=_nights(max_nights), in_days=in_days(days)),
        lambda h, max_nights, days: say(
            "you sleep under {h} hours on {nights} {in_days}",
            h=h, nights=_nights(max_nights + 1), in_days=in_days(days)),
    ),
    "stayed_planned_minutes": (
        lambda p, last: say("you stay for {p}% of the time {when}", p=p,
                            when=_each(last)),
        lambda p, last: say("you stay less than {p}% of the time {when}", p=p,
                            when=_one(last)),
    ),
    "suds_drop_from_baseline": (_fallen, _not_fallen),
}  # fmt: skip
"""Each predicate as a clause to the person: that it holds, and that it does not."""
