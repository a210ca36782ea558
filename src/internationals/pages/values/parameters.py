"""The numbers of definitions, so that a text that explains one does not type them."""

from __future__ import annotations

from internationals.definitions import surveys, workers
from internationals.pages.problems import UnfitError, suggestion
from internationals.pages.quantities import Number
from internationals.pages.scope import Scope
from internationals.shapes import Cell

_PARAMETERS = {
    "knowledge_share": Number(Cell(float(workers.KNOWLEDGE_PERCENT)), "percent"),
    "wage_age": Number(Cell(float(workers.WAGE_AGE)), "items"),
    "adult_age": Number(Cell(float(workers.ADULT)), "items"),
    "survey_base": Number(Cell(float(surveys.SMALLEST_BASE)), "items"),
}


def parameter(scope: Scope, name: str) -> Number:
    """A number of a definition: knowledge_share (D16), wage_age (D16), adult_age (D19), survey_base (D26)."""
    if name not in _PARAMETERS:
        raise UnfitError(f"There is no parameter {name!r}. {suggestion(str(name), list(_PARAMETERS))}")
    return _PARAMETERS[name]
