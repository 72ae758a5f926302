"""What was known then: later entries, corrections and voids change no earlier pack."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.pack_review import (
    NothingKnownThen,
    known_until,
    log_pack,
    make_pack,
)
from inclusion_cli.clock import Clock
from inclusion_cli.domain.debrief import Debrief, Outcome, Session
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.person import Person
from inclusion_cli.domain.reply import Reply
from inclusion_cli.store import log
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.then import ReadingThen
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.pack_lines import ReviewPack
    from inclusion_cli.store.vault import Vault

DAYS = 12


def file_of(vault: Vault, code: str = "PR-001") -> str:
    """Return the file of a person of the practice vault."""
    return Reading(vault).all(Person, code=code)[0].file


def late_in_the_day(day: int) -> datetime:
    """Return a minute before midnight, so many days after NOW."""
    return (NOW + timedelta(days=day)).replace(hour=23, minute=59)


def unmarked(pack: ReviewPack) -> ReviewPack:
    """Return a pack without the day it was printed on."""
    marks = replace(pack.sheet, made="", made_on=NOW.date(), as_known="")
    return replace(pack, sheet=marks)


def live_a_day(vault: Vault, file: str, day: int, chance: random.Random) -> None:
    """Do a few things of all sorts on a day: new, late, mended, taken back."""
    at = (NOW + timedelta(days=day)).replace(hour=15, minute=0)
    with Work(vault, Clock(at), "sam") as work:
        case = work.casefile(file)
        step = case.steps[0].id
        for deed in chance.sample(range(6), 3):
            _do(work, case, deed, step=step, at=at, chance=chance)


def _do(
    work: Work,
    case: Casefile,
    deed: int,
    *,
    step: str,
    at: datetime,
    chance: random.Random,
) -> None:
    file, debrief = case.person.file, chance.choice(case.debriefs)
    worry = chance.randint(0, 10)
    if deed == 0:
        late = at - timedelta(days=chance.randint(0, 20))
        told = Debrief(
            step, late, Outcome.ATTENDED_FULL, worry_peak=worry, words="Late"
        )
        work.add(told, file=file, happened_at=late)
    elif deed == 1:
        mended = replace(debrief.record, worry_peak=worry)
        work.amend(debrief, mended, reason="a slip of the pen")
    elif deed == 2:
        work.withdraw(debrief, reason="of somebody else")
    elif deed == 3:
        seen = Observation(Seen.CRISIS_CONTACT, at - timedelta(days=3))
        work.add(seen, file=file, happened_at=seen.at)
    elif deed == 4:
        work.add(Reply(at.date(), "It was not like that"), file=file)
    else:
        work.add(Session(step, at + timedelta(days=2)), file=file)


def test_a_pack_of_a_day_is_the_pack_that_was_made_on_it(cases_vault: Vault) -> None:
    """Late entries, mended and voided ones, replies: nothing reaches back."""
    file, chance = file_of(cases_vault), random.Random(7)  # noqa: S311 - a story
    made: dict[int, ReviewPack] = {}
    for day in range(DAYS):
        live_a_day(cases_vault, file, day, chance)
        now = late_in_the_day(day)
        with Work(cases_vault, Clock(now), "sam") as work:
            log_pack(work, work.casefile(file))
        made[day] = make_pack(Reading(cases_vault), file, now=now, since=None)

    today = (NOW + timedelta(days=DAYS)).date()
    case = Reading(cases_vault).casefile(file)
    for day, pack in made.items():
        then = known_until(case, late_in_the_day(day).date(), late_in_the_day(99))
        reading = ReadingThen(cases_vault, then)
        again = make_pack(reading, file, now=then, since=None, printed=today)
        assert unmarked(again) == unmarked(pack), day
    assert len({str(unmarked(pack).sessions) for pack in made.values()}) > DAYS // 2


def test_the_head_code_is_that_of_then(cases_vault: Vault) -> None:
    """Somebody who kept the code of that day finds it on the paper again."""
    then, before = late_in_the_day(0), Reading(cases_vault).head()
    with Work(cases_vault, Clock(then + timedelta(days=1)), "sam") as work:
        work.add(Reply(NOW.date(), "Later"), file=file_of(cases_vault))

    assert ReadingThen(cases_vault, then).head() == before
    assert Reading(cases_vault).head().entries == before.entries + 1


def test_entries_that_came_out_of_order_have_no_head_of_then(
    cases_vault: Vault,
) -> None:
    """A clock that was moved back mixes the order: the code of now stands there."""
    file, long_ago = file_of(cases_vault), NOW - timedelta(days=60)
    with Work(cases_vault, Clock(long_ago), "sam") as work:
        work.add(Reply(long_ago.date(), "Clock wrong"), file=file)

    reading = ReadingThen(cases_vault, NOW - timedelta(days=30))

    assert reading.head() == log.head(cases_vault.connection.cursor())


def test_reading_until_now_is_reading(cases_vault: Vault) -> None:
    """With nothing left out, both readings give the same casefile."""
    for code in ("PR-001", "PR-002", "PR-003"):
        file = file_of(cases_vault, code)
        then = ReadingThen(cases_vault, late_in_the_day(1))

        assert then.casefile(file) == Reading(cases_vault).casefile(file)
        assert then.service() == Reading(cases_vault).service()
        assert then.workers() == Reading(cases_vault).workers()


def test_before_the_first_record_there_is_one_clear_sentence(
    cases_vault: Vault,
) -> None:
    """Nothing was known: that is said, with the first day there is."""
    case = Reading(cases_vault).casefile(file_of(cases_vault))
    first = case.person.recorded_at.astimezone().date()

    with pytest.raises(NothingKnownThen, match="nothing about Robin"):
        known_until(case, first - timedelta(days=1), NOW)

    assert known_until(case, NOW.date(), NOW) == NOW
    assert known_until(case, first, NOW).date() == first


def pack_of(run: Any, *words: str) -> Any:
    """Run the command that makes a pack."""
    return run("review", "PR-001", "--pack-only", "--practice", "--json", *words)


def test_the_paper_says_as_of_when_it_is(run: Any, cases: Any, tmp_path: Any) -> None:
    """On the command line, and in the Markdown: as known on that day."""
    day = (NOW - timedelta(days=10)).date()

    ran = pack_of(run, "--as-of", day.isoformat(), "--out", str(tmp_path))

    assert ran.code == 0, (ran.err, cases)
    assert "as known on Sunday 8 November 2026" in ran.data["says"]
    (page,) = tmp_path.glob("*.md")
    assert page.stem == "review-PR-001-2026-11-18-as-of-2026-11-08"
    said = page.read_text(encoding="utf-8")
    assert "**As known on Sunday 8 November 2026.**" in said
    assert "Made Wednesday 18 November 2026" in said


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--as-of", "2026-11-19"), "--as-of cannot be later than today."),
        (("--as-of", "soon"), "You typed soon."),
        (
            ("--as-of", "2026-11-01", "--since", "2026-11-02"),
            "--since is later than --as-of, Sunday 1 November 2026.",
        ),
        (("--as-of", "2020-01-01"), "nothing about Robin"),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_a_sentence(
    run: Any, cases: Any, tmp_path: Any, words: tuple[str, ...], sentence: str
) -> None:
    """A future day, a word that is no day, days the wrong way round, too early."""
    ran = pack_of(run, *words, "--out", str(tmp_path))

    assert ran.code in (2, 3), cases
    assert sentence in ran.error["message"]
    assert not list(tmp_path.glob("*.pdf"))


def test_nothing_is_decided_in_the_past(run: Any, cases: Any) -> None:
    """--as-of shows; a decision is made today, on what is known today."""
    ran = run(
        "review",
        "PR-001",
        "--practice",
        "--json",
        "--as-of",
        "2026-11-01",
        "--no-input",
    )

    assert ran.code == 2, cases
    assert "--as-of goes with --pack-only" in ran.error["message"]
