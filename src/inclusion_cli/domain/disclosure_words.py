"""What telling somebody is called: on what it rests, grounds, and the checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.domain.disclosure import Ground, Rests
from inclusion_cli.domain.values import Choice
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterable

GROUND_WORDS = {
    Ground.VITAL: say("A life is in danger, or somebody may be badly hurt"),
    Ground.OTHERS_AT_RISK: say("Others are at risk, such as children"),
    Ground.SERIOUS_CRIME: say("A serious crime"),
    Ground.STAFF_IMPLICATED: say("Staff, or the service, may be part of it"),
    Ground.COERCION: say("Somebody has a hold over them"),
    Ground.LACKS_CAPACITY: say("They cannot decide this now; it is in their interest"),
    Ground.COURT_OR_DUTY: say("A court order, or a duty in law"),
    Ground.PUBLIC_INTEREST: say("The public good outweighs keeping it private"),
    Ground.MISTAKE: say("There was none: it was told by mistake"),
}
"""The grounds for telling without consent; practice reference 4.3."""
TOLD_GROUNDS = tuple(Choice(one.value, words) for one, words in GROUND_WORDS.items())
"""What can be said of something that has been told."""
GROUNDS = TOLD_GROUNDS[:-1]
"""What a paper may leave on: a mistake is no ground to make one."""
RESTS_WORDS = {
    Rests.CONSENT: say("they agreed"),
    Rests.TO_THE_PERSON: say("for the person, about themselves"),
    Rests.WITHOUT_CONSENT: say("without consent, on a named ground"),
    Rests.NO_PERSON_NAMED: say("nobody is named in it"),
    Rests.OWN_TEAM: say("a colleague of the team that supports them"),
    Rests.HANDED_ON: say("they hand it on themselves, and said yes when asked"),
    Rests.AT_THE_REVIEW: say("to be read at the review, by those who are there"),
}
CALDICOTT = (
    Choice("purpose", say("There is a clear reason to tell")),
    Choice("necessary", say("It is told because it has to be")),
    Choice("minimum", say("It is the least that will do")),
    Choice("need_to_know", say("Those who need it get it, and nobody else")),
    Choice("aware", say("Those who get it know what they must do with it")),
    Choice("lawful", say("It is lawful")),
    Choice("duty", say("Telling matters as much here as keeping it private")),
    Choice("no_surprise", say("The person knows, or there is a reason why not")),
)
"""The eight Caldicott principles in plain words; practice reference 6.7."""
MUST_HOLD = ("purpose", "necessary", "minimum", "need_to_know", "lawful")
"""Those without which a page that can wait is not made; practice reference 6.7."""


def not_held(held: Iterable[str]) -> tuple[str, ...]:
    """Return what has to hold before a page is made and does not, in words."""
    ticked = frozenset(held)
    missing = frozenset(MUST_HOLD) - ticked
    return tuple(one.label for one in CALDICOTT if one.key in missing)
