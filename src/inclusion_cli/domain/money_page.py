"""What is agreed about money, practised, looked at together, and asked for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_standing import for_activity
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.money_agreed import ABOUT_WORDS
from inclusion_cli.domain.money_consent import why_not
from inclusion_cli.domain.money_requests import request_counts, says_requests
from inclusion_cli.domain.money_weeks import (
    MONEY_CHECK,
    Weeks,
    is_over,
    looked_since,
    says_unexplained,
    unreviewed_requests,
    weeks,
)
from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import lowered
from inclusion_cli.plain import folded
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.money_agreed import Agreement, MoneyCheck, Rehearsal

LOOKS_BACK_DAYS = 91  # three months: 13 weeks


@record
class MoneyLine:
    """One line: its day, what it says, and the record it is read from."""

    when: str
    says: str
    record: str


@record
class MoneyPage:
    """The money part of one person's file, on a day; `since` is where counts begin."""

    code: str
    name: str
    known_as: str
    since: date
    agreements: tuple[MoneyLine, ...]
    ended: tuple[MoneyLine, ...]
    rehearsed: str
    rehearsals: tuple[MoneyLine, ...]
    consent: str
    looked: str
    looks: tuple[MoneyLine, ...]
    requests: str
    late: tuple[str, ...]
    closed: date | None = None


def money_page(case: Casefile, *, on: date) -> MoneyPage:
    """Return what stands about money, and the counts of the last 13 weeks."""
    safety, since = case.safety, on - timedelta(days=LOOKS_BACK_DAYS)
    stand = [k for k in safety.agreements if not k.record.ended_on]
    ended = [k for k in safety.agreements if k.record.ended_on]
    return MoneyPage(
        code=case.person.record.code,
        name=case.person.record.name,
        known_as=case.known_as,
        since=since,
        agreements=tuple(map(agreement_line, stand)),
        ended=tuple(map(agreement_line, ended)),
        rehearsed=says_rehearsed(safety.rehearsals),
        rehearsals=tuple(_practised(safety.rehearsals)),
        consent=says_consent(case, on=on),
        looked=says_looked(case, on=on),
        looks=tuple(_look_line(k) for k in reversed(safety.money_checks)),
        requests=says_requests(request_counts(case, first=since, last=on)),
        late=tuple(says_late(case, first=since, on=on)),
        closed=case.closed_on,
    )


def has_money(case: Casefile) -> bool:
    """Say whether anything is kept about money beside what was asked for."""
    safety = case.safety
    return bool(safety.agreements or safety.rehearsals or safety.money_checks)


def agreement_line(kept: Kept[Agreement]) -> MoneyLine:
    """Return an agreement: what it is about, and the person's words."""
    agreed = kept.record
    says = f'{ABOUT_WORDS.get(agreed.about, agreed.about)}: "{agreed.words}"'
    if agreed.ended_on:
        says += say(
            " Ended on {day}: {why}.",
            day=say_day(agreed.ended_on),
            why=agreed.ended_because or say("no reason was given"),
        )
    elif agreed.look_on:
        says += say(" Look again on {day}.", day=say_day(agreed.look_on))
    return MoneyLine(say_day(agreed.on), says, short_id(kept.id))


def says_rehearsed(rehearsals: Iterable[Kept[Rehearsal]]) -> str:
    """Return how often a sentence was practised, and how sure the person felt."""
    told = tuple(rehearsals)
    if not told:
        return say("No sentence was practised yet.")
    times = say_many("{number} time", "{number} times", len(told))
    sure = [k.record.sure for k in told if k.record.sure is not None]
    if not sure:
        return say("Practised {times}. How sure was not asked.", times=times)
    return say(
        "Practised {times}. How sure, 0 to 10: first {first}, last {last}, "
        "asked {asked} of {many}.",
        times=times,
        first=sure[0],
        last=sure[-1],
        asked=len(sure),
        many=len(told),
    )


