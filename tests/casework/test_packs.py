"""The packs in a real vault: what is on them, what never is, and what is logged."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inclusion_cli.clock import Clock
from inclusion_cli.domain.concern import CaseReview, SafeguardingConcern
from inclusion_cli.domain.consent_standing import for_recipient
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.paper import PaperKind
from inclusion_cli.domain.record import replace
from inclusion_cli.domain.supervision import Supervision
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.casework.test_as_of import file_of
from tests.conftest import NOW
from tests.documents.reading import reader, words

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault

QUIET = ("--practice", "--json", "--no-input")
SIGNED = ("--given-how", "signed")
VISIT = (
    *("--recipient", "Kay Doe", "--recipient-role", "Agency worker"),
    *("--until", "2026-11-18T22:00"),
)
MINE = ("--checked-by", "Jo Ash", "--allow", "0")
LEAVES = (
    *("--recipient", "Jo", "--purpose", "To learn", "--rests", "own_team"),
    *("--team-member", "yes"),
)
CONTINUITY = (
    *("--recipient", "Jo", "--recipient-role", "Deputy"),
    *("--recovery-where", "In the safe", "--backup-where", "In the safe"),
)


def robin(vault: Vault) -> Casefile:
    """Return Robin's file as it stands."""
    return Reading(vault).casefile(file_of(vault))


def paper(folder: Path, ending: str = "md") -> bytes:
    """Return the one paper of a folder."""
    (path,) = folder.glob(f"*.{ending}")
    return path.read_bytes()


# --- a page for a stand-in ----------------------------------------------------------


def test_a_visit_sheet_is_one_page_with_its_end_large(
    run: Any, cases_vault: Vault, tmp_path: Path
) -> None:
    """Agreed for this stand-in and shift: the consent, the paper and the disclosure."""
    made = run(
        *("pack", "visit", "PR-001", *VISIT, "--agreed", "yes", *SIGNED),
        *("--out", str(tmp_path), *QUIET),
    )

    pdf = paper(tmp_path, "pdf")
    case = robin(cases_vault)
    today = NOW.date()
    assert made.code == 0, made.out
    assert len(reader(pdf).pages) == 1
    assert "Use until Wednesday 18 November 2026, 10pm" in words(pdf)
    assert case.papers[-1].record.kind is PaperKind.VISIT
    assert case.papers[-1].record.until == today
    told = case.safety.disclosures[-1].record
    assert (told.recipient, told.rests) == ("Kay Doe", Rests.CONSENT)
    assert for_recipient(case, "Kay Doe", on=today)
    assert not for_recipient(case, "Kay Doe", on=today + timedelta(days=1))


def test_how_the_yes_was_given_is_asked_and_never_made_up(
    run: Any, cases_vault: Vault, tmp_path: Path
) -> None:
    """Nobody is a witness whom nobody named; what is agreed is what the page tells."""
    words_ = ("pack", "visit", "PR-001", *VISIT, "--agreed", "yes")
    out = ("--out", str(tmp_path), *QUIET)

    unasked = run(*words_, *out)
    unnamed = run(*words_, "--given-how", "said_witnessed", *out)
    made = run(*words_, "--given-how", "said_witnessed", "--witness", "Ola Ray", *out)

    case = robin(cases_vault)
    said, told = case.safety.consents[-1].record, case.safety.disclosures[-1].record
    assert (unasked.code, unnamed.code, made.code) == (2, 2, 0)
    assert "given_how" in unasked.error["problems"]
    assert "witness" in unnamed.error["problems"]
    assert said.witness == "Ola Ray"
    assert said.items == told.items
    assert ("limits" in said.items) == ("Limits in force" in paper(tmp_path).decode())
    assert told.told_person is None


def test_the_consent_for_one_shift_is_no_noise_on_home(
    run: Any, cases_vault: Vault, tmp_path: Path
) -> None:
    """It ends with the shift: home says nothing of its end, or of who held it."""
    made = run(
        *("pack", "visit", "PR-001", *VISIT, "--agreed", "yes", *SIGNED),
        *("--out", str(tmp_path), *QUIET),
    )

    assert for_recipient(robin(cases_vault), "Kay Doe", on=NOW.date())
    assert made.code == 0
    home = run("today", *QUIET)

    assert home.code == 0
    assert not [item for item in home.data["items"] if "Kay Doe" in item["says"]]


