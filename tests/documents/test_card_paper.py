"""Cards on paper: every size read back, word by word, and where each word stands."""

from __future__ import annotations

import re
import string
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.documents import card as paper
from inclusion_cli.documents import markdown, pdf
from inclusion_cli.documents.stationery import shipped
from inclusion_cli.domain.card import Action, Sign, Stage
from inclusion_cli.domain.card_sheet import SIZES
from tests.builders import a_card, a_whole_card
from tests.documents.a_case import a_card_sheet
from tests.documents.reading import fonts, reader, tags, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.card_lines import CardSheet
    from tests.documents.conftest import Golden

MM = 72 / 25.4
A4 = (210, 297)
PAGES = {
    "a4": (A4, 1),
    "a5": ((148, 210), 2),
    "a6": ((105, 148), 3),
    "wallet": (A4, 1),
    "booklet": ((297, 210), 1),
    "large": (A4, 3),
    "easy": (A4, 6),
}
"""The page of each size in millimetres, and how many the whole card takes."""
ADDS = ("name", "home", "destroy", "colour", "papyrus")


@cache
def whole(size: str, *, staff: bool = False, adds: tuple[str, ...] = ()) -> CardSheet:
    """Return a copy that says everything a card can say."""
    return a_card_sheet(size, staff=staff, adds=adds, card=a_whole_card())


@cache
def printed(size: str, *, staff: bool = False, adds: tuple[str, ...] = ()) -> bytes:
    """Return the PDF of the whole card, made once for all tests."""
    return paper.as_pdf(whole(size, staff=staff, adds=adds))


@cache
def read_back(size: str, *, staff: bool = False, adds: tuple[str, ...] = ()) -> str:
    """Return the words of the whole card's PDF, read once for all tests."""
    return words(printed(size, staff=staff, adds=adds))


def texts(sheet: CardSheet) -> Iterator[str]:
    """Return every text a copy must show."""
    for stage in sheet.stages:
        yield f"{stage.number}{stage.title}"
        for row in (*stage.signs, *stage.mine, *stage.others):
            yield from (row.text, *row.more)
    yield from (sheet.not_helpful, sheet.home_care, sheet.statement, sheet.on_call)
    yield sheet.crisis_team
    for led in (*sheet.told, *sheet.step_up):
        yield f"{led.lead}: {led.text}" if led.lead else led.text
    for who in (*sheet.people, *sheet.numbers, *sheet.lines):
        yield f"{who.name}: {who.number}"
    yield from (sheet.checked, sheet.left_out, sheet.known_as, sheet.sheet.code)


def bare(text: str) -> str:
    """Return text without what a line break or a printer's quote may change."""
    return re.sub(r"[\s\u200b]", "", text).translate(str.maketrans("‘’“”", "''\"\""))


def missing(sheet: CardSheet, read: str) -> list[str]:
    """Return the texts of a copy that are not in what was read of its PDF."""
    found = bare(read)
    return [
        text
        for told in texts(sheet)
        for text in (paper.sentences(told) if sheet.size == "easy" else (told,))
        if bare(text) not in found
    ]


@pytest.mark.parametrize("size", SIZES)
def test_every_word_of_the_card_is_on_the_paper(size: str) -> None:
    """For the person with all they may add, and for staff."""
    assert not missing(whole(size, adds=ADDS), read_back(size, adds=ADDS))
    assert not missing(whole(size, staff=True), read_back(size, staff=True))


@pytest.mark.parametrize("size", SIZES)
def test_a_size_has_its_pages(size: str) -> None:
    """Of its measure, and as many as the words need."""
    (wide, high), most = PAGES[size]
    pages = reader(printed(size, adds=ADDS)).pages

    for page in pages:
        assert round(float(page.mediabox.width) / MM) == wide
        assert round(float(page.mediabox.height) / MM) == high
    assert len(pages) <= most


@pytest.mark.parametrize("size", SIZES)
def test_each_size_can_be_heard_and_kept(size: str) -> None:
    """Tagged headings, both standards claimed, our own fonts, no name outside."""
    made = printed(size, adds=ADDS)

    assert {"/Title", "/H1"} & set(tags(made))
    assert "/L" in tags(made) or size in ("wallet", "easy")
    claims = reader(made).xmp_metadata
    assert claims is not None
    raw = claims.stream.get_data().decode()
    assert "pdfuaid" in raw
    assert "pdfaid" in raw
    assert all(name.startswith(("Atkinson", "NotoSans")) for name in fonts(made))
    assert "Amina" not in str(reader(made).metadata)


