"""The checkers of PDF/UA-1, of PDF/A-2a, and of what a screen reader will say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import outloud
import page
import pikepdf

NO_FAULT = {"TBL-010", "ORD-001"}
"""Two findings of `outloud` are no fault of ours. To it a table with one number on a row, and so more headers than
numbers, looks like one whose headers were torn. And where words in bold begin many lines of a list, it takes the page
for painted in another order than its tags have; `out_of_order` compares the two themselves, on every page."""


def faults(pdf: Path) -> list[str]:
    """What they find wrong, in their words."""
    found = [
        f"{failure.rule_id}: {failure.message}"
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf(pdf, profile=profile).failures
    ]
    heard = outloud.check(str(pdf), skip=NO_FAULT)
    found += [f"page {number} is painted in another order than it is read" for number in out_of_order(pdf)]
    return found + [str(finding) for finding in heard.findings] + ([heard.error] if heard.error else [])


def out_of_order(pdf: Path) -> list[int]:
    """The pages whose content is not painted in the order in which the tags have it read."""
    with pikepdf.open(pdf) as document:
        read: dict[tuple[int, int], list[int]] = defaultdict(list)
        for of_page, mark in _marks(document.Root.StructTreeRoot.K, None):
            read[of_page].append(mark)
        return [
            number
            for number, sheet in enumerate(document.pages, start=1)
            if list(_painted(sheet)) != read[sheet.obj.objgen]
        ]


def _marks(node: object, sheet: pikepdf.Object | None) -> Iterator[tuple[tuple[int, int], int]]:
    """The marked pieces of content beneath a tag, in reading order: the page they are on, and their number."""
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _marks(each, sheet)
    elif isinstance(node, pikepdf.Dictionary):
        sheet = node.get("/Pg", sheet)
        if node.get("/Type") == "/MCR":
            yield from _marks(node.MCID, sheet)
        elif "/K" in node:
            yield from _marks(node.K, sheet)
    elif sheet is not None:
        yield sheet.objgen, int(str(node))


def _painted(sheet: pikepdf.Page) -> Iterator[int]:
    """The numbers of the marked pieces of a page in the order in which they are painted."""
    for operands, operator in pikepdf.parse_content_stream(sheet, "BDC"):
        if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
            yield int(operands[1].MCID)
