"""No count under 5 is told, and none can be worked out from what is."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.small_counts import LEAST, UNSURE, AddsUp, hidden

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST = 90
PEOPLE = AddsUp("all", ("yes", "no"))


def test_a_small_part_takes_its_other_half_with_it() -> None:
    """Of 30 people 3 did: neither 3 nor 27 is told, and 30 is."""
    cells = {"all": 30, "yes": 3, "no": 27}

    assert hidden(cells, (PEOPLE,)) == {"yes", "no"}


def test_large_counts_are_all_told() -> None:
    """Nothing is hidden where nothing is small."""
    assert not hidden({"all": 30, "yes": 12, "no": 18}, (PEOPLE,))


def test_where_two_small_ones_stand_together_their_sum_hides_neither() -> None:
    """Two parts of 0 beside one of 20 would be 0 each: the third goes, too."""
    sums = (AddsUp("all", ("a", "b", "c")),)
    cells = {"all": 20, "a": 0, "b": 0, "c": 20}

    assert hidden(cells, sums) == {"a", "b", "c"}


def test_a_total_that_another_sum_gives_away_is_not_enough() -> None:
    """What is hidden in one table must not be found from the next one."""
    sums = (AddsUp("all", ("went", "off")), AddsUp("went", ("early", "late")))
    cells = {"all": 40, "went": 37, "off": 3, "early": 17, "late": 20}

    told = hidden(cells, sums)

    assert {"off", "went"} <= told
    assert told & {"early", "late"}


def test_a_count_of_few_people_is_hidden_however_large() -> None:
    """Forty sessions of two people are two people's business."""
    cells = {"all": 400, "yes": 40, "no": 360}

    assert hidden(cells, (PEOPLE,), few={"yes"}) == {"yes", "no"}


def test_where_nothing_protects_a_cell_the_total_goes_too() -> None:
    """Of 6 people 2 and 4: all of it is hidden only if the total would tell."""
    assert hidden({"all": 3, "yes": 3, "no": 0}, (PEOPLE,)) == {"all", "yes", "no"}


leaves = st.lists(st.integers(0, 9), min_size=4, max_size=4)


@given(leaves, st.lists(st.integers(0, 30), min_size=1, max_size=2))
def test_nobody_can_work_out_a_hidden_count(small: list[int], large: list[int]) -> None:
    """Whoever tries all numbers finds six or more possible for each hidden one."""
    sums, cells = _tables(small, large)

    told_not = hidden(cells, sums)

    assert {key for key, value in cells.items() if value < LEAST} <= told_not
    for key, possible in _possible(cells, sums, told_not).items():
        assert len(possible) > UNSURE, key


def _tables(
    small: list[int], large: list[int]
) -> tuple[tuple[AddsUp, ...], dict[str, int]]:
    """Return two tables that share a total: planned, of these countable."""
    went, stayed, early, off = small
    cells = {"early": early, "rest": went, "stayed": stayed, "off": off}
    cells["went"] = went + early
    cells["countable"] = cells["went"] + stayed
    others = [f"other-{n}" for n in range(len(large))]
    cells |= dict(zip(others, large, strict=True))
    cells["planned"] = cells["countable"] + off + sum(large)
    return (
        AddsUp("planned", ("countable", "off", *others)),
        AddsUp("countable", ("went", "stayed")),
        AddsUp("went", ("early", "rest")),
    ), cells


def _possible(
    cells: Mapping[str, int], sums: Sequence[AddsUp], told_not: frozenset[str]
) -> dict[str, set[int]]:
    """Return the values that fit all that is told, as sets of whole numbers.

    From the parts up, each total can be any sum of what its parts can be; from the top
    down, each part can be what leaves a sum for the others.
    """
    below = {key: {cells[key]} for key in cells}
    below |= {key: set(range(MOST)) for key in told_not}
    for one in reversed(sums):  # from the innermost out
        below[one.total] &= _added([below[part] for part in one.parts])
    for one in sums:  # and back in
        for part in one.parts:
            others = _added([below[p] for p in one.parts if p != part])
            below[part] = {
                value
                for value in below[part]
                if any(total - value in others for total in below[one.total])
            }
    return {key: below[key] for key in told_not}


def _added(sets: list[set[int]]) -> set[int]:
    found = {0}
    for one in sets:
        found = {a + b for a, b in product(found, one) if a + b < MOST}
    return found
