"""Finding words in what this worker may see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.trails import shown
from inclusion_cli.domain.dates import say_day
from inclusion_cli.domain.find import Found, Hit, parts_of, where_in
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.kinds import kind_of
from inclusion_cli.domain.prepare import Preparation
from inclusion_cli.domain.told import kind_words, texts_of
from inclusion_cli.errors import NotUnderstood

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person
    from inclusion_cli.store.reading import Reading


class NoWords(NotUnderstood):
    """Nothing was typed that could be found."""

    hint = 'For example: inclusion find canal walk. Or: inclusion find "canal path"'

    def __init__(self) -> None:
        super().__init__("Type the words to find.")


def hits(
    reading: Reading,
    words: str,
    held: Iterable[Kept[Any]],
    people: Mapping[str, Kept[Person]],
    *,
    limit: int,
    closed: bool,
) -> Found:
    """Return where the words stand, the newest first, at most `limit` of them."""
    parts = parts_of(words)
    found: list[Hit] = []
    for kept in held:
        person = people.get(kept.file)
        if person is None or (person.record.closed_on and not closed):
            continue
        place = _place(_readable(reading, kept), parts)
        if place is None:
            continue
        if len(found) == limit:
            return Found(words, tuple(found), more=True, closed_too=closed)
        found.append(_hit(kept, person.record, place))
    return Found(words, tuple(found), closed_too=closed)


def _readable(reading: Reading, kept: Kept[Any]) -> Any:
    if isinstance(kept.record, Preparation):
        return shown(reading.casefile(kept.file), kept.record)
    return kept.record


def _place(record: Any, parts: tuple[str, ...]) -> tuple[str, str, str] | None:
    """Return where the first part stands, if every part stands somewhere."""
    texts = [text for _name, text in texts_of(record)]
    first = None
    for part in parts:
        here = next((w for text in texts if (w := where_in(text, part))), None)
        if here is None:
            return None
        first = first or here
    return first


def _hit(kept: Kept[Any], person: Person, place: tuple[str, str, str]) -> Hit:
    return Hit(
        person.code,
        person.name,
        kind_words(kind_of(kept.record)),
        say_day(kept.happened_at.date()),
        short_id(kept.id),
        *place,
    )
