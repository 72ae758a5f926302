"""The language check: phrases worth a look, each with a question. Practice 1.4."""

from __future__ import annotations
