"""The front desk: flags in, results out."""

from __future__ import annotations
