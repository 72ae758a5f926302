"""What is wrong with a data file of the service, and in which entry of it."""

from __future__ import annotations


class DataFault(ValueError):
    """A whole sentence; `entry` is the key of the entry it is about, "" for none."""

    def __init__(self, says: str, entry: str = "") -> None:
        super().__init__(says)
        self.entry = entry
