"""The dashboard of one person or of the whole service: numbers, tables and charts.

Every number comes from `numbers`. A line says of how many it is and how many are
missing; nothing is counted per worker, and nobody is ranked (practice reference 6.5).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain import dashboard_parts as parts
from inclusion_cli.domain.dashboard_lines import Part, period_words
from inclusion_cli.domain.number_incidents import NONE_OF_SERVICE, OfService
from inclusion_cli.domain.numbers import PersonNumbers, ServiceNumbers, total
from inclusion_cli.domain.record import record, replace
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.casefile import Casefile

WEEKS_BACK = 26
NOTE = say(
    "Change over time may have other causes; small numbers. Nothing here is counted "
    "for a worker, and nobody is ranked."
)


@record
class Dashboard:
    """The numbers of a period. `code` and `name` are "" for the whole service.

    `numbers` are the numbers themselves, each with its records, for programs; None
    where a reader outside gets no more than is said.
    """

    name: str
    code: str
    title: str
    period: str
    first: date
    last: date
    parts: tuple[Part, ...]
    note: str
    numbers: PersonNumbers | ServiceNumbers | None


def person_dashboard(case: Casefile, numbers: PersonNumbers) -> Dashboard:
    """Return the dashboard of one person."""
    return Dashboard(
        name=case.known_as,
        code=case.person.record.code,
        title=say("{label}. Dashboard", label=case.label),
        period=period_words(numbers.first, numbers.last),
        first=numbers.first,
        last=numbers.last,
        parts=tuple(parts.person_parts(case, numbers)),
        note=NOTE,
        numbers=numbers,
    )


def service_dashboard(
    people: Iterable[PersonNumbers],
    *,
    first: date,
    last: date,
    service: str,
    ours: OfService = NONE_OF_SERVICE,
) -> Dashboard:
    """Return the dashboard of everybody together; read one after the other.

    `ours` are the incidents of the service itself, told beside those of people.
    """
    crisis: list[date] = []
    waiting: list[tuple[str, int]] = []

    def seen() -> Iterable[PersonNumbers]:
        for one in people:
            crisis.extend(one.crisis_days)
            if one.stalled.n:
                waiting.append((one.code, one.idle_days))
            yield one

    numbers = replace(total(seen()), ours=ours)
    return Dashboard(
        name="",
        code="",
        title=say("{service}. Dashboard", service=service or say("The service")),
        period=say(
            "{period} {people} with anything in this time.",
            period=period_words(first, last),
            people=say_many("{number} person", "{number} people", numbers.people),
        ),
        first=first,
        last=last,
        parts=tuple(parts.service_parts(numbers, crisis, waiting, last)),
        note=NOTE,
        numbers=numbers,
    )
