"""`inclusion formulate`: written as ever, shown whole, signed, found still true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli import answers
from tests.interviews import peek

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

QUIET = ("--no-input",)
FLAGS = answers.as_flags


def test_a_formulation_is_shown_whole_with_what_is_missing(amina_there: Run) -> None:
    """Its words, its orphans, who has signed, and one next command."""
    (bus,) = answers.FORMULATION["trigger"]
    told = {"trigger": [bus, {**bus, "situation": "The pub"}]}
    amina_there("formulate", "AK-014", *FLAGS(told), *QUIET)

    ran = amina_there("formulate", "show", "AK-014")

    assert ran.code == 0
    for line in (
        "2. The pub",
        "Nothing is agreed for this yet.",
        "Key worker: not yet.",
        "Not signed yet: a draft. To mend it: sign it.",
        "Next: inclusion --practice formulate AK-014",
    ):
        assert line in ran.out


@pytest.mark.parametrize("command", ["show", "sign", "confirm"])
def test_somebody_without_a_formulation_is_told_so(p: Run, command: str) -> None:
    """One sentence, and the command that writes one."""
    p("person", "add", "--name", "Amina Khan", "--code", "AK-014", *QUIET)

    ran = p("formulate", command, "AK-014", *QUIET)

    assert ran.code == 3
    assert ran.err == (
        "Error: There is no formulation yet for Amina Khan, AK-014.\n"
        "To write one, type: inclusion --practice formulate AK-014\n"
    )


def test_it_is_signed_and_found_still_true_by_flags(amina_there: Run) -> None:
    """Home asks for the signature until it is there; the manager may come later."""
    asks = "Formulation, version 1: a draft, not signed yet."
    before = amina_there("today").out

    signed = amina_there("formulate", "sign", "AK-014", *FLAGS(answers.SIGN), *QUIET)
    true = amina_there("formulate", "confirm", "AK-014", *FLAGS(answers.CONFIRM),
                       *QUIET)  # fmt: skip
    squeezed = " ".join(amina_there("formulate", "show", "AK-014").out.split())

    assert asks in " ".join(before.split())
    assert "formulation, version 1, signed." in signed.out
    assert "version 1 is still true." in true.out
    assert "Found still true on Wednesday 18 November 2026." in squeezed
    assert "Monday 1 March 2027" in squeezed
    assert asks not in " ".join(amina_there("today").out.split())


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("words", "still"),
    [(("formulate",), "formulate confirm"), (("card", "write"), "card check")],
)
def test_a_script_that_says_nothing_finds_nothing_still_true(
    run: Run, words: tuple[str, ...], still: str
) -> None:
    """Nobody's silence renews a formulation or a card; what does so is named."""
    ran = run(*words, "PR-001", "--practice", "--no-input")

    assert ran.code == 2
    assert f"inclusion --practice {still} PR-001" in " ".join(ran.err.split())


def test_the_same_answers_again_are_still_true(amina_there: Run) -> None:
    """No version more, by the same flags; undo takes the look back."""
    again = amina_there(
        "formulate", "AK-014", *FLAGS(answers.FORMULATION), *QUIET, "--json"
    )
    undone = amina_there("undo", "--confirm", "AK-014")

    assert again.data["kind"] == "recheck"
    assert again.data["record"]["version"] == 1
    assert "Taken back for Amina Khan, AK-014: a look at the formulation." in undone.out


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            {"control": [{"text": "No card", "kind": "restriction", "trigger": "0"}]},
            "A restriction is for one of these situations.",
        ),
        (
            {"control": [{"text": "Phones off", "kind": "support", "trigger": "0"}]},
            "For no situation: give control.1.untied",
        ),
        (
            {"scenario": [{"what": f"{n}"} for n in range(4)]},
            "There is room for 3 things that could happen.",
        ),
        (
            {"more": "0", "review_events": "0"},
            "Look earlier after: the answer must name one",
        ),
    ],
)
def test_what_cannot_be_kept_is_told_in_a_sentence(
    amina_there: Run, told: dict[str, object], sentence: str
) -> None:
    """Nothing is kept of it."""
    ran = amina_there("formulate", "AK-014", *FLAGS(told), *QUIET)

    assert ran.code == 2
    assert sentence in " ".join(ran.err.split())


def test_words_of_another_person_must_be_kept_with_a_reason_to_be_signed(
    amina_there: Run,
) -> None:
    """The code is named and no name is; without a reason it is not signed."""
    amina_there("person", "add", "--name", "Ben Tate", "--code", "BT-003", *QUIET)
    told = {
        **answers.FORMULATION,
        "cost_of_not_doing": "Days alone, curtains drawn, radio on",
    }
    for code in ("AK-014", "BT-003"):
        amina_there("formulate", code, *FLAGS(told), *QUIET)

    signs = ("formulate", "sign", "BT-003", *FLAGS(answers.SIGN), *QUIET)
    refused = amina_there(*signs)
    signed = amina_there(*signs, "--answer", "words.1.reason=They met")

    assert refused.code == 2
    assert "words.1.reason" in refused.err
    assert signed.code == 0, signed.err
    shown = amina_there("formulate", "show", "BT-003").out
    assert "kept because: They met." in shown
    assert "Amina" not in shown


def test_home_lists_a_draft_whose_subject_is_gone(cases: Path, run: Run) -> None:
    """A step that was stopped meanwhile takes no draft, and no home screen, along."""
    peek.keep(cases, "review", {"ready": "yes"})
    run("plan", "stop", "PR-001", "--practice", *QUIET)

    ran = run("--practice", "--json")

    assert ran.code == 0
    drafts = [i["says"] for i in ran.data["items"] if i["group"] == "drafts"]
    assert drafts == ["Step review, from today 5:40pm. 1 answer kept."]
