"""What is asked about a person, and how one is picked without mistaking another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from inclusion_cli.domain.dates import Leaning, parse_day
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.person import (
    People,
    Person,
    any_alike,
    look_alikes,
    matching,
    next_code,
)
from inclusion_cli.domain.values import Choice, and_list, words
from inclusion_cli.errors import LeftForLater, NothingFound
from inclusion_cli.interviews.gather import Asker, Back, Leave, Prompt, Skip
from inclusion_cli.interviews.question import Answers, Form, Question, choose, raw_of
from inclusion_cli.plain import one_line

MOST_SHOWN = 9
_CODE = re.compile(r"[A-Z]{2}-\d{3,}")
REASONS = (
    Choice("moved", "Moved on to another home or service"),
    Choice("no_longer_needs", "Support is no longer needed"),
    Choice("person_ended", "The person ended it"),
    Choice("died", "The person died"),
    Choice("other", "Another reason"),
)


def add_form(people: People) -> Form:
    """Return what is asked to add a person."""
    return Form(
        name="person_add",
        title="Add a person",
        questions=lambda answers: add_questions(people, answers),
        header="Add a person",
        who="A new person",
        save="save",
    )


def add_questions(people: People, answers: Answers) -> Iterator[Question]:
    """Return the questions of a new person."""
    taken = [kept.record.code for kept in people]
    yield Question(
        "name",
        "What is their full name?",
        "Name",
        _name,
        doubt=lambda value, _answers: _alike(value, people),
    )
    name = answers.get("name") or ""
    yield Question(
        "known_as",
        "What do they like to be called?",
        "Called",
        default=name.split()[0] if name else "",
    )
    yield Question(
        "code",
        "Which code stands for them on lists and papers?",
        "Code",
        lambda raw: _code(raw, taken),
        "code",
        hint="Two letters and a number, such as AK-014. It never changes.",
        default=next_code(name, taken) if name else "",
    )


def edit_form(kept: Kept[Person], people: People) -> Form:
    """Return what is asked to mend a person's name."""
    others = tuple(other for other in people if other.file != kept.file)
    return Form(
        name="person_edit",
        title="Mend a name",
        questions=lambda _answers: edit_questions(kept, others),
        header=f"{kept.record.label}. What should it say?",
        who=kept.record.label,
        save=f"save for {kept.record.known_as}",
    )


def edit_questions(kept: Kept[Person] | None, others: People) -> Iterator[Question]:
    """Return the questions of a mended name; the code never changes."""
    yield Question(
        "name",
        "What is their full name?",
        "Name",
        _name,
        default=raw_of(kept.record.name) if kept else "",
        doubt=lambda value, _answers: _alike(value, others),
    )
    yield Question(
        "known_as",
        "What do they like to be called?",
        "Called",
        default=raw_of(kept.record.known_as) if kept else "",
    )
    yield Question("reason", "Why does it change?", "Why")


def close_form(kept: Kept[Person], today: date) -> Form:
    """Return what is asked to close a person's file."""
    return Form(
        name="person_close",
        title="Close a file",
        questions=lambda answers: close_questions(kept, today, answers),
        header=f"{kept.record.label}. Close the file. Nothing is deleted.",
        who=kept.record.label,
        save=f"close the file of {kept.record.known_as}",
    )


def close_questions(
    kept: Kept[Person] | None, today: date, _answers: Answers
) -> Iterator[Question]:
    """Return the questions of a closed file."""
    yield Question(
        "closed_on",
        "On which day did support end?",
        "Last day",
        lambda raw: parse_day(raw, today=today, leaning=Leaning.BACK),
        "day",
        default=raw_of(today),
        constraint=lambda day, _answers: _not_ahead(day, today),
    )
    yield choose("because", "Why did it end?", "Why", REASONS, grave=True)
    yield Question(
        "confirm",
        f"Type the code {kept.record.code} to close this file."
        if kept
        else "Type the code to close this file.",
        "Code",
        lambda raw: _same_code(raw, kept.record.code if kept else ""),
        "code",
        grave=True,
    )


