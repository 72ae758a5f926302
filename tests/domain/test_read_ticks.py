"""Who has read the formulation: the writer, and whoever ticked that version."""

from __future__ import annotations

from dataclasses import replace

from inclusion_cli.domain.read_tick import ReadTick
from inclusion_cli.domain.read_ticks import has_read, readers
from inclusion_cli.domain.safety import Safety
from tests.builders import day
from tests.domain.limits import a_limited
from tests.domain.making import keep


def test_a_tick_is_for_one_version_and_one_reader() -> None:
    """By id or by name, in whatever letters; another version is not read."""
    of = "formulation-1"
    ticks = (
        keep(ReadTick(of, 1, day(2), worker="w-1"), 2, id="a"),
        keep(ReadTick(of, 1, day(3), name="Zoë Lind"), 3, id="b"),
    )
    case = replace(a_limited(), safety=Safety(reads=ticks))
    assert has_read(case, "w-1", 1)
    assert has_read(case, "zoe lind ", 1)
    assert not has_read(case, "w-1", 2)
    assert not has_read(case, "", 1)


def test_who_wrote_a_version_has_read_it() -> None:
    """The writer needs no tick, and nobody else has read it by that."""
    case = a_limited()
    assert has_read(case, "sam", 1)
    assert not has_read(case, "jo", 1)
    assert [reader.wrote for reader in readers(case, 1)] == [True]


def test_a_tick_of_another_record_is_none() -> None:
    """A tick of a card, or of what was taken back, says nothing here."""
    tick = keep(ReadTick("card-1", 1, day(2), worker="w-1"), 2)
    case = replace(a_limited(), safety=Safety(reads=(tick,)))
    assert not has_read(case, "w-1", 1)
