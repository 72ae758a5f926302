"""Measures: what was taken, what each came to, and the same over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.measure_chart import MeasureChart, Track
from inclusion_cli.domain.measure_lines import MeasuresTaken
from inclusion_cli.screens.page import (
    Block,
    Command,
    Grid,
    Heading,
    Line,
    Title,
    Tracks,
)
from inclusion_cli.screens.parts import listed
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.measure_lines import MeasureSum


def picture(found: MeasuresTaken | MeasureChart) -> Iterator[Block]:
    """Return the measures of a person as a page."""
    yield Title(say("{name}, {code}. Measures", name=found.name, code=found.code))
    match found:
        case MeasuresTaken(lines=()) | MeasureChart(tracks=()):
            yield Line(say("Nothing has been measured yet."))
            if not found.closed:
                yield Command(say("Next:"), ("measure", "add", found.code))
        case MeasuresTaken():
            yield from _taken(found)
        case MeasureChart(tracks=tracks):
            for track in tracks:
                yield from _track(track)


def _taken(found: MeasuresTaken) -> Iterator[Block]:
    for note in found.notes:
        yield Line(note, strong=True)
    for one in found.sums:
        yield from sum_blocks(one)
    yield Heading(say("Each time"))
    yield Grid(
        (say("Day"), say("Measure"), say("Score"), say("How answered"), say("Record")),
        tuple((li.on, li.what, li.score, li.how, li.record) for li in found.lines),
    )


def sum_blocks(one: MeasureSum) -> Iterator[Block]:
    """Return one instrument summed up: first, latest, change, how it was answered."""
    yield Heading(one.what)
    yield from listed(one.lines)


def _track(track: Track) -> Iterator[Block]:
    yield Heading(f"{track.what}, {track.span}" if track.span else track.what)
    yield Tracks(tuple((row.on, row.place, row.says) for row in track.rows))
    if track.change:
        yield Line(track.change, indent=2)
