"""The person's own copy: all of it, their words first, and honest about what is not."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from inclusion_cli.documents.card import LONGEST_EASY, sentences
from inclusion_cli.documents.parts import as_markdown
from inclusion_cli.domain.concern import CaseReview, SafeguardingConcern, WishesAsked
from inclusion_cli.domain.decision import Choice
from inclusion_cli.domain.disclosure import Disclosure, Ground, Rests
from inclusion_cli.domain.incident import AfterAction, Incident
from inclusion_cli.domain.kept_back import kept_back
from inclusion_cli.domain.kinds import KINDS, PLACES
from inclusion_cli.domain.measure import Better, Measure, Mode, Scoring, Terms
from inclusion_cli.domain.money import Did, MoneyRequest
from inclusion_cli.domain.my_record import LINES, my_record, pieces
from inclusion_cli.domain.my_record_rows import Told, pieces_of
from inclusion_cli.domain.my_record_told import _RESTS, _who_told
from inclusion_cli.domain.my_record_words import HEADS, WORDINGS
from inclusion_cli.domain.observation import Seen
from inclusion_cli.domain.plan import ACCOMPANIMENT_TO_YOU
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from inclusion_cli.domain.record import fields_of
from inclusion_cli.domain.restriction import Verdict
from inclusion_cli.domain.safety import SAFETY_KINDS, Safety
from inclusion_cli.domain.sheet import Sheet
from inclusion_cli.interviews.pack_my_record import in_short_line
from inclusion_cli.plain import canonical, plain
from tests.builders import a_debrief, a_step, a_whole_formulation, at, day
from tests.domain.limits import a_limited, looked, placed
from tests.domain.making import a_case, decided, keep, observed
from tests.domain.record_strategies import RECORDS

UCLA = Terms("UCLA-3", Scoring.SUM, 3, 1, 3, 3, 9, Better.LOWER)
SHEET = Sheet(
    *("AK-014", "Amina", "Their own copy", day(40), "day 40", "HEAD", 9),
    practice=False,
)
ELSEWHERE = {"audit", "call_ladder", "partner", "registration", "sample_read"}
ELSEWHERE |= {"service", "supervision", "worker"}
"""Kinds that stand in no person's file."""


def page(case: Any, **told: Any) -> str:
    """Return the copy as Markdown."""
    own: dict[str, Any] = {"names": (), "large": False, **told}
    return as_markdown(my_record(case, SHEET, **own).paper)


@pytest.mark.parametrize("line", LINES)
def test_our_own_sentences_are_easy_to_read(line: str) -> None:
    """Fifteen words at the most, and no abbreviation; practice reference 3.1."""
    for sentence in sentences(line):
        assert len(sentence.split()) <= LONGEST_EASY, sentence
        assert not any(word.isupper() and len(word) > 1 for word in sentence.split())
        assert "e.g." not in sentence


def test_every_kind_of_a_persons_file_has_words_for_them() -> None:
    """A kind that is added is added here too."""
    assert HEADS.keys() == PLACES.keys() - ELSEWHERE
    assert SAFETY_KINDS.keys() <= HEADS.keys()


@pytest.mark.parametrize("kind", sorted(HEADS))
def test_every_field_is_said_or_known_to_be_the_programs(kind: str) -> None:
    """A field that is added gets a sentence, or is named as one that has none."""
    wording, own = WORDINGS[kind], KINDS[kind]
    rows = [row.key for row in wording.rows]

    named = [*rows, *wording.opens, *wording.unsaid]

    assert sorted(named) == sorted(field.name for field in fields_of(own))


@pytest.mark.parametrize("kind", sorted(HEADS))
@settings(max_examples=12)
@given(data=st.data())
def test_whatever_a_record_holds_can_be_said(kind: str, data: st.DataObject) -> None:
    """Each value has words; where nothing is given, nothing is said."""
    told = data.draw(RECORDS[kind])
    assume("{it}" not in canonical(plain(told)))  # what somebody wrote stays

    said = list(pieces_of(WORDINGS[kind], told, Told({}, day(40))))

    assert all(piece.says for piece in said)
    assert not any(piece.says.endswith("{it}.") for piece in said)


