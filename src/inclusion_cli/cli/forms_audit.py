"""The forms about audits that a draft can be of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inclusion_cli.cli.form_kind import Kind
from inclusion_cli.tongue import say

if TYPE_CHECKING:
    from inclusion_cli.desk import Desk
    from inclusion_cli.interviews.question import Form
    from inclusion_cli.store.drafts import Draft


def _form(desk: Desk, draft: Draft) -> Form:
    from inclusion_cli.cli.audit import draft_form

    return draft_form(desk, draft)


KINDS = {
    "audit_act": Kind(say("Acting on a finding"), ("audit", "act"), _form),
    "audit_keep": Kind(say("Keeping the audit"), ("audit", "keep"), _form),
    "audit_print": Kind(say("The audit on paper"), ("audit", "print"), _form),
    "audit_read": Kind(say("A file of the sample"), ("audit", "read"), _form),
}
