"""Setting up: who works here, and for which service."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.service import Nation, Service, Worker
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.store.work import Work


def set_up_service(work: Work, answers: Mapping[str, str]) -> Saved:
    """Write the service and its first key worker into the service's file."""
    file = work.new_file()
    worker = Worker(answers["worker"], answers["role"])
    kept = work.add(worker, file=file)
    work.add(Service(answers["service"], Nation(answers["nation"])), file=file)
    work.clear_draft("", "setup")
    return Saved(
        say("Your vault is ready, {name}.", name=worker.name),
        kind="worker",
        id=kept.id,
        record=worker,
        next=("person", "add"),
        undo=False,
    )
