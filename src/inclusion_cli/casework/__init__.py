"""The acts: one function for each thing a key worker does, whole or not at all."""

from __future__ import annotations
