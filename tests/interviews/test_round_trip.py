"""A record, the answers it stands for, and the record they make: one and the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inclusion_cli.casework.debrief import debrief_from
from inclusion_cli.casework.observe import observation_from
from inclusion_cli.casework.prepare import preparation_from
from inclusion_cli.casework.session import session_from
from inclusion_cli.domain.plan import Behaviour, Limit, SafetyBehaviour
from inclusion_cli.domain.predictions import veiled
from inclusion_cli.interviews import debrief, observe, prepare, session
from inclusion_cli.interviews.asker import Nowhere
from inclusion_cli.interviews.gather import gather
from inclusion_cli.interviews.question import Live
from tests.builders import a_card, at
from tests.domain.making import a_case, keep, ladder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.interviews.question import Form, Question

NOW = at(20, 18)
TEXTS = ("Two men by the gate", "A loan", "Jo at 4pm", "[he] {{7*7}}", "It was loud")
RAWS: dict[str, tuple[str, ...]] = {
    "when": (at(18).isoformat(), at(19, 14).isoformat()),
    "day": (at(18).date().isoformat(), at(20).date().isoformat()),
    "days": (at(17).date().isoformat(), f"{at(17).date()},{at(18).date()}"),
    "hours": ("6:30", "4 hours", "0", "7.5"),
    "number": ("0", "20", "80", "100"),
    "score": tuple(str(n) for n in range(11)),
    "text": TEXTS,
}


@pytest.fixture(scope="module")
def case() -> Casefile:
    """Return a case whose step has a fear, limits and safety behaviours, and a card."""
    steps = ladder(
        fear="They will stare",
        fear_sure=80,
        limits=(Limit("l1", "One hour"), Limit("l2", "No rounds")),
        behaviours=(SafetyBehaviour("b1", "Sit by the door", Behaviour.FADE),),
        travel="The 10:15 bus",
        exit_words="Shall we go",
    )
    return a_case(steps=steps, card=keep(a_card(), 1))


def answered(data: st.DataObject, form: Form) -> dict[str, str | None]:
    """Return some answers a form takes: each question given, skipped or left out."""
    raws: dict[str, str | None] = {}
    found = Live(raws)
    for question in form.questions(found):
        if not question.relevant(found):
            continue
        if question.extra and not data.draw(st.booleans()):
            continue
        raws[question.key] = _raw(data, question, found)
        raw = raws[question.key]
        found[question.key] = None if raw is None else question.read(raw, found)
    return raws


def _raw(data: st.DataObject, question: Question, found: Live) -> str | None:
    """Return something that can be typed there, None for a skip where it may be."""
    keys = [choice.key for choice in question.choices]
    if question.kind == "choices":
        chosen = data.draw(st.lists(st.sampled_from(keys), unique=True, max_size=4))
        raw = ",".join(chosen) or "0"
    else:
        raw = data.draw(st.sampled_from(keys or RAWS[question.kind]))
    try:
        question.read(raw, found)
    except ValueError:
        raw = keys[0] if question.kind == "choices" else RAWS[question.kind][-1]
        return raw if question.required else None
    skips = not question.required and data.draw(st.booleans())
    return None if skips else raw


def made(form: Form, raws: Mapping[str, str | None]) -> Any:
    """Return the answers a script that gives these would be taken to give."""
    return gather(form, raws, None, Nowhere())


def law(test: Callable[..., None]) -> Callable[..., None]:
    """Return a test over many answers."""
    many = settings(
        max_examples=100,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    return many(given(data=st.data())(test))


@law
def test_a_debrief_is_what_its_answers_make(
    case: Casefile, data: st.DataObject
) -> None:
    """Whatever was answered; mending it without a change changes nothing."""
    step = case.steps[0]
    it = debrief.about(case, step, None, now=NOW, ask_ready=True)
    form = debrief.form(case, it)
    first = debrief_from(
        made(form, answered(data, form)), step, None, it.signs, it.actions
    )
    kept = keep(first, 20)
    then = replace(case, debriefs=(kept,))

    mended = debrief.amend_about(then, kept, now=NOW)
    again = made(debrief.amend_form(then, kept, now=NOW), {})

    assert debrief_from(again, step, None, mended.signs, mended.actions) == first


@law
def test_an_observation_is_what_its_answers_make(
    case: Casefile, data: st.DataObject
) -> None:
    """Whatever it is of."""
    it = observe.between(case, now=NOW)
    form = observe.form(case, it)
    first = observation_from(made(form, answered(data, form)), it.signs)
    kept = keep(first, 20)

    mended = observe.amend_about(case, kept, now=NOW + timedelta(days=3))
    again = made(observe.amend_form(case, kept, now=NOW), {})

    assert observation_from(again, mended.signs) == first


@law
def test_a_preparation_is_what_its_answers_make(
    case: Casefile, data: st.DataObject
) -> None:
    """Without its guesses: they are never mended."""
    step = case.steps[0]
    form = prepare.form(case, prepare.ahead(case, step, None, now=NOW))
    first = preparation_from(made(form, answered(data, form)), step, None, at=NOW)
    kept = keep(first, 20)

    again = made(prepare.amend_form(case, kept, now=NOW), {})

    mended = preparation_from(again, step, None, at=NOW)
    assert mended == veiled(first)


@law
def test_a_session_is_what_its_answers_make(
    case: Casefile, data: st.DataObject
) -> None:
    """What is as on the step stays so."""
    step = case.steps[0]
    it = session.planning(case, now=at(1), step=step)
    form = session.plan_form(case, step, it)
    given_to_it = {
        key: raw for key, raw in answered(data, form).items() if key != "until"
    }
    travel = it.usual.travel
    first = session_from(made(form, given_to_it), step, travel=travel)
    kept = keep(first, 20)

    again = made(session.amend_form(case, kept, now=NOW), {})

    assert session_from(again, step, travel=travel) == first


def test_a_sign_that_left_the_card_stays_on_its_debrief(case: Casefile) -> None:
    """A debrief is mended with the signs and actions of its own day."""
    step = case.steps[0]
    it = debrief.about(case, step, None, now=NOW, ask_ready=False)
    sign, action = it.signs[0], next(iter(it.actions))
    told = {
        "when": at(19).isoformat(),
        "how": "stayed",
        "since": "0",
        "signs": sign.id,
        "tried": action,
        f"tried.{action}.helped": "6",
        "stage": "2",
    }
    form = debrief.form(case, it)
    first = debrief_from(made(form, told), step, None, it.signs, it.actions)
    kept = keep(first, 20)
    bare = replace(case, debriefs=(kept,), card=None)

    mended = debrief.amend_about(bare, kept, now=NOW)
    again = made(debrief.amend_form(bare, kept, now=NOW), {})

    assert debrief_from(again, step, None, mended.signs, mended.actions) == first
