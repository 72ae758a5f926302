"""The predicates a criterion is built from. Source: practice reference 2.3.

Each reads facts and answers MET when it holds whatever the missing pieces are, NOT_MET
when it fails whatever they are, else CANNOT_TELL. Silence is never stability.
"""

from __future__ import annotations

from inclusion_cli.domain.predicates import (
    agreements,
    beliefs,
    money_looks,
    nights,
    sessions,
    upkeep,
    windows,
)
from inclusion_cli.domain.predicates.registry import PREDICATES, Kind, Predicate

__all__ = [
    "PREDICATES",
    "Kind",
    "Predicate",
    "agreements",
    "beliefs",
    "money_looks",
    "nights",
    "sessions",
    "upkeep",
    "windows",
]
