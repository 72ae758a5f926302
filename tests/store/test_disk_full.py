"""A full disk: said so, exit 28, and everything acknowledged before still there."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.errors import DiskFailed, DiskFull
from inclusion_cli.store import views
from inclusion_cli.store.drafts import Drafts
from inclusion_cli.store.keyfile import read_key, write_key
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.vault import Vault, open_vault
from inclusion_cli.store.verify import verify
from inclusion_cli.store.work import Work
from tests.store.making import SOMEBODY, own_key, save_people

if TYPE_CHECKING:
    from collections.abc import Callable

    from inclusion_cli.clock import Clock

LONG = "a long answer " * 1000
FULL = "Not saved: the disk is full."


def no_room(vault: Vault, pages: int = 0) -> None:
    """Leave room in the file for so many pages more, and no other."""
    (count,) = vault.connection.execute("PRAGMA page_count").fetchone()
    vault.connection.execute(f"PRAGMA max_page_count = {count + pages}")


def room(vault: Vault) -> None:
    """Let the disk have room again."""
    vault.connection.execute("PRAGMA max_page_count = 1000000")


def said(act: Callable[[], Any]) -> None:
    """Do what there is no room for: the words are ours and so is the exit."""
    with pytest.raises(DiskFull) as full:
        act()
    assert (full.value.exit_code, str(full.value)) == (28, FULL)


# --- the database -------------------------------------------------------------------


def test_an_answer_there_is_no_room_for_is_said_not_to_be_kept(
    vault: Vault, clock: Clock
) -> None:
    """The answers before it are there, and there is room for it later."""
    drafts = Drafts(vault, clock)
    drafts.begin("file-1", "debrief", 1, {})
    drafts.keep("file-1", "debrief", "first", "short")
    no_room(vault)

    said(lambda: drafts.keep("file-1", "debrief", "second", LONG))

    draft = drafts.find("file-1", "debrief")
    assert draft
    assert draft.answers == {"first": "short"}
    room(vault)
    drafts.keep("file-1", "debrief", "second", LONG)
    assert verify(vault).holds


@pytest.mark.parametrize("pages", range(8))
def test_a_save_there_is_no_room_for_leaves_what_was(
    vault: Vault, clock: Clock, data_key: bytes, pages: int
) -> None:
    """Wherever in the save the room ends: entry, words, view or the end of it."""
    save_people(vault, clock, "AK-001")
    drafts = Drafts(vault, clock)
    drafts.begin("", "person_add", 1, {})
    drafts.keep("", "person_add", "name", "Amina Khan")
    no_room(vault, pages)

    def save() -> None:
        with Work(vault, clock, "sam") as work:
            for number in range(60):
                work.add(SOMEBODY, file=f"{number:036}")
            work.clear_draft("", "person_add")

    said(save)

    assert not vault.connection.in_transaction
    room(vault)
    assert [kept.record.code for kept in Reading(vault).people()] == ["AK-001"]
    assert drafts.find("", "person_add")
    assert verify(vault).holds
    save()
    vault.close()
    again = open_vault(vault.folder, data_key)
    assert len(Reading(again).people()) == 61
    again.close()


def test_views_there_is_no_room_to_rebuild_stay_as_they_were(
    cases_vault: Vault, clock: Clock
) -> None:
    """Folding anew is all or nothing on a full disk, and says the same words."""
    with Work(cases_vault, clock, "sam") as work:
        for number in range(60):
            work.add(SOMEBODY, file=f"{number:036}")
    cases_vault.connection.execute("DELETE FROM personview")
    cases_vault.connection.execute("VACUUM")
    no_room(cases_vault)

    said(lambda: views.rebuild(cases_vault))

    assert not cases_vault.connection.in_transaction
    room(cases_vault)
    views.rebuild(cases_vault)
    assert verify(cases_vault).holds


# --- files beside it ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EIO, DiskFailed),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_file_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path,
    data_key: bytes,
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    error: type[DiskFull | DiskFailed],
) -> None:
    """Whichever step fails: our words, the old key in both copies, no part left."""
    old = own_key(data_key, "vault-1", mark=1)
    write_key(tmp_path, old)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def fails(*_args: Any, **_more: Any) -> None:
        raise OSError(number, os.strerror(number))

    place = Path if call == "replace" else os
    monkeypatch.setattr(place, call, fails)
    with pytest.raises(error) as told:
        write_key(tmp_path, own_key(data_key, "vault-1", mark=2))
    monkeypatch.undo()

    assert told.value.exit_code == (74 if number == errno.EIO else 28)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert read_key(tmp_path) == old


# --- a real one ---------------------------------------------------------------------

SCRIPT = """
set -e
mount -t tmpfs -o size={size}k tmpfs "$1/practice"
cp -a "$1/before/." "$1/practice/"
set +e
for n in $(seq -f %03g 1 {saves}); do
  "$2" -m inclusion_cli --practice person add --json --no-input \\
    --code "AK-$n" --name "Amina $n" --known-as "Name $n {padding}" > "$1/said.$n"
  code=$?
  echo $code >> "$1/codes"
  [ $code -ne 0 ] && break
done
"$2" -m inclusion_cli --practice verify --json > "$1/verified"
cp -a "$1/practice" "$1/after"
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("unshare"), reason="needs namespaces"
)
def test_a_disk_that_fills_up_for_real_keeps_every_save_it_acknowledged(
    empty_practice: Path, data_key: bytes
) -> None:
    """Save after save on a tiny disk: the last says 28, those before it are all there.

    `inclusion verify` still works on the full disk.
    """
    home = empty_practice
    (home / "practice").rename(home / "before")
    (home / "practice").mkdir(mode=0o700)
    size = sum(p.stat().st_size for p in (home / "before").iterdir()) // 1024 + 96
    script = SCRIPT.format(size=size, saves=8, padding="x" * 12000)

    ran = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", str(home), sys.executable],
        check=False,
        capture_output=True,
        text=True,
    )

    if not (home / "codes").exists():
        pytest.skip(f"no tiny disk to be had here: {ran.stderr}")
    codes = (home / "codes").read_text().split()
    last = json.loads((home / f"said.{len(codes):03}").read_text())
    opened = open_vault(home / "after", data_key)
    assert codes == ["0"] * (len(codes) - 1) + ["28"]
    assert 2 <= len(codes) < 8
    assert last["error"]["message"] == FULL
    assert json.loads((home / "verified").read_text())["data"]["faults"] == []
    assert len(Reading(opened).people()) == len(codes) - 1
    assert verify(opened).holds
    opened.close()
