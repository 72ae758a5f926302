"""Every item can be asked, mended and taken back: why, history, amend, refile, find."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.amend import NOT_AMENDED
from inclusion_cli.cli.amend import HOW
from inclusion_cli.domain.kinds import KINDS
from inclusion_cli.domain.told import KIND_WORDS
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.verify import verify

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
DEBRIEF_WORDS = "over the bridge"


def _id(run: Run, words: str, *more: str) -> str:
    found = run("find", words, *more, "--practice", "--json").data
    hits: list[dict[str, Any]] = found["hits"]
    return str(hits[0]["id"])


def test_every_kind_is_amended_or_says_why_not() -> None:
    """No record is without a way to mend it, or a sentence that says why not."""
    assert HOW.keys() | NOT_AMENDED.keys() == KINDS.keys()
    assert not HOW.keys() & NOT_AMENDED.keys()
    assert KIND_WORDS.keys() >= KINDS.keys()


@pytest.mark.parametrize("typed", ["canal", "CANAL", "cana", "cänal", '"by the canal"'])
def test_words_are_found_whatever_their_case_accents_and_ends(
    run: Run, typed: str
) -> None:
    """The beginning of a word finds it, without regard to capitals or accents."""
    found = run("find", typed, "--practice", "--json").data

    assert {hit["code"] for hit in found["hits"]} == {"PR-001"}


def test_all_the_words_must_be_there(run: Run) -> None:
    """Two words that never stand together find nothing, and that is said."""
    ran = run("find", "canal", "football", "--practice")

    assert ran.code == 0
    assert "Nothing has these words" in ran.out


def test_find_keeps_to_one_person_and_to_its_limit(run: Run) -> None:
    """`--person` and `--limit` hold, and it says that there is more."""
    found = run(
        "find", "the", "--person", "PR-002", "--limit", "2", "--practice", "--json"
    ).data

    assert {hit["code"] for hit in found["hits"]} == {"PR-002"}
    assert (len(found["hits"]), found["more"]) == (2, True)


def test_why_names_what_a_decision_rests_on_and_what_was_shown(
    run: Run,
    cases_vault: Vault,
) -> None:
    """A decision says its evidence as it was shown, each line with its records."""
    file = Reading(cases_vault).people()[0].file
    decision = Reading(cases_vault).all(KINDS["decision"], file=file)[-1]

    page = run("why", decision.id[-8:], "--practice", "--json").data

    assert page["reasons"]
    assert {ref["what"] for ref in page["rests_on"]} >= {"Step review", "Debrief"}


def test_why_says_where_a_person_stands_and_why_a_line_is_on_home(run: Run) -> None:
    """A code gives each criterion with its records; a number a line of home."""
    person = run("why", "pr-001", "--practice", "--json").data
    line = run("why", "1", "--practice", "--json").data
    nothing = run("why", "99", "--practice")

    assert any(reason["refs"] for reason in person["reasons"])
    assert line["rests_on"]
    assert nothing.code == 3
    assert "There is no line 99" in nothing.err


def test_an_amendment_keeps_both_versions_and_says_what_changed(run: Run) -> None:
    """The first words stay readable beside the new ones, with the reason."""
    record = _id(run, DEBRIEF_WORDS)

    ran = run(
        "amend", record, "--answer", "wish=Keep to the path", "--reason", "misheard",
        "--practice", "--no-input",
    )  # fmt: skip
    page = run("history", record, "--practice", "--json").data

    assert ran.code == 0, ran.err
    assert [version["state"] for version in page["versions"]] == [
        "A later version stands.",
        "This one stands.",
    ]
    assert page["versions"][1]["reason"] == "misheard"
    assert page["versions"][1]["changes"] == [
        {
            "label": "Wish",
            "was": "Keep the walks, but not over the bridge.",
            "now": "Keep to the path",
        }
    ]


def test_undo_of_an_amendment_brings_back_what_stood(
    run: Run, cases_vault: Vault
) -> None:
    """Taken back, the earlier version stands again and the log is whole."""
    record = _id(run, DEBRIEF_WORDS)
    run(
        "amend", record, "--answer", "wish=Keep to the path", "--reason", "misheard",
        "--practice", "--no-input",
    )  # fmt: skip

    code = run("undo", "--confirm", "PR-001", "--practice").code
    page = run("history", record, "--practice", "--json").data

    assert code == 0
    assert page["versions"][0]["state"] == "This one stands."
    assert page["versions"][1]["state"].startswith("Taken back by Sam")
    assert verify(cases_vault).holds


def test_nothing_changed_is_not_a_version(run: Run) -> None:
    """An amendment that says the same is refused, with what to do."""
    record = _id(run, DEBRIEF_WORDS)

    ran = run("amend", record, "--reason", "looked again", "--practice", "--no-input")

    assert ran.code == 11
    assert "Nothing differs" in ran.err


@pytest.mark.parametrize(
    ("typed", "code", "says"),
    [
        ("zz", 2, '"zz" is no id'),
        ("abc", 2, '"abc" is no id'),
        ("ffffffffffff", 3, 'No record has the id "ffffffffffff"'),
    ],
)
def test_an_id_that_is_none_is_named(
    run: Run, typed: str, code: int, says: str
) -> None:
    """What was typed is named, and how ids are found."""
    for command in ("why", "history", "amend"):
        ran = run(command, typed, "--practice")

        assert ran.code == code
        assert says in ran.err
        assert "find WORDS" in " ".join(ran.err.split())


def test_an_id_that_several_have_lists_them(run: Run, cases_vault: Vault) -> None:
    """A beginning that many ids share is never taken for one of them."""
    start = Reading(cases_vault).people()[0].id[:4]

    ran = run("why", start, "--practice")

    assert ran.code == 2
    assert "Type more of the id" in ran.err


def test_a_record_of_the_wrong_person_is_moved_and_moved_back(
    run: Run,
    cases_vault: Vault,
) -> None:
    """It counts for the right person alone; undo puts it back; the log is whole."""
    reading = Reading(cases_vault)
    first, second = reading.people()[:2]
    before = len(reading.casefile(first.file).debriefs)
    debrief = reading.all(KINDS["debrief"], file=first.file)[-1]
    args = ("--step", "1", "--reason", "wrong window", "--confirm", second.record.code)

    ran = run(
        "refile", debrief.id[-8:], second.record.code, *args, "--practice", "--json"
    )
    moved = Reading(cases_vault)

    assert ran.code == 0, ran.out
    assert len(moved.casefile(first.file).debriefs) == before - 1
    new = moved.all(KINDS["debrief"], record=ran.data["id"])[0]
    assert new.file == second.file
    assert new.record.words == debrief.record.words
    assert verify(moved.vault).holds

    run("undo", "--confirm", second.record.code, "--practice")
    back = Reading(cases_vault)
    assert len(back.casefile(first.file).debriefs) == before


def test_a_move_needs_the_right_code_and_the_step(run: Run, cases_vault: Vault) -> None:
    """Without them a script is told all that is missing; nothing is moved."""
    reading = Reading(cases_vault)
    first, second = reading.people()[:2]
    debrief = reading.all(KINDS["debrief"], file=first.file)[-1]

    ran = run(
        "refile", debrief.id[-8:], second.record.code, "--reason", "wrong window",
        "--confirm", first.record.code, "--practice", "--json",
    )  # fmt: skip

    told = json.loads(ran.out)["error"]
    assert ran.code == 2
    assert set(told["problems"]) == {"step", "confirm"}


def test_what_cannot_be_moved_or_mended_says_so(run: Run, cases_vault: Vault) -> None:
    """A paper is never amended, a decision is never moved to another person."""
    reading = Reading(cases_vault)
    paper, decision = reading.all(KINDS["paper"])[0], reading.all(KINDS["decision"])[0]

    amend = run("amend", paper.id, "--practice")
    move = run("refile", decision.id, "PR-002", "--practice")

    assert (amend.code, move.code) == (11, 11)
    assert "stays made" in amend.err
    assert "cannot be moved" in move.err
