"""The direct question on loneliness as a claim: with its n, its missing, suppressed."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.claims import Claim, Unit
from inclusion_cli.domain.commissioner import Commissioner, commissioner
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.equity import Faring
from inclusion_cli.domain.measure import Measure, Mode
from inclusion_cli.domain.numbers import total
from inclusion_cli.domain.safety import Safety
from tests.builders import day
from tests.domain.making import a_case, good, keep
from tests.domain.test_numbers import numbers

OFTEN, NEVER = 1, 5


def answered(*answers: int) -> Any:
    """Return the numbers of a person asked on day 1 and every 30 days after."""
    measures = tuple(
        keep(
            Measure("ons_direct", day(1 + 30 * n), Mode.SELF, (answer,)),
            1 + 30 * n,
            id=f"asked-{n}",
        )
        for n, answer in enumerate(answers)
    )
    return numbers(a_case(*good(1), safety=Safety(measures=measures)))


def pack_of(*people: Any) -> Commissioner:
    """Return the pack of some people."""
    return commissioner(
        total(people),
        Faring().done(),
        service="Elm House",
        first=day(1),
        last=day(90),
        defaults=SHIPPED,
    )


def claim(pack: Commissioner, key: str) -> Claim:
    """Return a claim of a pack."""
    (found,) = [one for one in pack.claims if one.key == key]
    return found


def test_who_feels_lonely_often_is_told_of_those_who_were_asked() -> None:
    """By the latest answer; those nobody asked are missing, and the ids are there."""
    pack = pack_of(
        *(answered(OFTEN) for _ in range(8)),
        *(answered(OFTEN, NEVER) for _ in range(7)),
        *(answered() for _ in range(6)),
    )

    often = claim(pack, "lonely_often")

    assert (often.n, often.of, often.unit, often.missing) == (8, 15, Unit.PEOPLE, 6)
    assert often.shown(pack.cells.kept_back)
    assert often.says(pack.cells.kept_back) == (
        "Over Tuesday 1 September 2026 to Sunday 29 November 2026, 8 of 15 people said "
        "they feel lonely often or always, the last time anybody asked. Before that: "
        "not counted. Missing: 6."
    )
    assert len(often.records) == 8


def test_the_change_is_paired_and_says_what_was_before() -> None:
    """Of those asked twice: less often, the same, more often; never added to UCLA-3."""
    pack = pack_of(
        *(answered(OFTEN, NEVER) for _ in range(7)),
        *(answered(3, 3) for _ in range(6)),
        *(answered(4, 2) for _ in range(5)),
        *(answered(OFTEN) for _ in range(6)),
    )

    change = claim(pack, "lonely_directly")

    assert (change.n, change.of, change.missing) == (7, 18, 6)
    assert change.aside == "6 the same, 5 more often"
    assert change.before
    assert not [one for one in pack.claims if one.key == "loneliness"]


def test_a_few_who_feel_lonely_are_not_shown() -> None:
    """Under 5 of them, or under 5 of the others: neither can be worked out."""
    for few in (3, 9):
        pack = pack_of(
            *(answered(OFTEN) for _ in range(few)),
            *(answered(NEVER) for _ in range(12 - few)),
        )
        told = claim(pack, "lonely_often")
        assert not told.shown(pack.cells.kept_back), few
        assert told.says(pack.cells.kept_back).endswith("not shown.")


def test_where_nobody_asked_there_is_no_claim() -> None:
    """Nothing is made of a question that was not asked."""
    keys = {one.key for one in pack_of(*(answered() for _ in range(6))).claims}

    assert not keys & {"lonely_often", "lonely_directly"}
