"""Where this computer keeps what is ours."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "settings.json"


def data_folder(environ: Mapping[str, str]) -> str:
    """Return the data folder: INCLUSION_HOME, else the system's local one.

    Local and not roaming: a vault must not travel with a profile.
    """
    if named := environ.get("INCLUSION_HOME"):
        return os.path.abspath(os.path.expanduser(named))
    if sys.platform == "win32":
        home = os.path.join(os.path.expanduser("~"), "AppData", "Local")
        return os.path.join(environ.get("LOCALAPPDATA") or home, "inclusion")
    if sys.platform == "darwin":
        home = os.path.join(os.path.expanduser("~"), "Library", "Application Support")
        return os.path.join(home, "inclusion")
    home = os.path.join(os.path.expanduser("~"), ".local", "share")
    return os.path.join(environ.get("XDG_DATA_HOME") or home, "inclusion")
