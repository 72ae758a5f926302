"""Claims made from numbers, each kind in one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.claims import Before, Claim, Strength, Unit, strength_of
from inclusion_cli.domain.commissioner_cells import UNTOLD
from inclusion_cli.domain.number_kinds import say_tenths
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from inclusion_cli.domain.numbers import ServiceNumbers
    from inclusion_cli.domain.numbers_total import SumRate


class Making:
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
            key=f"{name}_of_{whole}",
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

    def asked(self, name: str, whole: str, observed: str) -> Iterator[Claim]:
        """Return how many people gave an answer, of those who were asked."""
        part, all_of = self.numbers.counts[name], self.numbers.counts[whole]
        if not all_of.people:
            return
        yield Claim(
            key=name,
            first=self.first,
            last=self.last,
            n=part.people,
            of=all_of.people,
            unit=Unit.PEOPLE,
            observed=observed,
            missing=self.numbers.people - all_of.people,
            strength=strength_of(part.people, len(part.ids), part.people),
            records=part.ids,
            cells=(f"{name}.people", f"{whole}.people"),
            missing_cell=f"{whole}.rest",
        )

    def rate(self, name: str, what: str) -> Iterator[Claim]:
        """Return how many people had any, the rate, and the rate before."""
        now, then = self.numbers.rates[name], self.numbers.rates[f"{name}_before"]
        if not now.people:
            return
        before = None
        if then.days:
            says = say("{n} in all", n=then.n)
            if then.per_30 is not None:
                rate = say_tenths(then.per_30)
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
            observed=_in_days(what, now),
            before=before,
            missing=self.numbers.people - now.people,
            strength=Strength.PAIRED if before else Strength.GROUP,
            records=now.ids,
            cells=tuple(f"{name}.{part}" for part in ("any", "known", "n")),
            missing_cell=f"{name}.unknown",
        )


def _in_days(what: str, now: SumRate) -> str:
    """Return how many had something in so many days; a rate from 30 days on."""
    if now.per_30 is None:
        return say(
            "had {what}: {n} in {days} person-days", what=what, n=now.n, days=now.days
        )
    return say(
        "had {what}: {n} in {days} person-days, {rate} in 30",
        what=what,
        n=now.n,
        days=now.days,
        rate=say_tenths(now.per_30),
    )
