"""Laws of the language check, whatever the text: places, overlaps, quotes, speed."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inclusion_cli.domain.wording.check import Flag, flags
from inclusion_cli.domain.wording.rule import FAMILIES, MODES, SEVERITIES
from tests.domain.wording_making import lines, the_rules

SENTENCES = [told["text"] for told in lines("wording_sample.jsonl")]
LETTERS = "aeé .!?,;:'\"‘’“”\n\t-–—/()İß\u2028🙂0179"
PIECES = st.sampled_from(
    [*SENTENCES, "refused ", "risk of harm ", '"', "“", "not ", "said ", "\n", " "]
)
TEXTS = st.lists(PIECES | st.text(LETTERS, max_size=12), max_size=8).map(" ".join)
PARAGRAPHS = TEXTS.filter(lambda text: "\n" not in text and "\u2028" not in text)
MODE = st.sampled_from(MODES)


@given(TEXTS, MODE)
@example("İ refused", "note")
def test_a_flag_says_where_it_stands_in_the_text_as_given(text: str, mode: str) -> None:
    """Start and end cut out the phrase itself, letter for letter."""
    for flag in flags(text, the_rules(), mode):
        assert text[flag.start : flag.end] == flag.text
        assert flag.text.strip() == flag.text != ""
        assert flag.family in FAMILIES
        assert flag.severity in SEVERITIES
        assert flag.question


@given(TEXTS, MODE)
def test_flags_come_in_order_and_never_overlap(text: str, mode: str) -> None:
    """No letter is told twice."""
    found = flags(text, the_rules(), mode)

    for one, after in pairwise(found):
        assert one.end <= after.start


@given(PARAGRAPHS, PARAGRAPHS, MODE)
def test_a_paragraph_is_judged_by_itself(one: str, other: str, mode: str) -> None:
    """What stands behind a blank line changes nothing."""
    both = flags(f"{one}\n\n{other}", the_rules(), mode)
    shift = len(one) + 2

    first = [_facts(flag) for flag in flags(one, the_rules(), mode)]
    second = [_facts(flag, shift) for flag in flags(other, the_rules(), mode)]
    assert [_facts(flag) for flag in both] == first + second


def _facts(flag: Flag, shift: int = 0) -> tuple[int, int, str, str]:
    return flag.start + shift, flag.end + shift, flag.rule, flag.severity


@given(TEXTS, st.data())
def test_a_rule_switched_off_adds_nothing_but_what_it_covered(
    text: str, data: st.DataObject
) -> None:
    """Each flag that is new without a rule touches one that went away with it."""
    before = flags(text, the_rules())
    ids = sorted({flag.rule for flag in before}) or [the_rules().rules[0].id]
    off = data.draw(st.sampled_from(ids))

    after = flags(text, the_rules().without(off))

    assert off not in {flag.rule for flag in after}
    places = {(f.start, f.end, f.rule) for f in before}
    gone = [f for f in before if (f.start, f.end, f.rule) not in {
        (g.start, g.end, g.rule) for g in after}]  # fmt: skip
    for flag in after:
        if (flag.start, flag.end, flag.rule) not in places:
            assert any(flag.start < g.end and g.start < flag.end for g in gone)


@given(st.sampled_from(SENTENCES), st.sampled_from(["Robin", "She", "His sister"]))
def test_what_the_person_is_quoted_with_is_never_flagged(text: str, who: str) -> None:
    """Whatever they say, in their own words, is theirs."""
    inner = text.translate(dict.fromkeys(map(ord, '"“”‘’'), None))

    found = flags(f"{who} said “I think: {inner}”", the_rules())

    assert found == ()


@pytest.mark.parametrize(
    "text",
    ["a", "risk of harm ", '"', "'", 'said "', "is clean ", "in his words, ",
     "the difficult and ", "not ready ", "monitor ", "1:", ". ", "\n", "-",
     "he was very "],
)  # fmt: skip
def test_hostile_text_takes_no_time(text: str) -> None:
    """65,536 letters of one kind are read in the time of a breath, not of a night."""
    hostile = (text * 65_536)[:65_536]

    began = time.perf_counter()
    flags(hostile, the_rules())

    assert time.perf_counter() - began < 8


def test_a_long_note_is_read_in_a_tenth_of_a_second() -> None:
    """10,000 letters of notes, full of phrases: the best of five."""
    note = "\n\n".join(" ".join(SENTENCES[i : i + 5]) for i in range(0, 400, 5))
    note = note[:10_000]
    assert len(note) == 10_000
    flags(note, the_rules())

    took = []
    for _ in range(5):
        began = time.process_time()
        flags(note, the_rules())
        took.append(time.process_time() - began)

    assert min(took) < 0.1
