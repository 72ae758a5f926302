"""A short paper: what stands on it, how it reads, and what its file says of itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.documents import leaf as leaves
from inclusion_cli.domain.briefing import Words, briefing
from inclusion_cli.domain.consent_copy import consent_copy
from inclusion_cli.domain.recall_letter import Sender, recall_letter
from tests.documents.reading import reader, words
from tests.documents.structure import tree, unembedded
from tests.domain.test_consent import PARTNER, SHEET, TODAY, a_consent, with_consents
from tests.domain.test_consent_due import PAGE

if TYPE_CHECKING:
    from inclusion_cli.domain.leaf import Leaf

HELPS = "A seat near the door *and* <quiet>"


def page() -> Leaf:
    """Return a page for the kitchen."""
    case = with_consents(a_consent(partner="kitchen"))
    told = Words((("first_name", "Amina"), ("helps", HELPS), ("history", "No")))
    return briefing(case, PARTNER, SHEET, told, on=TODAY)


def both(leaf: Leaf) -> tuple[str, bytes]:
    """Return a paper as text and as PDF."""
    made = leaves.papers(leaf)
    return made["md"].decode(), made["pdf"]


def test_a_page_is_one_and_says_the_same_in_both_forms() -> None:
    """What people wrote is shown letter for letter, and is never markup."""
    text, pdf = both(page())

    assert len(reader(pdf).pages) == leaves.pages(page()) == 1
    assert HELPS in words(pdf)
    assert r"A seat near the door \*and\* \<quiet\>" in text
    assert "Page 1 of 1" in words(pdf)
    for said in ("AK-014", "HEAD", "PRACTICE"):
        assert said in text
        assert said in words(pdf)


def test_its_file_names_nobody() -> None:
    """The title holds a code; the structure starts with one heading."""
    _text, pdf = both(page())

    told: Any = reader(pdf).metadata
    assert told.title == "What helps, and what to do, AK-014"
    assert "Amina" not in str(told)
    assert [node.tag for node in tree(pdf).every("H1")] == ["H1"]
    assert not unembedded(pdf)


def test_the_same_page_has_the_same_bytes() -> None:
    """So that a copy can be held against another."""
    assert both(page()) == both(page())


def test_a_letter_names_the_things_and_not_their_words() -> None:
    """Who gets it knows what it is about; nobody else learns anything."""
    leaf = recall_letter(
        SHEET, (PAGE,), a_consent(), ended=TODAY, sender=Sender("Sam", "Elm House")
    )

    text, pdf = both(leaf)

    assert "What helps them feel at ease" in text
    assert "A seat" not in text
    assert "You did nothing wrong." in words(pdf)


def test_a_copy_says_what_was_agreed_and_how_to_take_it_back() -> None:
    """In the person's hands, with its last day."""
    said = a_consent(excluded=("history",), until=TODAY + timedelta(days=9))
    case = with_consents(said)

    text, _pdf = both(consent_copy(SHEET, case, case.safety.consents[0], on=TODAY))

    assert "- What helps them feel at ease" in text
    assert "- What happened before" in text
    assert "9 days more" in text
    assert "At any time, with no reason." in text
