"""Typed days and times: right or refused, never wrong."""

from __future__ import annotations

from datetime import date, time

import pytest

from inclusion_cli.domain.typed_dates import Leaning, Unclear, parse_day, parse_time
from tests.conftest import NOW

BACK, AHEAD = Leaning.BACK, Leaning.AHEAD
TODAY = NOW.date()  # Wednesday 18 November 2026


def november(number: int, year: int = 2026) -> date:
    """Return a day of November."""
    return date(year, 11, number)


BOTH_WAYS = {
    "today": november(18),
    "  Today ": november(18),
    "TOMORROW": november(19),
    "yesterday": november(17),
    "on yesterday": november(17),
    "last monday": november(16),
    "last friday": november(13),
    "last wednesday": november(11),
    "a week ago": november(11),
    "2 weeks ago": november(4),
    "two weeks ago": november(4),
    "10 days ago": november(8),
    "1 month ago": date(2026, 10, 18),
    "in 2 weeks": date(2026, 12, 2),
    "in a month": date(2026, 12, 18),
    "in three days": november(21),
    "+3d": november(21),
    "+2w": date(2026, 12, 2),
    "+1m": date(2026, 12, 18),
    "17/11/2026": november(17),
    "17.11.2026": november(17),
    "17-11-26": november(17),
    "3/11/2026": november(3),
    "2026-11-17": november(17),
    "17 november 2026": november(17),
    "17th November, 2026": november(17),
    "november 17 2026": november(17),
    "the 3rd nov 2025": november(3, 2025),
    "tuesday 17 november 2026": november(17),
    "29/02/2028": date(2028, 2, 29),
    "1 sept 2026": date(2026, 9, 1),
    "the day before yesterday": november(16),
    "day after tomorrow": november(20),
    "a fortnight ago": november(4),
    "in a fortnight": date(2026, 12, 2),
}


@pytest.mark.parametrize(("typed", "meant"), BOTH_WAYS.items())
@pytest.mark.parametrize("leaning", Leaning)
def test_a_full_day_is_the_same_day_whichever_way_one_leans(
    typed: str, meant: date, leaning: Leaning
) -> None:
    """What says its own direction is read the same for the past and the future."""
    assert parse_day(typed, today=TODAY, leaning=leaning) == meant


@pytest.mark.parametrize(
    ("typed", "back", "ahead"),
    [
        ("friday", november(13), november(20)),
        ("tues", november(17), november(24)),
        ("thurs", november(12), november(19)),
        ("this friday", november(20), november(20)),
        ("3/11", november(3), november(3, 2027)),
        ("18/11", november(18), november(18)),
        ("17th november", november(17), november(17, 2027)),
        ("1 december", date(2025, 12, 1), date(2026, 12, 1)),
        ("dec 25", date(2025, 12, 25), date(2026, 12, 25)),
        ("wednesday 18 november", november(18), november(18)),
    ],
)
def test_a_day_without_its_year_leans(typed: str, back: date, ahead: date) -> None:
    """A debrief looks back and a plan looks ahead, from Wednesday 18 November."""
    assert parse_day(typed, today=TODAY, leaning=BACK) == back
    assert parse_day(typed, today=TODAY, leaning=AHEAD) == ahead


def test_todays_weekday_is_today_looking_back_and_refused_looking_ahead() -> None:
    """On a Wednesday, "Wednesday" for a plan could be today or in a week."""
    assert parse_day("wednesday", today=TODAY, leaning=BACK) == TODAY
    with pytest.raises(Unclear, match=r"^is today\. Type today, or the date you mean$"):
        parse_day("wednesday", today=TODAY, leaning=AHEAD)


NOT_A_DAY = [
    *("", "   ", "blursday", "next friday", "next week", "31/02", "31/02/2026"),
    *("29 feb", "29/02/2026", "31 november", "0/11", "32/11", "11/17", "2026-02-30"),
    *("2026-13-01", "0000-01-01", "17", "november", "monday 17 november"),
    *("friday 17/11", "in blue days", "soon", "17 11 2026", "+3", "3d", "-3d"),
    *("2026/11/17", "weekend", "today tomorrow", "mon-fri", "9 to 13 november"),
]


