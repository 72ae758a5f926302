"""Every phrase of the word list fires, and what the list exempts does not."""

from __future__ import annotations

import pytest

from tests.domain.wording_making import found, lines, texts

ROWS = lines("wording_rows.jsonl")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['row']}: {row['phrase']}")
def test_each_phrase_of_each_row_fires_in_its_family(row: dict[str, str]) -> None:
    """Practice reference 1.4, A to F: one flag of the row, in an inflected form."""
    flags = found(row["text"])

    assert [family for _text, family, _severity in flags if family != "D"] == (
        [row["row"]] if row["row"] != "D" else []
    ), flags
    assert row["row"] in {family for _text, family, _severity in flags}


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Ongoing support is given.", ("Ongoing support", "E", "W")),
        ("He was non-compliant.", ("non-compliant", "B", "E")),
        ("The service user came.", ("service user", "D", "W")),
        ("She is vulnerable.", ("vulnerable", "A", "E")),
        ("He is vulnerable to exploitation.", ("vulnerable", "A", "E")),
        ("There is a risk of exploitation.", ("risk of exploitation", "A", "E")),
        ("He was in one of his “difficult” moods.", ("difficult", "B", "E")),
        ('The letter says "he is manipulative".', ("manipulative", "B", "I")),
        ("She is escorted.", ("escorted", "C", "E")),
        ("She was escorted home.", ("escorted", "C", "W")),
        ("Encourage him.", ("Encourage", "E", "W")),
        ("DNA twice.", ("DNA", "B", "E")),
        ("A tenant came.", ("tenant", "D", "I")),
        ("The outings went ahead.", ("outings", "D", "I")),
        ("He had contact with his aunt.", ("contact", "D", "I")),
        ("The activities went ahead.", ("activities", "D", "I")),
    ],
)
def test_overlaps_and_severities_are_settled_as_the_list_says(
    text: str, flag: tuple[str, str, str]
) -> None:
    """The longest match wins; context says which family and how much it weighs."""
    assert found(text) == [flag]


@pytest.mark.parametrize(
    "text",
    [
        "A behavioural experiment is planned for Friday.",
        "The risk assessment was read with him.",
        "No risk assessment was done before the trip.",
        "The Safeguarding Vulnerable Groups Act applies.",
        "He is an adult at risk.",
        "She was on section 17 leave.",
        "He was absent without leave under section 18.",
        "She was detained under section 3.",
        "We met at the Crazy Bear on Mill Road.",
        "He is vulnerable to being asked for money on payday.",
        "At risk of falling on the back stairs when they are wet.",
        'She said "I am mad and difficult".',
        "She said ‘I’m a difficult woman’.",
        "“I went crazy and they’re all addicts,” said Tom.",
        "In her words: I am an addict.",
        '"Meltdown" is his word.',
        "He calls himself an alcoholic.",
        "I encouraged her by saying that ten minutes would do.",
    ],
)
def test_what_the_list_exempts_is_left_alone(text: str) -> None:
    """Names, statutes, own words, quotations, and a risk that is named."""
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    ["attention-seeking", "attention seeking", "Attention‑Seeking",
     "attention\nseeking", "ATTENTION SEEKING", "attention  seeking"],
)  # fmt: skip
def test_a_phrase_is_found_however_it_is_joined(text: str) -> None:
    """Hyphen, blank, line end and capitals make no difference."""
    assert texts(f"It was {text} again.") == [text]


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_a_phrase_is_found_whatever_its_apostrophe(apostrophe: str) -> None:
    """A curly apostrophe is an apostrophe."""
    assert texts(f"He won{apostrophe}t engage.") == [f"won{apostrophe}t engage"]


def test_the_mode_says_what_weighs_how_much() -> None:
    """F is E in a report and W in a note; D rises where the person will read it."""
    assert found("She is safe now.") == [("safe now", "F", "W")]
    assert found("She is safe now.", "report") == [("safe now", "F", "E")]
    assert found("MDT on Friday.") == [("MDT", "D", "I")]
    assert found("MDT on Friday.", "person") == [("MDT", "D", "W")]
    assert found("The tenant came.", "person") == [("tenant", "D", "I")]
