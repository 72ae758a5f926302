"""A pack for somebody who was not at the review: asked for at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from inclusion_cli.interviews.asker import Leave
from inclusion_cli.interviews.pack_inspector import Asking, questions
from tests.cli.test_consent_commands import QUIET as CONSENTED
from tests.cli.test_consent_commands import TELL
from tests.conftest import NOW
from tests.interviews.by_lines import walked

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.interviews.asker import Prompt
    from inclusion_cli.interviews.question import Answers
    from tests.conftest import Run

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--no-input", "--practice")
WORDS = ("review", "PR-002", "--pack-only", "--for", "Ms Shah")
TYPED = {
    "recipient_role": "social worker",
    "purpose": "the care review",
    "rests": "3",
    "ground": "7",
    "harm": "None. A court asks for it",
    "decided_by": "Jo, manager",
}


def test_what_a_pack_rests_on_is_asked_and_nothing_is_offered(run: Run) -> None:
    """On a ground, three more questions; the rest waits on home."""
    ran, sitting = walked(run, WORDS, lambda prompt: TYPED[prompt.question.key])

    asked = [prompt.question.key for prompt in sitting.asked]
    rests = next(p for p in sitting.asked if p.question.key == "rests")
    assert ran.code == 0
    assert asked == list(TYPED)
    assert not rests.keeps
    assert "Told without consent: Ms Shah" in run("today", "--practice").out.replace(
        "\n                               ", " "
    )


def test_a_pack_left_half_way_is_on_home_and_carried_on(run: Run) -> None:
    """Home says how far it came, and for whom it was."""

    def leaving(prompt: Prompt) -> str:
        if prompt.question.key == "rests":
            raise Leave
        return TYPED[prompt.question.key]

    ran, _sitting = walked(run, WORDS, leaving)
    drafts = [
        item["command"]
        for item in run("today", "--practice", "--json").data["items"]
        if item["group"] == "drafts"
    ]

    assert ran.code == 4
    assert drafts == [["review", "--pack-only", "--for", "'Ms Shah'", "PR-002"]]


def test_what_the_person_hands_on_is_their_own_yes(run: Run) -> None:
    """It is asked where somebody else gets it, has no default, and a no is a no."""
    typed = {**TYPED, "rests": "2", "hands_on": "2"}

    ran, sitting = walked(run, WORDS, lambda prompt: typed[prompt.question.key])

    asked = next(p for p in sitting.asked if p.question.key == "hands_on")
    assert not asked.keeps
    assert asked.question.grave
    assert ran.code == 11
    assert "Nothing was shared" in ran.err


def test_a_pack_for_a_reader_is_not_taken_for_the_one_of_the_meeting(
    run: Run, tmp_path: Path
) -> None:
    """Made on one day: each has its kind in its name, and nobody's name."""
    folder = tmp_path / "out"
    out = ("--out", str(folder), *QUIET, "--json")
    on_a_ground = [
        word for key in TYPED for word in (f"--{key.replace('_', '-')}", TYPED[key])
    ]

    of_meeting = run("review", "PR-002", "--pack-only", *out).data["paths"]
    for_reader = run(*WORDS, *on_a_ground, *out).data["paths"]
    again = run("review", "PR-002", "--pack-only", *out).data["paths"]

    made = [path.rpartition("/")[2] for path in (*of_meeting, *for_reader, *again)]
    assert sorted(path.name for path in folder.iterdir()) == sorted(made)
    assert len(set(made)) == 6
    readers = [name for name in made if "-for-a-reader-" in name]
    assert readers == made[2:4]
    assert not [name for name in made if "Shah" in name or "Maya" in name]


