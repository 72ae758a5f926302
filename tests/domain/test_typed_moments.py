"""Typed moments: a day and a time together, in either order."""

from __future__ import annotations

import time as system_time
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.typed_dates import Leaning, Unclear, parse_day, parse_when
from inclusion_cli.plain import plain
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

BACK, AHEAD = Leaning.BACK, Leaning.AHEAD


def moment(
    month: int, number: int, hour: int, minute: int = 0, *, year: int = 2026
) -> datetime:
    """Return a local moment."""
    return datetime(year, month, number, hour, minute).astimezone()


WHEN = {
    "now": NOW.replace(second=0, microsecond=0).astimezone(),
    "Just now": NOW.replace(second=0, microsecond=0).astimezone(),
    "today 2pm": moment(11, 18, 14),
    "2pm today": moment(11, 18, 14),
    "2pm": moment(11, 18, 14),
    "1430": moment(11, 18, 14, 30),
    "half past 2": moment(11, 18, 14, 30),
    "half past 2 yesterday": moment(11, 17, 14, 30),
    "quarter to 3 on friday": moment(11, 13, 14, 45),
    "wed 10am": moment(11, 18, 10),
    "monday at 10:15": moment(11, 16, 10, 15),
    "yesterday, 10:30am": moment(11, 17, 10, 30),
    "17 November 2pm": moment(11, 17, 14),
    "the 17th november at noon": moment(11, 17, 12),
    "3/11 2.30pm": moment(11, 3, 14, 30),
    "14:30 3/11/2026": moment(11, 3, 14, 30),
    "17 november 2026 1430": moment(11, 17, 14, 30),
    "2026-11-17 14:30": moment(11, 17, 14, 30),
    "2026-11-17T14:30": moment(11, 17, 14, 30),
    "a week ago 2 pm": moment(11, 11, 14),
    "3 nov 10 pm": moment(11, 3, 22),
    "tuesday 17 november 2pm": moment(11, 17, 14),
    "today 2.30": moment(11, 18, 14, 30),
    "day before yesterday 2pm": moment(11, 16, 14),
    "a fortnight ago at noon": moment(11, 4, 12),
    "an hour ago": moment(11, 18, 16, 40),
    "2 hours ago": moment(11, 18, 15, 40),
    "half an hour ago": moment(11, 18, 17, 10),
    "90 minutes ago": moment(11, 18, 16, 10),
    "last night 11pm": moment(11, 17, 23),
    "last night at 10:30pm": moment(11, 17, 22, 30),
    "2am last night": moment(11, 18, 2),
    "ten past 2 yesterday": moment(11, 17, 14, 10),
}
ASKED = {
    "last night": "Add the time too, like last night 11pm",
    "last night 2pm": "is not in the night. Type a day too, like yesterday 2pm",
    "tommorow 2pm": "is no day as it stands. For tomorrow, type tomorrow",
    "wensday 2pm": "is no day as it stands. For Wednesday, type Wednesday",
}


@pytest.mark.parametrize("typed", ASKED)
def test_what_is_nearly_a_moment_is_told_the_way(typed: str) -> None:
    """The nearest day word is offered and never taken; a night needs its hour."""
    with pytest.raises(Unclear) as told:
        parse_when(typed, now=NOW, leaning=BACK)

    assert str(told.value) == ASKED[typed]


@pytest.mark.parametrize(("typed", "meant"), WHEN.items())
def test_a_clear_moment_is_read(typed: str, meant: datetime) -> None:
    """Day first or time first; a time alone is today."""
    assert parse_when(typed, now=NOW, leaning=BACK) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("friday 2pm", moment(11, 20, 14)),
        ("+3d 2pm", moment(11, 21, 14)),
        ("in 2 weeks at 2pm", moment(12, 2, 14)),
        ("3/11 10am", moment(11, 3, 10, year=2027)),
        ("tomorrow 0900", moment(11, 19, 9)),
    ],
)
def test_a_plan_looks_ahead(typed: str, meant: datetime) -> None:
    """For a session to come, a bare day is the next one."""
    assert parse_when(typed, now=NOW, leaning=AHEAD) == meant


