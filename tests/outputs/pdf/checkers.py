"""The checkers of PDF/UA-1, of PDF/A-2a, and of what a screen reader will say."""

from __future__ import annotations

from pathlib import Path

import outloud
import page

NO_FAULT = {"TBL-010", "ORD-001"}
"""Two findings of `outloud` are no fault of ours. To it a table with one number on a row, and so more headers than
numbers, looks like one whose headers were torn. And it warns where a page paints its columns in another order than
their tags have; what is heard follows the tags, and the tests of the reading order hold these to the text."""


def faults(pdf: Path) -> list[str]:
    """What they find wrong, in their words."""
    found = [
        f"{failure.rule_id}: {failure.message}"
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf(pdf, profile=profile).failures
    ]
    heard = outloud.check(str(pdf), skip=NO_FAULT)
    return found + [str(finding) for finding in heard.findings] + ([heard.error] if heard.error else [])