@pytest.mark.parametrize(
    "words",
    [
        (*WORDS, "--recipient-role", "social worker"),
        ("dashboard", "PR-002", "--html", "{out}/x.html", "--recipient", "Ann"),
        ("trace", "PR-002", "--paper", "--recipient", "Ann"),
        ("card", "print", "PR-002", "--holder", "other", "--recipient", "Mr X"),
    ],
    ids=["review", "dashboard", "trace", "card"],
)
@pytest.mark.parametrize("said", [(), ("--hands-on", "no")], ids=["unasked", "no"])
def test_no_paper_leaves_as_if_it_was_for_the_person(
    run: Run, tmp_path: Path, words: tuple[str, ...], said: tuple[str, ...]
) -> None:
    """Each door asks for the person's own yes; without it nothing is made."""
    typed = (word.replace("{out}", str(tmp_path)) for word in words)

    ran = run(*typed, "--purpose", "review", "--rests", "to_the_person", *said, *QUIET)

    told = run("disclosure", "list", "PR-002", "--practice", "--json").data["lines"]
    assert ran.code == (11 if said else 2), ran.err
    assert ("Nothing was shared" if said else "--hands-on") in ran.err
    assert not [line for line in told if line["to"].startswith(("Ann", "Mr X"))]
    assert not list(tmp_path.glob("*.html"))


def test_a_pack_for_the_review_claims_nothing_of_the_person(run: Run) -> None:
    """One command still; it is kept as what it is, a paper for the meeting."""
    made = run("review", "PR-002", "--pack-only", "--no-input", "--practice")

    page = run("disclosure", "list", "PR-002", "--practice", "--json").data
    assert made.code == 0, made.err
    assert page["lines"][0]["rests"].startswith("To be read at the review")


def drafts_of(run: Run) -> list[list[str]]:
    """Return the commands of the drafts on home."""
    items = run("today", "--practice", "--json").data["items"]
    return [item["command"] for item in items if item["group"] == "drafts"]


def test_a_dashboard_that_was_refused_is_carried_on_as_the_page_it_was(
    run: Run, tmp_path: Path
) -> None:
    """Home names its file; what nobody wrote is not said to be written."""
    page = str(tmp_path / "my page.html")
    words = ("dashboard", "PR-002", "--html", page)
    typed = {**TYPED, "recipient": "Dr Nobody", "rests": "1"}

    ran, sitting = walked(run, words, lambda prompt: typed[prompt.question.key])
    drafts = drafts_of(run)

    rests = next(p.question for p in sitting.asked if p.question.key == "rests")
    assert ran.code == 11
    assert "type the same command again" in ran.err.replace("\n", " ")
    assert drafts == [["dashboard", "--html", f"'{page}'", "PR-002"]]
    assert "nothing that covers this is written" in rests.choices[0].label
    assert [choice.key for choice in rests.choices][-1] == "own_team"


def test_what_the_person_agreed_is_offered_where_it_is_written(
    run: Run, tmp_path: Path
) -> None:
    """The same reader, the same purpose, and all that the page tells."""
    agreed = ("consent", "give", "PR-002", *TELL, *CONSENTED)
    assert run(*agreed, "--items", "how_it_goes,ratings").code == 0
    words = ("dashboard", "PR-002", "--html", str(tmp_path / "page.html"))
    typed = {**TYPED, "recipient": "Ms Shah", "rests": "1"}

    ran, sitting = walked(run, words, lambda prompt: typed[prompt.question.key])

    rests = next(p.question for p in sitting.asked if p.question.key == "rests")
    assert rests.choices[0].label == "Maya agreed, and it is written here"
    assert ran.code == 0


def test_a_thread_without_names_is_carried_on_without_names(run: Run) -> None:
    """Its letter stays: what was begun for nobody's eyes is not made with names."""

    def leaving(prompt: Prompt) -> str:
        if prompt.question.key == "purpose":
            raise Leave
        return {"recipient": "Jo Ash", "recipient_role": "auditor"}[prompt.question.key]

    walked(run, ("trace", "PR-002", "--anonymous", "--paper"), leaving)

    assert drafts_of(run) == [["trace", "--paper", "--anonymous", "PR-002"]]


def test_an_inspectors_pack_says_where_nobody_agreed() -> None:
    """Of those whose thread is told, all have to be written."""
    given: Answers = {"people": ("AK-014",), "recipient": "CQC", "purpose": "a visit"}

    def first(*, written: bool) -> str:
        it = Asking(NOW.date(), codes=("AK-014",), written=lambda _codes, _to: written)
        return next(
            q.choices[0].label for q in questions(it, given) if q.key == "rests"
        )

    assert "nothing that covers this is written" in first(written=False)
    assert "it is written here" in first(written=True)
