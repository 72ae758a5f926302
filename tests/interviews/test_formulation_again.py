"""A formulation written again, signed, and found still true."""

from __future__ import annotations

import pytest

from inclusion_cli.casework.formulation import formulation_from
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.formulation import Former, same_content
from inclusion_cli.interviews.formulation import about, form
from inclusion_cli.interviews.formulation_recheck import (
    Looking,
    confirm_form,
    looking,
)
from inclusion_cli.interviews.formulation_sign import Signing, sign_form
from inclusion_cli.interviews.gather import gather
from tests.builders import a_debrief, a_formulation, a_whole_formulation, day
from tests.domain.making import a_case, keep
from tests.interviews.by_key import TODAY, Worker, asked

# --- a new version ------------------------------------------------------------------


def test_a_version_comes_back_as_it_was() -> None:
    """Every part of it is an answer that the next version starts from."""
    old = a_whole_formulation()

    answers, worker = asked({}, old=old)

    assert worker.asked == ["more", "review_on"]
    assert same_content(old, formulation_from(keep(old), answers))


def test_a_line_changed_on_the_check_page_is_the_one_that_changes() -> None:
    """By its number; every other line keeps its age."""
    old = a_formulation(account="Mine", account_on=day(1))

    answers, worker = asked({"what_matters": "The allotment"}, "2", "s", old=old)

    new = formulation_from(keep(old), answers)
    assert worker.pages[0].lines[1][0] == "What matters"
    assert (new.what_matters, new.version) == ("The allotment", 2)
    assert "what_matters" not in {dated.field for dated in new.dated}
    assert {dated.on for dated in new.dated} == {day(1)}


def test_a_situation_that_was_taken_out_gives_its_number_to_nobody() -> None:
    """Steps name situations by it, in every version."""
    old = a_formulation(
        account="Mine", account_on=day(1), former=(Former("t2", "The pub"),)
    )
    told = {
        "more": "1",
        "trigger.3.situation": "The bank",
        "trigger.3.kind": "4",
        "trigger.3.tends": "Says yes",
        "trigger.3.signs": "Smiles",
        "trigger.3.helps": "A sentence",
    }

    answers, worker = asked(told, old=old)

    new = formulation_from(keep(old), answers)
    assert "trigger.2.situation" not in worker.asked
    assert [t.id for t in new.triggers] == ["t1", "t3"]
    assert new.former == old.former


def test_a_whole_list_from_a_file_keeps_ids_by_their_words() -> None:
    """The first row left out does not make the second one the first."""
    old = a_whole_formulation(scenarios=())
    bus, shop = old.triggers
    rows = {
        "trigger.": None,
        "trigger.1.situation": shop.situation,
        "trigger.1.kind": "money_pressure",
        "trigger.1.tends": "Lends",
        "trigger.1.signs": "Smiles",
        "trigger.1.helps": "A sentence",
        "control.": None,
    }
    case = a_case(formulation=keep(old))

    answers = gather(form(case, about(case, TODAY)), rows, None, Worker({}))
    new = formulation_from(keep(old), answers)

    assert [t.id for t in new.triggers] == ["t2"]
    assert new.former == (Former("t1", bus.situation),)


def test_nothing_changed_after_harm_asks_why() -> None:
    """In passing: lines can still be changed afterwards, and then nobody needs it."""
    hurt = a_debrief(3, concerns=(Concern.HURT,))
    old = a_formulation(account="Mine", account_on=day(1))
    why = {"unchanged_because": "It says so already"}

    answers, worker = asked(why, old=old, debriefs=(hurt,))
    changed, _worker = asked(
        {**why, "what_matters": "The sea"}, "2", "s", old=old, debriefs=(hurt,)
    )

    assert worker.notes["unchanged_because"] == (
        "Since the last look: someone hurt or unsafe on Thursday 3 September.",
    )
    assert answers["unchanged_because"] == "It says so already"
    assert "unchanged_because" not in changed


# --- signing, and looking again -----------------------------------------------------

FLAG = ("What helps", "A.always", "always", "When, and how often?")


def test_words_the_check_asks_about_need_a_reason_to_stay() -> None:
    """One question for each, with the words and what is asked about them."""
    case = a_case(formulation=keep(a_formulation(sign_offs=())))
    worker = Worker(
        {"words.1.reason": ["", "Her joke"], "agreed": "3", "worker": "1",
         "manager": "2", "person_view": "No mention of the bus"}
    )  # fmt: skip
    it = sign_form(case, Signing(TODAY, "Amina", "Sam", (FLAG,)))

    answers = gather(it, {}, worker, worker)

    assert worker.notes["words.1.reason"] == (
        "What helps",
        '"always"',
        "When, and how often?",
    )
    assert answers["words.1.reason"] == "Her joke"
    assert "person_view" in worker.asked
    (error,) = worker.errors
    assert error.startswith("This needs an answer.")


@pytest.mark.parametrize("key", ["agreed", "worker", "manager"])
def test_no_signature_is_given_by_enter(key: str) -> None:
    """A name under a paper is never a default."""
    case = a_case(formulation=keep(a_formulation(sign_offs=())))
    told = {"agreed": "2", "worker": "1", "manager": "2"}
    worker = Worker({**told, key: ["", told[key]]})

    gather(sign_form(case, Signing(TODAY, flagged=())), {}, worker, worker)

    assert len(worker.errors) == 1


def test_a_signature_that_stands_is_not_asked_for_again() -> None:
    """The manager signs later; the others have."""
    case = a_case(formulation=keep(a_formulation()))
    worker = Worker({"manager": "1", "manager_name": "Jo"})

    gather(sign_form(case, Signing(TODAY, flagged=())), {}, worker, worker)

    assert worker.asked == ["manager", "manager_name", "manager_on"]


def test_still_true_is_four_short_answers() -> None:
    """What came since stands above it; why nothing changes is asked after harm."""
    hurt = a_debrief(3, concerns=(Concern.HURT,))
    case = a_case(hurt, formulation=keep(a_formulation()))
    it = confirm_form(case, looking(case, TODAY))
    worker = Worker({"found": "1", "with_person": "1"})

    answers = gather(it, {}, worker, worker)

    assert it.intro == (
        "Since the last look: someone hurt or unsafe on Thursday 3 September.",
    )
    assert worker.asked == ["found", "with_person", "unchanged_because", "review_on"]
    assert answers["unchanged_because"] is None


def test_something_has_changed_says_what() -> None:
    """The kind of change, and a few words where there are any."""
    case = a_case(formulation=keep(a_formulation()))
    worker = Worker({"found": "2", "change": "2", "with_person": "2"})

    answers = gather(confirm_form(case, Looking(TODAY)), {}, worker, worker)

    assert (answers["change"], answers["what_is_new"]) == ("move", None)
    assert "review_on" not in worker.asked