@pytest.mark.parametrize("typed", NOT_A_DAY)
@pytest.mark.parametrize("leaning", Leaning)
def test_what_is_no_clear_day_is_refused(typed: str, leaning: Leaning) -> None:
    """A guess would put a wrong date on a record."""
    with pytest.raises(Unclear):
        parse_day(typed, today=TODAY, leaning=leaning)


def test_a_weekday_that_does_not_fit_is_told_the_one_that_does() -> None:
    """The sentence names the day that has that date."""
    with pytest.raises(Unclear) as refused:
        parse_day("monday 17 november", today=TODAY, leaning=BACK)

    assert str(refused.value) == (
        "does not fit: Tuesday 17 November 2026 is that date. Type the right day"
    )


@pytest.mark.parametrize(
    ("today", "typed", "meant"),
    [
        (date(2026, 1, 31), "in 1 month", date(2026, 2, 28)),
        (date(2028, 1, 31), "+1m", date(2028, 2, 29)),
        (date(2026, 3, 31), "a month ago", date(2026, 2, 28)),
        (date(2026, 12, 15), "in 2 months", date(2027, 2, 15)),
        (date(2026, 1, 2), "31 december", date(2025, 12, 31)),
        (date(2028, 3, 1), "29 feb", date(2028, 2, 29)),
    ],
)
def test_months_and_years_turn_in_the_calendar(
    today: date, typed: str, meant: date
) -> None:
    """A month on from the 31st is the last day there is."""
    assert parse_day(typed, today=today, leaning=BACK) == meant


TIMES = {
    "2pm": time(14),
    "2 PM": time(14),
    "2.30pm": time(14, 30),
    "2:30 p.m.": time(14, 30),
    "11am": time(11),
    "12pm": time(12),
    "12am": time(0),
    "12:30am": time(0, 30),
    "noon": time(12),
    "midday": time(12),
    "12 noon": time(12),
    "1430": time(14, 30),
    "0900": time(9),
    "14:30": time(14, 30),
    "14.30": time(14, 30),
    "2:30": time(14, 30),
    "02:30": time(2, 30),
    "00:30": time(0, 30),
    "6:45": time(18, 45),
    "7:15": time(7, 15),
    "half past 2": time(14, 30),
    "half past two": time(14, 30),
    "quarter past 10": time(10, 15),
    "quarter to 3": time(14, 45),
    "quarter to 1": time(12, 45),
    "quarter to twelve": time(11, 45),
    "at 2pm": time(14),
    "ten past 2": time(14, 10),
    "20 past 9": time(9, 20),
    "twenty five past eleven": time(11, 25),
}


@pytest.mark.parametrize(("typed", "meant"), TIMES.items())
def test_a_clear_time_is_read(typed: str, meant: time) -> None:
    """Without am or pm, 1 to 6 is the afternoon of a working day."""
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", "2", "half", "25:00", "24:00", "13:60", "14:7", "2430", "143"),
        *("0pm", "13pm", "2:75pm", "half past 13", "half past zero", "half past a"),
        *("quarter 2", "ten to 3", "midnight", "teatime", "now", "2 o clock"),
    ],
)
def test_what_is_no_clear_time_is_refused(typed: str) -> None:
    """Half 2 is two times of day; neither is guessed."""
    with pytest.raises(Unclear, match=r"^must be .* 2:30pm or 14:30$"):
        parse_time(typed)


def test_a_quarter_to_seven_is_the_same_time_however_it_is_said() -> None:
    """6:45 is the afternoon of a working day in figures and in words."""
    assert parse_time("quarter to 7") == parse_time("6:45")


def test_half_an_hour_past_midnight_never_becomes_lunch_time() -> None:
    """0:30 has one meaning only."""
    try:
        read = parse_time("0:30")
    except Unclear:
        return
    assert read == time(0, 30)
