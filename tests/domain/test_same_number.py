"""The same number on home, dashboard, pack, commissioner's pack and in JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from inclusion_cli.domain.alarms import Side, alarms
from inclusion_cli.domain.commissioner_cells import cells_of
from inclusion_cli.domain.commissioner_claims import sections
from inclusion_cli.domain.concern import SafeguardingConcern
from inclusion_cli.domain.criteria_reading import parse_criteria
from inclusion_cli.domain.dashboard import person_dashboard, service_dashboard
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.incident import Incident, Level
from inclusion_cli.domain.inspector_gather import Gathered
from inclusion_cli.domain.inspector_harm import incidents as pack_incidents
from inclusion_cli.domain.measure import Measure, Mode
from inclusion_cli.domain.money_agreed import MoneyCheck
from inclusion_cli.domain.number_incidents import of_service
from inclusion_cli.domain.number_sessions import debriefed
from inclusion_cli.domain.numbers import person_numbers, total
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.pack_between import between_part, crisis
from inclusion_cli.domain.pack_charts import charts
from inclusion_cli.domain.pack_sessions import session_part, told_sessions
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.restriction_lines import limit_list, limits_in_short
from inclusion_cli.domain.safety import Safety, ServiceRecords
from inclusion_cli.domain.standing import standing
from inclusion_cli.screens.voice import envelope
from inclusion_cli.tongue import say_many
from tests.builders import at, criteria, day
from tests.domain.audit.making import TODAY, run
from tests.domain.limits import looked, placed
from tests.domain.making import ONE_ATTENDED, a_case, keep, observed, planned
from tests.domain.strategies import lives

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.dashboard import Dashboard
    from inclusion_cli.domain.numbers import PersonNumbers

LAST = 40
A_LIMIT = st.tuples(st.integers(1, LAST), st.none() | st.integers(0, LAST))
"""The day a limit is placed, and after how many days it is lifted, if it is."""
EASY = criteria(ONE_ATTENDED, days=2, sessions=1)


@settings(max_examples=80)
@given(lives(LAST))
def test_one_number_wherever_it_is_told(life: Any) -> None:
    """Whatever was lived, each place that tells a number tells the same one."""
    debriefs, seen = life
    case = a_case(*debriefs, observations=seen, rules=EASY, sessions=(planned(35),))
    found = person_numbers(case, now=at(LAST, 20), first=day(1), last=day(LAST))
    board = person_dashboard(case, found)

    _review_pack_tells(case, found, board)
    _home_tells(case, found)
    _json_tells(found, board)
    _commissioner_tells(found)
    _everybody_tells(found, board)


def _review_pack_tells(case: Casefile, found: PersonNumbers, board: Dashboard) -> None:
    told = told_sessions(case, first=day(1), now=at(LAST, 20))
    said = session_part(case, told).attendance
    facts = [fact.says for part in board.parts for fact in part.facts]
    assert said == tuple(facts[: len(said)])
    if found.countable.n:
        own = say_many("{number} session", "{number} sessions", found.countable.n)
        assert said[0] == f"{found.attended.n} of {own} went ahead."
    words = crisis(case, debriefed(told), first=day(1), last=day(LAST))
    calls = found.crisis_calls
    if calls.known:
        number = say_many(
            "{number} crisis call", "{number} crisis calls", calls.count.n
        )
        days = say_many("{number} day", "{number} days", calls.days)
        assert words.startswith(f"{number} in {days}, asked in")
    else:
        assert words.startswith("Crisis calls were not asked about")
    drawn = {c.key: c for c in charts(case, told, first=day(1), last=day(LAST))}
    if "attendance" in drawn:
        went, missed, off, untold = ([int(r[n]) for r in drawn["attendance"].rows]
                                     for n in (2, 3, 4, 5))  # fmt: skip
        assert sum(went) == found.attended.n
        assert sum(missed) == found.chose_not.n + found.no_show.n
        assert sum(untold) == found.untold.n
        assert sum(off) == found.planned.n - found.countable.n - found.untold.n
    if "worry" in drawn:
        before = drawn["worry"].series[0].points
        assert sum(p is not None for p in before) >= found.worry_before.n


def _home_tells(case: Casefile, found: PersonNumbers) -> None:
    """Home's over-caution alarm rings exactly where the number is one."""
    now = at(LAST, 20)
    stands = standing(case, now=now)
    rings = [
        alarm
        for alarm in alarms(case, stands, on=now.date())
        if alarm.side is Side.CAUTION and "offered the next step" in alarm.says
    ]
    assert len(rings) == found.stalled.n
    shown = [d for d in due_for(case, now=now) if "offered the next step" in d.says]
    assert len(shown) == found.stalled.n
    if rings:
        days = say_many("{number} day", "{number} days", found.idle_days)
        assert f"For {days} nobody" in rings[0].says


