"""A unit of work that is done and then let go: it shows what would be refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.store.vault import honest, undo
from inclusion_cli.store.work import Work

if TYPE_CHECKING:
    from types import TracebackType


class Trying(Work):
    """The work of a dry run: the same acts, the same refusals, and nothing kept."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Keep nothing. Raises what was raised in it."""
        try:
            with honest(self.vault.folder):
                if error is not None:
                    raise error
        finally:
            undo(self.vault.connection)