@pytest.mark.parametrize(
    "typed",
    ["today", "friday", "17 november", "3/11", "17/11/2026", "in 2 weeks"],
)
def test_a_day_alone_asks_for_its_time(typed: str) -> None:
    """A session has a time; none is made up."""
    with pytest.raises(Unclear, match=r"^Add the time too, like Friday 2pm$"):
        parse_when(typed, now=NOW, leaning=BACK)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "half 2", "friday half 2", "blursday 2pm", "31/02 2pm", "today 25:00"),
        *("2pm 3pm", "today 2", "friday 10", "next friday 2pm", "the day i saw them"),
        *("monday 17 november 2pm", "29 feb 2pm", "2026-11-17 25:00", "2pm-ish today"),
    ],
)
def test_what_is_no_clear_moment_is_refused(typed: str) -> None:
    """Right or refused, never wrong."""
    with pytest.raises(Unclear):
        parse_when(typed, now=NOW, leaning=BACK)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        *((t, "is more than one. Type when") for t in ("2-3pm", "2pm to 3pm")),
        *((t, "is more than one. Type when") for t in ("from 2 to 3pm", "1400-1500")),
        *((t, "is more than one day") for t in ("mon-fri", "9 to 13 November")),
        *((t, "can be 1:30 or 2:30.") for t in ("half 2", "half two", "half 2 today")),
        ("half 1", "can be 12:30 or 1:30."),
        ("the day i saw them", "Type a day and a time, like today 2pm"),
    ],
)
def test_what_has_two_meanings_is_told_which_two(typed: str, told: str) -> None:
    """A range and "half 2" are asked about, not guessed."""
    with pytest.raises(Unclear) as refused:
        parse_when(typed, now=NOW, leaning=BACK)

    assert told in str(refused.value)


@pytest.mark.parametrize("typed", ["17/11 2026", "17 nov 2026", "nov 17 2026"])
def test_a_year_is_never_read_as_a_time_of_day(typed: str) -> None:
    """2026 after a date is the year, not 26 minutes past 8 in the evening."""
    with pytest.raises(Unclear):
        parse_when(typed, now=NOW, leaning=BACK)


