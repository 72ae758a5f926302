"""The key: what opens a vault, what does not, and how hard guessing is."""

from __future__ import annotations

from dataclasses import replace

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.errors import InclusionError, VaultDamaged, WrongPassphrase
from inclusion_cli.store import keys
from inclusion_cli.store.bech32 import age_identity
from inclusion_cli.store.keyfile import Stretch
from inclusion_cli.store.keys import CEILING, FLOOR, calibrated
from inclusion_cli.store.recovery import new_recovery_code
from tests.store.making import CODE, PASSPHRASE, QUICK, own_key

WRONG = "That passphrase does not open this vault."


def test_the_passphrase_opens_it(data_key: bytes) -> None:
    """What was sealed is what comes back."""
    key = own_key(data_key, "vault-1")

    assert keys.open_with_passphrase(key, PASSPHRASE) == data_key


def test_the_recovery_code_opens_it(data_key: bytes) -> None:
    """The code on paper opens the same vault."""
    key = own_key(data_key, "vault-1")

    assert keys.open_with_recovery(key, CODE.lower().replace("-", " ")) == data_key


@pytest.mark.parametrize(
    "typed",
    [
        f"  {PASSPHRASE} ",
        PASSPHRASE.replace(" ", "   "),
        PASSPHRASE.replace(" ", "\t"),
        PASSPHRASE.capitalize().replace(" ", "  "),
        PASSPHRASE.upper(),
    ],
)
def test_spaces_and_capitals_do_not_lock_it(data_key: bytes, typed: str) -> None:
    """Words copied by hand open it: a space more and a capital change nothing."""
    key = own_key(data_key, "vault-1")

    assert keys.open_with_passphrase(key, typed) == data_key


def test_an_accent_typed_on_another_keyboard_is_the_same(data_key: bytes) -> None:
    """A letter with its accent and a letter followed by one are one passphrase."""
    key = keys.seal(
        data_key,
        vault="vault-1",
        passphrase="caf\u00e9 otter lantern",  # noqa: S106
        recovery=keys.recovery_public("vault-1", CODE),
        stretch=QUICK,
    )

    assert keys.open_with_passphrase(key, "cafe\u0301 otter lantern") == data_key


