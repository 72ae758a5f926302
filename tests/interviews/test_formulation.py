"""The interview of a formulation: the core first, orphans while writing, no fourth."""

from __future__ import annotations

import pytest

from inclusion_cli.casework.formulation import formulation_from
from inclusion_cli.errors import AnswersWrong
from inclusion_cli.interviews.formulation import every_question
from tests.interviews.by_key import CORE, ROWS, TODAY, asked, given


def test_the_short_way_is_short() -> None:
    """Beyond the rows no more than 12 answers are needed; Enter passes the rest by."""
    answers, worker = asked(CORE)

    beyond = [key for key in worker.asked if not key.startswith(ROWS)]
    assert beyond == [
        "what_matters",
        "cost_of_not_doing",
        "account",
        "account_on",
        "more",
        "review_on",
    ]
    made = formulation_from(None, answers)
    assert [t.id for t in made.open_risks()] == ["t2"]
    assert made.account_on == TODAY


def test_a_situation_without_an_answer_stands_above_what_is_done() -> None:
    """Before each thing that is done, and once more with its name at the end."""
    _answers, worker = asked(CORE)

    assert worker.notes["control.1.text"] == (
        "No answer yet for:",
        "  The late bus",
        "  The pub on Friday",
    )
    assert worker.notes["control.2.text"] == (
        "No answer yet for:",
        "  The pub on Friday",
    )
    assert worker.notes["trigger.2.unanswered"][:2] == (
        "A risk nobody is managing",
        'Nothing is agreed for "The pub on Friday".',
    )


def test_going_back_from_an_orphan_adds_its_answer() -> None:
    """One question back is where what is done is typed; then nobody asks why."""
    told = {
        **CORE,
        "control.2.text": ["", "Eat first, together"],
        "control.2.kind": "1",
        "control.2.trigger": "2",
        "trigger.2.unanswered": "<",
    }

    answers, worker = asked(told)

    assert worker.asked.count("control.2.text") == 2
    assert formulation_from(None, answers).unanswered() == ()


def test_why_nothing_is_done_is_kept_with_the_situation() -> None:
    """A reason is an answer, too."""
    answers, _worker = asked({**CORE, "trigger.2.unanswered": "He asked to wait"})

    made = formulation_from(None, answers)
    assert made.open_risks() == ()
    assert made.triggers[1].unanswered_because == "He asked to wait"


RULE = {"control.2.text": "No phones", "control.2.kind": "2", "control.2.trigger": "0"}


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ({"untied": "1", "tied_to": "2"}, ("t2", "")),
        ({"untied": "2"}, None),
        ({"untied": "3", "because": "The whole house sleeps"},
         ("", "The whole house sleeps")),
        ({"untied": "4"}, ("", "")),
    ],
)  # fmt: skip
def test_what_is_for_no_situation_is_a_blanket_rule_until_somebody_says(
    told: dict[str, str], kept: tuple[str, str] | None
) -> None:
    """Tie it, drop it, say why, or leave it open for home to ask again."""
    own = {f"control.2.{key}": value for key, value in told.items()}

    answers, worker = asked({**CORE, **RULE, **own, "control.3.text": ""})

    rest = formulation_from(None, answers).controls[1:]
    assert worker.notes["control.2.untied"] == (
        "Probably a blanket rule",
        '"No phones" is for none of these situations.',
    )
    assert [(c.trigger, c.no_trigger_because) for c in rest] == ([kept] if kept else [])


def test_a_restriction_for_no_situation_is_refused_where_it_is_said() -> None:
    """The sentence says what to do, and the next number is taken."""
    told = {
        **CORE,
        "control.1.kind": "4",
        "control.1.trigger": ["0", "1"],
        "control.1.harm": "A fall in May",
        "control.1.basis": "1",
        "control.1.tried": "A call",
        "control.1.ends": "Two calm weeks",
    }

    answers, worker = asked(told)

    assert worker.errors == [
        (
            "A restriction is for one of these situations. "
            "Choose it, or go back and leave the restriction out. You typed 0."
        )
    ]
    assert formulation_from(None, answers).controls[0].trigger == "t1"


def test_the_deeper_parts_are_asked_where_they_are_wanted() -> None:
    """For the situations that were chosen, and for no other."""
    told = {
        **CORE,
        "more": "1",
        "deeper": "2",
        "trigger.2.basis": "1",
        "trigger.2.example": "none known",
        "trigger.2.exposure": "3",
        "trigger.2.rating": ["11", "7"],
    }

    answers, worker = asked(told)

    bus, pub = formulation_from(None, answers).triggers
    assert (bus.basis, bus.rating) == (None, None)
    assert (pub.rating, pub.example, pub.worse) == (7, "none known", "")
    assert "trigger.1.basis" not in worker.asked
    assert worker.errors == ["Worry expected must be from 0 to 10. You typed 11."]


SCENARIO = {
    "what": "A fight",
    "triggers": "t1",
    "starts": "Rounds",
    "soon": "Minutes",
    "worst": "A cell",
    "likely": "A taxi",
    "first_sign": "A loud laugh",
    "we_do": "Ring at 10",
    "person_does": "Leaves",
    "told": "Jo",
    "will_not": "Ban the pub",
}


def scenarios(many: int) -> dict[str, str]:
    """Return the answers of so many scenarios."""
    return {
        f"scenario.{n}.{key}": text
        for n in range(1, many + 1)
        for key, text in SCENARIO.items()
    }


def test_a_fourth_scenario_is_refused_with_a_sentence() -> None:
    """Three are kept; the fourth is told why not, and nothing is lost."""
    script = {k: v for k, v in CORE.items() if v}

    made = formulation_from(None, given({**script, **scenarios(3)}))
    with pytest.raises(AnswersWrong) as refused:
        given({**script, **scenarios(4)})

    assert len(made.scenarios) == 3
    assert refused.value.problems == {
        "scenario.4.what": (
            "Could happen 4: There is room for 3 things that could happen. "
            "Keep the ones that matter most."
        )
    }


def test_after_three_scenarios_no_more_are_asked_for() -> None:
    """The interview goes on."""
    _answers, worker = asked({**CORE, "more": "2", **scenarios(3)})

    assert "scenario.3.what" in worker.asked
    assert "scenario.4.what" not in worker.asked


def test_why_there_is_no_own_account_must_be_said() -> None:
    """The person's own account, or why not and how it was asked for."""
    told = {**CORE, "account": "", "no_account": ["", "He asked to wait"]}

    answers, worker = asked(told)

    assert worker.errors[0].startswith("This needs an answer.")
    made = formulation_from(None, answers)
    assert (made.account, made.no_account_because) == ("", "He asked to wait")


def test_every_question_has_its_own_key() -> None:
    """No two answers of a formulation share a name."""
    keys = [question.key for question in every_question()]

    assert len(keys) == len(set(keys))
