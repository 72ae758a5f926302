"""An inspector's pack over the practice cases: registration first, nobody named."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.pack_inspector import DRAWN, THREAD
from inclusion_cli.domain.audit_sample import Weight, drawn
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.naming import everything
from inclusion_cli.domain.paper import Paper, PaperKind
from inclusion_cli.store.reading import Reading
from tests.cli.test_consent_commands import TELL
from tests.documents.reading import words

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault

pytestmark = pytest.mark.usefixtures("cases")
QUIET = ("--practice", "--json", "--no-input")
DUTY = (
    *("--rests", "without_consent", "--ground", "court_or_duty"),
    *("--harm", "None: the law lets them see it", "--decided-by", "Jo, manager"),
)
FOR = ("--recipient", "A reviewer", "--purpose", "A visit in March", *DUTY)
NO = ("--registered", "no", "--said-by", "Jo")
YES = ("--registered", "yes", "--said-by", "Jo", "--activities", "personal care")
IDS = re.compile(r"\([0-9a-f]{8}")
LATER = "2027-05-30T10:00:00+00:00"


def _page(run: Any, folder: Path, *told: str) -> str:
    ran = run("pack", "inspector", *FOR, *told, "--out", str(folder), *QUIET)
    assert ran.code == 0, ran.out
    newest = max(folder.glob("*.md"), key=lambda path: path.stat().st_mtime_ns)
    return newest.read_text(encoding="utf-8")


def _service(vault: Vault) -> Any:
    reading = Reading(vault)
    return reading.service_records(reading.workers()[0].id)


def test_registration_is_asked_before_anything_and_remembered(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """Without an answer there is no pack; given once, it is not asked again."""
    asked = run("pack", "inspector", *FOR, *QUIET)
    first = _page(run, tmp_path, *NO)
    second = _page(run, tmp_path)

    assert asked.code == 2
    assert next(iter(asked.error["problems"])) == "registered"
    assert "Not registered with a regulator of care. Said by Jo" in first
    assert "Not registered with a regulator of care. Said by Jo" in second
    assert len(_service(cases_vault).registrations) == 1


def test_after_half_a_year_it_is_asked_again(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was said more than 180 days ago does not choose the lens."""
    _page(run, tmp_path, *NO)
    monkeypatch.setenv("INCLUSION_NOW", LATER)

    asked = run("pack", "inspector", *FOR, *QUIET)

    assert asked.code == 2
    assert "registered" in asked.error["problems"]


