"""Paced, honest steps back into ordinary life: an offline notebook for key workers."""

from __future__ import annotations

__version__ = "0.1.0"
