"""Drafts: each answer durable as it is given, and never in another one's draft."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from inclusion_cli.clock import Clock
from inclusion_cli.errors import ChangedMeanwhile
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.vault import Vault, open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.store.drafts import Draft

WHO, FORM = "file-1", "debrief"


@pytest.fixture
def drafts(vault: Vault, clock: Clock) -> Drafts:
    """Return drafts with one begun."""
    begun = Drafts(vault, clock)
    begun.begin(WHO, FORM, 3, {"step": "step-1"})
    return begun


def there(drafts: Drafts, subject: str = WHO, form: str = FORM) -> Draft:
    """Return a draft that must be there."""
    draft = drafts.find(subject, form)
    assert draft
    return draft


def answers(drafts: Drafts) -> Mapping[str, str | None]:
    """Return the answers of the one draft."""
    return there(drafts).answers


# --- durable ------------------------------------------------------------------------


def test_an_answer_is_on_the_disk_before_the_next_one(
    vault: Vault, drafts: Drafts, clock: Clock, data_key: bytes
) -> None:
    """After every single answer, another window reads all of them."""
    given = {"a": "one", "b": None, "c": "", "d": "vier\n\u202e \U0001f600"}

    for number, (key, value) in enumerate(given.items(), start=1):
        drafts.keep(WHO, FORM, key, value)
        window = open_vault(vault.folder, data_key)
        seen = answers(Drafts(window, clock))
        window.close()
        assert dict(seen) == dict(list(given.items())[:number])


def test_a_draft_tells_what_it_is_of(drafts: Drafts) -> None:
    """Form, version, when it was begun, and what it was asked about."""
    draft = there(drafts)

    assert (draft.subject, draft.form, draft.version) == (WHO, FORM, 3)
    assert draft.started_at == NOW
    assert draft.about == {"step": "step-1"}
    assert (draft.answers, draft.half) == ({}, {})


def test_beginning_again_leaves_the_draft_that_stands(
    vault: Vault, drafts: Drafts
) -> None:
    """What was answered is carried on, with the version it was asked in."""
    drafts.keep(WHO, FORM, "note", "x")

    Drafts(vault, Clock(NOW + timedelta(days=1))).begin(WHO, FORM, 4, {})

    draft = there(drafts)
    assert (draft.version, draft.started_at, draft.answers) == (3, NOW, {"note": "x"})


def test_a_draft_outlives_an_interruption_of_the_save(
    vault: Vault, drafts: Drafts, clock: Clock
) -> None:
    """The save fails, the answers are all there."""
    drafts.keep(WHO, FORM, "note", "x")

    with pytest.raises(ZeroDivisionError), Work(vault, clock, "sam") as work:  # noqa: PT012
        work.clear_draft(WHO, FORM)
        raise ZeroDivisionError

    assert answers(drafts) == {"note": "x"}


def test_drafts_are_outside_the_log(vault: Vault, drafts: Drafts) -> None:
    """They change no head code, and the log is whole with them."""
    before = vault.head()

    drafts.keep(WHO, FORM, "note", "x")

    assert vault.head() == before
    assert verify(vault).holds


def test_an_answer_without_a_draft_is_an_error(drafts: Drafts) -> None:
    """No answer can be kept about nobody in particular."""
    with pytest.raises(ChangedMeanwhile):
        drafts.keep("nobody", FORM, "note", "x")

    assert drafts.find("nobody", FORM) is None


def test_an_answer_to_a_draft_saved_in_another_window_is_refused(
    vault: Vault, drafts: Drafts, clock: Clock, data_key: bytes
) -> None:
    """Exit 13, one sentence; the answer is not kept in a draft nobody began."""
    window = open_vault(vault.folder, data_key)
    with Work(window, clock, "ana") as work:
        work.clear_draft(WHO, FORM)
    window.close()

    with pytest.raises(ChangedMeanwhile) as changed:
        drafts.keep(WHO, FORM, "note", "x")

    assert changed.value.exit_code == 13
    assert str(changed.value) == (
        "This draft changed while you were answering. Nothing was saved over it."
    )


# --- answers and half lines ---------------------------------------------------------


def test_answering_again_replaces_and_keeps_the_order(drafts: Drafts) -> None:
    """Going back changes the answer, not its place."""
    for key in ("first", "second", "third"):
        drafts.keep(WHO, FORM, key, key)

    drafts.keep(WHO, FORM, "first", None)

    assert list(answers(drafts).items()) == [
        ("first", None),
        ("second", "second"),
        ("third", "third"),
    ]


def test_half_a_line_is_kept_and_is_no_answer(drafts: Drafts) -> None:
    """What was typed and not sent comes back as typed, apart from the answers."""
    drafts.keep_half(WHO, FORM, "note", "She wal")
    drafts.keep_half(WHO, FORM, "note", "She walked ho")

    assert answers(drafts) == {}
    assert there(drafts).half == {"note": "She walked ho"}


def test_an_answer_takes_the_place_of_its_half_line(drafts: Drafts) -> None:
    """Once sent, nothing of it is half any more."""
    drafts.keep_half(WHO, FORM, "note", "She wal")
    drafts.keep(WHO, FORM, "note", "She walked home.")

    assert answers(drafts) == {"note": "She walked home."}
    assert there(drafts).half == {}


@pytest.mark.parametrize("answer", ["She walked home.", "", None])
def test_half_a_line_never_takes_the_place_of_an_answer(
    drafts: Drafts, answer: str | None
) -> None:
    """A late autosave cannot turn an answer, or a skip, into half a line."""
    drafts.keep(WHO, FORM, "note", answer)

    drafts.keep_half(WHO, FORM, "note", "She wal")

    assert answers(drafts) == {"note": answer}
    assert there(drafts).half == {}


# --- forgetting ---------------------------------------------------------------------


def test_forgetting_some_answers_leaves_the_others(drafts: Drafts) -> None:
    """Answers that no longer belong go; the draft and the rest stay."""
    for key in ("a", "b", "c"):
        drafts.keep(WHO, FORM, key, key)

    drafts.forget(WHO, FORM, ("a", "c", "never there"))

    assert answers(drafts) == {"b": "b"}


def test_forgetting_a_draft_takes_its_answers_with_it(
    vault: Vault, drafts: Drafts
) -> None:
    """Begun anew, nothing of the old one comes back."""
    drafts.keep(WHO, FORM, "note", "x")

    drafts.forget(WHO, FORM)

    assert drafts.find(WHO, FORM) is None
    assert drafts.all() == ()
    left = vault.connection.execute("SELECT count(*) FROM draft_answer").fetchone()
    assert left == (0,)
    drafts.begin(WHO, FORM, 3, {})
    assert answers(drafts) == {}


def test_drafts_are_listed_oldest_first(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the moment they were begun: the night the clocks go back too."""
    monkeypatch.setenv("TZ", "Europe/London")
    __import__("time").tzset()
    summer = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 1:30am, before they go back
    for hours, subject in enumerate(("first", "second", "third")):
        moment = summer + timedelta(minutes=40 * hours)  # 1:10am, and 1:50am, after
        Drafts(vault, Clock(moment)).begin(subject, FORM, 1, {})

    listed = [draft.subject for draft in Drafts(vault, Clock(NOW)).all()]
    monkeypatch.undo()
    __import__("time").tzset()

    assert listed == ["first", "second", "third"]
