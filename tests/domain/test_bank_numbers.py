"""No card, account, PIN or sort-code number is kept, however it is spelt."""

from __future__ import annotations

from datetime import date

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
    "12-34-56",
    "It is 20-30-40",
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
ANYWHERE = (
    "20-12-34 31926819",
    "31926819 20-12-34",
    "Barclays 20-12-34 31926819",
    "20 45 71 31926819",
    "20-45-71/31926819",
    "20-45-71 and account 31926819",
    "s/c 20-12-34",
    "SC 204571 AC 31926819",
    "sort 20-45-71",
    "sort 201234",
    "sc: 20 45 71",
    "sort code: 20/45/71",
    "20-12-34 is the sort code",
    "NatWest 60-16-13",
    "Santander, 09-01-28",
    "Monzo 04-00-04",
    "bank: 20-12-34",
    "40-47-84 for his HSBC account",
    "20-45-71",
    "77-99-01",
    "99-12-34",
    "4821 is his PIN",
    "1984 is his PIN",
    "4 8 2 1, that is her pin number",
    "4 8 2 1 as his PIN",
    "her PIN (4821) on a card",
    "her PIN, which is 4821",
    "4821, was her PIN",
    "a code for the card is 4821",
    "bank card code 4821",
    "card number ends with 21 and the code is 9921",
    "security number on the back 123",
    "the three digits on the back are 123",
    "building society roll number 1234567/8",
    "31926819 off her account",
    "passcode for the phone: 123456",
)
NOWHERE = (
    "She was seen on 18-11-26",
    "On 18 11 26 at the shop",
    "07-08-26 to 21-08-26",
    "Bank holiday 25-05-26",
    "She went to the bank on 03-04-26",
    "On 18-11-26 Barclays rang",
    "the account he gave on 12-05-26",
    "at 10-15-30 by the clock",
    "020-79-46-09-58",
    "60-75-90 minutes",
    "Barclays on 12 May 2026 at 10:30",
    "NatWest, 14 High Street",
    "Ring Barclays on 0345 734 5345",
    "He sorted 12 socks in 30 minutes",
    "sort it by 12 May 2026",
    "her card says 3 signs",
    "card of 2026",
    "Her card from 2025 has 4 stages",
    "She showed the card 12 times at 10:30",
    "the code of conduct of 2024",
    "spent 4500 pounds by card",
    "The number on the card is 116 123",
    "999, on the back of the card",
    "Her card: ring 01632 960001 at 10pm",
    "PIN was asked for at 14:30",
    "He forgot his PIN on 12 May 2026",
    "Since 2019 she has had a PIN of her own",
    "the PIN pad at till 12",
    "postcode NW1 2AB",
    "her own account. (00000002, Jo)",
)
SORT_CODES = ("20 45 71", "31926819", "12345678")
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


@pytest.mark.parametrize("text", ANYWHERE)
def test_what_is_given_away_is_refused_in_any_free_text(text: str) -> None:
    """A word before or behind it, an account beside it, or no day that it could be."""
    asked = Question("note", "What happened?", "Note")
    with pytest.raises(ValueError, match="Leave out card, account"):
        asked.read(f"He told her {text} by the door", {})
    assert not has_secret(masked(f"He told her {text} by the door"))


@pytest.mark.parametrize("text", NOWHERE)
def test_days_times_and_counts_beside_a_bank_or_a_card_are_kept(text: str) -> None:
    """What can be a day is one, unless a sort code is what it is called."""
    asked = Question("note", "What happened?", "Note")
    assert asked.read(text, {}) == text


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from("-/. "))
def test_a_day_can_always_be_told(day: date, gap: str) -> None:
    """The day first or the year, with two figures or four, cut in any way."""
    for form in ("%d-%m-%y", "%y-%m-%d", "%d-%m-%Y", "%Y-%m-%d"):
        told = day.strftime(form).replace("-", gap)
        assert not has_secret(f"He was seen there on {told}")
        assert not has_secret(f"{told}: she went to the bank")


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
