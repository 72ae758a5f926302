"""Records as plain data, the one JSON text of it, and text as it is kept."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.debrief import Outcome
from inclusion_cli.domain.person import Person
from inclusion_cli.plain import TEXT_LIMIT, canonical, folded, from_plain, kept, plain

# What the RFC and Python's writer agree on, and all that the log is given: text that
# can be encoded, whole numbers up to 2^53 - 1, and ASCII keys. Left out on purpose:
# floats (`plain` refuses them), greater numbers (the RFC refuses them) and other keys
# (the RFC sorts them by UTF-16, Python by code point).
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(1 - 2**53, 2**53 - 1)
    | st.text(max_size=20)
    | st.text('\\"/\x00\x08\x0c\n\r\t\x1f\x7f\u2028é😀', max_size=12)
)
NESTED = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="ascii"), max_size=8), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(data=NESTED)
def test_canonical_is_what_somebody_elses_code_says(data: Any) -> None:
    """The same bytes as another implementation of RFC 8785."""
    assert canonical(data).encode() == rfc8785.dumps(data)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_refused(number: float) -> None:
    """No reader would take it back."""
    with pytest.raises(ValueError, match=r"not JSON compliant"):
        canonical([number])


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (None, None),
        (True, True),
        (7, 7),
        ("é", "é"),
        (Outcome.NO_SHOW, "no_show_unexplained"),
        (date(2026, 11, 18), "2026-11-18"),
        (datetime(2026, 11, 18, 17, 40, tzinfo=UTC), "2026-11-18T17:40:00+00:00"),
        ((1, ("a", None)), [1, ["a", None]]),
        (MappingProxyType({"a": (1,)}), {"a": [1]}),
    ],
)
def test_a_value_has_one_plain_form(value: Any, data: Any) -> None:
    """Dicts, lists, text and whole numbers, ready for JSON."""
    assert plain(value) == data


@pytest.mark.parametrize("value", [1.5, object(), b"x", {1}, 3j])
def test_what_has_no_plain_form_is_refused(value: Any) -> None:
    """Nothing is written that would not come back."""
    with pytest.raises(TypeError, match=r"has no plain form$"):
        plain([value])


def test_a_record_is_its_fields_by_name() -> None:
    """And comes back from them."""
    person = Person("AK-014", "Amina Khan", "Amina", date(2026, 1, 2), "moved")

    data = plain(person)

    assert data == {
        "code": "AK-014",
        "name": "Amina Khan",
        "known_as": "Amina",
        "closed_on": "2026-01-02",
        "closed_because": "moved",
    }
    assert from_plain(Person, data) == person


def test_an_absent_field_takes_its_default() -> None:
    """A record of an earlier version can be read."""
    told = {"code": "AK-014", "name": "Amina Khan", "known_as": "Amina"}

    assert from_plain(Person, told) == Person("AK-014", "Amina Khan", "Amina")


@pytest.mark.parametrize(
    "data",
    [
        {"code": "AK-014", "name": "Amina Khan"},
        {"code": "A", "name": "B", "known_as": "C", "colour": "red"},
    ],
)
def test_missing_or_unknown_fields_are_refused(data: dict[str, str]) -> None:
    """What does not fit is not guessed at."""
    with pytest.raises(ValueError, match=r"^these are not the fields of Person$"):
        from_plain(Person, data)


# --- text as it is kept -------------------------------------------------------------


@pytest.mark.parametrize("bad", [0x00, 0xD800, 0xDCFF, 0xDFFF])
def test_what_no_record_can_hold_is_refused(bad: int) -> None:
    """A NUL, and bytes that were not decoded, are asked for again."""
    with pytest.raises(ValueError, match=r"^has a character that cannot be stored"):
        kept(f"It was{chr(bad)} loud")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  It was loud. \n", "It was loud."),
        ("Zoe\u0308", "Zoë"),
        ("\x1b[2J stays", "\x1b[2J stays"),
        ("a\u202eb", "a\u202eb"),
        ("", ""),
    ],
)
def test_text_is_kept_as_it_was_given(typed: str, stored: str) -> None:
    """In one Unicode form, without the spaces around it, and otherwise untouched."""
    assert kept(typed) == stored


def test_64_kib_is_the_most_and_is_kept_whole() -> None:
    """Nothing is cut in silence."""
    assert len(kept("x" * TEXT_LIMIT)) == 65_536
    with pytest.raises(ValueError, match=r"^must be 65,536 letters or fewer"):
        kept("x" * (TEXT_LIMIT + 1))


@pytest.mark.parametrize("letter", ["x", "é", "李"])
def test_the_length_that_is_told_is_the_length_that_is_kept(letter: str) -> None:
    """The refusal says 65,536 letters: so many are kept, in any script."""
    text = letter * 65_536

    assert kept(text) == text


@given(text=st.text())
def test_what_is_kept_is_kept_as_it_is(text: str) -> None:
    """Kept text is NFC, has no spaces around it, and is kept the same again."""
    if "\x00" in text:
        return
    stored = kept(text)

    assert kept(stored) == stored == stored.strip()
    assert unicodedata.is_normalized("NFC", stored)


# --- text for finding ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found_by"),
    [
        ("Zoë", "zoe"),
        ("ŁUKASZ", "lukasz"),
        ("Ørsted", "orsted"),
        ("Đặng", "dang"),
        ("Strauß", "strauss"),
        ("İbrahim", "ibrahim"),
        ("Ａｍｉｎａ", "amina"),
        ("Yıldız", "yildiz"),
        ("Ħal", "hal"),
        ("№ 5", "no 5"),
    ],
)
def test_text_is_found_by_plain_small_letters(text: str, found_by: str) -> None:
    """Lower case, accents and strokes folded away."""
    assert folded(text) == found_by