@pytest.mark.parametrize("size", SIZES)
def test_a_carried_card_is_discreet(size: str) -> None:
    """No name, surname, service or word of illness is on what nothing was added to."""
    said = read_back(size).casefold()

    for word in ("amina", "khan", "elm house", "mental", "illness", "risk", "warning"):
        assert word not in said
    assert "my aunt feeds the cat" not in said
    assert "tried 5" not in said
    assert "before: the week" not in said


@pytest.mark.parametrize("size", SIZES)
def test_what_the_person_adds_is_on_it(size: str) -> None:
    """Their name, one more line, and what a finder is to do.

    A wallet has room for the line where there is no crisis team.
    """
    said = read_back(size, adds=ADDS)

    assert "My card: Amina" in said
    assert "If you find this, destroy it." in said
    assert "01632 960003" in said
    assert ("0800 068 4141" in said) is (size != "wallet")
    assert "1 number." in said or size != "wallet"


def test_staff_see_what_was_tried_and_what_they_do() -> None:
    """On their copy, with whose card it is."""
    said = read_back("a4", staff=True).replace("’", "'")

    assert "Amina's card: staff copy" in said
    assert "What staff do" in said
    assert "Before: The week before Easter" in said
    assert "Tried 5, helped 4" in words(paper.as_pdf(a_card_sheet(staff=True)))


def test_staff_copies_have_no_heading_in_the_first_person() -> None:
    """On paper too, in every size: they read whose card it is."""
    heads = ("What I do", "Who I can ring", "How I want", "I do:", "I notice:",
             "what I do", "I can ring", "how I am", "help me", "My advance",
             "My wishes", "When I look", "I look at it", "My whole")  # fmt: skip
    for size in SIZES:
        said = read_back(size, staff=True)
        assert not [head for head in heads if head in said], size


def test_practice_stands_on_every_page() -> None:
    """No practice card can be taken for a real one."""
    for size in ("a6", "wallet", "booklet", "easy"):
        sheet = whole(size)
        marks = type(sheet.sheet)(**{**vars(sheet.sheet), "practice": True})
        made = paper.as_pdf(type(sheet)(**{**vars(sheet), "sheet": marks}))
        for page in reader(made).pages:
            assert "PRACTICE" in page.extract_text(), size


# --- where words stand --------------------------------------------------------------


def placed(made: bytes) -> list[tuple[str, float, float, bool]]:
    """Return each run of text of the first page: x and y in millimetres, upright."""
    found: list[tuple[str, float, float, bool]] = []

    def visit(text: str, cm: Any, tm: Any, _font: Any, _size: Any) -> None:
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip():
            found.append((text.strip(), x / MM, y / MM, tm[0] * cm[0] > 0))

    reader(made).pages[0].extract_text(visitor_text=visit)
    return found


FIRST_WORDS = ("My card", "I'm OK", "Something is", "I'm struggling",
               "I need help now", "What does not help", "Who I can ring",
               "Numbers checked")  # fmt: skip


