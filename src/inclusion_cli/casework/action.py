"""Actions: what somebody will do, that it was done, and whether it worked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inclusion_cli.domain.action import Action
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.store.work import Work


def add_action(work: Work, file: str, action: Action) -> Kept[Action]:
    """Write one action in a person's file, or in the service's."""
    return work.add(action, file=file)