def test_without_a_yes_of_the_person_there_is_no_sheet(
    run: Any, cases_vault: Vault, tmp_path: Path
) -> None:
    """Nothing is written, nothing is logged; the person said no."""
    before = robin(cases_vault)

    ran = run(
        *("pack", "visit", "PR-001", *VISIT, "--agreed", "no"),
        *("--out", str(tmp_path / "out"), *QUIET),
    )

    assert ran.code == 11
    assert "has not agreed to this page" in ran.error["message"]
    assert not (tmp_path / "out").exists()
    assert robin(cases_vault) == before


@pytest.mark.parametrize("text", ["word " * 400, "w" * 4000, "Ünïcödé, long. " * 90])
def test_long_texts_never_make_a_second_page(
    run: Any, cases_vault: Vault, tmp_path: Path, text: str
) -> None:
    """What does not fit is left out whole, and both the page and the receipt say so."""
    with Work(cases_vault, Clock(NOW), "sam") as work:
        case = work.casefile(file_of(cases_vault))
        current = case.current()
        assert current
        assert case.card
        step = replace(current.step.record, staff_do=text, coping=text, travel=text)
        work.amend(current.step, step, reason="x")
        work.amend(case.card, replace(case.card.record, told_how=text), reason="x")

    made = run(
        *("pack", "visit", "PR-001", *VISIT, "--agreed", "yes", *SIGNED),
        *("--out", str(tmp_path), *QUIET),
    )

    assert made.code == 0, made.out
    assert len(reader(paper(tmp_path, "pdf")).pages) == 1
    assert any("No room for" in line for line in made.data["follows"])
    assert b"No room for" in paper(tmp_path)


def test_a_must_that_is_too_long_is_refused_with_what_to_shorten(
    run: Any, cases_vault: Vault
) -> None:
    """The place of a step that is a page of its own."""
    with Work(cases_vault, Clock(NOW), "sam") as work:
        current = work.casefile(file_of(cases_vault)).current()
        assert current
        long = replace(current.step.record, place="by the gate " * 60)
        work.amend(current.step, long, reason="x")

    ran = run("pack", "visit", "PR-001", *VISIT, "--agreed", "yes", *SIGNED, *QUIET)

    assert ran.code == 11
    assert "This shift: shorten the step" in ran.error["message"]


# --- their own copy -----------------------------------------------------------------


def test_their_own_copy_is_logged_with_what_is_left_out_and_why(
    run: Any, cases_vault: Vault, tmp_path: Path
) -> None:
    """To the person, about themselves; each piece with its reason."""
    made = run("pack", "my-record", "PR-001", *MINE, "--out", str(tmp_path), *QUIET)

    told = robin(cases_vault).safety.disclosures[-1].record
    assert made.code == 0, made.out
    assert (told.rests, told.decided_by) == (Rests.TO_THE_PERSON, "Jo Ash")
    assert told.left_out
    assert all(": " in piece for piece in told.left_out)
    assert len(made.data["follows"]) == len(told.left_out) + 1
    text = words(paper(tmp_path, "pdf"))
    assert "This is your own copy of what we write about you." in text
    assert "What is not in this copy" in text


# --- if the laptop is lost ----------------------------------------------------------


def test_continuity_tells_of_everybody_and_is_in_each_file(
    run: Any, cases_vault: Vault, tmp_path: Path
) -> None:
    """Each person by name, in a paper for one colleague, logged in every file."""
    made = run("pack", "continuity", *CONTINUITY, "--out", str(tmp_path), *QUIET)
    assert "Continuity pack of everybody for" in " ".join(made.out.split())

    page = paper(tmp_path).decode()
    reading = Reading(cases_vault)
    assert made.code == 0, made.out
    for kept in reading.people():
        assert f"## {kept.record.name}, {kept.record.code}" in page
        case = reading.casefile(kept.file)
        assert case.papers[-1].record.kind is PaperKind.CONTINUITY
        assert case.safety.disclosures[-1].record.rests is Rests.OWN_TEAM


@pytest.mark.parametrize(
    "secret",
    ["AGE-SECRET-KEY-1QQQ", "7ABC-4XYZ-9KMN-2QRS", "7abc 4xy2 9km1 2qr3 0000"],
)
def test_a_secret_itself_is_refused(run: Any, cases: Path, secret: str) -> None:
    """It asks where the code is, never for the code."""
    words_ = [*CONTINUITY]
    words_[5] = secret

    ran = run("pack", "continuity", *words_, *QUIET)

    assert ran.code == 2, (cases, ran.out)
    assert "not the code itself" in str(ran.error)
    assert secret not in str(ran.error)


