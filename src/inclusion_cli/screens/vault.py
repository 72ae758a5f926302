"""The vault: open, locked, proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.receipts import VaultState, Verified
from inclusion_cli.screens.page import Block, Line
from inclusion_cli.screens.saved import next_line
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from collections.abc import Iterator


def picture(record: VaultState | Verified) -> Iterator[Block | None]:
    """Return the state of the vault, or the proof of it, as a page."""
    if isinstance(record, VaultState):
        return _state(record)
    return _verified(record)


def _state(state: VaultState) -> Iterator[Block | None]:
    yield Line(state.says)
    if state.minutes:
        yield Line(
            say(
                "It locks by itself after 10 minutes without use, and "
                "after 2 hours at the latest. {minutes} until then.",
                minutes=say_many("{number} minute", "{number} minutes", state.minutes),
            )
        )
    if code := state.recovery_code:
        told = say("Recovery code, shown once: {recovery_code}", recovery_code=code)
        yield Line(told, strong=True)
    yield next_line(state.next)


def _does_not_fit(found: Verified) -> Iterator[Block]:
    """Say that a code does not fit; it may have been typed wrongly."""
    yield Line(say("That code and number do not fit this vault."), strong=True)
    yield Line(say("Read both from the paper once more, and type them again."))
    what = found.faults[0].what
    yield Line(
        say(
            "If they are right: {what}. Then change nothing more and get help.",
            what=what,
        )
    )


def _verified(found: Verified) -> Iterator[Block]:
    entries = (
        f"{found.entries:,} {(say('entry') if found.entries == 1 else say('entries'))}"
    )
    if found.holds:
        since = say(" Unchanged since that code was made.") if found.against else ""
        yield Line(
            say("All of it holds: {entries}.{since}", entries=entries, since=since),
            strong=True,
        )
    elif not found.fits and len(found.faults) == 1:
        yield from _does_not_fit(found)
    else:
        yield Line(say("This vault is not as it was left."), strong=True)
        for fault in found.faults:
            where = (
                say(
                    "Entry {number} ({entry}): ",
                    number=f"{fault.number:,}",
                    entry=fault.entry,
                )
                if fault.entry
                else ""
            )
            yield Line(f"{where}{fault.what}.", indent=2)
        yield Line(say("Change nothing more. Keep the files and get help."))
    yield Line(
        say(
            "Head code: {head} · {entries}",
            head=found.head,
            entries=f"{found.entries:,}",
        )
    )
    yield Line(
        say("Kept by somebody else, this code proves later that nothing was changed.")
    )