def test_a_vault_sealed_with_capitals_before_opens_as_it_was_typed(
    data_key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is locked out of a vault that an earlier version made."""
    with monkeypatch.context() as before:
        before.setattr(keys, "as_copied", lambda typed: typed)
        key = keys.seal(
            data_key,
            vault="vault-1",
            passphrase="Otter Lantern Gravel Moss",  # noqa: S106
            recovery=keys.recovery_public("vault-1", CODE),
            stretch=QUICK,
        )

    assert keys.open_with_passphrase(key, "Otter Lantern Gravel Moss") == data_key


@given(
    st.text(max_size=40).filter(
        lambda t: t.casefold().split() != PASSPHRASE.casefold().split()
    )
)
def test_any_other_passphrase_is_wrong_and_not_damage(typed: str) -> None:
    """Wrong is exit 14 and one sentence, whatever was typed."""
    key = own_key(bytes(32), "vault-1")

    with pytest.raises(WrongPassphrase) as wrong:
        keys.open_with_passphrase(key, typed)

    assert (wrong.value.exit_code, str(wrong.value)) == (14, WRONG)


@pytest.mark.parametrize("typed", ["caf\udcc3\udca9 otter", "otter\0lantern"])
def test_letters_no_record_can_hold_are_a_wrong_passphrase_too(typed: str) -> None:
    """Bytes not decoded (a C locale) are told in words, not as our mistake."""
    key = own_key(bytes(32), "vault-1")

    with pytest.raises(InclusionError) as told:
        keys.open_with_passphrase(key, typed)

    assert told.value.exit_code in (2, 14)


@pytest.mark.parametrize(
    "typed",
    [new_recovery_code(), CODE[:-1], "", "no code"],
    ids=["another", "cut", "empty", "words"],
)
def test_any_other_code_is_wrong_and_not_damage(data_key: bytes, typed: str) -> None:
    """A code of another vault, a slip, nothing: each is exit 14."""
    with pytest.raises(WrongPassphrase):
        keys.open_with_recovery(own_key(data_key, "vault-1"), typed)


def test_a_sealed_key_that_was_altered_is_damage(data_key: bytes) -> None:
    """The passphrase is right and the words inside are not whole: exit 15."""
    key = own_key(data_key, "vault-1")
    broken = replace(key, sealed=f"{key.sealed[:-8]}AAAAAA==")

    with pytest.raises(VaultDamaged) as damaged:
        keys.open_with_passphrase(broken, PASSPHRASE)

    assert damaged.value.exit_code == 15
    assert str(damaged.value) == "The vault is damaged: its key does not open."


def test_the_key_of_another_vault_is_damage(data_key: bytes) -> None:
    """What is sealed says which vault it is for."""
    moved = replace(own_key(data_key, "vault-1"), vault="vault-2")

    with pytest.raises(VaultDamaged) as damaged:
        keys.open_with_passphrase(moved, PASSPHRASE)

    assert (
        str(damaged.value) == "The vault is damaged: its key belongs to another vault."
    )


def test_a_new_recovery_code_ends_the_old_one_and_no_more(data_key: bytes) -> None:
    """The passphrase stays, the new code opens, the old one opens nothing."""
    key, code = own_key(data_key, "vault-1"), new_recovery_code()

    fresh = keys.with_recovery(key, data_key, keys.recovery_public("vault-1", code))

    assert keys.open_with_passphrase(fresh, PASSPHRASE) == data_key
    assert keys.open_with_recovery(fresh, code) == data_key
    with pytest.raises(WrongPassphrase):
        keys.open_with_recovery(fresh, CODE)


def test_a_recovery_half_swapped_in_is_noticed_on_opening(data_key: bytes) -> None:
    """Added or weakened slots are noticed at unlock (trust reference, section 7).

    Otherwise the next change of passphrase seals the data key to whoever wrote their
    own public half into the file while nobody was looking.
    """
    theirs = keys.recovery_public("vault-1", new_recovery_code())
    swapped = replace(own_key(data_key, "vault-1"), recovery=theirs)

    with pytest.raises(VaultDamaged):
        keys.open_with_passphrase(swapped, PASSPHRASE)


def test_the_practice_key_opens_without_a_passphrase_and_says_so(
    data_key: bytes,
) -> None:
    """Nobody can take a practice vault for a locked one."""
    key = keys.seal_for_practice(data_key, vault="vault-1")

    assert key.practice
    assert keys.open_practice(key) == data_key


def test_an_own_key_is_not_a_practice_key(data_key: bytes) -> None:
    """What opens practice opens no vault of anybody real."""
    key = own_key(data_key, "vault-1")

    assert not key.practice
    with pytest.raises(WrongPassphrase):
        keys.open_practice(key)


def test_nothing_in_a_key_is_the_data_key(data_key: bytes) -> None:
    """Two seals of one key have nothing in common, and neither shows it."""
    one, other = own_key(data_key, "vault-1"), own_key(data_key, "vault-1")

    assert one.salt != other.salt
    assert one.sealed != other.sealed
    assert data_key.hex() not in str(one)


def test_every_purpose_has_a_key_of_its_own(data_key: bytes) -> None:
    """A key for one purpose tells nothing of another."""
    assert keys.derived(data_key, "sqlcipher") != keys.derived(data_key, "backup")
    assert keys.derived(data_key, "sqlcipher") != data_key


# --- age ----------------------------------------------------------------------------


def test_an_identity_is_the_one_the_age_specification_gives() -> None:
    """A seed of pyrage's own, read back from its text, is written as it was."""
    theirs = str(pyrage.x25519.Identity.generate())
    letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    groups = [letters.index(sign) for sign in theirs.lower().split("1", 1)[1][:-6]]
    number = int("".join(f"{group:05b}" for group in groups)[:256], 2)

    assert age_identity(number.to_bytes(32, "big")) == theirs


@given(st.binary(min_size=32, max_size=32))
def test_pyrage_reads_every_identity(seed: bytes) -> None:
    """Whatever the bytes, the checksum is right and they are read as written."""
    identity = pyrage.x25519.Identity.from_str(age_identity(seed))

    assert str(identity) == age_identity(seed)


# --- how hard guessing is -----------------------------------------------------------


def test_the_floor_is_64_mebibytes_three_passes_four_lanes() -> None:
    """The second choice of RFC 9106, section 4."""
    assert Stretch(64 * 1024, passes=3, lanes=4) == FLOOR


def test_a_key_at_the_floor_opens(data_key: bytes) -> None:
    """The real work, done once."""
    key = keys.seal(
        data_key,
        vault="vault-1",
        passphrase=PASSPHRASE,
        recovery=keys.recovery_public("vault-1", CODE),
        stretch=FLOOR,
    )

    assert keys.open_with_passphrase(key, PASSPHRASE) == data_key


@given(st.floats(min_value=1e-4, max_value=1e4))
def test_the_stretch_is_never_below_the_floor(seconds_at_the_floor: float) -> None:
    """However slow or fast the computer, 64 MiB at least and 512 at the most."""
    per_kib = seconds_at_the_floor / FLOOR.memory

    found = calibrated(lambda stretch: stretch.memory * per_kib)

    assert FLOOR.memory <= found.memory <= CEILING.memory
    assert (found.passes, found.lanes) == (FLOOR.passes, FLOOR.lanes)


def test_a_slow_computer_gets_the_floor() -> None:
    """It waits longer; it is not made weaker."""
    assert calibrated(lambda _stretch: 60.0) == FLOOR


def test_a_fast_computer_takes_about_the_time_wanted() -> None:
    """The time spent lies within 0.35 and 0.7 seconds where memory allows."""
    found = calibrated(lambda stretch: stretch.memory / FLOOR.memory * 0.15)

    assert found.memory == FLOOR.memory * 4
