"""Sort codes in any free text: beside an account or a bank, or where it is no day.

A day, a telephone number and a time (with colons, or behind "at") are let through.
Source: practice reference 4.6.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.late_pattern import late

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_CODE = r"(?<![\d/£$€.-])(?P<code>\d\d(?P<gap>[-/. ])\d\d(?P=gap)\d\d)"
_PAIRS = rf"{_CODE}(?![\d/-]|\.\d)"
_ACCOUNT = r"(?<!\d)(?P<account>\d{8}|\d{4} \d{4})(?!\w)"
_SIX = r"(\d(?:[ ./\-]{0,3}\d){5})(?!\d)"
_CALLED = r"(?:(?:and|account|acct|acc|ac|a/c|no|number|is|sort|code|s/c|sc)\b\W{0,3})"
_NAMES = (
    r"bank of scotland|bank of ireland|barclays?|chase|clydesdale|co-?op(?:erative)?"
    r"(?: bank)?|coventry(?: building society)?|danske|first direct|halifax|hsbc"
    r"|lloyds?|metro bank|monzo|nationwide|nat ?west|rbs|revolut|royal bank|santander"
    r"|skipton|starling|tsb|ulster bank|virgin money|yorkshire bank"
)
_BANK = rf"(?:{_NAMES}|building society|bank|account|acct|acc|a/c)"
_HIS = r"(?:his|her|their|the|my|a|one|number|no|code|is|was|for|called)"
_SORT = (
    late(
        r"\b(?:sort(?:[ -]?codes?)?|s/c|sc)\b[\W]{0,3}"
        rf"(?:{_HIS}\b\W{{0,3}}|to |of )*{_SIX}",
        re.IGNORECASE,
    ),
    late(
        rf"(?<![\d/£$€.-]){_SIX}\W{{1,3}}(?:(?:is|was|as|for|{_HIS})\W+){{0,4}}"
        r"(?:sort|s/c)\b",
        re.IGNORECASE,
    ),
)
_TOGETHER = (
    late(rf"{_CODE}\W{{1,3}}{_CALLED}{{0,4}}{_ACCOUNT}", re.IGNORECASE),
    late(rf"{_ACCOUNT}\W{{0,3}}{_CALLED}{{0,4}}{_PAIRS}", re.IGNORECASE),
)
_BESIDE = (
    late(rf"\b{_BANK}\b(?:\W{{1,3}}{_HIS}\b){{0,4}}\W{{1,3}}{_PAIRS}", re.IGNORECASE),
    late(rf"{_PAIRS}(?:\W{{1,3}}{_HIS}\b){{0,4}}\W{{1,3}}{_BANK}\b", re.IGNORECASE),
)
_ALONE = late(
    r"(?<![\d/£$€.+-])(?<![\d+] )(\d\d)-(\d\d)-(\d\d)(?![\d/-]|\.\d| \d)"
    r"(?! ?(?:minutes?|mins?|hours?|seconds?|pounds?|steps?|reps|days?|%))"
)
_A_DAY_NEXT = late(
    r"\b(?:on|since|until|till|by|from|to|before|after|dated|of|between|and|seen) $",
    re.IGNORECASE,
)
_AT = late(r"\bat $", re.IGNORECASE)
"""What makes three pairs a time: "at 10-15-30"."""


def sort_codes(text: str) -> Iterator[Span]:
    """Return where sort codes stand, and the account numbers beside them."""
    for pattern in _SORT:
        for found in pattern.finditer(text):
            yield found.span(1)
    for pattern in _TOGETHER:
        for found in pattern.finditer(text):
            yield found.span("code")
            yield found.span("account")
    for pattern in _BESIDE:
        for found in pattern.finditer(text):
            if not _told_as_a_day(text, found):
                yield found.span("code")
    for found in _ALONE.finditer(text):
        if not (_is_a_day(found) or _AT.search(text[: found.start()])):
            yield found.span()


def _told_as_a_day(text: str, found: re.Match[str]) -> bool:
    """Say whether figures beside a bank are its day: "on 18-11-26 the bank rang"."""
    return _A_DAY_NEXT.search(text[: found.start("code")]) is not None


def _is_a_day(found: re.Match[str]) -> bool:
    """Say whether three pairs are a day, the day first or the year."""
    one, two, three = map(int, found.groups())
    return any(
        _exists(2000 + year, two, day) or _exists(1900 + year, two, day)
        for year, day in ((three, one), (one, three))
    )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