def _json_tells(found: PersonNumbers, board: Dashboard) -> None:
    told = json.loads(envelope(board))["data"]["numbers"]
    assert told["attended"] == {"n": found.attended.n, "ids": [*found.attended.ids]}
    assert told["crisis_calls"]["count"]["n"] == found.crisis_calls.count.n
    assert told["worry_peak"]["median"] == found.worry_peak.median


def _commissioner_tells(found: PersonNumbers) -> None:
    numbers = total((found,))
    told = sections(numbers, first=day(1), last=day(LAST), waits=14)
    claims = {c.key: c for part in told for c in part.claims}
    went = claims["attended_of_countable"]
    assert (went.n, went.of, went.missing) == (
        found.attended.n, found.countable.n, found.untold.n,
    )  # fmt: skip
    ours = claims["cancelled_by_service_of_planned"]
    assert (ours.n, ours.of) == (found.cancelled_by_service.n, found.planned.n)
    assert claims["stalled"].n == found.stalled.n
    assert cells_of(numbers).values["crisis_calls.n"] == found.crisis_calls.count.n


def _everybody_tells(found: PersonNumbers, board: Dashboard) -> None:
    """Hold a service of one person against that person's own sentences."""
    service = service_dashboard([found], first=day(1), last=day(LAST), service="S")
    own = next(part for part in board.parts if part.key == "sessions")
    all_of = next(part for part in service.parts if part.key == "sessions")
    assert own == all_of


SAFE_ONLY = ("incident", "near miss", "limit", "concern", "seen", "measure", "money")
"""What may stand in the file of somebody with no plan and no session."""
WITHOUT_PLANS = st.lists(
    st.lists(st.tuples(st.sampled_from(SAFE_ONLY), st.integers(-30, LAST)), max_size=4),
    min_size=1,
    max_size=3,
)


def _recorded(told: Any) -> Casefile:
    """Return the file of somebody with no plan, with what was recorded of them."""
    found: dict[str, list[Any]] = {kind: [] for kind in SAFE_ONLY}
    for place, (kind, n) in enumerate(told):
        found[kind].append(_one_record(kind, n, f"{kind}-{place}"))
    safety = Safety(
        incidents=(*found["incident"], *found["near miss"]),
        restrictions=tuple(found["limit"]),
        concerns=tuple(found["concern"]),
        measures=tuple(found["measure"]),
        money_checks=tuple(found["money"]),
    )
    seen = tuple(found["seen"])
    return a_case(steps=(), decisions=(), observations=seen, safety=safety)


def _one_record(kind: str, n: int, kept_id: str) -> Any:
    if kind == "limit":
        return placed(n, id=kept_id, ends_when="")
    if kind == "seen":
        return observed(n, Seen.CRISIS_CONTACT)
    made = {
        "incident": Incident("A fall", at(n), Level.HARM),
        "near miss": Incident("Nearly", at(n), Level.NEAR_MISS),
        "concern": SafeguardingConcern("A neighbour took money", at(n)),
        "measure": Measure("ons_direct", day(n), Mode.SELF, (2,)),
        "money": MoneyCheck(day(n), day(n), "consent-1", present=True, unexplained=0),
    }
    return keep(made[kind], n, id=kept_id)


