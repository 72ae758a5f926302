"""The CSV beside a commissioner's pack: valid, complete, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.documents.data_package import files_of, safe
from inclusion_cli.documents.parts import as_markdown
from inclusion_cli.domain.claims import NOTE
from inclusion_cli.domain.commissioner import Commissioner, commissioner, on_paper
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.equity import Equity, EquityRow
from inclusion_cli.domain.numbers import person_numbers
from inclusion_cli.domain.numbers_total import Adding
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.domain.wording.check import flags
from inclusion_cli.wording import rules_of
from tests.builders import DAY_ONE, a_debrief, at, day
from tests.domain.making import CHOSE_NOT, OURS, a_case, gone, good, ladder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.documents.conftest import Golden

LAST = 90
SHEET = Sheet(
    "service", "The council", "A report", DAY_ONE, "Tuesday 1 September 2026", "HEAD",
    9, practice=False,
)  # fmt: skip


@pytest.fixture(scope="module")
def pack() -> Commissioner:
    """Return the pack of thirty people, three sorts of lives."""
    adding = Adding(20)
    worries = {
        n: {"worry_before": 8 - n // 15, "worry_peak": 9} for n in range(1, 64, 7)
    }
    weekly = [a_debrief(n, **told) for n, told in worries.items()]
    called = a_debrief(30, contacts=(day(29),), outcome=CHOSE_NOT)
    lives = (
        a_case(*weekly, a_debrief(70, outcome=OURS)),
        a_case(*good(1, 2, 3), called),
        a_case(*good(5, 40), steps=ladder(accompaniment=2), aways=(gone(50, 60),)),
    )
    for case in lives:
        numbers = person_numbers(case, now=at(LAST, 20), first=day(1), last=day(LAST))
        for _one in range(10):
            adding.add(numbers)
    row = EquityRow("age", "had a pause", (("under 25", 6, 14), ("over 25", 5, 16)))
    return commissioner(
        adding.done(),
        Equity((row,), ("gender",)),
        service="Practice House",
        first=day(1),
        last=day(LAST),
        defaults=SHIPPED,
    )


def test_the_descriptor_names_every_file_and_column(pack: Commissioner) -> None:
    """What is in the package is described, column by column, and nothing else is."""
    files = files_of(pack, SHEET)
    told = json.loads(files["datapackage.json"])

    assert {r["path"] for r in told["resources"]} == files.keys() - {"datapackage.json"}
    for resource in told["resources"]:
        rows = list(csv.reader(io.StringIO(files[resource["path"]].decode())))
        assert rows[0] == [field["name"] for field in resource["schema"]["fields"]]
        assert all(len(row) == len(rows[0]) for row in rows)
        assert all(f["description"] for f in resource["schema"]["fields"])
    listed = list(csv.DictReader(io.StringIO(files["dictionary.csv"].decode())))
    columns = {(row["table"], row["column"]) for row in listed}
    for resource in told["resources"]:
        for field in resource["schema"]["fields"]:
            named = (resource["path"], field["name"])
            assert named in columns or resource["path"] == "dictionary.csv"


def test_the_table_says_what_the_paper_says(pack: Commissioner) -> None:
    """Each row has the sentence of the paper; what is not shown has no number."""
    paper = on_paper(pack, SHEET)
    lines = {line.label: line.says for part in paper.parts for line in part.lines}
    table = files_of(pack, SHEET)["claims.csv"].decode()
    rows = list(csv.DictReader(io.StringIO(table)))

    assert any(row["shown"] == "true" for row in rows)
    for row in rows:
        line = lines.get(f"Claim {row['claim']}", "")
        if row["shown"] == "false":
            assert not line
            assert (row["n"], row["of"], row["missing"]) == ("", "", "")
        else:
            assert line.startswith(row["sentence"])
            assert int(row["n"]) >= 5


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_no_cell_is_read_as_a_formula(text: str) -> None:
    """A spreadsheet shows it as it was written."""
    assert safe(text).startswith("'")
    assert safe("Went ahead") == "Went ahead"
    assert safe(12) == 12


def test_the_paper_is_golden_and_keeps_to_the_words_of_reports(
    pack: Commissioner, golden: Golden, tmp_path: Path
) -> None:
    """What is printed is read by people before it changes, and blames nobody."""
    text = as_markdown(on_paper(pack, SHEET))

    golden("commissioner_pack.md", text)
    assert NOTE in text.replace("\\", "")
    cause = [
        f
        for f in flags(text.replace(NOTE, ""), rules_of(tmp_path, print), "report")
        if f.family == "F"
    ]
    assert not cause
