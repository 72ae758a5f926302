"""`inclusion init`: a vault, a passphrase, who works here, the recovery code."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inclusion_cli import asking
from inclusion_cli import settings as settings_of
from inclusion_cli.casework.service import set_up_service
from inclusion_cli.cli.options import guided, nothing_saved
from inclusion_cli.cli.passphrases import (
    Draw,
    chosen_passphrase,
    measured_stretch,
    new_recovery,
    nothing_changed,
    proved,
)
from inclusion_cli.cli.tree import single
from inclusion_cli.clock import Clock
from inclusion_cli.desk import Desk
from inclusion_cli.domain.receipts import VaultState
from inclusion_cli.errors import AnswersWrong, NotUnderstood, RuleSaysNo
from inclusion_cli.interviews import setup as asks
from inclusion_cli.interviews.asker import Back, Nowhere
from inclusion_cli.interviews.gather import ask_one, gather
from inclusion_cli.interviews.sentences import or_in_words
from inclusion_cli.opening import read_fd
from inclusion_cli.settings import Settings
from inclusion_cli.store.folder import exists
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from inclusion_cli.interviews.question import Answers, Form, Question, Raws

app = single("init")
PLACE = ("plain_lines", "vault")
_NO_VAULT = say("There is no vault yet. If you wrote words down, cross them out.")


class SetUpAlready(RuleSaysNo):
    """There is a vault, with somebody named in it."""

    hint = say("To see what is due, type: inclusion")

    def __init__(self, folder: Path) -> None:
        super().__init__(
            say('Your vault is set up already, in "{folder}".', folder=folder)
        )


def _every_question() -> Iterator[Question]:
    yield from asks.place_questions(Path("the data folder"))
    yield from asks.service_questions()


@guided(app, None, "setup", _every_question)
def init(desk: Desk) -> Any:
    """Set up your vault: where it is kept, a passphrase, you, a recovery code.

    For scripts: --no-input --passphrase-fd N, with the answers as flags. The recovery
    code is then printed once.
    """
    if desk.call.practice:
        raise NotUnderstood(say("To make a practice vault, type: inclusion demo"))
    place = {key: desk.given[key] for key in PLACE if desk.given.get(key)}
    service = {key: raw for key, raw in desk.given.items() if key not in PLACE}
    passphrase = _settled(desk, place)
    there = exists(desk.settings.vault)
    if there and desk.reading.workers():
        raise SetUpAlready(desk.settings.vault)
    form = asks.service_form()
    if desk.asker is None:
        checked = _all_given(desk, form, service)
        if desk.call.dry_run:
            return nothing_saved(str(desk.settings.vault), None, form, checked)
    code = _new_code(desk) if there else _make(desk, passphrase)
    settings_of.save(desk.settings)
    draft = desk.drafts.find("", form.name)
    answers = asking.gather(desk, form, "", draft=draft, given=service, again="init")
    if desk.asker:
        _code_on_paper(desk, code, before=there)
    with desk.writing(author="setup") as work:
        saved = set_up_service(work, answers)
    return VaultState(
        saved.says,
        locked=False,
        recovery_code="" if desk.asker else code,
        next=saved.next,
    )


def _code_on_paper(desk: Desk, code: str, *, before: bool) -> None:
    """Show the recovery code; `before` says that another may have been shown before."""
    new = say("This is a new code. If you wrote one before, cross it out.")
    with nothing_changed(
        say(
            "One thing is left: the recovery code. Cross out the code you wrote. "
            "You get a new one when you carry on."
        )
    ):
        proved(desk, code, *((new,) if before else ()))


def _all_given(desk: Desk, form: Form, service: Raws) -> Answers:
    """Return the answers that came with the command, a passphrase among them."""
    problems: dict[str, str] = {}
    answers: Answers = {}
    try:
        answers = gather(form, service, None, Nowhere())
    except AnswersWrong as wrong:
        problems = wrong.problems
    if desk.call.passphrase_fd is None and not exists(desk.settings.vault):
        problems |= {"passphrase": say("Passphrase: add --passphrase-fd")}
    if problems:
        raise AnswersWrong(problems)
    return answers


def _settled(desk: Desk, given: Raws) -> str:
    """Place a new vault; return the passphrase chosen for it at a terminal, or "".

    Going back from the passphrase is going back to where the vault is kept.
    """
    first, draw = 0, None
    while not exists(desk.settings.vault):
        _place(desk, given, first)
        if desk.asker is None or desk.call.passphrase_fd is not None:
            break
        if not exists(desk.settings.vault):
            draw = draw or Draw()
            with suppress(Back), nothing_changed(_NO_VAULT):
                return chosen_passphrase(desk, (), back=True, draw=draw)
            first = len(PLACE) - 1
    return ""


def _place(desk: Desk, given: Raws, first: int) -> None:
    """Settle how to show things and where the vault goes, from one question on.

    Both are settings. At a terminal they are kept at once, so that a set-up that is
    broken off goes on from there; a script's once all it told is right.
    """
    number = first
    while number < len(PLACE):
        question = tuple(asks.place_questions(desk.settings.vault))[number]
        try:
            answer = _answer(desk, question, given)
        except Back:
            number = max(number - 1, 0)
            continue
        desk.show_as(_with(desk.settings, question.key, answer))
        number += 1
    if desk.asker and not desk.call.dry_run:
        settings_of.save(desk.settings)


def _with(settings: Settings, key: str, answer: str) -> Settings:
    """Return the settings with one answer in them; "" changes nothing."""
    if not answer:
        return settings
    if key == "vault":
        return replace(settings, vault=Path(answer).expanduser())
    return replace(settings, plain=answer == "yes")


def _answer(desk: Desk, question: Question, given: Raws) -> str:
    raw = given.get(question.key)
    if raw is not None:
        try:
            return str(question.read(raw, {}))
        except ValueError as reason:
            words = or_in_words(question, raw)
            raise NotUnderstood(f"{reason}{words}") from None
    if desk.asker is None:
        return ""
    told = question.hint and not question.choices
    notes = (question.hint,) if told else ()
    return str(ask_one(question, desk.asker, *notes, back=True))


def _make(desk: Desk, chosen: str) -> str:
    """Make the vault under a new passphrase; return its recovery code."""
    from inclusion_cli.store import keys
    from inclusion_cli.store.keeper import keeper
    from inclusion_cli.store.vault import create

    passphrase = chosen or _passphrase(desk)
    if desk.asker:
        desk.asker.tell(say("Making your vault. It takes a few seconds."))
    clock = Clock()
    vault_id, data_key, code = clock.new_id(), keys.new_data_key(), new_recovery()
    key = keys.seal(
        data_key,
        vault=vault_id,
        passphrase=passphrase,
        recovery=keys.recovery_public(vault_id, code),
        stretch=measured_stretch(),
    )
    made_at, device = clock.now().isoformat(), clock.new_id()
    folder = desk.settings.vault
    vault = create(folder, key, data_key, device=device, made_at=made_at)
    desk.settle(vault, data_key)
    keeper(desk.settings.home).put(vault_id, data_key)
    return code


def _passphrase(desk: Desk) -> str:
    if desk.call.passphrase_fd is None:
        with nothing_changed(_NO_VAULT):
            return chosen_passphrase(desk, ())
    passphrase = read_fd(desk.call.passphrase_fd)
    if wrong := asks.judged(passphrase, ()):
        raise NotUnderstood(say("Choose a stronger passphrase. {wrong}", wrong=wrong))
    return passphrase


def _new_code(desk: Desk) -> str:
    """Make a new recovery code, for a set-up broken off before it was proved."""
    from inclusion_cli.store.keys import recovery_public, with_recovery

    code = new_recovery()
    public = recovery_public(desk.vault.id, code)
    desk.vault.change_key(lambda key: with_recovery(key, desk.data_key, public))
    return code
