"""Records and rules of care: facts in, answers out, standard library only."""

from __future__ import annotations
