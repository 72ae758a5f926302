"""Which items of consent the lines of a page for a stand-in tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.consent_items import (
    COMING_FOR,
    FIRST_NAME,
    HELPS,
    ITEMS,
    WHO_IS_TOLD,
)
from inclusion_cli.domain.consent_items import LIMITS as LIMITS_ITEM
from inclusion_cli.domain.visit_rows import (
    AGREED,
    DO,
    DO_NOT,
    LATELY,
    LIMITS,
    NOW,
    SAY,
    SIGNS,
    TELL,
    THEN,
    TODAY,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inclusion_cli.domain.visit_rows import Row

ON_ANY = (FIRST_NAME, "support")
"""Any page says whom it is about, and that we support them."""
TELLS = {
    TODAY: (COMING_FOR,),
    LATELY: ("history",),
    DO: (HELPS,),
    DO_NOT: ("harder",),
    NOW: ("signs",),
    SIGNS: ("signs",),
    THEN: ("signs",),
    SAY: (HELPS,),
    LIMITS: (LIMITS_ITEM,),
    AGREED: (LIMITS_ITEM,),
    TELL: (WHO_IS_TOLD,),
}
_MONEY = re.compile(
    r"£|\b(?:money|cash|bank|debts?|loans?|lend|lent|borrow)", re.IGNORECASE
)


def items_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return what a page tells, as items of a consent, in their order.

    Money is among them where a line speaks of it.
    """
    rows = tuple(rows)
    told = {*ON_ANY, *(item for row in rows for item in TELLS.get(row.part, ()))}
    if any(_MONEY.search(row.text) for row in rows):
        told.add("money")
    return tuple(item.key for item in ITEMS if item.key in told)
