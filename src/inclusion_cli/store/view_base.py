"""What every view has: one row for what stands of one record.

`table=True` classes do not validate, and need not: they hold what the fold made.
"""

from __future__ import annotations

from sqlmodel import Field, SQLModel


class View(SQLModel):
    """What every view has: one row for what stands of one record.

    The words stay in the log, once; reading joins them.
    """

    record: str = Field(primary_key=True)
    n: int
    entry: str
    file: str = Field(index=True)
    author: str
    happened_at: str
    recorded_at: str
    amended: int
    forks: int


class Settled(View):
    """What a view has whose records wait until another record settles them.

    A planned session waits for its debrief, what gave concern for a decision about it.
    """

    settled: bool = False


class SettlingView(SQLModel, table=True):
    """Which record settles which."""

    record: str = Field(primary_key=True)
    target: str = Field(primary_key=True, index=True)
