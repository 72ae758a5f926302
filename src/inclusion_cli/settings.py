"""Where things are and how this worker likes to be shown them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from inclusion_cli import files, tongue
from inclusion_cli.domain.record import field, record, replace
from inclusion_cli.errors import NotUnderstood
from inclusion_cli.places import FILE, data_folder
from inclusion_cli.tongue import say


@record
class Call:
    """How a command was called: what every command can be told.

    `given` holds answers from flags, as typed. `passphrase_fd` is a file descriptor a
    script hands the passphrase through.
    """

    as_json: bool = False
    plain: bool = False
    practice: bool = False
    passphrase_fd: int | None = None
    no_input: bool = False
    dry_run: bool = False
    questions: bool = False
    answers: str | None = None
    given: Mapping[str, str] = field(default_factory=dict)


@record
class Settings:
    """The data folder, the vault's folder, and how things are to be shown.

    `plain` is whether plain lines are liked, `language` what is spoken, "" for English.
    """

    home: Path
    vault: Path
    plain: bool = False
    language: str = ""

    @property
    def practice_vault(self) -> Path:
        """Return where the practice vault is."""
        return self.home / "practice"

    @property
    def templates(self) -> Path | None:
        """Return the service's own templates, or those of its language, if any."""
        own = self.home / "templates"
        language = tongue.chosen(os.environ)
        spoken = [
            Path(folder, language, "templates")
            for folder in tongue.folders(os.environ)
            if language
        ]
        return next((path for path in (own, *spoken) if path.is_dir()), None)

    @property
    def data(self) -> Path:
        """Return where the service may put data files of its own."""
        return self.home / "data"

    def papers(self, *, practice: bool) -> Path:
        """Return where papers are put unless another folder is named."""
        if practice:
            return self.practice_vault / "papers"
        if os.environ.get("INCLUSION_HOME"):
            return self.home / "papers"
        return Path.home() / "inclusion-papers"


def load() -> Settings:
    """Return the settings of this computer, or the defaults."""
    home = Path(data_folder(os.environ))
    settings = Settings(home, home / "vault")
    path = home / FILE
    if not path.exists():
        return settings
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return replace(
            settings,
            vault=Path(told["vault"]),
            plain=bool(told["plain"]),
            language=str(told.get("language") or ""),
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise NotUnderstood(
            say(
                'The settings in "{path}" cannot be read. Mend or delete '
                "that file, then run: inclusion init",
                path=path,
            )
        ) from None


def save(settings: Settings) -> None:
    """Write the settings. They hold no record and no name."""
    files.make_folder(settings.home)
    told: dict[str, object] = {"vault": str(settings.vault), "plain": settings.plain}
    if settings.language:
        told["language"] = settings.language
    files.replace(settings.home / FILE, json.dumps(told, indent=1).encode())


def likes_plain(settings: Settings, call: Call) -> bool:
    """Say whether plain lines are wanted, or all that the terminal can do."""
    encoding = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
    return (
        call.plain
        or settings.plain
        or bool(os.environ.get("ACCESSIBLE"))
        or os.environ.get("TERM") == "dumb"
        or encoding not in ("utf8", "utf8sig")
    )
