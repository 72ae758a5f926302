"""Card, account, PIN and sort-code numbers in free text: found, so that none is kept.

Source: practice reference 4.6 ("never store account or card numbers, PINs, passwords").
Telephone numbers, days, times and amounts are let through.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from inclusion_cli.domain.bank_words import worded
from inclusion_cli.domain.late_pattern import late
from inclusion_cli.domain.sort_codes import sort_codes

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
MASK = "..."

_CARD_LENGTHS = range(13, 20)
_IBAN_LENGTHS = range(15, 35)
_BEGUN = 11  # digits of a card that was not typed to its end
_UK_IBAN = 22
_TAIL = 4

_DIGITS = r"\d(?:[ .\-]{0,3}\d)*"
_RUN = late(rf"\+?{_DIGITS}")
_IBAN = late(r"\b[A-Z]{2}[ -]?\d{2}(?:[ -]?[A-Z0-9]){11,34}", re.IGNORECASE)
_DAY = late(
    r"(?<!\d)(?:\d{4}([-./ ])\d{1,2}\1\d{1,2}|\d{1,2}([-./ ])\d{1,2}\2\d{4})"
    r"(?:T\d\d:\d\d\S*)?(?!\d)|(?<!\d)\d{1,2}[:.]\d{2}(?: ?[ap]m\b)"
)
_SORT_CODE = late(r"(?<![\d/£$€-])\d{2}([- ])\d{2}\1\d{2}(?![\d/-])")
_ACCOUNT = late(r"(?<![\d£$€.,+])\d{8}(?![\dA-Za-z]|[.,]\d)")


def secret_spans(text: str) -> Iterator[Span]:
    """Return where cards, IBANs, PINs, passwords and sort codes stand, in plain text.

    The text is what `plain_figures` made of what was typed: as long, letter for letter.
    """
    yield from worded(text)
    yield from sort_codes(_without_days(text))
    for found in _IBAN.finditer(text):
        yield from _iban(found)
    for found in _RUN.finditer(_without_days(text)):
        if not found[0].startswith("+"):
            yield from _cards(found[0], found.start())


def bank_spans(text: str) -> Iterator[Span]:
    """Return where sort codes and account numbers stand that nothing names as such."""
    masked = _without_days(text)
    for found in _SORT_CODE.finditer(masked):
        yield found.span()
    for found in _ACCOUNT.finditer(masked):
        if not _is_day(found[0]):
            yield found.span()


def has_secret(text: str) -> bool:
    """Say whether a card number, an IBAN, a PIN or a password stands in a text."""
    return any(True for _span in secret_spans(plain_figures(text)))


def has_bank_number(text: str) -> bool:
    """Say whether a text has a secret, a sort code or an account number in it."""
    plain = plain_figures(text)
    return any(True for _span in (*secret_spans(plain), *bank_spans(plain)))


def without_secrets(text: str) -> str:
    """Return a line that was not finished, without what must not be kept.

    A long number at its end is taken for one that was being typed.
    """
    plain = plain_figures(text)
    kept, at = "", 0
    for first, last in sorted([*secret_spans(plain), *_begun(plain)]):
        kept += f"{text[at:first]}{MASK}" if first >= at else ""
        at = max(at, last)
    return kept + text[at:]


def masked(text: str, *, bank: bool = False) -> str:
    """Return a text whole, with no number in it that must not be kept.

    The last 4 figures of a long one stay, so that it can be told from another. With
    `bank`, sort codes and account numbers are taken out, too.
    """
    found = _masked(text, bank=bank, tail=_TAIL)
    while has_bank_number(found) if bank else has_secret(found):
        found = _masked(found, bank=bank, tail=0)
    return found


def _masked(text: str, *, bank: bool, tail: int) -> str:
    plain = plain_figures(text)
    kept, at = "", 0
    spans = (*secret_spans(plain), *(bank_spans(plain) if bank else ()))
    for first, last in sorted(spans):
        long = sum(letter.isdigit() for letter in plain[first:last]) > _BEGUN
        end = text[last - tail : last] if tail and long else ""
        kept += f"{text[at:first]}{MASK}{end}" if first >= at else ""
        at = max(at, last)
    return kept + text[at:]


def plain_figures(text: str) -> str:
    """Return a text with plain figures, dashes and spaces, as long as it was."""
    return "".join(map(_plain, text))


def _plain(letter: str) -> str:
    if letter.isascii():
        return " " if letter in "\t\n\r_|" else letter
    figure = unicodedata.digit(letter, None)
    if figure is not None:
        return str(figure)
    kind = unicodedata.category(letter)
    return {"Pd": "-", "Zs": " ", "Zl": " ", "Zp": " ", "Cf": " "}.get(kind, letter)


def _cards(run: str, start: int) -> Iterator[Span]:
    """Return the card numbers in a run of figures.

    Part of a longer run is one where its groups are cut as those on a card are.
    """
    groups = [(m.start(), m[0]) for m in re.finditer(r"\d+", run)]
    for first in range(len(groups)):
        digits, sizes = "", []
        for at, group in groups[first:]:
            digits += group
            sizes.append(len(group))
            if len(digits) > _CARD_LENGTHS[-1]:
                break
            whole = first == 0 and len(sizes) == len(groups)
            if len(digits) in _CARD_LENGTHS and _is_card(digits, sizes, whole=whole):
                yield start + groups[first][0], start + at + len(group)
                return


def _is_card(digits: str, sizes: list[int], *, whole: bool) -> bool:
    """Say whether figures are those of a card; none begins with 0.

    Sixteen figures cut in fours are one even where the last is mistyped.
    """
    if digits[0] == "0":
        return False
    if len(digits) == 16 and sizes in ([16], [4, 4, 4, 4]):
        return True
    return _luhn(digits) and (whole or _cut_as_cards_are(sizes))


def _cut_as_cards_are(sizes: list[int]) -> bool:
    """Say whether groups are of one size, but for the last; or as some cards have."""
    *front, last = sizes
    same = len({*front}) <= 1 and (not front or last <= front[0])
    return same or sizes in ([4, 6, 5], [4, 6, 4], [4, 4, 4, 4, 3])


def _luhn(digits: str) -> bool:
    """Say whether the last figure is the check figure of the others (ISO 7812-1)."""
    doubled = [2 * int(d) for d in digits[-2::-2]]
    odd = sum(map(int, digits[-1::-2]))
    return (odd + sum(d - 9 if d > 9 else d for d in doubled)) % 10 == 0


def _iban(found: re.Match[str]) -> Iterator[Span]:
    """Return an IBAN that begins here and ends at the end of a group (ISO 13616)."""
    compact = ""
    for place, letter in enumerate(found[0]):
        if letter in " -":
            continue
        compact += letter.upper()
        ends = place + 1 == len(found[0]) or found[0][place + 1] in " -"
        british = compact[:2] == "GB" and len(compact) == _UK_IBAN
        if british and compact[4:8].isalpha() and compact[8:].isdigit():
            yield found.start(), found.start() + place + 1
            return
        if ends and len(compact) in _IBAN_LENGTHS and _mod_97(compact):
            yield found.start(), found.start() + place + 1
            return


def _mod_97(compact: str) -> bool:
    moved = compact[4:] + compact[:4]
    return int("".join(str(int(letter, 36)) for letter in moved)) % 97 == 1


def _begun(text: str) -> Iterator[Span]:
    """Return a long number at the end of a line that is no telephone number."""
    for found in _RUN.finditer(_without_days(text)):
        digits = re.sub(r"\D", "", found[0])
        ends = found.end() == len(text.rstrip(" -."))
        if ends and len(digits) >= _BEGUN and found[0][0] not in "0+":
            yield found.span()


def _without_days(text: str) -> str:
    """Return a text as long, with no figure where a day or a time stands."""
    return _DAY.sub(lambda day: "/" * len(day[0]), text)


def _is_day(digits: str) -> bool:
    """Say whether eight figures are a day of this century."""
    for year, month, day in (
        (digits[:4], digits[4:6], digits[6:]),
        (digits[4:], digits[2:4], digits[:2]),
    ):
        try:
            if 2000 <= date(int(year), int(month), int(day)).year < 2100:
                return True
        except ValueError:
            continue
    return False
