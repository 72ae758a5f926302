"""Home and review after ten years of 25 people, against a tenth of it, and two peers.

The peers, jrnl and todoman, are installed into a folder of their own; where that cannot
be done, their lines are left out and the run says so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests import lives
from timing import interleaved, run

if TYPE_CHECKING:
    from collections.abc import Callable

PEOPLE, WEEKS = 25, 520
RUNS = 7
PEER_ITEMS = 100
Figure = tuple[str, float, str, float, bool]


def main() -> list[Figure]:
    """Return the figures of the years."""
    program = str(Path(sys.executable).with_name("inclusion"))
    with tempfile.TemporaryDirectory() as folder:
        acts: dict[str, Callable[[], None]] = {}
        for name, weeks in (("ten years", WEEKS), ("a tenth", WEEKS // 10)):
            home = Path(folder) / name
            now = datetime.now().astimezone() - timedelta(minutes=1)
            entries = lives.lived(
                home / "practice", people=PEOPLE, weeks=weeks, now=now
            )
            print(f"{name}: {entries:,} entries")
            env = {"INCLUSION_HOME": str(home)}
            review = ["review", "PX-001", "--practice", "--pack-only", "--out", folder]
            acts[f"home, {name}"] = lambda e=env: run([program, "--practice"], e)  # type: ignore[misc]
            acts[f"review, {name}"] = lambda e=env, r=review: run([program, *r], e)  # type: ignore[misc]
        times = interleaved(acts, RUNS)
        return [*_ratios(times), *_peers(Path(folder), program)]


def _ratios(times: dict[str, float]) -> list[Figure]:
    return [
        (
            f"{act}, ten years against a tenth",
            times[f"{act}, ten years"] / times[f"{act}, a tenth"],
            "x",
            1.3,
            True,
        )
        for act in ("home", "review")
    ]


def _peers(folder: Path, program: str) -> list[Figure]:
    """Return home against jrnl and todoman, each with records of its own."""
    bin_dir = _installed(folder / "peers")
    if bin_dir is None:
        print("jrnl and todoman could not be installed here: not compared")
        return []
    own = {"INCLUSION_HOME": str(folder / "own"), "HOME": str(folder)}
    run([program, "demo"], own)
    peers = _with_records(folder, bin_dir)
    times = interleaved(
        {
            "home": lambda: run([program, "--practice"], own),
            "jrnl": lambda: run([str(bin_dir / "jrnl"), "-n", "5"], peers),
            "todo": lambda: run([str(bin_dir / "todo"), "list"], peers),
        },
        3 * RUNS,
    )
    return [
        ("home against jrnl -n 5", times["home"] / times["jrnl"], "x", 1, True),
        ("home against todo list", times["home"] / times["todo"], "x", 0.5, True),
    ]


def _installed(folder: Path) -> Path | None:
    bin_dir = folder / ("Scripts" if os.name == "nt" else "bin")
    try:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(bin_dir / "python")
        pip = [python, "-m", "pip", "install", "-q", "jrnl", "todoman"]
        subprocess.run(pip, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return bin_dir


def _with_records(folder: Path, bin_dir: Path) -> dict[str, str]:
    """Give each peer a hundred records, as a season has; return its environment."""
    home = folder / "peer-home"
    tasks = home / "tasks" / "work"
    for part in (tasks, home / ".config" / "jrnl", home / ".config" / "todoman"):
        part.mkdir(parents=True)
    told = f'path = "{home}/tasks/*"\ndate_format = "%Y-%m-%d"\ndefault_list = "work"\n'
    (home / ".config" / "todoman" / "config.py").write_text(told)
    config = home / ".config" / "jrnl" / "jrnl.yaml"
    config.write_text(
        f"journals:\n  default: {{journal: {home}/journal.txt}}\nversion: v4.0\n"
        "colors: {body: none, date: none, tags: none, title: none}\neditor: ''\n"
        "encrypt: false\nhighlight: false\nlinewrap: 79\ntagsymbols: '#@'\n"
        "template: false\ntimeformat: '%F %r'\ndefault_hour: 9\ndefault_minute: 0\n"
        "indent_character: '|'\ndisplay_format: null\n"
    )
    lines = [
        f"[2026-10-{n % 28 + 1:02} 10:00] Note {n}. A walk.\n\n" for n in range(100)
    ]
    (home / "journal.txt").write_text("".join(lines))
    env = {"HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}
    for number in range(PEER_ITEMS):
        run([str(bin_dir / "todo"), "new", "-l", "work", f"Walk {number}"], env)
    return env


if __name__ == "__main__":
    for name, value, unit, limit, _at_most in main():
        print(f"{name}: {value:.2f} {unit} (at most {limit})")
