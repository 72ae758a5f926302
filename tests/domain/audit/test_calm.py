"""Where everything is as agreed, an audit finds nothing."""

from __future__ import annotations

from tests.domain.audit.making import calm, run


def test_a_file_in_order_has_no_finding() -> None:
    """None of the thirty rules speaks without a reason."""
    found = run(calm())

    assert [(f.rule, f.says) for f in found.findings] == []
    assert len(found.looked) == 30
