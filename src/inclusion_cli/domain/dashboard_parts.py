"""The families of a dashboard, for one person and for everybody: the same numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dashboard_charts import (
    between_fact,
    crisis_chart,
    week_chart,
    worry_chart,
)
from inclusion_cli.domain.dashboard_facts import (
    change_fact,
    fact,
    people_of,
    rate_facts,
    spread_facts,
)
from inclusion_cli.domain.dashboard_lines import Fact, Part, filled
from inclusion_cli.domain.dashboard_safe import (
    cost_facts,
    cost_part,
    idle,
    pace_part,
    safe_part,
    waiting_facts,
)
from inclusion_cli.domain.dashboard_tables import month_table, rate_table
from inclusion_cli.domain.number_kinds import hundredths
from inclusion_cli.domain.numbers import total
from inclusion_cli.domain.numbers_total import Empty
from inclusion_cli.domain.pack_sessions import attendance_said, cancelled_said
from inclusion_cli.domain.plan import ACCOMPANIMENT
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.numbers import PersonNumbers, ServiceNumbers


def person_parts(case: Casefile, one: PersonNumbers) -> Iterator[Part]:
    """Return the families of one person's numbers."""
    numbers = total((one,))
    yield sessions_part(numbers)
    yield engagement_part(numbers, tuple(_company_now(one)))
    yield time_part(numbers)
    yield _worry(case, one, numbers)
    yield signs_part(numbers, one.crisis_days, one.last)
    yield safe_part(numbers)
    yield pace_part(numbers, tuple(idle(one)))
    yield cost_part(one, numbers)


def service_parts(
    numbers: ServiceNumbers,
    crisis: Sequence[date],
    waiting: Sequence[tuple[str, int]],
    last: date,
) -> Iterator[Part]:
    """Return the families of everybody's numbers."""
    yield sessions_part(numbers)
    yield engagement_part(numbers, (change_fact(numbers, "accompaniment"),))
    yield time_part(numbers)
    yield Part(
        "worry", say("How it is, by people's own ratings"), tuple(_worry_all(numbers))
    )
    yield signs_part(numbers, crisis, last)
    yield safe_part(numbers)
    yield pace_part(numbers, tuple(waiting_facts(numbers, waiting)))
    yield Part("caution", say("What caution cost"), tuple(cost_facts(numbers)))


def sessions_part(numbers: ServiceNumbers) -> Part:
    """Return sessions: gone to of those that count, what others cancelled apart."""
    counts = Empty(0, {name: one.n for name, one in numbers.counts.items()})
    facts = [
        fact(says, numbers.counts[name].ids) for name, says in attendance_said(counts)
    ]
    ours = numbers.counts["cancelled_by_service"].ids
    facts += [fact(says, ours) for says in cancelled_said(counts)]
    untold = numbers.counts["untold"]
    if untold.n:
        facts.append(
            fact(
                say(
                    "Missing: {untold} with no debrief yet.",
                    untold=say_many("{number} session", "{number} sessions", untold.n),
                ),
                untold.ids,
            )
        )
    weeks = week_chart(numbers.weeks)
    return Part(
        "sessions",
        say("Sessions"),
        (*facts, *weeks.facts),
        charts=weeks.charts,
        drawn=weeks.tables,
    )


def engagement_part(numbers: ServiceNumbers, more: tuple[Fact, ...]) -> Part:
    """Return what lasted, apart from going once."""
    counts = numbers.counts
    lasted = say(
        "{sustained} of {activities} lasted: 6 sessions or more, over 8 weeks or more, "
        "with no gap over 3 weeks that nothing explains.{people}",
        sustained=counts["sustained"].n,
        activities=say_many(
            "{number} activity", "{number} activities", counts["activities"].n
        ),
        people=people_of(numbers, "sustained"),
    )
    apart = say(
        "{inside} gone to were in what lasted, {outside} were not, or not yet. "
        "Gone to once: {once}.",
        inside=say_many(
            "{number} session", "{number} sessions", counts["sessions_in_sustained"].n
        ),
        outside=counts["sessions_one_off"].n,
        once=say_many(
            "{number} activity", "{number} activities", counts["once_only"].n
        ),
    )
    facts = [
        fact(lasted, counts["sustained"].ids),
        fact(apart, counts["sessions_in_sustained"].ids),
    ]
    return Part("engagement", say("What lasted"), (*facts, *_lasting(numbers), *more))


