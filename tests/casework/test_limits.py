"""Limits over the real vault: placed, refused, signed off, looked at, lifted."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from inclusion_cli.casework.restriction import place, record_review, review_from
from inclusion_cli.clock import Clock
from inclusion_cli.domain.alarms import Side
from inclusion_cli.domain.home import home
from inclusion_cli.domain.restrictions import register
from inclusion_cli.store.reading import Reading
from inclusion_cli.store.work import Work
from tests.casework.test_as_of import file_of
from tests.conftest import NOW
from tests.domain.limits import a_control, a_restriction

if TYPE_CHECKING:
    from inclusion_cli.store.vault import Vault
    from tests.conftest import Run

QUIET = ("--practice", "--no-input", "--json")
WHOLE = {
    "emergency": "no",
    "what": "No walks after dark",
    "harm": "He was followed home on Monday night",
    "evidence": "At the gate, seen by Ravi",
    "evidence_on": "yesterday",
    "trigger": "t1",
    "basis": "agreed",
    "tried.1.what": "Walks with a worker",
    "proportionate": "The lamp by the gate is broken until Friday",
    "authorised_by": "Ravi",
    "authorised_role": "Late shift",
    "ends": "The lamp by the gate is mended",
    "review_days": "7",
    "whom": "alone",
    "feels": "Like a child",
    "advocacy": "A leaflet, and the advocate's number",
    "supervised": "no",
}
LOOK = {"harm": "no", "decided_by": "Robin"}


def flags(answers: dict[str, str], **more: str | None) -> tuple[str, ...]:
    """Return answers as they are given to a command; None leaves one out."""
    told = {**answers, **more}
    return tuple(
        part
        for key, value in told.items()
        if value is not None
        for part in ("--answer", f"{key}={value}")
    )


def placed(run: Run, **more: str | None) -> Any:
    """Place Robin's limit, with some answers of its own."""
    return run("restriction", "place", "PR-001", *flags(WHOLE, **more), *QUIET)


def at_once(run: Run, what: str = "No walks after dark") -> Any:
    """Place a limit in an emergency, with two answers."""
    told = {"emergency": "yes", "what": what, "harm": WHOLE["harm"]}
    return run("restriction", "place", "PR-001", *flags(told), *QUIET)


def listed(run: Run) -> Any:
    """Return Robin's limits as they are listed."""
    return run("restriction", "list", "PR-001", *QUIET).data


def due(run: Run) -> list[str]:
    """Return what home says of Robin's limits."""
    items = run("--practice", "--json").data["items"]
    own = [item["says"] for item in items if item["code"] == "PR-001"]
    return [says for says in own if "limit" in says]


