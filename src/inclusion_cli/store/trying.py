"""A unit of work that is done and then let go: it shows what would be refused."""

from __future__ import annotations

from inclusion_cli.store.work import Work


class Trying(Work):
    """The work of a dry run: the same acts, the same refusals, and nothing kept."""

    def _keep(self) -> None:
        """Keep nothing."""
