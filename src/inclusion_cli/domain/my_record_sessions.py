"""What sessions, and what lies between them, say in the person's own copy."""

from __future__ import annotations

from typing import Any

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.debrief import Concern, Happened, Outcome
from inclusion_cli.domain.money import DID_WORDS, INDICATORS, Did
from inclusion_cli.domain.my_record_plans import YES_NO, a_time_long, step_of
from inclusion_cli.domain.my_record_rows import Row, Told, Wording
from inclusion_cli.domain.observation import ROUTE_WORDS, Seen
from inclusion_cli.domain.plan import AwayKind
from inclusion_cli.domain.prepare import Wanted
from inclusion_cli.domain.thought import PATTERNS, Real
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say

WENT = {
    Outcome.ATTENDED_FULL: say("You went to {step}."),
    Outcome.LEFT_BY_CHOICE: say("You went to {step}, and chose to leave early."),
    Outcome.LEFT_IN_DISTRESS: say("You went to {step}. You left when it was too much."),
    Outcome.LEFT_OTHER: say("You went to {step}, and left early."),
    Outcome.CHOSE_NOT_TO: say("You chose not to go to {step}."),
    Outcome.NO_SHOW: say("You did not come to {step}. We do not know why."),
    Outcome.CANCELLED_BY_SERVICE: say("We cancelled {step}."),
    Outcome.CANCELLED_BY_VENUE: say("The place cancelled {step}."),
    Outcome.CANCELLED_EXTERNAL: say("Something else cancelled {step}."),
    Outcome.PAUSED_BY_PLAN: say("{step} was paused, as planned."),
}

CONCERNS = {
    Concern.HURT: say("somebody was hurt or unsafe"),
    Concern.MONEY: say("somebody asked for money or things"),
    Concern.CRISIS: say("you made a crisis call"),
    Concern.MAY_BE_REAL: say("what you feared may have been real"),
    Concern.NOT_SURE: say("it was not sure that all was well"),
}

BECAUSE_AWAY = {
    AwayKind.HOSPITAL: say("You were in hospital"),
    AwayKind.HOLIDAY: say("You were on holiday"),
    AwayKind.SERVICE: say("We could not be there"),
}

SEEN = {
    Seen.CRISIS_CONTACT: say("You made a crisis call."),
    Seen.CRAVING: "",
    Seen.SUBSTANCE_USE: say("You told us about drink or drugs."),
    Seen.MONEY_REQUEST: say("Somebody asked you for money or things."),
    Seen.SIGN: say("A sign was seen."),
    Seen.SLEEP: "",
    Seen.OTHER: "",
    Seen.SUICIDE_TALK: say("We talked with you about thoughts of suicide."),
}

FELT = {
    Happened.NO: say("What you feared did not happen."),
    Happened.PARTLY: say("What you feared happened in part."),
    Happened.YES: say("What you feared happened."),
}

REAL = {
    Real.YES: say("yes"),
    Real.PARTLY: say("in part"),
    Real.NO: say("no"),
    Real.NOT_SURE: say("not sure"),
}

STILL = {
    Wanted.YES: say("You still wanted to go."),
    Wanted.CHANGE: say("You wanted to change something."),
    Wanted.NO: say("You did not want to go."),
}


def _went(told: Any, it: Told) -> str:
    return capital(WENT[told.outcome].format(step=step_of(told.step, it)))


def _ready_for(told: Any, it: Told) -> str:
    step = step_of(told.step, it)
    return say("At {time} you got ready for {step}.", time=say_time(told.at), step=step)


def _planned(told: Any, it: Told) -> str:
    step = step_of(told.step, it)
    return say("At {time}: {step}.", time=say_time(told.at), step=step)


def _away(told: Any, it: Told) -> str:
    why = BECAUSE_AWAY[told.kind]
    first, last = (say_day(day, today=it.today) for day in (told.first, told.last))
    if told.first == told.last:
        return say("{why} on {day}.", why=why, day=first)
    return say("{why} from {first} to {last}.", why=why, first=first, last=last)


