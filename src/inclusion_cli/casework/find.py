"""Finding words over what this worker may see."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING

from inclusion_cli.domain.find import (
    Found,
    FoundPage,
    snippet,
    terms_of,
    texts_in,
)
from inclusion_cli.domain.person import Person, matching
from inclusion_cli.errors import NothingFound, NotUnderstood
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inclusion_cli.domain.find import Term
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.search import Hit, Search


class NoWords(NotUnderstood):
    """There is nothing to look for in what was typed."""

    hint = say("For example: inclusion find corner cafe")

    def __init__(self) -> None:
        super().__init__(say("Type the words to look for: letters or numbers."))


class NotFound(NothingFound):
    """No record has all the words; what else to try."""

    hint = say("Try fewer words, or the beginning of a word. Accents do not matter.")

    def __init__(self, words: str, hint: str) -> None:
        super().__init__(say('No record has all of "{words}".', words=one_line(words)))
        self.hint = hint or self.hint


def find_words(
    reading: Search,
    typed: tuple[str, ...],
    *,
    person: Kept[Person] | None = None,
    kind: str = "",
    since: date | None = None,
    limit: int,
    closed: bool,
    again: tuple[str, ...] = (),
) -> FoundPage:
    """Return the records that have all the words. Raises NoWords or NotFound.

    Files that are closed are left out, unless asked for or named.
    """
    terms = terms_of(typed)
    if not terms:
        raise NoWords
    people = reading.people()
    open_ = [kept for kept in people if closed or kept.record.closed_on is None]
    where = [person] if person else open_
    files = {kept.file: (kept.record.name, kept.record.code) for kept in where}
    service = None if person else reading.service()
    if service:
        files[service.file] = (say("The service"), "")
    hits, total = reading.find(terms, files, kind=kind, since=since, limit=limit)
    if not total:
        narrowed = bool(person or kind or since)
        hint = _hint(reading, terms, people, where, narrowed=narrowed)
        raise NotFound(" ".join(typed), hint)
    found = tuple(_found(hit, files, terms) for hit in hits)
    return FoundPage(" ".join(typed), found, total, limit, again)


def _found(
    hit: Hit, files: Mapping[str, tuple[str, str]], terms: tuple[Term, ...]
) -> Found:
    name, code = files[hit.file]
    texts = texts_in(hit.kind, json.loads(hit.body))
    return Found(
        id=hit.record,
        kind=hit.kind,
        code=code,
        person=name,
        on=datetime.fromisoformat(hit.happened_at).date(),
        says=snippet(texts, terms),
    )


def _hint(
    reading: Search,
    terms: tuple[Term, ...],
    people: Iterable[Kept[Person]],
    where: Iterable[Kept[Person]],
    *,
    narrowed: bool,
) -> str:
    """Return what to try next, "" where there is nothing better than other words."""
    looked = {kept.file for kept in where}
    rest = [kept.file for kept in people if kept.file not in looked]
    _hits, elsewhere = reading.find(terms, rest, limit=1)
    if elsewhere:
        what = say_many("{number} record", "{number} records", elsewhere)
        here = say("other files") if narrowed else say("closed files")
        way = say("leave out --person") if narrowed else say("add --all")
        return say(
            "There is {what} with them in {here}. To see, {way}.",
            what=what,
            here=here,
            way=way,
        )
    if narrowed:
        return say("Leave out --person, --kind or --since, or try fewer words.")
    named = [term for term in terms if matching(" ".join(term.words), people)]
    if len(terms) > len(named) > 0:
        code = matching(" ".join(named[0].words), people)[0].record.code
        return say(
            "To look in one person's file, leave out the name: --person {code}",
            code=code,
        )
    return ""
