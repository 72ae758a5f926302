"""The licence table is data: what may be asked, and what a service can change."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from inclusion_cli import own_data, shipped
from inclusion_cli.domain.data_fault import DataFault
from inclusion_cli.domain.measure_table import Embed, MeasureTable, table_from

ROOT = Path(__file__).parents[2]
OURS = table_from(shipped.read("measures.json"))
NO_TEXT = ("swemwbs", "dialog", "reqol_10", "recovery_star", "apq_6", "scope_short")
NOWHERE = (
    r"optimistic about the future",
    r"feeling useful",
    r"dealing with problems well",
    r"close to other people",
    r"make up my own mind",
    r"how satisfied are you with your",
    r"I found it difficult to get started",
    r"I felt able to trust others",
    r"managing mental health.{0,40}identity and self.?esteem",
    r"trust and hope.{0,40}identity",
)
"""Words of the items of scales whose text we may not hold, enough to know them by."""


def _served(*entries: dict[str, Any], extend: bool = True) -> MeasureTable:
    data = {"as_of": "2026-11-01", "extend": extend, "instruments": list(entries)}
    return table_from(data, OURS)


def test_the_shipped_table_says_for_each_what_may_be_done() -> None:
    """Each has a licence, a source and a day; nothing bands a person."""
    for one in OURS.instruments:
        assert one.licence
        assert one.source
        assert one.bands == "none for a person"
        assert one.embed is Embed.YES or not one.items, one.key
        assert one.acknowledgement or one.source == "inclusion", one.key


def test_texts_that_may_not_be_held_are_not_held() -> None:
    """Totals only for what is licensed; the screeners are off until switched on."""
    assert all(OURS.get(key).embed is Embed.TOTAL_ONLY for key in NO_TEXT)  # type: ignore[union-attr]
    assert not {"gad_7", "phq_9"} & {one.key for one in OURS.used()}


def test_no_item_text_of_a_licensed_scale_is_anywhere_in_the_tree() -> None:
    """Neither in code nor data, templates, tests or notes."""
    here = Path(__file__).resolve()
    folders = ("src", "templates", "tests", "README.md", "CHANGELOG.md")
    paths = [ROOT / name for name in folders]
    files = [
        f for path in paths for f in ([path] if path.is_file() else path.rglob("*"))
    ]
    texts = [
        path.read_text(encoding="utf-8", errors="ignore")
        for path in files
        if path.is_file()
        and path.resolve() != here
        and path.suffix in {".py", ".json", ".jsonl", ".md", ".j2", ".typ", ".pot"}
    ]

    found = [p for p in NOWHERE for text in texts if re.search(p, text, re.IGNORECASE)]

    assert len(texts) > 100
    assert found == []


def test_a_service_takes_one_out_and_switches_one_on() -> None:
    """Its own table changes the entries it names, and leaves the others."""
    found = _served({"key": "ucla_3", "on": False}, {"key": "phq_9", "on": True})

    used = {one.key for one in found.used()}
    assert "ucla_3" not in used
    assert {"phq_9", "ons_direct"} <= used


def test_a_table_that_does_not_extend_is_all_there_is() -> None:
    """A service can keep to one measure."""
    whole = {
        "key": "ours",
        "name": "Our own",
        "licence": "Ours",
        "source": "Us",
        "checked_on": "2026-11-01",
        "embed": "total_only",
        "scoring": "total",
    }

    assert [one.key for one in _served(whole, extend=False).instruments] == ["ours"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"key": "ucla_3", "bands": "low, high"}, "bands"),
        ({"key": "ucla_3", "answers": ["Never"]}, "more answers"),
        ({"key": "ucla_3", "item_count": 4}, "item_count"),
        ({"key": "swemwbs", "embed": "yes"}, "no items"),
        ({"key": "ucla_3", "embed": "perhaps"}, "cannot be read"),
        ({"key": "ucla_3", "interval": "3 months"}, "cannot be read"),
        ({"key": "ucla_3", "colour": "red"}, "unknown here"),
        ({"key": "new"}, "lacks"),
        ({"name": "No key"}, "entry 1"),
    ],
)
def test_what_cannot_be_used_is_named(entry: dict[str, Any], said: str) -> None:
    """The sentence says which entry it is, and what is wrong with it."""
    with pytest.raises(DataFault, match=said) as refused:
        _served(entry)

    assert refused.value.entry == entry.get("key", "instruments")


def test_a_broken_file_is_named_with_its_line_and_ours_is_used(tmp_path: Path) -> None:
    """Nobody loses the measures over a comma."""
    path = tmp_path / "measures.json"
    path.write_text('{\n "as_of": "2026-11-01",\n "instruments": [,]\n}\n')

    found = own_data.measures(tmp_path)

    assert found.value == OURS
    assert str(path) in found.notes[0]
    assert "Line 3" in found.notes[0]


def test_a_wrong_entry_is_named_with_its_line_and_ours_is_used(tmp_path: Path) -> None:
    """The line on which the entry's key stands."""
    told = {"as_of": "2026-11-01", "extend": True, "instruments": [{"key": "new"}]}
    path = tmp_path / "measures.json"
    path.write_text(json.dumps(told, indent=1))

    found = own_data.measures(tmp_path)

    assert found.value == OURS
    assert "Line 6" in found.notes[0]
    assert '"new"' in found.notes[0]


def test_a_file_that_is_no_text_is_not_used(tmp_path: Path) -> None:
    """Bytes of something else are no table."""
    (tmp_path / "measures.json").write_bytes(b"\xff\xfe\x00")

    assert own_data.measures(tmp_path).value == OURS
