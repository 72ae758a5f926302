"""Since when the words of a formulation stand unchanged, and which are too old."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.formulation_events import last_looked
from inclusion_cli.domain.formulation_parts import Dated
from inclusion_cli.domain.formulation_texts import Text, texts_of

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.formulation import Formulation

STALE_DAYS = 365
"""Words that old need a "still true"; practice reference 1.3."""


def carried(new: Formulation, old: Formulation, *, written: date) -> tuple[Dated, ...]:
    """Return which texts of a new version stand unchanged, and since when.

    `written` is the day of the old version: what it had changed itself is of that day.
    """
    known = {(dated.field, dated.text): dated.on for dated in old.dated}
    stood = {(text.field, text.text) for text in texts_of(old)}
    return tuple(
        Dated(text.field, text.text, known.get((text.field, text.text), written))
        for text in texts_of(new)
        if (text.field, text.text) in stood
    )


def since(formulation: Formulation, *, written: date) -> tuple[tuple[Text, date], ...]:
    """Return each text with the day since which it stands as it is."""
    known = {(dated.field, dated.text): dated.on for dated in formulation.dated}
    return tuple(
        (text, known.get((text.field, text.text), written))
        for text in texts_of(formulation)
    )


def stale_texts(case: Casefile, *, on: date) -> tuple[tuple[Text, date], ...]:
    """Return the texts older than 12 months that nobody found still true since."""
    kept, looked = case.formulation, last_looked(case)
    if kept is None or looked is None:
        return ()
    written = kept.happened_at.date()
    confirmed = looked.date() if looked > kept.happened_at else date.min
    oldest = on - timedelta(days=STALE_DAYS)
    return tuple(
        (text, day)
        for text, day in since(kept.record, written=written)
        if max(day, confirmed) < oldest
    )