def _lasting(numbers: ServiceNumbers) -> Iterator[Fact]:
    """Return how many of the activities begun 12 and 26 weeks ago lasted as long."""
    for weeks in (12, 26):
        begun = numbers.counts[f"begun_{weeks}_weeks_ago"]
        held = numbers.counts[f"lasting_{weeks}_weeks"]
        if begun.n:
            says = say(
                "Of {begun} begun {weeks} weeks ago or more, {held} lasted "
                "{weeks} weeks.",
                begun=say_many("{number} activity", "{number} activities", begun.n),
                weeks=weeks,
                held=held.n,
            )
            yield fact(says, held.ids)


def _company_now(one: PersonNumbers) -> Iterator[Fact]:
    first, last = one.accompaniment.first, one.accompaniment.last
    if first is None or last is None:
        yield fact(say("No step has begun."))
        return
    begun, now = (ACCOMPANIMENT[level // 10] for level in (first, last))
    yield fact(
        say("At the first step: {begun}. Now: {now}.", begun=begun, now=now),
        one.accompaniment.ids,
    )


def time_part(numbers: ServiceNumbers) -> Part:
    """Return time out, and how much of it a worker was there."""
    out, staff = numbers.amounts["community_minutes"], numbers.amounts["staff_minutes"]
    facts = [
        fact(
            say(
                "{out} minutes out, in {sessions}. A worker was there for {staff} of "
                "them. How long it took is missing for {missing}.",
                out=out.total,
                sessions=say_many("{number} session", "{number} sessions", out.n),
                staff=staff.total,
                missing=out.missing,
            ),
            out.ids,
        )
    ]
    if out.total:
        facts.append(
            fact(
                say(
                    "Staff minutes for each minute out: {ratio}. Travel and calls are "
                    "not in it: nobody writes their minutes down.",
                    ratio=hundredths(staff.total, out.total),
                ),
                staff.ids,
            )
        )
    return Part(
        "time",
        say("Time out, and staff time"),
        tuple(facts),
        filled(month_table(numbers)),
    )


def _worry(case: Casefile, one: PersonNumbers, numbers: ServiceNumbers) -> Part:
    drawn = worry_chart(case, one)
    return Part(
        "worry",
        say("How it is, by {name}'s own ratings", name=case.known_as),
        (*_worry_all(numbers), *drawn.facts),
        charts=drawn.charts,
        drawn=drawn.tables,
    )


def _worry_all(numbers: ServiceNumbers) -> Iterator[Fact]:
    before, peak = numbers.spreads["worry_before"], numbers.spreads["worry_peak"]
    yield from spread_facts(say("Worry before going"), before)
    yield from spread_facts(say("Worry at its worst"), peak)
    for name in ("worry_before_change", "worry_peak_change", "loneliness"):
        yield change_fact(numbers, name)


def signs_part(numbers: ServiceNumbers, crisis: Sequence[date], last: date) -> Part:
    """Return signs and crisis calls in 30 person-days, beside what was before."""
    drawn, talks = crisis_chart(crisis, last), numbers.counts["suicide_talks"]
    talked = say(
        "Talks about thoughts of suicide: {n}.{people}",
        n=talks.n,
        people=people_of(numbers, "suicide_talks"),
    )
    return Part(
        "signs",
        say("Signs, crisis calls and incidents"),
        (*rate_facts(numbers), between_fact(crisis, last), fact(talked, talks.ids)),
        filled(rate_table(numbers)),
        drawn.charts,
        drawn.tables,
    )
