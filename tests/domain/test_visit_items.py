"""What a page for a stand-in tells, as items of a consent: neither more nor less."""

from __future__ import annotations

import pytest

from inclusion_cli.domain.consent_items import ITEM_WORDS
from inclusion_cli.domain.visit_items import TELLS, items_of
from inclusion_cli.domain.visit_rows import LIMITS, ORDER, RING, TODAY, Row


def test_limits_and_money_are_agreed_where_the_page_speaks_of_them() -> None:
    """Neither is agreed to where the page says nothing of it."""
    walk = Row(TODAY, "Step 2, a walk.", 1)
    limit = Row(LIMITS, "Staff hold her bank card.", 2)

    assert items_of((walk,)) == ("first_name", "coming_for", "support")
    assert {"limits", "money"} <= {*items_of((walk, limit))}


@pytest.mark.parametrize("part", [part for part in ORDER if part != RING])
def test_each_part_tells_an_item_there_is(part: str) -> None:
    """No part is on the page that nobody is asked about."""
    assert {*TELLS[part]} <= ITEM_WORDS.keys()
