"""The desk: the open vault, a named worker, a clock, and a way to ask.

It opens and closes; it holds no rule of care. Commands are given one and hand it back.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from inclusion_cli import settings as settings_of
from inclusion_cli.clock import Clock
from inclusion_cli.domain.dates import say_near, say_time
from inclusion_cli.domain.values import Choice, counted
from inclusion_cli.errors import (
    LeftForLater,
    Locked,
    NotUnderstood,
    Stopped,
    VaultMissing,
    WrongPassphrase,
)
from inclusion_cli.interviews import answers, terminal
from inclusion_cli.interviews.gather import Nowhere, ask_one, gather
from inclusion_cli.interviews.person import pick
from inclusion_cli.interviews.question import choose
from inclusion_cli.settings import Call

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person
    from inclusion_cli.domain.service import Worker
    from inclusion_cli.interviews.question import Answers, Form
    from inclusion_cli.settings import Settings
    from inclusion_cli.store.drafts import Draft, Drafts
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.vault import Vault
    from inclusion_cli.store.work import Work

TRIES = 3
CARRY_ON, AFRESH, OTHER = "carry_on", "afresh", "other"
RESUME = (Choice(CARRY_ON, "Carry on"), Choice(AFRESH, "Throw it away and start again"))
RESUME_OR_OTHER = (*RESUME, Choice(OTHER, "Keep it, and do another one"))


class SetUpUnfinished(NotUnderstood):
    """The vault is there and nobody is named in it yet."""

    hint = "To finish setting up, type: inclusion init"

    def __init__(self) -> None:
        super().__init__("Setting up was not finished: nobody is named as key worker.")


class Desk:
    """Where one command works."""

    def __init__(self, call: Call, *, clock: Clock | None = None) -> None:
        self.call = call
        self.settings: Settings = settings_of.load()
        self._clock = clock
        self._vault: Vault | None = None
        self.data_key = b""

    @classmethod
    def at(
        cls,
        vault: Vault,
        data_key: bytes,
        *,
        clock: Clock,
        given: Mapping[str, str | None],
    ) -> Desk:
        """Return a desk over a vault that is open, at a given time, asking nobody."""
        desk = cls(Call(practice=vault.practice, no_input=True), clock=clock)
        desk._vault, desk.data_key = vault, data_key  # noqa: SLF001 - its own
        desk.given = dict(given)
        return desk

    # --- the vault ------------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """Return the folder of the vault this command is about."""
        practice = self.call.practice
        return self.settings.practice_vault if practice else self.settings.vault

    @property
    def practice(self) -> bool:
        """Say whether this is about practice: nobody in it is real."""
        opened = self._vault is not None and self._vault.practice
        return self.call.practice or opened

    @property
    def vault(self) -> Vault:
        """Return the open vault, unlocking it where that is needed."""
        if self._vault is None:
            self._vault = self._opened()
        return self._vault

    def settle(self, vault: Vault, data_key: bytes) -> None:
        """Work with a vault that was opened or made elsewhere."""
        _renew_views(vault)
        self._vault, self.data_key = vault, data_key

    def close(self) -> None:
        """Close the vault, if it was opened."""
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def _opened(self) -> Vault:
        from inclusion_cli.store.vault import exists, open_vault

        if not exists(self.folder):
            raise VaultMissing(str(self.folder))
        self.data_key = self._data_key_now()
        vault = open_vault(self.folder, self.data_key)
        _renew_views(vault)
        return vault

    def _data_key_now(self) -> bytes:
        from inclusion_cli.store.keeper import keeper
        from inclusion_cli.store.keyfile import read_key

        key = read_key(self.folder)
        if key.practice:
            from inclusion_cli.store.keys import open_practice

            return open_practice(key)
        holds = keeper(self.settings.home)
        if self.call.passphrase_fd is None and (held := holds.get(key.vault)):
            return held.data_key
        data_key = self.unlocked_by_passphrase()
        holds.put(key.vault, data_key)
        return data_key

    def unlocked_by_passphrase(self) -> bytes:
        """Return the data key, by a passphrase from the script or the terminal.

        Raises Locked where nobody is there to type it, WrongPassphrase after three.
        """
        from inclusion_cli.store.keyfile import read_key
        from inclusion_cli.store.keys import open_with_passphrase

        key = read_key(self.folder)
        if self.call.passphrase_fd is not None:
            return open_with_passphrase(key, read_fd(self.call.passphrase_fd))
        if self.asker is None:
            raise Locked
        for wait in range(TRIES):
            time.sleep(wait)
            try:
                return open_with_passphrase(key, terminal.secret("Passphrase:"))
            except WrongPassphrase as wrong:
                if wait == TRIES - 1:
                    raise
                self.asker.tell(f"Error: {wrong}")
        raise WrongPassphrase

    # --- time, worker ---------------------------------------------------------------

    @property
    def clock(self) -> Clock:
        """Return the clock; INCLUSION_NOW stops it in a practice vault only."""
        if self._clock is None:
            self._clock = Clock(_now_given() if self.vault.practice else None)
        return self._clock

    @property
    def worker(self) -> Kept[Worker]:
        """Return who works here. Raises SetUpUnfinished where nobody is named."""
        workers = self.reading.workers()
        if not workers:
            raise SetUpUnfinished
        return workers[0]

    # --- reading and writing --------------------------------------------------------

    @property
    def reading(self) -> Reading:
        """Return a way to read the vault."""
        from inclusion_cli.store.reading import Reading

        return Reading(self.vault)

    def writing(self, author: str | None = None) -> Work:
        """Return one unit of work, to be used with `with`."""
        from inclusion_cli.store.work import Work

        return Work(self.vault, self.clock, author or self.worker.id)

    @property
    def drafts(self) -> Drafts:
        """Return the drafts of the vault."""
        from inclusion_cli.store.drafts import Drafts

        return Drafts(self.vault, self.clock)

    # --- asking ---------------------------------------------------------------------

    @cached_property
    def asker(self) -> terminal.Terminal | None:
        """Return the front end, or None where nobody can or wants to be asked."""
        if self.call.no_input or self.call.as_json or not terminal.interactive():
            return None
        return self._front_end()

    def _front_end(self) -> terminal.Terminal:
        plain = settings_of.likes_plain(self.settings, self.call)
        return terminal.Plain() if plain else terminal.Fancy()

    def show_as(self, settings: Settings) -> None:
        """Ask from now on in the way that was just chosen."""
        self.settings = settings
        if self.asker is not None:
            self.asker = self._front_end()

    @cached_property
    def given(self) -> dict[str, str | None]:
        """Return the answers that came with the command; flags win over the file."""
        told = answers.read(self.call.answers) if self.call.answers else {}
        return {**told, **self.call.given}

    def person(self, typed: str | None, *, first: tuple[str, ...] = ()) -> Casefile:
        """Return the casefile of the person meant; `first` are files shown first."""
        people = self.reading.people()
        likely = tuple(kept for file in first for kept in people if kept.file == file)
        found = pick(typed, people, self.asker, first=likely)
        return self.reading.casefile(found.file)

    def anyone(self, typed: str) -> Kept[Person]:
        """Return the person meant, whether the file is closed or not."""
        from dataclasses import replace

        people = self.reading.people()
        open_ = tuple(
            replace(kept, record=replace(kept.record, closed_on=None))
            for kept in people
        )
        found = pick(typed, open_, self.asker)
        return next(kept for kept in people if kept.id == found.id)

    def begin(
        self, typed: str | None, form: str, about: str, *, first: tuple[str, ...] = ()
    ) -> tuple[Casefile, Draft | None]:
        """Return the person a form is about, and the draft to carry on, if any.

        Without a name, drafts of this form come first, the newest foremost. `about`
        says what it is, such as "a debrief for".
        """
        for draft in self._own_drafts(form) if typed is None else ():
            case = self.reading.casefile(draft.subject)
            said = self._what_now(draft, f"{about} {case.label}", RESUME_OR_OTHER)
            if said == CARRY_ON:
                return case, draft
            if said == AFRESH:
                self.drafts.forget(draft.subject, form)
                return case, None
        case = self.person(typed, first=first)
        return case, self.resumed(case.person.file, form, f"{about} {case.label}")

    def _own_drafts(self, form: str) -> tuple[Draft, ...]:
        if self.asker is None:
            return ()
        drafts = reversed(self.drafts.all())
        return tuple(d for d in drafts if d.form == form and (d.answers or d.half))

    def resumed(self, subject: str, form: str, about: str) -> Draft | None:
        """Return a draft the worker wants to carry on, asking about it."""
        draft = self.drafts.find(subject, form)
        if draft is None or self.asker is None:
            return None
        if not draft.answers and not draft.half:
            return draft
        if self._what_now(draft, about, RESUME) == CARRY_ON:
            return draft
        self.drafts.forget(subject, form)
        return None

    def _what_now(self, draft: Draft, about: str, choices: tuple[Choice, ...]) -> str:
        today = self.clock.today()
        started = draft.started_at.astimezone()
        when = f"{say_near(started.date(), today=today)} at {say_time(started)}"
        question = choose("resume", "What now?", "Answer", choices, grave=True)
        assert self.asker is not None
        said: str = ask_one(
            question,
            self.asker,
            f"You started {about}, {when}. "
            f"{counted(len(draft.answers), 'answer')} kept.",
        )
        return said

    def gather(
        self,
        form: Form,
        subject: str,
        *,
        draft: Draft | None = None,
        start: Mapping[str, str | None] | None = None,
        about: Mapping[str, str] | None = None,
        given: Mapping[str, str | None] | None = None,
        again: str,
    ) -> Answers:
        """Return the answers of a form about somebody, kept as they are given.

        `start` are answers an earlier version stands for; `again` is the command that
        carries on after a stop.
        """
        given = self.given if given is None else given
        if self.asker is None:
            return gather(form, {**(start or {}), **given}, None, Nowhere())
        keep: Nowhere | _InDraft = Nowhere()
        if not self.call.dry_run:
            self.drafts.begin(subject, form.name, form.version, about or {})
            keep = _InDraft(self.drafts, subject, form.name)
            self.asker.half = keep.half
        self.asker.practice = self.practice
        drafted = {**(start or {}), **(draft.answers if draft else {})}
        try:
            return gather(
                form,
                given,
                self.asker,
                keep,
                halves=draft.half if draft else {},
                drafted=drafted,
            )
        except (LeftForLater, Stopped) as stop:
            raise type(stop)(self._stopped(form, subject, again)) from None

    def _stopped(self, form: Form, subject: str, again: str) -> str:
        if self.call.dry_run:
            return "Stopped. Nothing was saved."
        draft = self.drafts.find(subject, form.name)
        number = len(draft.answers) if draft else 0
        kept = counted(number, "answer")
        return (
            f"Stopped. {kept} kept for {form.who}. To carry on, type: inclusion {again}"
        )


class _InDraft:
    """Keep answers in the draft of one form about one person."""

    def __init__(self, drafts: Drafts, subject: str, form: str) -> None:
        self._drafts, self._subject, self._form = drafts, subject, form

    def keep(self, key: str, raw: str | None) -> None:
        """Keep an answer before the next question is asked."""
        self._drafts.keep(self._subject, self._form, key, raw)

    def half(self, key: str, text: str) -> None:
        """Keep a line that was typed and not sent."""
        self._drafts.keep_half(self._subject, self._form, key, text)


@contextmanager
def open_desk(call: Call) -> Iterator[Desk]:
    """Return a desk, and close its vault afterwards."""
    desk = Desk(call)
    try:
        yield desk
    finally:
        desk.close()


def read_fd(number: int) -> str:
    """Return the first line that comes through a file descriptor."""
    try:
        with os.fdopen(os.dup(number), encoding="utf-8") as stream:
            return stream.readline().rstrip("\r\n")
    except OSError:
        raise NotUnderstood(
            f"Nothing can be read from file descriptor {number}. "
            "Use it like this: --passphrase-fd 3 3<file"
        ) from None


def _renew_views(vault: Vault) -> None:
    """Fold the views anew where a newer program shapes them differently."""
    (version,) = vault.connection.execute("SELECT views FROM vault").fetchone()
    from inclusion_cli.store.fold import VIEWS_VERSION

    if version != VIEWS_VERSION:
        from inclusion_cli.store.views import rebuild

        rebuild(vault)


def _now_given() -> datetime | None:
    told = os.environ.get("INCLUSION_NOW")
    if not told:
        return None
    try:
        return datetime.fromisoformat(told).astimezone()
    except ValueError:
        raise NotUnderstood(
            f'INCLUSION_NOW must be a date and time, like 2026-11-18T14:00. It is "{told}".'
        ) from None


def notice_clock(desk: Desk) -> None:
    """Say on standard error that a real vault keeps real time."""
    if os.environ.get("INCLUSION_NOW") and not desk.vault.practice:
        sys.stderr.write("INCLUSION_NOW is for practice vaults. It is not used here.\n")
