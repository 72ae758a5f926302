"""What a consent covers on a day, for whom, and what it never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inclusion_cli.domain.briefing import Words, agreed, briefing
from inclusion_cli.domain.consent import Answered, Consent, ConsentKind
from inclusion_cli.domain.consent_items import ITEMS, ON_A_PAGE
from inclusion_cli.domain.consent_page import consent_list
from inclusion_cli.domain.consent_standing import (
    counts,
    for_activity,
    for_recipient,
    holds,
    items_agreed,
    may_tell,
)
from inclusion_cli.domain.disclosure import Rests
from inclusion_cli.domain.kept import short_id
from inclusion_cli.domain.leaf import as_lines
from inclusion_cli.domain.leaving import Leaving, why_not
from inclusion_cli.domain.partner import Partner, PartnerKind
from inclusion_cli.domain.safety import Safety
from inclusion_cli.domain.sheet import Sheet
from tests.builders import day
from tests.domain.making import a_case, keep

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.kept import Kept

TODAY = day(50)
DAY = timedelta(days=1)
KITCHEN = "Mill Street Kitchen"


def a_consent(**told: Any) -> Consent:
    """Return a consent to tell the kitchen two things, given 10 days ago."""
    plain = Consent(
        kind=ConsentKind.TELL,
        on=TODAY - 10 * DAY,
        answered=Answered.GIVEN,
        purpose="so that they know what helps",
        recipient=KITCHEN,
        items=("first_name", "helps"),
        until=TODAY + 10 * DAY,
    )
    return replace(plain, **told)


def with_consents(*consents: Consent) -> Casefile:
    """Return a case with these consents, each recorded on its day."""
    found = tuple(
        keep(said, 50 - (TODAY - said.on).days, id=f"consent-{n}")
        for n, said in enumerate(consents)
    )
    return replace(a_case(), safety=Safety(consents=found))


def refused(case: Casefile, whom: str = KITCHEN, *items: str) -> str:
    """Return the sentence that says why nothing is shared, "" where it may be."""
    leaving = Leaving(whom, "", a_consent().purpose, Rests.CONSENT)
    return why_not(case, leaving, items or ("first_name",), on=TODAY)


def test_default_is_none() -> None:
    """Where nobody asked, nothing may be told to anybody."""
    assert items_agreed(a_case(), KITCHEN, on=TODAY) == frozenset()
    assert "has not agreed that Mill Street Kitchen is told anything" in refused(
        a_case()
    )


def test_what_was_agreed_may_be_told_and_nothing_else() -> None:
    """Each item stands by itself: one more is refused, by its name."""
    case = with_consents(a_consent())

    assert refused(case) == ""
    assert "is told: a diagnosis. Nothing was shared." in refused(
        case, KITCHEN, "first_name", "diagnosis"
    )


def test_a_consent_that_ended_yesterday_covers_nothing() -> None:
    """The day after its last day, the sentence names the day it ended."""
    case = with_consents(a_consent(until=TODAY - DAY))

    assert "ended on" in refused(case)
    assert "Nothing was shared" in refused(case)
    assert items_agreed(case, KITCHEN, on=TODAY - DAY) == {"first_name", "helps"}


def test_a_consent_that_was_taken_back_midway_covers_nothing() -> None:
    """From the day it is taken back on, though it would have held for longer."""
    case = with_consents(a_consent(withdrawn_on=TODAY))

    assert "took back on" in refused(case)
    assert items_agreed(case, KITCHEN, on=TODAY - DAY) == {"first_name", "helps"}


def test_a_consent_for_another_recipient_covers_nobody_else() -> None:
    """The sentence says whom they agreed to tell, and who that is not."""
    case = with_consents(a_consent())

    assert "agreed to tell Mill Street Kitchen, not The club" in refused(
        case, "The club"
    )


def test_two_people_of_one_name_are_told_apart_by_what_they_are() -> None:
    """A consent for one of them is none for the other, and no name says which."""
    sister = a_consent(recipient="Jo Bell", role="sister")
    doctor = a_consent(recipient="Jo Bell", role="doctor", items=("medication",))
    case = with_consents(sister, doctor)
    one = with_consents(sister)

    def why(case: Casefile, role: str, item: str) -> str:
        leaving = Leaving("Jo Bell", role, sister.purpose, Rests.CONSENT)
        return why_not(case, leaving, (item,), on=TODAY)

    assert why(case, "doctor", "medication") == ""
    assert "Nothing was shared" in why(case, "sister", "medication")
    assert "Say which" in why(case, "", "medication")
    assert "the sister, and nobody else of that name" in why(one, "doctor", "helps")


def test_a_consent_that_begins_later_covers_nothing_yet() -> None:
    """One that was dated ahead is not told on before its day."""
    case = with_consents(a_consent(on=TODAY + DAY))

    assert "from" in refused(case)


def test_a_later_no_ends_an_earlier_yes() -> None:
    """A decline is an answer: what stood before it is not fallen back on."""
    no = a_consent(on=TODAY - DAY, answered=Answered.DECLINED, items=(), until=None)

    assert "said no" in refused(with_consents(a_consent(), no))


def test_a_newer_answer_takes_an_item_out() -> None:
    """What is named as not to be told is out, whatever an older answer said."""
    newer = a_consent(
        on=TODAY - DAY,
        purpose="for the trip",
        items=("helps",),
        excluded=("first_name",),
    )
    case = with_consents(a_consent(), newer)

    assert items_agreed(case, KITCHEN, on=TODAY) == {"helps"}


def test_a_later_no_leaves_nothing_on_the_list_that_holds() -> None:
    """Three yeses, one of them taken back, then a no: none of them holds any more."""
    first = a_consent(items=("helps", "how_it_goes"))
    back = replace(first, on=TODAY - 9 * DAY, withdrawn_on=TODAY - 2 * DAY)
    third = a_consent(on=TODAY - 8 * DAY, purpose="for the trip")
    no = a_consent(on=TODAY, answered=Answered.DECLINED, items=(), until=None)
    again = replace(no, purpose="for the trip")
    case = with_consents(first, back, third, no, again)

    lines = consent_list(case, on=TODAY).lines

    assert not any(line.holds for line in lines)
    assert "A later answer took its place" in {line.stands for line in lines}


def test_the_list_shows_no_item_that_a_later_answer_took_out() -> None:
    """What was named as not to be told is off the older line, too."""
    older = a_consent(items=("helps", "how_it_goes"))
    newer = a_consent(
        on=TODAY - DAY, purpose="a trip", items=(), excluded=("how_it_goes",)
    )

    lines = consent_list(with_consents(older, newer), on=TODAY).lines

    assert lines[1].items == ("What helps them feel at ease",)


def test_a_no_to_a_name_ends_what_was_agreed_for_the_partner_of_that_name() -> None:
    """The page for a partner is not made past a no that named them in words."""
    yes = a_consent(partner="kitchen")
    no = a_consent(on=TODAY - DAY, answered=Answered.DECLINED, items=(), until=None)
    case = with_consents(yes, no)

    assert agreed(case, PARTNER, on=TODAY).items == ()
    assert not any(line.holds for line in consent_list(case, on=TODAY).lines)


def test_the_three_kinds_are_apart() -> None:
    """To take part tells nobody anything, and the law is no consent at all."""
    part = a_consent(kind=ConsentKind.TAKE_PART, activity="money_check")
    law = a_consent(kind=ConsentKind.LEGAL_BASIS, basis="care", until=None)
    case = with_consents(part, law)

    assert items_agreed(case, KITCHEN, on=TODAY) == frozenset()
    found = for_activity(case, "money_check", on=TODAY)
    assert found is not None
    assert found.id == "consent-0"
    assert holds(law, on=TODAY)


@pytest.mark.parametrize(
    "over",
    [
        {"until": TODAY - DAY},
        {"withdrawn_on": TODAY},
        {"answered": Answered.DECLINED, "until": None},
    ],
)
def test_the_newest_answer_about_an_activity_counts(over: dict[str, Any]) -> None:
    """An older yes that would hold is not used once a newer answer is over."""
    part = a_consent(kind=ConsentKind.TAKE_PART, activity="money_check")
    newer = replace(part, on=TODAY - DAY, **over)

    assert for_activity(with_consents(part, newer), "money_check", on=TODAY) is None
    assert for_activity(with_consents(newer, part), "money_check", on=TODAY) is None


# --- laws ---------------------------------------------------------------------------

DAYS = st.integers(-40, 40).map(lambda n: TODAY + n * DAY)
KEYS = st.lists(
    st.sampled_from([item.key for item in ITEMS]), unique=True, max_size=6
).map(tuple)
CONSENTS = st.lists(
    st.builds(
        Consent,
        kind=st.sampled_from(ConsentKind),
        on=DAYS,
        answered=st.sampled_from(Answered),
        purpose=st.sampled_from(["one", "two"]),
        recipient=st.sampled_from([KITCHEN, "Somebody else"]),
        role=st.sampled_from(["", "leader"]),
        partner=st.sampled_from(["", "kitchen", "club"]),
        items=KEYS,
        excluded=KEYS,
        until=st.none() | DAYS,
        withdrawn_on=st.none() | DAYS,
    ),
    max_size=5,
)
PARTNER = keep(Partner(KITCHEN, PartnerKind.GROUP, on_call="Sam, 01"), id="kitchen")
SHEET = Sheet("AK-014", KITCHEN, "p", TODAY, "today", "HEAD", 1, practice=True)


@given(CONSENTS, DAYS)
def test_a_page_never_has_words_of_what_is_not_agreed(
    consents: list[Consent], on: date
) -> None:
    """Whatever was agreed, ended or taken back: not a word of anything else."""
    case = with_consents(*consents)
    words = Words(tuple((i.key, f"<<words of {i.key}>>") for i in ITEMS))

    page = "\n".join(as_lines(briefing(case, PARTNER, SHEET, words, on=on)))

    may = items_agreed(case, PARTNER.id, on=on)
    for item in ITEMS:
        shown = f"<<words of {item.key}>>" in page
        assert shown == (item.key in may and item in ON_A_PAGE)


@given(CONSENTS, DAYS)
def test_what_may_be_told_was_agreed_by_a_consent_that_holds(
    consents: list[Consent], on: date
) -> None:
    """Nothing is agreed but by a yes, begun, not ended and not taken back, to them."""
    case = with_consents(*consents)

    for item in items_agreed(case, KITCHEN, on=on):
        assert any(
            item in c.items
            and c.recipient == KITCHEN
            and c.answered is Answered.GIVEN
            and c.on <= on <= (c.until or date.min)
            and not (c.withdrawn_on and c.withdrawn_on <= on)
            for c in consents
        )


@given(CONSENTS, DAYS)
def test_taking_everything_back_leaves_nothing(
    consents: list[Consent], on: date
) -> None:
    """Once each consent is taken back, no recipient and no activity has one."""
    gone = [replace(c, withdrawn_on=c.on) for c in consents]
    case = with_consents(*gone)

    assert for_recipient(case, KITCHEN, on=on) == ()
    assert for_activity(case, "money_check", on=on) is None
    assert agreed(case, PARTNER, on=on).items == ()


def telling(kept: Kept[Consent]) -> Leaving:
    """Return that somebody is told on a consent, for what it is for."""
    said = kept.record
    return Leaving(
        said.recipient, said.role, said.purpose, Rests.CONSENT, partner=said.partner
    )


@given(CONSENTS, DAYS)
def test_what_the_list_says_holds_is_what_may_be_told(
    consents: list[Consent], on: date
) -> None:
    """Line by line it may be told; and nothing may be told that is on no such line."""
    case = with_consents(*consents)
    lines = {line.id: line for line in consent_list(case, on=on).lines}

    for kept in case.safety.consents:
        if kept.record.kind is ConsentKind.TELL:
            may = may_tell(case, kept, on=on)
            assert lines[short_id(kept.id)].holds == counts(case, kept, on=on)
            if counts(case, kept, on=on):
                assert why_not(case, telling(kept), may, on=on) == ""
            else:
                assert may == ()
    for whom in (KITCHEN, "Somebody else", "kitchen", "club"):
        on_lines = {
            item
            for kept in case.safety.consents
            if whom in (kept.record.recipient, kept.record.partner)
            for item in may_tell(case, kept, on=on)
        }
        assert items_agreed(case, whom, on=on) <= on_lines


@given(CONSENTS, DAYS)
def test_what_is_said_to_hold_for_an_activity_is_what_it_rests_on(
    consents: list[Consent], on: date
) -> None:
    """Of the answers to take part in one thing, one holds at most: the one used."""
    part = [
        replace(c, kind=ConsentKind.TAKE_PART, activity="money_check") for c in consents
    ]
    case = with_consents(*part)

    holding = [kept for kept in case.safety.consents if counts(case, kept, on=on)]

    used = for_activity(case, "money_check", on=on)
    assert holding == ([used] if used else [])
