"""Records for tests: each call names the one fact that matters there."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from inclusion_cli.domain.card import (
    Action,
    Card,
    Contact,
    Domain,
    PauseOnCard,
    Sign,
    Stage,
    StepChange,
    StepUp,
)
from inclusion_cli.domain.debrief import Debrief, Outcome
from inclusion_cli.domain.disclosure import Disclosure, Ground, Rests
from inclusion_cli.domain.facts import Facts
from inclusion_cli.domain.formulation import (
    Basis,
    Capacity,
    Contributor,
    Control,
    ControlKind,
    Disagreement,
    Exposure,
    Formulation,
    KeptWords,
    Presumed,
    Scenario,
    Signed,
    SignOff,
    Source,
    Trigger,
    TriggerKind,
)
from inclusion_cli.domain.kept import Kept
from inclusion_cli.domain.plan import Step

DAY_ONE = date(2026, 9, 1)
"""The day a test's step begins, unless it says otherwise."""

ATTENDED_3_OF_4: dict[str, Any] = {"attended_at_least": {"n": 3, "of_last": 4}}
A_CRISIS_CALL: dict[str, Any] = {"not": {"crisis_contacts_max": {"n": 0, "days": 7}}}


def criteria(
    stability: dict[str, Any] | None = None,
    *,
    pause: list[dict[str, Any]] | None = None,
    days: int = 14,
    sessions: int = 3,
) -> dict[str, Any]:
    """Return criteria as data."""
    return {
        "stability": stability or ATTENDED_3_OF_4,
        "pause": pause if pause is not None else [],
        "hold": {"days": days, "min_sessions": sessions},
    }


def day(number: int) -> date:
    """Return the n-th day of a test's step; day 1 is DAY_ONE."""
    return DAY_ONE + timedelta(days=number - 1)


def at(number: int, hour: int = 10) -> datetime:
    """Return an hour of the n-th day."""
    return datetime.combine(day(number), datetime.min.time()).astimezone() + timedelta(
        hours=hour
    )


def a_debrief(number: int = 1, **facts: Any) -> Kept[Debrief]:
    """Return a kept debrief of the n-th day, asked about everything, all well."""
    kept_id = facts.pop("id", f"debrief-{number}")
    hour = facts.pop("hour", 10)
    recorded = facts.pop("recorded", None)
    told: dict[str, Any] = {
        "step": "step-1",
        "outcome": Outcome.ATTENDED_FULL,
        "worry_before": 5,
        "worry_peak": 6,
        "worry_after": 4,
        "signs": (),
        "concerns": (),
        **facts,
    }
    debrief = Debrief(at=at(number, hour), **told)
    return Kept(
        id=kept_id,
        entry=f"entry-of-{kept_id}",
        file="file-1",
        record=debrief,
        author="sam",
        happened_at=debrief.at,
        recorded_at=recorded or debrief.at + timedelta(hours=1),
    )


def facts(on: int, *sessions: Kept[Debrief], began: int = 1, **more: Any) -> Facts:
    """Return facts on the n-th day."""
    return Facts(on=day(on), began=day(began), sessions=sessions, **more)


def a_step(**told: Any) -> Step:
    """Return a step with the criteria of `criteria()`."""
    return Step(
        **{
            "plan": "plan-1",
            "number": 1,
            "title": "A morning walk",
            "place": "Canal path",
            "time": "10am",
            "minutes": 15,
            "accompaniment": 6,
            "triggers": ("t1",),
            "criteria": criteria(),
            **told,
        }
    )


def a_trigger(**told: Any) -> Trigger:
    """Return a trigger."""
    return Trigger(
        **{
            "id": "t1",
            "kind": TriggerKind.CROWDS,
            "situation": "The 8:15 bus",
            "tends_to_happen": "Gets off early",
            "early_signs": "Looks at the door",
            "helps": "Going at 10am",
            **told,
        }
    )


SIGNED = (
    SignOff("person", Signed.SIGNED, DAY_ONE),
    SignOff("worker", Signed.SIGNED, DAY_ONE, "Sam"),
)


def a_formulation(**told: Any) -> Formulation:
    """Return a signed formulation with one trigger and one control for it."""
    return Formulation(
        **{
            "version": 1,
            "what_matters": "A hot chocolate in the corner cafe",
            "cost_of_not_doing": "Days alone in the flat",
            "triggers": (a_trigger(),),
            "strengths": ("Walks for miles", "Says when enough is enough"),
            "controls": (Control("Go at 10am", ControlKind.ENVIRONMENTAL, "t1"),),
            "review_on": date(2026, 12, 30),
            "sign_offs": SIGNED,
            **told,
        }
    )


def a_scenario(**told: Any) -> Scenario:
    """Return a scenario of the 8:15 bus."""
    return Scenario(
        **{
            "triggers": ("t1",),
            "what": "Someone laughs and Amina gets off in the road",
            "starts": "The children get on",
            "soon": "Minutes",
            "worst": "A fall",
            "likely": "A long walk home",
            "first_sign": "Looks at the door",
            "we_do": "Ring her at 8:30",
            "person_does": "Stays on for one stop more",
            "told": "Jo, team lead",
            "will_not": "Stop the bus",
            **told,
        }
    )


