"""The vault: open, locked, proved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.receipts import VaultState, Verified
from inclusion_cli.domain.values import counted
from inclusion_cli.screens.page import Block, Line, Page, page
from inclusion_cli.screens.saved import next_line

if TYPE_CHECKING:
    from collections.abc import Iterator


def picture(record: VaultState | Verified) -> Page:
    """Return the state of the vault, or the proof of it, as a page."""
    if isinstance(record, VaultState):
        return _state(record)
    return page(*_verified(record))


def _state(state: VaultState) -> Page:
    return page(
        Line(state.says),
        Line(
            f"It locks by itself after 10 minutes without use, "
            f"and after 2 hours at the latest. "
            f"{counted(state.minutes, 'minute')} until then."
        )
        if state.minutes
        else None,
        Line(f"Recovery code, shown once: {state.recovery_code}", strong=True)
        if state.recovery_code
        else None,
        next_line(state.next),
    )


def _does_not_fit(found: Verified) -> Iterator[Block]:
    """Say that a code does not fit; it may have been typed wrongly."""
    yield Line("That code and number do not fit this vault.", strong=True)
    yield Line("Read both from the paper once more, and type them again.")
    what = found.faults[0].what
    yield Line(f"If they are right: {what}. Then change nothing more and get help.")


def _verified(found: Verified) -> Iterator[Block]:
    entries = f"{found.entries:,} {'entry' if found.entries == 1 else 'entries'}"
    if found.holds:
        since = " Unchanged since that code was made." if found.against else ""
        yield Line(f"All of it holds: {entries}.{since}", strong=True)
    elif not found.fits and len(found.faults) == 1:
        yield from _does_not_fit(found)
    else:
        yield Line("This vault is not as it was left.", strong=True)
        for fault in found.faults:
            where = f"Entry {fault.number:,} ({fault.entry}): " if fault.entry else ""
            yield Line(f"{where}{fault.what}.", indent=2)
        yield Line("Change nothing more. Keep the files and get help.")
    yield Line(f"Head code: {found.head} · {found.entries:,}")
    yield Line(
        "Kept by somebody else, this code proves later that nothing was changed."
    )