def test_another_answer_takes_its_place(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """What was said before stays in the log; the lens follows the newer one."""
    before = _page(run, tmp_path, *NO)
    after = _page(run, tmp_path, *YES, "--regulator", "Care Quality Commission")

    assert "Regulation 17" not in before
    assert "Registered with the Care Quality Commission, for personal care." in after
    assert "Regulation 17(2)(c)" in after
    assert len(_service(cases_vault).registrations) == 2


def test_it_is_logged_as_told_before_it_is_there(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """A paper and a disclosure in the service's file, resting on nobody's consent."""
    _page(run, tmp_path, *NO)

    records = _service(cases_vault)
    paper = [k for k in records.papers if k.record.kind is PaperKind.INSPECTOR][-1]
    told = records.disclosures[-1].record

    assert (told.recipient, told.paper) == ("A reviewer", paper.id)
    assert told.rests is Rests.NO_PERSON_NAMED


def _told(vault: Vault, code: str) -> list[Any]:
    reading = Reading(vault)
    (file,) = (k.file for k in reading.people() if k.record.code == code)
    return [kept.record for kept in reading.casefile(file).safety.disclosures]


def test_a_thread_is_told_in_the_list_of_whose_it_is(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """On what it rests is asked; it stands in each file, and in that of nobody else."""
    others = _told(cases_vault, "PR-003")

    _page(run, tmp_path, *NO, "--people", "PR-001 PR-002")

    for code in ("PR-001", "PR-002"):
        told = _told(cases_vault, code)[-1]
        assert (told.recipient, told.items) == ("A reviewer", ("record",))
        assert told.rests is Rests.WITHOUT_CONSENT
        assert told.told_person is None
    assert _told(cases_vault, "PR-003") == others


def test_without_the_yes_of_each_no_thread_leaves_on_consent(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """One who did not agree is enough: nothing is made, and nothing is logged."""
    before = _told(cases_vault, "PR-001"), _service(cases_vault).papers
    words_ = ("pack", "inspector", "--recipient", "A reviewer", "--purpose", "x", *NO)
    people = ("--people", "PR-001", "--rests")
    out = ("--out", str(tmp_path), *QUIET)

    unasked = run(*words_, "--people", "PR-001", *out)
    ran = run(*words_, *people, "consent", *out)

    assert (unasked.code, ran.code) == (2, 11)
    assert "rests" in unasked.error["problems"]
    assert not list(tmp_path.glob("*.md"))
    assert (_told(cases_vault, "PR-001"), _service(cases_vault).papers) == before


ON_CONSENT = (
    *("pack", "inspector", "--recipient", "Ms Shah", "--purpose", "the care review"),
    *("--recipient-role", "social worker", "--rests", "consent", *NO),
)


@pytest.mark.parametrize("agreed", [0, 1])
def test_threads_on_consent_are_drawn_from_those_who_agreed(
    run: Any, tmp_path: Path, cases_vault: Vault, agreed: int
) -> None:
    """Nobody else is picked, and the pack says how many there were to draw from."""
    if agreed:
        run("consent", "give", "PR-003", *TELL, "--items", "record", *QUIET)
    before = _told(cases_vault, "PR-001"), _told(cases_vault, "PR-002")

    ran = run(*ON_CONSENT, "--out", str(tmp_path), *QUIET)

    page = next(tmp_path.glob("*.md")).read_text(encoding="utf-8")
    assert ran.code == 0
    assert f"Drawn by chance from those who agreed ({agreed}), with the seed" in (
        page.replace("\\", "")
    )
    assert page.count("From wish to outcome: Person") == agreed
    assert (_told(cases_vault, "PR-001"), _told(cases_vault, "PR-002")) == before


def test_what_was_told_can_be_listed_of_everybody(run: Any, tmp_path: Path) -> None:
    """Each person's, and what the service gave out, in one list."""
    _page(run, tmp_path, *NO, "--people", "PR-001")

    lines = run("disclosure", "list", "--everybody", *QUIET).data["lines"]

    newest = {line["to"] for line in lines if "A reviewer" in line["to"]}
    assert newest == {"PR-001: A reviewer", "The service: A reviewer"}
    assert any(line["to"].startswith("PR-002: ") for line in lines)


def test_each_sentence_has_its_records_or_says_there_are_none(
    run: Any, tmp_path: Path
) -> None:
    """In the 13 parts no line is without an id, unless no evidence was found."""
    page = _page(run, tmp_path, *NO)
    body = page[page.index("## 1") : page.index("## National")]

    lines = [line for line in body.splitlines() if line.startswith("- ")]
    bare = [
        line
        for line in lines
        if not IDS.search(line) and "No evidence found" not in line
    ]

    assert len(lines) > 40
    assert all("Drawn by chance" in line for line in bare)
    assert all(f"## {number}\\." in page for number in range(1, 14))


def test_nobody_is_named_and_nothing_is_praised(run: Any, tmp_path: Path) -> None:
    """Letters for people; no word says that the service complies."""
    page = _page(run, tmp_path, *YES, "--people", "PR-001, PR-002 PR-003")

    for name in ("Robin", "Maya", "Tomasz", "Sam ", "PR-00"):
        assert name not in page, name
    for letter in "ABC":
        assert f"From wish to outcome: Person {letter}" in page
    assert "compliant" not in page.lower()


def test_no_name_is_half_hidden(run: Any, tmp_path: Path) -> None:
    """What belongs to a person still does, with the letter."""
    page = _page(run, tmp_path, *NO, "--people", "PR-001")

    assert "Person A's own account" in page
    assert "somebody own" not in page


def test_markdown_and_pdf_say_the_same(run: Any, tmp_path: Path) -> None:
    """Two forms of one paper; its name holds no code and no name."""
    page = _page(run, tmp_path, *NO)

    text = words(next(tmp_path.glob("*.pdf")).read_bytes())
    assert [path.name for path in sorted(tmp_path.glob("inspector*"))] == [
        "inspector-2026-11-18.md",
        "inspector-2026-11-18.pdf",
    ]
    for said in ("Known weaknesses", "Threads of 2 or 3 people", "Evidence in parts"):
        assert said in page
        assert said in text


def test_what_an_audit_finds_today_stands_as_a_weakness(
    run: Any, tmp_path: Path
) -> None:
    """Both alarms of the cases are there, with their records."""
    page = _page(run, tmp_path, *NO)
    weak = page[page.index("## 13") : page.index("## National")]

    assert "no next step was offered" in weak
    assert re.search(r"Grade [ABC], found \d+ time", weak)


def test_what_was_drawn_can_be_drawn_again(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """The seed of the drawing stands on the paper, is kept with it, and draws again."""
    page = _page(run, tmp_path, *NO)
    printed = re.search(r"Drawn by chance, with the seed (\d+)\.", page)
    assert printed

    paper = Reading(cases_vault).newest(Paper, file=Reading(cases_vault).service_file())
    assert paper
    assert paper.record.seed == int(printed[1])
    cases_now = [
        Reading(cases_vault).casefile(p.file) for p in Reading(cases_vault).people()
    ]
    told = {case.person.file for case in cases_now if _times_told(case)}
    weights = [
        Weight(case.person.file, 0, len([*everything(case)]) - _times_told(case))
        for case in cases_now
    ]
    assert {*drawn(weights, paper.record.seed)[:DRAWN]} == told


def _times_told(case: Any) -> int:
    """Return how many times a person's thread was told."""
    return sum(d.record.what == THREAD for d in case.safety.disclosures)


def test_a_seed_is_drawn_and_nobody_can_count_it_out(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """It is no count of entries; where people are chosen there is none."""
    page = _page(run, tmp_path, *NO)
    _page(run, tmp_path, "--people", "PR-001")

    chosen = Reading(cases_vault).newest(
        Paper, file=Reading(cases_vault).service_file()
    )
    printed = re.search(r"seed (\d+)\.", page)
    assert printed
    assert f"{printed[1]} entries" not in page
    assert chosen
    assert chosen.record.seed is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [("PR-009", "PR-009"), ("PR-001 PR-002 PR-003 PR-001", "1 to 3 codes")],
)
def test_codes_that_are_not_there_are_refused(run: Any, typed: str, said: str) -> None:
    """Nobody is taken for somebody else."""
    ran = run("pack", "inspector", *FOR, *NO, "--people", typed, *QUIET)

    assert ran.code == 2
    assert said in ran.error["problems"]["people"]


def test_one_lens_can_be_asked_for(run: Any, tmp_path: Path) -> None:
    """A framework alone, by its key."""
    page = _page(run, tmp_path, *YES, "--lens", "saf")

    assert "Single assessment framework" in page
    assert "Regulation 17" not in page


def test_a_lens_of_the_service_is_used_and_a_broken_one_is_named(
    run: Any, own_home: Path, tmp_path: Path
) -> None:
    """The worker is told the file and its line; the reader only that one is missing."""
    folder = own_home / "data" / "lenses"
    folder.mkdir(parents=True)
    final = {
        "key": "asc_draft",
        "title": "The final framework",
        "as_of": "2027-01-10",
        "nations": ["england"],
        "fits": "registered",
        "anchors": [{"key": "one", "title": "A line of it", "evidence": ["tracers"]}],
    }
    (folder / "asc_draft.json").write_text(json.dumps(final))
    (folder / "saf.json").write_text('{\n "key": oops\n}')

    ran = run("pack", "inspector", *FOR, *YES, "--out", str(tmp_path), *QUIET)
    page = next(tmp_path.glob("*.md")).read_text(encoding="utf-8")

    assert "The final framework, as of" in page
    assert "A line of it: Evidence in part 2." in page
    assert "1 list of the service's own could not be read." in page
    assert str(folder) not in page
    assert "Line 2: it is not JSON there" in " ".join(ran.data["follows"])
    assert "Single assessment framework" in page


def test_a_dry_run_keeps_and_writes_nothing(
    run: Any, tmp_path: Path, cases_vault: Vault
) -> None:
    """Checked, and nothing saved."""
    before = _service(cases_vault)

    words_ = ("pack", "inspector", *FOR, *NO, "--dry-run", "--out", str(tmp_path))
    ran = run(*words_, *QUIET)

    assert ran.code == 0
    assert not list(tmp_path.glob("*.md"))
    assert _service(cases_vault) == before
