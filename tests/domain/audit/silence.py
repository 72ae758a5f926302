"""Of each of the thirty rules: a file about which it is silent.

It is the near miss: the one fact that matters is other there.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from inclusion_cli.domain.debrief import Concern, Outcome
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.formulation import (
    Disagreement,
)
from inclusion_cli.domain.read_tick import ReadTick
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.safety import ServiceRecords
from tests.builders import (
    a_debrief,
    a_trigger,
    day,
)
from tests.domain.audit.building import (
    AGREED,
    HELD,
    LATE,
    LOAN,
    SHOP,
    START,
    WEEK,
    Told,
    a_numbered_card,
    action,
    back_dated,
    citing,
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
from tests.domain.limits import looked
from tests.domain.making import decided, good, keep, ladder

if TYPE_CHECKING:
    from collections.abc import Callable


SILENT: dict[str, Callable[[], Told]] = {
    "no-current-formulation": lambda: one(calm(formulation=written(3))),
    "above-agreed-step": lambda: one(
        calm(
            *good(3),
            a_debrief(24, step="step-2"),
            decisions=(START, decided(20, Choice.PROGRESS, to_step="step-2")),
        )
    ),
    "trigger-not-in-formulation": lambda: one(
        calm(steps=ladder(triggers=("the 8:15 bus",)))
    ),
    "event-not-looked-at": lambda: one(
        calm(
            *good(3),
            a_debrief(10, concerns=(Concern.CRISIS,)),
            formulation=written(12, version=2, recorded=1),
        )
    ),
    "limit-not-sound": lambda: with_limit(looked(25, of="restriction-2"), number=2),
    "no-same-day-review": lambda: one(
        calm(
            *good(3),
            a_debrief(10, money=LOAN),
            decisions=(START, citing(10), HELD),
        )
    ),
    "concern-incomplete": concern,
    "formulation-out-of-date": lambda: one(
        calm(formulation=written(review_on=day(35)))
    ),
    "trigger-not-met": lambda: one(calm(**lately(triggers=(a_trigger(), SHOP)))),
    "limit-never-used": lambda: one(
        calm(**lately(controls=(replace(AGREED, trigger="t1"),)))
    ),
    "nothing-tied": lambda: one(
        calm(formulation=written(triggers=(a_trigger(), SHOP)))
    ),
    "progress-without-criteria": lambda: steps_up(
        answer="not_met", overrides=("1 line",), why="She wished to go while it is warm"
    ),
    "ready-not-offered": lambda: one(
        calm(*good(3), rules=WEEK, decisions=(START, decided(22, Choice.HOLD)))
    ),
    "pause-left": lambda: one(
        calm(*good(3), decisions=(START, decided(21, Choice.PAUSE)))
    ),
    "late-debrief": lambda: one(
        calm(*good(3), a_debrief(24, recorded=LATE - timedelta(hours=7)))
    ),
    "card-stale": lambda: one(calm(papers=(copy_of(2),), card=a_numbered_card(2))),
    "numbers-unchecked": lambda: one(calm(card=a_numbered_card(1, checked=-140))),
    "told-after-consent-ended": lambda: with_consent(until=20),
    "same-words-for-many": lambda: many(2, pasted),
    "own-words-missing": lambda: one(
        calm(formulation=written(account="", presenting='She says: "I stay in."'))
    ),
    "supervision-missing": lambda: Told(
        (calm(),), ServiceRecords(supervisions=(supervised(-21),))
    ),
    "cancelled-by-service": lambda: one(
        calm(
            *good(3, 10, 17, 20),
            a_debrief(24, outcome=Outcome.CANCELLED_BY_SERVICE),
        )
    ),
    "not-read": lambda: one(
        calm(
            *good(3),
            replace(a_debrief(10), author="jo"),
            safety={
                "reads": (keep(ReadTick("formulation-1", 1, day(9), "jo"), 9),),
                "measures": (measured(2),),
            },
        )
    ),
    "baseline-missing": lambda: one(calm(safety={"measures": (measured(29),)})),
    "outcome-gap": lambda: many(18, lambda c, n: said_of(c, n, limited=8)),
    "against-their-word": steps_up,
    "action-left": lambda: action(20, done=18, evidence="The card was seen"),
    "limits-rising": lambda: with_limit(looked(33, Verdict.LIFT, of="restriction-30")),
    "disagreement-not-followed": lambda: one(
        calm(
            formulation=written(
                disagreements=(Disagreement("Her mother", "Too soon", "We rang her"),)
            )
        )
    ),
    "backdated-entry": lambda: one(calm(decisions=(START, HELD, back_dated(7)))),
}