def later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Let some days pass."""
    moment = NOW + timedelta(days=days)
    monkeypatch.setenv("INCLUSION_NOW", moment.isoformat())


@pytest.mark.usefixtures("cases")
def test_a_limit_that_answers_for_everything_is_registered(run: Run) -> None:
    """It stands in the register, on the person's page and on the formulation's."""
    saved = placed(run)

    assert saved.code == 0, saved.out
    assert "within 7 days" in " ".join(saved.data["follows"])
    (line,) = listed(run)["lines"]
    assert line["state"] == "in force, next look Wednesday 25 November"
    assert line["wrong"] == ""
    for words in (("person", "show"), ("formulate", "show")):
        assert "No walks after dark" in run(*words, "PR-001", "--practice").out


@pytest.mark.usefixtures("cases")
def test_how_a_limit_feels_is_left_out_where_nobody_was_asked(run: Run) -> None:
    """Nothing has to be invented, and nothing is shown that was not said."""
    saved = placed(run, feels=None)

    shown = run("restriction", "list", "PR-001", "--practice").out
    assert saved.code == 0, saved.err
    assert "How it feels" not in shown


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("key", "answer", "says"),
    [
        ("harm", "We are short staffed at night", "inclusion session cancel"),
        ("proportionate", "There are not enough staff", "Too few staff is never"),
        ("harm", "Because it is the rule", "A rule is no reason for itself"),
        ("harm", "no walks after dark.", "A rule is no reason for itself"),
        ("evidence", "Walks after dark are not safe", "A rule is no reason for itself"),
        ("ends", "when the limit is lifted", "A limit without an end is not placed"),
        ("ends", "when staff are not off sick", "Too few staff is never"),
        ("harm", "He would walk there after dark", "A rule is no reason for itself"),
        ("harm", "The landlord wants it", "A rule is no reason for itself"),
        ("evidence", "none known", "tells nothing that was seen"),
        ("evidence", "Everybody knows", "tells nothing that was seen"),
        ("evidence", "See risk assessment", "tells nothing that was seen"),
        ("tried.1.what", "Not tried", "Say what was tried first"),
        ("authorised_by", "nobody", "Somebody answers for a limit"),
        ("advocacy", "no", "Offer both first"),
        ("ends", "review in 14 days", "A limit without an end is not placed"),
        ("ends", None, "add --ends"),
        ("ends", "Until further notice", "A limit without an end is not placed"),
        ("basis", "0", "without a lawful basis is not placed"),
        ("trigger", "0", "probably a blanket rule"),
        ("review_days", "400", "must be from 1 to 28"),
        ("evidence_on", "tomorrow", "cannot be later than today"),
    ],
)
def test_what_is_no_ground_is_refused_with_why(
    run: Run, key: str, answer: str | None, says: str
) -> None:
    """Staffing, a circle, no end, no basis, no situation: nothing is saved."""
    refused = placed(run, **{key: answer})

    assert refused.code == 2
    assert says in refused.error["message"] + " ".join(
        refused.error.get("problems", {}).values()
    )
    assert listed(run)["lines"] == []


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("lacks", "says"),
    [(None, "add --lacks-capacity"), ("no", "basis where the person cannot make this")],
)
def test_best_interests_asks_for_capacity(
    run: Run, lacks: str | None, says: str
) -> None:
    """It is a basis only for who cannot decide: it is asked, watched or not."""
    refused = placed(run, basis="best_interests", lacks_capacity=lacks)

    assert refused.code == 2
    told = refused.error.get("problems", {})
    assert says in refused.error["message"] + " ".join(told.values())
    saved = placed(run, basis="best_interests", lacks_capacity="yes")
    assert saved.code == 0, saved.out


@pytest.mark.usefixtures("cases")
def test_an_emergency_is_saved_at_once_and_asks_the_rest(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two answers; the rest stands on home, and is an alarm after a day."""
    assert at_once(run).code == 0
    assert due(run) == [
        'The limit "No walks after dark" was placed at once. Ask the rest by tomorrow.'
    ]
    later(monkeypatch, 2)
    (says,) = due(run)
    assert "in force without current authority" in says
    assert listed(run)["lines"][0]["without_authority"]

    rest = {k: v for k, v in WHOLE.items() if k not in ("emergency", "what", "harm")}
    rest |= {"evidence_on": "2026-11-17", "review_days": "14"}
    signed = run("restriction", "sign", "PR-001", *flags(rest), *QUIET)

    assert signed.code == 0, signed.out
    assert due(run) == []
    assert listed(run)["lines"][0]["rows"][0][1] == "Wednesday 18 November 2026"


@pytest.mark.usefixtures("cases")
def test_an_unsigned_one_is_not_kept(run: Run) -> None:
    """What was never grounded is lifted, or its rest is asked first."""
    at_once(run)
    more = {**LOOK, "verdict": "keep", "evidence": "He was followed again by the gate"}

    refused = run("restriction", "review", "PR-001", *flags(more), *QUIET)

    assert refused.code == 2
    assert "inclusion restriction sign PR-001" in refused.out