@settings(max_examples=60)
@given(WITHOUT_PLANS)
def test_one_number_for_people_with_no_plan_and_no_session(many: Any) -> None:
    """Whoever has anything is among the people, and each number is told once."""
    cases = [_recorded(told) for told in many]
    each = [
        person_numbers(case, now=at(LAST, 20), first=day(1), last=day(LAST))
        for case in cases
    ]
    numbers = total(each)

    assert [one.days > 0 for one in each] == [bool(told) for told in many]
    assert numbers.people == sum(map(bool, many))
    for one, told in zip(each, many, strict=True):
        assert one.days_limited <= one.days
        assert one.days == (LAST + 1 - max(1, min(n for _, n in told)) if told else 0)
        assert one.incident_rate.count.n == one.incidents.n
    assert all(count.people <= numbers.people for count in numbers.counts.values())
    assert numbers.rates["incident_rate"].days == numbers.days
    service = service_dashboard(each, first=day(1), last=day(LAST), service="S")
    boards = [person_dashboard(*pair) for pair in zip(cases, each, strict=True)]
    for board, found in zip((service, *boards), (numbers, *each), strict=True):
        _incidents_told(board, found)
    told_claims = sections(numbers, first=day(1), last=day(LAST), waits=14)
    claims = {claim.key: claim for part in told_claims for claim in part.claims}
    assert claims["incidents"].n == numbers.counts["incidents"].people
    assert claims["incidents"].of == numbers.people


def _incidents_told(board: Dashboard, found: Any) -> None:
    """Hold each sentence about incidents of one page against the other."""
    facts = [fact.says for part in board.parts for fact in part.facts]
    rate, plain = (says for says in facts if says.startswith("Incidents: "))
    number = plain.removeprefix("Incidents: ").partition(".")[0]
    if found.days:
        days = say_many("{number} person-day", "{number} person-days", found.days)
        assert rate.startswith(f"Incidents: {number} in {days}")
    else:
        assert (number, rate) == ("0", "Incidents: no days to count yet.")


INCIDENTS = st.lists(st.tuples(st.integers(-90, LAST), st.booleans()), max_size=6)
"""The day of each incident, and whether it was a near miss."""


@settings(max_examples=60)
@given(INCIDENTS)
def test_one_count_of_incidents_with_the_days_of_both_sides(told: Any) -> None:
    """Numbers, dashboard and pack tell the same rates, and the same time before."""
    kept = tuple(
        keep(Incident("A fall", at(n), Level.NEAR_MISS if near else Level.HARM), n,
             id=f"incident-{place}")
        for place, (n, near) in enumerate(told)
    )  # fmt: skip
    case = a_case(rules=EASY, safety=Safety(incidents=kept))
    case = replace(case, person=keep(case.person.record, -40))
    found = person_numbers(case, now=at(LAST, 20), first=day(1), last=day(LAST))
    harms = [n for n, near in told if not near]
    now, then = found.incident_rate, found.incident_rate_before
    begun = max(1 - 84, min([-40, *(n for n, _near in told)]))

    assert (now.count.n, now.days) == (sum(n >= 1 for n in harms), LAST)
    assert now.count.n == found.incidents.n
    assert then.days == 1 - begun
    assert then.count.n == sum(begun <= n < 1 for n in harms)
    board = person_dashboard(case, found)
    facts = [fact.says for part in board.parts for fact in part.facts]
    window = (
        "In the 12 weeks before the first step"
        if then.days == 84
        else "Before the first step, as far back as the file goes"
    )
    (fact,) = [says for says in facts if window in says]
    assert fact.startswith(f"Incidents: {now.count.n} in {LAST} person-days")
    assert f"{window}: {then.count.n} in {then.days} person-days" in fact
    part = between_part(case, (), now=at(LAST, 20), first=day(1), last=day(LAST))
    own = say_many("{number} incident", "{number} incidents", now.count.n)
    (line,) = [says for says in part.lines if window in says]
    assert line.startswith(f"{own} in {LAST} days")
    assert f"{window}: {then.count.n} incident" in line


