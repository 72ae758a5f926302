"""The Tab key: it completes commands and options in a real shell, and opens nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.test_house import HEAVY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run

VAR = "_INCLUSION_COMPLETE"
OPENS = ("sqlcipher3", "inclusion_cli.store.vault", "inclusion_cli.store.keys")


def completed(*words: str, shell: str = "fish") -> tuple[list[str], str]:
    """Return what could come next, and the modules that were loaded for it."""
    code = (
        "import sys; from inclusion_cli.cli.door import run; code = run([]);"
        "sys.stderr.write(' '.join(sys.modules)); sys.exit(code)"
    )
    asked = {VAR: f"complete_{shell}", "_TYPER_COMPLETE_ARGS": " ".join(words),
             "_TYPER_COMPLETE_FISH_ACTION": "get-args"}  # fmt: skip
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **asked},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return ran.stdout.splitlines(), ran.stderr


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("inclusion deb", "debrief\tRecord a session: a few short questions."),
        ("inclusion card pr", "print\t"),
        ("inclusion card print --si", "--size\tWhich size?"),
        ("inclusion card print --size ", "wallet\tWallet, like a bank card"),
        ("inclusion debrief --how le", "left_early\tIt ended early"),
        ("inclusion completion z", "zsh"),
    ],
)
def test_what_could_come_next_is_offered(
    own_home: Path, typed: str, offered: str
) -> None:
    """Commands, options, choices; nothing heavy is loaded, and no vault is opened."""
    lines, modules = completed(typed)

    loaded = set(modules.split())
    assert any(line.startswith(offered) for line in lines), lines
    assert not loaded & {*HEAVY, *OPENS}
    assert not own_home.exists()


@pytest.mark.parametrize("typed", ["inclusion debrief A", "inclusion plan start "])
@pytest.mark.usefixtures("cases")
def test_no_name_and_no_code_is_ever_offered(typed: str) -> None:
    """Who is supported is in the vault, and the vault stays shut."""
    lines, modules = completed(typed)

    assert not [line for line in lines if "PR-00" in line or "Robin" in line]
    assert "sqlcipher3" not in modules.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_its_script(run: Run, shell: str) -> None:
    """The script says how it is used, and is printed as it stands."""
    ran = run("completion", shell)

    assert ran.code == 0
    assert ran.out.startswith("# To use it, type once: inclusion completion")
    assert VAR in ran.out
    assert f"complete_{shell}" in ran.out
    assert run("completion", shell, "--json").data["text"] + "\n" == ran.out


def test_without_a_shell_it_says_what_to_type(run: Run) -> None:
    """One line for each shell, whole, to be copied."""
    ran = run("completion")

    assert ran.code == 0
    assert "  inclusion completion fish > ~/.config/fish/completions/" in ran.out
    assert "opens no vault" in ran.out


@pytest.fixture
def bash(own_home: Path, tmp_path: Path) -> Iterator[Bash]:
    """Return a bash that has read our script."""
    del own_home
    shell = Bash(tmp_path)
    yield shell
    shell.child.close(force=True)


class Bash:
    """A bash at a terminal, and its Tab key."""

    def __init__(self, folder: Path) -> None:
        pexpect = pytest.importorskip("pexpect", reason="needs a POSIX terminal")
        if not shutil.which("bash"):
            pytest.skip("needs bash")
        script = folder / "completion.bash"
        ours = Path(sys.executable).parent
        with script.open("w", encoding="utf-8") as out:
            subprocess.run([str(ours / "inclusion"), "completion", "bash"],
                           stdout=out, check=True)  # fmt: skip
        env = {**os.environ, "PATH": f"{ours}:{os.environ['PATH']}", "TERM": "dumb"}
        self.child = pexpect.spawn(
            "bash", ["--norc", "--noprofile", "-i"], env=env, encoding="utf-8",
            timeout=20, dimensions=(24, 200),
        )  # fmt: skip
        self.child.sendline(f"PS1='ready> '; source {script}; echo so''urced")
        self.child.expect("sourced")

    def tab(self, typed: str, wanted: str) -> None:
        """Type something and Tab; wait until it stands there completed."""
        self.child.send(f"{typed}\t")
        self.child.expect_exact(wanted)
        self.child.send("\x15")


def test_tab_completes_in_a_real_bash(bash: Bash) -> None:
    """`inclusion deb`, `inclusion card pr` and `--si` are typed to their end by Tab."""
    bash.tab("inclusion deb", "inclusion debrief ")
    bash.tab("inclusion card pr", "inclusion card print ")
    bash.tab("inclusion card print --si", "inclusion card print --size ")