@pytest.mark.usefixtures("cases")
@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, "add --evidence"),
        ({"evidence": "Still needed"}, "must say why, in 20 letters or more"),
        ({"evidence": "We are short staffed again this week"}, "Too few staff"),
        ({"evidence": "He was followed home on Monday night."}, "was said before"),
        (
            {"evidence": "Everybody knows how he is there"},
            "tells nothing that was seen",
        ),
        ({"why": "it is the rule of the house here"}, "A rule is no reason"),
        ({"why": "Walks after dark are not safe"}, "A rule is no reason"),
        ({"why": "Night cover is one person"}, "Too few staff"),
        (
            {"evidence": "Two men waited by the gate", "evidence_on": "1 November"},
            "older than the last look",
        ),
    ],
)
def test_keeping_needs_something_new(
    run: Run, monkeypatch: pytest.MonkeyPatch, more: dict[str, str], says: str
) -> None:
    """No evidence, an old day, or what was said before: it is not kept."""
    placed(run)
    later(monkeypatch, 6)
    told = {**LOOK, "verdict": "keep", "why": "It is still dark there", **more}

    refused = run("restriction", "review", "PR-001", *flags(told), *QUIET)

    assert refused.code == 2
    assert says in refused.out
    assert listed(run)["lines"][0]["looks"] == []


