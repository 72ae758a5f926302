"""How results are shown: a picture for people, JSON for programs. Nothing is computed."""

from __future__ import annotations