def a_whole_formulation(**told: Any) -> Formulation:
    """Return a formulation with something in every part, and orphans with reasons."""
    bus = a_trigger(
        basis=Basis.BOTH,
        worse="Rain, and school holidays ending",
        exposure=Exposure.WITH_SUPPORT,
        example="On 3 May she got off at the bridge. She told Sam the same day",
        rating=7,
    )
    shop = a_trigger(
        id="t2",
        kind=TriggerKind.MONEY_PRESSURE,
        situation="The man by the till on payday",
        unanswered_because="He has not been seen since June",
    )
    limit = Control(
        "No bank card on Fridays",
        ControlKind.RESTRICTION,
        "t1",
        harm="200 pounds were lent on two Fridays in April",
        lawful_basis="agreed",
        tried="A list of what to buy, for three weeks",
        ends_when="Three Fridays without a loan",
    )
    rule = Control(
        "Ring the bell at the back",
        ControlKind.SUPPORT,
        "",
        no_trigger_because="The front door is being mended",
        ends_when="The front door opens",
        started=day(1),
        review_on=day(60),
    )
    return a_formulation(
        **{
            "account": "I like it there. It is the way there that I cannot do.",
            "account_on": day(1),
            "triggers": (bus, shop),
            "controls": (*a_formulation().controls, limit, rule),
            "presenting": "She has stayed in since March",
            "keeps_going": "Each day in makes the next one harder",
            "identity": "Prayers at noon come first",
            "scenarios": (
                a_scenario(context="A Monday", protects="Her sister's calls"),
            ),
            "contributors": (Contributor("Sara", "her sister", day(1)),),
            "sources": (Source("Letter of the clinic", day(1)),),
            "disagreements": (
                Disagreement("Her mother", "It is too soon", "We rang her together"),
            ),
            "capacity": Capacity("To go by bus alone", Presumed.PRESUMED),
            "words_kept": (KeptWords("always", "always late", "Her own joke"),),
            **told,
        }
    )


def a_card(**told: Any) -> Card:
    """Return a card with one sign and one own action in each stage."""
    stages = tuple(
        Stage(n, (Sign(f"s{n}-1", f"sign {n}"),), (Action(f"m{n}-1", f"I do {n}"),))
        for n in (1, 2, 3, 4)
    )
    return Card(
        **{
            "version": 1,
            "stages": stages,
            "not_helpful": "Being rushed",
            "on_call": "01632 960001",
            **told,
        }
    )


def a_whole_card(**told: Any) -> Card:
    """Return a card that says everything a card can say."""
    two = Stage(
        2,
        (
            Sign("s2-1", "I check the window", Domain.SUSPICION, "once", "three times",
                 "my sister", "The week before Easter"),
            Sign("s2-2", "I sleep badly", Domain.SLEEP, "7 hours", "under 5 hours"),
            Sign("s2-3", "I keep my headphones in", Domain.CONTACT),
        ),
        (
            Action("m2-1", "I write down what I saw. Then what I think it means."),
            Action("m2-2", "I walk by the canal", within="1 hour"),
        ),
        (Action("o2-1", "Ask me once", "My worker", "the same day", agreed=True),),
    )  # fmt: skip
    three = Stage(
        3,
        (Sign("s3-1", "I stop answering the door"),),
        (Action("m3-1", "I ring my sister"),),
        (Action("o3-1", "We meet at the flat", "Sam", "1 day", agreed=False),),
    )
    pause = PauseOnCard("If there is a crisis call: the step pauses.", "{}")
    whole: dict[str, Any] = {
        "version": 2,
        "stages": (a_card().stages[0], two, three, a_card().stages[3]),
        "contacts": tuple(
            Contact(name, f"07700 90012{n}", DAY_ONE)
            for n, name in enumerate(("My sister", "Jo", "My aunt"))
        ),
        "says_first": "My sister",
        "told_how": "Quietly. When nobody else is there.",
        "step_up": StepUp(
            StepChange.PAUSE, (pause,), "A call every evening", "My sister", "The bus"
        ),
        "home_care": "My aunt feeds the cat.",
        "statement": "In the blue folder",
        "written_on": DAY_ONE,
        "check_by": date(2026, 11, 20),
        "on_call_checked": DAY_ONE,
        "lines_checked": DAY_ONE,
        "crisis_team": "01632 960003",
        "crisis_team_checked": DAY_ONE,
    }
    return a_card(**{**whole, **told})


def told_in_danger(on: date) -> Disclosure:
    """Return that the police were told with no consent, as somebody was in danger."""
    return Disclosure(
        on,
        "Police",
        "to keep somebody safe",
        Rests.WITHOUT_CONSENT,
        ground=Ground.VITAL,
        harm="He will hit her",
        decided_by="Sam",
    )
