"""Picking a person without ever taking one for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.person import any_alike, matching
from inclusion_cli.domain.values import number_from
from inclusion_cli.errors import FileClosed, LeftForLater, NothingFound
from inclusion_cli.interviews.asker import Asker, Back, Leave, Prompt, Skip
from inclusion_cli.interviews.question import Question
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import People, Person

MOST_SHOWN = 9
_NOBODY_TYPED = say("Nobody is chosen. Type a number, a name or a code.")


def pick(
    typed: str | None,
    people: People,
    asker: Asker | None,
    *,
    first: Mapping[str, str] | None = None,
) -> Kept[Person]:
    """Return the person meant by what was typed, asking where it is not clear.

    `first` names the files shown before anything is typed, each with why. Nobody is
    ever chosen by default. Raises NothingFound; LeftForLater where the worker leaves.
    """
    everybody = people
    people = tuple(kept for kept in people if kept.record.closed_on is None)
    if not people and typed is None:
        raise NobodyYet
    if typed is not None:
        found = matching(typed, people)
        if len(found) == 1:
            return found[0]
        if not found and (closed := matching(typed, everybody)):
            raise FileClosed(closed[0])
        if not people:
            raise NobodyYet
        if asker is None or not found:
            raise _not_one(typed, found)
        return _one(_ask(found[:MOST_SHOWN], people, asker, first or {}))
    if asker is None:
        raise NobodyNamed
    why = first or {}
    likely = tuple(kept for kept in people if kept.file in why)
    return _one(_ask((likely or people)[:MOST_SHOWN], people, asker, why))


def pick_or_nobody(
    people: People, asker: Asker | None, *, nobody: str
) -> Kept[Person] | None:
    """Return the person meant, None for nobody: `nobody` says what 0 stands for.

    Raises NobodyNamed where there is no terminal.
    """
    if asker is None:
        raise NobodyNamed
    people = tuple(kept for kept in people if kept.record.closed_on is None)
    return _ask(people[:MOST_SHOWN], people, asker, {}, nobody=nobody)


def _one(found: Kept[Person] | None) -> Kept[Person]:
    assert found is not None, "nobody was not offered"
    return found


class NobodyYet(NothingFound):
    """The vault has nobody in it."""

    hint = say("To add someone, type: inclusion person add")

    def __init__(self) -> None:
        super().__init__(say("There is nobody here yet."))


class NobodyNamed(NothingFound):
    """No person was named and there is no terminal to ask at."""

    exit_code = 2
    hint = say("Add a code to the command, like AK-014.")

    def __init__(self) -> None:
        super().__init__(
            say("Which person? None was named, and nobody is here to ask.")
        )


def _not_one(typed: str, found: People) -> NothingFound:
    if not found:
        return NothingFound(f"{_no_match(typed)}")
    codes = ", ".join(kept.record.code for kept in found)
    return NothingFound(
        say(
            '{found} people match "{typed}": {codes}. Type a code.',
            found=len(found),
            typed=one_line(typed),
            codes=codes,
        )
    )


def _no_match(typed: str) -> str:
    return say(
        'No one matches "{typed}". Try a first name, a last name '
        "or a code like AK-014.",
        typed=one_line(typed),
    )


def _ask(
    shown: People,
    people: People,
    asker: Asker,
    why: Mapping[str, str],
    *,
    nobody: str = "",
) -> Kept[Person] | None:
    """Ask until one person is chosen by number, name or code; None for nobody."""
    none = (f"  0. {nobody}",) if nobody else ()
    notes, error = (*_rows(shown, why), *none), ""
    question = Question(
        "person",
        say("Who? Type a number, or part of a name or a code."),
        say("Who"),
        kind="person",
        grave=True,
    )
    while True:
        try:
            raw = asker.ask(Prompt(question, 0, 0, notes=notes, error=error)).strip()
        except Skip:
            raw = ""
        except (Back, Leave):
            raise LeftForLater(say("Stopped. Nobody was chosen.")) from None
        if raw.isascii() and raw.isdigit():
            if 1 <= int(raw) <= len(shown):
                return shown[int(raw) - 1]
            if nobody and int(raw) == 0:
                return None
            wanted = number_from(tuple(range(0 if nobody else 1, len(shown) + 1)))
            error = say(
                "Type {wanted}, or a name or a code. You typed {raw}.",
                wanted=wanted,
                raw=raw,
            )
            continue
        found = matching(raw, people)
        if len(found) == 1:
            return found[0]
        if not found:
            error = _no_match(raw) if raw else _NOBODY_TYPED
            continue
        shown, error = found[:MOST_SHOWN], ""
        notes = (*_rows(shown, why), *none)


def _rows(people: People, why: Mapping[str, str]) -> tuple[str, ...]:
    alike = (
        (say("These names look alike, so check the code."),)
        if any_alike(people)
        else ()
    )
    rows = []
    for number, kept in enumerate(people, start=1):
        told = f"  {why[kept.file]}" if kept.file in why else ""
        rows.append(f"  {number}. {kept.record.name} ({kept.record.code}){told}")
    return (*alike, *rows)
