"""Years that are not over yet, beside those that are."""

from __future__ import annotations

from dataclasses import replace

from internationals.pages.quantities import Line
from internationals.pages.scope import Scope


def going_beyond(scope: Scope, line: str, *, than: str) -> Line:
    """A line of years that goes on after the last year of another; else a line without any year.

    So a chart of equal months is left out as soon as they are all months of full years.
    """
    found, other = scope.line(line), scope.line(than)
    if found.cells and max(found.cells) > max(other.cells, default=""):
        return found
    return replace(found, labels={}, cells={})
