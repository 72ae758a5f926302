"""A supervision in a real vault: in the worker's own file, and in nobody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.supervision import (
    agreements_from,
)
from inclusion_cli.clock import Clock
from inclusion_cli.domain.action import Action
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.domain.service import Worker
from inclusion_cli.domain.supervision import Supervision
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.search import Search
from inclusion_cli.store.work import Work
from tests.cli.test_contract import LEAVES
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault

QUIET = ("--practice", "--json", "--no-input")
NOTED = (
    *("supervision", "note", "--supervisor", "Jo Ash", "--cases", "0"),
    *("--supported", "CANARYsupported", "--asked-safeguarding", "yes"),
    *("--answer", "agreed.1.what=CANARYagreed", "--answer", "agreed.1.owner=Sam"),
    *("--answer", "agreed.1.due=2026-11-20"),
)
TAKE_AN_ID = [
    words
    for words, command in LEAVES
    if any(
        "ID" in str(p.metavar) for p in command.params if not p.opts[0].startswith("-")
    )
]


def test_it_is_kept_in_a_file_of_the_workers_own(run: Any, cases_vault: Vault) -> None:
    """Made the first time, the same one after; what was agreed is in it too."""
    reading = Reading(cases_vault)
    before = reading.service_records(reading.workers()[0].id).supervisions

    for on in ("2026-11-17", "2026-11-18"):
        assert run(*NOTED, "--on", on, *QUIET).code == 0

    own = reading.service_records(reading.workers()[0].id)
    people = {kept.file for kept in reading.people()}
    assert len(own.supervisions) == len(before) + 2
    files = {kept.file for kept in (*own.supervisions, *own.agreed)}
    assert len(files) == 1
    assert not files & {*people, reading.service_file()}
    (last,) = own.supervisions[-1:]
    assert [a.record.what for a in own.agreed if a.record.of == last.id] == [
        "CANARYagreed"
    ]


def test_what_was_agreed_after_an_emptied_row_is_kept() -> None:
    """Who goes back and empties the first one loses none of those after it."""
    given = {
        "agreed.1.what": None,
        "agreed.2.what": "Talk about the ban",
        "agreed.2.owner": "Sam Lee",
        "agreed.2.due": NOW.date(),
    }

    assert [one.what for one in agreements_from(given)] == ["Talk about the ban"]


def test_find_does_not_find_it(run: Any, cases: Path) -> None:
    """Not with its words, and not with all files."""
    run(*NOTED, *QUIET)

    assert run("find", "CANARYsupported", "--all", *QUIET).code == 3, cases
    assert run("find", "CANARYagreed", "--all", *QUIET).code == 3


def test_why_and_history_show_it_to_its_own_worker(run: Any, cases: Path) -> None:
    """In words; it is said to be their own file."""
    kept = run(*NOTED, *QUIET).data["id"]

    why = run("why", kept, *QUIET[:2])
    told = run("history", kept, "--practice")

    assert why.data["person"] == "Your own file", cases
    assert "CANARYsupported" in why.out
    assert "A risk I supported" in told.out


@pytest.mark.parametrize("words", TAKE_AN_ID, ids=" ".join)
def test_another_workers_own_file_is_opened_by_no_command(
    run: Any, cases_vault: Vault, words: tuple[str, ...]
) -> None:
    """Each command that takes an id says whose it is not, and nothing of what it says.

    That goes for the supervision, for what was agreed in it, and for its paper.
    """
    with Work(cases_vault, Clock(NOW), "kim") as work:
        file, on = work.new_file(), NOW.date()
        kept = work.add(Supervision("kim", on, supported="CANARY"), file=file)
        agreed = work.add(Action("CANARY", "Kim", on, of=kept.id), file=file)
        other = work.new_file()
        paper = work.add(Paper(PaperKind.SUPERVISION, on, "CANARY", "x"), file=other)

    for one in (kept, agreed, paper):
        ran = run(*words, one.id, *QUIET)
        assert ran.code == 3, ran.out
        assert "CANARY" not in ran.out
        if words != ("incident", "add"):  # it takes no id, and says so
            assert "another worker's own" in ran.error["message"]


def test_another_workers_is_listed_to_nobody_else(cases_vault: Vault) -> None:
    """Nobody but its worker has it on a list, and nothing comes of it elsewhere."""
    with Work(cases_vault, Clock(NOW), "kim") as work:
        work.add(Supervision("kim", NOW.date()), file=work.new_file())
    search = Search(cases_vault)
    sam = search.all(Worker)[0]

    assert not any(
        s.record.worker == "kim" for s in search.service_records(sam.id).supervisions
    )


def test_an_action_rests_on_no_other_workers_record(
    run: Any, cases_vault: Vault
) -> None:
    """An id that is typed as an answer opens no more than one on the command line."""
    with Work(cases_vault, Clock(NOW), "kim") as work:
        kept = work.add(Supervision("kim", NOW.date()), file=work.new_file())
    act = ("--what", "Mend the light", "--due", "tomorrow", "--owner", "Jo")

    ran = run("action", "add", "PR-001", *act, "--of", kept.id, *QUIET)

    assert ran.code == 3
    assert "another worker's own" in ran.error["message"]


def test_the_last_one_can_be_taken_back(run: Any, cases: Path) -> None:
    """With what was agreed in it; it stays in the history."""
    before = len(run("supervision", "list", *QUIET).data["lines"])
    run(*NOTED, *QUIET)

    ran = run("undo", "--confirm", "", *QUIET[:2])

    assert ran.code == 0, (cases, ran.out)
    assert "Taken back for your own file" in ran.data["says"]
    assert len(run("supervision", "list", *QUIET).data["lines"]) == before


def test_it_is_never_written_over(run: Any, cases: Path) -> None:
    """The reflection of that day stays as it was."""
    kept = run(*NOTED, *QUIET).data["id"]

    ran = run("amend", kept, "--reason", "x", *QUIET)

    assert ran.code == 11, cases
    assert "stays as it was written" in ran.error["message"]


def test_home_names_what_was_agreed(run: Any, cases: Path) -> None:
    """By its day, without anybody's name or code."""
    run(*NOTED, *QUIET)

    items = run("today", *QUIET[:2]).data["items"]

    (item,) = [one for one in items if "CANARYagreed" in one["says"]]
    assert (item["person"], item["code"]) == ("Your own", ""), cases


