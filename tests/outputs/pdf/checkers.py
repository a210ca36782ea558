"""The checkers of PDF/UA-1, of PDF/A-2a, and of what a screen reader will say."""

from __future__ import annotations

from pathlib import Path

import outloud
import page

NO_FAULT = {"TBL-010"}
"""Of `outloud` one finding is no fault of ours: to it a table with one number on a row, and so more headers than
numbers, looks like one whose headers were torn."""


def faults(pdf: Path) -> list[str]:
    """What they find wrong, in their words."""
    found = [
        f"{failure.rule_id}: {failure.message}"
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf(pdf, profile=profile).failures
    ]
    heard = outloud.check(str(pdf), skip=NO_FAULT)
    return found + [str(finding) for finding in heard.findings] + ([heard.error] if heard.error else [])
