"""Predicates over the weekly look at money: how many weeks, and what was unexplained.

A week counts once it has ended, since the step began, and was looked at after that.
Which weeks were looked at is always said: what was not looked at is not known.
Source: practice reference 2.3, 4.6.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.finding import CANNOT_TELL, MET, NOT_MET, Found, Told
from inclusion_cli.domain.predicates.registry import HIGHER, Kind, predicate
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.facts import Facts, Looked

WEEK = timedelta(days=7)
ENOUGH_IN_4 = 3
"""Of 4 weeks, 3 must be looked at: the 75 % rule of practice reference 2.3."""
WEEKS = Kind(1, 52, asks=say("Over how many weeks?"), strict=HIGHER)


def ended_weeks(facts: Facts, most: int) -> tuple[date, ...]:
    """Return the Mondays of the last weeks that began with the step and have ended."""
    newest = facts.on - timedelta(days=facts.on.weekday()) - WEEK
    mondays = (newest - n * WEEK for n in range(most))
    first = facts.began - timedelta(days=facts.began.weekday())
    return tuple(reversed([monday for monday in mondays if monday >= first]))


def _looks(facts: Facts, weeks: tuple[date, ...]) -> dict[date, Looked]:
    known = {look.week: look for look in facts.known_looks()}
    return {week: known[week] for week in weeks if week in known}


def _settled(look: Looked | None) -> bool:
    """Say whether nothing more is to come of a week: looked at whole, or given up."""
    return look is not None and (look.checked or not look.done)


def _checked(weeks: tuple[date, ...], done: int, wanted: int) -> str:
    return say(
        "{done} of {weeks} checked",
        done=done,
        weeks=say_many("{number} week", "{number} weeks", max(len(weeks), wanted)),
    )


@predicate(
    lambda n, of_last: say(
        "the week's money was looked at together in {n} of the last {weeks}",
        n=n,
        weeks=say_many("{number} week", "{number} weeks", of_last),
    ),
    lambda n, of_last: say(
        "the week's money was looked at in fewer than {n} of the last {weeks}",
        n=n,
        weeks=say_many("{number} week", "{number} weeks", of_last),
    ),
    say("The week's money was looked at together"),
    n=Kind(1, 52, asks=say("In how many of them?"), strict=HIGHER),
    of_last=WEEKS,
)
def money_looked_at(facts: Facts, n: int, of_last: int) -> Found:
    """Judge whether so many of the last weeks were looked at together.

    The newest week may still be looked at until the next one ends. Where nothing is
    written of any of them, nobody can tell.
    """
    weeks = ended_weeks(facts, of_last)
    looks = _looks(facts, weeks)
    done = [look for look in looks.values() if look.checked]
    open_ = [week for week in weeks[-1:] if not _settled(looks.get(week))]
    missing = n - len(done)
    still = len(open_) + of_last - len(weeks) if looks else of_last
    answer = MET if missing <= 0 else CANNOT_TELL if missing <= still else NOT_MET

    def tell() -> Told:
        used = tuple(look.id for look in done)
        shows = _checked(weeks, len(done), of_last)
        lacking = say_many("{number} week", "{number} weeks", max(missing, 0))
        if answer is CANNOT_TELL:
            return Told(shows, used, say("a look at {weeks} more", weeks=lacking))
        change = (
            say("met, after {weeks} more that are looked at", weeks=lacking)
            if answer is NOT_MET
            else ""
        )
        return Told(shows, used, change=change)

    return Found(answer, tell)


@predicate(
    lambda weeks: say(
        "nothing unexplained in {weeks} of money looked at together",
        weeks=say_many("{number} week", "{number} weeks", weeks),
    ),
    lambda weeks: say(
        "something unexplained in {weeks} of money looked at together",
        weeks=say_many("{number} week", "{number} weeks", weeks),
    ),
    say("Nothing unexplained in the week's money"),
    weeks=WEEKS,
)
def no_unexplained_money(facts: Facts, weeks: int) -> Found:
    """Judge whether the looks of the last weeks found nothing unexplained.

    With fewer than 75 % of the weeks looked at it cannot be told, unless it has failed.
    """
    ended = ended_weeks(facts, weeks)
    looks = _looks(facts, ended).values()
    done = [look for look in looks if look.checked]
    bad = [look for look in looks if look.done and look.unexplained]
    enough = len(ended) == weeks and len(done) * 4 >= weeks * ENOUGH_IN_4
    answer = NOT_MET if bad else MET if enough else CANNOT_TELL

    def tell() -> Told:
        checked = _checked(ended, len(done), weeks)
        if bad:
            on = max(look.week for look in bad)
            shows = say(
                "Unexplained in the week of {week}, {checked}",
                week=say_day(on),
                checked=checked,
            )
            free = say_day(on + (weeks + 1) * WEEK)
            change = say("met from {free}, if no more is found until then", free=free)
            return Told(shows, tuple(look.id for look in bad), change=change)
        used = tuple(look.id for look in done)
        if enough:
            return Told(say("None found, {checked}", checked=checked), used)
        lacking = say("looks at more weeks, and time") if ended else say("time")
        return Told(say("None found yet, {checked}", checked=checked), used, lacking)

    return Found(answer, tell)