@pytest.mark.usefixtures("cases")
def test_reduced_with_something_new_it_goes_on_as_it_is_now(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The register tells the limit as it is now, and when it is looked at again."""
    placed(run)
    later(monkeypatch, 6)
    told = {
        **LOOK,
        "verdict": "reduce",
        "evidence": "Two men waited by the gate, seen by Ravi",
        "evidence_on": "today",
        "now": "After dark with a worker",
        "why": "The lamp is mended on Friday",
    }

    ran = run("restriction", "review", "PR-001", *flags(told), *QUIET)

    assert ran.code == 0, ran.out
    (line,) = listed(run)["lines"]
    assert line["what"] == "After dark with a worker"
    assert line["state"] == "in force, next look Tuesday 1 December"


@pytest.mark.usefixtures("cases")
def test_it_is_lifted_at_any_time_and_once(run: Run) -> None:
    """No reason is needed; what was lifted is not lifted again."""
    placed(run)

    lifted = run("restriction", "lift", "PR-001", "--decided-by", "Jo", *QUIET)
    again = run("restriction", "lift", "PR-001", "--decided-by", "Jo", *QUIET)

    assert lifted.code == 0, lifted.out
    assert listed(run)["lines"][0]["state"] == "lifted on Wednesday 18 November"
    assert again.code == 3
    assert "no limit in force. The last one was lifted" in again.error["message"]


@pytest.mark.usefixtures("cases")
def test_which_one_is_asked_or_told(run: Run) -> None:
    """With two and nobody to ask, the ids are named; one of them is enough."""
    first = at_once(run, "No walks after dark").data["id"]
    at_once(run, "No guests at night")
    several = run("restriction", "lift", "PR-001", "--decided-by", "Jo", *QUIET)
    wrong = run("restriction", "lift", "PR-001", "--limit", "ffff", *QUIET)
    named = ("--limit", first[-8:], "--decided-by", "Jo")

    lifted = run("restriction", "lift", "PR-001", *named, *QUIET)

    assert (several.code, wrong.code, lifted.code) == (2, 3, 0)
    assert first[-8:] in several.error["hint"]
    assert "No walks after dark" in lifted.data["says"]


@pytest.mark.usefixtures("cases")
def test_a_limit_can_be_taken_back_mended_moved_and_explained(run: Run) -> None:
    """Undo, amend, refile, why, history and find know it."""
    kept = placed(run).data["id"]
    amended = ("--ends", "The lamp and the gate are mended", "--reason", "more exact")
    assert run("amend", kept, *amended, *QUIET).code == 0
    for command in ("why", "history"):
        shown = " ".join(run(command, kept, "--practice").out.split())
        assert "The lamp and the gate are mended" in shown
        assert "At the gate, seen by Ravi" in shown
    assert run("find", "leaflet", *QUIET).data["found"]

    moved = run("refile", kept, "PR-002", "--reason", "wrong person",
                "--confirm", "PR-002", *QUIET)  # fmt: skip

    assert moved.code == 0, moved.out
    assert listed(run)["lines"] == []
    other = run("restriction", "list", "PR-002", *QUIET).data["lines"]
    assert other[0]["what"] == "No walks after dark"
    assert "answers no situation" in other[0]["wrong"]
    assert run("undo", "--confirm", "PR-002", *QUIET[::2]).code == 0
    assert listed(run)["lines"]


@pytest.mark.usefixtures("cases")
def test_one_that_was_looked_at_does_not_move(run: Run) -> None:
    """What rests on it would stay behind: its look is named."""
    kept = placed(run).data["id"]
    looked = run("restriction", "lift", "PR-001", "--decided-by", "Jo", *QUIET)
    move = ("--reason", "wrong person", "--confirm", "PR-002", *QUIET)

    refused = run("refile", kept, "PR-002", *move)
    never = run("refile", looked.data["id"], "PR-002", *move)

    assert (refused.code, never.code) == (11, 11)
    assert "review of a restriction rests on this" in refused.error["message"]
    assert "belongs to that limit" in never.error["message"]


@pytest.mark.usefixtures("cases")
def test_an_amendment_cannot_take_its_grounds_away(run: Run) -> None:
    """A limit that stands keeps its end, its basis and its reason."""
    kept = placed(run).data["id"]

    refused = run("amend", kept, "--harm", "Short staffed", "--reason", "no", *QUIET)

    assert refused.code == 2
    assert "Too few staff" in refused.out


@pytest.mark.usefixtures("cases")
def test_all_three_parts_ask_for_advice_until_it_is_noted(run: Run) -> None:
    """Watched, not free, perhaps unable: the nation's words, and never a conclusion."""
    told = {"supervised": "yes", "not_free": "yes", "lacks_capacity": "yes"}
    saved = placed(run, **told)
    said = " ".join(saved.data["follows"])
    assert "This is no conclusion." in said
    assert "DoLS does not cover supported housing in England" in said
    assert any("may deprive Robin" in says for says in due(run))
    more = {
        **LOOK,
        "verdict": "keep",
        "evidence": "Two men waited by the gate, seen by Ravi",
        "evidence_on": "today",
        "why": "The lamp is mended on Friday",
        "advice": "The council's MCA lead, by phone today",
    }

    kept = run("restriction", "review", "PR-001", *flags(more), *QUIET)

    assert kept.code == 0, kept.out
    assert not any("may deprive" in says for says in due(run))


@pytest.mark.usefixtures("cases")
def test_a_limit_of_the_formulation_is_registered_from_it(run: Run) -> None:
    """It is offered with its words, and told once from then on."""
    limit = {
        "control.5.text": "Home by ten",
        "control.5.kind": "restriction",
        "control.5.trigger": "t1",
        "control.5.harm": "He was followed home on Monday night",
        "control.5.basis": "agreed",
        "control.5.tried": "A call on the way",
        "control.5.ends": "The lamp by the gate is mended",
    }
    wrote = run("formulate", "PR-001", *flags(limit), *QUIET)
    assert wrote.code == 0, wrote.out
    assert due(run) == [
        (
            'The limit "Home by ten" is in force without current authority. It stands '
            "in a formulation that is not signed, and not in the register."
        )
    ]
    (draft,) = listed(run)["lines"]
    rows = dict(draft["rows"])
    assert draft["state"].startswith("in force without current authority since")
    assert rows["Harm it prevents"] == "He was followed home on Monday night"
    assert rows["Tried before"] == "A call on the way"
    assert listed(run)["totals"]["without_authority"] == 1
    known = ("what", "harm", "trigger", "basis", "tried.1.what", "ends")
    from_it = {k: v for k, v in WHOLE.items() if k not in known}

    saved = run(
        "restriction",
        "place",
        "PR-001",
        *flags(from_it, written="1", review_days="14"),
        *QUIET,
    )

    assert saved.code == 0, saved.out
    (line,) = listed(run)["lines"]
    assert line["what"] == "Home by ten"
    rows = dict(line["rows"])
    assert rows["It ends when"] == "The lamp by the gate is mended"
    assert rows["Tried before"].startswith("A call on the way")
    assert rows["For the situation"] != "none of the formulation"
    assert due(run) == []
    lifted = run("restriction", "lift", "PR-001", "--decided-by", "Jo", *QUIET)
    assert "Take it out there, too." in lifted.data["follows"][-1]
    assert due(run) == [
        'The limit "Home by ten" was lifted, and still stands in the formulation.'
    ]


def test_three_people_with_one_limit_are_an_alarm(cases_vault: Vault) -> None:
    """Home and the list of everybody ask whether it is a rule for all."""
    for code in ("PR-001", "PR-002", "PR-003"):
        case = Reading(cases_vault).casefile(file_of(cases_vault, code))
        limit = a_restriction(
            what="No visitors after 10pm", on=NOW.date(), signed_on=NOW.date()
        )
        with Work(cases_vault, Clock(NOW), "sam") as work:
            place(work, case, limit, None)
    reading = Reading(cases_vault)
    files = [kept.file for kept in reading.people()]

    cases = [reading.near(file, now=NOW) for file in files]
    found = home(cases, (), now=NOW, worker="Sam")

    rules = [item for item in found.items if "same limit" in item.says]
    assert [(item.alarm, item.command) for item in rules] == [
        (Side.CAUTION.value, ("restriction", "list"))
    ]
    assert len(rules[0].records) == 3


def test_home_is_the_same_from_what_is_near_years_later(cases_vault: Vault) -> None:
    """A limit in force and its last look are read, however old they are."""
    file = file_of(cases_vault)
    case = Reading(cases_vault).casefile(file)
    with Work(cases_vault, Clock(NOW), "sam") as work:
        place(work, case, a_restriction(on=NOW.date(), signed_on=NOW.date()), None)
    told = {
        "verdict": "keep",
        "why": "The lamp is still broken",
        "evidence": "Two men waited by the gate again",
        "evidence_on": NOW.date(),
        "decided_by": "Jo",
    }
    look = NOW + timedelta(days=20)
    with Work(cases_vault, Clock(look), "sam") as work:
        now = work.casefile(file)
        one = next(x for x in register(now, on=look.date()) if x.in_force)
        record_review(work, now, one, review_from(one, told, on=look.date()))
    reading, then = Reading(cases_vault), NOW + timedelta(days=900)

    whole, near = reading.casefile(file), reading.near(file, now=then)

    assert register(near, on=then.date())[-1].until == look.date() + timedelta(days=28)
    assert home([whole], (), now=then, worker="Sam") == home(
        [near], (), now=then, worker="Sam"
    )


def test_home_is_the_same_long_after_it_was_lifted(cases_vault: Vault) -> None:
    """What the formulation still says of it does not come and go with the months."""
    file, early = file_of(cases_vault), NOW - timedelta(days=200)
    with Work(cases_vault, Clock(NOW), "sam") as work:
        case = work.casefile(file)
        assert case.formulation
        it = case.formulation.record
        limit = a_restriction(on=early.date(), signed_on=early.date())
        work.add(limit, file=file, happened_at=early)
        again = replace(it, version=9, controls=(*it.controls, a_control()))
        work.add(again, file=file)
    later = NOW + timedelta(days=3)
    with Work(cases_vault, Clock(later), "sam") as work:
        now = work.casefile(file)
        one = next(x for x in register(now, on=later.date()) if not x.written)
        lift = review_from(one, {"decided_by": "Jo"}, on=later.date())
        record_review(work, now, one, lift)
    reading = Reading(cases_vault)

    for days in (4, 40, 200, 600):
        then = NOW + timedelta(days=days)
        whole, near = reading.casefile(file), reading.near(file, now=then)
        shown = home([whole], (), now=then, worker="Sam")
        assert shown == home([near], (), now=then, worker="Sam")
        assert any("still stands in the formulation" in i.says for i in shown.items)
