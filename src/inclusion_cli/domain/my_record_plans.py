"""What plans and steps, decisions and measures say in the person's own copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.domain.dates import say_day, say_time
from inclusion_cli.domain.debrief import Word
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.event_plan import GOALS_TO_YOU
from inclusion_cli.domain.finding import MET
from inclusion_cli.domain.measure import Mode
from inclusion_cli.domain.measure_says import name_of, score_words
from inclusion_cli.domain.my_record_rows import Row, Told, Wording
from inclusion_cli.domain.plan import ACCOMPANIMENT_TO_YOU, Behaviour
from inclusion_cli.domain.units import say_units
from inclusion_cli.domain.values import capital
from inclusion_cli.tongue import say, say_many

if TYPE_CHECKING:
    from inclusion_cli.domain.decision import Evidence

YES_NO = {
    Word.YES: say("You said you were ready for the next step."),
    Word.NO: say("You said you were not ready for the next step."),
    Word.NOT_SURE: say("You were not sure if you were ready."),
}

DECIDED = {
    Choice.START: say("You began {step}."),
    Choice.PROGRESS: say("You moved on to {to}. Before it was {step}."),
    Choice.HOLD: say("You stayed on {step}."),
    Choice.PAUSE: say("{step} was paused."),
    Choice.RESUME: say("You went on with {to}."),
    Choice.STEP_BACK: say("You went back to {to}. Before it was {step}."),
    Choice.COMPLETE: say("You completed {step}."),
    Choice.PERSON_STOPPED: say("You stopped {step}, as you wished."),
}

BECOMES = {
    Behaviour.KEEP: say("it may stay"),
    Behaviour.FADE: say("a little less each time"),
    Behaviour.DROP: say("it is to stop"),
}

MODES = {
    Mode.SELF: say("You answered on your own."),
    Mode.READ_ALOUD: say("It was read aloud to you."),
    Mode.HELPED: say("You had help with the answers."),
    Mode.RECORDED: say("It was done elsewhere. We wrote down the score."),
}


def step_of(step: str, it: Told) -> str:
    """Return a step as it is named in a sentence."""
    return it.names.get(step, "") or say("a step")


def a_time_long(minutes: int) -> str:
    """Return minutes as people say them: "6 hours 45 minutes"."""
    hours, rest = divmod(minutes, 60)
    told = [
        *([say_many("{number} hour", "{number} hours", hours)] if hours else []),
        *([say_many("{number} minute", "{number} minutes", rest)] if rest else []),
    ]
    return " ".join(told) or say("not at all")


def _decided(told: Any, it: Told) -> str:
    step, to = step_of(told.step, it), step_of(told.to_step or told.step, it)
    return capital(DECIDED[told.choice].format(step=step, to=to))


def _step(told: Any, _it: Told) -> str:
    return say(
        "Step {number}: {title}. {place}, {time}, {long}.",
        number=told.number,
        title=told.title.rstrip("."),
        place=told.place.rstrip("."),
        time=told.time.rstrip("."),
        long=a_time_long(told.minutes),
    )


def _reduced(told: Any, it: Told) -> str:
    step = step_of(told.step, it)
    if told.ended_on is None:
        return say("For now there is less of {step}.", step=step)
    return say("For a time there was less of {step}.", step=step)


def _reviewed(told: Any, it: Told) -> str:
    return say("Together we looked at {step}.", step=step_of(told.step, it))


def _evening(told: Any, it: Told) -> str:
    at, place = told.at, told.place.rstrip(".")
    day, time = say_day(at.date(), today=it.today), say_time(at)
    return say("For {place}, {day}, {time}.", place=place, day=day, time=time)


def _measured(told: Any, _it: Told) -> str:
    told_score = score_words(told).rstrip(".")
    return say("{name}. It came to: {score}.", name=name_of(told), score=told_score)


def _rules(told: Any, it: Told) -> str:
    from inclusion_cli.domain.criteria_reading import parse_criteria  # noqa: PLC0415
    from inclusion_cli.domain.criteria_to_you import agreed_with_you  # noqa: PLC0415

    return " ".join(agreed_with_you(parse_criteria(told, dict(it.names))))


def _evidence(told: Any, _it: Told) -> str:
    lines = " ".join(map(_beside, told))
    return say("What was agreed, and what we saw. {lines}", lines=lines)


def _beside(line: Evidence) -> str:
    """Return what was agreed beside what was seen, a sentence each."""
    return say(
        "We agreed: {agreed}. We saw: {shows}.",
        agreed=line.agreed.rstrip("."),
        shows=line.shows.rstrip("."),
    )


def _pauses(told: Any, _it: Told) -> str:
    seen = [_beside(line) for line in told if line.answer == MET.value]
    unseen = len(told) - len(seen)
    said = []
    if seen:
        said.append(say("A sign to stop and think. {lines}", lines=" ".join(seen)))
    if unseen:
        signs = say_many("{number} sign was", "{number} signs were", unseen)
        said.append(say("{signs} looked for, and not seen.", signs=signs))
    return " ".join(said)


def _behaviours(told: Any, _it: Told) -> str:
    said = [f"{one.text.rstrip('.')} ({BECOMES[one.sort]})" for one in told]
    return say("What you do to feel safe: {what}.", what="; ".join(said))


def _limits(told: Any, _it: Told) -> str:
    return say("You agreed: {what}.", what="; ".join(one.text for one in told))


def _answers(told: Any, _it: Told) -> str:
    said = [say("left out") if one is None else str(one) for one in told]
    return say("Your answers: {answers}.", answers=", ".join(said))


PLANS = {
    "decision": Wording(
        (
            Row("why", say("Why: {it}.")),
            Row("least_change", say("The smallest change that would do: {it}.")),
            Row("resume_when", say("It goes on when: {it}.")),
            Row("needs", say("What is needed: {it}.")),
            Row("what_changed", say("What had changed: {it}.")),
            Row("overrides", say("It went against this: {it}.")),
            Row("agreed_with", say("Agreed with: {it}.")),
            Row("clinical", say("For a doctor or nurse: {it}.")),
            Row("oversight", say("The doctor or nurse for this: {it}.")),
            Row(
                "look_again",
                say("It was to be looked at again on {it}."),
                ahead=say("It is to be looked at again on {it}."),
            ),
        ),
        _decided,
        ("step", "choice", "to_step"),
        ("on", "review", "cites"),
    ),
    "event_plan": Wording(
        (
            Row("goal", "{it}", words=GOALS_TO_YOU),
            Row("units", say("At most: {it}."), words=say_units),
            Row("minutes", say("You stay {it} at most."), words=a_time_long),
            Row("why_longer", say("Why longer than before: {it}.")),
            Row("people", say("Who is there: {it}.")),
            Row("eat_first", say("You eat first: {it}.")),
            Row("own_drink", say("Your own drink: {it}.")),
            Row("money_cap", say("Money you take: {it}.")),
            Row("travel", say("The way there and back: {it}.")),
            Row("leave_phrase", say('Your words to leave with: "{it}"')),
            Row("contact", say("Whom you can ring: {it}.")),
            Row("phone", say("Their number: {it}.")),
            Row("reachable_from", say("They answer from {it}.")),
            Row("reachable_to", say("They answer until {it}.")),
            Row("check_ins", say("How we check with you: {it}.")),
            Row("after", say("Afterwards: {it}.")),
            Row("next_day", say("The talk the day after: {it}.")),
            Row(
                "withdrawal_told",
                say("We told you that stopping all at once can be dangerous."),
                no=say("We did not talk about stopping all at once."),
            ),
        ),
        _evening,
        ("at", "place"),
        ("step", "session"),
    ),
    "measure": Wording(
        (
            Row("words"),
            Row("items", tell=_answers),
            Row("chosen", say("You chose: {it}.")),
            Row("grave_item", say("You answered question 9 with {it}, from 0 to 3.")),
            Row("mode", "{it}", words=MODES),
            Row("asked_by", say("Asked by: {it}.")),
            Row("note", say("The worker wrote: {it}.")),
        ),
        _measured,
        ("instrument", "about", "total", "terms", "scale"),
        ("on", "version", "every"),
    ),
    "plan": Wording(
        (
            Row("goal"),
            Row("goal_rating", say("You felt {it} of 10 near to it.")),
            Row("baseline_contacts", say("Crisis calls before this began: {it}.")),
            Row("baseline_days", say("Counted over this many days: {it}.")),
            Row("pace_agreed_with", say("The pace was agreed with: {it}.")),
            Row("oversight", say("The doctor or nurse for this: {it}.")),
        )
    ),
    "reduction": Wording(
        (
            Row("why", say("Why: {it}.")),
            Row("minutes", say("How long, at most: {it}."), words=a_time_long),
            Row(
                "accompaniment",
                "{it}",
                words=dict(enumerate(ACCOMPANIMENT_TO_YOU)),
            ),
            Row("agreed_with", say("Agreed with: {it}.")),
            Row(
                "look_again",
                say("It was to be looked at again on {it}."),
                ahead=say("It is to be looked at again on {it}."),
            ),
            Row("ended_on", say("It ended on {it}.")),
            Row("ended_because", say("Why it ended: {it}.")),
        ),
        _reduced,
        ("step",),
        ("on", "because"),
    ),
    "review": Wording(
        (
            Row("wish"),
            Row("ready", "{it}", words=YES_NO),
            Row("evidence", tell=_evidence),
            Row("pause_signs", tell=_pauses),
        ),
        _reviewed,
        ("step",),
        ("on",),
    ),
    "step": Wording(
        (
            Row(
                "accompaniment",
                "{it}",
                words=dict(enumerate(ACCOMPANIMENT_TO_YOU)),
            ),
            Row("often", say("How often: {it}.")),
            Row("triggers", say("What may be hard there: {it}.")),
            Row("fear", say("What you fear may happen: {it}.")),
            Row("fear_sure", say("You were {it} of 100 sure of that.")),
            Row("hoped", say("What you hope for: {it}.")),
            Row("hoped_sure", say("You were {it} of 100 sure of that hope.")),
            Row("expected_worry", say("You expected worry of {it} of 10.")),
            Row("behaviours", tell=_behaviours),
            Row("limits", tell=_limits),
            Row("travel", say("The way there and back: {it}.")),
            Row("exit_words", say('Your words to leave with: "{it}"')),
            Row("coping", say("Ways to cope: {it}.")),
            Row("staff_do", say("We do: {it}.")),
            Row("staff_do_not", say("We do not: {it}.")),
            Row("success", say("Going well looks like this: {it}.")),
            Row("stop_rules", say("We stop at once when: {it}.")),
            Row("criteria", tell=_rules),
            Row("ready_said", say("Who said you were ready: {it}.")),
        ),
        _step,
        ("number", "title", "place", "time", "minutes"),
        ("plan", "sort", "partner"),
    ),
}
