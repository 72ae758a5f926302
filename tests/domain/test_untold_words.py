"""What a partner's page says without its being agreed is named before it is seen."""

from __future__ import annotations

import pytest

from inclusion_cli.domain.briefing import Words
from inclusion_cli.interviews.partner_brief import look_again

SAID = "A seat by the door. She has schizophrenia and was exploited."


def test_a_diagnosis_in_free_text_is_named() -> None:
    """Each thing that is told beyond the items of the page, with its word."""
    found = look_again(Words((("helps", SAID),)))

    assert len(found) == 2
    assert "schizophrenia" in found[0]
    assert "exploited" in found[1]


def test_what_the_page_is_agreed_to_tell_is_not_named() -> None:
    """A diagnosis that is an item of the page is the person's to tell."""
    found = look_again(Words((("helps", SAID), ("diagnosis", "schizophrenia"))))

    assert len(found) == 1


@pytest.mark.parametrize("text", ["A seat by the door", "Ask first, in plain words"])
def test_plain_words_are_left_alone(text: str) -> None:
    """Nothing is said of what tells nothing."""
    assert look_again(Words((("helps", text),), text, text)) == ()
