"""Papers: a view in, Markdown text or PDF bytes out. Nothing is fetched here."""

from __future__ import annotations
