"""What is never amended, and why; what to do instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.naming import kind_words
from inclusion_cli.errors import NothingFound, RuleSaysNo
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.domain.trail import Trail

NOT_AMENDED = {
    "characteristics": (
        say("What somebody says about themselves is not changed. It is said anew."),
        say("To say it anew, type: inclusion person about"),
    ),
    "paper": (
        say("A paper that was made stays as it was."),
        say("To make it again: inclusion review. Or: inclusion card print"),
    ),
    "disclosure": (
        say("That something was told stays as it was written."),
        say("To add what is still asked, type: inclusion disclosure finish"),
    ),
    "recheck": (
        say("A look at the formulation stays as it was."),
        say("To look again, type: inclusion formulate confirm"),
    ),
    "read_tick": (
        say("That somebody has read it stays as it was ticked."),
        say("To tick a version, type: inclusion formulate read"),
    ),
    "reply": (
        say("A reply is never written over. Another one stands beside it."),
        say("To add one, type: inclusion reply"),
    ),
    "after_action": (
        say("A review of an incident stays as it was. Another one stands beside it."),
        say("To write another, type: inclusion incident review"),
    ),
    "case_review": (
        say("A safeguarding review stays as it was. Another one stands beside it."),
        say("To write another, type: inclusion concern review"),
    ),
    "call_ladder": (
        say("The ladder of calls is written anew."),
        say("To change it, type: inclusion incident ladder"),
    ),
    "audit": (
        say("An audit stays as it was kept. The next one says what became of it."),
        say("To keep one anew, type: inclusion audit"),
    ),
    "sample_read": (
        say("What was seen in a file stays as it was written."),
        say("To write more, type: inclusion audit read"),
    ),
    "supervision": (
        say("What was thought about in a supervision stays as it was written."),
        say("To take the last one back: inclusion undo. Or note another one."),
    ),
    "registration": (
        say("What was said of the registration stays as it was said."),
        say("To say it anew, type: inclusion pack inspector"),
    ),
    "restriction_review": (
        say("A look at a limit stays as it was."),
        say("To look again, type: inclusion restriction review"),
    ),
    "risk_decision": (
        say(
            "The reasons of a risk decision are locked: they stand as they were "
            "before anybody knew how it went."
        ),
        say("To tell how it went, type: inclusion decide-risk outcome"),
    ),
    "service": (say("The name of the service is not changed here."), ""),
    "worker": (say("The name of a key worker is not changed here."), ""),
}


_WRITE_ANOTHER = say("Write another one, and close this one.")


def _ours(kind: str) -> str:
    """Return why a record of the service, of a kind that can be opened, is not."""
    return say(
        "This {kind_words} stands in the service's own file. It is not opened again.",
        kind_words=kind_words(kind),
    )


class NotAmended(RuleSaysNo):
    """A kind of record that nobody changes after it was made."""

    def __init__(self, kind: str) -> None:
        told, self.hint = NOT_AMENDED.get(kind, (_ours(kind), _WRITE_ANOTHER))
        super().__init__(told)


class NothingStands(NothingFound):
    """What was taken back or moved cannot be amended."""

    def __init__(self, trail: Trail) -> None:
        gone = say("moved to another file") if trail.moved_away else say("taken back")
        super().__init__(
            say(
                "This {kind_words} was {gone}. Nothing stands.",
                kind_words=kind_words(trail.kind),
                gone=gone,
            )
        )
        self.hint = say(
            "To see it, type: inclusion history {short_id}", short_id=short_id(trail.id)
        )


class CannotRead(NothingFound):
    """A record this program does not understand is not changed by it."""

    hint = say("Install the newer version of inclusion on this computer.")

    def __init__(self, kind: str) -> None:
        super().__init__(
            say("This {kind_words} cannot be read here.", kind_words=kind_words(kind))
        )
