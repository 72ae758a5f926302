"""Laws of an audit: order, company and being alone change nothing about a finding."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.audit_rules import NAMES
from inclusion_cli.domain.audit_sample import Weight, drawn, sample_size
from inclusion_cli.domain.observation import Seen
from tests.domain.audit.firing import FIRES
from tests.domain.audit.making import named, run
from tests.domain.audit.silence import SILENT
from tests.domain.making import observed

if TYPE_CHECKING:
    from random import Random

    from inclusion_cli.domain.casefile import Casefile

ONE = {
    name: told
    for name, make in {**FIRES, **{f"no {n}": m for n, m in SILENT.items()}}.items()
    if len((told := make()).cases) == 1
}
"""The examples that are about one person."""


def a_caseload(names: list[str]) -> tuple[Casefile, ...]:
    """Return a file for each example, each of a person of its own."""
    return tuple(
        named(ONE[name].cases[0], number) for number, name in enumerate(names, start=1)
    )


caseloads = st.lists(st.sampled_from(sorted(ONE)), min_size=1, max_size=6).map(
    a_caseload
)


@settings(max_examples=60, deadline=None)
@given(caseloads, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(
    cases: tuple[Casefile, ...], chance: Random
) -> None:
    """The same people in any order give the same audit, finding by finding."""
    shuffled = list(cases)
    chance.shuffle(shuffled)

    assert run(*shuffled) == run(*cases)


@settings(max_examples=60, deadline=None)
@given(caseloads, st.sampled_from(sorted(NAMES)))
def test_a_rule_run_alone_finds_the_same(
    cases: tuple[Casefile, ...], name: str
) -> None:
    """--only NAME leaves out the others, and changes nothing of this one."""
    whole = [f for f in run(*cases).findings if f.rule == name]

    assert list(run(*cases, only=name).findings) == whole


@settings(max_examples=60, deadline=None)
@given(caseloads, st.sampled_from(sorted(ONE)))
def test_another_person_takes_no_finding_away(
    cases: tuple[Casefile, ...], name: str
) -> None:
    """Whoever joins, and whatever is written of them, what was found stays found."""
    joins = named(ONE[name].cases[0], 99)
    joins = replace(joins, observations=(observed(20, Seen.OTHER, note="A note"),))
    before = {f.key for f in run(*cases).findings if f.file}

    assert before <= {f.key for f in run(*cases, joins).findings}


@settings(max_examples=60, deadline=None)
@given(caseloads)
def test_each_key_is_one_finding(cases: tuple[Casefile, ...]) -> None:
    """An action and a re-audit find it by its key."""
    keys = [f.key for f in run(*cases).findings]

    assert len(keys) == len(set(keys))


weights = st.lists(
    st.builds(Weight, st.uuids().map(str), st.integers(0, 3), st.integers(0, 9)),
    unique_by=lambda one: one.file,
    max_size=40,
)


@given(weights, st.integers(0, 9999), st.randoms(use_true_random=False))
def test_a_seed_draws_the_same_sample_in_any_order(
    people: list[Weight], seed: int, chance: Random
) -> None:
    """So that anybody can draw it again."""
    shuffled = list(people)
    chance.shuffle(shuffled)

    assert drawn(shuffled, seed) == drawn(people, seed)


@given(weights, st.integers(0, 9999))
def test_the_sample_has_its_size_and_its_two_ends(
    people: list[Weight], seed: int
) -> None:
    """sqrt(n) + 1, 3 at least: with most limits, and with the fewest records."""
    found = drawn(people, seed)
    read = [one for one in people if one.file in found]

    assert len(set(found)) == len(found) == sample_size(len(people))
    if people:
        assert max(p.limits for p in people) == max(p.limits for p in read)
        assert min(p.records for p in people) == min(p.records for p in read)


def test_the_sizes_of_samples() -> None:
    """All of few, and the root of many and one more."""
    assert [sample_size(n) for n in (0, 1, 3, 5, 9, 16, 25, 300)] == [
        *(0, 1, 3, 3, 4, 5, 6, 18)
    ]