def _practised(rehearsals: Iterable[Kept[Rehearsal]]) -> Iterator[MoneyLine]:
    """Return each sentence once, with how often it was said; the newest first."""
    by_words: dict[str, list[Kept[Rehearsal]]] = {}
    for kept in rehearsals:
        by_words.setdefault(folded(kept.record.words), []).append(kept)
    for told in sorted(by_words.values(), key=lambda k: k[-1].order, reverse=True):
        newest = told[-1].record
        sure = "" if newest.sure is None else say(", {sure} of 10", sure=newest.sure)
        whom = say(", with {whom}", whom=newest.with_whom) if newest.with_whom else ""
        times = say_many("{number} time", "{number} times", len(told))
        says = f'"{newest.words}" {times}{whom}{sure}.'
        yield MoneyLine(say_day(newest.on), says, short_id(told[-1].id))


def says_consent(case: Casefile, *, on: date) -> str:
    """Return whether money may be looked at together, until when, or why not."""
    found = for_activity(case, MONEY_CHECK, on=on)
    if found is None or found.record.until is None:
        return why_not(case, on=on)
    return say(
        "{name} agreed on {day} to look at it together, until {until}.",
        name=case.known_as,
        day=say_day(found.record.on),
        until=say_day(found.record.until),
    )


def weeks_back(case: Casefile, *, on: date) -> Weeks | None:
    """Return the looks at the 13 weeks that ended before a day, None for no looks.

    Weeks before it was first agreed are not counted.
    """
    since = looked_since(case)
    if since is None:
        return None
    return weeks(case, first=_first(since, on), last=on - timedelta(days=1))


def _first(since: date, on: date) -> date:
    return max(on - timedelta(days=LOOKS_BACK_DAYS), since)


def says_looked(case: Casefile, *, on: date) -> str:
    """Return what the weekly looks found, with the weeks counted."""
    found, since = weeks_back(case, on=on), looked_since(case)
    if found is None or since is None:
        return say("Nobody looks at money together.")
    if not found.of:
        return say(
            "Begun on {first}: no week of it is over yet.",
            first=say_day(since),
        )
    return say(
        "From {first} to {last}: {says}",
        first=say_day(_first(since, on)),
        last=say_day(on - timedelta(days=1)),
        says=lowered(says_unexplained(found)),
    )


def _look_line(kept: Kept[MoneyCheck]) -> MoneyLine:
    return MoneyLine(
        say_day(kept.record.week), says_look(kept.record), short_id(kept.id)
    )


def says_look(look: MoneyCheck) -> str:
    """Return one look at a week in words."""
    if not look.done:
        return say("Not looked at: {why}.", why=look.why_not.rstrip("."))
    parts = [
        say("Nothing unexplained.")
        if not look.unexplained
        else say_many(
            "{number} thing not explained: {what}.",
            "{number} things not explained: {what}.",
            look.unexplained,
            what=look.what.rstrip("."),
        )
    ]
    if look.explained:
        parts.append(say("Explained: {how}.", how=look.explained.rstrip(".")))
    if look.action:
        parts.append(say("Next: {action}.", action=look.action.rstrip(".")))
    if not look.present:
        parts.append(say("The person was not there."))
    if not is_over(look.week, on=look.on):
        says = say(
            "The week was not over: look at it again before it counts as checked."
        )
        parts.append(says)
    return " ".join(parts)


def says_late(case: Casefile, *, first: date, on: date) -> Iterator[str]:
    """Return each request with no review on the day it was known."""
    for found in unreviewed_requests(case, on=on):
        if found.on < first:
            continue
        day, own = say_day(found.on), short_id(found.id)
        if found.reviewed_on is None:
            yield say(
                "The request of {day} waits for a review ({record}).",
                day=day,
                record=own,
            )
        else:
            yield say(
                "The request of {day} was reviewed late, on {reviewed} ({record}).",
                day=day,
                reviewed=say_day(found.reviewed_on),
                record=own,
            )


def money_lines(case: Casefile, *, on: date) -> tuple[str, ...]:
    """Return the money of a person in a few lines, for their own page."""
    since = on - timedelta(days=LOOKS_BACK_DAYS)
    late = tuple(says_late(case, first=since, on=on))
    if not has_money(case) and not late:
        return ()
    stand = [k for k in case.safety.agreements if not k.record.ended_on]
    agreed = (f"{k.record.words.rstrip('.')}." for k in stand)
    return (
        *(f'"{words}"' for words in agreed),
        *((says_looked(case, on=on),) if looked_since(case) else ()),
        says_requests(request_counts(case, first=since, last=on)),
        *late,
    )
