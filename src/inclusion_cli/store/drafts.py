"""Drafts: an interview not finished, one row per answer, kept as it is given.

Keyed by person and form, so that no draft can be taken for another person's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as sql

from inclusion_cli.domain.record import record
from inclusion_cli.errors import ChangedMeanwhile
from inclusion_cli.store.vault import honest
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.clock import Clock
    from inclusion_cli.store.vault import Vault

ANSWERED, SKIPPED, HALF = "answered", "skipped", "half"
Mine = Callable[[str, str], bool]
"""Says of a draft, by subject and form, whether no other window has it open."""


def nobody_elses(_subject: str, _form: str) -> bool:
    """Say that no other window has a draft open."""
    return True


def clear(cursor: sql.Cursor, subject: str, form: str, *, mine: Mine) -> None:
    """Throw away a draft that was finished, within a transaction.

    One that is open in another window is not what was finished here: it stays.
    """
    where = "FROM draft WHERE subject = ? AND form = ?"
    there = cursor.execute(f"SELECT 1 {where}", (subject, form)).fetchone()
    if there and mine(subject, form):
        cursor.execute(f"DELETE {where}", (subject, form))


class FinishedElsewhere(ChangedMeanwhile):
    """Another window saved this draft, or threw it away."""

    hint = say("Look at what was saved before you begin again.")

    def __init__(self) -> None:
        super().__init__(say("This draft"))


@record
class Draft:
    """A draft as it was found. `half` is a line typed but not sent, by question.

    `about` holds what the questions were asked about, such as the step.
    """

    subject: str
    form: str
    version: int
    started_at: datetime
    about: Mapping[str, str]
    answers: Mapping[str, str | None]
    half: Mapping[str, str]


class Drafts:
    """Keep drafts in a vault, each answer durable before the next is asked."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault, self._clock = vault, clock
        self._cursor = vault.connection.cursor()

    def find(self, subject: str, form: str) -> Draft | None:
        """Return the draft of a form about somebody, if one was begun."""
        head = self._cursor.execute(
            "SELECT version, started_at, about FROM draft "
            "WHERE subject = ? AND form = ?",
            (subject, form),
        ).fetchone()
        if head is None:
            return None
        version, started, about = head
        rows = self._cursor.execute(
            "SELECT key, state, value FROM draft_answer "
            "WHERE subject = ? AND form = ? ORDER BY rowid",
            (subject, form),
        ).fetchall()
        return Draft(
            subject,
            form,
            version,
            datetime.fromisoformat(started),
            json.loads(about),
            {k: value if s == ANSWERED else None for k, s, value in rows if s != HALF},
            {k: value for k, s, value in rows if s == HALF and value},
        )

    def all(self) -> tuple[Draft, ...]:
        """Return every draft, oldest first."""
        rows = self._cursor.execute(
            "SELECT subject, form FROM draft ORDER BY started_at"
        ).fetchall()
        found = (self.find(subject, form) for subject, form in rows)
        return tuple(draft for draft in found if draft)

    def begin(
        self, subject: str, form: str, version: int, about: Mapping[str, str]
    ) -> None:
        """Begin a draft, or leave the one that stands."""
        self._write(
            "INSERT INTO draft (subject, form, version, started_at, about) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (subject, form) DO NOTHING",
            subject,
            form,
            version,
            self._clock.now().astimezone(UTC).isoformat(timespec="microseconds"),
            json.dumps(about),
        )

    def keep(self, subject: str, form: str, key: str, value: str | None) -> None:
        """Keep an answer; None is "skipped"."""
        state = SKIPPED if value is None else ANSWERED
        self._put(subject, form, key, state, value or "")

    def keep_half(self, subject: str, form: str, key: str, text: str) -> None:
        """Keep a line that was typed but not sent, where no answer stands."""
        self._write(
            f"{_PUT} WHERE draft_answer.state = 'half'",
            *(subject, form, key, HALF, text, self._clock.now().isoformat()),
        )

    def forget(self, subject: str, form: str, keys: tuple[str, ...] = ()) -> None:
        """Throw some answers away, or the whole draft."""
        for key in keys:
            self._write(
                "DELETE FROM draft_answer WHERE subject = ? AND form = ? AND key = ?",
                *(subject, form, key),
            )
        if not keys:
            self._write(
                "DELETE FROM draft WHERE subject = ? AND form = ?", subject, form
            )

    def _put(self, subject: str, form: str, key: str, state: str, value: str) -> None:
        now = self._clock.now().isoformat()
        self._write(_PUT, subject, form, key, state, value, now)

    def _write(self, statement: str, *args: Any) -> None:
        try:
            with honest(self._vault.folder):
                self._cursor.execute(statement, args)
        except sql.IntegrityError:  # its draft is gone: saved, or thrown away
            raise FinishedElsewhere from None


_PUT = (
    "INSERT INTO draft_answer (subject, form, key, state, value, at) "
    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (subject, form, key) DO UPDATE "
    "SET state = excluded.state, value = excluded.value, at = excluded.at"
)
