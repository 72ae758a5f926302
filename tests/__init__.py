"""Tests of the house."""

from __future__ import annotations
