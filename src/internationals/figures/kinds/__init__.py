"""The kinds of chart, one module each with `draw(chart, slot) -> Drawing`; its name is the kind's name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

from internationals.figures.drawing import Drawing
from internationals.figures.errors import FigureError
from internationals.figures.slots import Slot
from internationals.shapes import Chart

Kind = Callable[[Chart, Slot], Drawing]


@cache
def names() -> tuple[str, ...]:
    """Every kind that can be drawn."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def kind_of(chart: Chart) -> Kind:
    """The module that draws this chart. Raises FigureError when there is none."""
    if chart.kind not in names():
        raise FigureError(
            f"Chart {chart.id!r} is of kind {chart.kind!r}, which nobody draws; "
            f"choose one of {', '.join(names())} in page.yml."
        )
    draw: Kind = import_module(f"{__name__}.{chart.kind}").draw
    return draw
