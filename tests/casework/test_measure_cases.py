"""What the practice cases say of measures: cases.md, PR-001 and PR-002."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from inclusion_cli.casework.pack_review import make_pack
from inclusion_cli.domain import measures
from inclusion_cli.domain.measure import Mode
from inclusion_cli.domain.pages import person_page
from inclusion_cli.store.reading import Reading
from tests.casework.test_as_of import file_of
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.store.vault import Vault


def _case(vault: Vault, code: str) -> Casefile:
    return Reading(vault).casefile(file_of(vault, code))


def test_loneliness_at_the_start_and_at_three_months(cases_vault: Vault) -> None:
    """UCLA three-item score and the direct question, twice, about 13 weeks apart."""
    case = _case(cases_vault, "PR-002")

    first = measures.baseline(case, "ucla_3")
    last = measures.latest(case, "ucla_3")

    assert first is not None
    assert last is not None
    assert 84 <= (last.record.on - first.record.on).days <= 98
    values = [s.value for _k, s in measures.with_score(case, "ucla_3")]
    assert values == [8, 6]
    direct = [s.says for _k, s in measures.with_score(case, "ons_direct")]
    assert direct == ["Often or always", "Some of the time"]
    assert {k.record.mode for k, _s in measures.with_score(case, "ucla_3")} == {
        Mode.READ_ALOUD
    }


def test_own_ratings_of_confidence_and_belonging_rise_month_by_month(
    cases_vault: Vault,
) -> None:
    """Four months of both, each higher than the one before."""
    case = _case(cases_vault, "PR-002")

    for about in ("Confidence to say no", "Feeling that I belong"):
        found = measures.with_score(case, "own_rating", about)
        values = [score.value or 0 for _kept, score in found]
        days = [kept.record.on for kept, _score in found]
        assert len(values) == 4
        assert values == sorted(set(values))
        gaps = [(b - a).days for a, b in pairwise(days)]
        assert all(25 <= gap <= 35 for gap in gaps)


def test_goal_progress_in_their_own_words(cases_vault: Vault) -> None:
    """PR-001 rates a goal of their own, and it is not called more than it is."""
    change = measures.change(
        _case(cases_vault, "PR-001"),
        "goal",
        "A walk every morning without looking round",
    )

    assert change is not None
    assert (measures.points(change), change.better) == ("+3", True)


def test_the_page_and_the_pack_print_scores_with_their_acknowledgement(
    cases_vault: Vault,
) -> None:
    """First, latest, how many, how answered, and whose scale it is."""
    reading, file = Reading(cases_vault), file_of(cases_vault, "PR-002")
    case = reading.casefile(file)

    page = person_page(case, now=NOW)
    pack = make_pack(reading, file, now=NOW, since=None)

    assert page.measures == pack.measures
    said = " ".join(pack.measures[0].lines)
    assert "First: 8 (from 3 to 9) on" in said
    assert "Latest: 6 (from 3 to 9) on" in said
    assert "-2 since" in said
    assert "Answered read aloud to them." in said
    assert "UCLA Loneliness Scale (Russell)" in said
    assert "reliable" not in said
