"""Markdown papers: whole golden pages, and text that stays text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markdown_it import MarkdownIt

from inclusion_cli.documents.markdown import escaped, render
from inclusion_cli.documents.pack import as_pdf
from tests.documents.a_case import HOSTILE, a_card_sheet, a_case, a_pack

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from tests.documents.conftest import Golden

READ = MarkdownIt("gfm-like")


def test_the_review_pack_reads_as_its_golden_page(golden: Golden) -> None:
    """A pack says what it said when people last read it whole."""
    golden("review_pack.md", render("review_pack.md.j2", None, pack=a_pack()))


NOTHING: dict[str, Any] = {
    "formulation": None,
    "plan": None,
    "steps": (),
    "debriefs": (),
    "decisions": (),
    "card": None,
    "papers": (),
    "sessions": (),
}


def beginnings() -> dict[str, Casefile]:
    """Return a person at each point at which little is written yet."""
    whole = a_case()
    only_formulation = a_case(**{**NOTHING, "formulation": whole.formulation})
    planned = replace(
        only_formulation,
        plan=whole.plan,
        steps=whole.steps,
        decisions=whole.decisions,
        sessions=whole.sessions,
    )
    return {
        "empty_pack.md": a_case(**NOTHING),
        "formulation_pack.md": only_formulation,
        "plan_pack.md": planned,
        "one_debrief_pack.md": replace(planned, debriefs=whole.debriefs[:1]),
    }


@pytest.mark.parametrize("name", beginnings())
def test_a_pack_with_little_in_it_is_true_and_useful(golden: Golden, name: str) -> None:
    """What is not written yet is said plainly, section by section, and what is next."""
    pack = a_pack(beginnings()[name])

    golden(name, render("review_pack.md.j2", None, pack=pack))
    assert as_pdf(pack).startswith(b"%PDF")


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