def _not_ahead(day: date, today: date) -> None:
    if day > today:
        raise ValueError("cannot be later than today")


def _same_code(raw: str, code: str) -> str:
    if code and raw.strip().upper() != code:
        raise ValueError(f"must be {code}, the code of this person")
    return raw.strip().upper()


def _name(raw: str) -> str:
    name = " ".join(words(raw).split())
    if not any(letter.isalpha() for letter in name):
        raise ValueError("must have letters in it")
    return name


def _code(raw: str, taken: Iterable[str]) -> str:
    code = raw.strip().upper()
    if not _CODE.fullmatch(code):
        raise ValueError("must be two letters, a dash and a number, such as AK-014")
    if code in taken:
        raise ValueError("is taken by another person")
    return code


def _alike(name: str, people: People) -> str | None:
    found = look_alikes(name, people)
    if not found:
        return None
    codes = and_list(
        f"{one_line(kept.record.name)} ({kept.record.code})" for kept in found
    )
    return f"This name looks like {codes}. They are two people?"


# --- picking ------------------------------------------------------------------------


def pick(
    typed: str | None,
    people: People,
    asker: Asker | None,
    *,
    first: People = (),
) -> Kept[Person]:
    """Return the person meant by what was typed, asking where it is not clear.

    `first` are the people shown before anything is typed. Nobody is ever chosen by
    default. Raises NothingFound; LeftForLater where the worker leaves.
    """
    people = tuple(kept for kept in people if kept.record.closed_on is None)
    if not people:
        raise NobodyYet
    if typed is not None:
        found = matching(typed, people)
        if len(found) == 1:
            return found[0]
        if asker is None or not found:
            raise _not_one(typed, found)
        return _ask(found, people, asker)
    if asker is None:
        raise NobodyNamed
    return _ask(first or people[:MOST_SHOWN], people, asker)


class NobodyYet(NothingFound):
    """The vault has nobody in it."""

    hint = "To add someone, type: inclusion person add"

    def __init__(self) -> None:
        super().__init__("There is nobody here yet.")


class NobodyNamed(NothingFound):
    """No person was named and there is no terminal to ask at."""

    exit_code = 2
    hint = "Add a code to the command, like AK-014."

    def __init__(self) -> None:
        super().__init__("Which person? None was named, and nobody is here to ask.")


def _not_one(typed: str, found: People) -> NothingFound:
    if not found:
        return NothingFound(f"{_no_match(typed)}")
    codes = ", ".join(kept.record.code for kept in found)
    return NothingFound(
        f'{len(found)} people match "{one_line(typed)}": {codes}. Type a code.'
    )


def _no_match(typed: str) -> str:
    return (
        f'No one matches "{one_line(typed)}". '
        "Try a first name, a last name or a code like AK-014."
    )


def _ask(shown: People, people: People, asker: Asker) -> Kept[Person]:
    """Ask until one person is chosen by number, name or code."""
    notes, error = _rows(shown), ""
    question = Question(
        "person",
        "Who? Type a number, or part of a name or a code.",
        "Who",
        kind="person",
        grave=True,
    )
    while True:
        try:
            raw = asker.ask(Prompt(question, 0, 0, notes=notes, error=error)).strip()
        except Skip:
            raw = ""
        except (Back, Leave):
            raise LeftForLater from None
        if raw.isascii() and raw.isdigit():
            if 1 <= int(raw) <= len(shown):
                return shown[int(raw) - 1]
            error = f"Who must be a number from 1 to {len(shown)}. You typed {raw}."
            continue
        found = matching(raw, people)
        if len(found) == 1:
            return found[0]
        if not found:
            error = _no_match(raw) if raw else "Who is needed. Type a number or a name."
            continue
        shown, notes, error = found[:MOST_SHOWN], _rows(found[:MOST_SHOWN]), ""


def _rows(people: People) -> tuple[str, ...]:
    alike = ("These names look alike, so check the code.",) if any_alike(people) else ()
    return (
        *alike,
        *(
            f"  {number}. {kept.record.name} ({kept.record.code})"
            for number, kept in enumerate(people, start=1)
        ),
    )
