"""No card, account, PIN or sort-code number is kept, however it is spelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.bank_numbers import (
    has_bank_number,
    has_secret,
    masked,
    without_secrets,
)
from inclusion_cli.domain.money import no_secrets
from inclusion_cli.interviews.question import Question

CARD = "4111111111111111"
SECRETS = (
    CARD,
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111.1111.1111.1111",
    "4111  1111  1111  1111",
    "4111 - 1111 - 1111 - 1111",
    "4111\u00a01111\u00a01111\u00a01111",
    "4111\u20131111\u20131111\u20131111",
    "\uff14111 1111 1111 1111",
    "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    "41 11 11 11 11 11 11 11",
    "41111111 11111111",
    "4929 1234 5678 9012",
    "4222222222222",
    "3782 822463 10005",
    "378282246310005",
    "30569309025904",
    "6304000000000000000",
    "GB82 WEST 1234 5698 7654 32",
    "gb82west12345698765432",
    "GB82-WEST-1234-5698-7654-32",
    "DE89 3704 0044 0532 0130 00",
    "GB29 NWBK 6016 1331 9268 18",
    "pin 4321",
    "PIN: 4321",
    "PIN=4321",
    "pin 4 3 2 1",
    "Pin is 4321",
    "pin number is 4321",
    "her pin no. 4321",
    "pin number's 4321",
    "PIN was 4-3-2-1",
    "pin four three two one",
    "the pin is four, three, two, one",
    "pin: 654321",
    "password hunter2",
    "Password: swordfish",
    "passcode is 1234",
    "sort code 12-34-56",
    "sort code is 12 34 56",
    "Sort-code: 123456",
    "account 12345678",
    "account number 12345678",
    "acc no. 1234 5678",
    "a/c 12345678",
    "account number is 12 34 56 78",
    "cvv 123",
    "CVC: 1234",
    "security code is 123",
)
HARMLESS = (
    "Ring 07700 900123 or 01632 960001",
    "Ring 07700 900123 07700 900456",
    "0044 7700 900123",
    "+44 7700 900123",
    "+44 20 7946 0958",
    "07700-900-123",
    "On 17/11/2026 at 2pm",
    "17-11-2026 to 18-11-2026",
    "17.11.2026 18.11.2026",
    "2026-11-17 2026-11-18",
    "2026-11-17T14:00:00+00:00",
    "17-11-26",
    "2pm, 14:00, 10.30pm",
    "12345678p",
    "1,000 pounds, in 2 parts of 500",
    "20 pounds, 30 pounds, 40 pounds and 50 pounds",
    "She pinned the 3 notes up",
    "pin the card to the board",
    "He lost his pin 3 times",
    "the pin on bus 42",
    "a pin and 2 needles",
    "on account of the 3 buses",
    "an account of 20 November",
    "10 20 30 40 50 60 minutes",
    "5, 6, 7, 8, 9, 10 and 11",
    "flat 12, 34 High Street, NW1 2AB",
    "NHS number 943 476 5919",
    "PR-002 and AK-014",
    "60, 75, 90 minutes",
)
SORT_CODES = ("20-45-71", "20 45 71", "31926819", "12345678")
NO_SORT_CODES = ("£12345678", "12345678p", "20261117", "17112026", "12,345,678", "20")


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_refused_in_any_free_text(secret: str) -> None:
    """Whatever stands round it; and the sentence does not say the number again."""
    asked = Question("note", "What happened?", "Note", own=True, required=False)
    with pytest.raises(ValueError, match="Leave out card, account") as refused:
        asked.read(f"He gave her {secret} by Friday", {})
    assert not any(figure in str(refused.value) for figure in "0123456789")
    assert secret not in str(refused.value)


@pytest.mark.parametrize("secret", SECRETS)
def test_a_line_that_was_not_sent_is_kept_without_it(secret: str) -> None:
    """The words of a half-typed line stay; the number does not."""
    half = without_secrets(f"He gave her {secret}, then")
    assert half.startswith("He gave her ")
    assert half.endswith(", then")
    assert "..." in half
    assert not has_secret(half)


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_words_and_numbers_are_kept(text: str) -> None:
    """Telephones, days, times, amounts and addresses are no secrets."""
    assert no_secrets(text) == text
    assert without_secrets(f"{text}.") == f"{text}."


@pytest.mark.parametrize("text", SORT_CODES)
def test_a_bare_account_or_sort_code_is_refused_about_money(text: str) -> None:
    """Where money is asked about; elsewhere it may be a day or a reference."""
    assert has_bank_number(f"He said {text} and left")
    assert not has_secret(f"He said {text} and left")


@pytest.mark.parametrize("text", NO_SORT_CODES)
def test_amounts_and_days_are_no_accounts(text: str) -> None:
    """An amount of money or a day in eight figures is let through."""
    assert not has_bank_number(f"He said {text} and left")


def test_a_card_typed_half_way_is_not_kept_in_the_draft() -> None:
    """A long number at the end of a line was being typed; a telephone number stays."""
    assert without_secrets("His card 4111 1111 111") == "His card ..."
    assert without_secrets("Ring 07700 900123") == "Ring 07700 900123"


def _with_check_figure(digits: list[int]) -> str:
    total = sum(
        d if n % 2 else (2 * d - 9 if d > 4 else 2 * d)
        for n, d in enumerate(reversed(digits))
    )
    return "".join(map(str, digits)) + str(-total % 10)


@given(
    st.integers(1, 9),
    st.lists(st.integers(0, 9), min_size=11, max_size=17),
    st.sampled_from(["", " ", "-", ".", "  "]),
    st.sampled_from([1, 2, 4, 19]),
)
def test_every_valid_card_is_found(
    first: int, rest: list[int], gap: str, size: int
) -> None:
    """From 13 to 19 figures, cut in any even way, alone or in a sentence."""
    card = _with_check_figure([first, *rest])
    cut = gap.join(card[n : n + size] for n in range(0, len(card), size))
    assert has_secret(cut)
    assert has_secret(f"She read out {cut} to him")


@given(st.text(max_size=80))
def test_looking_breaks_on_nothing_and_masks_all(text: str) -> None:
    """Any text can be looked at, and what is left has no secret in it."""
    assert not has_secret(without_secrets(text)) or "..." in without_secrets(text)


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_said_in_danger_is_kept_without_the_number(secret: str) -> None:
    """It is masked and not refused; no secret is left, and the rest stands."""
    asked = Question("seen", "Seen?", "Seen", no_secrets, masks=True)

    kept = asked.read(f"He took {secret} from her", {})

    assert kept.startswith("He took ")
    assert kept.endswith(" from her")
    assert not has_secret(kept)


@given(text=st.text(), bank=st.booleans())
def test_a_masked_text_has_no_secret(text: str, *, bank: bool) -> None:
    """Whatever was typed around it."""
    kept = masked(f"{text} {CARD} 12-34-56 {text}", bank=bank)

    assert not (has_bank_number(kept) if bank else has_secret(kept))
