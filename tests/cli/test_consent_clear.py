"""What is said once a person agreed, or takes it back, can be acted on by anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.person import Person
from inclusion_cli.domain.recall_letter import Sender, recall_letter
from tests.cli.test_consent_commands import PAGE, QUIET, SHAH, TELL, withdrawn
from tests.domain.test_consent import SHEET, TODAY, a_consent
from tests.domain.test_consent_due import PAGE as TOLD

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.leaf import Leaf
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
SPOKEN = ("--practice", "--no-input")


def test_the_letter_says_what_they_know_her_by_whom_it_is_for_and_our_number(
    run: Run, tmp_path: Path
) -> None:
    """The kitchen was told what she likes to be called, and no code."""
    withdrawn(run, tmp_path)

    letter = next(tmp_path.glob("letter-*.md")).read_text(encoding="utf-8")
    told = letter.split("Stop using what we told you")[-1].split("Page 1")[0]
    assert "To Community kitchen, for Noor" in told
    assert "we told you something about Maya. It was for this" in told
    assert "a person we support" not in told
    assert "0161 496 0123" in told
    assert "Our number" not in told


def letter(*items: str) -> Leaf:
    """Return a letter about what was told by these items, to no partner of ours."""
    told = TOLD.__class__(**{**TOLD.__dict__, "items": items, "what": ""})
    return recall_letter(
        SHEET,
        (told,),
        a_consent(),
        ended=TODAY,
        sender=Sender("Sam", "Elm House"),
        person=Person("AK-014", "Amina Khan", "Amina"),
    )


@pytest.mark.parametrize(
    ("items", "whom"),
    [
        (("helps",), "a person we support"),
        (("first_name", "helps"), "Amina"),
        (("full_name",), "Amina Khan"),
    ],
)
def test_the_letter_tells_no_name_that_was_not_told(
    items: tuple[str, ...], whom: str
) -> None:
    """It adds nothing to what they hold, and has a line for our number."""
    made = letter(*items)

    assert f"about {whom}. It was" in " ".join(made.lead)
    assert SHEET.code not in " ".join(made.lead)
    assert "Our number" in made.sign


def test_the_letter_has_the_number_of_the_card_where_no_partner_was_given_one() -> None:
    """On call here is known: nobody writes it on a line by hand."""
    made = recall_letter(
        SHEET,
        (TOLD,),
        a_consent(),
        ended=TODAY,
        sender=Sender("Sam", "Elm House", "01632 960001"),
    )

    assert "Our number" not in made.sign
    assert any("01632 960001" in text for part in made.parts for text in part.lines)


def test_the_save_says_how_consent_is_taken_back_and_how_a_save_is_undone(
    run: Run,
) -> None:
    """They are two things: only one of them is the person's."""
    ran = run("consent", "give", "PR-002", *TELL, "--items", "helps", *SPOKEN)

    said = " ".join(ran.out.split())
    assert "back at any time: inclusion --practice consent withdraw PR-002" in said
    assert "To undo this save: inclusion --practice undo" in said
    assert "To take it back" not in said


def test_the_copy_can_be_found_from_the_save(run: Run) -> None:
    """Whatever was said of it: the id and the command stand there."""
    yes = tuple("yes" if one == "no" else one for one in TELL)
    told = ("--items", "helps")
    one = run("consent", "give", "PR-002", *yes, *told, *SPOKEN)
    other = run("consent", "give", "PR-001", *TELL, *told, *SPOKEN)

    assert "inclusion --practice consent show" in one.out
    assert "--paper" in one.out
    assert "--paper" in other.out


def test_a_partner_who_was_not_chosen_is_asked_for_again(
    run: Run, tmp_path: Path
) -> None:
    """A name typed in a consent is no partner; the refusal says what to do."""
    run("partner", "add", *PARTNER, *QUIET)
    run("consent", "give", "PR-002", *TELL, "--items", "helps", *QUIET)

    made: Any = run(
        "partner", "brief", "PR-002", "Crossing", "--items", "1", *PAGE, *QUIET,
        "--out", str(tmp_path),
    )  # fmt: skip

    assert SHAH[3] in made.error["message"] or "not" in made.error["message"]
    assert (
        "choose this partner there: inclusion consent give PR-002"
        in (made.error["hint"])
    )


PARTNER = (
    *("--name", "The Crossing Cafe", "--kind", "venue", "--contact", "Sal"),
    *("--phone", "0161 496 0001", "--role", "manager", "--boundaries", "lending"),
    *("--worried", "Ring us", "--on-call", "Sam, 0161 496 0123"),
    *("--agreed-on", "today", "--will-share", "Nothing"),
)
