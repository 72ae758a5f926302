"""PDF papers: read back for words, tags, fonts, page marks and bytes."""

from __future__ import annotations

import errno
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from inclusion_cli import files
from inclusion_cli.documents import pack as packs
from inclusion_cli.documents import pdf, stationery
from inclusion_cli.errors import NotUnderstood
from tests.documents.a_case import TODAY, a_card_sheet, a_case, a_pack, decided
from tests.documents.reading import fonts, reader, tags, words

if TYPE_CHECKING:
    from pathlib import Path

PACK = packs.as_pdf(a_pack())


def test_a_folder_that_takes_nothing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An odd folder is one sentence with the folder's name, and no mistake of ours."""

    def refuse(*_what: object) -> None:
        raise OSError(errno.ENOENT, "No such file or directory")

    monkeypatch.setattr(files, "write_new", refuse)

    with pytest.raises(NotUnderstood, match=r'^Nothing can be put into the folder "'):
        stationery.put(tmp_path, "card", TODAY, {"pdf": b""})


def test_every_page_carries_its_marks() -> None:
    """Code, recipient, purpose, page n of m and head code stand on each page."""
    pages = [" ".join(p.extract_text().split()) for p in reader(PACK).pages]

    for number, page in enumerate(pages, start=1):
        assert "AK-014 For: the people at this review Purpose: step review" in page
        assert "Head code R7QK-2M9D-XW4T-8HCA, 1204 entries" in page
        assert f"Page {number} of {len(pages)}" in page


def test_practice_stands_on_every_page() -> None:
    """No page of a practice paper can be taken for a real one."""
    made = packs.as_pdf(a_pack(practice=True))

    assert all("PRACTICE" in page.extract_text() for page in reader(made).pages)


def test_it_is_tagged_for_those_who_hear_it() -> None:
    """Title, headings and tables with header cells are in the structure tree."""
    found = tags(PACK)

    assert {"/H1", "/Table", "/TH", "/TD", "/P"} <= set(found)
    root = reader(PACK).trailer["/Root"]
    assert root["/Lang"] == "en-GB"  # type: ignore[index]
    assert root["/MarkInfo"]["/Marked"] is not None  # type: ignore[index]


def test_it_claims_both_standards() -> None:
    """PDF/UA-1 and PDF/A-2a are claimed, and Typst refuses what breaks them."""
    claims = reader(PACK).xmp_metadata

    assert claims is not None
    raw = claims.stream.get_data().decode()
    assert "pdfuaid" in raw
    assert "pdfaid" in raw


def test_its_fonts_are_ours_alone() -> None:
    """Fonts are carried along; none is taken from the system."""
    ours = ("AtkinsonHyperlegibleNext", "NotoSans", "NotoNaskhArabic")

    assert all(name.startswith(ours) for name in fonts(PACK))


def test_the_same_view_gives_the_same_bytes() -> None:
    """Two people who print the same thing hold the same file."""
    assert packs.as_pdf(a_pack()) == PACK


def test_another_process_in_another_place_gives_the_same_bytes(
    tmp_path: object,
) -> None:
    """Time zone, folder and language of the computer change nothing."""
    code = (
        "import sys; from tests.documents.a_case import a_pack;"
        "from inclusion_cli.documents import pack;"
        "sys.stdout.buffer.write(pack.as_pdf(a_pack()))"
    )
    env = {"PYTHONPATH": ":".join(sys.path), "LANG": "C", "HOME": str(tmp_path)}

    made = subprocess.run(
        [sys.executable, "-c", code],
        env=env,
        cwd=str(tmp_path),
        capture_output=True,
        check=True,
    )

    assert made.stdout == PACK


def test_no_name_stands_in_the_metadata() -> None:
    """A file list shows a code, never a name."""
    found = str(reader(PACK).metadata)

    assert "Amina" not in found
    assert "AK-014" in found


def test_hostile_words_are_printed_as_they_were_said() -> None:
    """Typst lays words out; it never runs them."""
    assert '[he is watching] [/] {{7*7}} #panic("x") *b* $y$ | <b>' in words(
        PACK
    ).replace("“", '"').replace("”", '"')


def test_letters_no_font_has_are_named_and_lose_no_paper() -> None:
    """One emoji in a note must not cost the whole pack."""
    case = a_case()
    first = case.debriefs[0]
    said = type(first.record)(**{**vars(first.record), "words": "Good 😀 ŵŷ Łódź"})
    changed = type(first)(**{**vars(first), "record": said})

    made = packs.as_pdf(a_pack(decided(a_case(debriefs=(changed,)))))

    assert "Good [grinning face] ŵŷ Łódź" in words(made)


def test_right_to_left_words_are_printed_in_their_own_letters() -> None:
    """Arabic and Urdu words reach the paper joined, in a font that has them."""
    made = pdf.compiled(
        "card.typ", a_card_sheet(not_helpful="مجھے تنہا نہ چھوڑیں"), made_on=TODAY
    )

    assert any(name.startswith("NotoNaskhArabic") for name in fonts(made))
