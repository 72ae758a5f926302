"""Lenses are data: swapped by a file, matched to the service, never praising it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli import own_data
from inclusion_cli.domain.data_fault import DataFault
from inclusion_cli.domain.lens import EVIDENCE, chosen, lens_from
from inclusion_cli.domain.service import Nation

if TYPE_CHECKING:
    from pathlib import Path

OURS = own_data.lenses().value
ONE: dict[str, Any] = {
    "key": "final",
    "title": "The final framework",
    "as_of": "2027-01-10",
    "regulator": "Care Quality Commission",
    "nations": ["england"],
    "fits": "registered",
    "anchors": [{"key": "one", "title": "One", "evidence": ["tracers"]}],
}


def _keys(nation: Nation, *, registered: bool | None) -> set[str]:
    return {one.key for one in chosen(OURS, nation, registered=registered)}


def test_the_lens_follows_what_the_service_says_of_its_registration() -> None:
    """A service nobody regulates is not held against a regulator's framework."""
    assert _keys(Nation.ENGLAND, registered=True) == {
        *("regulations", "saf", "asc_draft", "housing_standards", "quirc_sa")
    }
    assert _keys(Nation.ENGLAND, registered=False) == {"housing_standards", "quirc_sa"}


@pytest.mark.parametrize(
    ("nation", "own"),
    [
        (Nation.WALES, "ciw"),
        (Nation.SCOTLAND, "care_inspectorate"),
        (Nation.NORTHERN_IRELAND, "rqia"),
    ],
)
def test_other_nations_have_their_own_and_nothing_of_england(
    nation: Nation, own: str
) -> None:
    """England-only text is nowhere in what they are shown."""
    found = chosen(OURS, nation, registered=True)

    assert {one.key for one in found} == {own, "quirc_sa"}
    assert not any("Care Quality" in one.regulator for one in found)


def test_each_has_its_day_and_maps_to_what_there_is() -> None:
    """What nothing here can show is there too, with no evidence to its name."""
    assert all(one.as_of.year >= 2026 and one.anchors for one in OURS)
    mapped = {key for one in OURS for anchor in one.anchors for key in anchor.evidence}
    assert mapped == set(EVIDENCE)
    assert any(not anchor.evidence for one in OURS for anchor in one.anchors)


def test_a_service_swaps_one_by_a_file_of_its_own(tmp_path: Path) -> None:
    """The same key takes its place; a new one stands beside them."""
    folder = tmp_path / "lenses"
    folder.mkdir()
    (folder / "saf.json").write_text(json.dumps({**ONE, "key": "saf"}))
    (folder / "final.json").write_text(json.dumps(ONE))

    found = {one.key: one for one in own_data.lenses(tmp_path).value}

    assert found["saf"].title == "The final framework"
    assert found["final"].anchors[0].evidence == ("tracers",)
    assert len(found) == len(OURS) + 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"as_of": "soon"}, "as_of"),
        ({"nations": ["france"]}, "nations"),
        ({"fits": "some"}, "fits"),
        ({"title": ""}, "title"),
        ({"anchors": []}, "anchors"),
        ({"anchors": [{"title": "No key"}]}, "anchor 1"),
        ({"anchors": [{"key": "a", "title": "A", "evidence": ["x"]}]}, "evidence"),
        ({"title": "CQC Compliant"}, "no paper says that"),
    ],
)
def test_what_cannot_be_used_is_named(change: dict[str, Any], said: str) -> None:
    """The sentence says what is wrong with it."""
    with pytest.raises(DataFault, match=said):
        lens_from({**ONE, **change})


def test_a_broken_one_is_named_with_its_line_and_ours_are_used(tmp_path: Path) -> None:
    """A slip of the pen keeps nobody from making a pack."""
    folder = tmp_path / "lenses"
    folder.mkdir()
    (folder / "a.json").write_text('{\n "key": "saf",\n "title" "x"\n}\n')
    wrong = {**ONE, "anchors": [{"key": "odd", "title": "Odd", "evidence": ["x"]}]}
    (folder / "b.json").write_text(json.dumps(wrong, indent=1))

    found = own_data.lenses(tmp_path)

    assert found.value == OURS
    assert "a.json" in found.notes[0]
    assert "Line 3: it is not JSON there, and cannot be read." in found.notes[0]
    assert "b.json" in found.notes[1]
    assert "Line 12: " in found.notes[1]


def test_one_without_its_lines_is_named_with_a_line_and_promises_nothing(
    tmp_path: Path,
) -> None:
    """What is missing is told where the file begins; ours is named if there is one."""
    folder = tmp_path / "lenses"
    folder.mkdir()
    own = {key: value for key, value in ONE.items() if key != "anchors"}
    (folder / "own.json").write_text(json.dumps(own))

    (note,) = own_data.lenses(tmp_path).notes

    assert "Line 1: Give the lens a list of" in note
    assert "Nothing came with the program in its place." in note
