"""Home of consents is the same from what is near, however long ago it was."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.domain.action import Action
from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.disclosure import Disclosure, Rests
from inclusion_cli.domain.due_person import due_for
from tests.conftest import NOW

if TYPE_CHECKING:
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person
    from inclusion_cli.store.work import Work

TODAY = NOW.date()
LONG_AGO = TODAY - timedelta(days=900)


@pytest.mark.parametrize("taken_back", [False, True])
@pytest.mark.parametrize("done", [False, True])
@pytest.mark.parametrize("late", [0, 400])
def test_home_is_the_same_years_after_a_consent_ended(
    work: Work, amina: Kept[Person], *, taken_back: bool, done: bool, late: int
) -> None:
    """Who holds what, what was told too late, what was called back: as in the whole."""
    then = NOW - timedelta(days=900)
    consent = Consent(
        ConsentKind.TELL,
        LONG_AGO,
        Answered.GIVEN,
        "to know",
        recipient="The club",
        items=("helps",),
        until=LONG_AGO + timedelta(days=100),
        withdrawn_on=LONG_AGO + timedelta(days=50) if taken_back else None,
    )
    file = amina.file
    kept = work.add(consent, file=file, happened_at=then)
    told = Disclosure(
        LONG_AGO + timedelta(days=late),
        "The club",
        "to know",
        Rests.CONSENT,
        items=("helps",),
        consent=kept.id,
    )
    work.add(told, file=file, happened_at=then + timedelta(days=late))
    if done:
        of = Action("Tell them", "Sam", LONG_AGO, of=kept.id, done_on=TODAY)
        work.add(of, file=file, happened_at=then)

    near, whole = work.near(file, now=NOW), work.casefile(file)

    assert due_for(near, now=NOW) == due_for(whole, now=NOW)
