"""The claims of a commissioner's pack, in its sections; practice reference 6.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain import spc
from inclusion_cli.domain.claim_making import Making
from inclusion_cli.domain.claims import Claim, Strength, Unit
from inclusion_cli.domain.dashboard_charts import whole_weeks
from inclusion_cli.domain.number_kinds import hundredths
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.numbers import ServiceNumbers


@record
class Section:
    """Claims that belong together."""

    title: str
    claims: tuple[Claim, ...]


def sections(
    numbers: ServiceNumbers, *, first: date, last: date, waits: int
) -> tuple[Section, ...]:
    """Return every claim the numbers can carry, in sections.

    `waits` are the days after which nothing offered is over-caution.
    """
    make = Making(numbers, first, last)
    return (
        Section(say("Going, and going on"), tuple(_going(make))),
        Section(say("Independence"), tuple(_independence(make))),
        Section(say("How it is for people"), tuple(_how_it_is(make))),
        Section(say("Keeping safe"), tuple(_safe(make))),
        Section(say("Pace: neither too fast nor too slow"), tuple(_pace(make, waits))),
    )


def _going(make: Making) -> Iterator[Claim]:
    yield make.people("attended", say("went to at least one session"))
    yield make.events(
        "attended",
        "countable",
        Unit.SESSIONS,
        say("went ahead, of those that count"),
    )
    yield make.people(
        "sustained",
        say("who went to any had sustained engagement (defined below)"),
        whole="attended",
    )
    yield make.events(
        "sessions_one_off",
        "attended",
        Unit.SESSIONS,
        say("gone to fell outside sustained engagement so far"),
    )
    for weeks in (12, 26):
        yield make.people(
            f"lasting_{weeks}_weeks",
            say("who began an activity {weeks} weeks ago or more lasted {weeks} weeks",
                weeks=weeks),
            whole=f"begun_{weeks}_weeks_ago",
        )  # fmt: skip
    yield from _weekly(make)


def _weekly(make: Making) -> Iterator[Claim]:
    """Return a signal in the sessions gone to each week, where there is one."""
    weeks = whole_weeks(make.numbers.weeks)
    found = spc.chart([float(week.attended) for week in weeks], floor=0)
    attended = make.numbers.counts["attended"]
    if found.limits is None or not found.signals or not attended.n:
        return
    up = sum(1 if one.up else -1 for one in found.signals) > 0
    way = say("above") if up else say("below")
    yield Claim(
        key="weeks",
        first=make.first,
        last=make.last,
        n=attended.people,
        of=make.numbers.people,
        unit=Unit.PEOPLE,
        observed=say(
            "went to sessions in weeks that stand out: of {weeks} whole weeks some "
            "are {way} what is usual, {usual}",
            weeks=len(weeks),
            way=way,
            usual=_usual(found),
        ),
        missing=make.numbers.others,
        strength=Strength.SIGNAL,
        records=attended.ids,
        cells=("attended.n", "attended.people", "people"),
        missing_cell="others",
    )


def _usual(found: spc.Chart) -> str:
    limits, points = found.limits, found.points
    assert limits is not None, "there are limits to be told"
    return say(
        "{lower} to {upper} sessions in a week",
        lower=spc.told(limits.lower, points),
        upper=spc.told(limits.upper, points),
    )


def _independence(make: Making) -> Iterator[Claim]:
    yield from make.change(
        "accompaniment",
        say("have less company than at their first step"),
        say("the company of the first step"),
        say("{same} the same, {higher} more"),
    )
    out, staff = (
        make.numbers.amounts[n] for n in ("community_minutes", "staff_minutes")
    )
    if not out.total:
        return
    yield Claim(
        key="staff_minutes",
        first=make.first,
        last=make.last,
        n=out.n,
        of=out.n + out.missing,
        unit=Unit.SESSIONS,
        observed=say(
            "gone to have their minutes known: {ratio} staff minutes for each minute "
            "out",
            ratio=hundredths(staff.total, out.total),
        ),
        missing=out.missing,
        strength=Strength.GROUP,
        records=out.ids,
        cells=("minutes.n", "attended.n"),
        missing_cell="minutes.missing",
    )


def _how_it_is(make: Making) -> Iterator[Claim]:
    yield from make.change(
        "worry_before_change",
        say("rated worry before going lower"),
        say("their first 3 ratings"),
        say("{same} the same, {higher} higher"),
    )
    yield from make.change(
        "worry_peak_change",
        say("rated worry at its worst lower"),
        say("their first 3 ratings"),
        say("{same} the same, {higher} higher"),
    )
    yield from make.change(
        "loneliness",
        say("had a lower UCLA-3 score of loneliness"),
        say("their first score"),
        say("{same} the same, {higher} higher"),
    )
    yield from make.asked(
        "lonely_often",
        "lonely_asked",
        say("said they feel lonely often or always, the last time anybody asked"),
    )
    yield from make.change(
        "lonely_directly",
        say("said they feel lonely less often, asked directly"),
        say("their first answer"),
        say("{same} the same, {higher} more often"),
    )
    yield from make.rate("crisis_calls", say("a crisis call"))
    yield from make.rate("signs", say("an early sign"))


def _safe(make: Making) -> Iterator[Claim]:
    yield make.people("incidents", say("had an incident"))
    yield make.people("near_misses", say("had a near miss"))
    yield make.people("concerns", say("had a safeguarding concern raised"))
    yield make.events(
        "concerns_with_outcome",
        "concerns",
        Unit.CONCERNS,
        say("had what the person wished for, and how far it came about, written"),
    )
    yield from make.middle(
        "hours_to_manager",
        Unit.CONCERNS,
        say("reached a manager, half of them within {median} hours"),
    )
    yield make.people("restrictions_opened", say("had a restriction placed"))
    yield make.people("restrictions_lifted", say("had a restriction lifted"))
    yield make.people(
        "restrictions_in_force", say("had a restriction in force on the last day")
    )
    yield from make.middle(
        "days_to_lift",
        Unit.RESTRICTIONS,
        say("ended with the days known: half stood {median} days or less"),
    )


def _pace(make: Making, waits: int) -> Iterator[Claim]:
    yield make.people("pauses", say("had a pause"))
    yield from make.middle(
        "days_to_resume",
        Unit.PAUSES,
        say("ended with the days known: half took {median} days or less"),
    )
    yield make.events(
        "progressed_with_evidence",
        "progressed",
        Unit.MOVES,
        say("kept the evidence that what was agreed was met"),
    )
    yield make.events(
        "progressed_by_override",
        "progressed",
        Unit.MOVES,
        say("went against what was agreed, with the reason written"),
    )
    yield make.people(
        "stalled",
        say(
            "waited, ready for the next step and not offered it for {waits} days",
            waits=waits,
        ),
    )
    yield make.events(
        "cancelled_by_service",
        "planned",
        Unit.SESSIONS,
        say("did not go ahead: the service cancelled, of all that were planned"),
    )
    yield make.people(
        "lost_sessions", say("lost a session to a service cancellation or a pause")
    )
