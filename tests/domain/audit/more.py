"""What else a rule of the reference names, and what only looks like it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.audit_look import Proof
from inclusion_cli.domain.debrief import Concern, LimitKept
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.formulation import (
    KeptWords,
)
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.reply import Reply
from inclusion_cli.domain.safety import Safety, ServiceRecords
from tests.builders import (
    a_card,
    a_debrief,
    a_trigger,
    day,
)
from tests.domain.audit.building import (
    AGREED,
    DECLINED,
    FLAGGED,
    HELD,
    LOAN,
    START,
    TILL,
    Told,
    action,
    in_own_words,
    lately,
    one,
    with_consent,
    with_limit,
)
from tests.domain.audit.making import (
    calm,
    measured,
    named,
    supervised,
    written,
)
from tests.domain.limits import looked, placed
from tests.domain.making import decided, gone, good, keep, observed, planned

if TYPE_CHECKING:
    from collections.abc import Callable


MORE_FIRES: dict[str, dict[str, Callable[[], Told]]] = {
    "no-current-formulation": {
        "a draft": lambda: one(calm(formulation=written(sign_offs=()))),
        "written after": lambda: one(calm(formulation=written(20))),
    },
    "above-agreed-step": {
        "while paused": lambda: one(
            calm(
                *good(3),
                a_debrief(24),
                decisions=(START, decided(20, Choice.PAUSE), decided(30, Choice.PAUSE)),
            )
        ),
        "less company": lambda: one(calm(a_debrief(3, company="On her own"))),
    },
    "no-same-day-review": {
        "a day later": lambda: one(
            calm(
                *good(3),
                a_debrief(10, money=LOAN),
                decisions=(
                    START,
                    decided(11, Choice.HOLD, cites=("debrief-10",)),
                    HELD,
                ),
            )
        ),
        "a limit not kept": lambda: one(
            calm(*good(3), a_debrief(10, limits=(LimitKept("l1", kept=False),)))
        ),
        "between sessions": lambda: one(
            calm(observations=(observed(12, Seen.MONEY_REQUEST, money=LOAN),))
        ),
    },
    "event-not-looked-at": {
        "too late": lambda: one(
            calm(
                *good(3),
                a_debrief(10, concerns=(Concern.CRISIS,)),
                formulation=written(16, version=2, recorded=1),
            )
        ),
    },
    "limit-not-sound": {
        "no end": lambda: with_limit(ends_when=""),
        "staffing": lambda: with_limit(harm="We are short staffed in the evening"),
        "kept for the rule itself": lambda: with_limit(
            looked(33, of="restriction-30", evidence="It is the house rule")
        ),
        "placed at once, and not signed off in a day": lambda: with_limit(
            number=33, emergency=True, signed_on=None
        ),
        "placed at once today, for want of staff": lambda: with_limit(
            number=35,
            emergency=True,
            signed_on=None,
            harm="We are short staffed in the evening",
        ),
    },
    "limits-rising": {
        "its evidence has no day": lambda: with_limit(evidence_on=None),
        "placed at once, and not signed off": lambda: with_limit(
            emergency=True, signed_on=None
        ),
    },
    "pause-left": {
        "away does not count as a review": lambda: one(
            calm(
                *good(3),
                aways=(gone(22, 23),),
                decisions=(START, decided(20, Choice.PAUSE)),
            )
        ),
    },
    "late-debrief": {
        "missing": lambda: one(calm(*good(3), sessions=(planned(24, hour=10),))),
    },
    "card-stale": {
        "none": lambda: one(calm(card=None)),
        "old": lambda: one(calm(card=keep(a_card(), -60, id="card-1"))),
    },
    "told-after-consent-ended": {
        "taken back": lambda: with_consent(withdrawn=19),
    },
    "own-words-missing": {
        "a label": lambda: one(calm(formulation=written(background=FLAGGED))),
    },
    "supervision-missing": {
        "none": lambda: Told((calm(),), ServiceRecords()),
        "no reflection": lambda: Told(
            (calm(),), ServiceRecords(supervisions=(supervised(supported=""),))
        ),
    },
    "action-left": {
        "no evidence": lambda: action(20, done=18),
    },
    "disagreement-not-followed": {
        "did not sign": lambda: one(
            calm(formulation=written(sign_offs=DECLINED), decisions=(START,))
        ),
        "asked for a change": lambda: one(
            calm(
                replies=(keep(Reply(day(5), "No", change="The word"), 5),),
                decisions=(START,),
            )
        ),
    },
    "backdated-entry": {
        "a broken chain": lambda: Told(
            (calm(),), proof=Proof(checked=True, faults=("an entry is missing",))
        ),
        "the clock": lambda: Told(
            (calm(),),
            proof=Proof(checked=True, jumped=frozenset({"entry-of-debrief-10"})),
        ),
    },
    "same-words-for-many": {
        "one limit": lambda: Told(
            tuple(
                replace(
                    named(in_own_words(calm(), n), n),
                    safety=Safety(
                        restrictions=(placed(30, id=f"limit-{n}"),),
                        measures=(measured(2),),
                    ),
                )
                for n in range(1, 4)
            )
        ),
    },
}
MORE_SILENT: dict[str, dict[str, Callable[[], Told]]] = {
    "above-agreed-step": {
        "started in the evening of the day": lambda: one(
            calm(a_debrief(3), decisions=(decided(3, Choice.START, hour=20),))
        ),
        "went on in the evening of the day": lambda: one(
            calm(
                *good(3),
                a_debrief(20, step="step-2"),
                decisions=(
                    START,
                    decided(20, Choice.PROGRESS, to_step="step-2", hour=20),
                ),
            )
        ),
    },
    "told-after-consent-ended": {
        "taken back later that day": lambda: with_consent(withdrawn=20),
    },
    "own-words-missing": {
        "a reason is kept": lambda: one(
            calm(
                formulation=written(
                    background=FLAGGED,
                    words_kept=(
                        KeptWords("a-risk-level", "high risk", "A letter's words"),
                    ),
                )
            )
        ),
    },
    "limit-not-sound": {
        "placed at once, inside the day in which the rest is asked": lambda: with_limit(
            number=34, emergency=True, signed_on=None, lawful_basis="", ends_when=""
        ),
    },
    "limits-rising": {
        "signed off, with evidence of these months": with_limit,
    },
    "limit-never-used": {
        "rule 9 names it with its situation": lambda: one(
            calm(**lately(triggers=(a_trigger(), TILL), controls=(AGREED,)))
        ),
    },
    "late-debrief": {
        "of today": lambda: one(
            calm(sessions=(replace(planned(35, hour=9), id="session-today"),))
        ),
    },
}
