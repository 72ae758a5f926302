"""The register in words and in numbers: one person's, and everybody's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from inclusion_cli.domain.formulation_parts import LAWFUL_BASES
from inclusion_cli.domain.liberty import BY_NATION, advice, may_deprive
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.restriction_lines import limit_list
from inclusion_cli.domain.service import Nation
from inclusion_cli.interviews.restriction import bases
from tests.builders import day
from tests.domain.limits import a_control, a_limited, a_restriction, looked, placed


def test_one_person_is_told_whole_and_what_is_lifted_comes_last() -> None:
    """Each with its state, its days, its grounds and what each look came to."""
    lifted = placed(1, id="r1", what="No guests at night")
    case = a_limited([lifted, placed(3, id="r3")], [looked(9, Verdict.LIFT, of="r1")])

    found = limit_list([case], on=day(40), nation=None, one=True)

    assert [line.what for line in found.lines] == [
        "No evening events",
        "No guests at night",
    ]
    late, gone = found.lines
    assert late.state == ("in force without current authority since Friday 2 October")
    assert late.without_authority
    assert late.mend == ("restriction", "review", "AK-014")
    assert (gone.state, gone.mend) == ("lifted on Wednesday 9 September", ())
    assert dict(late.rows)["How it feels"] == '"Like being sixteen again"'
    assert gone.looks[0].startswith("Wednesday 9 September 2026: lifted.")


def test_everybody_is_told_in_numbers() -> None:
    """In force, without authority, lifted this year, and the middle of their days.

    One that is written in a draft alone has no authority: nobody gave it any.
    """
    looks = [looked(n, Verdict.LIFT, of=f"r{n}") for n in (5, 9, 20)]
    many = a_limited([placed(1, id=f"r{n}") for n in (5, 9, 20)], looks)
    written = a_limited(controls=(a_control("Home by ten"),), code="AK-015")
    late = a_limited([placed(1)], code="AK-016")

    found = limit_list([many, written, late], on=day(40), nation=None, one=False)

    totals = found.totals
    assert (totals.in_force, totals.without_authority, totals.unregistered) == (2, 2, 1)
    assert (totals.lifted, totals.median_days) == (3, 9)
    assert [line.code for line in found.lines] == ["AK-015", "AK-016"]


def test_what_was_lifted_last_year_is_not_of_this_year() -> None:
    """Its days are told of the year it was lifted in."""
    case = a_limited([placed(1)], [looked(9, Verdict.LIFT)])

    found = limit_list([case], on=day(200), nation=None, one=False)

    assert (found.totals.year, found.totals.lifted) == (2027, 0)
    assert found.totals.median_days is None


@pytest.mark.parametrize("nation", list(Nation))
def test_each_nation_says_whom_to_ask(nation: Nation) -> None:
    """It asks for advice and never says that it is a deprivation of liberty."""
    first, where = advice("Amina", nation)

    assert "may deprive Amina" in first
    assert "This is no conclusion." in first
    assert where == BY_NATION[nation]
    assert ("DoLS" in where) == (nation in (Nation.ENGLAND, Nation.WALES))


def test_all_three_parts_are_needed() -> None:
    """Watched alone, or not free alone, asks for nothing."""
    whole = a_restriction(supervised=True, not_free=True, lacks_capacity=True)

    assert may_deprive(whole)
    for part in ("supervised", "not_free", "lacks_capacity"):
        for answer in (False, None):
            told: dict[str, Any] = {part: answer}
            assert not may_deprive(replace(whole, **told))


def test_a_lawful_basis_names_the_statute_of_the_nation() -> None:
    """The keys are the same everywhere; the words are those of the nation."""
    for nation in Nation:
        assert [c.key for c in bases(nation)] == [c.key for c in LAWFUL_BASES]
    labels = {c.key: c.label for c in bases(Nation.SCOTLAND)}
    assert "Adults with Incapacity" in labels["best_interests"]
