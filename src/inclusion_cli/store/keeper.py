"""Keep a vault unlocked for a while: idle 10 minutes, two hours at the most.

Where Linux has a kernel keyring, the kernel holds the data key and forgets it by
itself. Elsewhere a small agent process holds it. Neither writes it to a disk.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from inclusion_cli.store.held import Keeper


def keeper(folder: Path) -> Keeper:
    """Return what this computer holds keys with."""
    if sys.platform == "linux":
        from inclusion_cli.store.kernel_keyring import (  # noqa: PLC0415
            KernelKeyring,
            works_here,
        )

        if works_here():
            return KernelKeyring()
    from inclusion_cli.store.agent import AgentKeeper  # noqa: PLC0415 - rarely needed

    return AgentKeeper(folder)
