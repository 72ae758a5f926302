"""Keeping the check before a session; its guesses stay sealed until the debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inclusion_cli.casework.debrief import refuse_changed
from inclusion_cli.domain.card import STAGES
from inclusion_cli.domain.own_card import first_action, signs_on
from inclusion_cli.domain.predictions import veiled
from inclusion_cli.domain.prepare import Guess, Preparation, Wanted
from inclusion_cli.domain.saved import Saved
from inclusion_cli.domain.sleep import minutes_of
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from inclusion_cli.domain.casefile import Casefile
    from inclusion_cli.domain.debrief import Session
    from inclusion_cli.domain.kept import Kept
    from inclusion_cli.domain.plan import Step
    from inclusion_cli.store.work import Work


def preparation_from(
    answers: Mapping[str, Any],
    step: Kept[Step],
    session: Kept[Session] | None,
    *,
    at: datetime,
) -> Preparation:
    """Return the record the answers stand for."""
    tested, slept = answers.get("contact_tested"), answers.get("minutes_slept")
    return Preparation(
        step=step.id,
        at=at,
        wanted=Wanted(answers["wanted"]),
        session=session.id if session else None,
        change=answers.get("change") or "",
        worry_now=answers.get("worry_now"),
        minutes_slept=minutes_of(slept) if slept else None,
        craving=answers.get("craving"),
        signs=answers.get("signs"),
        money_plan=answers.get("money_plan") or "",
        behaviours=answers.get("behaviours") or "",
        travel=answers.get("travel") or "",
        exit_words=answers.get("exit_words") or "",
        contact_tested=tested == "yes" if tested else None,
        mine=_guess(answers, "my"),
        workers=_guess(answers, "worker"),
    )


def _guess(answers: Mapping[str, Any], whose: str) -> Guess | None:
    going = answers.get(f"{whose}_going")
    guess = Guess(
        peak=answers.get(f"{whose}_peak"),
        will_happen=answers.get(f"{whose}_sure"),
        going=going == "yes" if going else None,
    )
    return guess if guess != Guess() else None


def record_preparation(
    work: Work,
    case: Casefile,
    preparation: Preparation,
    *,
    session: Kept[Session] | None,
) -> Saved:
    """Write the check. Raises SessionChanged where its session is not as it was."""
    if session:
        refuse_changed(work, case, session)
    file, code = case.person.file, case.person.record.code
    kept = work.add(preparation, file=file, happened_at=preparation.at)
    work.clear_draft(file, "preparation")
    return Saved(
        say("Saved for {label}.", label=case.label),
        code=code,
        kind="preparation",
        id=kept.id,
        record=veiled(preparation),
        follows=tuple(_follows(case, preparation)),
        next=_next(preparation, session, code),
    )


def _follows(case: Casefile, ready: Preparation) -> Iterator[str]:
    name = case.known_as
    if ready.wanted is Wanted.NO:
        yield say("{name} does not want it today. No reason is needed.", name=name)
        if ready.session:
            yield say(
                "Cancel it, or move it to another time. Until then nothing counts."
            )
        return
    card = case.card.record if case.card else None
    seen = [sign for sign in signs_on(card) if sign.id in (ready.signs or ())]
    if seen:
        latest = max(seen, key=lambda sign: sign.stage)
        yield say(
            'A sign today: "{text}" ("{stages}").',
            text=latest.text,
            stages=STAGES[latest.stage - 1],
        )
        if first := first_action(card, latest.stage):
            yield say('{name} does this first: "{first}"', name=name, first=first)
        yield say("Talk it over before you go. Less, or another day, is fine.")
    if ready.contact_tested is False:
        yield say("The contact number did not work. Find one that does before you go.")
    if ready.mine or ready.workers:
        yield say("The guesses are sealed until the debrief.")


def _next(
    ready: Preparation, session: Kept[Session] | None, code: str
) -> tuple[str, ...]:
    if ready.wanted is Wanted.NO:
        return ("session", "cancel", code) if session else ("today",)
    return ("debrief", code)
