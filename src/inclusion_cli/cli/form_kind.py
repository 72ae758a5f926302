"""What is known of a form that a draft can be of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft

Build = Callable[["Desk", "Draft"], "Form"]


@dataclass(frozen=True)
class Kind:
    """A form's title, the words that carry it on, and how it is built again."""

    title: str
    command: tuple[str, ...]
    build: Build


def built_by(module: str) -> Build:
    """Return what builds a form that a module of this room can build by its name."""

    def build(desk: Desk, draft: Draft) -> Form:
        found = import_module(f"inclusion_cli.cli.{module}")
        form: Form = found.draft_form(desk, draft.subject, draft.form)
        return form

    return build