def _kept(told: Any, it: Told) -> str:
    kept = "; ".join(it.names.get(one.id, "") for one in told if one.kept)
    broken = "; ".join(it.names.get(one.id, "") for one in told if not one.kept)
    said = [
        *([say("You kept to: {limits}.", limits=kept)] if kept else []),
        *([say("Not kept: {limits}.", limits=broken)] if broken else []),
    ]
    return " ".join(said)


def _tried(told: Any, _it: Told) -> str:
    said = [
        say("{what} (helped {n} of 10)", what=one.text.rstrip("."), n=one.helped)
        if one.helped is not None
        else one.text.rstrip(".")
        for one in told
    ]
    return say("You tried: {what}.", what="; ".join(said))


def _used(told: Any, _it: Told) -> str:
    if not told.what:
        return say("No drink or drugs since last time.")
    what = ", ".join(one for one in (told.what.rstrip("."), told.amount) if one)
    kept = {True: say(" That was within the limit."), False: say(" Over the limit.")}
    stopped = say(" You stopped all at once.") if told.stopped else ""
    return say("You used: {it}.", it=what) + kept.get(told.within_limit, "") + stopped


def _guess(told: Any, _it: Told) -> str:
    said = []
    if told.peak is not None:
        said.append(say("You expected worry of {n} of 10 at its worst.", n=told.peak))
    if told.will_happen is not None:
        n = told.will_happen
        said.append(say("You were {n} of 100 sure your fear would come true.", n=n))
    return " ".join(said)


def _signs(told: Any, it: Told) -> str:
    said = "; ".join(it.names.get(one, one) for one in told)
    return say("Signs that day: {signs}.", signs=said)


def _signs_seen(told: Any, _it: Told) -> str:
    return say("Signs seen: {signs}.", signs="; ".join(one.text for one in told))


MONEY = (
    Row("what", say("They asked for: {it}.")),
    Row("who", say("Who asked: {it}.")),
    Row("known_for", say("You had known them: {it}.")),
    Row("amount", say("How much: {it}.")),
    Row(
        "did",
        words={
            **DID_WORDS,
            Did.DECLINED_ALONE: say("You said no on your own."),
            Did.DECLINED_WITH_HELP: say("You said no, with help."),
            Did.AGREED: say("You agreed."),
            Did.UNSURE: say("You were not sure what to do."),
        },
        says="{it}",
    ),
    Row("feelings", say("How you felt: {it}.")),
)

THOUGHT = (
    Row("seen", say("What you saw or heard: {it}.")),
    Row("mind", say("What went through your mind: {it}.")),
    Row("real", say("Could it be real? You said: {it}."), words=REAL),
    Row("belief", say("You were {it} of 100 sure.")),
    Row("feeling", say("The feeling was {it} of 10.")),
    Row("evidence_for", say("What speaks for it: {it}.")),
    Row("evidence_against", say("What speaks against it: {it}.")),
    Row("other_view", say("A kinder view: {it}.")),
    Row("other_belief", say("You were {it} of 100 sure of that view.")),
    Row(
        "pattern",
        say("A habit of thinking you named: {it}."),
        words={one.key: one.label for one in PATTERNS},
    ),
)


