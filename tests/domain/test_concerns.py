"""What a safeguarding concern still lacks: support for a decision, and no more."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from inclusion_cli.domain.concern import Refer, SafeguardingConcern, WishesAsked
from inclusion_cli.domain.concerns import MISSING_WORDS, missing
from tests.conftest import NOW
from tests.domain.record_strategies import RECORDS

BARE = SafeguardingConcern("He took her card.", NOW)


def test_a_concern_with_nothing_but_what_was_seen_lacks_the_rest() -> None:
    """It is saved all the same."""
    assert missing(BARE) == ("manager_time", "wishes", "decision")


def test_a_decision_without_a_reason_is_not_complete() -> None:
    """Referring and not referring alike."""
    for decided in Refer:
        found = missing(replace(BARE, decided=decided))
        assert "decision_reason" in found
        assert "decision" not in found


def test_a_complete_concern_lacks_nothing() -> None:
    """The manager heard, the wishes are there, and it is decided with a reason."""
    whole = replace(
        BARE,
        told_manager_at=NOW,
        wishes_asked=WishesAsked.NONE_EXPRESSED,
        decided=Refer.DO_NOT_REFER,
        why="It was a mistake at the bank.",
    )

    assert missing(whole) == ()


def test_wishes_nobody_asked_for_need_a_reason() -> None:
    """Asking can be unsafe; then it says so."""
    silent = replace(BARE, wishes_asked=WishesAsked.NOT_ASKED)

    assert "wishes" in missing(silent)
    assert "wishes" not in missing(replace(silent, why_not_asked="He was with her."))


@given(RECORDS["concern"])
def test_what_is_missing_has_words(concern: SafeguardingConcern) -> None:
    """Every key can be said on home and in the audit."""
    assert set(missing(concern)) <= MISSING_WORDS.keys()
