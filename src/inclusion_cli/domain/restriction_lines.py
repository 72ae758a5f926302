"""The register of limits in words, and over everybody with totals."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.formulation_parts import LAWFUL_BASES
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.liberty import advice, advice_waits
from inclusion_cli.domain.record import record
from inclusion_cli.domain.restriction import VERDICT_WORDS
from inclusion_cli.domain.restriction_due import mending
from inclusion_cli.domain.restriction_grounds import PROBLEM_WORDS
from inclusion_cli.domain.restrictions import blanket, register
from inclusion_cli.domain.values import and_list, capital, lowered
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.registered import Registered
    from inclusion_cli.domain.service import Nation

NO_AUTHORITY = say("in force without current authority")
NOT_SIGNED = say("placed in an emergency and not signed off: the rest is still asked")


def on_paper(one: Registered) -> str:
    """Return how a limit stands where a paper names it, "" where it is in order."""
    if one.without_authority:
        return NO_AUTHORITY
    unsigned = one.kept is not None and one.kept.record.signed_on is None
    return NOT_SIGNED if unsigned else ""


_BASES = {choice.key: choice.label for choice in LAWFUL_BASES}


@record
class LimitLine:
    """One limit in words: what it is, how it stands, and what tells more of it.

    `told` counts its days, and those since the harm was seen. `rows` are its grounds,
    each with a name; `looks` what each look came to. `open`
    says that it is in force. `mend` is the command to go on with, () once it is lifted.
    """

    record: str
    code: str
    what: str
    state: str
    open: bool
    without_authority: bool
    told: str
    wrong: str
    rows: tuple[tuple[str, str], ...]
    looks: tuple[str, ...]
    advice: tuple[str, ...]
    mend: tuple[str, ...]
    name: str = ""


@record
class LimitTotals:
    """The register in numbers: what is in force, and how fast limits end.

    `median_days` is the middle of the days that those lifted this year had held, None
    where none was; `lifted` is how many those are.
    """

    year: int
    in_force: int
    without_authority: int
    unregistered: int
    lifted: int
    median_days: float | None


@record
class LimitList:
    """The register of one person, or of everybody where `code` is ""."""

    code: str
    name: str
    lines: tuple[LimitLine, ...]
    totals: LimitTotals
    blanket: tuple[str, ...]


def limit_list(
    cases: Iterable[Casefile], *, on: date, nation: Nation | None, one: bool
) -> LimitList:
    """Return the register of some people; of one person, with everything in it."""
    cases = tuple(cases)
    found = [(case, limit) for case in cases for limit in register(case, on=on)]
    shown = found if one else [pair for pair in found if pair[1].in_force]
    lines = (limit_line(case, limit, on=on, nation=nation) for case, limit in shown)
    first = cases[0].person.record if one else None
    return LimitList(
        code=first.code if first else "",
        name=first.name if first else "",
        lines=tuple(sorted(lines, key=lambda line: not line.open)),
        totals=limit_totals((limit for _case, limit in found), on=on),
        blanket=() if one else tuple(b.says for b in blanket(cases, on=on)),
    )


def limit_totals(limits: Iterable[Registered], *, on: date) -> LimitTotals:
    """Return the totals of limits on a day; what was lifted counts for its year."""
    limits = tuple(limits)
    first = date(on.year, 1, 1)
    lifted = [one for one in limits if one.lifted_on and one.lifted_on >= first]
    open_ = [one for one in limits if one.in_force]
    return LimitTotals(
        year=on.year,
        in_force=len(open_),
        without_authority=sum(one.without_authority for one in open_),
        unregistered=sum(one.written for one in open_),
        lifted=len(lifted),
        median_days=median(one.days_limited for one in lifted) if lifted else None,
    )


def limit_line(
    case: Casefile, one: Registered, *, on: date, nation: Nation | None = None
) -> LimitLine:
    """Return one limit in words."""
    code = case.person.record.code
    return LimitLine(
        record=short_id(one.id),
        code=code,
        what=one.what,
        state=state_words(one, on=on),
        open=one.in_force,
        without_authority=one.without_authority,
        told=f"{_limited(one)}. {capital(_harm(one))}.",
        wrong=_wrong(one),
        rows=tuple(_rows(one)),
        looks=tuple(_looks(one)),
        advice=advice(case.known_as, nation) if advice_waits(one) else (),
        mend=mending(one, code) if one.in_force else (),
        name=case.person.record.name,
    )


def _wrong(one: Registered) -> str:
    """Return what is to be mended of a limit in force; its date is said elsewhere."""
    if not one.in_force:
        return ""
    found = [key for key in one.problems if key != "overdue"]
    said = ["unsigned"] if "unsigned" in found else found  # the rest is not asked yet
    return and_list(PROBLEM_WORDS[key] for key in said)


def pack_limits(case: Casefile, *, first: date, on: date) -> tuple[LimitLine, ...]:
    """Return the limits in force on a day, and those lifted since a first day."""
    return tuple(
        limit_line(case, one, on=on)
        for one in register(case, on=on)
        if one.ended_on is None or one.ended_on >= first
    )


def limits_in_short(case: Casefile, *, on: date) -> tuple[str, ...]:
    """Return each limit in a sentence: what it is, how it stands, for how long."""
    return tuple(
        say(
            '"{what}": {state}. {days}.',
            what=one.what,
            state=state_words(one, on=on),
            days=_limited(one),
        )
        for one in register(case, on=on)
    )


def _limited(one: Registered) -> str:
    days = say_many("{number} day", "{number} days", one.days_limited)
    return say("{days} of liberty limited", days=days)


def state_words(one: Registered, *, on: date) -> str:
    """Return how a limit stands: in force, without authority, or lifted."""
    if one.lifted_on:
        return say("lifted on {day}", day=say_day(one.lifted_on, today=on))
    if one.closed_on:
        day = say_day(one.closed_on, today=on)
        return say("ended when the file was closed on {day}, never lifted", day=day)
    if one.without_authority and not one.signed:
        day = say_day(one.began, today=on)
        return f"{NO_AUTHORITY} " + say("since {day}", day=day)
    if one.without_authority and one.until:
        day = say_day(one.until + timedelta(days=1), today=on)
        return f"{NO_AUTHORITY} " + say("since {day}", day=day)
    if one.until is None:
        return say("in force")
    return say("in force, next look {day}", day=say_day(one.until, today=on))


def _harm(one: Registered) -> str:
    if one.days_since_harm is None:
        return say("no day is known on which the harm was seen")
    days = say_many("{number} day", "{number} days", one.days_since_harm)
    return say("{days} since the harm was last seen", days=days)


def _rows(one: Registered) -> Iterator[tuple[str, str]]:
    """Return the grounds of a limit, each with its name; only what is there."""
    it = one.kept.record if one.kept else None
    yield say("Since"), say_day(one.began)
    yield say("For the situation"), one.situation or say("none of the formulation")
    if it:
        yield from _told(say("How it feels"), it.feels and f'"{it.feels}"')
        yield from _told(say("Harm it prevents"), it.harm)
        seen = f" ({say_day(it.evidence_on)})" if it.evidence_on else ""
        yield from _told(say("Where it was seen"), it.evidence and it.evidence + seen)
    elif one.control:
        yield from _told(say("Harm it prevents"), one.control.harm)
    yield from _told(say("Lawful basis"), _BASES.get(one.lawful_basis, ""))
    if one.control:
        yield from _told(say("Tried before"), one.control.tried)
    for tried in it.tried if it else ():
        day = f" ({say_day(tried.on)})" if tried.on else ""
        came = f": {lowered(tried.came_of_it)}" if tried.came_of_it else ""
        yield say("Tried before"), f"{tried.what}{day}{came}"
    if it:
        yield from _told(say("Why no less will do"), it.proportionate)
        who = ", ".join(filter(None, (it.authorised_by, it.authorised_role)))
        yield from _told(say("Authorised by"), who)
        yield from _told(say("For a whole address"), it.address)
    yield say("It ends when"), one.ends_when or say("nothing says when")
    if it:
        last = say_day(it.ends_on) if it.ends_on else ""
        yield from _told(say("Last day"), last)
        yield from _told(say("What they say"), it.view and f'"{it.view}"')
        yield from _told(say("Complaint and advocate"), it.advocacy)


def _told(label: str, text: str) -> Iterator[tuple[str, str]]:
    if text:
        yield label, text


def _looks(one: Registered) -> Iterator[str]:
    """Return what each look at a limit came to, the latest first."""
    for kept in reversed(one.reviews):
        it = kept.record
        seen = f" ({say_day(it.evidence_on)})" if it.evidence_on else ""
        parts = (
            say(
                "{day}: {verdict}",
                day=say_day(it.on),
                verdict=VERDICT_WORDS[it.verdict],
            ),
            it.now and say("it is now: {now}", now=it.now),
            it.evidence and say("new: {evidence}", evidence=it.evidence + seen),
            it.why,
            it.view and f'"{it.view.rstrip(".")}"',
            it.advice and say("advice: {advice}", advice=it.advice),
            it.decided_by and say("with {who}", who=it.decided_by),
        )
        said = ". ".join(capital(part.rstrip(".")) for part in parts if part)
        yield f"{said}. ({short_id(kept.id)})"