SESSIONS = {
    "away": Wording((), _away, ("kind", "first", "last")),
    "debrief": Wording(
        (
            Row("words"),
            Row("what_happened", say("What happened: {it}.")),
            Row("minutes", say("It took {it}."), words=a_time_long),
            Row("place", say("It was at: {it}.")),
            Row("company", say("With you: {it}.")),
            Row("travel", say("The way there and back: {it}.")),
            Row("differed", say("Not as planned: {it}.")),
            Row("worry_before", say("Your worry before was {it} of 10.")),
            Row("worry_peak", say("At its worst it was {it}.")),
            Row("worry_after", say("Your worry after was {it} of 10.")),
            Row("worry_next_day", say("Your worry the next day was {it} of 10.")),
            Row("feared", "{it}", words=FELT),
            Row("belief_before", say("You were {it} of 100 sure of your fear before.")),
            Row("belief_after", say("You were {it} of 100 sure of it after.")),
            Row("coped", say("How you coped: {it} of 10.")),
            Row("enjoyed", say("How you enjoyed it: {it} of 10.")),
            Row("belonged", say("How you felt part of it: {it} of 10.")),
            Row("confidence", say("How sure of yourself you felt: {it} of 10.")),
            Row("in_the_way", say("What got in the way: {it}.")),
            Row("helped", say("What helped: {it}.")),
            Row("tried", tell=_tried),
            Row("behaviours", say("What you did to feel safe: {it}.")),
            Row("limits", tell=_kept),
            Row("signs", tell=_signs_seen),
            Row("stage", say("You were at stage {it} of your card.")),
            Row("concerns", say("Since last time: {it}."), words=CONCERNS),
            Row("contacts", say("You made a crisis call on {it}.")),
            Row("minutes_slept", say("You slept {it}."), words=a_time_long),
            Row("craving", say("Your craving was {it} of 10.")),
            Row("used", tell=_used),
            Row("money", each=MONEY),
            Row(
                "indicators",
                say("Signs about money: {it}."),
                words={one.key: one.label for one in INDICATORS},
            ),
            Row("harm", say("About harm: {it}.")),
            Row("medicine", say("About medicine: {it}.")),
            Row("thought", each=THOUGHT),
            Row("went_well", say("What went well, and why: {it}.")),
            Row("ready", "{it}", words=YES_NO),
            Row("told", say("We told: {it}.")),
            Row("note", say("The worker wrote: {it}.")),
        ),
        _went,
        ("step", "outcome"),
        ("at", "session"),
    ),
    "observation": Wording(
        (
            Row("seen", "{it}", words=SEEN),
            Row("words"),
            Row("minutes_slept", say("You slept {it}."), words=a_time_long),
            Row("craving", say("Your craving was {it} of 10.")),
            Row("signs", tell=_signs_seen),
            Row("what", say("What it was: {it}.")),
            Row(
                "within_limit",
                say("That was within the limit."),
                no=say("That was over the limit."),
            ),
            Row("stopped", say("You stopped all at once.")),
            Row("route", say("Who was rung: {it}."), words=ROUTE_WORDS),
            Row("money", each=MONEY),
            Row("note", say("The worker wrote: {it}.")),
            Row("told", say("We told: {it}.")),
        ),
        unsaid=("at",),
    ),
    "preparation": Wording(
        (
            Row("wanted", "{it}", words=STILL),
            Row("change"),
            Row("worry_now", say("Your worry was {it} of 10.")),
            Row("mine", tell=_guess),
            Row("minutes_slept", say("You had slept {it}."), words=a_time_long),
            Row("craving", say("Your craving was {it} of 10.")),
            Row("signs", tell=_signs),
            Row("money_plan", say("Your plan for money: {it}.")),
            Row("behaviours", say("What you do to feel safe: {it}.")),
            Row("travel", say("The way there and back: {it}.")),
            Row("exit_words", say('Your words to leave with: "{it}"')),
            Row(
                "contact_tested",
                say("The number to ring was tried out."),
                no=say("The number to ring was not tried out."),
            ),
        ),
        _ready_for,
        ("step", "at"),
        ("session", "workers"),
    ),
    "reply": Wording(
        (
            Row("words"),
            Row("change"),
            Row("about", say("It is about: {it}.")),
        ),
        unsaid=("on", "about_id"),
    ),
    "session": Wording(
        (
            Row("place", say("It was to be at: {it}.")),
            Row("company", say("With you: {it}.")),
            Row("travel", say("The way there and back: {it}.")),
        ),
        _planned,
        ("step", "at"),
    ),
}
