"""User text made fit to show: controls are seen, never obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.plain import one_line, shown

C0 = [chr(n) for n in range(0x20) if chr(n) not in "\t\n"]
C1 = [chr(n) for n in range(0x80, 0xA0)]
DIRECTION = {
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u061c": "ALM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
UNSEEN = {
    "\u200b": "⟨ZWSP⟩",
    "\u2060": "⟨WJ⟩",
    "\ufeff": "⟨BOM⟩",
    "\u00ad": "⟨SHY⟩",
    "\u2028": "⟨LS⟩",
    "\u2029": "⟨PS⟩",
    "\u180e": "⟨MVS⟩",
    "\U000e0041": "⟨U+E0041⟩",
    "\U000e007f": "⟨U+E007F⟩",
}


@pytest.mark.parametrize("control", C0)
def test_a_control_character_becomes_its_picture(control: str) -> None:
    """Escape is ␛ and a bell is ␇; nothing rings, moves or colours."""
    picture = chr(0x2400 + ord(control))

    assert shown(f"a{control}b") == f"a{picture}b"


def test_an_escape_sequence_is_text() -> None:
    """It cannot clear a screen, set a title or paste."""
    assert shown("\x1b[2J\x1b]0;mine\x07") == "␛[2J␛]0;mine␇"


@pytest.mark.parametrize("control", C1)
def test_a_late_control_character_is_named(control: str) -> None:
    """The one-byte escapes of old terminals have no picture, so they get a name."""
    assert shown(f"a{control}b") == f"a⟨U+{ord(control):04X}⟩b"


def test_a_deletion_is_a_picture_and_a_tab_a_space() -> None:
    """Neither moves what stands before it."""
    assert shown("a\x7fb\tc") == "a␡b c"


def test_line_breaks_stay_and_a_return_alone_is_seen() -> None:
    """A return would write over the beginning of its line."""
    assert shown("one\ntwo\r\nthree\rfour") == "one\ntwo\nthree␍four"


@pytest.mark.parametrize(("control", "name"), DIRECTION.items())
def test_a_direction_control_is_named(control: str, name: str) -> None:
    """Text cannot be turned round to say something else."""
    assert shown(f"a{control}b") == f"a⟨{name}⟩b"


@pytest.mark.parametrize(("letter", "name"), UNSEEN.items())
def test_what_cannot_be_seen_is_named(letter: str, name: str) -> None:
    """Two names that look the same are not the same."""
    assert shown(f"a{letter}b") == f"a{name}b"


def test_a_byte_that_was_not_decoded_never_stops_the_page() -> None:
    """A lone surrogate cannot be written anywhere."""
    assert shown("a\udcffb") == "a?b"


FLOODS = {
    "acute": "\u0301",
    "cyrillic": "\u0489",
    "enclosing": "\u20dd",
    "half": "\ufe20",
    "hebrew": "\u05b0",
    "arabic": "\u064e",
    "devanagari": "\u0901",
    "thai": "\u0e47",
    "tibetan": "\u0f71",
}


@pytest.mark.parametrize("mark", FLOODS.values(), ids=FLOODS.keys())
def test_a_flood_of_marks_is_eight_and_a_number(mark: str) -> None:
    """No letter may cover the lines above and below it, in any script."""
    assert shown("a" + mark * 50 + "b") == "a" + mark * 8 + "⟨+42 marks⟩b"


def test_eight_marks_are_left_alone() -> None:
    """What people write has fewer."""
    text = "a" + "\u0301" * 8 + "b"

    assert shown(text) == text


@pytest.mark.parametrize(
    "text",
    [
        '[he is watching] [/] [bold]x ✓ {{7*7}} "; --',
        "Zoë Łukasz, 李明, محمد, नमस्ते, ไทย",
        "👩\u200d👩\u200d👧 goes too",
        "half \u2009 spaces\u00a0stay",
        "two\n\nparagraphs",
    ],
)
def test_what_people_write_is_shown_exactly(text: str) -> None:
    """User text is text."""
    assert shown(text) == text


ANY_TEXT = st.text(st.characters(), max_size=40) | st.text(
    "a\r\n\t\x1b\x9b\u202e\u0301\u0489\udcff\u200b", max_size=60
)


@given(text=ANY_TEXT)
def test_nothing_that_acts_is_ever_passed_on(text: str) -> None:
    """Whatever was typed: no control but the line break, and always UTF-8."""
    drawn = shown(text)

    acting = {c for c in drawn if unicodedata.category(c) == "Cc"} - {"\n"}
    assert acting == set()
    assert not set(drawn) & set(DIRECTION)
    assert drawn.encode("utf-8").decode() == drawn


@given(text=ANY_TEXT)
def test_what_is_shown_is_shown_as_it_is(text: str) -> None:
    """Text that went through the gate twice says the same."""
    assert shown(shown(text)) == shown(text)


@given(text=st.text(st.characters(categories=["L", "N", "P", "S", "Zs"])))
def test_nothing_visible_is_taken_away(text: str) -> None:
    """Letters, figures, signs and spaces come through one for one."""
    assert shown(text) == text


@given(text=ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    """Wherever a line is drawn, a text fills one and no more."""
    line = one_line(text)

    assert line.splitlines() in ([], [line])
    assert line == line.strip()
    assert "  " not in line
