"""What a person chose to say of themselves, and who has read the formulation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.characteristics import (
    Characteristics,
    Said,
    asked_from,
    counted,
    said_by,
)
from inclusion_cli.domain.read_ticks import has_read
from inclusion_cli.domain.safety import Safety
from inclusion_cli.shipped import characteristics
from inclusion_cli.store.reading import Reading
from tests.builders import day
from tests.casework.test_as_of import file_of
from tests.casework.test_limits import QUIET
from tests.domain.limits import a_limited
from tests.domain.making import keep

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run


def test_only_what_was_said_is_kept(run: Run, cases_vault: Vault) -> None:
    """What was kept back, and what was left out, leave nothing behind."""
    told = ("--age-band", "25_34", "--gender", "0")

    ran = run("person", "about", "PR-001", *told, *QUIET)

    assert ran.code == 0, ran.out
    said = said_by(Reading(cases_vault).casefile(file_of(cases_vault)))
    assert said
    assert [one.in_words for one in said.said] == ["Age: 25 to 34"]
    assert "Age: 25 to 34" in run("person", "show", "PR-001", "--practice").out
    for words in (("person", "list"), ("--practice",), ("formulate", "show", "PR-001")):
        assert "25 to 34" not in run(*words, *QUIET).out
    assert (
        run("find", "25", *QUIET).data["found"] == []
        or "25 to 34" not in run("find", "25", *QUIET).out
    )


@pytest.mark.usefixtures("cases")
def test_what_was_said_can_be_said_back(run: Run) -> None:
    """A later answer takes the place of the first; kept back, nothing is shown."""
    run("person", "about", "PR-001", "--age-band", "25_34", *QUIET)
    run("person", "about", "PR-001", "--age-band", "0", *QUIET)

    shown = run("person", "show", "PR-001", "--practice").out

    assert "25 to 34" not in shown


@pytest.mark.usefixtures("cases")
def test_nothing_answered_saves_nothing(run: Run) -> None:
    """With no answer the flags are named; the same answers are not saved twice."""
    nothing = run("person", "about", "PR-001", *QUIET)
    run("person", "about", "PR-001", "--age-band", "25_34", *QUIET)
    again = run("person", "about", "PR-001", *QUIET)

    assert nothing.code == 2
    assert "Nothing was answered" in nothing.out
    assert "--age-band" in nothing.out
    assert not again.data["saved"]
    assert "25 to 34" in run("person", "show", "PR-001", "--practice").out


def test_fewer_than_ten_are_not_counted() -> None:
    """Nine answers are nobody's business; ten are counted."""
    kept = keep(Characteristics(day(1), (Said("age_band", "25_34"),)), 1)
    one = replace(a_limited(), safety=Safety(characteristics=(kept,)))

    assert counted([one] * 9, "age_band") is None
    assert counted([one] * 10, "age_band") == {"25_34": 10}
    assert counted([one] * 10, "gender") is None


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"questions": [{}]},
        {"questions": [{"key": "a b", "label": "", "choices": []}]},
    ],
)
def test_a_list_that_cannot_be_used_is_told(data: dict[str, object]) -> None:
    """A service's own file is refused in a sentence."""
    with pytest.raises(ValueError, match="Give"):
        asked_from(data)


def test_a_service_may_have_its_own_list(tmp_path: Path) -> None:
    """Its own file takes the place of the shipped one."""
    own = tmp_path / "characteristics.json"
    own.write_text(
        '{"questions": [{"key": "pets", "label": "Pets", '
        '"choices": [{"key": "cat", "label": "A cat"}]}]}'
    )

    assert [one.key for one in characteristics(tmp_path)] == ["pets"]


def test_a_tick_is_for_the_version_that_was_read(run: Run, cases_vault: Vault) -> None:
    """A colleague by name, once; who wrote it needs none; unread is no tick."""
    colleague = ("--reader", "colleague", "--name", "Ravi", "--understood", "yes")
    wrote = ("--reader", "me", "--understood", "yes")

    ticked = run("formulate", "read", "PR-001", *colleague, *QUIET)
    twice = run("formulate", "read", "PR-001", *colleague, *QUIET)
    writer = run("formulate", "read", "PR-001", *wrote, *QUIET)
    unread = run("formulate", "read", "PR-001", "--reader", "me", "--understood", "no",
                 *QUIET)  # fmt: skip

    assert (ticked.code, twice.code, writer.code, unread.code) == (0, 11, 11, 2)
    case = Reading(cases_vault).casefile(file_of(cases_vault))
    assert case.formulation
    version = case.formulation.record.version
    assert has_read(case, "ravi", version)
    assert not has_read(case, "ravi", version - 1)
    assert "Ravi read it on" in run("formulate", "show", "PR-001", "--practice").out
    refused = run("amend", ticked.data["id"], "--reason", "no", *QUIET)
    assert (refused.code, "stays as it was ticked" in refused.out) == (11, True)
