"""Of each of the thirty rules: a file about which it speaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Concern, Outcome, Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.formulation import (
    Disagreement,
)
from inclusion_cli.domain.safety import ServiceRecords
from tests.builders import (
    a_debrief,
    a_trigger,
    at,
    day,
)
from tests.domain.audit.building import (
    AGREED,
    HELD,
    LATE,
    LOAN,
    SHOP,
    START,
    TILL,
    WEEK,
    Told,
    a_numbered_card,
    action,
    back_dated,
    concern,
    copy_of,
    lately,
    many,
    one,
    pasted,
    said_of,
    steps_up,
    with_consent,
    with_limit,
)
from tests.domain.audit.making import (
    calm,
    measured,
    supervised,
    written,
)
from tests.domain.making import decided, good, ladder

if TYPE_CHECKING:
    from collections.abc import Callable


FIRES: dict[str, Callable[[], Told]] = {
    "no-current-formulation": lambda: one(calm(formulation=None, formulations=())),
    "above-agreed-step": lambda: one(calm(*good(3), a_debrief(10, step="step-2"))),
    "trigger-not-in-formulation": lambda: one(calm(steps=ladder(triggers=("A gig",)))),
    "event-not-looked-at": lambda: one(
        calm(*good(3), a_debrief(10, concerns=(Concern.CRISIS,)))
    ),
    "limit-not-sound": lambda: with_limit(number=2),
    "no-same-day-review": lambda: one(calm(*good(3), a_debrief(10, money=LOAN))),
    "concern-incomplete": lambda: concern(told_manager_at=None),
    "formulation-out-of-date": lambda: one(
        calm(formulation=written(review_on=day(34)))
    ),
    "trigger-not-met": lambda: one(calm(**lately(triggers=(a_trigger(), TILL)))),
    "limit-never-used": lambda: one(
        calm(**lately(triggers=(a_trigger(), SHOP), controls=(AGREED,)))
    ),
    "nothing-tied": lambda: one(
        calm(formulation=written(triggers=(a_trigger(), a_trigger(id="t2"))))
    ),
    "progress-without-criteria": lambda: steps_up(answer="not_met"),
    "ready-not-offered": lambda: one(
        calm(*good(3), rules=WEEK, decisions=(START,)),
    ),
    "pause-left": lambda: one(
        calm(*good(3), decisions=(START, decided(20, Choice.PAUSE)))
    ),
    "late-debrief": lambda: one(calm(*good(3), a_debrief(24, recorded=LATE))),
    "card-stale": lambda: one(calm(papers=(copy_of(1),), card=a_numbered_card(2))),
    "numbers-unchecked": lambda: one(calm(card=a_numbered_card(1, checked=-200))),
    "told-after-consent-ended": lambda: with_consent(until=19),
    "same-words-for-many": lambda: many(3, pasted),
    "own-words-missing": lambda: one(calm(formulation=written(account=""))),
    "supervision-missing": lambda: Told(
        (calm(),), ServiceRecords(supervisions=(supervised(-22),))
    ),
    "cancelled-by-service": lambda: one(
        calm(*good(3, 10, 17), a_debrief(24, outcome=Outcome.CANCELLED_BY_SERVICE))
    ),
    "not-read": lambda: one(calm(*good(3), replace(a_debrief(10), author="jo"))),
    "baseline-missing": lambda: one(calm(safety={"measures": (measured(30),)})),
    "outcome-gap": lambda: many(20, lambda c, n: said_of(c, n, limited=8)),
    "against-their-word": lambda: steps_up(word=Word.NOT_SURE),
    "action-left": lambda: action(34),
    "limits-rising": lambda: with_limit(evidence_on=day(-70)),
    "disagreement-not-followed": lambda: one(
        calm(
            formulation=written(
                disagreements=(Disagreement("Her mother", "Too soon", ""),)
            )
        )
    ),
    "backdated-entry": lambda: one(
        calm(
            decisions=(
                START,
                replace(HELD, recorded_at=at(25) + timedelta(days=0)),
                back_dated(),
            )
        )
    ),
}
