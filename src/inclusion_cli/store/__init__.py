"""The encrypted vault: its key, its log, its views, its drafts. Nothing about care."""

from __future__ import annotations
