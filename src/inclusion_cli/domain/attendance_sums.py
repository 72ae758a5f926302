"""Whether several counts of sessions can hold at once: a small system of differences.

Let c(k) be how many of the last k sessions went ahead. Then c(0) is 0, c(k+1) - c(k) is
0 or 1, "n of the last k" says c(k) >= n, and its opposite c(k) <= n - 1. Such a system
has a solution exactly when no cycle of its differences is negative (Bellman and Ford).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Edge = tuple[int, int, int]
"""From, to, most: c(to) - c(from) is at most so much."""


def attendance_clashes(counts: Iterable[tuple[Mapping[str, Any], bool]]) -> bool:
    """Say whether no course of sessions meets all of these; True is met."""
    told = list(counts)
    if len(told) < 2:
        return False
    longest = max(int(args["of_last"]) for args, _good in told)
    edges: list[Edge] = []
    for k in range(longest):
        edges += [(k, k + 1, 1), (k + 1, k, 0)]
    for args, good in told:
        n, k = int(args["n"]), int(args["of_last"])
        edges.append((k, 0, -n) if good else (0, k, n - 1))
    return _negative_cycle(longest + 1, edges)


def _negative_cycle(size: int, edges: list[Edge]) -> bool:
    most = [0] * size
    for _round in range(size):
        changed = False
        for start, end, weight in edges:
            if most[start] + weight < most[end]:
                most[end] = most[start] + weight
                changed = True
        if not changed:
            return False
    return True
