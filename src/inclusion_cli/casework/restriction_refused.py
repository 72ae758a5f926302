"""Why an act on a limit is refused: what is missing, or that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.restriction_grounds import PROBLEM_WORDS
from inclusion_cli.domain.restriction_lines import state_words
from inclusion_cli.domain.restrictions import in_force, register
from inclusion_cli.domain.values import and_list
from inclusion_cli.errors import NothingFound, NotUnderstood, RuleSaysNo
from inclusion_cli.plain import one_line
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from datetime import date

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.registered import Registered


class CannotStand(RuleSaysNo):
    """A limit lacks what it must have to be signed off."""

    def __init__(self, missing: list[str]) -> None:
        why = and_list(PROBLEM_WORDS[key] for key in missing)
        super().__init__(say("This limit cannot be signed off: {why}.", why=why))
        self.hint = say("Add what is missing, or leave the limit out.")


class CannotBeKept(RuleSaysNo):
    """A look gives no reason for which a limit could go on."""

    def __init__(self, missing: list[str]) -> None:
        why = and_list(PROBLEM_WORDS[key] for key in missing)
        super().__init__(say("This limit cannot be kept: {why}.", why=why))
        self.hint = say("Say what is new since the last look, or lift it.")


class NoLimit(NothingFound):
    """There is no limit to sign off, to look at or to lift."""

    def __init__(self, case: Casefile, *, unsigned: bool, on: date) -> None:
        code = case.person.record.code
        told = _none(case, on)
        self.hint = say(
            "To see all, type: inclusion restriction list {code}", code=code
        )
        if unsigned:
            told = say(
                "{label} has no limit that waits for the rest.", label=case.label
            )
        elif any(one.written for one in in_force(case, on=on)):
            told = say(
                "{label} has a limit in the formulation alone. It is lifted by taking "
                "it out: inclusion formulate {code}",
                label=case.label,
                code=code,
            )
            self.hint = say(
                "To register it, type: inclusion restriction place {code}", code=code
            )
        super().__init__(told)


def _none(case: Casefile, on: date) -> str:
    """Return that no limit is in force, and how the last one ended, if any was."""
    known = [one for one in register(case, on=on) if one.ended_on and not one.written]
    if not known:
        return say("{label} has no limit in the register.", label=case.label)
    last = max(known, key=lambda one: one.ended_on or on)
    said = state_words(last, on=on)
    return say(
        "{label} has no limit in force. The last one {ended}.",
        label=case.label,
        ended=say("was {state}", state=said) if last.lifted_on else said,
    )


class RestFirst(RuleSaysNo):
    """A limit that was placed at once is looked at once its rest was asked."""

    def __init__(self, case: Casefile, one: Registered) -> None:
        super().__init__(
            say(
                'The rest of the limit "{what}" was never asked. There is nothing to '
                "look at yet.",
                what=one.what,
            )
        )
        code = case.person.record.code
        self.hint = say(
            "To ask it, type: inclusion restriction sign {code}. To lift it, type: "
            "inclusion restriction lift {code}",
            code=code,
        )


class NoSuchLimit(NothingFound):
    """No limit of the person has that id."""

    def __init__(self, case: Casefile, typed: str) -> None:
        super().__init__(
            say(
                '{label} has no limit with the id "{typed}" that this is for.',
                label=case.label,
                typed=one_line(typed),
            )
        )
        code = case.person.record.code
        self.hint = say(
            "To see all, type: inclusion restriction list {code}", code=code
        )


class SeveralLimits(NotUnderstood):
    """There are several limits, none was named, and nobody is here to ask."""

    def __init__(self, case: Casefile, found: tuple[Registered, ...]) -> None:
        super().__init__(say("{label} has several limits.", label=case.label))
        ids = and_list((short_id(one.id) for one in found), last="or")
        self.hint = say("Add --limit with one of their ids: {ids}.", ids=ids)
