"""What was looked for, and the line of text around it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.find import Term, cells, snippet, terms_of, tokens

LONG = (
    "We took the early bus and Amina stood by the door for the whole of the way, "
    "which she said was easier than sitting, and then we walked along the canal."
)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        (("Bus",), (Term(("bus",)),)),
        (("early bus",), (Term(("early",)), Term(("bus",)))),
        (('"early bus"',), (Term(("early", "bus"), whole=True),)),
        (("early bus", "door"), (Term(("early", "bus"), whole=True), Term(("door",)))),
        (("8:15",), (Term(("8", "15")),)),
        (("a",), (Term(("a",), whole=True),)),
        (("Zoë", "ŁÓDŹ"), (Term(("zoe",)), Term(("lodz",)))),
        (("?!", '"'), ()),
        (('"never closed',), (Term(("never",)), Term(("closed",)))),
    ],
)
def test_what_was_typed_becomes_terms(
    typed: tuple[str, ...], terms: tuple[Term, ...]
) -> None:
    """Words, phrases, and nothing for nothing."""
    assert terms_of(typed) == terms


def test_a_long_text_is_cut_around_the_match() -> None:
    """Between words, with dots where something is left out."""
    found = snippet([LONG], terms_of(["easier"]))

    assert found.startswith("... ")
    assert found.endswith(" ...")
    assert "easier than sitting" in found
    assert cells(found) <= 60


def test_a_short_text_is_shown_whole() -> None:
    """On one line, controls seen and never obeyed."""
    assert snippet(["too\nloud\x1b[2J"], terms_of(["loud"])) == "too loud␛[2J"


def test_the_piece_with_most_of_it_is_shown() -> None:
    """The others are a record away."""
    texts = ["the bus", "the bus door", "the door"]

    assert snippet(texts, terms_of(["door", "bus"])) == "the bus door"


@given(st.text(min_size=1), st.text(), st.text())
def test_a_snippet_is_one_line_of_its_room(word: str, before: str, after: str) -> None:
    """Whatever the letters and however wide they are."""
    words = tokens(word).split()
    if not words:
        return

    found = snippet([f"{before} {word} {after}"], [Term((words[0],))])

    assert found
    assert cells(found) <= 60
    assert "\n" not in found