@pytest.mark.parametrize(
    "typed",
    [
        *("2026-02-31T10:00", "2026-02-31 10:00", "2026-13-01 10:00"),
        *("2026-11-17T10:61", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"),
    ],
)
def test_an_exact_form_that_is_no_moment_is_refused_in_our_words(typed: str) -> None:
    """The end of a sentence a key worker can act on, never the computer's own."""
    with pytest.raises(Unclear) as refused:
        parse_when(typed, now=NOW, leaning=BACK)

    assert str(refused.value).startswith("must be ")


offsets = st.integers(-14 * 4, 14 * 4).map(
    lambda quarters: timezone(timedelta(minutes=15 * quarters))
)
moments = st.datetimes(
    min_value=datetime(1971, 1, 1),  # noqa: DTZ001 - the strategy takes naive bounds
    max_value=datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=offsets,
).map(lambda at: at.replace(microsecond=0))


@given(at=moments, leaning=st.sampled_from(Leaning))
def test_the_exact_form_comes_back_exactly(at: datetime, leaning: Leaning) -> None:
    """A draft keeps a moment as text, and reads the same moment from it."""
    raw = str(plain(at))

    assert parse_when(raw, now=NOW, leaning=leaning) == at


@given(day=st.dates(), leaning=st.sampled_from(Leaning))
def test_the_exact_form_of_a_day_comes_back_exactly(
    day: datetime, leaning: Leaning
) -> None:
    """A draft keeps a day as text, and reads the same day from it."""
    assert parse_day(str(plain(day)), today=NOW.date(), leaning=leaning) == day


PIECES = st.lists(
    st.sampled_from(
        [
            *("today", "last", "this", "next", "friday", "17", "november", "2026"),
            *("3/11", "31/02", "14:30", "25:00", "0:30", "2pm", "half", "past"),
            *("quarter", "to", "2", "in", "a", "week", "ago", "+3d", "1430", ","),
            *("2026-02-30", "25:00", "on", "at", "999", "weeks", "٣"),
            "0001-01-01T00:00+14:00",
        ]
    ),
    max_size=5,
)


@settings(max_examples=400)
@given(typed=PIECES.map(" ".join) | st.text(max_size=20), lean=st.sampled_from(Leaning))
def test_whatever_is_typed_is_read_or_refused(typed: str, lean: Leaning) -> None:
    """No text ends in anything but a moment with its offset, or a refusal."""
    try:
        read = parse_when(typed, now=NOW, leaning=lean)
    except Unclear:
        return
    assert read.tzinfo is not None


# --- the days the clock changes -----------------------------------------------------


@pytest.fixture
def in_london(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put this computer in London for one test."""
    monkeypatch.setenv("TZ", "Europe/London")
    system_time.tzset()
    yield
    monkeypatch.undo()
    system_time.tzset()


@pytest.mark.usefixtures("in_london")
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("29/3/2026 00:30", datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        ("29/3/2026 2pm", datetime(2026, 3, 29, 13, tzinfo=UTC)),
        ("25/10/2026 00:30", datetime(2026, 10, 24, 23, 30, tzinfo=UTC)),
        ("25/10/2026 2pm", datetime(2026, 10, 25, 14, tzinfo=UTC)),
    ],
)
def test_a_typed_moment_has_the_offset_of_its_own_day(
    typed: str, meant: datetime
) -> None:
    """The clocks go on in March and back in October; the typed hour stays."""
    assert parse_when(typed, now=NOW, leaning=BACK) == meant


@pytest.mark.usefixtures("in_london")
@pytest.mark.parametrize("typed", ["2026-03-29 01:30", "29/3/2026 1:30am"])
def test_an_hour_the_clocks_skip_is_no_time(typed: str) -> None:
    """At half past 1 that night it was half past 12 or half past 2."""
    with pytest.raises(Unclear, match=r"the hour the clocks skip that night"):
        parse_when(typed, now=NOW, leaning=BACK)


@pytest.mark.usefixtures("in_london")
@pytest.mark.parametrize("typed", ["2026-10-25 01:30", "1:30am on 25/10/2026"])
def test_an_hour_that_comes_twice_asks_which(typed: str) -> None:
    """Half past 1 came twice that night; the sentence says how to name the first."""
    with pytest.raises(Unclear) as refused:
        parse_when(typed, now=NOW, leaning=BACK)

    assert str(refused.value) == (
        "comes twice that night. Type 2026-10-25 01:30+01:00 for the first of them"
    )


@pytest.mark.usefixtures("in_london")
@pytest.mark.parametrize("hour", [1, 0])
def test_an_hour_that_comes_twice_can_be_named(hour: int) -> None:
    """With its offset it is one moment, and it is kept as that moment."""
    read = parse_when(f"2026-10-25 01:30+0{hour}:00", now=NOW, leaning=BACK)

    assert read == datetime(2026, 10, 25, 1 - hour, 30, tzinfo=UTC)
    assert parse_when(str(plain(read)), now=NOW, leaning=BACK) == read


@pytest.mark.usefixtures("in_london")
def test_yesterday_is_a_calendar_day_across_the_change() -> None:
    """A day of 23 or 25 hours is one day."""
    monday = datetime(2026, 3, 30, 0, 15).astimezone()

    read = parse_when("yesterday 23:30", now=monday, leaning=BACK)

    assert read == datetime(2026, 3, 29, 22, 30, tzinfo=UTC)
