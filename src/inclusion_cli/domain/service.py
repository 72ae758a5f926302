"""The service and the people who work in it."""

from __future__ import annotations

from enum import Enum

from inclusion_cli.domain.record import record
from inclusion_cli.domain.values import Choice


class Nation(Enum):
    """Which nation's crisis numbers and words apply."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


NATIONS = tuple(
    Choice(nation.value, nation.value.replace("_", " ").title()) for nation in Nation
)


@record
class Service:
    """The service whose vault this is."""

    name: str
    nation: Nation


@record
class Worker:
    """A key worker who writes in the vault."""

    name: str
    role: str
