"""The desk: the open vault, a named worker, a clock, and a way to ask.

It opens and closes; it holds no rule of care. Commands are given one and hand it back.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from inclusion_cli import settings as settings_of
from inclusion_cli.clock import Clock
from inclusion_cli.domain.defaults import SHIPPED, Defaults
from inclusion_cli.errors import InclusionError, NotUnderstood
from inclusion_cli.settings import Call
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person
    from inclusion_cli.domain.service import Worker
    from inclusion_cli.interviews.lines import Terminal
    from inclusion_cli.settings import Settings
    from inclusion_cli.store.drafts import Drafts
    from inclusion_cli.store.reading import Reading
    from inclusion_cli.store.search import Search
    from inclusion_cli.store.turns import Turns
    from inclusion_cli.store.vault import Vault
    from inclusion_cli.store.work import Work


class SetUpUnfinished(NotUnderstood):
    """The vault is there and nobody is named in it yet."""

    hint = say("To finish setting up, type: inclusion init")

    def __init__(self, *, named: bool = False) -> None:
        left = (
            say("One thing is left: the recovery code.")
            if named
            else say("Setting up was not finished: nobody is named as key worker.")
        )
        super().__init__(left)


class Desk:
    """Where one command works."""

    def __init__(self, call: Call, *, clock: Clock | None = None) -> None:
        self.call = call
        self.settings: Settings = settings_of.load()
        self._clock = clock
        self._vault: Vault | None = None
        self.data_key = b""
        self._said: set[str] = set()

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
        desk._vault, desk.data_key = vault, data_key
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

    def unlock(self) -> None:
        """Open the vault before anything is asked: no secret is typed in the clear."""
        _opened = self.vault

    def settle(self, vault: Vault, data_key: bytes) -> None:
        """Work with a vault that was opened or made elsewhere."""
        from inclusion_cli.opening import renew_views

        renew_views(vault)
        self._vault, self.data_key = vault, data_key

    def close(self) -> None:
        """Close the vault, if it was opened, and let go of the drafts held here."""
        if "turns" in self.__dict__:
            self.turns.close()
        if self._vault is None:
            return
        if self._vault.views is not None:  # something was written, and is kept
            with suppress(InclusionError, OSError):
                self._vault.note_mark()
        self._vault.close()
        self._vault = None

    def _opened(self) -> Vault:
        from inclusion_cli.opening import opened

        vault, self.data_key = opened(
            self.folder, self.settings.home, self.call, lambda: self.asker
        )
        return vault

    def unlocked_by_passphrase(self) -> bytes:
        """Return the data key, by a passphrase from the script or the terminal."""
        from inclusion_cli.opening import by_passphrase

        return by_passphrase(self.folder, self.call, self.asker)

    # --- time, worker ---------------------------------------------------------------

    @property
    def clock(self) -> Clock:
        """Return the clock; INCLUSION_NOW stops it in a practice vault only."""
        if self._clock is None:
            from inclusion_cli.opening import practice_clock

            self._clock = practice_clock() if self.vault.practice else Clock()
        return self._clock

    @property
    def worker(self) -> Kept[Worker]:
        """Return who works here. Raises SetUpUnfinished where nobody is named."""
        workers = self.reading.workers()
        if not workers:
            raise SetUpUnfinished(named=self._named_in_a_draft())
        return workers[0]

    def _named_in_a_draft(self) -> bool:
        """Say whether all that setting up asks is answered, and kept."""
        from inclusion_cli.interviews.setup import service_form, service_questions

        draft = self.drafts.find("", service_form().name)
        asked = {question.key for question in service_questions()}
        return draft is not None and asked <= draft.answers.keys()

    @cached_property
    def defaults(self) -> Defaults:
        """Return the numbers the service works with: its own, or as shipped."""
        if not (self.settings.data / "defaults.json").is_file():
            return SHIPPED
        from inclusion_cli.shipped import defaults

        return defaults(self.settings.data, self.told)

    def told(self, sentence: str) -> None:
        """Say at once, and once, why a data file of the service's own is not used."""
        if sentence not in self._said:
            self._said.add(sentence)
            from inclusion_cli.interviews.layout import wrapped

            sys.stderr.write(f"{wrapped(sentence)}\n")

    # --- reading and writing --------------------------------------------------------

    @property
    def reading(self) -> Reading:
        """Return a way to read the vault."""
        from inclusion_cli.store.reading import Reading

        return Reading(self.vault)

    @property
    def search(self) -> Search:
        """Return a way to find records, and to read what was said before."""
        from inclusion_cli.store.search import Search

        return Search(self.vault)

    def reading_then(self, moment: datetime) -> Reading:
        """Return a way to read what was known at an earlier moment."""
        from inclusion_cli.store.then import ReadingThen

        return ReadingThen(self.vault, moment)

    def writing(self, author: str | None = None) -> Work:
        """Return one unit of work, to be used with `with`; a dry run keeps nothing."""
        from inclusion_cli.store.trying import Trying
        from inclusion_cli.store.work import Work

        kind, who = Trying if self.call.dry_run else Work, author or self.worker.id
        return kind(self.vault, self.clock, who, mine=self.turns.take)

    @property
    def drafts(self) -> Drafts:
        """Return the drafts of the vault."""
        from inclusion_cli.store.drafts import Drafts

        return Drafts(self.vault, self.clock)

    @cached_property
    def turns(self) -> Turns:
        """Return whose turn it is with a draft: one window at a time."""
        from inclusion_cli.store.turns import Turns

        return Turns(self.vault.folder)

    # --- asking ---------------------------------------------------------------------

    @cached_property
    def asker(self) -> Terminal | None:
        """Return the front end, or None where nobody can or wants to be asked."""
        if self.call.no_input or self.call.as_json:
            return None
        from inclusion_cli.interviews.tty import interactive

        return self._front_end() if interactive() else None

    def _front_end(self) -> Terminal:
        if settings_of.likes_plain(self.settings, self.call):
            from inclusion_cli.interviews.lines import Plain

            return Plain()
        from inclusion_cli.interviews.terminal import Fancy

        return Fancy()

    def show_as(self, settings: Settings) -> None:
        """Ask from now on in the way that was just chosen."""
        self.settings = settings
        if self.asker is not None:
            self.asker = self._front_end()

    @cached_property
    def given(self) -> dict[str, str | None]:
        """Return the answers that came with the command; flags win over the file."""
        from inclusion_cli.interviews import answers

        told = answers.read(self.call.answers) if self.call.answers else {}
        return {**told, **self.call.given}

    def person(
        self, typed: str | None, *, first: Mapping[str, str] | None = None
    ) -> Casefile:
        """Return the casefile of the person meant.

        `first` are files to show before anything is typed, each with why.
        """
        from inclusion_cli.interviews.picking import pick

        people = self.reading.people()
        found = pick(typed, people, self.asker, first=first or {})
        return self.reading.casefile(found.file)

    def anyone(self, typed: str) -> Kept[Person]:
        """Return the person meant, whether the file is closed or not."""
        from inclusion_cli.domain.record import replace
        from inclusion_cli.interviews.picking import pick

        people = self.reading.people()
        open_ = tuple(
            replace(kept, record=replace(kept.record, closed_on=None))
            for kept in people
        )
        found = pick(typed, open_, self.asker)
        return next(kept for kept in people if kept.id == found.id)


@contextmanager
def open_desk(call: Call) -> Iterator[Desk]:
    """Return a desk, and close its vault afterwards."""
    desk = Desk(call)
    try:
        yield desk
    except Exception as error:
        from inclusion_cli.store.vault import in_our_words

        ours = in_our_words(error, desk.folder)
        if ours is error:
            raise
        raise ours from None
    finally:
        desk.close()
