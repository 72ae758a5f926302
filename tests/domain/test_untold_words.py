"""What a partner's page says without its being agreed is found before it is made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inclusion_cli.domain.person import Person
from inclusion_cli.domain.untold_words import own_words, untold
from tests.domain.making import a_case, keep

SAID = "A seat by the door. She has schizophrenia and was exploited."


def found(text: str, *items: str, name: str = "Maya Hill") -> list[tuple[str, str]]:
    """Return each word of a text with what it may tell of, for Maya."""
    person = keep(Person("AK-014", name, "Maya"))
    own = own_words(replace(a_case(), person=person))
    return [(one.word, one.item) for one in untold({"helps": text}, items, own)]


def test_a_diagnosis_in_free_text_is_named() -> None:
    """Each thing that is told beyond the items of the page, with its word."""
    assert found(SAID) == [("schizophrenia", "diagnosis"), ("exploited", "history")]


def test_what_the_page_is_agreed_to_tell_is_not_named() -> None:
    """A diagnosis that is an item of the page is the person's to tell."""
    assert found(SAID, "diagnosis") == [("exploited", "history")]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Maya lives at 4 Elm Road", "address"),
        ("pick her up from 12b elm road", "address"),
        ("Home is 7 Old Mill Lane now", "address"),
        ("She is in 3 Elm Court", "address"),
        ("Post goes to M14 5AB", "address"),
        ("post goes to m145ab", "address"),
        ("Ring the bell of flat 2", "address"),
        ("This is Maya Hill", "full_name"),
        ("Call her Ms Hill there", "full_name"),
        ("she was in prison for theft", "offending"),
        ("After court on Monday", "offending"),
        ("She is on benefits", "money"),
        ("EUPD makes it hard", "diagnosis"),
        ("BPD, they said", "diagnosis"),
        ("she is bi-polar", "diagnosis"),
        ("She takes her tablets at noon", "medication"),
    ],
)
def test_an_address_a_surname_and_a_label_are_found(text: str, item: str) -> None:
    """A house number with its street, a postcode, a flat, a name, a court, a label."""
    assert item in [one for _word, one in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A seat by the door",
        "Ask first, in plain words",
        "Cooking with the group on Thursdays at 11am",
        "10 minutes down the road, then tea",
        "We meet at 2 on the street corner",
        "2 pm Mill Street Kitchen",
        "Up the hill at 10, and back by 4pm",
        "She likes the tennis court and the food bank",
        "She sees the benefits of coming",
        "Bus X10, then the 2nd stop, then the 5th door",
        "Hill walking on Sundays",
        "Maya likes a park close to the water",
        "Up to 3 people close to her",
        "Bank holiday: closed",
    ],
)
def test_plain_words_are_left_alone(text: str) -> None:
    """Nothing is said of what tells nothing: times, places, buses, a tennis court."""
    assert found(text) == []