# --- a safeguarding review ----------------------------------------------------------


def with_concern(vault: Vault, **told: Any) -> str:
    """Write a concern and its review in Robin's file; return the concern's id."""
    at = NOW - timedelta(days=3)
    with Work(vault, Clock(NOW), "sam") as work:
        file = file_of(vault)
        concern = SafeguardingConcern("CANARYseen by the gate", at, **told)
        kept = work.add(concern, file=file, happened_at=at)
        review = CaseReview(kept.id, NOW.date(), learning="CANARYlearning")
        work.add(review, file=file)
    return kept.id


def test_a_safeguarding_paper_tells_then_from_now(
    run: Any, cases_vault: Vault, tmp_path: Path
) -> None:
    """What was known then; what the review says; what nobody wrote is said."""
    concern = with_concern(cases_vault)

    made = run(
        *("pack", "safeguarding", "PR-001", "--concern", concern[-8:], *LEAVES),
        *("--out", str(tmp_path), *QUIET),
    )

    page = paper(tmp_path).decode()
    assert made.code == 0, made.out
    assert "> CANARYseen by the gate" in page
    assert "CANARYlearning" in page
    assert "No evidence found: when the manager was told." in page
    assert "As known then: Version 2, signed" in page
    assert "As known then: Step " in page


def test_a_concern_about_staff_is_not_given_to_the_person(
    run: Any, cases_vault: Vault
) -> None:
    """On paper it could be read by who it is about; nothing is made or logged."""
    concern = with_concern(cases_vault, staff_source=True)
    to_them = ("--recipient", "Robin", "--purpose", "x", "--rests", "to_the_person")
    before = robin(cases_vault)

    ran = run(
        *("pack", "safeguarding", "PR-001", "--concern", concern[-8:]),
        *(*to_them, *QUIET),
    )

    assert ran.code == 11
    assert "CANARY" not in ran.out
    assert robin(cases_vault) == before


def test_without_a_concern_there_is_nothing_to_review(run: Any, cases: Path) -> None:
    """It says how to record one."""
    ran = run("pack", "safeguarding", "PR-003", *LEAVES, *QUIET)

    assert ran.code == 3, cases
    assert "No safeguarding concern" in ran.error["message"]


# --- what is on no paper of a person ------------------------------------------------

PAPERS: dict[str, tuple[str, ...]] = {
    "my-record": ("pack", "my-record", "PR-001", *MINE),
    "visit": ("pack", "visit", "PR-001", *VISIT, "--agreed", "yes", *SIGNED),
    "continuity": ("pack", "continuity", "PR-001", *CONTINUITY),
    "trace": ("trace", "PR-001", "--paper", *LEAVES),
    "nameless": (
        *("trace", "PR-001", "--paper", "--anonymous"),
        *("--recipient", "Jo", "--purpose", "Case tracer"),
    ),
    "review": ("review", "PR-001", "--pack-only"),
}


@settings(
    max_examples=5,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_no_canary_of_a_supervision_or_a_restricted_concern_is_on_any_paper(
    run: Any, cases_vault: Vault, tmp_path_factory: Any, data: st.DataObject
) -> None:
    """Whatever field it stands in, and whichever paper is made."""
    where = data.draw(st.sampled_from(("seen", "wishes", "by", "why", "reasons_for")))
    field = data.draw(
        st.sampled_from(("supported", "held_back", "learning", "wellbeing", "bias"))
    )
    either: tuple[dict[str, Any], ...] = ({"staff_source": True}, {"coercion": "x"})
    restricted = data.draw(st.sampled_from(either))
    name = data.draw(st.sampled_from(sorted(PAPERS)))
    told: dict[str, Any] = {"seen": "CANARY", where: "CANARY"}
    told.update(restricted)
    with Work(cases_vault, Clock(NOW), "sam") as work:
        file = file_of(cases_vault)
        work.add(SafeguardingConcern(at=NOW, **told), file=file)
        own: dict[str, Any] = {field: "CANARY"}
        worker = work.workers()[0].id
        work.add(Supervision(worker, NOW.date(), **own), file=work.new_file())
    folder = tmp_path_factory.mktemp("papers")

    made = run(*PAPERS[name], "--out", str(folder), *QUIET)

    assert made.code == 0, made.out
    assert b"CANARY" not in paper(folder)
    assert "CANARY" not in words(paper(folder, "pdf"))
    assert "CANARY" not in made.out
