"""Telling without consent: never held up in danger, always answered for afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.domain.disclosure import Ground, Rests
from inclusion_cli.interviews.disclosure import form, questions
from inclusion_cli.interviews.walk import reckoned
from tests.cli.test_consent_commands import QUIET, TELL, _home, maya
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
DANGER = ("--danger", "yes", "--recipient", "Police", "--harm", "He will hit her")
REST = (
    *("--what", "Where she is", "--necessary", "They had to find her"),
    *("--why-no-consent", "No time was left", "--told-person", "yes"),
    *("--caldicott", "1,2,3,7"),
)


def add(run: Run, *words: str) -> Any:
    """Write that somebody was told about PR-002."""
    return run("disclosure", "add", "PR-002", *words, *QUIET)


def test_in_danger_three_questions_and_it_is_saved(
    run: Run, cases_vault: Vault
) -> None:
    """Whether, whom, and what harm. Who decided and the ground stand by themselves."""
    asked = reckoned(form(maya(cases_vault), NOW.date()), {})

    ran = add(run, *DANGER)

    told = maya(cases_vault).safety.disclosures[-1].record
    assert len([q for q in asked if not q.extra]) == 3
    assert ran.code == 0
    assert told.rests is Rests.WITHOUT_CONSENT
    assert told.ground is Ground.VITAL
    assert told.decided_by == "Sam, Key worker"
    assert any("Told without consent: Police." in says for says in _home(run))


def test_what_is_still_asked_stands_on_home_until_it_is_answered(
    run: Run, cases_vault: Vault
) -> None:
    """The rest is a form of its own, and is written over the same record."""
    add(run, *DANGER)

    ran = run("disclosure", "finish", "PR-002", *REST, *QUIET)
    again = run("disclosure", "finish", "PR-002", *REST, *QUIET)

    told = maya(cases_vault).safety.disclosures[-1].record
    assert ran.code == 0
    assert again.code == 3
    assert (told.harm, told.what) == ("He will hit her", "Where she is")
    assert not any("told without consent" in says for says in _home(run))


def test_without_danger_all_of_it_is_asked(run: Run) -> None:
    """Ground, harm, why it was needed, who decided, what the person knows."""
    calm = ("--danger", "no", "--recipient", "Ms Shah", "--rests", "without_consent")

    ran = add(run, *calm)

    assert ran.code == 2
    assert set(ran.error["problems"]) == {
        *("harm", "purpose", "items", "ground", "what", "necessary"),
        *("why_no_consent", "decided_by", "told_person", "caldicott"),
    }


def test_who_is_not_told_has_a_reason(run: Run) -> None:
    """That the person does not know is never left without why."""
    calm = ("--danger", "no", "--recipient", "Ms Shah", "--rests", "without_consent")
    more = ("--ground", "2", "--harm", "A child", "--purpose", "safety", "--items", "1")
    rest = (*REST, "--decided-by", "Jo, manager", "--told-person", "no")

    ran = add(run, *calm, *more, *rest)

    assert ran.code == 2
    assert set(ran.error["problems"]) == {"why_not_told"}


def test_telling_on_consent_is_held_to_it(run: Run, cases_vault: Vault) -> None:
    """What was told by word of mouth is checked as a paper is."""
    run("consent", "give", "PR-002", *TELL, "--items", "1", *QUIET)
    calm = ("--danger", "no", "--recipient", "Ms Shah", "--rests", "consent")
    what = (*calm, "--purpose", "the care review", "--items")

    more = add(run, *what, "1,diagnosis")
    fine = add(run, *what, "1")

    assert more.code == 11
    assert "a diagnosis" in more.error["message"]
    assert fine.code == 0
    assert maya(cases_vault).safety.disclosures[-1].record.consent


def test_it_is_counted_and_never_amended(run: Run, cases_vault: Vault) -> None:
    """The list counts what was told without consent; its words stay as they were."""
    add(run, *DANGER)
    told = maya(cases_vault).safety.disclosures[-1]

    listed = run("disclosure", "list", "PR-002", *QUIET).data
    ran = run("amend", told.id[-8:], "--reason", "other words", *QUIET)

    assert listed["without_consent"] == 1
    assert listed["lines"][0]["to"] == "Police"
    assert ran.code == 11
    assert "stays as it was written" in ran.error["message"]


def test_one_saved_for_the_wrong_person_moves(run: Run, cases_vault: Vault) -> None:
    """In a hurry the wrong person is picked: it is moved, with its words."""
    add(run, *DANGER)
    told = maya(cases_vault).safety.disclosures[-1]

    to = ("PR-001", "--reason", "wrong person", "--confirm", "PR-001")
    ran = run("refile", told.id[-8:], *to, *QUIET)

    assert ran.code == 0
    assert all(
        kept.record.recipient != "Police"
        for kept in maya(cases_vault).safety.disclosures
    )


def test_every_question_has_a_flag() -> None:
    """A script can answer all of it."""
    assert all(q.flag for q in questions("Maya", NOW.date()))


@pytest.mark.parametrize("whom", ["999", "111", "101", "07700 900123", "?"])
def test_in_danger_no_form_of_an_answer_is_in_the_way(
    run: Run, cases_vault: Vault, whom: str
) -> None:
    """Who answered is who was told, by number where that is all there is."""
    words = ("--danger", "yes", "--recipient", whom, "--harm", "He is on the roof")

    ran = add(run, *words)

    assert ran.code == 0, ran.error
    assert maya(cases_vault).safety.disclosures[-1].record.recipient == whom


def test_without_danger_999_is_somebody_and_a_sign_is_nobody(run: Run) -> None:
    """A line that answers is a name; a sign is none."""
    calm = ("--danger", "no", "--rests", "without_consent")

    assert "recipient" not in add(run, *calm, "--recipient", "999").error["problems"]
    assert "recipient" in add(run, *calm, "--recipient", "?!").error["problems"]


def test_in_danger_a_card_number_is_masked_and_the_rest_is_saved(
    run: Run, cases_vault: Vault
) -> None:
    """It is never kept, and it stops nobody."""
    harm = "He has her card 4111 1111 1111 1111 and is at the door"

    ran = add(run, "--danger", "yes", "--recipient", "999", "--harm", harm)

    told = maya(cases_vault).safety.disclosures[-1].record
    assert "was taken out" in ran.data["follows"][0]
    assert ran.code == 0, ran.error
    assert told.harm == "He has her card ...1111 and is at the door"


@pytest.mark.parametrize(
    "words",
    [
        ("concern", "add", "PR-002", "--seen", "He took card 4111111111111111"),
        ("incident", "add", "PR-002", "--what", "Theft, crime 1234567812345678"),
    ],
    ids=["concern", "incident"],
)
def test_what_was_seen_in_danger_is_saved_with_the_number_masked(
    run: Run, words: tuple[str, ...]
) -> None:
    """A long number stops no concern and no incident; its last 4 figures stay."""
    ran = run(*words, *QUIET)

    assert ran.code == 0, ran.error
    assert words[-1][-16:] not in str(ran.data)
    assert f"...{words[-1][-4:]}" in str(ran.data)


def test_what_was_told_by_mistake_can_be_said(run: Run, cases_vault: Vault) -> None:
    """There was no ground; nobody is asked to weigh what nobody weighed."""
    ran = add(
        *(run, "--danger", "no", "--recipient", "The bank", "--purpose", "a letter"),
        *("--rests", "without_consent", "--ground", "by_mistake"),
        *("--items", "1", "--harm", "They know where she lives"),
        *("--what", "Her address", "--told-person", "yes"),
    )

    told = maya(cases_vault).safety.disclosures[-1].record
    assert ran.code == 0, ran.error
    assert told.ground is Ground.MISTAKE
    assert any("72 hours" in says for says in ran.data["follows"])
    assert not any("told without consent" in says for says in _home(run))


def test_a_mistake_is_no_ground_for_a_paper(run: Run) -> None:
    """What is to be told is not told by mistake."""
    ran = run(
        *("review", "PR-002", "--pack-only", "--for", "Ann", "--purpose", "x"),
        *("--rests", "without_consent", "--ground", "by_mistake", *QUIET),
    )

    assert ran.code == 2
    assert "ground" in ran.error["problems"]
