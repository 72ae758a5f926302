"""How a key worker is asked: questions as data, one loop, two front ends."""

from __future__ import annotations
