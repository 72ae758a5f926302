"""The claims of a commissioner's pack, in its sections; practice reference 6.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain import spc
from inclusion_cli.domain.claims import Before, Claim, Strength, Unit, strength_of
from inclusion_cli.domain.commissioner_cells import UNTOLD
from inclusion_cli.domain.number_kinds import say_tenths
from inclusion_cli.domain.record import record
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.numbers import ServiceNumbers
    from inclusion_cli.domain.numbers_total import SumStretch

A_WEEK = 6


@record
class Section:
    """Claims that belong together."""

    title: str
    claims: tuple[Claim, ...]


def sections(
    numbers: ServiceNumbers, *, first: date, last: date
) -> tuple[Section, ...]:
    """Return every claim the numbers can carry, in sections."""
    make = _Making(numbers, first, last)
    return (
        Section(say("Going, and going on"), tuple(_going(make))),
        Section(say("Independence"), tuple(_independence(make))),
        Section(say("How it is for people"), tuple(_how_it_is(make))),
        Section(say("Keeping safe"), tuple(_safe(make))),
        Section(say("Pace: neither too fast nor too slow"), tuple(_pace(make))),
    )


class _Making:
    """Makes claims over one period from one set of numbers."""

    def __init__(self, numbers: ServiceNumbers, first: date, last: date) -> None:
        self.numbers, self.first, self.last = numbers, first, last

    def people(self, name: str, observed: str, *, whole: str = "") -> Claim:
        """Return how many people have at least one of something."""
        count = self.numbers.counts[name]
        of = self.numbers.counts[whole].people if whole else self.numbers.people
        return Claim(
            key=name,
            first=self.first,
            last=self.last,
            n=count.people,
            of=of,
            unit=Unit.PEOPLE,
            observed=observed,
            missing=self.numbers.others,
            strength=strength_of(count.people, len(count.ids), count.people),
            records=count.ids,
            cells=(f"{name}.people", f"{whole}.people" if whole else "people"),
            missing_cell="others",
        )

    def events(self, name: str, whole: str, unit: Unit, observed: str) -> Claim:
        """Return how many of some events had something more.

        Of sessions those without a debrief are missing; a decision or concern is there.
        """
        part, all_of = self.numbers.counts[name], self.numbers.counts[whole]
        sessions = unit is Unit.SESSIONS
        unknown = self.numbers.counts["untold"].n if sessions else 0
        return Claim(
            key=name,
            first=self.first,
            last=self.last,
            n=part.n,
            of=all_of.n,
            unit=unit,
            observed=observed,
            missing=unknown,
            strength=strength_of(part.n, len(part.ids), part.people),
            records=part.ids,
            cells=(f"{name}.n", f"{whole}.n"),
            missing_cell=UNTOLD if sessions else "",
        )

    def middle(self, name: str, unit: Unit, observed: str) -> Iterator[Claim]:
        """Return the middle of some lengths of time, where any is known."""
        spread = self.numbers.spreads[name]
        if spread.median is None:
            return
        yield Claim(
            key=name,
            first=self.first,
            last=self.last,
            n=spread.n,
            of=spread.n + spread.missing,
            unit=unit,
            observed=observed.format(median=say_tenths(spread.median)),
            missing=spread.missing,
            strength=Strength.GROUP if spread.n > 1 else Strength.SINGLE,
            records=spread.ids,
            cells=(f"{name}.n", f"{name}.all"),
            missing_cell=f"{name}.missing",
        )

    def change(
        self, name: str, observed: str, before: str, aside: str
    ) -> Iterator[Claim]:
        """Return how many people's value is lower, of those it is known of twice."""
        change = self.numbers.changes[name]
        compared = change.lower + change.same + change.higher
        if not compared:
            return
        yield Claim(
            key=name,
            first=self.first,
            last=self.last,
            n=change.lower,
            of=compared,
            unit=Unit.PEOPLE,
            observed=observed,
            aside=aside.format(same=change.same, higher=change.higher),
            aside_cells=(f"{name}.same", f"{name}.higher"),
            before=Before(before, compared, say("the same people")),
            missing=self.numbers.people - compared,
            strength=Strength.PAIRED,
            records=change.ids,
            cells=(f"{name}.lower", f"{name}.compared"),
            missing_cell=f"{name}.missing",
        )

    def rate(self, name: str, what: str) -> Iterator[Claim]:
        """Return how many people had any, the rate, and the rate before."""
        now, then = self.numbers.rates[name], self.numbers.rates[f"{name}_before"]
        if not now.people:
            return
        before = None
        if then.days:
            rate = say_tenths(then.per_30 or 0)
            says = say("{rate} in 30 person-days, {n} in all", rate=rate, n=then.n)
            when = say_many("{number} person-day", "{number} person-days", then.days)
            before = Before(says, then.people, when, (f"{name}.before",))
        yield Claim(
            key=name,
            first=self.first,
            last=self.last,
            n=now.with_any,
            of=now.people,
            unit=Unit.PEOPLE,
            observed=say(
                "had {what}: {n} in {days} person-days, {rate} in 30",
                what=what,
                n=now.n,
                days=now.days,
                rate=say_tenths(now.per_30 or 0),
            ),
            before=before,
            missing=self.numbers.people - now.people,
            strength=Strength.PAIRED if before else Strength.GROUP,
            records=now.ids,
            cells=tuple(f"{name}.{part}" for part in ("any", "known", "n")),
            missing_cell=f"{name}.unknown",
        )


