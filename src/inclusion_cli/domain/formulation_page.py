"""The whole formulation on one screen, with what is missing in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.finding import Finding
from inclusion_cli.domain.formulation_copy import copies
from inclusion_cli.domain.formulation_events import early, silent, to_go_through
from inclusion_cli.domain.formulation_standing import (
    FormulationStanding,
    standing_of_formulation,
)
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.pack_formulation import FormulationLines, formulation_lines
from inclusion_cli.domain.read_ticks import readers
from inclusion_cli.domain.record import record
from inclusion_cli.domain.restriction_lines import limits_in_short
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation_copy import Named

NOBODY: Mapping[str, str] = {}


@record
class FormulationPage:
    """One formulation, whole: its words, how it stands, and what to do next.

    `missing` are the tests it does not meet yet; `events` what came since the last
    look, or changed nothing without a reason; `copied` what is like another person's;
    `readers` who has read this version; `limits` how each limit stands today.
    """

    code: str
    name: str
    known_as: str
    what_matters: str
    cost_of_not_doing: str
    lines: FormulationLines
    standing: FormulationStanding
    missing: tuple[Finding, ...]
    events: tuple[str, ...]
    copied: tuple[str, ...]
    readers: tuple[str, ...]
    limits: tuple[str, ...]
    next: tuple[str, ...]


def formulation_page(
    case: Casefile,
    others: Iterable[Named],
    *,
    on: date,
    names: Mapping[str, str] = NOBODY,
) -> FormulationPage:
    """Return the formulation of a person as it stands on a day.

    `names` are the names of those who write here, by their ids.
    """
    people, lines = tuple(others), formulation_lines(case)
    stands = standing_of_formulation(case, on=on, others=people)
    assert case.formulation is not None
    assert lines is not None
    assert stands is not None
    it, code = case.formulation.record, case.person.record.code
    happened = (*silent(case), *early(case, on=on))
    return FormulationPage(
        code=code,
        name=case.person.record.name,
        known_as=case.known_as,
        what_matters=it.what_matters,
        cost_of_not_doing=it.cost_of_not_doing,
        lines=lines,
        standing=stands,
        missing=stands.wanting(),
        events=tuple(
            f"{capital(h.what)}, {say_day(h.on)} ({short_id(h.record)})"
            for h in dict.fromkeys(happened)
        ),
        copied=tuple(one.says for one in copies(it, people)),
        readers=tuple(_readers(case, names)),
        limits=limits_in_short(case, on=on),
        next=_next(case, code, on),
    )


def _readers(case: Casefile, names: Mapping[str, str]) -> Iterator[str]:
    """Return who has read this version, and since when."""
    version = case.formulation.record.version if case.formulation else 0
    for reader in readers(case, version):
        name = names.get(reader.worker) or reader.name or say("A worker")
        day = say_day(reader.on)
        if reader.wrote:
            yield say("{name} wrote it on {day}", name=name, day=day)
        else:
            yield say("{name} read it on {day}", name=name, day=day)


def _next(case: Casefile, code: str, on: date) -> tuple[str, ...]:
    assert case.formulation is not None
    it = case.formulation.record
    if case.closed_on:
        return ("plan", "show", code)
    if it.open_risks() or it.blanket_rules():
        return ("formulate", code)
    if waiting := (*silent(case), *early(case, on=on)):
        return to_go_through(waiting, code)
    return ("plan", "show", code) if it.is_signed else ("formulate", "sign", code)
