"""Small values: typed text is read exactly, or refused in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.values import (
    YES_NO_NOT_SURE,
    Choice,
    and_list,
    at_least,
    counted,
    initials_of,
    one_of,
    score,
    some_of,
    stopped,
    whole,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

CHOICES = (
    Choice("quiet", "Goes quiet"),
    Choice("door", "Looks at the door"),
    Choice("café", "Leaves the café"),
)
pick, tick = one_of(CHOICES), some_of(CHOICES)


def why(parse: Callable[[str], Any], typed: str) -> str:
    """Return what the refusal says."""
    with pytest.raises(ValueError, match=r".") as refused:
        parse(typed)
    return str(refused.value)


@pytest.mark.parametrize(("typed", "value"), [("0", 0), ("10", 10), (" 7 ", 7)])
def test_a_score_from_0_to_10_is_read(typed: str, value: int) -> None:
    """Both ends are scores."""
    assert score(typed) == value


@pytest.mark.parametrize("typed", ["11", "-1", "100", "9" * 5000, "-" + "9" * 5000])
def test_a_number_out_of_range_is_told_the_range(typed: str) -> None:
    """However long it is, in our words and not the computer's."""
    assert why(score, typed) == "must be from 0 to 10"


def test_a_number_in_letters_is_told_in_figures() -> None:
    """It is refused all the same: a score is never guessed at."""
    assert why(score, "Seven") == "must be in figures: type 7"
    assert why(whole(1, 5), "seven") == "must be a whole number from 1 to 5"


@pytest.mark.parametrize(
    "typed",
    ["", " ", "eleven", "4.5", "4,5", "--4", "+4", "1e1", "٤", "²", "4 5", "-", "½"],
)
def test_what_is_no_whole_number_is_told_so(typed: str) -> None:
    """No half scores, no words, no other digits."""
    assert why(score, typed) == "must be a whole number from 0 to 10"


@given(number=st.integers(-50, 50), low=st.integers(-20, 0), high=st.integers(0, 20))
def test_a_whole_number_in_range_comes_back(number: int, low: int, high: int) -> None:
    """Inside the range it is itself; outside it is refused."""
    parse = whole(low, high)
    if low <= number <= high:
        assert parse(str(number)) == number
    else:
        assert why(parse, str(number)) == f"must be from {low} to {high}"


def test_text_is_kept_without_the_spaces_around_it() -> None:
    """And nothing is no text."""
    assert words("  It was loud.\n") == "It was loud."
    assert why(words, "  \n ") == "is needed"


def test_a_reason_is_long_enough_to_be_one() -> None:
    """20 letters are enough, 19 are not, and spaces around are none."""
    reason = at_least(20)

    assert reason("x" * 20) == "x" * 20
    assert why(reason, "x" * 19) == "must say why, in 20 letters or more"
    assert why(reason, "x" * 19 + "     ") == "must say why, in 20 letters or more"
    assert why(reason, " ") == "is needed"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("1", "quiet"),
        (" 3 ", "café"),
        ("door", "door"),
        ("Looks at the door", "door"),
        ("LEAVES THE CAFE", "café"),
    ],
)
def test_one_choice_by_number_key_or_label(typed: str, key: str) -> None:
    """The number on the screen, or the words beside it."""
    assert pick(typed) == key


@pytest.mark.parametrize("typed", ["", " ", "0", "4", "-1", "1.", "1 2", "quie", "١"])
def test_no_choice_is_taken_by_accident(typed: str) -> None:
    """An empty line, a stray key and half a word choose nothing."""
    assert why(pick, typed) == "must be a number from 1 to 3"


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("0", ()),
        ("none", ()),
        ("2", ("door",)),
        ("3 1", ("quiet", "café")),
        ("3,1,1", ("quiet", "café")),
        ("door, quiet", ("quiet", "door")),
    ],
)
def test_several_choices_come_in_their_own_order(
    typed: str, keys: tuple[str, ...]
) -> None:
    """0 alone means none of them."""
    assert tick(typed) == keys


@pytest.mark.parametrize("typed", ["", " ", ",", "4", "1 4", "1 x", "-1"])
def test_some_choices_are_refused_whole(typed: str) -> None:
    """Nothing typed is not "none", and one wrong number is not left out."""
    assert why(tick, typed) == "must be numbers from 1 to 3, or 0 for none"


@pytest.mark.parametrize("typed", ["0 1", "1, 0", "none 2"])
def test_none_and_some_at_once_is_refused(typed: str) -> None:
    """Both cannot be meant."""
    assert why(tick, typed) == "cannot be 0 (none) and others at once"


def test_not_sure_is_an_answer_of_its_own() -> None:
    """Yes, no, not sure; in that order and never pre-selected."""
    assert [choice.key for choice in YES_NO_NOT_SURE] == ["yes", "no", "not_sure"]


@pytest.mark.parametrize(
    ("parts", "said"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_is_said_in_words(parts: list[str], said: str) -> None:
    """Commas, and the last with its word."""
    assert and_list(parts) == said
    assert and_list(parts, last="or") == said.replace("and", "or")


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (365, "365 days")]
)
def test_a_count_is_said_with_its_noun(number: int, said: str) -> None:
    """One day, two days."""
    assert counted(number, "day") == said


def test_a_noun_may_have_its_own_plural() -> None:
    """Not every noun takes an s."""
    assert (counted(1, "entry", "entries"), counted(2, "entry", "entries")) == (
        "1 entry",
        "2 entries",
    )


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Amina Khan", "AK"),
        ("Anne-Marie van der Berg", "AB"),
        ("Zoë", "ZO"),
        ("Łukasz Ørsted", "LO"),
        ("X", "XX"),
        ("O'Brien", "OB"),
        ("李明", "XX"),
        ("", "XX"),
    ],
)
def test_initials_are_two_plain_capitals(name: str, initials: str) -> None:
    """Of the first and the last word, accents folded."""
    assert initials_of(name) == initials


@given(name=st.text(max_size=30))
def test_every_name_has_two_initials(name: str) -> None:
    """A code can be made for anybody."""
    initials = initials_of(name)

    assert len(initials) == 2
    assert initials.isascii()
    assert initials.isupper()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He went home", "He went home."),
        ("He went home. ", "He went home. "),
        ("Did he go?", "Did he go?"),
        ('He said "no"', 'He said "no".'),
        ('He said "No."', 'He said "No."'),
        ("She said “Go!”", "She said “Go!”"),
        ("", ""),
    ],
)
def test_a_sentence_on_paper_ends_once(text: str, told: str) -> None:
    """By one rule for every paper: the quotation at its end is looked into."""
    assert stopped(text) == told
