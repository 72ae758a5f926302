"""Names, lists and slips of the pen: said so that they can be read, and mended."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.casework.pack_my_record import other_names
from inclusion_cli.domain.consent_items import items_in_words
from inclusion_cli.domain.values import listed
from inclusion_cli.store.reading import Reading
from tests.casework.test_measure import THREE, UCLA
from tests.cli.test_consent_commands import QUIET, SHAH, YES, maya
from tests.interviews.by_lines import Script, walked
from tests.interviews.scripts_consent import PARTNER_ADD
from tests.interviews.scripts_measure import MEASURE_ADD

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")


@pytest.mark.parametrize(
    ("flag", "typed"), [("--purpose", "5"), ("--purpose", "x"), ("--asked-how", "@")]
)
def test_a_sign_is_no_purpose_and_no_way_of_asking(
    run: Run, flag: str, typed: str
) -> None:
    """A purpose has two words at least, and how it was asked has one."""
    told = ("--kind", "tell", *SHAH, "--purpose", "the care review", *YES)

    ran = run("consent", "give", "PR-002", *told, "--items", "1", flag, typed, *QUIET)

    assert ran.code == 2
    assert "word" in ran.error["problems"][flag[2:].replace("-", "_")]


def test_a_list_with_commas_in_its_parts_is_told_with_semicolons() -> None:
    """Where one part has a comma or an "and", nobody has to guess where it ends."""
    assert listed(("tea", "milk")) == "tea and milk"
    assert items_in_words(("first_name", "coming_for", "helps")) == (
        "what they like to be called; what they come for, and when; "
        "what helps them feel at ease"
    )


@pytest.mark.parametrize("typed", ["UCLA-3", "ucla 3", "ucla_3", "Ucla3"])
def test_a_measure_is_named_as_it_is_shown(run: Run, typed: str) -> None:
    """Its name or its key, with any capitals, spaces and dashes."""
    run("measure", "add", "PR-001", *UCLA, *THREE, "--direct", "1", *QUIET)

    ran = run("measure", "chart", "PR-001", typed, *QUIET)

    assert ran.code == 0, ran.out


def test_a_measure_that_was_not_taken_is_told_with_those_that_were(run: Run) -> None:
    """Each by its name and its key: both may be typed."""
    run("measure", "add", "PR-001", *UCLA, *THREE, "--direct", "1", *QUIET)

    ran = run("measure", "chart", "PR-001", "weight", *QUIET)

    assert ran.code == 2
    assert "(ucla_3)" in ran.error["message"]


def test_the_menu_of_measures_says_that_there_are_others(run: Run) -> None:
    """What is off can be switched on: one line says so, and how to read more."""
    _ran, sitting = walked(run, MEASURE_ADD.words, Script(MEASURE_ADD))

    (note,) = sitting.asked[0].notes
    assert "PHQ-9" in note
    assert "switch them on" in note


def test_their_own_name_is_never_somebody_elses(run: Run, cases_vault: Vault) -> None:
    """Two people have one name: neither is left out of their own copy by it."""
    case = maya(cases_vault)
    told = case.person.record
    same = ("--name", told.name, "--known-as", told.known_as, "--code", "MP-009")
    added = run("person", "add", *same, *QUIET, "--confirm", "yes")

    names = other_names(Reading(cases_vault), case)

    assert added.code in (0, 2)
    assert not {told.name, told.known_as, *told.name.split()} & {*names}


def test_a_day_long_past_is_doubted_before_it_is_kept(run: Run) -> None:
    """December typed in November is a year ago: the year is told, and typed again."""
    steps = tuple(
        replace(step, types="12 December", says="Friday 12 December 2025")
        if step.asks == "On which day"
        else step
        for step in PARTNER_ADD.steps
    )
    script = Script(replace(PARTNER_ADD, steps=steps))

    ran, sitting = walked(run, PARTNER_ADD.words, script)

    doubts = [prompt.error for prompt in sitting.asked if prompt.doubted]
    assert ran.code == 0, ran.err
    assert doubts
    assert "That is Friday 12 December 2025" in doubts[-1]
