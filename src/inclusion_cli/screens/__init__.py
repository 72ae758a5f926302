"""How results are shown: a picture or JSON. Nothing is computed here."""

from __future__ import annotations
