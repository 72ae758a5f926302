"""The recovery code: forgiving of how it is typed, unforgiving of a wrong sign."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.store import crockford
from inclusion_cli.store.recovery import (
    is_recovery_code,
    new_recovery_code,
    recovery_seed,
)

if TYPE_CHECKING:
    from collections.abc import Callable

LOOK_ALIKES = str.maketrans({"0": "O", "1": "I"})


@pytest.fixture
def code(monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a code that is the same in every run, with noughts and ones in it."""
    drawn = 0x0101_0123_4567_89AB_CDEF_0011_2233_4455_677
    monkeypatch.setattr(secrets, "randbits", lambda _bits: drawn)
    return new_recovery_code()


def test_a_code_is_eight_groups_of_four_signs() -> None:
    """It can be written on paper and read aloud: no I, L, O or U in it."""
    groups = new_recovery_code().split("-")

    assert [len(group) for group in groups] == [4] * 8
    assert not set("".join(groups)) & set("ILOU")


def test_no_two_codes_are_the_same() -> None:
    """A code is drawn at random."""
    assert len({new_recovery_code() for _n in range(200)}) == 200


@pytest.mark.parametrize(
    "slip",
    [
        str.lower,
        lambda code: code.replace("-", ""),
        lambda code: code.replace("-", " "),
        lambda code: f"  {code}\t",
        lambda code: code.translate(LOOK_ALIKES),
        lambda code: code.translate(LOOK_ALIKES).lower(),
        lambda code: code.replace("1", "l"),
        lambda code: f" {code} ".replace("-", " - "),
    ],
)
def test_a_code_may_be_typed_in_many_ways(
    code: str, slip: Callable[[str], str]
) -> None:
    """Lower case, spaces, O for 0, I or l for 1: it is the same code."""
    assert is_recovery_code(slip(code))
    assert recovery_seed("vault-1", slip(code)) == recovery_seed("vault-1", code)


def test_one_wrong_sign_is_refused(code: str) -> None:
    """Each of the 992 codes with one wrong sign is noticed before it is tried."""
    signs = crockford.typed(code)
    wrong = [
        signs[:place] + sign + signs[place + 1 :]
        for place in range(len(signs))
        for sign in crockford.ALPHABET
        if sign != signs[place]
    ]

    assert len(wrong) == 992
    assert [typed for typed in wrong if is_recovery_code(typed)] == []


def test_two_signs_changed_about_are_refused(code: str) -> None:
    """A transposition is a slip as common as a wrong sign."""
    signs = crockford.typed(code)
    swapped = {
        signs[:n] + signs[n + 1] + signs[n] + signs[n + 2 :]
        for n in range(len(signs) - 1)
    }

    assert [typed for typed in swapped - {signs} if is_recovery_code(typed)] == []


@given(st.text(max_size=48))
def test_other_text_is_refused(text: str) -> None:
    """Whatever is typed, the answer is yes or no, never a fault."""
    assert not is_recovery_code(text)


def test_a_code_short_of_a_sign_is_refused(code: str) -> None:
    """A code is whole or it is not one."""
    assert not is_recovery_code(code[:-1])
    assert not is_recovery_code(f"{code}0")


def test_one_code_stands_for_another_secret_in_every_vault(code: str) -> None:
    """The same paper opens one vault, not all of them."""
    assert recovery_seed("vault-1", code) != recovery_seed("vault-2", code)
    assert len(recovery_seed("vault-1", code)) == 32