@settings(max_examples=60)
@given(INCIDENTS, INCIDENTS)
def test_the_incidents_of_the_service_are_told_beside_those_of_people(
    of_people: Any, of_us: Any
) -> None:
    """Dashboard and inspector's pack count the same ones, and leave none out."""
    theirs, ours = _fallen(of_people, "theirs"), _fallen(of_us, "ours")
    case = a_case(rules=EASY, safety=Safety(incidents=theirs))
    now, records = at(LAST, 20), ServiceRecords(incidents=ours)
    days: dict[str, Any] = {"now": now, "first": day(1), "last": day(LAST)}
    found = person_numbers(case, **days)
    counts = of_service(ours, **days)

    board = service_dashboard(
        [found], first=day(1), last=day(LAST), service="S", ours=counts
    )
    facts = [fact.says for part in board.parts for fact in part.facts]
    for head, own, beside in (
        ("Incidents: ", found.incidents, counts.incidents),
        ("Near misses: ", found.near_misses, counts.near_misses),
    ):
        told = [f for f in facts if f.startswith(f"{head}{own.n}.")]
        more = f" And {beside.n} of the service, of nobody in particular."
        assert len(told) == 1, facts
        assert told[0].endswith(more) is bool(beside.n), told
    gathered = Gathered(now)
    gathered.meet(case)
    gathered.ours(records)
    whole = len(theirs) + len(ours)
    assert len(gathered.incidents) == whole
    (line,) = [one.says for one in pack_incidents(gathered)][:1]
    if theirs or ours:
        assert line.startswith(f"Incidents and near misses: {whole} (")
        assert f"Still open: {whole}." in line
        assert (f"Of these {len(ours)} of the service" in line) is bool(ours)


def _fallen(told: Any, name: str) -> tuple[Any, ...]:
    return tuple(
        keep(Incident("A fall", at(n), Level.NEAR_MISS if near else Level.HARM), n,
             id=f"{name}-{place}")
        for place, (n, near) in enumerate(told)
    )  # fmt: skip


@settings(max_examples=60)
@given(A_LIMIT)
def test_one_count_of_days_limited_wherever_it_is_told(limit: Any) -> None:
    """Dashboard, register, audit, pack and JSON tell the same days of one limit."""
    begun, after = limit
    lifted = begun + after if after is not None and begun + after <= LAST else None
    looks = (looked(lifted, Verdict.LIFT),) if lifted else ()
    kept = placed(begun, id="restriction-1", ends_when="")
    safety = Safety(restrictions=(kept,), restriction_reviews=looks)
    case = a_case(rules=EASY, safety=safety)
    found = person_numbers(case, now=at(LAST, 20), first=day(1), last=day(LAST))
    days = say_many("{number} day", "{number} days", (lifted or LAST) - begun + 1)

    board = person_dashboard(case, found)
    facts = [fact.says for part in board.parts for fact in part.facts]
    assert f"Days with a restriction: {days} of {LAST}." in facts
    assert f"{found.days_limited} {days.split()[1]}" == days
    assert json.loads(envelope(board))["data"]["numbers"]["days_limited"] == (
        found.days_limited
    )
    (line,) = limit_list((case,), on=day(LAST), nation=None, one=True).lines
    assert line.told.startswith(f"{days} of liberty limited.")
    (short,) = limits_in_short(case, on=day(LAST))
    assert short.endswith(f"{days} of liberty limited.")
    if lifted:
        assert found.days_to_lift.tally == ((found.days_limited, 1),)
    _audit_tells(case)


def _audit_tells(case: Casefile) -> None:
    """Hold the audit of a month against the dashboard of its day."""
    month = run(case, only="limit-not-sound")
    found = person_numbers(case, now=at(TODAY, 12), first=day(1), last=day(TODAY))
    days = say_many("{number} day", "{number} days", found.days_limited)
    assert all(f"in force for {days}," in f.says for f in month.findings)
    assert len(month.findings) == found.restrictions_in_force.n


def test_the_rules_of_this_test_can_be_met() -> None:
    """The criteria used here are ones that a life can meet, so that alarms do ring."""
    assert parse_criteria(EASY).hold.days == 2
