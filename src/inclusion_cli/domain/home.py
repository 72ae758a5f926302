"""The home screen: what is due for everybody, drafts first, and when that is all."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import inf
from typing import TYPE_CHECKING

from inclusion_cli.domain.alarms import Side, has_limits
from inclusion_cli.domain.dates import say_day, say_near, say_time
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.domain.due import LOOKS_AHEAD_DAYS, Due, Group, Urgency
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.formulation_copy import pasted
from inclusion_cli.domain.incident import Rung
from inclusion_cli.domain.record import field, record
from inclusion_cli.domain.safety import NO_SERVICE_RECORDS, ServiceRecords
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile

NOW_WORDS = say("Now, before all else")
GROUP_WORDS = {
    Group.DRAFTS: say("Pick up where you left off"),
    Group.TODAY: say("To do today"),
    Group.COMING: say("Coming up"),
    Group.LOOK: say("Worth a look"),
}


@record
class DraftNote:
    """A draft, as home needs it: whose, which form, how far, since when.

    `total` is 0 where nobody can say how many questions there are, and `about` says
    that an answer to come may change it. `session` is the id
    of the session it debriefs, if it does. `ring` is whom what is told so far asks to
    ring: that waits for nothing to be saved.
    """

    person: str
    code: str
    title: str
    answered: int
    total: int
    started: datetime
    command: tuple[str, ...]
    session: str = ""
    ring: tuple[Rung, ...] = ()
    about: bool = False


@record
class Home:
    """The home screen: what is due, in its groups, and what comes after."""

    now: datetime
    worker: str
    items: tuple[Due, ...]
    people: int
    closing: str
    practice: bool = False
    notices: tuple[str, ...] = field(default=())


def home(
    cases: Iterable[Casefile],
    drafts: Iterable[DraftNote],
    *,
    left: Iterable[Casefile] = (),
    now: datetime,
    worker: str,
    practice: bool = False,
    defaults: Defaults = SHIPPED,
    service: ServiceRecords = NO_SERVICE_RECORDS,
) -> Home:
    """Return what is due now, for everybody and for the service, drafts first.

    `left` are the files of people who left that may still owe something.
    """
    cases, drafts = tuple(cases), tuple(drafts)
    items = [*draft_dues(drafts, now)]
    begun = {(draft.session,) for draft in drafts if draft.session}
    for case in cases:
        due = due_for(case, now=now, defaults=defaults)
        items += (item for item in due if item.alarm or item.records not in begun)
    items += (due for case in left for due in due_for(case, now=now))
    items += _pasted(cases)
    items += _blanket(cases, now)
    items += _service(service, now, defaults)
    items += _two_numbers(cases, service)
    items.sort(key=lambda item: _place(item, now))
    return Home(
        now=now,
        worker=worker,
        items=tuple(items),
        people=len(cases),
        closing=_closing(items, now.date()),
        practice=practice,
    )


def draft_dues(drafts: Iterable[DraftNote], now: datetime) -> Iterator[Due]:
    """Return the line of each draft; an alarm where somebody is to be rung."""
    for draft in drafts:
        when = say_near(draft.started.date(), today=now.date())
        said = say_many("{number} answer", "{number} answers", draft.answered) + " kept"
        if not draft.answered:
            said = say("A line was begun, and is kept")
        elif draft.total:
            said = _of_how_many(draft)
        says = say(
            "{title}, from {when} {started}. {said}.",
            title=draft.title,
            when=when,
            started=say_time(draft.started),
            said=said,
        )
        yield _draft_line(draft, says)


def _of_how_many(draft: DraftNote) -> str:
    told = {"answered": draft.answered, "total": draft.total}
    if draft.about and draft.answered < draft.total:
        return say("{answered} of about {total} answered", **told)
    return say("{answered} of {total} answered", **told)


def _draft_line(draft: DraftNote, says: str) -> Due:
    """Return the line of a draft; an alarm where somebody is to be rung."""
    about = (draft.person, draft.code)
    if not draft.ring:
        return Due(Group.DRAFTS, *about, says, draft.command)
    from inclusion_cli.domain.incident_words import in_short  # noqa: PLC0415 - rare

    says = say(
        "{says} It is not saved yet. {ring}", says=says, ring=in_short(draft.ring)
    )
    at_once = any(not rung.within for rung in draft.ring)
    return Due(
        Group.DRAFTS,
        *about,
        says,
        draft.command,
        alarm=Side.RISK.value,
        urgency=Urgency.NOW if at_once else Urgency.USUAL,
    )


def _pasted(cases: Iterable[Casefile]) -> Iterator[Due]:
    """Return whose formulation has words of another one, letter for letter."""
    written = {c.person.record.code: c for c in cases if c.formulation is not None}
    named = (
        (code, c.formulation.record) for code, c in written.items() if c.formulation
    )
    for code, copied in pasted(named).items():
        case, first = written[code], copied[0]
        more = (
            say(
                " {counted} more.",
                counted=say_many("{number} line", "{number} lines", len(copied) - 1),
            )
            if copied[1:]
            else ""
        )
        ids = (case.formulation.id,) if case.formulation else ()
        name, says = case.person.record.name, f"{first.says}{more}"
        show = ("formulate", "show", code)
        yield Due(Group.LOOK, name, code, says, show, records=ids)


def _two_numbers(cases: Iterable[Casefile], service: ServiceRecords) -> Iterator[Due]:
    """Return where a card and the ladder of calls differ, where we have a ladder."""
    if service.ladders:
        from inclusion_cli.domain.two_numbers import dues  # noqa: PLC0415 - few have it

        yield from dues(cases, service)


def _blanket(cases: Iterable[Casefile], now: datetime) -> Iterator[Due]:
    """Return the limits that may be a rule for all, where there are limits at all."""
    limited = tuple(case for case in cases if has_limits(case))
    if limited:
        from inclusion_cli.domain.restrictions import blanket  # noqa: PLC0415 - few

        for found in blanket(limited, on=now.date()):
            yield Due(
                Group.TODAY,
                say("A rule for all?"),
                "",
                found.says,
                ("restriction", "list"),
                records=found.records,
                alarm=Side.CAUTION.value,
            )


def _service(
    service: ServiceRecords, now: datetime, defaults: Defaults
) -> Iterator[Due]:
    """Return what is due of the service's own, where there is any of it."""
    if service != NO_SERVICE_RECORDS:
        from inclusion_cli.domain.service_due import dues  # noqa: PLC0415 - few days

        yield from dues(service, now=now)
    if service.supervisions:
        from inclusion_cli.domain import supervision_due  # noqa: PLC0415 - few days

        yield from supervision_due.dues(service, now=now, defaults=defaults)


def _place(item: Due, now: datetime) -> tuple[bool, int, bool, float, date, str]:
    """Return where a line stands: danger first, then by group, alarms foremost.

    Of the others, what has a time today comes before what has waited for days.
    """
    later, group = item.urgency is not Urgency.NOW, list(Group).index(item.group)
    today = now.date()
    timed = item.at and item.at.date() == today and not item.alarm
    by = item.at.timestamp() if item.at and timed else inf
    return (later, group, not item.alarm, by, item.on or today, item.code)


def _closing(items: Iterable[Due], on: date) -> str:
    items = tuple(items)
    ahead = [item.on for item in items if item.group is Group.COMING and item.on]
    until = on + timedelta(days=LOOKS_AHEAD_DAYS)
    if any(item.group in (Group.DRAFTS, Group.TODAY) for item in items):
        return say("More may come after {until}.", until=say_day(until, today=on))
    if ahead:
        return say(
            "You are up to date. Next: {min}.", min=say_day(min(ahead), today=on)
        )
    return say(
        "You are up to date. Nothing is planned until {until}.",
        until=say_day(until, today=on),
    )
