"""Why a finding of the audit is there, as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_since import DOING_WORDS, Doing
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.values import capital
from inclusion_cli.screens.audit import GRADES
from inclusion_cli.screens.page import Block, Command, Heading, Items, Line, Title
from inclusion_cli.screens.why import ties
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.domain.why_finding import FindingWhy


def picture(found: FindingWhy) -> Iterator[Block]:
    """Return why a finding is there as the blocks of a page."""
    whose = f"{found.person}, {found.code}" if found.code else say("The service")
    yield Title(
        say("Finding {handle} of the audit. {whose}", handle=found.handle, whose=whose)
    )
    yield Line(found.says, strong=found.grade == "A")
    yield Line(_standing(found))
    yield Heading(say("Its rule: {rule}", rule=found.rule))
    yield Line(f"{found.looks} {found.why}", indent=2)
    grade = say("{grade}, {then}.", grade=found.grade, then=GRADES[found.grade])
    yield Line(say("Grade {grade}", grade=grade), indent=2)
    if found.looked_at is not None:
        yield Line(say("It looked at {count}.", count=found.looked_at), indent=2)
    yield from ties(say("Its records"), found.records)
    if found.ids:
        yield Heading(say("Records of the service"))
        yield Items(tuple((short_id(one), "", "") for one in found.ids))
    if found.command:
        yield Command(say("To mend it:"), found.command)
    if found.kept and found.action is Doing.NONE:
        yield Command(say("To act on it:"), ("audit", "act", found.handle))


def _standing(found: FindingWhy) -> str:
    kept = (
        say("In the audit of {month}, which was kept.", month=found.month)
        if found.kept
        else say("In an audit of {month} made now, and not kept.", month=found.month)
    )
    seen = say(" It was there in the audit before.") if found.known else ""
    doing = DOING_WORDS[found.action]
    acted = "" if found.action is Doing.NONE else f" {capital(doing)}."
    return f"{kept}{seen}{acted}"
