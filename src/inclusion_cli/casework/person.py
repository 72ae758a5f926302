"""Adding a person, mending a name, closing a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.person import Person, look_alikes
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work


class CodeTaken(RuleSaysNo):
    """Two people cannot share a code."""

    hint = say("Run the command again for the next free code.")

    def __init__(self, code: str) -> None:
        super().__init__(say("The code {code} is taken by another person.", code=code))


def person_from(answers: Mapping[str, Any]) -> Person:
    """Return the person the answers stand for."""
    return Person(answers["code"], answers["name"], answers["known_as"])


def add_person(work: Work, person: Person) -> Saved:
    """Open a file for a person. Raises CodeTaken."""
    others = work.all(Person)
    if any(kept.record.code == person.code for kept in others):
        raise CodeTaken(person.code)
    kept = work.add(person, file=work.new_file())
    work.clear_draft("", "person_add")
    saved = _saved(
        kept, say("Saved: {label}.", label=person.label), ("formulate", person.code)
    )
    alike = and_list(k.record.label for k in look_alikes(person.name, others))
    warning = (
        (say("This name looks like {alike}. Check the code.", alike=alike),)
        if alike
        else ()
    )
    return replace(saved, follows=warning)


def edit_person(work: Work, old: Kept[Person], answers: Mapping[str, Any]) -> Saved:
    """Mend a name; what it said before stays in the log."""
    person = replace(old.record, name=answers["name"], known_as=answers["known_as"])
    kept = work.amend(old, person, reason=answers["reason"])
    work.clear_draft(old.file, "person_edit")
    return _saved(
        kept,
        say("Saved for {label}.", label=person.label),
        ("person", "show", person.code),
    )


def close_person(
    work: Work,
    old: Kept[Person],
    answers: Mapping[str, Any],
    left: tuple[str, ...] = (),
) -> Saved:
    """Close a file. Nothing is deleted; the person is no longer on the lists.

    `left` says what is still open.
    """
    person = replace(
        old.record, closed_on=answers["closed_on"], closed_because=answers["because"]
    )
    kept = work.amend(old, person, reason=say("support ended"))
    work.clear_draft(old.file, "person_close")
    says = say("Closed: {label}. Nothing was deleted.", label=person.label)
    return replace(_saved(kept, says, ("today",)), follows=left)


def _saved(kept: Kept[Person], says: str, then: tuple[str, ...]) -> Saved:
    return Saved(
        says,
        code=kept.record.code,
        kind="person",
        id=kept.id,
        record=kept.record,
        next=then,
    )
