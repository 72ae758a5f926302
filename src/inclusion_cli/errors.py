"""Every error a key worker can meet: a sentence, a next step and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.person import Person


class InclusionError(Exception):
    """Something the key worker can understand and act on."""

    exit_code = 1
    hint = ""

    @property
    def code(self) -> str:
        """Return the error's stable name in the JSON envelope."""
        return "".join(
            f"_{letter.lower()}" if letter.isupper() else letter
            for letter in type(self).__name__
        ).lstrip("_")


class NotUnderstood(InclusionError):
    """The command, or something typed with it, was not understood."""

    exit_code = 2


class AnswersWrong(NotUnderstood):
    """Answers are missing or wrong; all of them are told at once."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        lines = "".join(f"\n  {sentence}" for sentence in self.problems.values())
        super().__init__(
            say("There is a problem with these answers:{lines}", lines=lines)
        )


class NothingFound(InclusionError):
    """Nobody or nothing answers to what was typed."""

    exit_code = 3


class FileClosed(NothingFound):
    """Only a closed file matches; nothing is added to it."""

    def __init__(self, kept: Kept[Person]) -> None:
        super().__init__(say("The file of {label} is closed.", label=kept.record.label))
        self.hint = say(
            "To read it, type: inclusion person show {code}", code=kept.record.code
        )


class LeftForLater(InclusionError):
    """The key worker chose to stop; the answers given so far are kept."""

    exit_code = 4

    def __init__(self, told: str = say("Stopped.")) -> None:
        super().__init__(told)


class RuleSaysNo(InclusionError):
    """A rule of care forbids it as it stands; the sentence says which and why."""

    exit_code = 11


class ChangedMeanwhile(InclusionError):
    """What was read is no longer what stands; nothing was overwritten."""

    exit_code = 13

    def __init__(self, subject: str) -> None:
        super().__init__(
            say(
                "{subject} changed while you were answering. Nothing was "
                "saved over it.",
                subject=subject,
            )
        )

    hint = say("Your answers are kept. Run the command again to see what is new.")


class OpenElsewhere(InclusionError):
    """The same draft is being answered in another window."""

    exit_code = 13
    hint = say("Finish it there, or close that window. Then run the command again.")

    def __init__(self, what: str) -> None:
        super().__init__(
            say(
                "{what} is open in another window. Nothing was changed here.", what=what
            )
        )


class Locked(InclusionError):
    """The vault is locked and nobody is there to unlock it."""

    exit_code = 14
    hint = say(
        "To unlock it, type: inclusion unlock. A script gives "
        "the passphrase with --passphrase-fd"
    )

    def __init__(self) -> None:
        super().__init__(say("The vault is locked."))


class WrongPassphrase(InclusionError):
    """No slot of the key opens with what was typed."""

    exit_code = 14
    hint = say(
        "Try again. If it is lost, your recovery code opens the "
        "vault: inclusion recover"
    )

    def __init__(
        self, told: str = say("That passphrase does not open this vault.")
    ) -> None:
        super().__init__(told)


class VaultMissing(InclusionError):
    """There is no vault where one was looked for."""

    exit_code = 3
    hint = say(
        "To set up your own, type: inclusion init. To practise, type: inclusion demo"
    )
    says = say("There is no vault in {where}.")

    def __init__(self, where: str) -> None:
        super().__init__(self.says.format(where=where))


class VaultGone(VaultMissing):
    """A vault's key is there and the vault is not; nothing may take its place."""

    hint = say(
        "Put vault.db back beside its key, from where it was moved or from a copy."
    )
    says = say("There is no vault in {where}: its key is there, its vault.db is gone.")


class VaultDamaged(InclusionError):
    """The vault or its key is not whole; nothing was changed."""

    exit_code = 15
    hint = say("Change nothing, keep both files, and restore your last good copy.")

    def __init__(self, what: str) -> None:
        super().__init__(say("The vault is damaged: {what}", what=what))


class VaultNewer(InclusionError):
    """The vault was made by a newer version of the program."""

    exit_code = 15
    hint = say("Install the newer version of inclusion on this computer.")

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            say(
                "A newer version of inclusion made this vault (form "
                "{found}; this one reads up to {known}). Nothing was "
                "changed.",
                found=found,
                known=known,
            )
        )


class DiskFull(InclusionError):
    """The disk has no room; what was acknowledged before is safe."""

    exit_code = 28
    hint = say(
        "Free some space, then run the command again. Your earlier answers are kept."
    )

    def __init__(self) -> None:
        super().__init__(say("Not saved: the disk is full."))


class DiskFailed(InclusionError):
    """The disk refused a write; it is not retried."""

    exit_code = 74
    hint = say("Before anything else, run: inclusion verify")

    def __init__(self) -> None:
        super().__init__(say("This may not be saved: the disk failed."))


class Stopped(InclusionError):
    """The key worker pressed Ctrl-C; the answers given so far are kept."""

    exit_code = 130

    def __init__(self, told: str = say("Stopped.")) -> None:
        super().__init__(told)
