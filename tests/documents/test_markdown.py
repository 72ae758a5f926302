"""Markdown papers: whole golden pages, and text that stays text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown_it import MarkdownIt

from inclusion_cli.documents.markdown import escaped, render
from tests.documents.a_case import HOSTILE, a_card_sheet, a_case, a_pack

if TYPE_CHECKING:
    from tests.documents.conftest import Golden

READ = MarkdownIt("gfm-like")


def test_the_review_pack_reads_as_its_golden_page(golden: Golden) -> None:
    """A pack says what it said when people last read it whole."""
    golden("review_pack.md", render("review_pack.md.j2", None, pack=a_pack()))


def test_a_person_with_nothing_yet_has_a_true_and_useful_pack(golden: Golden) -> None:
    """Nothing written yet is said plainly, section by section."""
    bare = a_case(
        formulation=None,
        plan=None,
        steps=(),
        debriefs=(),
        decisions=(),
        card=None,
        papers=(),
        sessions=(),
    )

    golden("empty_pack.md", render("review_pack.md.j2", None, pack=a_pack(bare)))


def test_the_card_reads_as_its_golden_page(golden: Golden) -> None:
    """A card says what it said when people last read it whole."""
    golden("card.md", render("card.md.j2", None, card=a_card_sheet()))


def test_practice_stands_on_top_of_a_practice_paper() -> None:
    """No practice paper can be taken for a real one."""
    text = render("review_pack.md.j2", None, pack=a_pack(practice=True))

    assert text.startswith("**PRACTICE**\n")


def test_hostile_words_reach_the_page_as_they_were_said() -> None:
    """Markup, templates and code are words; controls are seen, not obeyed."""
    text = render("review_pack.md.j2", None, pack=a_pack())

    html = READ.render(text)
    assert "49" not in html
    assert "[he is watching] [/] {{7*7}} #panic(&quot;x&quot;)" in html
    assert "␛[31m ⟨RLO⟩ end" in html
    assert "\x1b" not in text
    assert "\u202e" not in text


@given(st.text())
def test_nothing_a_person_writes_can_make_markdown(text: str) -> None:
    """Written words add no heading, link, image, list, table, code or markup."""
    tokens = READ.parse(f"Said: {escaped(text)}")

    kinds = {token.type for token in tokens}
    assert kinds == {"paragraph_open", "inline", "paragraph_close"}
    (inline,) = (token for token in tokens if token.type == "inline")
    assert {child.type for child in inline.children or ()} <= {"text", "text_special"}


def test_a_template_that_asks_for_what_is_not_there_fails() -> None:
    """A gap in a paper is an error, never an empty place."""
    with pytest.raises(UndefinedError):
        render("card.md.j2", None, card={})


def test_the_words_in_the_golden_pages_are_the_persons_own() -> None:
    """The hostile line is in the page whole, once escaped."""
    assert escaped(HOSTILE) in render("review_pack.md.j2", None, pack=a_pack())
