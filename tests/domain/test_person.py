"""Finding one person, never another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.person import (
    Person,
    alike,
    any_alike,
    look_alikes,
    matching,
    next_code,
)
from tests.domain.making import a_person

AMINA, AMIRA = a_person("Amina Khan", "AK-014"), a_person("Amira Rahman", "AR-022")
BEN, ZOE = a_person("Ben Tate", "BT-003"), a_person("Zoë Łukasz", "ZL-140")
ALI = a_person("Mohammed Ali", "MA-001")
EVERYONE = (AMINA, AMIRA, BEN, ZOE, ALI)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("am", ["AK-014", "AR-022"]),
        ("AMINA", ["AK-014"]),
        ("  amina  ", ["AK-014"]),
        ("amina k", ["AK-014"]),
        ("khan", ["AK-014"]),
        ("zoe", ["ZL-140"]),
        ("Zoë", ["ZL-140"]),
        ("lukasz", ["ZL-140"]),
        ("Łuk", ["ZL-140"]),
        ("bt", ["BT-003"]),
        ("bt-0", ["BT-003"]),
        ("BT003", ["BT-003"]),
        ("bt 003", ["BT-003"]),
        ("ali", ["MA-001"]),
    ],
)
def test_a_beginning_of_a_word_or_code_finds(typed: str, codes: list[str]) -> None:
    """Case, accents and the dash do not matter."""
    assert [kept.record.code for kept in matching(typed, EVERYONE)] == codes


@pytest.mark.parametrize(
    "typed", ["", " ", "zz", "mina", "han", "99", "14", "-", ".*", "amina khan x"]
)
def test_nothing_typed_and_nothing_found_is_nobody(typed: str) -> None:
    """Never the nearest, never the first of the list."""
    assert matching(typed, EVERYONE) == ()


def test_a_likeness_is_not_a_match() -> None:
    """Mohammed does not begin with "am"; a fuzzy score would have said so."""
    assert ALI not in matching("am", EVERYONE)


@pytest.mark.parametrize(
    "typed", ["obrien", "o'brien", "o’brien", "O Brien", "brien", "sean o'b", "seanob"]
)
def test_a_name_is_found_however_its_marks_are_typed(typed: str) -> None:
    """An apostrophe is typed, turned or left out: it is the same name."""
    for name in ("Sean O'Brien", "Sean O’Brien", "Seán Ó Brien"):
        sean = a_person(name, "SO-020")
        assert matching(typed, (sean, BEN)) == (sean,)


@pytest.mark.parametrize("typed", ["smith-jones", "smithjones", "smith jones", "jones"])
def test_a_joined_name_is_found_by_either_part(typed: str) -> None:
    """The dash in a name is no letter of it."""
    mary = a_person("Mary Smith-Jones", "MS-021")

    assert matching(typed, (mary, BEN)) == (mary,)


@pytest.mark.parametrize("typed", ["'", "-", "’ '", "."])
def test_a_mark_alone_is_nobody(typed: str) -> None:
    """No letter was typed, so nobody was meant."""
    assert matching(typed, EVERYONE) == ()


def test_an_exact_code_stands_alone() -> None:
    """AK-1 is one person, also where AK-10 exists."""
    one, ten = a_person("Ada King", "AK-1"), a_person("Alan Kerr", "AK-10")

    assert matching("ak-1", (ten, one)) == (one,)
    assert matching("ak", (ten, one)) == (ten, one)


PLAIN = (AMINA, AMIRA, BEN, ALI)  # nothing to fold: a plain rule can judge them


@given(typed=st.text(alphabet="abehikmnrt -0134", max_size=6))
def test_exactly_those_are_found_who_begin_so(typed: str) -> None:
    """Whatever is typed: nobody by accident, and nobody missed."""
    wanted = typed.replace("-", "").replace(" ", "")
    expected = []
    for kept in PLAIN:
        first, last = kept.record.name.lower().split()
        starts = (first + last, last, kept.record.code.lower().replace("-", ""))
        if wanted and any(start.startswith(wanted) for start in starts):
            expected.append(kept)

    assert list(matching(typed, PLAIN)) == expected


# --- look-alikes --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amina Khan", "Amina Rahman"),
        ("Amina Khan", "Aminah Khan"),
        ("John Smith", "Jon Smith"),
        ("Zoë Lee", "Zoe Leigh"),
        ("Nadia Hussein", "Nadja Hussain"),
        ("Dee Marsh", "Dea"),
        ("Amina Khan", "Amira Rahman"),  # the written transcript, interviews.md 4.1
    ],
)
def test_names_that_could_be_mistaken_look_alike(one: str, other: str) -> None:
    """The same first word, or 80 in 100 letters."""
    assert alike(one, other) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amina Khan", "Ben Tate"),
        ("Mary Lee", "Tomasz Nowak"),
        ("Jo Lee", "Bo Marsh"),
        ("Dee Marsh", "Dan Tate"),
    ],
)
def test_names_that_could_not_be_mistaken_do_not(one: str, other: str) -> None:
    """A warning at every pair would be read by nobody."""
    assert alike(one, other) is False


@pytest.mark.parametrize(
    ("one", "other"), [("Dan Stone", "Nadia Stone"), ("Jon Nan", "Joan Ann")]
)
def test_likeness_does_not_depend_on_who_comes_first(one: str, other: str) -> None:
    """Two names are alike, or they are not."""
    assert alike(one, other) == alike(other, one)


def test_a_new_name_is_held_against_everybody() -> None:
    """All who could be mistaken, in the order given."""
    assert look_alikes("Amina Kahn", EVERYONE) == (AMINA, AMIRA)
    assert look_alikes("Tomasz Nowak", EVERYONE) == ()


def test_a_list_says_whether_any_two_are_alike() -> None:
    """One pair is enough; one person alone is nobody's double."""
    double = a_person("Amina Kahn", "AK-015")

    assert any_alike((BEN, AMINA, double)) is True
    assert any_alike((BEN, ZOE)) is False
    assert any_alike((AMINA,)) is False
    assert any_alike(()) is False


# --- codes --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Amina Khan", [], "AK-001"),
        ("Amina Khan", ["BT-003", "ZL-140"], "AK-141"),
        ("Zoë", ["AK-999"], "ZO-1000"),
        ("李明", ["AK-001"], "XX-002"),
        ("Amina Khan", ["none"], "AK-001"),
    ],
)
def test_the_next_code_is_the_next_number_of_the_vault(
    name: str, taken: list[str], code: str
) -> None:
    """Numbers are never used twice; a word takes none."""
    assert next_code(name, taken) == code


@pytest.mark.parametrize("gap", ["code", "name", "known_as"])
def test_a_person_without_a_name_or_code_is_no_record(gap: str) -> None:
    """Nobody is recorded on nobody."""
    told = {"code": "AK-014", "name": "Amina Khan", "known_as": "Amina", gap: ""}

    with pytest.raises(ValueError, match=r"^a person has a code, a name and a way"):
        Person(**told)  # type: ignore[arg-type]
