"""What is done has a day of its own: it is asked about once that day is past."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from inclusion_cli.domain.due import Group
from inclusion_cli.domain.due_person import due_for
from inclusion_cli.domain.due_rules import rule_of
from inclusion_cli.domain.formulation_standing import standing_of_formulation
from inclusion_cli.domain.pack_formulation import formulation_lines
from inclusion_cli.domain.recheck import Found, Recheck
from tests.builders import a_formulation, at, day
from tests.domain.making import a_case, keep

if TYPE_CHECKING:
    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.due import Due

SAYS = 'What you do about "{}" was to be looked at on Friday 4 September.'


def with_days(*reviews: int | None, rechecks: tuple[Recheck, ...] = ()) -> Casefile:
    """Return somebody for whom things are done, each with its own day or none."""
    it = a_formulation()
    controls = tuple(
        replace(
            it.controls[0],
            started=day(1),
            review_on=day(n) if n else None,
            ends_when="She goes alone",
        )
        for n in reviews
    )
    kept = keep(replace(it, controls=controls))
    looked = tuple(keep(replace(r, formulation=kept.id)) for r in rechecks)
    return a_case(formulation=kept, rechecks=looked)


def lines(case: Casefile, on: int) -> list[Due]:
    """Return what home says about it."""
    return [d for d in due_for(case, now=at(on)) if "to be looked at" in d.says]


def missing(case: Casefile, on: int) -> list[str]:
    """Return what is missing in it by its own days."""
    stands = standing_of_formulation(case, on=day(on), others=())
    assert stands is not None
    return [f.shows for f in stands.wanting() if "to be looked at" in f.shows]


def test_what_is_past_its_day_is_worth_a_look() -> None:
    """The day after, once on home and once under what is missing."""
    case = with_days(4)
    situation = a_formulation().triggers[0].situation
    said = SAYS.format(situation)

    assert lines(case, 4) == []
    (due,) = lines(case, 5)
    assert (due.group, due.says, due.command[0]) == (Group.LOOK, said, "formulate")
    assert rule_of(due) == "What is done may have a day of its own to be looked at."
    assert missing(case, 4) == []
    assert missing(case, 5) == [said.removesuffix(".")]


def test_several_are_one_line_the_oldest_first() -> None:
    """Home names one of them, and counts the rest."""
    (due,) = lines(with_days(5, 4, None, 30), 9)

    assert "on Friday 4 September. 1 more thing is past its day." in due.says


def test_found_still_true_since_then_is_a_look_at_each_part() -> None:
    """A look before the day is none."""
    look = Recheck("", 1, day(3), Found.STILL_TRUE, review_on=day(90))

    before = with_days(4, rechecks=(look,))
    after = with_days(4, rechecks=(replace(look, on=day(5)),))

    assert len(lines(before, 6)) == 1
    assert lines(after, 6) == []


def test_days_and_end_are_read_with_what_is_done() -> None:
    """In the pack and on screen; nothing where there are none."""
    told = formulation_lines(with_days(4))
    bare = formulation_lines(a_case(formulation=keep(a_formulation())))

    assert told is not None
    assert bare is not None
    (line,) = told.situations[0].done
    assert line.endswith(
        " Began on: Tuesday 1 September 2026. To be looked at on: "
        "Friday 4 September 2026. Ends when: She goes alone."
    )
    assert "Began" not in bare.situations[0].done[0]
