"""The clock, and the ids it makes: in order, whatever the clock does."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.clock import Clock

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)


def milliseconds(text: str) -> int:
    """Return the time in an id."""
    return uuid.UUID(text).int >> 80


def test_a_fixed_clock_stands_still() -> None:
    """At the moment it was given, with this computer's offset."""
    clock = Clock(NOON)

    assert clock.now() == NOON == clock.now()
    assert clock.now().tzinfo is not None


def test_a_running_clock_tells_the_time_here() -> None:
    """Between before and after, with its offset."""
    before = datetime.now(UTC)

    now = Clock().now()

    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == datetime.now(UTC).astimezone().utcoffset()


def test_today_is_the_local_calendar_day() -> None:
    """Of the moment the clock stands at, wherever that was written down."""
    far = datetime(2026, 11, 18, 12, tzinfo=timezone(timedelta(hours=14)))

    assert Clock(far).today() == far.astimezone().date()
    assert isinstance(Clock(far).today(), date)


def test_an_id_is_a_version_7_uuid_of_its_millisecond() -> None:
    """RFC 9562: version, variant, and the time in front."""
    text = Clock(NOON).new_id()

    made = uuid.UUID(text)
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert str(made) == text
    assert milliseconds(text) == int(NOON.timestamp() * 1000)


def test_ids_of_one_millisecond_are_in_order() -> None:
    """Also past the 4096 that one millisecond can count."""
    clock = Clock(NOON)

    made = [clock.new_id() for _ in range(5000)]

    assert made == sorted(set(made))
    assert all(uuid.UUID(text).version == 7 for text in made)
    assert milliseconds(made[-1]) == milliseconds(made[0]) + 1


@given(steps=st.lists(st.integers(-(10**6), 10**6), min_size=1, max_size=30))
def test_ids_are_in_order_whatever_the_clock_does(steps: list[int]) -> None:
    """Forward, standing still, or moved back by hand."""
    clock = Clock(NOON)
    made = [clock.new_id()]
    for step in steps:
        clock.fixed = (clock.fixed or NOON) + timedelta(milliseconds=step)
        made.append(clock.new_id())

    assert made == sorted(set(made))
    assert {uuid.UUID(text).version for text in made} == {7}
    assert {uuid.UUID(text).variant for text in made} == {uuid.RFC_4122}


def test_two_clocks_do_not_make_the_same_id() -> None:
    """62 bits of each are left to chance."""
    made = {Clock(NOON).new_id() for _ in range(200)}

    assert len(made) == 200
