"""The tables of a dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.caution_cost import TOOK_WORDS, Lost
from inclusion_cli.domain.dashboard_lines import Rows
from inclusion_cli.domain.dates import MONTHS, say_day
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.number_kinds import hundredths, say_tenths
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.numbers import ServiceNumbers
    from inclusion_cli.domain.numbers_total import SumStretch

NONE_SAID = say("not known")


def month_table(numbers: ServiceNumbers) -> Rows:
    """Return each month: sessions, minutes out, staff minutes, and the two together."""
    return Rows(
        caption=say("Month by month"),
        heads=(
            say("Month"),
            say("Went"),
            say("Of"),
            say("Cancelled by us"),
            say("Minutes out"),
            say("Staff minutes"),
            say("Staff minutes for each"),
            say("Minutes not known"),
        ),
        rows=tuple(_month(one) for one in _begun(numbers.months)),
    )


def _begun(months: tuple[SumStretch, ...]) -> tuple[SumStretch, ...]:
    """Return the months since the first in which there was a session."""
    there = [bool(m.countable or m.cancelled_by_service) for m in months]
    return tuple(months[there.index(True) :]) if True in there else ()


def _month(one: SumStretch) -> tuple[str, ...]:
    out, staff = one.community_minutes, one.staff_minutes
    return (
        f"{MONTHS[one.first.month - 1][:3]} {one.first.year}",
        str(one.attended),
        str(one.countable),
        str(one.cancelled_by_service),
        str(out),
        str(staff),
        hundredths(staff, out) or NONE_SAID,
        str(one.minutes_missing),
    )


def rate_table(numbers: ServiceNumbers) -> Rows:
    """Return signs and crisis calls now and before, with the days of both sides.

    It has no row where no rate has a day: the sentences above it say why.
    """
    told = (
        ("crisis_calls_before", say("Crisis calls before the plan")),
        ("crisis_calls", say("Crisis calls in this time")),
        ("signs_before", say("Signs in as many days before")),
        ("signs", say("Signs in this time")),
        (
            "incident_rate_before",
            say("Incidents before the first step, 12 weeks at most"),
        ),
        ("incident_rate_since", say("Incidents since the first step")),
        ("incident_rate", say("Incidents in this time")),
    )
    rates = [(what, numbers.rates[name]) for name, what in told]
    looked = any(rate.days or rate.unknown for _what, rate in rates)
    rows = []
    for what, rate in rates if looked else ():
        per_30 = NONE_SAID if rate.per_30 is None else say_tenths(rate.per_30)
        number = str(rate.n) if rate.people else NONE_SAID
        people = str(rate.people)
        rows.append((what, number, str(rate.days), per_30, people, str(rate.unknown)))
    return Rows(
        caption=say("In 30 person-days"),
        heads=(
            say("What"),
            say("How many"),
            say("Person-days"),
            say("In 30"),
            say("People"),
            say("Not known for"),
        ),
        rows=tuple(rows),
    )


def lost_table(lost: tuple[Lost, ...]) -> Rows:
    """Return what was lost, one by one, in the person's words where they said any."""
    return Rows(
        caption=say("What was lost, and each pause, one by one"),
        heads=(
            say("When"),
            say("Why"),
            say("What"),
            say("Minutes"),
            say("In their words"),
            say("Record"),
        ),
        rows=tuple(
            (
                say_day(line.on),
                TOOK_WORDS[line.took],
                line.step,
                str(line.minutes) if line.minutes else "",
                line.words or say("nothing was said"),
                short_id(line.record),
            )
            for line in lost
        ),
    )
