"""Numbers that a word gives away: a PIN, a code of a card, an account, a roll number.

The word may stand before the figures or behind them. Source: practice reference 4.6.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.late_pattern import late

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_FIGURE = (
    r"(?:\d|zero|oh|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)"
)
_FIGURES = rf"{_FIGURE}(?:[ ,.\-]{{0,3}}{_FIGURE}){{2,9}}"
_LINK = r"(?:(?: ?(?:is|was|are|number|numbers|no|code|said|to|as|his|her|their|of|"
_LINK += r"the|it|has|digits?|'s|which|that|be|being)\b|'s|\.(?! ?\())[ ,]*)*"
_LINK += r"[\s,]*[:=#\-(\[]?\s*[\"']?"
_CARD = r"(?:card|bank|cash ?machine|cash ?point|atm)"
_BACK = r"(?: ?(?:on|at) the (?:back|reverse|strip)(?: of (?:\w+ )?(?:card|it))?)"
_HELP = r"(?!999|111|101|112|116)"  # numbers that are rung
_NUMBER = r"(?:code|number|no|digits?|figures?)\b\.?"
WORDED = (
    late(rf"\bpins?\b\s*{_LINK}({_FIGURES})(?![\w])", re.IGNORECASE),
    late(
        rf"\b(?:cvv2?|cvc2?|(?<!social )security {_NUMBER}){_BACK}?\s*{_LINK}"
        rf"(\d(?:[ -]?\d){{2,3}})(?![ -]?\d)",
        re.IGNORECASE,
    ),
    late(
        rf"\b(?:numbers?|digits?|figures?){_BACK}\s*{_LINK}{_HELP}"
        rf"(\d{{3,4}})(?![ -]?\d)",
        re.IGNORECASE,
    ),
    late(
        rf"\b{_CARD}\b(?: \w+){{0,6}}? code\b\s*{_LINK}{_HELP}(\d{{3,6}})(?![ -]?\d)",
        re.IGNORECASE,
    ),
    late(
        rf"\bcode (?:for|of|to|on) (?:\w+ ){{0,2}}{_CARD}\b\s*{_LINK}{_HELP}"
        rf"(\d{{3,6}})(?![ -]?\d)",
        re.IGNORECASE,
    ),
    late(
        rf"\b(?:account|acct|acc|a/c)\b(?:\.(?! ?\())?\s*{_LINK}"
        r"(\d(?:[ -]?\d){5,9})(?!\w)",
        re.IGNORECASE,
    ),
    late(
        r"(?<![\d£$€.,+])(\d{8}),? (?:is|was|off|for|as) (?:\w+ ){0,2}"
        r"(?:account|acct|acc|a/c)\b",
        re.IGNORECASE,
    ),
    late(rf"\broll (?:number|no)\b\.?\s*{_LINK}(\d[\d/ -]{{4,}}\w)", re.IGNORECASE),
    late(rf"\bpass(?:word|code)\b\s*{_LINK}(\S*\d[^\s,;]*)", re.IGNORECASE),
    late(
        rf"\bpasscode(?: \w+){{0,4}}?{_LINK}(\d{{4,8}})(?!\d)",
        re.IGNORECASE,
    ),
    late(r"\bpass(?:word|code)\s*[:=]\s*[\"']?(?!\.\.\.)([^\s,;]+)", re.IGNORECASE),
)
_PIN = late(r"\bpins?\b", re.IGNORECASE)
_PIN_FIGURES = late(
    r"(?<![\w£$€:./-])(?:\d{4,6}|\d(?:[ -]\d){3,5})(?![\w:/-]|\.\d| \d)"
)
_WORDS_BETWEEN = 4
_NO_PIN_BEFORE = late(
    r"(?:[£$€]|\b(?:at|till|until|bus|flat|room|house|step|since|in|from|year"
    r"|extension|ext|pounds?)) $",
    re.IGNORECASE,
)
_COUNTED = late(
    r" ?(?:pounds?|quid|pence|euros?|p|times|people|steps?|minutes?|hours?|miles?"
    r"|metres?|days?|weeks?|points?|street|road|lane|avenue)\b",
    re.IGNORECASE,
)
_YEAR = late(r"(?:19|20)\d\d")
_SAYS_IT_IS = late(r"\W*(?:is|was|as|for|being)\b", re.IGNORECASE)


def worded(text: str) -> Iterator[Span]:
    """Return where figures stand that a word beside them gives away."""
    for pattern in WORDED:
        for found in pattern.finditer(text):
            yield found.span(1)
    if "pin" in text.casefold():
        yield from _near_a_pin(text)


def _near_a_pin(text: str) -> Iterator[Span]:
    """Return the figures a PIN may have, a few words from that word.

    A year is one only where it is said to be: "1984 is his PIN".
    """
    for found in _PIN_FIGURES.finditer(text):
        before = re.split(r"[.!?;]", text[: found.start()])[-1]
        behind = re.split(r"[.!?;]", text[found.end() :])[0]
        if _NO_PIN_BEFORE.search(before) or _COUNTED.match(behind):
            continue
        if _YEAR.fullmatch(found[0]) and not _SAYS_IT_IS.match(behind):
            continue
        near = before.split()[-_WORDS_BETWEEN - 1 :]
        near += behind.split()[: _WORDS_BETWEEN + 1]
        if any(_PIN.search(word) for word in near):
            yield found.span()
