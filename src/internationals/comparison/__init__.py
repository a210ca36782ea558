"""What changed between two releases, and between the pages that were made of them: nothing is judged."""

from __future__ import annotations

from collections.abc import Sequence

from internationals.comparison.cards import code_changes, definition_changes
from internationals.comparison.figures import table_changes
from internationals.comparison.makings import making_changes
from internationals.comparison.results import Comparison
from internationals.comparison.wording import page_changes
from internationals.shapes import Page, Release

__all__ = ["Comparison", "compare"]


def compare(
    before: Release, after: Release, pages_before: Sequence[Page] = (), pages_after: Sequence[Page] = ()
) -> Comparison:
    """All that differs between two releases of one municipality, and between their pages when they are given.

    Figures are compared in two ways: cells of the same codes, where any difference is a revision, and the last
    year of one release with the last year of the other.
    """
    return Comparison(
        before=str(before.manifest["edition"]),
        after=str(after.manifest["edition"]),
        tables_gone=tuple(sorted(set(before.tables) - set(after.tables))),
        tables_added=tuple(sorted(set(after.tables) - set(before.tables))),
        figures=table_changes(before, after),
        pages=page_changes(pages_before, pages_after),
        codes=code_changes(before, after),
        definitions=definition_changes(before, after),
        makings=making_changes(before.manifest, after.manifest),
    )
