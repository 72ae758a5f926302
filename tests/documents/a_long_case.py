"""A long stretch with everything in it: what a pack of twelve pages is printed from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.debrief import (
    Concern,
    Debrief,
    Happened,
    Outcome,
    Session,
    SignSeen,
    Tried,
    Word,
)
from inclusion_cli.domain.decision import Choice, Decision
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.observation import Observation, Seen
from inclusion_cli.domain.pack import review_pack
from inclusion_cli.domain.plan import (
    Behaviour,
    Limit,
    Plan,
    SafetyBehaviour,
    Step,
)
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from inclusion_cli.domain.reply import Reply
from inclusion_cli.domain.thought import Real, Thought
from tests.builders import a_step, at, criteria, day
from tests.documents.a_case import _PAUSE, a_case, a_sheet, kept

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.pack_lines import ReviewPack

LAST = 80
SESSIONS = range(2, LAST, 2)
SAID = (
    "It was loud at first. Nobody was looking at me. I stayed for the whole of it.",
    "Not my day. I went home early, and that was all right.",
    "Łódź, ŵyl, Дім: I taught them a word each.",
    "اليوم كان أفضل، 10 دقائق فقط",
    "The tea was cold and the talk was good.",
    "לא פחדתי היום",
)
CITED = tuple(f"00000000-0000-7000-8000-{100 + n:012d}" for n in SESSIONS)
WENT_WELL = (
    "She read the sign aloud before we went in, and chose the seat herself. It went "
    "well because the room was half empty and the hour was hers."
)


def a_long_case() -> Casefile:
    """Return a person with forty sessions behind them, on the second step."""
    steps = (
        _step(11, 1, "A morning walk"),
        _step(12, 2, "A small group"),
        _step(13, 3, "The same group, a worker in the building"),
    )
    debriefs = tuple(_debrief(n, steps) for n in SESSIONS if n not in (30, 44))
    waiting = tuple(
        kept(Session(steps[1].id, at(n, 10)), 800 + n, on=n - 4) for n in (30, 44, 83)
    )
    return replace(
        a_case(),
        plan=kept(Plan("A hot chocolate, alone", 3, 56, 2, "Dr Ash, clinic"), 3),
        steps=steps,
        debriefs=debriefs,
        sessions=waiting,
        decisions=_decisions(steps),
        observations=tuple(_observations()),
        preparations=tuple(_preparations(steps)),
        replies=(
            kept(
                Reply(day(70), "You wrote that I was late. The bus was.", "The review"),
                900,
                on=70,
            ),
        ),
    )


def a_long_pack() -> ReviewPack:
    """Return its pack, twelve weeks long."""
    now = at(LAST + 1, 15)
    marks = replace(a_sheet(), made_on=now.date(), made="Friday 20 November 2026")
    return review_pack(
        a_long_case(), marks, service="Elm House", worker="Sam", now=now, since=None
    )


def _step(number: int, rung: int, title: str) -> Kept[Step]:
    step = a_step(
        number=rung,
        title=title,
        criteria=criteria(pause=[_PAUSE]),
        fear="They will stare and laugh, and I will not get out",
        fear_sure=70,
        hoped="Nobody will look twice",
        hoped_sure=30,
        expected_worry=8,
        behaviours=(
            SafetyBehaviour("b1", "Sitting by the door", Behaviour.FADE),
            SafetyBehaviour("b2", "Hood up", Behaviour.KEEP),
        ),
        limits=(Limit("l1", "One hour at the most"), Limit("l2", "10 pounds in cash")),
        travel="Bus 8 there, walk home",
        exit_words="My lift is here",
        coping="Naming what is seen",
        staff_do="Walks one step behind",
        staff_do_not="Does not answer for her",
        success="She says it was hers",
        often="3 times a week",
        stop_rules=("She says stop", "Somebody shouts"),
        ready_said="Amina, to Sam",
    )
    return kept(step, number)


def _debrief(n: int, steps: tuple[Kept[Step], ...]) -> Kept[Debrief]:
    step = steps[0].id if n < 36 else steps[1].id
    went = n % 14 != 6
    told: dict[str, Any] = {"outcome": Outcome.CHOSE_NOT_TO if n % 4 else _OURS}
    if went:
        told = {
            "outcome": Outcome.LEFT_BY_CHOICE if n % 12 == 4 else Outcome.ATTENDED_FULL,
            "worry_before": max(2, 8 - n // 12 + n % 3 - 1),
            "worry_peak": None if n % 10 == 8 else max(3, 9 - n // 12 + n % 4 - 1),
            "worry_after": max(1, 6 - n // 14),
            "feared": (Happened.NO, Happened.NO, Happened.PARTLY)[n % 3],
            "belief_before": max(10, 80 - n),
            "belief_after": max(0, 60 - n),
            "tried": (
                Tried("Naming what is seen", "s1", 6 + n % 4),
                Tried("Standing by the wall", "", None if n % 3 else 4),
            ),
            "went_well": WENT_WELL if n % 6 == 2 else "",
            "words": SAID[n // 2 % len(SAID)],
            "ready": Word.YES if n > 70 else None,
            "minutes_slept": 360 + n,
            "coped": 4 + n // 20 if n % 4 == 0 else None,
            "belonged": 3 + n // 16 if n % 8 == 0 else None,
            "thought": _THOUGHT if n % 20 == 10 else None,
        }
    return _kept_debrief(n, step, told)


_OURS = Outcome.CANCELLED_BY_SERVICE
_THOUGHT = Thought("Two men laughed at the till", "At me", Real.PARTLY, 80, 7)


def _kept_debrief(n: int, step: str, told: dict[str, Any]) -> Kept[Debrief]:
    signs = () if n % 9 else (SignSeen("s2-1", "I stop answering the door", 2),)
    concerns = (Concern.CRISIS,) if n in (12, 58) else ()
    debrief = Debrief(
        step,
        at(n, 10),
        signs=None if n % 16 == 2 else signs,
        concerns=concerns,
        contacts=(day(n - 1),) if concerns else (),
        what_happened=WENT_WELL * 2 if n % 18 == 2 else "",
        **told,
    )
    record = kept(debrief, 100 + n, on=n)
    late = timedelta(days=4) if n % 22 == 2 else timedelta(hours=2)
    return replace(
        record,
        happened_at=debrief.at,
        recorded_at=debrief.at + late,
        amended=int(n == 20),
    )


def _decisions(steps: tuple[Kept[Step], ...]) -> tuple[Kept[Decision], ...]:
    one, two = steps[0].id, steps[1].id
    return (
        kept(Decision(one, Choice.START, day(1), to_step=one, agreed_with="Jo"), 20),
        kept(
            Decision(
                one,
                Choice.PROGRESS,
                day(35),
                to_step=two,
                why=f"All of it is met, and she asks. {WENT_WELL}",
                agreed_with="Amina and Jo",
                look_again=day(49),
                cites=tuple(
                    f"00000000-0000-7000-8000-{100 + n:012d}" for n in SESSIONS
                ),
            ),
            21,
            on=35,
        ),
        kept(
            Decision(
                two,
                Choice.HOLD,
                day(60),
                why="A crisis call two days before, and she wants to stay with it.",
                needs="Two calm weeks, and that she says so",
                agreed_with="Amina",
                look_again=day(74),
                overrides=("All that was agreed is met, and Amina says yes.",),
            ),
            22,
            on=60,
        ),
    )


def _observations() -> list[Kept[Observation]]:
    nights = [
        Observation(Seen.SLEEP, at(n, 8), minutes_slept=300 + (n * 37) % 200)
        for n in range(3, LAST)
        if n % 7 not in (3, 4)
    ]
    cravings = [
        Observation(Seen.CRAVING, at(n, 20), craving=(n * 3) % 8)
        for n in range(5, LAST, 6)
    ]
    asked = MoneyRequest(
        "20 pounds till Friday",
        "a man from the group",
        Did.DECLINED_WITH_HELP,
        "2 weeks",
    )
    others = [
        Observation(
            Seen.CRISIS_CONTACT, at(40, 23), note="Rang the crisis line", told="Jo"
        ),
        Observation(
            Seen.MONEY_REQUEST, at(52, 13), words="I said ask Sam", money=asked
        ),
        Observation(
            Seen.SIGN, at(57, 9), signs=(SignSeen("s3-1", "Curtains shut all day", 3),)
        ),
    ]
    return [
        replace(kept(it, 300 + n), happened_at=it.at, recorded_at=it.at)
        for n, it in enumerate((*nights, *cravings, *others))
    ]


def _preparations(steps: tuple[Kept[Step], ...]) -> list[Kept[Preparation]]:
    found = []
    for n in (10, 18, 24, 34, 50, 62, 81):
        step = steps[0].id if n < 36 else steps[1].id
        it = Preparation(
            step,
            at(n, 9),
            Wanted.YES,
            mine=Guess(8 - n // 30, 60),
            workers=Guess(6, None, going=True),
        )
        found.append(replace(kept(it, 500 + n), happened_at=it.at, recorded_at=it.at))
    return found
