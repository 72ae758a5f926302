"""What the thread tells of keeping safe: incidents, concerns, requests for money.

Of a concern it tells that there was one, and what was done; never what it says. One
that no paper may name is no part of it.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.concern import Refer
from inclusion_cli.domain.concerns import lacking
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.incident_owed import owed
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.money import DID_WORDS
from inclusion_cli.domain.money_weeks import requests, unreviewed_requests
from inclusion_cli.domain.trace_lines import Stage, moment, there
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.concern import SafeguardingConcern
    from inclusion_cli.domain.incident import Incident
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.trace_lines import Moment

AFTER_ACTION_WITHIN = timedelta(days=14)
"""An incident is looked back on within 14 days; practice reference 6.4 (4)."""
REFERRED = {
    Refer.REFER: say("It was decided to refer it."),
    Refer.DO_NOT_REFER: say("It was decided not to refer it."),
}


def keeping_safe(case: Casefile, *, now: datetime) -> Iterator[Moment]:
    """Return incidents, concerns and requests for money, in no order."""
    back = kept_back(case)
    for kept in case.safety.incidents:
        if kept.id not in back:
            yield _incident(case, kept, now)
    for after in case.safety.after_actions:
        if after.id not in back:
            what = after.record.change
            says = say("Looked back. What changes: {change}", change=what)
            quote = after.record.person_said
            yield moment(Stage.INCIDENT, after, says, quote=quote)
    for concern in case.safety.concerns:
        if concern.id not in back:
            yield _concern(concern)
    yield from _requests(case, now)


def _incident(case: Casefile, kept: Kept[Incident], now: datetime) -> Moment:
    reviews = case.safety.after_actions
    looked = any(after.record.incident == kept.id for after in reviews)
    due = kept.happened_at + AFTER_ACTION_WITHIN < now
    late = sum(call.late for call in owed(kept, reviews, now=now).calls)
    calls = say_many(
        "a call after this incident that was to be made",
        "{number} calls after this incident that were to be made",
        late,
    )
    says = say("{what}", what=kept.record.what)
    return moment(
        Stage.INCIDENT,
        kept,
        says,
        quote=kept.record.view,
        missing=there(
            (not late, calls), (looked or not due, say("a look back at this incident"))
        ),
    )


def _concern(kept: Kept[SafeguardingConcern]) -> Moment:
    """Return that there was a concern and what was done, without its words."""
    told = kept.record
    did = [
        say("A safeguarding concern was written down."),
        say("The manager was told on {day}.", day=say_day(told.told_manager_at.date()))
        if told.told_manager_at
        else "",
        REFERRED[told.decided] if told.decided else "",
        say("Closed on {day}.", day=say_day(told.closed_on)) if told.closed_on else "",
    ]
    says = " ".join(filter(None, did))
    return moment(Stage.CONCERN, kept, says, missing=lacking(told))


def _requests(case: Casefile, now: datetime) -> Iterator[Moment]:
    """Return that somebody asked for money or things, and what the person did."""
    unseen = {one.id: one for one in unreviewed_requests(case, on=now.date())}
    for kept in requests(case, on=now.date()):
        money, late = kept.record.money, unseen.get(kept.id)
        says = say("Somebody asked for money or things.")
        if money:
            did = say("{name} {did}.", name=case.known_as, did=DID_WORDS[money.did])
            says = f"{says} {capital(did)}"
        over = late is not None and late.known_on < now.date()
        yield moment(
            Stage.MONEY,
            kept,
            says,
            missing=there(
                (money is not None, say("what the person did when they were asked")),
                (not over, say("a look at this request on the same day")),
            ),
        )
