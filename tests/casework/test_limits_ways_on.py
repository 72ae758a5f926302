"""A limit that cannot go on as asked: the way out is named, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.interviews.restriction import place_questions
from inclusion_cli.interviews.restriction_about import Placing
from inclusion_cli.interviews.sentences import needed
from tests.casework.test_limits import LOOK, QUIET, WHOLE, at_once, flags, placed
from tests.conftest import NOW

if TYPE_CHECKING:
    from tests.conftest import Run


def told(text: str) -> str:
    """Return text on one line."""
    return " ".join(text.split())


@pytest.mark.usefixtures("cases")
def test_what_waits_for_its_rest_is_signed_or_lifted(run: Run) -> None:
    """The command is named by what it does, and lifting has one of its own."""
    at_once(run)

    page = told(run("restriction", "list", "PR-001", "--practice").out)

    signs = "To ask the rest and sign it off: inclusion --practice restriction sign"
    assert f"{signs} PR-001" in page
    assert "any time: inclusion --practice restriction lift PR-001" in page


@pytest.mark.usefixtures("cases")
def test_what_is_signed_is_looked_at_or_lifted(run: Run) -> None:
    """A look is called a look."""
    placed(run)

    page = told(run("restriction", "list", "PR-001", "--practice").out)

    assert "To look at it again: inclusion --practice restriction review" in page


@pytest.mark.usefixtures("cases")
def test_the_list_of_everybody_has_names_beside_codes(run: Run) -> None:
    """A code alone is not a person."""
    placed(run)

    assert "(PR-001)" in run("restriction", "list", "--practice").out


@pytest.mark.usefixtures("cases")
def test_no_situation_has_a_way_out_of_signing(run: Run) -> None:
    """There the limit is lifted, and the command stands there."""
    at_once(run)
    rest = {k: v for k, v in WHOLE.items() if k not in ("emergency", "what", "harm")}

    ran = run("restriction", "sign", "PR-001", *flags(rest, trigger="0"), *QUIET[:2])

    assert ran.code == 2
    assert "inclusion --practice restriction lift PR-001" in told(ran.err)
    assert "inclusion --practice formulate PR-001" in told(ran.err)


def test_a_harm_nobody_saw_has_a_way_out_of_signing() -> None:
    """The question itself says that the limit is lifted then, and so does skipping."""
    it = Placing(NOW.date(), at_once=False, code="AK-014")
    asked = {q.key: q for q in place_questions(it, {})}["evidence_on"]

    assert "inclusion restriction lift AK-014" in " ".join(asked.before({}))
    assert "inclusion restriction lift AK-014" in needed(asked)


def test_without_a_formulation_yes_is_only_for_what_is_true() -> None:
    """The way on is the formulation, by its command."""
    it = Placing(NOW.date(), written_down=False, code="AK-014")
    (emergency, *_rest) = place_questions(it, {})

    with pytest.raises(ValueError, match="yes where it was placed at once") as refused:
        emergency.read("2", {})

    assert "Write it first: inclusion formulate AK-014" in str(refused.value)


@pytest.mark.usefixtures("cases")
def test_a_look_at_what_was_never_asked_sends_to_the_rest(run: Run) -> None:
    """Nothing can be looked at before its grounds: two ways on are named."""
    at_once(run)

    ran = run("restriction", "review", "PR-001", *QUIET)

    assert ran.code == 11
    assert "was never asked" in ran.error["message"]
    assert "restriction sign PR-001" in ran.error["hint"]
    assert "restriction lift PR-001" in ran.error["hint"]


@pytest.mark.usefixtures("cases")
def test_lifting_where_all_is_lifted_says_when_the_last_one_was(run: Run) -> None:
    """A register with a history is never called empty."""
    at_once(run)
    run("restriction", "lift", "PR-001", "--decided-by", "Robin", *QUIET)

    ran = run("restriction", "lift", "PR-001", *QUIET)

    assert ran.code == 3
    assert "has no limit in force. The last one was lifted" in ran.error["message"]


@pytest.mark.usefixtures("cases")
def test_any_reason_lifts_a_limit(run: Run) -> None:
    """That it stood for want of staff, or as a rule, is a reason to end it."""
    placed(run)
    told = {**LOOK, "verdict": "lift", "why": "It was only there for lack of staff"}

    lifted = run("restriction", "review", "PR-001", *flags(told), *QUIET)

    assert lifted.code == 0, lifted.out


@pytest.mark.usefixtures("cases")
def test_what_is_no_reason_is_saved_at_once_and_asked_again(run: Run) -> None:
    """In an emergency nothing refuses it: the receipt says why it does not hold."""
    told = {
        "emergency": "yes",
        "what": "No walks after dark",
        "authorised_by": "nobody",
    }
    saved = run(
        "restriction",
        "place",
        "PR-001",
        *flags(told, harm="Night cover is one person"),
        *QUIET,
    )
    rest = {k: v for k, v in WHOLE.items() if k not in told | {"harm": ""}}

    signed = run("restriction", "sign", "PR-001", *flags(rest), *QUIET)
    mended = {**rest, "harm": WHOLE["harm"], "authorised_by": "Ravi"}
    whole = run("restriction", "sign", "PR-001", *flags(mended), *QUIET)

    assert saved.code == 0, saved.out
    assert "Too few staff is never" in " ".join(saved.data["follows"])
    assert signed.code == 2
    assert {"harm", "authorised_by"} <= set(signed.error["problems"])
    assert whole.code == 0, whole.out


@pytest.mark.usefixtures("cases")
def test_the_questions_of_a_look_tell_both_cases(run: Run) -> None:
    """Why it goes on is needed; what made it possible to lift it is not."""
    asked = run("restriction", "review", "--questions", "--json").data["questions"]
    why = next(question for question in asked if question["key"] == "why")

    assert "Why is it kept or made less?" in why["label"]
    assert "to lift it" in why["label"]
    assert why["asked"] == "needed when it is kept or made less"