def test_a_day_to_come_is_said_so() -> None:
    """And one that is past as past; the name of no day stands for both."""
    away = decided(3, Choice.HOLD, look_again=day(60))

    assert "It is to be looked at again on" in page(a_case(decisions=(away,)))
    today = decided(3, Choice.HOLD, look_again=day(40))
    assert "It is to be looked at again on" in page(a_case(decisions=(today,)))
    past = decided(3, Choice.HOLD, look_again=day(30))
    assert "It was to be looked at again on" in page(a_case(decisions=(past,)))


def test_a_measure_says_what_it_came_to() -> None:
    """The answers alone tell a person nothing."""
    told = Measure("ucla3", day(5), Mode.SELF, (3, 3, 2), terms=UCLA)

    text = page(a_case(safety=Safety(measures=(keep(told, 5),))))

    assert "It came to: 8" in text
    assert "Your answers: 3, 3, 2." in text


def test_ones_own_words_about_money_stay_in() -> None:
    """Who asked, and what they said, is another's; what one did is one's own."""
    asked = MoneyRequest(
        "20 pounds", "The neighbour", Did.AGREED, amount="20", feelings="I felt small"
    )
    seen = observed(5, Seen.MONEY_REQUEST, money=asked)

    text = page(a_case(observations=(seen,)))

    assert "You agreed." in text
    assert "How you felt: I felt small." in text
    assert "The neighbour" not in text
    found = pieces(a_case(observations=(seen,)), ())
    assert {one.key.partition(".")[2] for one in found} == {
        "money.what",
        "money.who",
    }


def test_what_they_expected_is_no_deed() -> None:
    """It is said as what they expected."""
    ready = keep(Preparation("step-1", at(3, 9), Wanted.YES, mine=Guess(peak=4)), 3)

    text = page(a_case(a_debrief(3), preparations=(ready,)))

    assert "You expected worry of 4 of 10 at its worst." in text


def test_own_words_come_first() -> None:
    """Before the scores and what the worker wrote."""
    text = page(a_case(a_debrief(3, words="It was loud", note="Came on foot")))

    assert text.index("> It was loud") < text.index("Your worry before")


def test_words_about_others_are_left_out_unless_let_in() -> None:
    """Each piece is named, with its key; let in by that key, it stands there."""
    case = a_case(a_debrief(3, told="Her sister Sara, at 4pm"))

    (piece,) = pieces(case, ())

    assert "Sara" in piece.says
    assert "Sara" not in page(case)
    assert "1 thing is left out" in page(case)
    assert "Sara" in page(case, allowed=(piece.key,))


def test_a_text_that_names_another_person_of_the_service_is_left_out() -> None:
    """The whole line goes, whatever it is about; a part of a word is no name."""
    case = a_case(a_debrief(3, note="Robin shouted", went_well="Robins sang"))

    assert "Robin shouted" not in page(case, names=("Robin",))
    assert "Robins sang" in page(case, names=("Robin",))


def test_the_workers_own_guess_is_not_in_it() -> None:
    """The person's own is, once it is open."""
    ready = keep(
        Preparation(
            "step-1", at(3, 9), Wanted.YES, mine=Guess(peak=8), workers=Guess(peak=3)
        ),
        3,
    )
    made = my_record(
        a_case(a_debrief(3), preparations=(ready,)), SHEET, names=(), large=False
    )

    assert any("guess" in one.why for one in made.left_out)


def secrets_of(**told: Any) -> Any:
    """Return a file with a concern and all that came of it, each with a canary."""
    concern = keep(
        SafeguardingConcern(
            "CANARYseen",
            at(10),
            wishes_asked=WishesAsked.EXPRESSED,
            wishes="CANARYwish",
            **told,
        ),
        10,
        id="c-1",
    )
    incident = keep(Incident("CANARYwhat", at(10), concern="c-1"), 10, id="i-1")
    after = AfterAction("i-1", day(12), "CANARYx", "CANARYy", "CANARYz", "CANARYw")
    review = keep(CaseReview("c-1", day(20), learning="CANARYlearned"), 20, id="r-1")
    return a_case(
        safety=Safety(
            concerns=(concern,),
            incidents=(incident,),
            after_actions=(keep(after, 12, id="aa-1"),),
            case_reviews=(review,),
        )
    )


