"""The crash-state simulator of trust reference, Appendix A, keyed by inode.

Every prefix of what a program did to a folder is a moment the power can go. What was
followed by an fsync of the same file (of the folder, for names) is on the disk; of the
rest any part may be, whole or torn at 512 bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tests.store.tracing import calls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from random import Random

    from tests.store.tracing import Call

SECTOR = 512
NAMES = ("name", "unname", "move")
Files = dict[str, bytes]


class Op(NamedTuple):
    """What was done to an inode ("write", "cut") or a name ("name", "unname", "move").

    "sync" is an fsync of an inode, "sync names" one of the folder, and "said" is what
    somebody was told meanwhile.
    """

    kind: str
    inode: int = 0
    name: str = ""
    offset: int = 0
    data: bytes = b""
    to: str = ""


class State(NamedTuple):
    """What is on the disk after the power went, and what had been said before."""

    moment: int
    said: bytes
    files: Files


@dataclass
class Recording:
    """What a program did to one folder, from the files that were there at first."""

    first: Files
    ops: list[Op]

    def states(
        self, moments: list[int], variants: int, chance: Random
    ) -> Iterator[State]:
        """Return states at moments: everything, nothing unsynced, then mixtures."""
        for moment in moments:
            done = self.ops[:moment]
            said = b"".join(op.data for op in done if op.kind == "said")
            durable = _durable(done)
            for variant in range(variants):
                kept = _kept(done, durable, variant, chance)
                yield State(moment, said, self._files(kept))

    def _files(self, ops: list[Op]) -> Files:
        names = {name: -n for n, name in enumerate(self.first, start=1)}
        data = {-n: bytearray(d) for n, d in enumerate(self.first.values(), start=1)}
        for op in ops:
            if op.kind == "name":
                names[op.name] = op.inode
            elif op.kind == "unname":
                names.pop(op.name, None)
            elif op.kind == "move":
                names.pop(op.name, None)
                names[op.to] = op.inode
            elif op.kind in ("write", "cut"):
                _change(data.setdefault(op.inode, bytearray()), op)
        return {name: bytes(data.get(inode, b"")) for name, inode in names.items()}


def _durable(done: list[Op]) -> list[bool]:
    """Return which operations a later fsync has put on the disk."""
    found, files, names = [False] * len(done), set[int](), False
    for number in reversed(range(len(done))):
        op = done[number]
        if op.kind == "sync":
            files.add(op.inode)
        elif op.kind == "sync names":
            names = True
        elif op.kind in NAMES:
            found[number] = names
        elif op.kind in ("write", "cut"):
            found[number] = op.inode in files
    return found


def _kept(
    done: list[Op], durable: list[bool], variant: int, chance: Random
) -> list[Op]:
    """Return the operations that reached the disk in one variant."""
    kept = []
    for op, safe in zip(done, durable, strict=True):
        if safe or variant == 0:
            kept.append(op)
        elif variant > 1 and chance.random() < 0.5:
            kept.append(_torn(op, chance) if chance.random() < 0.3 else op)
    return kept


def _torn(op: Op, chance: Random) -> Op:
    if op.kind != "write" or len(op.data) <= SECTOR:
        return op
    sectors = chance.randrange(1, (len(op.data) + SECTOR - 1) // SECTOR)
    return op._replace(data=op.data[: sectors * SECTOR])


def _change(file: bytearray, op: Op) -> None:
    if op.kind == "cut":
        del file[op.offset :]
    if len(file) < op.offset:
        file.extend(bytes(op.offset - len(file)))
    file[op.offset : op.offset + len(op.data)] = op.data


# --- from a trace -------------------------------------------------------------------


def recorded(log: Path, folder: Path, first: Files) -> Recording:
    """Return what a trace says was done to a folder, and said on the screen."""
    reading = _Reading(folder, {name: -n for n, name in enumerate(first, start=1)})
    ops: list[Op] = []
    for call in calls(log):
        if call.path.startswith(("/dev/pts/", "pipe:")) and call.name == "write":
            ops.append(Op("said", data=call.texts[-1]))
        elif call.path == str(folder) and call.name in ("fsync", "fdatasync"):
            ops.append(Op("sync names"))
        elif call.path.startswith(f"{folder}/") and call.result >= 0:
            assert "unfinished" not in call.line, "two threads wrote at once"
            ops += reading.op(call)
    return Recording(first, ops)


class _Reading:
    """Which name stands for which inode, and how long new files are, as calls go by."""

    def __init__(self, folder: Path, inodes: dict[str, int]) -> None:
        self.folder, self.inodes = f"{folder}/", inodes
        self.ends: dict[int, int] = {}

    def op(self, call: Call) -> list[Op]:  # noqa: PLR0911 - one for each call
        """Return what a call did to the folder."""
        name = call.path.removeprefix(self.folder)
        match call.name:
            case "openat" if "O_CREAT" in call.line and name not in self.inodes:
                self.inodes[name] = len(self.inodes) + len(self.ends) + 1
                self.ends[self.inodes[name]] = 0
                return [Op("name", self.inodes[name], name)]
            case "openat" | "mmap":
                assert "O_TRUNC" not in call.line
                assert "MAP_SHARED" not in call.line or "PROT_WRITE" not in call.line
                return []
            case "pwrite64" | "write":
                return [self._write(call, self.inodes[name], name)]
            case "ftruncate":
                length = int(call.line.rpartition(", ")[2].partition(")")[0])
                return [Op("cut", self.inodes[name], name, length)]
            case "fsync" | "fdatasync":
                return [Op("sync", self.inodes[name], name)]
            case "unlink":
                return [Op("unname", self.inodes.pop(name), name)]
            case "rename":
                to = call.texts[1].decode().removeprefix(self.folder)
                self.inodes[to] = self.inodes.pop(name)
                return [Op("move", self.inodes[to], name, to=to)]
        raise AssertionError(f"the simulator does not know {call.name} of {name}")

    def _write(self, call: Call, inode: int, name: str) -> Op:
        data = call.texts[-1][: call.result]
        offset = call.numbers[1] if call.name == "pwrite64" else self.ends[inode]
        if inode in self.ends:
            self.ends[inode] = offset + len(data)
        return Op("write", inode, name, offset, data)
