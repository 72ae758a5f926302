"""The only reader of the clock, and the maker of ids."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

_COUNTER_BITS = 12


class Clock:
    """Tell the time here; `fixed` stops it, for practice and for tests."""

    def __init__(self, fixed: datetime | None = None) -> None:
        self.fixed = fixed
        self._last = 0

    def now(self) -> datetime:
        """Return now, with this computer's offset from UTC."""
        if self.fixed is not None:
            return self.fixed.astimezone()
        return datetime.now(UTC).astimezone()

    def today(self) -> date:
        """Return today's local calendar date."""
        return self.now().date()

    def new_id(self) -> str:
        """Return a UUIDv7 that sorts after every id this clock made before (RFC 9562).

        The 12 bits after the version count ids made within one millisecond.
        """
        stamp = int(self.now().timestamp() * 1000) << _COUNTER_BITS
        self._last = max(stamp, self._last + 1)
        milliseconds, counter = divmod(self._last, 1 << _COUNTER_BITS)
        bits = milliseconds << 80 | 0x7 << 76 | counter << 64
        bits |= 0b10 << 62 | int.from_bytes(os.urandom(8), "big") >> 2
        text = f"{bits:032x}"
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
