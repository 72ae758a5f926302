"""What is wrong with a data file of the service, and in which entry of it."""

from __future__ import annotations


class DataFault(ValueError):
    """A whole sentence; `entry` is the key of the entry it is about, "" for none.

    `number` is the number of the item in that entry, from 1, 0 for the entry itself.
    """

    def __init__(self, says: str, entry: str = "", number: int = 0) -> None:
        super().__init__(says)
        self.entry, self.number = entry, number
