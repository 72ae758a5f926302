"""What a supervision opens from: a worker's own work since last time, and no more."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from inclusion_cli.domain.action import Action
from inclusion_cli.domain.debrief import Concern
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.defaults import SHIPPED
from inclusion_cli.domain.due import Group
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.home import home
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.safety import Safety, ServiceRecords
from inclusion_cli.domain.service import Worker
from inclusion_cli.domain.supervision import Supervision
from inclusion_cli.domain.supervision_since import Prepared, offered, prepared
from tests.builders import A_CRISIS_CALL, a_debrief, at, criteria, day
from tests.domain.making import PEAK_7, a_case, decided, good, keep, observed, stop_for

SAM = keep(Worker("Sam", "Key worker"), 1, id="sam")
NOW = at(40, 12)


def last_one(on: int, **told: Any) -> Any:
    """Return Sam's supervision of the n-th day."""
    return keep(Supervision("sam", day(on), supervisor="Jo", **told), on, id="sup-1")


def opened(*cases: Any, earlier: Any = (), agreed: Any = ()) -> Prepared:
    """Return what Sam's supervision opens from on day 40."""
    return prepared(cases, worker=SAM, earlier=earlier, agreed=agreed, now=NOW)


def said(found: Prepared, key: str) -> list[str]:
    """Return what is said in one group."""
    group = next(group for group in found.groups if group.key == key)
    return [line.says for line in group.lines]


def test_it_opens_from_what_happened_since_the_last_one() -> None:
    """A pause before it is not told again; one after it is, with why."""
    old = decided(5, Choice.PAUSE, why="A bad week")
    new = decided(30, Choice.PAUSE, why="She rang at night", cites=("x",))
    case = a_case(decisions=(old, new))

    found = opened(case, earlier=(last_one(20),))

    (pause,) = said(found, "pauses")
    assert "She rang at night" in pause
    assert found.since == day(20)
    assert not found.first


def test_without_one_before_it_looks_six_weeks_back() -> None:
    """And says that it is the first."""
    found = opened(a_case())

    assert found.first
    assert found.since == NOW.date() - timedelta(days=42)
    assert said(found, "agreed") == []


def test_only_ones_own_work_is_told() -> None:
    """What a colleague wrote is not in it."""
    debrief = a_debrief(30, concerns=(Concern.HURT,))
    theirs = keep(debrief.record, 30, author="kim", id="d-30")

    assert said(opened(a_case(debrief)), "harm")
    assert not said(opened(a_case(theirs)), "harm")


def test_an_override_is_told_with_what_it_went_against() -> None:
    """The person's own wish is not what it went against."""
    over = decided(
        30,
        Choice.PROGRESS,
        why="She asked three times and we agreed",
        overrides=("3 of 4. The records: 2 of 4", 'Amina wishes it: "Go"'),
    )

    (line,) = said(opened(a_case(decisions=(over,))), "overrides")

    assert "3 of 4. The records: 2 of 4" in line
    assert "wishes" not in line


def test_a_late_debrief_and_a_missing_one_are_told() -> None:
    """With how late it came."""
    late = a_debrief(30, recorded=at(33, 12))

    assert "3 days late" in said(opened(a_case(late)), "late")[0]


def test_of_a_concern_it_tells_only_that_there_is_one() -> None:
    """What was seen stays where it is."""
    from inclusion_cli.domain.concern import SafeguardingConcern

    concern = keep(SafeguardingConcern("A secret thing", at(30)), 30, id="c-1")
    found = opened(a_case(safety=Safety(concerns=(concern,))))

    assert said(found, "harm") == ["A safeguarding concern was recorded."]


def test_what_was_agreed_comes_back_with_how_it_stands() -> None:
    """Done, still to do, or past its day."""
    actions = tuple(
        keep(Action(what, "Sam", due, of="sup-1", done_on=done), 20, id=what)
        for what, due, done in (
            ("Ring her", day(25), day(24)),
            ("Ask Jo", day(30), None),
            ("Read it", day(50), None),
        )
    )

    told = said(opened(earlier=(last_one(20),), agreed=actions), "agreed")

    assert "Done on" in told[0]
    assert told[1] == "Ask Jo. Not done, 10 days past its day."
    assert "Still to do" in told[2]


def test_who_was_never_talked_about_is_named() -> None:
    """Talking about one record of a file is talking about the person."""
    case = a_case(a_debrief(30, id="d-1"))

    assert said(opened(case), "silent")
    talked = last_one(20, cases=("d-1",))
    assert not said(opened(case, earlier=(talked,)), "silent")


def test_each_record_is_offered_once_to_talk_about() -> None:
    """A decision that is an override and a pause stands there one time."""
    both = decided(
        30,
        Choice.PAUSE,
        why="Three bad nights in a row, and a call",
        overrides=("3 of 4",),
    )

    lines = list(offered(opened(a_case(decisions=(both,)))))

    ids = [line.record for line in lines]
    assert len(ids) == len(set(ids))
    assert both.id in ids


def dues(last: Any, agreed: Any = ()) -> list[Any]:
    """Return what home says of supervision on day 40."""
    service = ServiceRecords(supervisions=(last,) if last else (), agreed=agreed)
    return list(home([], [], now=NOW, worker="Sam", service=service).items)


def test_the_next_one_is_due_six_weeks_on() -> None:
    """A service default; the day that was agreed goes before it."""
    assert SHIPPED.supervision_days == 42
    assert dues(last_one(20)) == []
    (coming,) = dues(last_one(1))
    assert (coming.group, coming.on) == (Group.COMING, day(43))
    (now,) = dues(last_one(20, next_on=day(40)))
    assert now.group is Group.TODAY
    assert "Supervision, today" in now.says


def test_before_the_first_one_nothing_is_due() -> None:
    """Home does not nag who has just begun."""
    assert dues(None) == []


def test_what_was_agreed_is_due_by_its_day() -> None:
    """And gone once it is done."""
    todo = keep(Action("Ring her", "Sam", day(40), of="sup-1"), 20, id="a-1")
    done = keep(
        Action("Ring her", "Sam", day(40), of="sup-1", done_on=day(39)), 20, id="a-1"
    )

    (item,) = dues(last_one(20), (todo,))
    assert "Ring her" in item.says
    assert dues(last_one(20), (done,)) == []


def test_both_alarms_of_home_are_in_it() -> None:
    """A pause sign with no answer, and a next step that nobody offered."""
    rules = criteria(PEAK_7, days=7, sessions=1, pause=[stop_for(A_CRISIS_CALL)])
    call = observed(38, Seen.CRISIS_CONTACT)
    sign = a_case(*good(2), rules=rules, observations=(call,))
    ready = a_case(*good(1, 8), rules=rules)

    for case, alarm in ((sign, "risk"), (ready, "caution")):
        due = [d for d in due_for(case, now=NOW) if d.alarm == alarm]
        assert due
        assert {d.says for d in due} <= set(said(opened(case), "alarms"))