def test_what_it_opens_from_can_be_printed(
    run: Any, cases: Path, tmp_path: Path
) -> None:
    """Markdown and PDF, without a name in the file's name."""
    made = run("supervision", "prepare", "--paper", "--out", str(tmp_path), *QUIET)

    names = sorted(path.name for path in tmp_path.glob("supervision*"))
    assert made.code == 0, cases
    assert names == ["supervision-2026-11-18.md", "supervision-2026-11-18.pdf"]
    page = (tmp_path / names[0]).read_text(encoding="utf-8")
    assert "## To think about" in page
    assert "- [ ] Which risk did I support" in page


def test_a_next_day_that_has_been_is_refused(run: Any, cases: Path) -> None:
    """And so is a second one on a day before the last."""
    late = run(*NOTED, "--next-on", "2026-11-01", *QUIET)

    assert late.code == 2, cases
    assert "must be later than today" in str(late.error)


def test_home_is_the_same_from_what_is_near(run: Any, cases_vault: Vault) -> None:
    """What home needs of a worker's own file is all that is due of it."""
    from inclusion_cli.domain.defaults import SHIPPED
    from inclusion_cli.domain.supervision_due import dues

    run(*NOTED, "--next-on", "2026-11-20", *QUIET)
    reading = Reading(cases_vault)
    sam = reading.workers()[0].id

    near, whole = (
        list(dues(found, now=NOW, defaults=SHIPPED))
        for found in (reading.service_near(sam), reading.service_records(sam))
    )

    assert near == whole
    assert len(near) == 2


def test_what_the_worker_took_away_is_changed_in_their_own_file(
    run: Any, cases_vault: Vault
) -> None:
    """Said so when it is changed, and when that is taken back; never "the service"."""
    run(*NOTED, *QUIET)
    reading = Reading(cases_vault)
    own = reading.service_records(reading.workers()[0].id)
    action = next(a for a in own.agreed if a.record.what == "CANARYagreed")
    words = ("amend", action.id, "--reason", "slip", "--what", "Ask Jo")

    trial = run(*words, "--dry-run", *QUIET)
    made = run(*words, *QUIET)
    undone = run("undo", "--confirm", "", *QUIET)

    assert (trial.code, made.code, undone.code) == (0, 0, 0), made.out
    assert "the service" not in trial.out
    assert made.data["says"].startswith("Changed for your own file: ")
    assert "for your own file" in undone.out
