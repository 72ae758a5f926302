"""The power goes while the key is written anew: one secret opens it, always."""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING

from inclusion_cli.errors import InclusionError
from inclusion_cli.store import keys
from inclusion_cli.store.folder import KEY_COPY, KEY_FILE
from inclusion_cli.store.keyfile import read_key, write_key
from tests.store.crashing import recorded
from tests.store.making import CODE, PASSPHRASE, own_key
from tests.store.tracing import clean, needs_strace, run

if TYPE_CHECKING:
    from pathlib import Path

    from tests.store.crashing import Recording

pytestmark = needs_strace

SEED = 20261118
NEW = "thimble orchard quartz bicycle nine"
PROGRAM = """
import os, sys
from pathlib import Path
from inclusion_cli.store import keyfile, keys
if sys.argv[1] == "careless":
    os.fsync = lambda handle: None
folder, data_key = Path(sys.argv[2]), bytes(range(32))
fresh = keys.seal(
    data_key, vault="vault-1", passphrase=sys.argv[3],
    recovery=keys.recovery_public("vault-1", sys.argv[4]),
    stretch=keyfile.Stretch(8, 1, 1),
)
keyfile.write_key(folder, fresh)
os.write(1, b"The passphrase is changed.")
"""


def changing(tmp_path: Path, how: str) -> Recording:
    """Let the passphrase be changed; return all that was done to the folder."""
    folder = tmp_path / "vault"
    folder.mkdir()
    write_key(folder, own_key(bytes(range(32)), "vault-1"))
    first = {path.name: path.read_bytes() for path in folder.iterdir()}
    words = [sys.executable, "-c", PROGRAM, how, str(folder), NEW, CODE]
    run(tmp_path / "trace", *words, env=clean(folder), stdin="")
    return recorded(tmp_path / "trace", folder, first)


def wrong(folder: Path, *, changed: bool) -> str:
    """Return what is wrong with a key after a crash, "" for nothing."""
    try:
        key = read_key(folder)
    except InclusionError as error:
        return str(error)
    opens = []
    for secret in (PASSPHRASE, NEW):
        try:
            opens.append(keys.open_with_passphrase(key, secret) == bytes(range(32)))
        except InclusionError:
            opens.append(False)
    if sum(opens) != 1:
        return f"{sum(opens)} passphrases open it"
    return "" if opens[1] or not changed else "the old passphrase is back"


def simulated(recording: Recording, disk: Path) -> list[str]:
    """Try every moment in forty ways; return what was wrong."""
    moments, tried, faults = list(range(len(recording.ops) + 1)), 0, []
    known: dict[tuple[object, bool], str] = {}
    disk.mkdir()
    for state in recording.states(moments, 40, Random(SEED)):  # noqa: S311
        tried += 1
        changed = b"is changed" in state.said
        key = (frozenset(state.files.items()), changed)
        if key not in known:
            for path in disk.iterdir():
                path.unlink()
            for name, data in state.files.items():
                (disk / name).write_bytes(data)
            known[key] = wrong(disk, changed=changed)
        faults += [known[key]] if known[key] else []
    sys.stdout.write(f"{tried} states, {len(known)} different, {len(faults)} faults\n")
    return faults


def test_a_change_that_was_broken_off_leaves_exactly_one_passphrase(
    tmp_path: Path,
) -> None:
    """Until it is said to be changed the old or the new opens it; then the new."""
    recording = changing(tmp_path, "careful")

    assert simulated(recording, tmp_path / "disk") == []
    assert {op.to for op in recording.ops if op.kind == "move"} == {KEY_FILE, KEY_COPY}


def test_without_fsync_it_would_not(tmp_path: Path) -> None:
    """The same without a single fsync must fail, or the test above proves nothing."""
    faults = simulated(changing(tmp_path, "careless"), tmp_path / "disk")

    assert any("neither copy of its key is whole" in fault for fault in faults)
    assert any("the old passphrase is back" in fault for fault in faults)
