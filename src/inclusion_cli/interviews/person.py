"""What is asked about a person, and how one is picked without mistaking another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from inclusion_cli.domain.person import People, Person, look_alikes, next_code
from inclusion_cli.domain.values import Choice, a_name, and_list
from inclusion_cli.interviews import checks
from inclusion_cli.interviews.days import day_been
from inclusion_cli.interviews.question import Answers, Form, Question, choose, raw_of
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from inclusion_cli.domain.kept import Kept

_CODE = re.compile(r"[A-Z]{2}-\d{3,}")
REASONS = (
    Choice("moved", say("Moved on to another home or service")),
    Choice("no_longer_needs", say("Support is no longer needed")),
    Choice("person_ended", say("The person ended it")),
    Choice("died", say("The person died")),
    Choice("other", say("Another reason")),
)


TWICE = say("Is this another person? Then type the name once more.")


def add_form(people: People) -> Form:
    """Return what is asked to add a person."""
    return Form(
        name="person_add",
        title=say("Add a person"),
        questions=lambda answers: add_questions(people, answers),
        header=say("Add a person"),
        who=say("a new person"),
        save="save",
    )


def add_questions(people: People, answers: Answers) -> Iterator[Question]:
    """Return the questions of a new person."""
    taken = [kept.record.code for kept in people]
    yield _name(people)
    name = answers.get("name") or ""
    yield _known_as(name.split()[0] if name else "")
    yield Question(
        "code",
        say("Which code stands for them on lists and papers?"),
        say("Code"),
        lambda raw: _code(raw, taken),
        "code",
        hint=say("Two letters and a number, such as AK-014. It never changes."),
        default=next_code(name, taken) if name else "",
    )


def edit_form(kept: Kept[Person], people: People) -> Form:
    """Return what is asked to mend a person's name."""
    others = tuple(other for other in people if other.file != kept.file)
    return Form(
        name="person_edit",
        title=say("Mend a name"),
        questions=lambda _answers: edit_questions(kept, others),
        header=say("{label}. What should it say?", label=kept.record.label),
        who=kept.record.label,
    )


def edit_questions(kept: Kept[Person] | None, others: People) -> Iterator[Question]:
    """Return the questions of a mended name; the code never changes."""
    yield _name(others, raw_of(kept.record.name) if kept else "")
    yield _known_as(raw_of(kept.record.known_as) if kept else "")
    yield Question("reason", say("Why does it change?"), say("Why"))


def _name(others: People, default: str = "") -> Question:
    return Question(
        "name",
        say("What is their full name?"),
        say("Name"),
        _full_name,
        own=True,
        default=default,
        doubt=lambda value, _answers: _alike(value, others),
        twice=TWICE,
    )


def _known_as(default: str) -> Question:
    return Question(
        "known_as",
        say("What do they like to be called?"),
        say("Called"),
        a_name,
        own=True,
        default=default,
    )


def close_form(kept: Kept[Person], today: date, left: tuple[str, ...] = ()) -> Form:
    """Return what is asked to close a person's file; `left` is what is open still."""
    return Form(
        name="person_close",
        title=say("Close a file"),
        questions=lambda answers: close_questions(kept, today, answers, left),
        header=say(
            "{label}. Close the file. Nothing is deleted.", label=kept.record.label
        ),
        who=kept.record.label,
        save=_closes(kept, left),
    )


def _closes(kept: Kept[Person], left: tuple[str, ...]) -> str:
    """Return what S does on the check page, with how much is open still."""
    label = kept.record.label
    if not left:
        return say("close the file of {label}", label=label)
    return say(
        "close the file of {label}, with {things} still open",
        label=label,
        things=say_many("{number} thing", "{number} things", len(left)),
    )


def close_questions(
    kept: Kept[Person] | None,
    today: date,
    _answers: Answers,
    left: tuple[str, ...] = (),
) -> Iterator[Question]:
    """Return the questions of a closed file."""
    yield day_been(
        "closed_on",
        say("On which day did support end?"),
        say("Last day"),
        today,
        default=raw_of(today),
        constraint=lambda day, _answers: _in_its_time(day, today, kept),
    )
    yield choose("because", say("Why did it end?"), say("Why"), REASONS, grave=True)
    yield Question(
        "confirm",
        say("Type the code {code} to close this file.", code=kept.record.code)
        if kept
        else say("Type the code to close this file."),
        say("Code"),
        lambda raw: _same_code(raw, kept.record.code if kept else ""),
        "code",
        grave=True,
        before=lambda _a: still_open(left),
    )


def still_open(left: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is said before a file is closed: what is open, or nothing."""
    return (say("Still open:"), *left) if left else ()


def _in_its_time(day: date, today: date, kept: Kept[Person] | None) -> None:
    checks.not_ahead(day, today)
    opened = kept.happened_at.date() if kept else None
    checks.not_before(day, opened, say("this file was opened"))


def _same_code(raw: str, code: str) -> str:
    if code and raw.strip().upper() != code:
        raise ValueError(say("must be {code}, the code of this person", code=code))
    return raw.strip().upper()


def _full_name(raw: str) -> str:
    name = a_name(raw)
    if _CODE.fullmatch(name.upper()):
        raise ValueError(say("is a code. Type the name of the person"))
    return name


def _code(raw: str, taken: Iterable[str]) -> str:
    code = raw.strip().upper()
    if not _CODE.fullmatch(code):
        raise ValueError(
            say("must be two letters, a dash and a number, such as AK-014")
        )
    if code in taken:
        raise ValueError(say("is taken by another person"))
    return code


def _alike(name: str, people: People) -> str | None:
    found = look_alikes(name, people)
    if not found:
        return None
    codes = and_list(
        f"{one_line(kept.record.name)} ({kept.record.code})" for kept in found
    )
    return say("This name looks like {codes}.", codes=codes)