def _going(make: _Making) -> Iterator[Claim]:
    yield make.people("attended", say("went to at least one session"))
    yield make.events(
        "attended",
        "countable",
        Unit.SESSIONS,
        say("that count went ahead"),
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
        say("gone to were not, or not yet, part of sustained engagement"),
    )
    for weeks in (12, 26):
        yield make.people(
            f"lasting_{weeks}_weeks",
            say("who began an activity {weeks} weeks ago or more lasted {weeks} weeks",
                weeks=weeks),
            whole=f"begun_{weeks}_weeks_ago",
        )  # fmt: skip
    yield from _weekly(make)


def _weekly(make: _Making) -> Iterator[Claim]:
    """Return a signal in the sessions gone to each week, where there is one."""
    weeks = [w for w in make.numbers.weeks if (w.last - w.first).days == A_WEEK]
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
            "went to sessions in {weeks} whole weeks whose numbers changed: there are "
            "weeks {way} what was usual",
            weeks=len(weeks),
            way=way,
        ),
        before=_usual(found.limits, weeks),
        missing=make.numbers.others,
        strength=Strength.SIGNAL,
        records=attended.ids,
        cells=("attended.n", "attended.people", "people"),
        missing_cell="others",
    )


def _usual(limits: spc.Limits, weeks: list[SumStretch]) -> Before:
    says = say(
        "usual was {lower} to {upper} sessions in a week",
        lower=f"{limits.lower:.0f}",
        upper=f"{limits.upper:.0f}",
    )
    when = say_many("{number} week", "{number} weeks", len(weeks))
    return Before(says, len(weeks), when)


def _independence(make: _Making) -> Iterator[Claim]:
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
    ratio = f"{(staff.total * 200 + out.total) // (2 * out.total) / 100:.2f}"
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
            ratio=ratio,
        ),
        missing=out.missing,
        strength=Strength.GROUP,
        records=out.ids,
        cells=("minutes.n", "attended.n", "attended.people"),
        missing_cell="minutes.missing",
    )


def _how_it_is(make: _Making) -> Iterator[Claim]:
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
    yield from make.rate("crisis_calls", say("a crisis call"))
    yield from make.rate("signs", say("an early sign"))


def _safe(make: _Making) -> Iterator[Claim]:
    yield make.people("incidents", say("had an incident"))
    yield make.people("near_misses", say("had a near miss"))
    yield make.people("concerns", say("had a safeguarding concern raised"))
    yield make.events(
        "concerns_with_outcome",
        "concerns",
        Unit.CONCERNS,
        say("have what the person wished for, and how far it came about, written"),
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
        say("that were lifted have their days known: half took {median} days or less"),
    )


def _pace(make: _Making) -> Iterator[Claim]:
    yield make.people("pauses", say("had a pause"))
    yield from make.middle(
        "days_to_resume",
        Unit.PAUSES,
        say("that ended have their days known: half took {median} days or less"),
    )
    yield make.events(
        "progressed_with_evidence",
        "progressed",
        Unit.MOVES,
        say("have the evidence that met what was agreed kept beside them"),
    )
    yield make.people(
        "stalled", say("were ready for the next step and not offered it for 14 days")
    )
    yield make.events(
        "cancelled_by_service",
        "planned",
        Unit.SESSIONS,
        say("that were planned were cancelled by the service"),
    )
    yield make.people(
        "lost_sessions", say("lost a session to a service cancellation or a pause")
    )