def test_the_booklet_folds_to_pages_in_order() -> None:
    """Below: 6, 7, 8 and the cover. Above, on their heads: 5, 4, 3, 2."""
    runs = placed(printed("booklet"))

    at = [
        next((x, y, up) for t, x, y, up in runs if t.replace("’", "'").startswith(mark))
        for mark in FIRST_WORDS
    ]

    panel = 297 / 4
    for column, number in enumerate((6, 7, 8, 1)):
        x, y, upright = at[number - 1]
        assert (int(x // panel), y < 105, upright) == (column, True, True), number
    for column, number in enumerate((5, 4, 3, 2)):
        x, y, upright = at[number - 1]  # on its head it starts on the right
        assert (int(x // panel), y > 105, upright) == (column, True, False), number


def test_the_wallet_card_is_within_its_85_6_by_54_mm() -> None:
    """Both sides, next to each other; what is around it is not on the card."""
    found = placed(printed("wallet", adds=ADDS))
    left, top = (210 - 2 * 85.6) / 2, 297 - 24
    card = [(t, x, y) for t, x, y, _upright in found if y > 297 - 24 - 54]

    assert {"My card: Amina", "What does not help"} <= {t for t, _x, _y in card}
    for text, x, y in card:
        assert left < x < left + 2 * 85.6, text
        assert top - 54 < y < top, text
    sides = {t: x > left + 85.6 for t, x, _y in card}
    assert (sides["My card: Amina"], sides["What does not help"]) == (False, True)
    assert "AK-014" not in " ".join(t for t, _x, _y in card)


@pytest.mark.parametrize(("size", "least"), [("large", 18), ("easy", 10), ("a6", 6.5)])
def test_no_letter_is_smaller_than_the_size_promises(size: str, least: float) -> None:
    """18 point throughout in large print, stage numbers too; 7 on A6 but the code line.

    In easy read all but the page mark is 16.
    """
    sizes: list[tuple[float, str]] = []

    def visit(text: str, cm: Any, tm: Any, _font: Any, points: Any) -> None:
        if text.strip():
            sizes.append((abs(points * tm[3] * cm[3]), text))

    for page in reader(printed(size)).pages:
        page.extract_text(visitor_text=visit)
    assert min(points for points, _text in sizes) > least - 0.1
    if size == "easy":
        assert sum(points > 15.9 for points, _text in sizes) > len(sizes) / 2
    if size == "a6":
        small = [text for points, text in sizes if points < 6.9]
        assert all(re.search("Version|Head code|entries", text) for text in small)


# --- too many words -----------------------------------------------------------------

LONG = "I walk up and down the corridor for most of the night and cannot settle " * 3


def crowded(text: str = LONG) -> Any:
    """Return a card of long sentences."""
    return a_card(
        stages=tuple(
            Stage(n, (Sign(f"s{n}", text),) * 4, (Action(f"m{n}", text),) * 4)
            for n in (1, 2, 3, 4)
        ),
        not_helpful=text,
    )


@pytest.mark.parametrize("size", ["a4", "a5", "a6", "large", "easy"])
def test_a_card_of_many_words_takes_more_pages_and_loses_none(size: str) -> None:
    """Nothing is cut and nothing is made smaller."""
    sheet = a_card_sheet(size, card=crowded())

    made = paper.as_pdf(sheet)

    assert paper.overfull(sheet) == ()
    assert not missing(sheet, words(made))
    assert len(reader(made).pages) > len(reader(printed(size)).pages)


@pytest.mark.parametrize(
    ("size", "sides"),
    [
        ("wallet", ("the front", "the back")),
        ("booklet", ("I'm OK", "Something is changing", "I'm struggling",
                     "I need help now", "what does not help")),
    ],
)  # fmt: skip
def test_a_card_whose_sides_are_fixed_says_which_are_too_full(
    size: str, sides: tuple[str, ...]
) -> None:
    """It is refused rather than cut; which words are too many is named."""
    assert paper.overfull(a_card_sheet(size, card=crowded(LONG * 6))) == sides


def test_an_a4_of_more_than_one_page_has_the_numbers_on_the_first() -> None:
    """They are not on a page of their own that is lost."""
    pages = reader(paper.as_pdf(a_card_sheet(card=crowded()))).pages

    assert len(pages) > 1
    assert "Who I can ring" in pages[0].extract_text()
    assert "Danger to life: 999" in pages[0].extract_text()


def test_a_wallet_card_names_the_a4_where_there_is_one() -> None:
    """And does not send anybody to a paper that was never made."""
    said = "My whole card is the A4 one."
    sheet = whole("wallet")

    assert said not in read_back("wallet")
    with_a4 = replace(sheet, whole_on_a4=True)
    assert said in words(paper.as_pdf(with_a4))
    assert said in paper.as_markdown(with_a4)


@pytest.mark.parametrize("staff", [False, True])
def test_the_last_page_of_easy_read_is_worth_its_paper(*, staff: bool) -> None:
    """Rows stand closer where that saves a page."""
    sheet = whole("easy", staff=staff)
    easy = paper.easy_sentences(sheet)
    by_air = [
        pdf.pages("card_easy.typ", sheet, easy=easy, air=air) for air in paper.AIR
    ]

    assert len(reader(printed("easy", staff=staff)).pages) == min(by_air)


def test_a_word_longer_than_a_line_is_broken_and_not_cut() -> None:
    """In the narrowest size."""
    word = "Donaudampfschifffahrtsgesellschaft" * 4
    sheet = a_card_sheet("booklet", not_helpful=word)

    made = paper.as_pdf(sheet)

    assert not missing(sheet, words(made))
    xs = [x for text, x, _y, _u in placed(made) if text[:9] in word * 2]
    assert len(xs) > 1


letters = st.text(
    string.ascii_letters + string.digits + " .,!?'()-ŵŷłśćąëñ", max_size=60
)
said = letters.map(lambda text: f"I {text}".strip())


@st.composite
def copies(draw: st.DrawFn) -> CardSheet:
    """Return any copy of any card: a size, a holder, and words of all sorts."""
    rows, other = draw(st.lists(said, min_size=1, max_size=4)), draw(said)
    signs = tuple(Sign(f"s{n}", text, usual=other) for n, text in enumerate(rows))
    mine = tuple(Action(f"m{n}", text, within=other) for n, text in enumerate(rows))
    card = a_whole_card(
        stages=tuple(Stage(n, signs, mine, mine) for n in (1, 2, 3, 4)),
        not_helpful=other,
        told_how=other,
    )
    size, staff = draw(st.sampled_from(SIZES)), draw(st.booleans())
    return a_card_sheet(size, staff=staff, card=card)


def prints_or_is_refused(sheet: CardSheet) -> None:
    """Assert that a copy loses no word, or was refused before it was printed."""
    if not paper.overfull(sheet):
        assert not missing(sheet, words(paper.as_pdf(sheet)))


@settings(max_examples=10)
@given(copies())
def test_any_card_prints_without_losing_a_word(sheet: CardSheet) -> None:
    """In every size; where its sides are fixed, or it is refused."""
    prints_or_is_refused(sheet)


@pytest.mark.long
@settings(max_examples=100)
@given(copies())
def test_many_more_cards_print_without_losing_a_word(sheet: CardSheet) -> None:
    """The same, for as many cards as a service prints in a year."""
    prints_or_is_refused(sheet)


# --- every script, and no colour ----------------------------------------------------


@pytest.mark.parametrize("size", ["a4", "wallet", "booklet", "easy"])
def test_welsh_polish_urdu_and_arabic_print_in_their_letters(size: str) -> None:
    """Joined and in a font that has them; marks of a list stand on their side."""
    stages = (
        Stage(1, (Sign("a", "Rwy'n agor y llenni, ŵŷẁẅ"),), (Action("b", "Śpię"),)),
        Stage(2, (Sign("c", "لا أستطيع النوم"),), (Action("d", "میں لکھتا ہوں"),)),
        *a_card().stages[2:],
    )
    sheet = a_card_sheet(size, stages=stages, not_helpful="مجھے تنہا نہ چھوڑیں")

    made = paper.as_pdf(sheet)

    assert any(name.startswith("NotoNaskhArabic") for name in fonts(made))
    if size != "wallet":
        assert "ŵŷẁẅ" in words(made)
        assert "Śpię" in words(made)


def luminance(paint: str) -> float:
    """Return the relative luminance of a Typst colour (WCAG 2)."""
    if paint.startswith("luma"):
        parts = [int(paint[5:-1])] * 3
    else:
        parts = [int(paint[n : n + 2], 16) for n in (6, 8, 10)]
    light = [p / 255 for p in parts]
    lines = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in light]
    return 0.2126 * lines[0] + 0.7152 * lines[1] + 0.0722 * lines[2]


def test_greys_and_colours_keep_their_words_readable() -> None:
    """Black on stages 1 to 3, white on 4, at 7 to 1 or more; each grey its own."""
    source = (shipped() / "typst" / "card_parts.typ").read_text()
    for name in ("greys", "tints"):
        (told,) = re.findall(rf"#let {name} = \((.*)\)", source)
        paints = re.findall(r'luma\(\d+\)|rgb\("#[0-9a-f]{6}"', told)
        lights = [luminance(paint) for paint in paints]
        assert len(lights) == len(set(lights)) == 4
        assert all((light + 0.05) / 0.05 >= 7 for light in lights[:3])
        assert 1.05 / (lights[3] + 0.05) >= 7


# --- Markdown -----------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_each_size_reads_as_its_golden_page(golden: Golden, size: str) -> None:
    """A card says what it said when people last read it whole; most sizes alike."""
    sheet = whole(size, adds=("destroy", "papyrus"))
    text = paper.as_markdown(sheet)

    golden(f"card_{size if size in ('wallet', 'easy') else 'whole'}.md", text)


def test_the_staff_copy_reads_as_its_golden_page(golden: Golden) -> None:
    """With what staff do, examples, and what is not agreed."""
    text = paper.as_markdown(whole("a4", staff=True))

    golden("card_staff.md", text)


def test_what_people_wrote_is_text_in_every_card() -> None:
    """Markup is shown, not obeyed, in easy read too."""
    hostile = "*b* <b> {{7*7}} #panic()"
    for size in ("a4", "easy"):
        sheet = a_card_sheet(size, not_helpful=hostile)
        assert markdown.escaped(hostile) in paper.as_markdown(sheet)
        assert bare(hostile) in bare(words(paper.as_pdf(sheet)))


def test_easy_read_names_the_sentences_that_are_too_long() -> None:
    """Over 15 words is not easy read; the words stay as the person said them."""
    sheet = a_card_sheet("easy", not_helpful=f"Short one. {'word ' * 15}word.")

    assert paper.long_sentences(sheet) == (f"{'word ' * 15}word.",)
    assert paper.long_sentences(a_card_sheet("a4", not_helpful="word " * 16)) == ()


def test_our_own_easy_sentences_keep_to_15_words() -> None:
    """What we put around the person's words is easy read itself."""
    text = paper.as_markdown(whole("easy")).split("\n\nAK-014.")[0]

    for line in text.splitlines():
        assert len(line.split()) <= paper.LONGEST_EASY, line