@pytest.mark.parametrize("told", [{"staff_source": True}, {"coercion": "His brother"}])
def test_a_concern_that_could_alert_somebody_takes_all_with_it(told: Any) -> None:
    """The incident, the look back and the review go too, and that is said."""
    case = secrets_of(**told)

    text = page(case)

    assert "CANARY" not in text
    assert "4 things are left out" in text
    assert kept_back(case).keys() == {"c-1", "i-1", "aa-1", "r-1"}


def test_a_concern_that_alerts_nobody_is_told_without_what_was_seen() -> None:
    """What was seen may be about somebody else; the wishes are the person's own."""
    text = page(secrets_of())

    assert "CANARYwish" in text
    assert "CANARYseen" not in text


def test_that_somebody_was_told_on_such_a_ground_is_not_in_it() -> None:
    """And neither is what the person was not told on purpose."""
    told = Disclosure(day(9), "CANARYpolice", "x", Rests.WITHOUT_CONSENT)
    cases = (
        {"ground": Ground.STAFF_IMPLICATED, "told_person": True},
        {"ground": Ground.VITAL, "told_person": False},
    )
    for more in cases:
        kept = keep(type(told)(**{**vars(told), **more}), 9)
        case = a_case(safety=Safety(disclosures=(kept,)))
        assert "CANARY" not in page(case)


def test_an_earlier_copys_list_of_what_was_left_out_is_not_in_a_later_one() -> None:
    """Else the list would tell what was not to be told."""
    told = Disclosure(
        day(9), "Amina", "x", Rests.TO_THE_PERSON, left_out=("CANARY: why",)
    )

    assert "CANARY" not in page(a_case(safety=Safety(disclosures=(keep(told, 9),))))


@given(st.integers(0, 12))
def test_every_record_is_in_it_or_counted(number: int) -> None:
    """What stands in the file and is not left out has its place."""
    case = a_case(*(a_debrief(n, words=f"word{n}") for n in range(1, number + 1)))

    text = page(case)

    assert all(f"> word{n}" in text for n in range(1, number + 1))


def test_large_print_is_18_points() -> None:
    """And the usual is 14, as easy read asks."""
    case = a_case(formulation=keep(a_whole_formulation(), 1))
    made = my_record(case, SHEET, names=(), large=True)

    assert made.paper.points == 18
    assert my_record(case, SHEET, names=(), large=False).paper.points == 14


def test_what_may_stay_in_is_cut_between_words_and_says_that_it_goes_on() -> None:
    """A worker judges by words that can be read."""
    long = "asked because Maya wished to know who would be told about it and when " * 3

    short = in_short_line(long)

    assert short.endswith(" ...")
    assert long.startswith(short.removesuffix(" ...") + " ")
    assert in_short_line("He stood by") == "He stood by"


@pytest.mark.parametrize(
    ("looks", "says"),
    [
        ((), "nobody may hold you to it"),
        ((looked(39),), "This limit held when this copy was made."),
        ((looked(39, Verdict.LIFT),), ""),
    ],
    ids=["past its date", "looked at", "lifted"],
)
def test_a_limit_is_told_as_it_stands_on_the_day_of_the_copy(
    looks: tuple[Any, ...], says: str
) -> None:
    """A limit without authority is never told as if it were in order."""
    copy = page(a_limited((placed(1),), looks))

    assert says in copy
    assert bool(says) == ("This limit" in copy)


@pytest.mark.parametrize("level", range(7))
def test_who_goes_along_is_said_to_the_person(level: int) -> None:
    """Told of "them", it would be about somebody else: it is their copy."""
    step = keep(a_step(accompaniment=level), id="step-1")

    copy = page(a_case(steps=(step,)))

    assert ACCOMPANIMENT_TO_YOU[level] in copy
    assert "beside them" not in copy
    assert "their own" not in copy.replace("Their own copy", "").lower()


def test_who_was_told_is_said_so_that_it_fits_one_and_many() -> None:
    """Of some people at a meeting as of one: and on what it rests, in words."""
    for whom in ("the people at this review", "police, 999", "Ms Shah"):
        assert _who_told(SimpleNamespace(recipient=whom), "") == (  # type: ignore[arg-type]
            f"Something was told to {whom}."
        )
    assert set(_RESTS) == set(Rests)
